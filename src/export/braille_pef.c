/*
 * Braille as files of the Portable Embosser Format (PEF 1.0, DAISY, 2011), which knows its pages
 * and takes cells as Unicode has them.
 */
#include "base/xml.h"
#include "export/braille_book.h"

#define PEF_NAMESPACE "http://www.daisy.org/ns/2008/pef"
#define DC_NAMESPACE  "http://purl.org/dc/elements/1.1/"

static void open_line(struct xml *xml, const char *name)
{
    xml_open(xml, name);
    xml_break(xml);
}

static void close_line(struct xml *xml, const char *name)
{
    xml_close(xml, name);
    xml_break(xml);
}

static void add_fact(struct xml *xml, const char *name, const char *value)
{
    if (!value)
        return;
    xml_element(xml, name, value);
    xml_break(xml);
}

static void add_head(struct xml *xml, const struct document *document)
{
    open_line(xml, "head");
    xml_open(xml, "meta");
    xml_attribute(xml, "xmlns:dc", DC_NAMESPACE);
    xml_break(xml);
    add_fact(xml, "dc:format", "application/x-pef+xml");
    add_fact(xml, "dc:identifier", document->name);
    add_fact(xml, "dc:title", document->title);
    add_fact(xml, "dc:creator", document->author);
    add_fact(xml, "dc:language", document->lang);
    close_line(xml, "meta");
    close_line(xml, "head");
}

static void add_page(struct xml *xml, const GPtrArray *page)
{
    open_line(xml, "page");
    for (guint i = 0; i < page->len; i++) {
        const struct braille_line *line = page->pdata[i];
        add_fact(xml, "row", line->cells);
    }
    close_line(xml, "page");
}

static void add_body(struct xml *xml, const struct braille_book *book,
                     const struct braille_setup *setup)
{
    open_line(xml, "body");
    xml_open(xml, "volume");
    xml_attribute_int(xml, "cols", setup->cells);
    xml_attribute_int(xml, "rows", setup->lines);
    xml_attribute_int(xml, "rowgap", 0);
    xml_attribute(xml, "duplex", "true");
    xml_break(xml);
    open_line(xml, "section");
    for (guint i = 0; i < book->pages->len; i++)
        add_page(xml, book->pages->pdata[i]);
    close_line(xml, "section");
    close_line(xml, "volume");
    close_line(xml, "body");
}

static char *write_pef(const struct writing *writing)
{
    const struct braille_book *book = braille_book_take(writing);
    struct xml *xml = xml_new(XML_SYNTAX_XML);
    xml_head(xml);
    xml_open(xml, "pef");
    xml_attribute(xml, "version", "2008-1");
    xml_attribute(xml, "xmlns", PEF_NAMESPACE);
    xml_break(xml);
    add_head(xml, writing->document);
    add_body(xml, book, &writing->style->braille);
    close_line(xml, "pef");
    braille_book_leave(writing, book);
    return xml_finish(xml);
}

const struct writer writer_pef = {
    .name = "pef",
    .suffix = "pef",
    .write = write_pef,
    .refusal = braille_refusal,
};
