/*
 * The page is the one of the web, without ways to other files: they may not be there where the file
 * is opened.
 */
#include "publish/attachments.h"

#include "export/writer.h"
#include "paint/painter.h"
#include "publish/inlay.h"

#include <string.h>

struct owned {
    struct attachment attachment; /* what others see of it: first */
    char *name, *description;
};

static void owned_free(void *data)
{
    struct owned *owned = data;
    g_bytes_unref(owned->attachment.bytes);
    g_free(owned->name);
    g_free(owned->description);
    g_free(owned);
}

/* Takes the text. */
static struct owned *owned_new(const struct document *web, const char *suffix, const char *type,
                               char *text)
{
    struct owned *owned = g_new0(struct owned, 1);
    owned->name = g_strconcat(web->name, suffix, NULL);
    owned->description = g_strdup(web->title);
    owned->attachment = (struct attachment){.name = owned->name,
                                            .type = type,
                                            .description = owned->description,
                                            .bytes = g_bytes_new_take(text, strlen(text))};
    return owned;
}

static char *write_page(const struct document *web, const struct style *style)
{
    struct inlay *inlay = inlay_new();
    const struct writing writing = {
        .document = web, .style = style, .find_picture = inlay_find, .user = inlay};
    char *text = writer_html.write(&writing);
    inlay_free(inlay);
    return text;
}

GPtrArray *attachments_new(const struct article *article, const struct document *web,
                           const struct style *style)
{
    GPtrArray *attachments = g_ptr_array_new_with_free_func(owned_free);
    struct owned *source = owned_new(web, ".md", "text/markdown", g_strdup(article->source));
    source->attachment.source = true;
    g_ptr_array_add(attachments, owned_new(web, ".html", "text/html", write_page(web, style)));
    g_ptr_array_add(attachments, source);
    return attachments;
}
