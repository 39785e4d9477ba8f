/*
 * Where a page says for machines what the clinic is: scripts of JSON-LD, and elements with
 * properties of schema.org (microdata). Awkward: any thing of a page may have such properties, so
 * they count only within a thing of one of the kinds of clinics.
 */
#include "import/html_parts.h"

#include <string.h>

static bool is_clinic(const xmlNode *node)
{
    static const char *const kinds[] = {"/medicalclinic",      "/physician",     "/dentist",
                                        "/hospital",           "/localbusiness", "/medicalbusiness",
                                        "/medicalorganization"};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (html_value_has(node, "itemtype", kinds[i]))
            return true;
    return false;
}

/* Which of its attributes says a property's value; owned by the caller. */
static char *value_of(const xmlNode *node)
{
    static const char *const attributes[] = {"content", "datetime", "href"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        char *value = html_value(node, attributes[i]);
        if (value)
            return value;
    }
    xmlChar *content = xmlNodeGetContent(node);
    struct ink *ink = ink_new();
    ink_add(ink, (const char *)content, (struct ink_look){0});
    char *words = ink_plain(ink);
    ink_free(ink);
    xmlFree(content);
    return words;
}

/* The thing that a property belongs to, or NULL. Pages nest nothing that they mean deeper. */
static const xmlNode *thing_of(const xmlNode *node)
{
    const xmlNode *n = node->parent;
    for (int i = 0; i < 32 && n && n->type == XML_ELEMENT_NODE; i++, n = n->parent)
        if (xmlHasProp((xmlNode *)n, (const xmlChar *)"itemscope"))
            return n;
    return NULL;
}

/* A property that is a thing itself has its values below. */
static void read_property(struct walk *w, const xmlNode *node)
{
    g_autofree char *name = html_value(node, "itemprop");
    if (!name || xmlHasProp((xmlNode *)node, (const xmlChar *)"itemscope"))
        return;
    const xmlNode *thing = thing_of(node);
    bool place = thing && html_value_has(thing, "itemtype", "/postaladdress");
    const xmlNode *whole = place ? thing_of(thing) : thing;
    if (!whole || !is_clinic(whole))
        return;
    g_autofree char *path = g_strconcat(place ? "address." : "", name, NULL);
    g_autofree char *value = value_of(node);
    schema_value(w->source, path, value, (int)xmlGetLineNo(node));
}

void html_read_schema(struct walk *w, const xmlNode *node)
{
    if (!node->properties)
        return;
    if (!html_is(node, "script") || !html_value_is(node, "type", "application/ld+json")) {
        read_property(w, node);
        return;
    }
    xmlChar *json = xmlNodeGetContent(node);
    g_autofree char *valid = g_utf8_make_valid((const char *)json, -1);
    schema_read(w->source, valid, (int)xmlGetLineNo(node));
    xmlFree(json);
}
