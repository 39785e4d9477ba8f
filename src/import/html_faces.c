/*
 * Letters of a page in fonts of signs: old editors write "≤" as "£" in the font Symbol. Awkward:
 * browsers of today show the letter where they have no such font, so all of it is listed.
 */
#include "import/faces.h"
#include "import/html_parts.h"

#include <string.h>

#define MARK    "data-shows-signs"
#define UNKNOWN 0xFFFD /* stands for a sign that cannot be read */

/* The face that the element says for its words; -1: it says none. */
static int face_of(const xmlNode *node)
{
    static const char family[] = "font-family:";
    g_autofree char *name = html_is(node, "font") ? html_value(node, "face") : NULL;
    if (name)
        return (int)face_named(name);
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    const char *said = style ? strcasestr(style, family) : NULL;
    return said ? (int)face_named(said + strlen(family)) : -1;
}

/* The text in the face; true: it had letters. */
static bool settle_text(xmlNode *node, enum face face)
{
    GString *shown = g_string_new(NULL);
    for (const char *p = (const char *)node->content; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), sign = face_sign(face, c);
        if (g_unichar_isspace(c))
            g_string_append_unichar(shown, c);
        else
            g_string_append_unichar(shown, sign ? sign : UNKNOWN);
    }
    xmlNodeSetContent(node, (const xmlChar *)shown->str);
    g_autofree char *plain = g_strstrip(g_string_free(shown, FALSE));
    return *plain;
}

/* What is below the element, but for other faces in it. */
static void settle_words(xmlNode *element, enum face face)
{
    bool any = false;
    for (const xmlNode *n = element, *next; n; n = next) {
        bool other = n != element && n->type == XML_ELEMENT_NODE && face_of(n) >= 0;
        next = html_after(n, element, !other);
        if (n->type == XML_TEXT_NODE && n->content)
            any |= settle_text((xmlNode *)n, face) && !html_is_word_marker(n->parent);
    }
    if (any)
        xmlSetProp(element, (const xmlChar *)MARK, (const xmlChar *)"");
}

void html_settle_faces(xmlNode *root)
{
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        int face = n->type == XML_ELEMENT_NODE ? face_of(n) : -1;
        if (face > FACE_OF_LETTERS)
            settle_words((xmlNode *)n, (enum face)face);
    }
}

bool html_shows_signs(const xmlNode *node)
{
    return xmlHasProp((xmlNode *)node, (const xmlChar *)MARK) != NULL;
}
