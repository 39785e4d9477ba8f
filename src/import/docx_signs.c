/*
 * Signs of fonts of signs in a .docx file, such as ticks, as text: pandoc 2.17 knows those of
 * Symbol alone, drops others that Word numbers, and takes those that are typed for letters. It
 * drops boxes to tick as well.
 */
#include "import/faces.h"
#include "import/parts.h"
#include "import/zip.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define PART    "word/document.xml"
#define UNKNOWN 0xFFFD /* stands for a sign that cannot be read */

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNode *child_of(const xmlNode *node, const char *name)
{
    for (xmlNode *n = node ? node->children : NULL; n; n = n->next)
        if (is(n, name))
            return n;
    return NULL;
}

/* The face that an attribute names. */
static enum face face_of(const xmlNode *node, const char *attribute)
{
    xmlChar *name = node ? xmlGetProp(node, (const xmlChar *)attribute) : NULL;
    enum face face = name ? face_named((const char *)name) : FACE_OF_LETTERS;
    xmlFree(name);
    return face;
}

/* A sign by its number becomes words, if it is known. */
static void settle_numbered(xmlNode *sym)
{
    enum face face = face_of(sym, "font");
    xmlChar *code = xmlGetProp(sym, (const xmlChar *)"char");
    gunichar sign = code ? face_sign(face, (gunichar)strtoul((const char *)code, NULL, 16)) : 0;
    xmlFree(code);
    if (!sign)
        return;
    char text[8] = "";
    g_unichar_to_utf8(sign, text);
    while (sym->properties)
        xmlRemoveProp(sym->properties);
    xmlNodeSetName(sym, (const xmlChar *)"t");
    xmlNodeSetContent(sym, (const xmlChar *)text);
}

static void settle_words(xmlNode *words, enum face face)
{
    xmlChar *text = xmlNodeGetContent(words);
    GString *shown = g_string_new(NULL);
    for (const char *p = (const char *)text; *p; p = g_utf8_next_char(p)) {
        gunichar sign = face_sign(face, g_utf8_get_char(p));
        g_string_append_unichar(shown, sign ? sign : UNKNOWN);
    }
    xmlNodeSetContent(words, (const xmlChar *)shown->str);
    g_string_free(shown, TRUE);
    xmlFree(text);
}

static void settle_run(xmlNode *run)
{
    enum face face = face_of(child_of(child_of(run, "rPr"), "rFonts"), "ascii");
    for (xmlNode *n = run->children; n; n = n->next)
        if (is(n, "sym"))
            settle_numbered(n);
        else if (is(n, "t") && face && face != FACE_SYMBOL) /* which pandoc reads */
            settle_words(n, face);
}

static bool is_on(const xmlNode *node)
{
    xmlChar *value = node ? xmlGetProp(node, BAD_CAST "val") : NULL;
    bool on = node && (!value || (strcmp((const char *)value, "0") != 0 &&
                                  strcmp((const char *)value, "false") != 0));
    xmlFree(value);
    return on;
}

/* A box to tick, which is a field of a form, stands before the run as the sign that it shows. */
static void settle_box(xmlNode *run)
{
    const xmlNode *box = child_of(child_of(child_of(run, "fldChar"), "ffData"), "checkBox");
    if (!box)
        return;
    const xmlNode *checked = child_of(box, "checked");
    bool on = checked ? is_on(checked) : is_on(child_of(box, "default"));
    xmlNode *shown = xmlNewNode(run->ns, BAD_CAST "r");
    xmlNewTextChild(shown, run->ns, BAD_CAST "t", BAD_CAST(on ? "☑" : "☐"));
    xmlAddPrevSibling(run, shown);
}

static void settle_runs(xmlNode *root)
{
    for (xmlNode *n = root; n;) {
        if (is(n, "r")) {
            settle_run(n);
            settle_box(n);
        }
        if (n->type == XML_ELEMENT_NODE && n->children) {
            n = n->children;
            continue;
        }
        while (n != root && !n->next)
            n = n->parent;
        n = n == root ? NULL : n->next;
    }
}

GBytes *docx_settle_signs(GBytes *document)
{
    g_autofree char *text = zip_text(document, PART);
    if (!text || !(strstr(text, "<w:sym ") || strstr(text, "\"Wingdings") ||
                   strstr(text, "\"Webdings") || strstr(text, "<w:checkBox>")))
        return NULL;
    xmlDoc *content = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = content ? xmlDocGetRootElement(content) : NULL;
    GBytes *settled = NULL;
    if (root && !content->intSubset) { /* entities are not ours to read */
        settle_runs(root);
        xmlChar *bytes;
        int size;
        xmlDocDumpMemoryEnc(content, &bytes, &size, "UTF-8");
        settled = bytes ? zip_with(document, PART, (const char *)bytes) : NULL;
        xmlFree(bytes);
    }
    xmlFreeDoc(content);
    return settled;
}
