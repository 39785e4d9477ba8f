/*
 * The transcript: every word of the show on one page that any browser, screen reader or printer can
 * take, made of the articles' own documents: headings, lists, tables and languages are theirs. How
 * to reach the clinic, which each of them ends with, is said once, last.
 */
#include "player/show_files.h"

#include "content/labels.h"
#include "export/html.h"
#include "export/html_page.h"
#include "player/webimage.h"

/* What stands at the end, once in each language. */
#define CLOSING_PARTS (PART_SET(PART_ABOUT) | PART_SET(PART_PLACES) | PART_SET(PART_CONTACT))

/* Below the page's own heading. */
#define LEVELS_ABOVE 1

static const char *find_picture(void *user, const struct image *image)
{
    const struct cycle *cycle = user;
    const struct webimage *web = g_hash_table_lookup(cycle->images, image);
    return web ? web->src : NULL;
}

static void write_section(struct xml *page, const struct cycle *cycle, const char *tag,
                          const struct document *document, unsigned parts)
{
    const struct html_setting setting = {.levels_above = LEVELS_ABOVE,
                                         .anchors = document->name,
                                         .find_picture = find_picture,
                                         .user = (gpointer)cycle};
    xml_open(page, tag);
    xml_attribute(page, "lang", document->lang);
    xml_attribute(page, "dir", document->rtl ? "rtl" : "ltr");
    xml_break(page);
    html_write(page, document, parts, &setting);
    xml_close(page, tag);
    xml_break(page);
}

/* The documents of the show in its order, each once (of const struct document *). */
static GPtrArray *documents_of(const struct cycle *cycle)
{
    GPtrArray *documents = g_ptr_array_new();
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        if (!g_ptr_array_find(documents, slide->source.document, NULL))
            g_ptr_array_add(documents, (gpointer)slide->source.document);
    }
    return documents;
}

/* They are the clinic's facts and the program's words, so they differ by the language of these. */
static void write_closings(struct xml *page, const struct cycle *cycle, const GPtrArray *documents)
{
    g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < documents->len; i++) {
        const struct document *document = documents->pdata[i];
        if (g_hash_table_add(said, (gpointer)labels_lang(document->labels)))
            write_section(page, cycle, "section", document, CLOSING_PARTS);
    }
}

static struct xml *new_page(const struct cycle *cycle, const struct document *first)
{
    const struct labels *labels = cycle_labels(cycle);
    g_autofree char *title = labels_format(labels, LABEL_TRANSCRIPT_TITLE, "name",
                                           cycle->setup.clinic->name.value, NULL);
    struct xml *page = html_page_new(&(struct html_page){
        .title = title, .lang = first->lang, .rtl = first->rtl, .sample = first->sample});
    xml_element(page, "h1", title);
    xml_break(page);
    xml_open(page, "p");
    xml_open(page, "a");
    xml_attribute(page, "href", "index.html");
    xml_text(page, labels_get(labels, LABEL_TRANSCRIPT_BACK));
    xml_close(page, "a");
    xml_close(page, "p");
    xml_break(page);
    return page;
}

char *show_transcript(const struct cycle *cycle)
{
    g_autoptr(GPtrArray) documents = documents_of(cycle);
    struct xml *page = new_page(cycle, documents->pdata[0]);
    for (guint i = 0; i < documents->len; i++)
        write_section(page, cycle, "article", documents->pdata[i], PART_ALL & ~CLOSING_PARTS);
    write_closings(page, cycle, documents);
    return html_page_finish(page);
}
