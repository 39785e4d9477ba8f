/*
 * Finds footnotes by what makes them such: a short link to a block below, which links back to it;
 * so have pandoc, WordPress, MediaWiki, Word and our own pages. Awkward: both ends look alike, a
 * link to the other; the text comes first. Links up from the parts that a table of contents lists
 * are no notes, nor are cells of a table, which cannot become ones.
 */
#include "import/html_parts.h"

#include <string.h>

/* What refers to a note is a number or sign, perhaps in brackets. [bytes] */
#define REFERENCE_LENGTH 12
/* Marks that a reference may share with the words about it. */
#define STRESS (1U << MARK_INSERTED | 1U << MARK_STRIKE | 1U << MARK_STRONG | 1U << MARK_EMPHASIS)
/* How far a link may stand within what names it, or within its note. */
#define LEVELS 8

struct finder {
    xmlNode *root;
    GHashTable *targets; /* names to nodes */
    GHashTable *places;  /* nodes to their places in reading order, from 1 */
    GHashTable *notes;   /* blocks to their labels, lent by the source */
    struct source *source;
};

static bool is_short(const xmlNode *link)
{
    unsigned letters = html_view(link)->letters;
    return letters > 0 && letters <= REFERENCE_LENGTH;
}

/* What the link leads to within the page, or NULL. */
static xmlNode *target_of(const struct finder *f, const xmlNode *link)
{
    g_autofree char *href = html_is(link, "a") ? html_value(link, "href") : NULL;
    const char *hash = href && *href == '#' ? href + 1 : "";
    g_autofree char *name = g_uri_unescape_string(hash, NULL);
    return name && *name ? g_hash_table_lookup(f->targets, name) : NULL;
}

static int place_of(const struct finder *f, const xmlNode *node)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(f->places, node));
}

static bool is_within(const xmlNode *node, const xmlNode *block)
{
    for (int i = 0; node && node != block && i < LEVELS; i++)
        node = node->parent;
    return node == block;
}

static bool is_in_table(const xmlNode *node)
{
    static const char *const parts[] = {"td", "th", "tr", "table", NULL};
    for (int i = 0; node && i < LEVELS; i++, node = node->parent)
        if (html_is_one_of(node, parts))
            return true;
    return false;
}

/* The block that the link would have for its note, or NULL. */
static xmlNode *block_of(const struct finder *f, const xmlNode *link)
{
    xmlNode *node = target_of(f, link);
    while (node && node->type == XML_ELEMENT_NODE && !html_is_block(node))
        node = node->parent;
    bool fits = node && node->type == XML_ELEMENT_NODE && !html_view(node)->holds_heading &&
                !html_view(node)->holds_text && html_heading_level(node) == 0 &&
                place_of(f, link) < place_of(f, node) && !is_in_table(node) && is_short(link);
    return fits ? node : NULL;
}

/* The link that a name stands for: it has it, stands in what has it, or around it. */
static const xmlNode *link_at(const xmlNode *named)
{
    if (!named || html_is(named, "a"))
        return named;
    const xmlNode *n = named;
    for (int i = 0; n && i < LEVELS; i++, n = html_after(n, named, true))
        if (html_is(n, "a"))
            return n;
    return html_is(named->parent, "a") ? named->parent : NULL;
}

/* Links that lead from a note back to what refers to it make both what they are. */
static void tie(struct finder *f, const xmlNode *back)
{
    static const char *const comments[] = {"msocomanchor", "msocomoff", NULL};
    const xmlNode *reference = html_has_class(back, comments) ? NULL : link_at(target_of(f, back));
    xmlNode *block = reference && reference != back ? block_of(f, reference) : NULL;
    if (!block || !is_within(back, block))
        return;
    g_hash_table_insert(f->notes, block, NULL);
    html_view(back)->leads_back = true;
    if (html_is(back->parent, "span") && html_value_has(back->parent, "class", "backlink"))
        html_view(back->parent)->leads_back = true; /* with signs beside the links */
}

/* What holds nothing but the link and brackets, and so refers with it; or the link. */
static xmlNode *with_brackets(xmlNode *link)
{
    xmlNode *around = link->parent;
    if (!around || around->type != XML_ELEMENT_NODE || html_is_block(around) ||
        html_view(around)->links != 1 ||
        html_view(around)->letters > html_view(link)->letters + strlen("[]"))
        return link;
    xmlChar *words = xmlNodeGetContent(around), *own = xmlNodeGetContent(link);
    const char *start = (const char *)words + strspn((const char *)words, " [(");
    bool same =
        g_str_has_prefix(start, (const char *)own) &&
        start[strlen((const char *)own) + strspn(start + strlen((const char *)own), " ])")] == '\0';
    xmlFree(words);
    xmlFree(own);
    return same ? around : link;
}

/* The words without the brackets and stops about a reference; owned by the caller. */
static char *bare_words(const xmlNode *node)
{
    xmlChar *words = xmlNodeGetContent(node);
    g_autofree char *said = g_utf8_make_valid((const char *)words, -1);
    xmlFree(words);
    return g_strdup(g_strstrip(g_strdelimit(said, "[]().", ' ')));
}

/* Beside notes, what a number leads to is one as well, though nothing leads back. */
static void tie_beside(struct finder *f, const xmlNode *link)
{
    xmlNode *block = block_of(f, link);
    g_autofree char *sign = block ? bare_words(link) : NULL;
    if (!block || !*sign || sign[strspn(sign, "0123456789")])
        return;
    for (xmlNode *n = block->parent->children; n; n = n->next)
        if (g_hash_table_contains(f->notes, n)) {
            g_hash_table_insert(f->notes, block, NULL);
            return;
        }
}

/* A raised number that the note begins with is what refers to it, once more. */
static void drop_own_number(xmlNode *block, const xmlNode *link)
{
    static const char *const raised[] = {"sup", "span", "b", "strong", NULL};
    xmlNode *first = block;
    do {
        first = first->children;
        while (first && xmlIsBlankNode(first))
            first = first->next;
    } while (html_is_block(first));
    if (!html_is_one_of(first, raised) || html_view(first)->links > 0)
        return;
    g_autofree char *own = bare_words(first), *sign = bare_words(link);
    html_view(first)->leads_back = *own && strcmp(own, sign) == 0;
}

/* Notes are numbered in the order in which the text refers to them. */
static void number(struct finder *f, xmlNode *link, int *count)
{
    xmlNode *block = block_of(f, link);
    if (!block || !g_hash_table_contains(f->notes, block) || html_view(link)->leads_back)
        return;
    if (!html_view(block)->note) {
        g_autofree char *label = g_strdup_printf("%d", ++*count);
        html_view(block)->note = g_string_chunk_insert_const(f->source->strings, label);
        drop_own_number(block, link);
    }
    html_view(with_brackets(link))->refers_to = html_view(block)->note;
}

static void learn_names(struct finder *f)
{
    int place = 0;
    for (const xmlNode *n = f->root; n; n = html_after(n, f->root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        g_hash_table_insert(f->places, (gpointer)n, GINT_TO_POINTER(++place));
        char *id = n->properties ? html_value(n, "id") : NULL;
        char *name = html_is(n, "a") ? html_value(n, "name") : NULL;
        if (id)
            g_hash_table_insert(f->targets, id, (gpointer)n);
        if (name)
            g_hash_table_insert(f->targets, name, (gpointer)n);
    }
}

void html_find_notes(struct source *source, xmlNode *root)
{
    struct finder f = {.root = root,
                       .targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       .places = g_hash_table_new(NULL, NULL),
                       .notes = g_hash_table_new(NULL, NULL),
                       .source = source};
    int count = 0;
    learn_names(&f);
    for (const xmlNode *n = root; n; n = html_after(n, root, true))
        if (html_is(n, "a"))
            tie(&f, n);
    for (const xmlNode *n = root; n; n = html_after(n, root, true))
        if (html_is(n, "a") && g_hash_table_size(f.notes) > 0)
            tie_beside(&f, n);
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true))
        if (html_is(n, "a") && g_hash_table_size(f.notes) > 0)
            number(&f, n, &count);
    g_hash_table_unref(f.targets);
    g_hash_table_unref(f.places);
    g_hash_table_unref(f.notes);
}

bool html_read_note_link(struct walk *w, struct ink *ink, const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    if (view->leads_back) {
        xmlChar *words = xmlNodeGetContent(node);
        html_drop(w, node, (const char *)words, "leads from a note back to the text");
        xmlFree(words);
        return true;
    }
    if (!view->refers_to)
        return false;
    w->number = w->number ? w->number : (int)xmlGetLineNo(node);
    g_autofree char *sign = bare_words(node);
    if (strcmp(sign, view->refers_to) != 0)
        html_note(w, sign, "the number of a footnote: handouts count them by themselves");
    struct ink_look look = html_look_now(&w->look, w->heading != NULL);
    look.marks = (look.marks & STRESS) | 1U << MARK_NOTE;
    ink_add(ink, view->refers_to, (struct ink_look){look.marks, NULL, view->refers_to, NULL});
    return true;
}

void html_hold_note(struct walk *w, const xmlNode *node)
{
    struct html_view *view = html_view(node);
    view->held = true;
    view->around = w->holder;
    view->why_around = w->why;
    w->why = NULL; /* wherever notes stand, they belong to the text */
    w->holder = source_hold(w->source, HOLDER_NOTE, NULL);
    w->holder->label = view->note;
}
