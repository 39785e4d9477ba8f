/*
 * Writes XML and HTML: elements nest, every value is escaped, nothing is left open. The syntax
 * decides what is awkward to remember: an element without content is <x/> in XML, <x></x> in HTML
 * and <br> where HTML knows no end tag.
 *
 * Names are taken as they are and have to live until their element is closed; values are copied.
 * Order of calls: open, its attributes, its content, close.
 */
#ifndef HANDOUT_BASE_XML_H
#define HANDOUT_BASE_XML_H

#include <glib.h>

enum xml_syntax {
    XML_SYNTAX_XML,  /* XML 1.0; elements that hold elements are indented by two blanks a level */
    XML_SYNTAX_BARE, /* XML 1.0; white space is the caller's */
    XML_SYNTAX_HTML, /* HTML Standard; white space is the caller's, since it can mean something */
};

struct xml;

/* An empty text, without a head. Given to xml_finish(). */
struct xml *xml_new(enum xml_syntax syntax);

/* The first line of a file: the XML declaration (UTF-8), or HTML's doctype. */
void xml_head(struct xml *xml);

void xml_open(struct xml *xml, const char *name);

/* Of the element just opened; a value of NULL leaves the attribute out. */
void xml_attribute(struct xml *xml, const char *name, const char *value);
void xml_attribute_int(struct xml *xml, const char *name, gint64 value);

/* Escaped for where it stands. */
void xml_text(struct xml *xml, const char *text);

/* As it is: markup that is whole in itself, or what stands in style and script. */
void xml_raw(struct xml *xml, const char *markup);

/* Ends a line between elements, for whoever reads the source. */
void xml_break(struct xml *xml);

/* Closes the element opened last, which is named for the reader of the code and checked. */
void xml_close(struct xml *xml, const char *name);

/* An element with nothing but text. */
void xml_element(struct xml *xml, const char *name, const char *text);

/* The text, owned by the caller; every element has to be closed. Frees the writer. */
char *xml_finish(struct xml *xml);

/*
 * Appends `text`, which is UTF-8, fit for content and for a quoted attribute of both syntaxes.
 * Characters that XML 1.0 (2.2) cannot hold, not even escaped, are left out: they have no sign.
 */
void xml_escape(GString *out, const char *text);

/* What `xml_escape` made of a text, owned by the caller; other references stay as they are. */
char *xml_unescape(const char *text);

#endif
