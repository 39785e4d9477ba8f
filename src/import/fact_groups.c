/*
 * Groups of a page's foot, each below a heading of its own: "Optical shop" with its number and
 * hours, "Clinic" with others. The clinic's own are those that are called so, or say what stands
 * below no heading, or the only one with a number if it has the address, too. Numbers of the others
 * get their headings for names, and what else those say is listed; so are hours that contradict.
 */
#include "base/range.h"
#include "content/labels.h"
#include "import/fact_around.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* More are a list of others. */
#define GROUPS_MOST 40

struct group {
    const struct input_line *heading; /* NULL: what stands below none */
    unsigned to;                      /* behind its last line, by their order */
    bool own;                         /* it is the clinic's */
    bool contradicts;                 /* another */
    bool numbered;                    /* it has a number to call */
    bool housed;                      /* it has an address */
    bool of_others;                   /* its heading names hours of something else */
};

struct groups {
    struct group all[GROUPS_MOST]; /* the first is that below no heading */
    unsigned n;
};

/* Something that two groups may say differently. */
struct said {
    char *whole;               /* as the first of them has it; owned */
    const struct group *group; /* the first */
    bool differs;
};

static void said_free(gpointer data)
{
    struct said *said = data;
    g_free(said->whole);
    g_free(said);
}

static bool is_label(const struct source *source, const struct input_line *line)
{
    enum found_key key;
    const char *rest;
    return fact_find_label(source, line->text, &key, &rest);
}

static int level_of(const struct input_line *heading)
{
    return heading->kind == LINE_HEADING ? heading->level : G_MAXINT;
}

static bool is_blank(const struct source *source, unsigned order)
{
    return ((const struct input_line *)source->lines->pdata[order])->kind == LINE_BLANK;
}

/* Behind the smallest element that holds the heading and more: a column of the foot. */
static unsigned box_end(const struct source *source, const struct input_line *heading)
{
    unsigned next = heading->order + 1;
    while (next < source->read && is_blank(source, next))
        next++;
    for (guint i = 0; i < source->boxes->len; i++) {
        struct extent box = g_array_index(source->boxes, struct extent, i);
        if (box.from <= heading->order && box.to > next)
            return box.to;
    }
    return source->read;
}

/* Headings that are labels, as "Hours", end the group before but if they are below its own; the
 * line of copyright is that of the whole page. */
static bool ends_group(const struct source *source, const struct group *group,
                       const struct input_line *line)
{
    return line->order >= group->to || (!line->aside && line->kind != LINE_BLANK) ||
           g_str_has_prefix(line->text, "\u00A9") ||
           (line->kind == LINE_HEADING && is_label(source, line) &&
            line->level <= level_of(group->heading));
}

static bool opens_group(const struct source *source, const struct input_line *line)
{
    return line->aside && !line->is_fact && !line->place && !is_label(source, line) &&
           (line->kind == LINE_HEADING || fact_is_bold(line));
}

/* The group of each line of the input, by their order; owned by the caller; NULL: there are too
 * many. */
static unsigned char *find_groups(const struct source *source, struct groups *groups)
{
    g_autofree unsigned char *of = g_new0(unsigned char, source->read + 1);
    unsigned open = 0;
    groups->n = 1;
    for (unsigned i = 0; i < source->read; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (open > 0 && ends_group(source, &groups->all[open], line))
            open = 0;
        if (opens_group(source, line)) {
            if (groups->n == GROUPS_MOST)
                return NULL;
            open = groups->n++;
            groups->all[open] = (struct group){.heading = line, .to = box_end(source, line)};
        }
        of[i] = (unsigned char)open;
    }
    return g_steal_pointer(&of);
}

static struct group *group_of(const struct source *source, struct groups *groups,
                              const unsigned char *of, const struct found *found)
{
    unsigned order = found->line->order;
    return &groups->all[order < source->read ? of[order] : 0];
}

static bool may_contradict(const struct found *found)
{
    return found->value && (found->key == FOUND_TELEPHONE || found->key == FOUND_HOURS);
}

/* Calls `each` for all that groups may say differently. */
static void visit(const struct source *source, struct groups *groups, const unsigned char *of,
                  GHashTable *known,
                  void (*each)(GHashTable *known, struct group *group, const struct saying *saying))
{
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (!may_contradict(found))
            continue;
        g_autoptr(GArray) sayings = fact_sayings(found->key, found->value);
        for (guint k = 0; k < sayings->len; k++)
            each(known, group_of(source, groups, of, found),
                 &g_array_index(sayings, struct saying, k));
    }
}

static void add_said(GHashTable *known, struct group *group, const struct saying *saying)
{
    struct said *said = g_hash_table_lookup(known, saying->kind);
    if (said) {
        said->differs |= said->group != group && strcmp(said->whole, saying->whole) != 0;
        return;
    }
    said = g_new0(struct said, 1);
    *said = (struct said){.whole = g_strdup(saying->whole), .group = group};
    g_hash_table_insert(known, g_strdup(saying->kind), said);
}

static void mark_group(GHashTable *known, struct group *group, const struct saying *saying)
{
    const struct said *said = g_hash_table_lookup(known, saying->kind);
    group->contradicts |= said->differs;
}

/* True for a name that the heading is, or begins: "Lake Eye" of "Lake Eye, PLLC". */
static bool is_named(const char *name, const char *heading)
{
    g_autofree char *own = g_utf8_casefold(heading, -1);
    g_autofree char *whole = name ? g_utf8_casefold(name, -1) : NULL;
    const char *behind = whole && g_str_has_prefix(whole, own) ? whole + strlen(own) : NULL;
    return behind && !g_unichar_isalnum(g_utf8_get_char(behind));
}

/* True for a heading that is the clinic's name, or says no more than how to reach it. */
static bool is_own(const struct source *source, const char *heading)
{
    const char *contact = labels_get(source->labels, LABEL_CONTACT_HEADING);
    return fact_is_generic(source, heading) || is_named(contact, heading) ||
           is_named(source_value(source->found, FOUND_NAME), heading) ||
           is_named(source->logo_name, heading);
}

static bool is_number(enum found_key key)
{
    return key == FOUND_TELEPHONE || key == FOUND_FAX || key == FOUND_POINT;
}

/* What the groups have. Where only one has numbers and nothing else does, the clinic's address says
 * that they are the clinic's. */
static void read_groups(const struct source *source, struct groups *groups, const unsigned char *of)
{
    unsigned numbered = 0;
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        struct group *group = group_of(source, groups, of, found);
        group->numbered |= found->value && found->key == FOUND_TELEPHONE;
        group->housed |= found->value && found->key == FOUND_ADDRESS;
    }
    for (unsigned i = 0; i < groups->n; i++)
        numbered += groups->all[i].numbered;
    for (unsigned i = 1; i < groups->n; i++) {
        struct group *group = &groups->all[i];
        g_autofree char *whose = fact_hours_whose(source, group->heading->text);
        bool own = is_own(source, whose ? whose : group->heading->text);
        group->of_others = whose && !own;
        group->own = own || (numbered == 1 && group->numbered && group->housed);
    }
}

/* A group with the clinic's number is the clinic's. */
static void find_shared(const struct source *source, struct groups *groups, const unsigned char *of)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < source->found->len; i++) {
            const struct found *found = source->found->pdata[i];
            struct group *group = group_of(source, groups, of, found);
            if (found->key != FOUND_TELEPHONE || !found->value)
                continue;
            g_autofree char *number = fact_shared_part(found->key, found->value);
            if (pass > 0)
                group->own |= g_hash_table_contains(known, number);
            else if (group->own)
                g_hash_table_add(known, g_steal_pointer(&number));
        }
}

/* A fact of a group that is not the clinic's, as far as anybody knows. */
static void settle(struct source *source, const struct group *group, struct found *found)
{
    const char *heading = group->heading->text;
    if (is_number(found->key)) {
        char *label = fact_name_way(source, heading, found);
        g_free(found->label);
        found->label = label;
        found->key = found->key == FOUND_TELEPHONE ? FOUND_POINT : found->key;
        return;
    }
    g_autofree char *words = g_strdup_printf("%s: %s", heading, found->line->text);
    fact_list_more(source, found->line, words);
    g_clear_pointer(&found->value, g_free);
}

void fact_settle_groups(struct source *source)
{
    struct groups groups = {.all = {{.own = true}}};
    g_autofree unsigned char *of = find_groups(source, &groups);
    if (!of || groups.n < 2)
        return;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, said_free);
    visit(source, &groups, of, known, add_said);
    visit(source, &groups, of, known, mark_group);
    read_groups(source, &groups, of);
    find_shared(source, &groups, of);
    for (guint i = 0, n = source->found->len; i < n; i++) {
        struct found *found = source->found->pdata[i];
        const struct group *group = group_of(source, &groups, of, found);
        bool others = group->contradicts || group->numbered || group->of_others;
        if (others && !group->own && found->value)
            settle(source, group, found);
    }
}
