/*
 * Lists that stand straight in lists, as old editors write them: no item is about the inner one,
 * and browsers show it set in all the same. Awkward: libxml2 ends the outer list there, if it is of
 * another kind, and what follows has no list and no numbers; so an item is put about the inner one
 * before the page is parsed, and taken away after.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* Pages nest nothing that they mean deeper. */
#define DEPTH_MOST 64
/* Lists that begin above this do not count on from others. */
#define COUNT_MOST 100000

#define ITEM "<li data-between-lists>"
#define MARK "data-between-lists"

/* A tag of the page's source. */
struct tag {
    const char *name; /* behind its signs, lent */
    size_t length;
    const char *end; /* behind it */
    bool closes, empty;
};

static bool is_named(const struct tag *tag, const char *const *names)
{
    for (; *names; names++)
        if (strlen(*names) == tag->length &&
            g_ascii_strncasecmp(*names, tag->name, tag->length) == 0)
            return true;
    return false;
}

static bool is_list(const struct tag *tag)
{
    static const char *const names[] = {"ul", "ol", "menu", "dir", NULL};
    return is_named(tag, names);
}

/* Elements without an end, and those that any other may end. */
static bool is_never_open(const struct tag *tag)
{
    static const char *const names[] = {"p",    "br",   "hr",   "img",   "input", "meta",   "link",
                                        "area", "base", "col",  "embed", "param", "source", "track",
                                        "wbr",  "html", "head", "body",  NULL};
    return tag->empty || is_named(tag, names);
}

/* Where the words of an element end that holds no tags; `end` when they never do. */
static const char *behind_words(const struct tag *tag, const char *end)
{
    static const char *const names[] = {"script", "style", "textarea", "title", NULL};
    if (tag->closes || !is_named(tag, names))
        return tag->end;
    const char *at = tag->end;
    while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
        if ((size_t)(end - at) > tag->length + 2 && at[1] == '/' &&
            g_ascii_strncasecmp(at + 2, tag->name, tag->length) == 0)
            return at;
        at++;
    }
    return end;
}

/* Behind the ">" of a tag, which may stand in its values, too. */
static const char *behind_tag(const char *at, const char *end)
{
    char quote = '\0';
    for (; at < end; at++) {
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if (*at == '>')
            return at + 1;
        else if ((*at == '"' || *at == '\'') && at[-1] == '=')
            quote = *at;
    }
    return end;
}

static const char *behind_comment(const char *at, const char *end)
{
    const char *close = g_strstr_len(at, end - at, "-->");
    return close ? close + 3 : end;
}

/* The tag whose "<" stands at `at`; false: none does, and `end` of it is where to go on. */
static bool read_tag(const char *at, const char *end, struct tag *tag)
{
    bool comment = end - at > 4 && memcmp(at, "<!--", 4) == 0;
    tag->end = comment ? behind_comment(at + 4, end) : at + 1;
    tag->closes = end - at > 1 && at[1] == '/';
    tag->name = at + 1 + tag->closes;
    tag->length = 0;
    while (tag->name + tag->length < end && g_ascii_isalnum(tag->name[tag->length]))
        tag->length++;
    if (comment || tag->length == 0)
        return false;
    tag->end = behind_tag(tag->name + tag->length, end);
    tag->empty = tag->end[-1] == '>' && tag->end[-2] == '/';
    return true;
}

/* Ends the innermost open element of the tag's name, with all that is open in it. */
static void close_element(GArray *open, const struct tag *tag)
{
    for (guint i = open->len; i > 0 && open->len - i < DEPTH_MOST; i--) {
        const struct tag *other = &g_array_index(open, struct tag, i - 1);
        if (other->length != tag->length ||
            g_ascii_strncasecmp(other->name, tag->name, tag->length) != 0)
            continue;
        g_array_set_size(open, i - 1);
        return;
    }
}

/* Opens the element; true: it is a list straight in a list. */
static bool open_element(GArray *open, const struct tag *tag)
{
    static const char *const items[] = {"li", "dt", "dd", "tr", "td", "th", NULL};
    const struct tag *above = open->len ? &g_array_index(open, struct tag, open->len - 1) : NULL;
    if (above && is_named(tag, items) && is_named(above, items) && above->length == tag->length) {
        g_array_set_size(open, open->len - 1);
        above = NULL;
    }
    bool straight = above && is_list(above) && is_list(tag);
    g_array_append_val(open, *tag);
    return straight;
}

char *html_part_lists(const char *html, size_t size, size_t *out_size)
{
    const char *end = html + size, *written = html;
    GString *out = g_string_sized_new(size);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(struct tag));
    struct tag tag;
    for (const char *at = html; (at = memchr(at, '<', (size_t)(end - at))) != NULL;) {
        const char *start = at;
        bool any = read_tag(at, end, &tag);
        at = any ? behind_words(&tag, end) : tag.end;
        if (!any || is_never_open(&tag))
            continue;
        if (tag.closes)
            close_element(open, &tag);
        else if (open_element(open, &tag)) {
            g_string_append_len(out, written, start - written);
            g_string_append(out, ITEM);
            written = start;
        }
    }
    g_string_append_len(out, written, end - written);
    *out_size = out->len;
    return g_string_free(out, FALSE);
}

/* What is in the node goes to the item above it, or to its place. */
static void take_away(xmlNode *node)
{
    xmlNode *item = xmlPreviousElementSibling(node);
    bool above = html_is(item, "li");
    for (xmlNode *child; (child = node->children) != NULL;) {
        xmlUnlinkNode(child);
        if (above)
            xmlAddChild(item, child);
        else
            xmlAddPrevSibling(node, child);
    }
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* What the list of a document of Google is called ("lst-kix_a-1": the second level of "a"), up to
 * its level, which goes to `*level`; owned by the caller; NULL: it is none. */
static char *google_list(const xmlNode *node, int *level)
{
    static struct pattern form = PATTERN("(?:^|\\s)(lst-kix_\\w+)-(\\d)(?:\\s|$)");
    bool list = html_is(node, "ul") || html_is(node, "ol");
    g_autofree char *value = list ? html_value(node, "class") : NULL;
    g_autoptr(GMatchInfo) match = NULL;
    if (!value || !g_regex_match(pattern_regex(&form), value, 0, &match))
        return NULL;
    g_autofree char *digit = g_match_info_fetch(match, 2);
    *level = *digit - '0';
    return g_match_info_fetch(match, 1);
}

static bool is_named_so(const xmlNode *list, const char *name, int *level)
{
    g_autofree char *own = google_list(list, level);
    return own && strcmp(own, name) == 0;
}

/* The list that goes on with that one, if it does not start anew; else the item that this belongs
 * below; NULL: neither. */
static xmlNode *place_of(const xmlNode *list, const char *name, int level)
{
    static const char *const start[] = {"start", NULL};
    xmlNode *before = xmlPreviousElementSibling((xmlNode *)list), *item = NULL;
    int above = 0;
    while (is_named_so(before, name, &above) && above < level) {
        item = xmlLastElementChild(before);
        before = item ? xmlLastElementChild(item) : NULL;
    }
    bool same = is_named_so(before, name, &above) && above == level &&
                html_is(before, (const char *)list->name) && !html_has_class(list, start);
    return same ? before : item;
}

/* The items go to the end of a list that counts on, from where they say. */
static void move_items(xmlNode *list, xmlNode *to)
{
    g_autofree char *start = html_value(list, "start");
    xmlNode *first = xmlFirstElementChild(list);
    if (start && html_is(first, "li") && !xmlHasProp(first, BAD_CAST "value"))
        xmlNewProp(first, BAD_CAST "value", BAD_CAST start);
    for (xmlNode *child; (child = list->children) != NULL;) {
        xmlUnlinkNode(child);
        xmlAddChild(to, child);
    }
    xmlUnlinkNode(list);
    xmlFreeNode(list);
}

/* Google writes inner lists behind those that they belong in, and what goes on behind those. */
static void settle_google(xmlNode *root)
{
    for (xmlNode *n = root, *next; n; n = next) {
        int level = 0;
        g_autofree char *name = google_list(n, &level);
        xmlNode *place = name ? place_of(n, name, level) : NULL;
        next = (xmlNode *)html_after(n, root, !place);
        if (place && html_is(place, "li")) {
            xmlUnlinkNode(n);
            xmlAddChild(place, n);
        } else if (place) {
            move_items(n, place);
        }
    }
}

/* The list right before that one, if both count alike, by a style sheet too; NULL: it is none. */
static xmlNode *counted_before(const xmlNode *list)
{
    xmlNode *before = list->prev;
    while (before && xmlIsBlankNode(before))
        before = before->prev;
    if (!html_is(before, "ol"))
        return NULL;
    static const char *const kinds[] = {"type", "class", "style"};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *kind = html_value(list, kinds[i]), *other = html_value(before, kinds[i]);
        if (g_strcmp0(kind, other) != 0)
            return NULL;
    }
    return before;
}

/* How many items the list has; 0: one of them says its number. */
static int count_plain(const xmlNode *list)
{
    int items = 0;
    for (const xmlNode *n = list->children; n; n = n->next) {
        if (html_is(n, "li") && xmlHasProp((xmlNode *)n, BAD_CAST "value"))
            return 0;
        items += html_is(n, "li");
    }
    return items;
}

/* Lists of one item each that count on, as Notion writes them, are one. */
static void join_counted(xmlNode *root)
{
    g_autoptr(GHashTable) next_numbers = g_hash_table_new(NULL, NULL); /* by lists */
    for (xmlNode *n = root, *next; n; n = next) {
        next = (xmlNode *)html_after(n, root, true);
        int items = html_is(n, "ol") ? count_plain(n) : 0;
        if (items == 0)
            continue;
        g_autofree char *start = html_value(n, "start");
        int first = start ? CLAMP(atoi(start), 0, COUNT_MOST) : 1;
        xmlNode *before = start ? counted_before(n) : NULL;
        bool on = before && first > 1 &&
                  GPOINTER_TO_INT(g_hash_table_lookup(next_numbers, before)) == first;
        if (on)
            move_items(n, before);
        g_hash_table_insert(next_numbers, on ? before : n, GINT_TO_POINTER(first + items));
    }
}

void html_settle_lists(xmlNode *root)
{
    for (xmlNode *n = root, *next; n; n = next) {
        bool between = html_is(n, "li") && xmlHasProp(n, (const xmlChar *)MARK);
        next = (xmlNode *)html_after(n, root, true);
        if (between && n != root)
            take_away(n);
    }
    if (!root)
        return;
    settle_google(root);
    join_counted(root);
}
