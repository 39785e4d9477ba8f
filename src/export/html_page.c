/*
 * The frame of a page, and the plainest page: one document.
 */
#include "export/html_page.h"

#include "export/html.h"
#include "export/writer.h"

static const char page_style[] =
    "\n:root{color-scheme:light dark}\n"
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;"
    "overflow-wrap:break-word}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .5em}\n"
    "img{max-width:100%;height:auto}\n"
    "figure{margin:1em 0}\n"
    "a{color:inherit}\n"
    "li,p{margin:.5em 0}\n"
    "li.task{list-style:none}\n"
    "pre{white-space:pre-wrap}\n"
    "table{border-collapse:collapse}\n"
    "th,td{border:1px solid;padding:.25em .5em;text-align:start;vertical-align:top}\n"
    ".center{text-align:center}\n"
    ".end{text-align:end}\n"
    ".note{display:grid;grid-template-columns:2em 1fr;align-items:baseline}\n"
    ".note>p{grid-column:2}\n"
    ".write{display:inline-block;width:12em;border-bottom:1px solid}\n";

static void add_meta(struct xml *xml, const char *attribute, const char *value, const char *content)
{
    xml_open(xml, "meta");
    xml_attribute(xml, attribute, value);
    xml_attribute(xml, "content", content);
    xml_close(xml, "meta");
    xml_break(xml);
}

static void add_head(struct xml *xml, const char *title)
{
    xml_open(xml, "head");
    xml_break(xml);
    add_meta(xml, "charset", "utf-8", NULL);
    add_meta(xml, "name", "viewport", "width=device-width");
    xml_element(xml, "title", title);
    xml_break(xml);
    xml_open(xml, "style");
    xml_raw(xml, page_style);
    xml_close(xml, "style");
    xml_break(xml);
    xml_close(xml, "head");
    xml_break(xml);
}

struct xml *html_page_new(const struct html_page *page)
{
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_head(xml);
    xml_open(xml, "html");
    xml_attribute(xml, "lang", page->lang);
    xml_attribute(xml, "dir", page->rtl ? "rtl" : "ltr");
    xml_break(xml);
    add_head(xml, page->title);
    xml_open(xml, "body");
    xml_break(xml);
    xml_open(xml, "main");
    xml_break(xml);
    if (!page->sample)
        return xml;
    xml_open(xml, "p");
    xml_element(xml, "strong", page->sample);
    xml_close(xml, "p");
    xml_break(xml);
    return xml;
}

char *html_page_finish(struct xml *page)
{
    static const char *const open[] = {"main", "body", "html"};
    for (size_t i = 0; i < G_N_ELEMENTS(open); i++) {
        xml_close(page, open[i]);
        xml_break(page);
    }
    return xml_finish(page);
}

static char *write_page(const struct document *document)
{
    const struct html_setting setting = {0};
    struct xml *page = html_page_new(&(struct html_page){.title = document->title,
                                                         .lang = document->lang,
                                                         .rtl = document->rtl,
                                                         .sample = document->sample});
    html_write(page, document, PART_ALL, &setting);
    return html_page_finish(page);
}

const struct writer writer_html = {
    .name = "html",
    .suffix = "html",
    .help = "a page for browsers, pictures by their words",
    .write = write_page,
};
