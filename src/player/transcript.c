/*
 * The transcript: every word of the show on one page that any browser, screen reader or printer can
 * take, made of the documents of the show: headings, lists, tables and languages are theirs, and
 * who made and checked them. What plays again and again is told once; how to reach the clinic comes
 * last. The player has the same words as a script, so that nobody has to leave it.
 */
#include "player/show_files.h"

#include "base/json.h"
#include "content/labels.h"
#include "export/html.h"
#include "export/html_page.h"
#include "player/days.h"
#include "player/inline.h"
#include "player/reach.h"
#include "player/topics_addresses.h"

#include <gio/gio.h>

/* The scripts that know how large letters are at arm's length, and what is on today. They stand in
 * the page, which is there for when the player's files are not. */
#define LETTERS "/handout/player/letters.js"
#define DAYS    "/handout/player/days.js"

/* Below the page's own heading. */
#define LEVELS_ABOVE 1

static void write_document(struct xml *page, const struct cycle *cycle, const char *tag,
                           const struct slide_source *source)
{
    const struct document *document = source->document;
    const struct html_setting setting = {.levels_above = LEVELS_ABOVE,
                                         .anchors = document->name,
                                         .calls = true,
                                         .cards = true,
                                         .whole_facts = true,
                                         .find_picture = cycle_find_picture,
                                         .user = (gpointer)cycle};
    xml_open(page, tag);
    xml_attribute(page, "lang", document->lang);
    xml_attribute(page, "dir", document->rtl ? "rtl" : "ltr");
    days_add(page, source->schedule);
    xml_break(page);
    g_autoptr(GPtrArray) blocks = document_blocks(document, PART_ALL);
    html_write_blocks(page, document, blocks, &setting);
    topics_addresses_add(page, document, blocks);
    xml_close(page, tag);
    xml_break(page);
}

/* The documents of the show in its order, each once, of contact acts or of all others. */
static void write_documents(struct xml *page, const struct cycle *cycle, const char *tag,
                            bool contact)
{
    g_autoptr(GHashTable) written = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide_source *source =
            &((const struct slide *)cycle->slides->pdata[i])->source;
        if ((source->act == ACT_CONTACT) == contact &&
            g_hash_table_add(written, (gpointer)source->document))
            write_document(page, cycle, tag, source);
    }
}

static char *title_of(const struct cycle *cycle)
{
    return labels_format(cycle_labels(cycle), LABEL_TRANSCRIPT_TITLE, "name",
                         cycle->setup.clinic->name.value, NULL);
}

static char *script_of(void)
{
    g_autoptr(GBytes) letters = g_resources_lookup_data(LETTERS, 0, NULL);
    g_autoptr(GBytes) days = g_resources_lookup_data(DAYS, 0, NULL);
    g_autofree char *own = inline_script("transcript");
    return g_strconcat("\n", (const char *)g_bytes_get_data(letters, NULL),
                       (const char *)g_bytes_get_data(days, NULL), own, NULL);
}

static void add_way_back(struct xml *page, const struct labels *labels)
{
    xml_open(page, "p");
    xml_open(page, "a");
    xml_attribute(page, "class", "back");
    xml_attribute(page, "href", "index.html");
    xml_text(page, labels_get(labels, LABEL_TRANSCRIPT_BACK));
    xml_close(page, "a");
    xml_close(page, "p");
    xml_break(page);
}

static void write_all(struct xml *page, const struct cycle *cycle)
{
    write_documents(page, cycle, "article", false);
    write_documents(page, cycle, "section", true);
}

char *show_transcript(const struct cycle *cycle)
{
    const struct document *first = ((const struct slide *)cycle->slides->pdata[0])->source.document;
    g_autofree char *title = title_of(cycle), *script = script_of();
    const struct html_page about = {.title = title,
                                    .lang = first->lang,
                                    .rtl = first->rtl,
                                    .sample = first->sample,
                                    .letter = reach_letter(&cycle->setup.style->screen),
                                    .script = script,
                                    .sealed = true,
                                    .beside = true};
    struct xml *page = html_page_new(&about);
    html_page_open_main(page, &about);
    xml_element(page, "h1", title);
    xml_break(page);
    add_way_back(page, cycle_labels(cycle));
    write_all(page, cycle);
    html_page_close(page, "main");
    html_page_add_script(page, &about);
    return html_page_finish(page);
}

char *show_transcript_script(const struct cycle *cycle)
{
    g_autofree char *title = title_of(cycle);
    struct xml *words = xml_new(XML_SYNTAX_HTML);
    xml_element(words, "h1", title);
    write_all(words, cycle);
    g_autofree char *html = xml_finish(words);
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_text(builder, "html", html);
    json_close_object(builder);
    g_autofree char *json = json_finish(builder);
    return g_strdup_printf("window.handoutTranscript = %s;\n", json);
}
