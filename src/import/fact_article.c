/*
 * What the article's own text says of numbers and hours. A number that says what it is for, as in
 * "Bleeding: 503 …", is part of what the article says, so its line stays there, beside what
 * clinic.yaml has of it; it goes only from among the clinic's own facts. Awkward: "Tue 10-12" may
 * be anything that is done on days, so it is the clinic's hours only where a heading, a caption or
 * a label calls it so, where other facts stand beside it, or where a day is closed.
 */
#include "base/sentence.h"
#include "content/hours.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/fact_around.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

#define WHY_LEFT                                                                                   \
    "left in the text, as nothing around it says whose it is: write it in clinic.yaml if it is "   \
    "the "                                                                                         \
    "clinic's"

#define WHY_OTHERWISE                                                                              \
    "left in the text, as the page says it otherwise of the clinic: check which is right"

/* What is known of a line. */
enum said {
    SAID_NAMED = 1, /* a number with what it is for */
    SAID_OWN = 2,   /* something of the clinic itself */
    SAID_LABEL = 4, /* what the lines below it are */
    SAID_HOURS = 8,
};

/* True for a line that is part of the article, or would be. */
static bool is_text(const struct input_line *line)
{
    return line->kind != LINE_BLANK && !line->aside && (line->is_fact || !line->why);
}

/* True for a label that says no more than that a fax is one. */
static bool is_bare_fax(const struct source *source, const struct found *found)
{
    enum found_key key;
    const char *rest;
    return found->key == FOUND_FAX &&
           (!found->label || (fact_find_label(source, found->label, &key, &rest) && !rest));
}

static unsigned said_by(const struct source *source, const struct found *found)
{
    bool way = found->key == FOUND_POINT || found->key == FOUND_FAX;
    if (way && found->label && !is_bare_fax(source, found))
        return SAID_NAMED;
    if (found->key == FOUND_HOURS && found->value)
        return SAID_HOURS;
    bool label =
        found->line->why && found->line->kind != LINE_ROW; /* the head of a table is none */
    return found->value ? SAID_OWN : label ? SAID_LABEL : 0;
}

/* What each line of the input says, of enum said; owned by the caller. */
static unsigned char *read_said(const struct source *source)
{
    unsigned char *said = g_new0(unsigned char, source->read + 1);
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->line->order < source->read)
            said[found->line->order] |= (unsigned char)said_by(source, found);
    }
    return said;
}

/* True when a line of text there has a number to call that nobody took. */
static bool has_number_left(const struct source *source, unsigned order)
{
    const struct input_line *line = order < source->read ? source->lines->pdata[order] : NULL;
    struct range found;
    return line && line->kind == LINE_TEXT && is_text(line) &&
           telephone_find(line->text, 0, &found) &&
           telephone_is_likely(line->text, found, source->labels);
}

/* The line is one of the article's, and no other runs on into it or behind it. */
static void keep_line(const struct source *source, struct input_line *line)
{
    line->is_fact = false;
    line->breaks = true;
    if (line->order + 1 < source->read)
        ((struct input_line *)source->lines->pdata[line->order + 1])->breaks = true;
}

/* True when what stands before the line announces it: "Call the pharmacy:". */
static bool is_announced(const struct source *source, unsigned order)
{
    const struct input_line *above = order > 0 ? source->lines->pdata[order - 1] : NULL;
    for (; above && above->order > 0 && above->kind == LINE_BLANK;)
        above = source->lines->pdata[above->order - 1];
    return above && above->kind == LINE_TEXT && is_text(above) && !above->is_fact &&
           sentence_announces(above->text);
}

/* What of a line is text again. */
enum left {
    LEFT_HOURS = 1,
    LEFT_TELEPHONE = 2,
    LEFT_ALL = 4, /* but names, and what has a name of its own */
};

static bool is_left(const struct found *found, unsigned left)
{
    bool named = found->key == FOUND_POINT || found->key == FOUND_NAME;
    return (left & LEFT_HOURS && found->key == FOUND_HOURS) ||
           (left & LEFT_TELEPHONE && found->key == FOUND_TELEPHONE) || (left & LEFT_ALL && !named);
}

/* Takes those from among the facts. `left`: of all lines of the input, by their order. */
static void drop_left(struct source *source, const unsigned char *left)
{
    GPtrArray *all = source->found, *kept = source_found_new();
    g_autoptr(GPtrArray) dropped = source_found_new();
    for (guint i = 0; i < all->len; i++) {
        const struct found *found = all->pdata[i];
        const struct input_line *line = found->line;
        bool gone = line->order < source->read && is_left(found, left[line->order]);
        g_ptr_array_add(gone ? dropped : kept, all->pdata[i]);
    }
    g_ptr_array_set_free_func(all, NULL);
    g_ptr_array_unref(all);
    source->found = kept;
}

static void leave_line(struct input_line *line, unsigned what, unsigned char *left)
{
    left[line->order] |= (unsigned char)what;
    line->is_fact = line->is_hours = false;
}

/* A number that the text before it announces is somebody else's, as far as anybody knows. */
static void leave_announced(const struct source *source, struct extent run, unsigned char *left)
{
    for (unsigned i = run.from; i < run.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (is_text(line) && line->is_fact && telephone_is(line->text) && is_announced(source, i))
            leave_line(line, LEFT_TELEPHONE, left);
        else if (is_text(line))
            return;
    }
}

/* True for text that goes on with the hours above it, which nobody could read. */
static bool goes_on_with_hours(const struct source *source, unsigned order)
{
    const struct input_line *line = order < source->read ? source->lines->pdata[order] : NULL;
    if (!line || line->kind != LINE_TEXT || !is_text(line))
        return false;
    g_autofree char *days = g_strndup(line->text, strcspn(line->text, "0123456789"));
    return fact_starts_with_day(source, g_strstrip(days));
}

/* A label stays with what it is of. */
static void keep_all(struct source *source, struct extent run)
{
    for (unsigned i = run.from; i < run.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (!is_text(line))
            continue;
        keep_line(source, line);
        line->is_hours = false;
        line->why = NULL;
    }
}

/* True for a row with columns of hours below it, or with a day that is closed: a dash may be said
 * of anything. */
static bool row_tells_hours(const struct source *source, const struct input_line *row)
{
    g_auto(GStrv) cells = g_strsplit(row->text, "\t", -1);
    bool told = fact_heads_hours(source, row);
    for (char **cell = cells; !told && *cell; cell++)
        told = g_unichar_isalpha(g_utf8_get_char(*cell)) && fact_is_closed(source, *cell);
    return told;
}

/* True for a line of the run with a label or a sign for hours, or with a day that is closed. */
static bool tells_hours(const struct source *source, const struct input_line *line)
{
    enum found_key key, sign;
    const char *rest, *text = fact_behind_signs(line->text, &sign);
    if (sign == FOUND_HOURS || line->sign == FOUND_HOURS || hours_say_open(source->labels, text) ||
        (fact_find_label(source, text, &key, &rest) && key == FOUND_HOURS))
        return true;
    if (line->kind == LINE_ROW)
        return row_tells_hours(source, line);
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    bool closed = false;
    hours_read_human(line->text, source->labels, rules);
    for (guint i = 0; i < rules->len; i++)
        closed |= g_array_index(rules, struct hours, i).kind == HOURS_CLOSED;
    return closed;
}

/* What stands next above the run; NULL: nothing does. */
static const struct input_line *line_above(const struct source *source, struct extent run)
{
    const struct input_line *above = NULL;
    for (unsigned i = run.from; i-- > 0 && (!above || above->kind == LINE_BLANK);)
        above = source->lines->pdata[i];
    return above && above->kind != LINE_BLANK && is_text(above) && !above->is_fact ? above : NULL;
}

/* The heading of the article that the run stands below; NULL: it stands below none. */
static const struct input_line *heading_above(const struct source *source, struct extent run)
{
    for (unsigned i = run.from; i-- > 0;) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_HEADING && is_text(line))
            return line;
    }
    return NULL;
}

/* Nothing but hours, which nothing calls those of the clinic: "Class", and what is done then. */
static bool is_done_then(const struct source *source, struct extent run, unsigned all)
{
    if (!(all & SAID_HOURS) || (all & (SAID_OWN | SAID_LABEL)))
        return false;
    const struct input_line *above = line_above(source, run);
    const struct input_line *heading = heading_above(source, run);
    if ((above && fact_names_hours(source, above->text)) ||
        (heading && fact_names_hours(source, heading->text)))
        return false;
    bool told = above && above == heading && heading->level > 1;
    for (unsigned i = run.from; !told && i < run.to; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (is_text(line) && tells_hours(source, line))
            return false;
    }
    return true;
}

/* True when the run is nothing but numbers without words, and hours. */
static bool are_bare(const struct source *source, struct extent run)
{
    for (unsigned i = run.from; i < run.to; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (is_text(line) && !line->is_hours && !telephone_is(line->text))
            return false;
    }
    return true;
}

/* True when the run says where it is, as only the clinic itself and its places do. */
static bool has_address(const struct source *source, struct extent run)
{
    bool has = false;
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        has |= found->key == FOUND_ADDRESS && found->line->order >= run.from &&
               found->line->order < run.to;
    }
    return has;
}

/* A way that nothing else names gets the heading's name. True: it is one, of that or another name.
 */
static bool name_way(const struct source *source, const char *heading, bool person,
                     struct found *found)
{
    bool way = found->key == FOUND_TELEPHONE || found->key == FOUND_POINT;
    if (!found->value || !(way || found->key == FOUND_FAX))
        return false;
    if (!person && found->label && found->key != FOUND_TELEPHONE && !is_bare_fax(source, found))
        return true;
    char *label = fact_name_way(source, heading, found);
    g_free(found->label);
    found->label = label;
    found->key = way ? FOUND_POINT : FOUND_FAX;
    return true;
}

/* Numbers below the heading of a person, or right below that of something else, are the heading's:
 * "Pharmacy". What else stands right below such a heading is text, unless the page says `around`
 * its text what is the clinic's. */
static void settle_headed(struct source *source, struct extent run, bool around,
                          unsigned char *left)
{
    const struct input_line *heading = heading_above(source, run);
    if (!heading || heading->level < 2)
        return;
    bool person = fact_is_person(source, heading->text);
    bool below = line_above(source, run) == heading && !has_address(source, run) &&
                 (!around || are_bare(source, run)) && !fact_may_be_clinics(source, heading->text);
    for (guint i = 0; (person || below) && i < source->found->len; i++) {
        struct found *found = source->found->pdata[i];
        const struct input_line *line = found->line;
        if (line->order < run.from || line->order >= run.to || line->aside)
            continue;
        if (name_way(source, heading->text, person, found) || !below || !found->value)
            continue;
        left[line->order] |= LEFT_ALL;
        source_changed(source, line, line->text, WHY_LEFT);
    }
    if (below)
        keep_all(source, run);
}

static void leave_hours(struct source *source, struct extent run, const unsigned char *said,
                        unsigned char *left)
{
    keep_all(source, run);
    for (unsigned i = run.from; i < run.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (!is_text(line) || !(said[i] & SAID_HOURS))
            continue;
        leave_line(line, LEFT_HOURS, left);
        source_changed(source, line, line->text, WHY_LEFT);
    }
}

/* Facts that follow one another, `said` being what all of them say together. */
static void settle_run(struct source *source, struct extent run, unsigned all,
                       const unsigned char *said, unsigned char *left)
{
    bool own = all & (SAID_OWN | SAID_LABEL);
    bool parted = has_number_left(source, run.from - 1) || has_number_left(source, run.to);
    if ((all & SAID_LABEL) && (all & SAID_HOURS) && goes_on_with_hours(source, run.to))
        keep_all(source, run);
    if (is_done_then(source, run, all)) {
        leave_hours(source, run, said, left);
        return;
    }
    leave_announced(source, run, left);
    for (unsigned i = run.from; i < run.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (!is_text(line))
            continue;
        if ((said[i] & SAID_NAMED) && (!own || parted))
            keep_line(source, line);
    }
}

/* True for a fact that there may be others of. */
static bool is_anybodys(const struct found *found)
{
    static const enum found_key keys[] = {FOUND_TELEPHONE, FOUND_HOURS, FOUND_EMAIL, FOUND_ADDRESS,
                                          FOUND_FAX};
    bool anybodys = false;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        anybodys |= found->key == keys[i] && found->value;
    return anybodys;
}

/* Whose all lines of the input are, by their order; owned by the caller. */
static unsigned char *read_whose(const struct source *source, const struct around *around)
{
    unsigned char *lines = g_new0(unsigned char, source->read + 1);
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        const struct input_line *line = found->line;
        if (line->order < source->read && !line->aside && is_anybodys(found))
            lines[line->order] |= (unsigned char)fact_whose(around, found->key, found->value);
    }
    return lines;
}

/* True for a line that goes on with the facts before it. */
static bool goes_on(const struct source *source, unsigned order)
{
    const struct input_line *line = source->lines->pdata[order];
    return !is_text(line) || line->is_fact;
}

/* All facts of the run are text again, and listed: the text may mean what the clinic has no other
 * fact for, and of two that contradict each other either may be old. */
static void leave_run(struct source *source, struct extent run, const unsigned char *lines,
                      unsigned char *left)
{
    for (unsigned i = run.from; i < run.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (is_text(line))
            left[i] |= LEFT_ALL;
        if (lines[i] & (WHOSE_NOBODYS | WHOSE_OTHERS))
            source_changed(source, line, line->text,
                           lines[i] & WHOSE_OTHERS ? WHY_OTHERWISE : WHY_LEFT);
    }
}

/* Where the page around the article says the clinic's facts, others in the text are those of
 * somebody else, and so is all that stands beside them, unless it says one of those, too. True: it
 * says some. */
static bool leave_others(struct source *source)
{
    struct around *around = fact_read_around(source);
    g_autofree unsigned char *lines = read_whose(source, around);
    g_autofree unsigned char *left = g_new0(unsigned char, source->read + 1);
    bool said = fact_are_around(around);
    for (unsigned from = 0, to; said && from < source->read; from = to + 1) {
        unsigned all = 0;
        for (to = from; to < source->read && goes_on(source, to); to++)
            all |= lines[to];
        if (!(all & WHOSE_OTHERS) && (all & WHOSE_CLINICS || !all))
            continue;
        struct extent run = {from, to};
        keep_all(source, run);
        leave_run(source, run, lines, left);
    }
    drop_left(source, left);
    fact_free_around(around);
    return said;
}

void fact_settle_article(struct source *source)
{
    bool around = leave_others(source);
    g_autofree unsigned char *left = g_new0(unsigned char, source->read + 1);
    for (unsigned from = 0, to; from < source->read; from = to + 1) {
        for (to = from; to < source->read && goes_on(source, to);)
            to++;
        settle_headed(source, (struct extent){from, to}, around, left);
    }
    g_autofree unsigned char *said = read_said(source);
    for (unsigned from = 0, to; from < source->read; from = to + 1) {
        unsigned all = 0;
        for (to = from; to < source->read && goes_on(source, to); to++)
            all |= is_text(source->lines->pdata[to]) ? said[to] : 0;
        settle_run(source, (struct extent){from, to}, all, said, left);
    }
    drop_left(source, left);
}
