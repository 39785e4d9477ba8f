/*
 * Letterheads: what stands above the text and says whose it is, and the signature of a mail.
 * Awkward: numbers and addresses of others stand in texts as well, so only several facts of
 * different kinds are one, and no line of them is a sentence.
 */
#include "base/sentence.h"
#include "content/address.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/facts.h"
#include "import/text_parts.h"

#include <string.h>

#define WHY_HEAD "part of the letterhead or the signature"

/* Longer ones are text. */
#define LINES_MOST  8
#define KINDS_LEAST 2

bool text_may_run(const struct input_line *line)
{
    gunichar last = g_utf8_get_char(g_utf8_prev_char(line->text + strlen(line->text)));
    return line->kind == LINE_TEXT && !sentence_is_stop(last) && last != ':' && last != ',';
}

/* True for a number to call or a fax of the clinic itself, as its label has it. */
static bool is_own_number(const struct source *source, const char *text)
{
    g_autoptr(GPtrArray) numbers = fact_split_numbers(source, text);
    for (guint i = 0; numbers && i < numbers->len; i++) {
        const struct numbered *numbered = numbers->pdata[i];
        if (telephone_is_certain(numbered->number) &&
            fact_number_key(source, numbered->label) != FOUND_POINT)
            return true;
    }
    return false;
}

/* The kinds of facts that the line is, a bit for each. */
static unsigned kinds_of(const struct source *source, const struct input_line *line)
{
    enum found_key sign;
    const char *text = fact_behind_signs(line->text, &sign), *rest = NULL;
    if (fact_find_label(source, text, &sign, &rest) && rest)
        text = rest;
    return (is_own_number(source, line->text) ? 1U << FOUND_TELEPHONE : 0) |
           (fact_ends_postal(source, text) ? 1U << FOUND_ADDRESS : 0) |
           (address_is_mail(text) ? 1U << FOUND_EMAIL : 0) |
           (address_is_web(text) ? 1U << FOUND_URL : 0) |
           (fact_are_several(source, line->text) ? 1U << FOUND_KEY_COUNT | 1U << FOUND_NAME : 0);
}

static bool are_facts(const struct source *source, struct extent lines)
{
    unsigned kinds = 0, count = 0;
    for (unsigned i = lines.from; i < lines.to; i++)
        kinds |= kinds_of(source, source->lines->pdata[i]);
    for (; kinds; kinds >>= 1)
        count += kinds & 1;
    return count >= KINDS_LEAST;
}

static bool may_be_in(const struct source *source, unsigned order)
{
    const struct input_line *line = source->lines->pdata[order];
    return line->kind == LINE_TEXT && !line->why && !line->holder && text_may_run(line);
}

/* Behind lines that nothing is left of, and blanks. */
static unsigned skip(const struct source *source, unsigned i, int step)
{
    for (; i < source->lines->len; i += (unsigned)step) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK && !line->why)
            break;
    }
    return i;
}

/* The first paragraph; of a document with headings all that stands above the first, as its lines
 * are paragraphs. */
static struct extent find_head(const struct source *source)
{
    unsigned from = skip(source, 0, 1), to = from, lines = 0;
    while (to < source->lines->len && lines <= LINES_MOST && may_be_in(source, to)) {
        lines++;
        to = source->structured ? skip(source, to + 1, 1) : to + 1;
    }
    const struct input_line *next = to < source->lines->len ? source->lines->pdata[to] : NULL;
    bool ends = !next || next->kind == (source->structured ? LINE_HEADING : LINE_BLANK);
    return ends && lines <= LINES_MOST ? (struct extent){from, to} : (struct extent){from, from};
}

/* The last lines; `whole`: as far as they go on, else one. */
static struct extent find_foot(const struct source *source, bool whole)
{
    unsigned last = skip(source, source->lines->len - 1, -1), from = last + 1;
    if (last >= source->lines->len)
        return (struct extent){0, 0};
    while (from > 0 && may_be_in(source, from - 1) && (whole || from > last) &&
           last + 1 - from < LINES_MOST)
        from--;
    return (struct extent){from, last + 1};
}

static void drop(struct source *source, struct extent lines)
{
    if (!are_facts(source, lines))
        return;
    for (unsigned i = lines.from; i < lines.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK || line->why)
            continue;
        line->why = WHY_HEAD;
        line->aside = true;
    }
}

static bool is_mail(const struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK)
            return line->why && strcmp(line->why, WHY_MAIL) == 0;
    }
    return false;
}

void import_drop_letterheads(struct source *source)
{
    import_find_language(source);
    fact_load_labels(source);
    drop(source, find_head(source));
    if (!source->structured)
        drop(source, find_foot(source, is_mail(source)));
}
