/*
 * Signs of fonts of signs in a .docx file, such as ticks, as text: pandoc 2.17 knows those of
 * Symbol alone, drops others that Word numbers, and takes those that are typed for letters. It
 * drops boxes to tick as well, and bullets that say something, as a cross does.
 */
#include "import/docx.h"
#include "import/faces.h"
#include "import/office.h"
#include "import/zip.h"

#include <stdlib.h>
#include <string.h>

#define LEVELS  9      /* of its lists */
#define UNKNOWN 0xFFFD /* stands for a sign that cannot be read */

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
    xmlNode *fonts = office_child(office_child(run, "rPr"), "rFonts");
    enum face face = face_of(fonts, "ascii");
    for (xmlNode *n = run->children; n; n = n->next)
        if (office_is(n, "sym"))
            settle_numbered(n);
        else if (office_is(n, "t") && face)
            settle_words(n, face);
    if (face) { /* its words are others now */
        xmlUnlinkNode(fonts);
        xmlFreeNode(fonts);
    }
}

/* A box to tick, which is a field of a form, stands before the run as the sign that it shows. */
static void settle_box(xmlNode *run)
{
    const xmlNode *box =
        office_child(office_child(office_child(run, "fldChar"), "ffData"), "checkBox");
    if (!box)
        return;
    const xmlNode *checked = office_child(box, "checked");
    bool on = checked ? docx_is_on(checked) : docx_is_on(office_child(box, "default"));
    xmlAddPrevSibling(run, docx_new_run(run, on ? "☑" : "☐"));
}

static void settle_runs(xmlNode *root)
{
    for (xmlNode *n = root; n; n = office_after(n, root))
        if (office_is(n, "r")) {
            settle_run(n);
            settle_box(n);
        }
}

/* Learns the bullets of a kind of list that say something, by "kind level". */
static void learn_list(GHashTable *bullets, const xmlNode *list)
{
    g_autofree char *kind = office_value(list, "abstractNumId");
    for (const xmlNode *level = list->children; level; level = level->next) {
        g_autofree char *number = office_is(level, "lvl") ? office_value(level, "ilvl") : NULL;
        g_autofree char *form = office_value(office_child(level, "numFmt"), "val");
        g_autofree char *text = office_value(office_child(level, "lvlText"), "val");
        enum face face = face_of(office_child(office_child(level, "rPr"), "rFonts"), "ascii");
        gunichar sign = text ? g_utf8_get_char_validated(text, -1) : 0,
                 shown = face_sign(face, sign);
        sign = face && shown ? shown : sign;
        if (number && g_strcmp0(form, "bullet") == 0 && face_says(sign))
            g_hash_table_insert(bullets, g_strdup_printf("%s %s", kind, number),
                                GUINT_TO_POINTER(sign));
    }
}

/* The same by "list level", lists being of those kinds. */
static GHashTable *learn_bullets(const xmlNode *numbering)
{
    g_autoptr(GHashTable) kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *bullets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const xmlNode *n = numbering->children; n; n = n->next)
        if (office_is(n, "abstractNum"))
            learn_list(kinds, n);
    for (const xmlNode *n = numbering->children; n; n = n->next) {
        g_autofree char *list = office_is(n, "num") ? office_value(n, "numId") : NULL;
        g_autofree char *kind = office_value(office_child(n, "abstractNumId"), "val");
        for (int level = 0; list && kind && level < LEVELS; level++) {
            g_autofree char *key = g_strdup_printf("%s %d", kind, level);
            gpointer sign = g_hash_table_lookup(kinds, key);
            if (sign)
                g_hash_table_insert(bullets, g_strdup_printf("%s %d", list, level), sign);
        }
    }
    return bullets;
}

/* The bullet of the paragraph stands before its words, if it says something. */
static void settle_bullet(xmlNode *paragraph, GHashTable *bullets)
{
    const xmlNode *properties = office_child(paragraph, "pPr"),
                  *of = office_child(properties, "numPr");
    g_autofree char *list = office_value(office_child(of, "numId"), "val");
    g_autofree char *level = office_value(office_child(of, "ilvl"), "val");
    g_autofree char *key = g_strdup_printf("%s %s", list ? list : "", level ? level : "0");
    gunichar sign = GPOINTER_TO_UINT(g_hash_table_lookup(bullets, key));
    char text[8] = "";
    if (!list || !sign)
        return;
    text[g_unichar_to_utf8(sign, text)] = ' ';
    xmlAddNextSibling((xmlNode *)properties, docx_new_run(paragraph, text));
}

static void settle_bullets(xmlNode *root, GBytes *document)
{
    g_autofree char *text = zip_text(document, "word/numbering.xml");
    xmlDoc *numbering = text ? office_parse(text) : NULL;
    if (!numbering)
        return;
    g_autoptr(GHashTable) bullets = learn_bullets(xmlDocGetRootElement(numbering));
    xmlFreeDoc(numbering);
    for (xmlNode *n = root; n && g_hash_table_size(bullets) > 0; n = office_after(n, root))
        if (office_is(n, "p"))
            settle_bullet(n, bullets);
}

void docx_settle_signs(xmlNode *root, GBytes *document)
{
    settle_runs(root);
    settle_bullets(root, document);
}
