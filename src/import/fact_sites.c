/*
 * Several places of the clinic on one page, each with its name above its address, and what else is
 * said of it below. Awkward: nothing says where one place ends but the next one's name and the
 * elements of the page, and what is said of all of them may stand below the last. Where one has no
 * name of its own, all stays as the page has it, for people to part.
 */
#include "base/sentence.h"
#include "base/words.h"
#include "content/telephone.h"
#include "import/facts.h"

#include <string.h>

/* Longer ones are sentences. [words] */
#define NAME_WORDS 7

/* More are a list of others. */
#define SITES_MOST 40

struct site {
    struct input_line *first, *last; /* of its address */
    bool taken;                      /* the page says that it is one */
    const struct input_line *head;   /* with its name */
    unsigned from, to;               /* the lines about it, by their order; `to` is behind them */
};

/* The lines that facts of that key are of, of struct input_line *; owned by the caller. */
static GHashTable *lines_of(const struct source *source, enum found_key key)
{
    GHashTable *lines = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->key == key && found->value && !found->part)
            g_hash_table_add(lines, (gpointer)found->line);
    }
    return lines;
}

/* The letters and figures of an address, by which it is the same as another; owned by the caller.
 */
static char *spelling_of(const struct source *source, const struct site *site)
{
    GString *spelling = g_string_new(NULL);
    for (unsigned i = site->first->order; i <= site->last->order; i++) {
        const struct input_line *line = source->lines->pdata[i];
        for (const char *p = line->text; *p; p = g_utf8_next_char(p))
            if (g_unichar_isalnum(g_utf8_get_char(p)))
                g_string_append_unichar(spelling, g_unichar_tolower(g_utf8_get_char(p)));
    }
    return g_string_free(spelling, FALSE);
}

/* Adds a place, unless an earlier one has its address, of `known` (of char *, owned). */
static void add_site(const struct source *source, GArray *sites, GHashTable *known,
                     struct site site)
{
    if (site.first && g_hash_table_add(known, spelling_of(source, &site)))
        g_array_append_val(sites, site);
}

/* All addresses of the page, of struct site; owned by the caller. */
static GArray *find_sites(const struct source *source)
{
    g_autoptr(GHashTable) taken_lines = lines_of(source, FOUND_ADDRESS);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GArray *sites = g_array_new(FALSE, FALSE, sizeof(struct site));
    struct site open = {0};
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        bool taken = g_hash_table_contains(taken_lines, line);
        struct input_line *first = taken ? line : fact_find_postal(source, line);
        if (taken && open.taken && !fact_are_apart(source, open.last, line)) {
            open.last = line;
            continue;
        }
        if (!first)
            continue;
        add_site(source, sites, known, open);
        open = (struct site){.first = first, .last = line, .taken = taken};
    }
    add_site(source, sites, known, open);
    return sites;
}

/* True for words that may name a place: no label, nor a sentence. */
static bool is_name(const struct source *source, const struct input_line *line)
{
    enum found_key key;
    const char *rest, *text = line->text;
    size_t length = strlen(text);
    if (line->is_entry || line->is_hours || length == 0 || strpbrk(text, "@:") ||
        words_count(text, length) > NAME_WORDS || telephone_is(text))
        return false;
    return !sentence_is_stop(g_utf8_get_char(g_utf8_prev_char(text + length))) &&
           !fact_find_label(source, text, &key, &rest);
}

/* The element that holds the lines from `from` to `to`, and none before or behind the bounds: the
 * smallest or the widest. */
static struct extent find_extent(const struct source *source, struct extent inner,
                                 struct extent bounds, bool widest)
{
    struct extent best = bounds;
    bool found = false;
    for (guint i = 0; i < source->boxes->len; i++) {
        struct extent box = g_array_index(source->boxes, struct extent, i);
        bool fits = box.from <= inner.from && box.to >= inner.to && box.from >= bounds.from &&
                    box.to <= bounds.to;
        if (fits && (!found || widest)) {
            best = box;
            found = true;
        }
    }
    return found || !widest ? best : inner;
}

/* Behind the address of the place before. */
static unsigned bound_before(const struct site *all, guint i)
{
    return i == 0 ? 0 : all[i - 1].last->order + 1;
}

/* The heading or bold line nearest above the address, behind the one before it. */
static const struct input_line *find_heading(const struct source *source, const GArray *sites,
                                             guint at)
{
    const struct site *all = (const struct site *)sites->data, *site = &all[at];
    unsigned from = bound_before(all, at);
    for (unsigned i = site->first->order; i-- > from;) {
        const struct input_line *line = source->lines->pdata[i];
        bool head = line->kind == LINE_HEADING || (line->kind == LINE_TEXT && fact_is_bold(line));
        if (line->kind != LINE_BLANK && line->aside != site->first->aside)
            return NULL;
        if (head && is_name(source, line))
            return line;
    }
    return NULL;
}

/* A line without figures that may be a name; NULL: it is none. */
static const struct input_line *take_plain(const struct source *source, const struct site *site,
                                           const struct input_line *top)
{
    bool named = top && top->aside == site->first->aside && is_name(source, top) &&
                 !strpbrk(top->text, "0123456789");
    return named ? top : NULL;
}

/* The first line of the paragraph that the address is in. */
static const struct input_line *find_top(const struct source *source, const GArray *sites, guint at)
{
    const struct site *all = (const struct site *)sites->data, *site = &all[at];
    const struct input_line *top = NULL;
    for (unsigned i = site->first->order; i-- > bound_before(all, at);) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_TEXT && line->kind != LINE_HEADING)
            break;
        top = line;
    }
    return take_plain(source, site, top);
}

/* The first line of the element that holds the address, and no other. */
static const struct input_line *find_first(const struct source *source, const GArray *sites,
                                           guint at)
{
    const struct site *all = (const struct site *)sites->data, *site = &all[at];
    unsigned n = source->lines->len;
    struct extent inner = {site->first->order, site->last->order + 1};
    struct extent bounds = {bound_before(all, at),
                            at + 1 < sites->len ? all[at + 1].first->order : n};
    struct extent own = find_extent(source, inner, bounds, true);
    for (unsigned i = own.from; i < site->first->order; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_TEXT)
            return take_plain(source, site, line);
    }
    return NULL;
}

/* False: one has no name, or two have the same. */
static bool name_sites(const struct source *source, GArray *sites,
                       const struct input_line *(*find)(const struct source *source,
                                                        const GArray *sites, guint at))
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < sites->len; i++) {
        struct site *site = &g_array_index(sites, struct site, i);
        site->head = find(source, sites, i);
        if (!site->head || !g_hash_table_add(names, site->head->text))
            return false;
    }
    return true;
}

/* Behind the lines that go on from the place's name at most to `to`. */
static unsigned find_end(const struct source *source, const struct site *site, unsigned to)
{
    int level = site->head->kind == LINE_HEADING ? site->head->level : G_MAXINT;
    for (unsigned i = site->last->order + 1; i < to; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool other = line->kind != LINE_BLANK && line->aside != site->first->aside;
        if (other || (line->kind == LINE_HEADING && line->level <= level))
            return i;
    }
    return to;
}

static bool is_within(const struct input_line *line, struct extent box)
{
    return line->order >= box.from && line->order < box.to;
}

/* True when all that was found of the place stands in an element that is the place's alone. */
static bool is_boxed(const struct source *source, const struct site *site, struct extent own)
{
    struct extent all = {site->from, site->to};
    for (guint i = 0; i < source->found->len; i++) {
        const struct input_line *line = ((const struct found *)source->found->pdata[i])->line;
        if (is_within(line, all) && !is_within(line, own))
            return false;
    }
    return true;
}

static void bound_sites(const struct source *source, GArray *sites)
{
    struct site *all = (struct site *)sites->data, *last = &all[sites->len - 1];
    unsigned n = source->lines->len;
    struct extent whole =
        find_extent(source, (struct extent){all->head->order, last->last->order + 1},
                    (struct extent){0, n}, false);
    bool boxed = true;
    for (guint i = 0; i < sites->len; i++) {
        struct site *site = &all[i];
        unsigned next = site == last ? whole.to : all[i + 1].head->order;
        site->from = site->head->order;
        site->to = find_end(source, site, next);
        struct extent bounds = {bound_before(all, i), site == last ? n : next};
        struct extent own =
            find_extent(source, (struct extent){site->from, site->last->order + 1}, bounds, true);
        if (site == last && boxed)
            site->to = MIN(site->to, own.to);
        boxed = boxed && is_boxed(source, site, own);
    }
}

/* What was found of a place, by its key. */
static bool says(const struct source *source, const struct site *site, bool (*is)(enum found_key))
{
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->value && is(found->key) &&
            is_within(found->line, (struct extent){site->from, site->to}))
            return true;
    }
    return false;
}

static bool is_way(enum found_key key)
{
    return key == FOUND_TELEPHONE || key == FOUND_POINT;
}

static bool is_hours(enum found_key key)
{
    return key == FOUND_HOURS;
}

/* Places that are not those of others: what the page itself calls an address needs a way to reach
 * it or hours, what only looks like one in the text needs hours. */
static bool are_reachable(const struct source *source, const GArray *sites)
{
    for (guint i = 0; i < sites->len; i++) {
        const struct site *site = &g_array_index(sites, struct site, i);
        bool way = says(source, site, is_way), hours = says(source, site, is_hours);
        if (site->taken || site->first->aside ? !way && !hours : !hours)
            return false;
    }
    return true;
}

/* Without addresses that stand alone, as those of others in the text. */
static void drop_bare(GArray *sites)
{
    for (guint i = sites->len; i-- > 0;)
        if (!g_array_index(sites, struct site, i).taken)
            g_array_remove_index(sites, i);
}

/* True when the places can be told apart; each then has its name and bounds. */
static bool settle_sites(const struct source *source, GArray *sites)
{
    if (sites->len < 2 || sites->len > SITES_MOST ||
        !(name_sites(source, sites, find_heading) || name_sites(source, sites, find_top) ||
          name_sites(source, sites, find_first)))
        return false;
    bound_sites(source, sites);
    return are_reachable(source, sites);
}

/* True for a way that something outside of the place says, too: the place is the clinic itself. */
static bool is_own(const struct source *source, const struct site *site)
{
    struct extent all = {site->from, site->to};
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->key != FOUND_TELEPHONE || !found->value || !is_within(found->line, all))
            continue;
        for (guint k = 0; k < source->found->len; k++) {
            const struct found *other = source->found->pdata[k];
            if (other->key == FOUND_TELEPHONE && other->value && !is_within(other->line, all) &&
                telephone_same(other->value, found->value))
                return true;
        }
    }
    return false;
}

/* A number that only has the place's name above it is the place's own. */
static void settle_way(struct found *found, const char *name)
{
    if (found->key == FOUND_POINT && g_strcmp0(found->label, name) == 0 && !found->part) {
        found->key = FOUND_TELEPHONE;
        g_clear_pointer(&found->label, g_free);
    }
}

/* The facts that stand about the place become its own. */
static void take_site(struct source *source, const struct site *site)
{
    GPtrArray *known = source->found, *place = source_found_new();
    struct extent all = {site->from, site->to};
    source->found = place;
    struct input_line *quote =
        site->head->aside ? source->lines->pdata[site->head->order]
                          : source_add(source, LINE_TEXT, site->head->number, site->head->text);
    source_found(source, FOUND_NAME, g_strdup(site->head->text), quote);
    source->found = known;
    for (guint i = 0; i < known->len;) {
        struct found *found = known->pdata[i];
        if (!is_within(found->line, all)) {
            i++;
            continue;
        }
        settle_way(found, site->head->text);
        g_ptr_array_add(place, g_ptr_array_steal_index(known, i));
    }
    g_ptr_array_add(source->places, place);
    for (unsigned i = site->from; i < site->to; i++)
        ((struct input_line *)source->lines->pdata[i])->place = place;
}

char *fact_name_way(const struct source *source, const char *place, const struct found *way)
{
    enum found_key key;
    const char *rest, *label = way->label ? way->label : "";
    bool plain = *label == '\0' || (fact_find_label(source, label, &key, &rest) && !rest);
    return plain ? g_strdup(place) : g_strdup_printf("%s: %s", place, label);
}

void fact_name_ways(struct source *source)
{
    for (guint i = 0; i < source->places->len; i++) {
        GPtrArray *place = source->places->pdata[i];
        const char *name = source_value(place, FOUND_NAME);
        for (guint k = 0; k < place->len;) {
            struct found *way = place->pdata[k];
            if (way->key != FOUND_POINT && way->key != FOUND_FAX) {
                k++;
                continue;
            }
            char *label = fact_name_way(source, name, way);
            g_free(way->label);
            way->label = label;
            g_ptr_array_add(source->found, g_ptr_array_steal_index(place, k));
        }
    }
}

void fact_part_sites(struct source *source)
{
    g_autoptr(GArray) sites = find_sites(source);
    if (!settle_sites(source, sites)) {
        drop_bare(sites);
        if (!settle_sites(source, sites))
            return;
    }
    for (guint i = 0; i < sites->len; i++) {
        const struct site *site = &g_array_index(sites, struct site, i);
        if (!site->taken)
            fact_take_lines(source, site->first, site->last);
    }
    for (guint i = 0; i < sites->len; i++) {
        const struct site *site = &g_array_index(sites, struct site, i);
        if (!is_own(source, site))
            take_site(source, site);
    }
}
