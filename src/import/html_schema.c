/*
 * Where a page says for machines what the clinic is: scripts of JSON-LD, and elements with
 * properties of schema.org (microdata, RDFa). Awkward: any thing of a page may have such
 * properties, so they count only within a thing that has an address or a number of its own.
 */
#include "base/pattern.h"
#include "import/html_parts.h"
#include "import/schema.h"

#include <string.h>

#define WHY_BROKEN "what the page says for machines, and they cannot read"

/* Pages nest nothing that they mean deeper. */
#define DEPTH_MOST 48

/* The kinds of the thing that the element is, or the names of its property; owned by the caller;
 * NULL: it is none, or has none. */
static char *types_of(const xmlNode *node)
{
    char *types = html_value(node, "itemtype");
    return types ? types : html_value(node, "typeof");
}

static char *names_of(const xmlNode *node)
{
    char *names = html_value(node, "itemprop");
    names = names ? names : html_value(node, "property");
    bool related = !names && xmlHasProp((xmlNode *)node, (const xmlChar *)"typeof");
    return related ? html_value(node, "rel") : names;
}

static bool is_thing(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE &&
           (xmlHasProp((xmlNode *)node, (const xmlChar *)"itemscope") ||
            xmlHasProp((xmlNode *)node, (const xmlChar *)"typeof"));
}

/* True for what leads somewhere by its meaning, so that its address is its value. */
static bool is_reference(const char *name)
{
    static const char *const names[] = {"url", "telephone", "email", "faxNumber", "dayOfWeek"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* The words below the node, with ends of lines where they are parted; owned by the caller. */
static char *lines_of(const xmlNode *node)
{
    static struct pattern blanks = PATTERN(" {2,}");
    g_autoptr(GString) words = g_string_new(NULL);
    for (const xmlNode *n = node; n; n = html_after(n, node, true)) {
        bool text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
        g_autofree char *own = text && n->content ? g_strdup((const char *)n->content) : NULL;
        bool parts = html_is(n, "br") || (html_is_block(n) && n != node);
        g_string_append(words, parts ? "\n" : own ? g_strdelimit(own, "\t\r\n\f", ' ') : "");
    }
    g_autofree char *valid = g_utf8_make_valid(words->str, -1);
    return g_strstrip(g_regex_replace_literal(pattern_regex(&blanks), valid, -1, 0, " ", 0, NULL));
}

/* The property's value; owned by the caller. */
static char *value_of(const xmlNode *node, const char *name)
{
    static const char *const attributes[] = {"content", "datetime", "href"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        bool link = strcmp(attributes[i], "href") == 0;
        char *value = link && !is_reference(name) ? NULL : html_value(node, attributes[i]);
        if (value)
            return value;
    }
    return lines_of(node);
}

struct reader {
    GPtrArray *leaves;
    GHashTable *prefixes; /* of char *, owned, by node: the paths of the things */
    GHashTable *counts;   /* by path: things that have it so far */
    const xmlNode *root;
};

/* The path of the thing that a node stands in; lent; NULL: it is too deep. */
static const char *prefix_around(const struct reader *r, const xmlNode *node)
{
    const xmlNode *n = node->parent;
    for (int i = 0; i < DEPTH_MOST && n && n->type == XML_ELEMENT_NODE; i++, n = n->parent) {
        const char *prefix = g_hash_table_lookup(r->prefixes, n);
        if (prefix || is_thing(n))
            return prefix;
    }
    return NULL;
}

static void add_values(const struct reader *r, const char *prefix, const char *names,
                       const char *value, int line)
{
    g_auto(GStrv) parts = g_strsplit(names, " ", -1);
    for (char **part = parts; *part; part++) {
        const char *colon = strchr(*part, ':'); /* "schema:name" */
        g_autofree char *path = g_strconcat(prefix, colon ? colon + 1 : *part, NULL);
        if (**part)
            schema_leaves_add(r->leaves, path, value, line);
    }
}

/* The path of a thing within another, which has a number of its own; owned by the caller. */
static char *prefix_of(struct reader *r, const char *around, const char *name)
{
    char *path = g_strconcat(around, name, NULL);
    unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(r->counts, path));
    char *prefix = g_strdup_printf("%s.%u.", path, number);
    g_hash_table_insert(r->counts, path, GUINT_TO_POINTER(number + 1));
    return prefix;
}

static void add_thing(struct reader *r, const xmlNode *node, const char *around, const char *name)
{
    char *prefix = around ? prefix_of(r, around, name) : g_strdup("");
    g_autofree char *types = types_of(node);
    g_auto(GStrv) kinds = g_strsplit(types ? types : "Thing", " ", -1);
    g_autofree char *path = g_strconcat(prefix, "@type", NULL);
    for (char **kind = kinds; *kind; kind++)
        schema_leaves_add(r->leaves, path, *kind, (int)xmlGetLineNo(node));
    g_hash_table_insert(r->prefixes, (gpointer)node, prefix);
}

static void read_element(struct reader *r, const xmlNode *node)
{
    g_autofree char *names = names_of(node);
    const char *around = node == r->root ? NULL : prefix_around(r, node);
    if (is_thing(node) && (node == r->root || (around && names)))
        add_thing(r, node, around, names);
    else if (names && around && !is_thing(node)) {
        g_autofree char *value = value_of(node, names);
        add_values(r, around, names, value, (int)xmlGetLineNo(node));
    }
}

/* True for a thing that is no property of another. */
static bool is_outer_thing(const xmlNode *node)
{
    g_autofree char *names = is_thing(node) ? names_of(node) : NULL;
    return is_thing(node) && !names;
}

/* Whether a thing is a person: all of its kinds and names are looked at. */
static bool is_person(const xmlNode *node)
{
    g_autofree char *types = types_of(node), *names = names_of(node);
    g_auto(GStrv) kinds = g_strsplit(types ? types : "", " ", -1);
    g_auto(GStrv) parts = g_strsplit(names ? names : "", " ", -1);
    const char *colon = *parts ? strchr(*parts, ':') : NULL;
    for (char **kind = kinds; *kind; kind++)
        if (schema_is_person(*kind, colon ? colon + 1 : *parts ? *parts : ""))
            return true;
    return false;
}

/* A clinic that a person works for is no part of the person. */
static bool is_clinic(const xmlNode *node)
{
    g_autofree char *types = types_of(node);
    g_auto(GStrv) kinds = g_strsplit(types ? types : "", " ", -1);
    for (char **kind = kinds; *kind; kind++)
        if (schema_is_clinic(*kind))
            return true;
    return false;
}

void html_enter_thing(const xmlNode *node)
{
    struct html_view *view = html_view(node);
    const xmlNode *above = node->parent;
    if (above && above->type == XML_ELEMENT_NODE) {
        view->in_thing = html_view(above)->in_thing || is_thing(above);
        view->of_person = html_view(above)->of_person;
    }
    if (node->properties && is_thing(node))
        view->of_person = is_person(node) || (view->of_person && !is_clinic(node));
}

/* Notes all that is said within the thing, but for others that stand in it. */
static void read_thing(const struct walk *w, const xmlNode *node)
{
    struct reader r = {.leaves = schema_leaves_new(),
                       .prefixes = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                       .counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       .root = node};
    for (const xmlNode *n = node, *next; n; n = next) {
        bool other = n != node && is_outer_thing(n);
        if (!other && n->type == XML_ELEMENT_NODE && n->properties)
            read_element(&r, n);
        next = html_after(n, node, !other);
    }
    g_ptr_array_add(w->said, r.leaves);
    g_hash_table_unref(r.prefixes);
    g_hash_table_unref(r.counts);
}

void html_read_schema(struct walk *w, const xmlNode *node)
{
    if (!node->properties)
        return;
    if (!html_is(node, "script") || !html_value_is(node, "type", "application/ld+json")) {
        bool outer = is_outer_thing(node) || (is_thing(node) && !html_view(node)->in_thing);
        if (outer && !is_person(node))
            read_thing(w, node);
        return;
    }
    xmlChar *json = xmlNodeGetContent(node);
    g_autofree char *valid = g_utf8_make_valid((const char *)json, -1);
    GPtrArray *leaves = schema_leaves_of_json(valid, (int)xmlGetLineNo(node));
    if (leaves->len == 0)
        html_drop(w, node, valid, WHY_BROKEN);
    g_ptr_array_add(w->said, leaves);
    xmlFree(json);
}
