/*
 * The frame of a page.
 */
#include "export/html_page.h"

#include <glib.h>

/* Where the link past the band leads. */
#define MAIN_ID "main"

static const char plain_style[] =
    "\n:root{color-scheme:light dark}\n"
    "body{font:max(1.125rem,var(--letter,0px))/1.6 "
    "system-ui,sans-serif;max-width:35.5em;margin:2rem auto;padding:0 1rem;"
    "overflow-wrap:break-word}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .5em}\n"
    "img{max-width:100%;height:auto}\n"
    "figure{margin:1em 0}\n"
    "a{color:inherit}\n"
    ".back{display:inline-block;padding:.6em 0}\n"
    "li,p{margin:.5em 0}\n"
    "li.task{list-style:none}\n"
    "pre{white-space:pre-wrap}\n"
    "table{border-collapse:collapse}\n"
    "th,td{border:1px solid;padding:.25em .5em;text-align:start;vertical-align:top}\n"
    ".nb{white-space:nowrap}\n"
    "figure.address svg{width:8em;background:#fff}\n"
    "figure.address :is(span,bdi){display:block}\n"
    ".center{text-align:center}\n"
    ".end{text-align:end}\n"
    ".endnote{display:grid;grid-template-columns:2em 1fr;align-items:baseline}\n"
    ".label{display:none}\n"
    "@media(max-width:40em){"
    "table:has(.label),table:has(.label) :is(tbody,tr,td,th){display:block}"
    "table:has(.label) thead{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%)}"
    "table:has(.label) tr{margin-bottom:1em;border:2px solid}"
    "table:has(.label) tbody :is(td,th){border:0;text-align:start}"
    "td .label{display:block;font-weight:bold}"
    "th .label{display:inline;margin-inline-end:.3em}}\n"
    ".endnote>p{grid-column:2}\n"
    ".write{display:inline-block;width:12em;border-bottom:1px solid}\n";

static void add_meta(struct xml *xml, const char *attribute, const char *value, const char *content)
{
    xml_open(xml, "meta");
    xml_attribute(xml, attribute, value);
    xml_attribute(xml, "content", content);
    xml_close(xml, "meta");
    xml_break(xml);
}

char *html_page_source(const char *text)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize size = sizeof digest;
    g_checksum_update(checksum, (const guchar *)text, -1);
    g_checksum_get_digest(checksum, digest, &size);
    g_autofree char *base64 = g_base64_encode(digest, size);
    return g_strdup_printf("'sha256-%s'", base64);
}

/* Pages from a disk have no origin that would be 'self'. */
static void add_policy(struct xml *xml, const char *style, const struct html_page *page)
{
    g_autofree char *looks = html_page_source(style);
    g_autofree char *runs = page->script ? html_page_source(page->script) : g_strdup("'none'");
    const char *folder = page->beside ? " 'self' file:" : "";
    const char *asked = page->beside ? "connect-src 'self'; frame-src 'self' file:; " : "";
    g_autofree char *policy =
        g_strdup_printf("default-src 'none'; style-src %s; script-src %s%s; img-src data:%s; "
                        "%sbase-uri 'none'; form-action 'none'",
                        looks, runs, folder, folder, asked);
    add_meta(xml, "http-equiv", "Content-Security-Policy", policy);
}

static void add_facts(struct xml *xml, const char *facts)
{
    if (!facts)
        return;
    xml_open(xml, "script");
    xml_attribute(xml, "type", "application/ld+json");
    xml_raw(xml, facts);
    xml_close(xml, "script");
    xml_break(xml);
}

/* Of a display no server has one to give, and browsers ask it all the same. */
static void add_no_icon(struct xml *xml)
{
    xml_open(xml, "link");
    xml_attribute(xml, "rel", "icon");
    xml_attribute(xml, "href", "data:,");
    xml_close(xml, "link");
    xml_break(xml);
}

static void add_head(struct xml *xml, const struct html_page *page)
{
    const char *style = page->style ? page->style : plain_style;
    xml_open(xml, "head");
    xml_break(xml);
    add_meta(xml, "charset", "utf-8", NULL);
    if (page->sealed)
        add_policy(xml, style, page);
    add_meta(xml, "name", "viewport", "width=device-width");
    xml_element(xml, "title", page->title);
    xml_break(xml);
    if (page->beside)
        add_no_icon(xml);
    xml_open(xml, "style");
    xml_raw(xml, style);
    xml_close(xml, "style");
    xml_break(xml);
    add_facts(xml, page->facts);
    xml_close(xml, "head");
    xml_break(xml);
}

static void add_skip_link(struct xml *xml, const char *words)
{
    if (!words)
        return;
    xml_open(xml, "a");
    xml_attribute(xml, "class", "skip");
    xml_attribute(xml, "href", "#" MAIN_ID);
    xml_text(xml, words);
    html_page_close(xml, "a");
}

struct xml *html_page_new(const struct html_page *page)
{
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_head(xml);
    xml_open(xml, "html");
    xml_attribute(xml, "lang", page->lang);
    xml_attribute(xml, "dir", page->rtl ? "rtl" : "ltr");
    if (page->letter > 0) {
        char share[G_ASCII_DTOSTR_BUF_SIZE];
        xml_attribute(xml, "data-letter", g_ascii_dtostr(share, sizeof share, page->letter));
    }
    xml_break(xml);
    add_head(xml, page);
    xml_open(xml, "body");
    xml_break(xml);
    add_skip_link(xml, page->skip);
    return xml;
}

void html_page_open(struct xml *xml, const char *tag, const char *class)
{
    xml_open(xml, tag);
    xml_attribute(xml, "class", class);
    xml_break(xml);
}

void html_page_close(struct xml *xml, const char *tag)
{
    xml_close(xml, tag);
    xml_break(xml);
}

void html_page_open_nav(struct xml *xml, const char *id, const char *heading)
{
    xml_open(xml, "nav");
    xml_attribute(xml, "aria-labelledby", id);
    xml_break(xml);
    xml_open(xml, "h2");
    xml_attribute(xml, "id", id);
    xml_text(xml, heading);
    html_page_close(xml, "h2");
    html_page_open(xml, "ul", "forms");
}

void html_page_close_nav(struct xml *xml)
{
    html_page_close(xml, "ul");
    html_page_close(xml, "nav");
}

void html_page_open_band(struct xml *xml, const char *clinic)
{
    html_page_open(xml, "header", "band");
    if (!clinic)
        return;
    xml_open(xml, "p");
    xml_attribute(xml, "class", "clinic");
    xml_element(xml, "bdi", clinic);
    html_page_close(xml, "p");
}

void html_page_open_main(struct xml *xml, const struct html_page *page)
{
    xml_open(xml, "main");
    xml_attribute(xml, "id", page->skip ? MAIN_ID : NULL);
    xml_break(xml);
    if (!page->sample)
        return;
    xml_open(xml, "p");
    xml_attribute(xml, "class", "sample");
    xml_element(xml, "strong", page->sample);
    xml_close(xml, "p");
    xml_break(xml);
}

void html_page_add_script(struct xml *xml, const struct html_page *page)
{
    xml_open(xml, "script");
    xml_raw(xml, page->script);
    html_page_close(xml, "script");
}

char *html_page_finish(struct xml *page)
{
    static const char *const open[] = {"body", "html"};
    for (size_t i = 0; i < G_N_ELEMENTS(open); i++)
        html_page_close(page, open[i]);
    return xml_finish(page);
}
