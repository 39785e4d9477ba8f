/*
 * Labels fall back on English where a language lacks words; a language that lacks those of the desk
 * is passed over, so that the page is in one language.
 */
#include "serve/tongue.h"

#include "base/lang.h"

#include <libsoup/soup.h>

/* Of the languages that a browser names, so many are looked for. */
#define MOST_ACCEPTED 16

static void free_tongue(void *data)
{
    struct tongue *tongue = data;
    g_free(tongue->tag);
    g_free(tongue->name);
    g_free(tongue);
}

/* NULL: it has not all words of the desk, or a file of the clinic's is broken. Owned by the caller.
 */
static struct labels *load(const char *directory, const char *tag)
{
    struct diag *passed_over = diag_new(false);
    struct labels *labels = labels_load(directory, tag, (struct pos){0}, passed_over);
    diag_free(passed_over);
    bool whole = labels && lang_same(labels_lang(labels), tag);
    for (int i = LABEL_DESK; whole && i <= LABEL_TURN_BACK; i++)
        whole = lang_same(labels_lang_of(labels, (enum label)i), tag);
    if (!whole)
        g_clear_pointer(&labels, labels_free);
    return labels;
}

static bool has_name(const GPtrArray *tongues, const char *name)
{
    for (guint i = 0; i < tongues->len; i++)
        if (g_str_equal(((const struct tongue *)tongues->pdata[i])->name, name))
            return true;
    return false;
}

/* A region's words are those of its language, of the same name, with a few of its own. */
GPtrArray *tongue_all(const char *directory)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(free_tongue);
    g_auto(GStrv) tags = labels_carried();
    for (char **tag = tags; *tag; tag++) {
        struct labels *labels = load(directory, *tag);
        const char *name = labels ? labels_get(labels, LABEL_LANGUAGE_NAME) : NULL;
        if (name && !has_name(all, name)) {
            struct tongue *tongue = g_new0(struct tongue, 1);
            tongue->tag = g_strdup(*tag);
            tongue->name = g_strdup(name);
            g_ptr_array_add(all, tongue);
        }
        labels_free(labels);
    }
    return all;
}

/* The first of those that the browser's user reads. NULL: none, or the header says nothing. */
static struct labels *load_accepted(const char *directory, const char *accepts)
{
    GSList *tags = soup_header_parse_quality_list(accepts, NULL);
    struct labels *labels = NULL;
    int left = MOST_ACCEPTED;
    for (GSList *at = tags; at && !labels && left-- > 0; at = at->next) {
        g_autofree char *tag = lang_canonical(at->data);
        labels = tag ? load(directory, tag) : NULL;
    }
    soup_header_free_list(tags);
    return labels;
}

struct labels *tongue_choose(const char *directory, const char *asked, const char *accepts,
                             const char *usual)
{
    g_autofree char *tag = asked ? lang_canonical(asked) : NULL;
    struct labels *labels = tag ? load(directory, tag) : NULL;
    if (!labels && accepts)
        labels = load_accepted(directory, accepts);
    if (!labels && usual)
        labels = load(directory, usual);
    if (!labels)
        labels = load(directory, LANG_USUAL);
    return labels ? labels : load(NULL, LANG_USUAL);
}
