/*
 * The transcript: every word of the show on one page that any browser, screen reader or printer can
 * take. Slides of one section become one section again: a heading is said once, and the counts in
 * the corners are left out.
 */
#include "player/show_files.h"

#include "base/xml.h"
#include "player/slide_lines.h"

#include <string.h>

static const char page_style[] =
    "<style>\n"
    ":root{color-scheme:light dark}\n"
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}\n"
    "h1,h2,h3{line-height:1.25;margin:2em 0 .5em}\n"
    "img{max-width:100%;height:auto}\n"
    "a{color:inherit}\n"
    "li,p{margin:.5em 0}\n"
    "</style>\n";

struct page_writer {
    GString *out;
    const struct element *block, *heading; /* that were written last */
    const struct line *line;               /* that was written last */
    const char *open;                      /* tag that is open, or NULL */
    bool in_list;
};

static void close_block(struct page_writer *writer)
{
    if (writer->open)
        g_string_append_printf(writer->out, "</%s>\n", writer->open);
    writer->open = NULL;
}

static void close_list(struct page_writer *writer)
{
    if (writer->in_list)
        g_string_append(writer->out, "</ul>\n");
    writer->in_list = false;
}

/* Headings stand one level below those of the screens, under the page's own. */
static const char *page_tag(const char *tag)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6", "h6"};
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(headings); i++)
        if (g_str_equal(tag, headings[i]))
            return headings[i + 1];
    return g_str_equal(tag, "li") || g_str_equal(tag, "pre") ? tag : "p";
}

static void open_block(struct page_writer *writer, const struct slide_line *line)
{
    const char *tag = page_tag(line->tag);
    close_block(writer);
    if (!g_str_equal(tag, "li"))
        close_list(writer);
    else if (!writer->in_list) {
        g_string_append(writer->out, "<ul>\n");
        writer->in_list = true;
    }
    g_string_append_printf(writer->out, "<%s", tag);
    if (line->line->lang)
        g_string_append_printf(writer->out, " lang=\"%s\"", line->line->lang);
    g_string_append_c(writer->out, '>');
    writer->open = tag;
}

static void write_line(struct page_writer *writer, const struct page *page,
                       const struct slide_line *line)
{
    bool heading = line->tag[0] == 'h';
    bool repeated = heading && writer->heading == line->block && writer->block != line->block;
    if (!line->block || repeated)
        return;
    g_autofree char *words = slide_line_words(page, line);
    if (writer->block != line->block || !writer->open)
        open_block(writer, line);
    else
        g_string_append(writer->out, line_joint(writer->line, line->line));
    xml_escape(writer->out, words);
    writer->block = line->block;
    writer->line = line->line;
    writer->heading = heading ? line->block : writer->heading;
}

static void write_pictures(struct page_writer *writer, const struct cycle *cycle,
                           const struct page *page)
{
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const char *alt = item->element && item->element->alt ? item->element->alt : "";
        if (item->kind == ITEM_IMAGE) {
            const struct webimage *image = g_hash_table_lookup(cycle->images, item->as.image);
            g_string_append_printf(writer->out, "<p><img src=\"%s\" alt=\"", image->src);
            xml_escape(writer->out, alt);
            g_string_append(writer->out, "\"></p>\n");
        }
        if (item->kind == ITEM_FILL && item->element && item->element->role == ROLE_FIGURE) {
            g_string_append(writer->out, "<p>");
            xml_escape(writer->out, alt);
            g_string_append(writer->out, "</p>\n");
        }
    }
}

static void write_slide(struct page_writer *writer, const struct cycle *cycle,
                        const struct slide *slide)
{
    g_autoptr(GPtrArray) lines = slide_lines(slide->source.page);
    for (guint i = 0; i < lines->len; i++)
        write_line(writer, slide->source.page, lines->pdata[i]);
    close_block(writer);
    close_list(writer);
    write_pictures(writer, cycle, slide->source.page);
}

static void write_head(GString *out, const struct cycle *cycle)
{
    const struct labels *labels = cycle_labels(cycle);
    const struct slide *first = cycle->slides->pdata[0];
    g_autofree char *title = labels_format(labels, LABEL_TRANSCRIPT_TITLE, "name",
                                           cycle->setup.clinic->name.value, NULL);
    g_string_append_printf(out,
                           "<!doctype html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                           "<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                           cycle_lang(cycle), first->rtl ? "rtl" : "ltr");
    xml_escape(out, title);
    g_string_append_printf(out, "</title>\n%s</head>\n<body>\n<main>\n<h1>", page_style);
    xml_escape(out, title);
    g_string_append(out, "</h1>\n<p><a href=\"index.html\">");
    xml_escape(out, labels_get(labels, LABEL_TRANSCRIPT_BACK));
    g_string_append(out, "</a></p>\n");
}

char *show_transcript(const struct cycle *cycle)
{
    struct page_writer writer = {.out = g_string_new(NULL)};
    const char *article = NULL;
    write_head(writer.out, cycle);
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        if (!article || !g_str_equal(article, slide->source.article))
            g_string_append_printf(writer.out, "%s<article lang=\"%s\" dir=\"%s\">\n",
                                   article ? "</article>\n" : "", slide->source.layout->lang,
                                   slide->rtl ? "rtl" : "ltr");
        article = slide->source.article;
        write_slide(&writer, cycle, slide);
    }
    g_string_append(writer.out, "</article>\n</main>\n</body>\n</html>\n");
    return g_string_free(writer.out, FALSE);
}
