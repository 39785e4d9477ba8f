/*
 * Signs of an .odt file that pandoc 2.17 does not read: letters in fonts of signs, of which "m" is
 * "μ" in Symbol, and bullets that say something, as a cross does.
 */
#include "import/faces.h"
#include "import/odf.h"
#include "import/office.h"

#include <stdlib.h>

#define UNKNOWN 0xFFFD /* stands for a sign that cannot be read */

/* Styles and lists are known by their names: of the first, the face with 1 added; of the others,
 * the bullet of each level, by "style level". */
struct looks {
    GHashTable *fonts, *faces, *bullets;
};

/* The face that properties of text give, with 1 added; 0: none. */
static unsigned face_in(const struct looks *looks, const xmlNode *properties)
{
    g_autofree char *name = office_value(properties, "font-name");
    g_autofree char *family = office_value(properties, "font-family");
    const char *declared = name ? g_hash_table_lookup(looks->fonts, name) : NULL;
    const char *font = family ? family : declared ? declared : name;
    return font ? face_named(font) + 1U : 0;
}

static const xmlNode *properties_of(const xmlNode *node)
{
    const xmlNode *child = node->children;
    while (child && !office_is(child, "text-properties"))
        child = child->next;
    return child;
}

static void learn_bullet(struct looks *looks, const xmlNode *level)
{
    g_autofree char *style = office_value(level->parent, "name"),
                    *number = office_value(level, "level");
    g_autofree char *text = office_value(level, "bullet-char");
    const xmlNode *properties = properties_of(level);
    unsigned face = properties ? face_in(looks, properties) : 0;
    gunichar sign = text ? g_utf8_get_char_validated(text, -1) : 0;
    gunichar shown = face > 1 ? face_sign((enum face)(face - 1), sign) : 0;
    sign = shown ? shown : sign;
    if (style && number && face_says(sign))
        g_hash_table_insert(looks->bullets, g_strdup_printf("%s %s", style, number),
                            GUINT_TO_POINTER(sign));
}

static void learn(struct looks *looks, xmlNode *root)
{
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        char *name =
            office_is(n, "font-face") || office_is(n, "style") ? office_value(n, "name") : NULL;
        char *family = office_is(n, "font-face") ? office_value(n, "font-family") : NULL;
        const xmlNode *properties = office_is(n, "style") ? properties_of(n) : NULL;
        unsigned face = properties ? face_in(looks, properties) : 0;
        if (office_is(n, "list-level-style-bullet"))
            learn_bullet(looks, n);
        if (name && family)
            g_hash_table_insert(looks->fonts, name, family);
        else if (name && face)
            g_hash_table_insert(looks->faces, name, GUINT_TO_POINTER(face));
        else {
            g_free(name);
            g_free(family);
        }
    }
}

/* The face of words, by the nearest style around them that gives one. */
static enum face face_of(const struct looks *looks, const xmlNode *words)
{
    for (const xmlNode *n = words->parent; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        g_autofree char *style = office_is(n, "span") || office_is(n, "p") || office_is(n, "h")
                                     ? office_value(n, "style-name")
                                     : NULL;
        unsigned face = style ? GPOINTER_TO_UINT(g_hash_table_lookup(looks->faces, style)) : 0;
        if (face)
            return (enum face)(face - 1);
    }
    return FACE_OF_LETTERS;
}

static void settle_words(xmlNode *words, enum face face)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    for (const char *p = (const char *)words->content; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), sign = face_sign(face, c);
        g_string_append_unichar(shown, sign ? sign : g_unichar_isspace(c) ? c : UNKNOWN);
    }
    xmlNodeSetContent(words, BAD_CAST shown->str);
}

/* The sign of an item, by the style and the depth of its list; 0: it says nothing. */
static gunichar sign_of(const struct looks *looks, const xmlNode *item)
{
    g_autofree char *style = NULL;
    int level = 0;
    for (const xmlNode *n = item->parent; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        level += office_is(n, "list");
        if (office_is(n, "list") && !style)
            style = office_value(n, "style-name");
    }
    g_autofree char *key = g_strdup_printf("%s %d", style ? style : "", level);
    return GPOINTER_TO_UINT(g_hash_table_lookup(looks->bullets, key));
}

static void settle_item(const struct looks *looks, const xmlNode *item)
{
    xmlNode *words = xmlFirstElementChild((xmlNode *)item);
    gunichar sign = office_is(words, "p") ? sign_of(looks, item) : 0;
    char text[8] = "";
    if (!sign)
        return;
    text[g_unichar_to_utf8(sign, text)] = ' ';
    xmlNode *shown = xmlNewText(BAD_CAST text);
    if (words->children)
        xmlAddPrevSibling(words->children, shown);
    else
        xmlAddChild(words, shown);
}

void odf_settle_signs(xmlNode *root, xmlNode *styles)
{
    struct looks looks = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                          g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    if (styles)
        learn(&looks, styles);
    learn(&looks, root);
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        enum face face = n->type == XML_TEXT_NODE ? face_of(&looks, n) : FACE_OF_LETTERS;
        if (face != FACE_OF_LETTERS)
            settle_words(n, face);
        if (office_is(n, "list-item"))
            settle_item(&looks, n);
    }
    g_hash_table_unref(looks.fonts);
    g_hash_table_unref(looks.faces);
    g_hash_table_unref(looks.bullets);
}
