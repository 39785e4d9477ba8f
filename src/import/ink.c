/*
 * Runs of words: put down with their blanks folded, and read back without marks. What writes them
 * as Markdown is ink_marks.c. Awkward: a blank at the edge of marked words belongs to what both
 * sides have in common, or Markdown would not see the mark.
 */
#include "import/ink_parts.h"

#include "import/source.h"

#include <string.h>

struct ink *ink_new(void)
{
    struct ink *ink = g_new(struct ink, 1);
    *ink = (struct ink){.runs = g_array_new(FALSE, FALSE, sizeof(struct ink_run))};
    return ink;
}

void ink_clear(struct ink *ink)
{
    for (guint i = 0; i < ink->runs->len; i++)
        g_string_free(ink_run(ink, i)->text, TRUE);
    g_array_set_size(ink->runs, 0);
    ink->blank = ink->seam = ink->joined = false;
}

void ink_free(struct ink *ink)
{
    ink_clear(ink);
    g_array_unref(ink->runs);
    g_free(ink);
}

bool ink_is_blank(const struct ink *ink)
{
    return ink->runs->len == 0;
}

static bool is_same(struct ink_look one, struct ink_look other)
{
    return one.marks == other.marks && one.span == other.span && one.url == other.url &&
           one.expansion == other.expansion;
}

/* What both have. */
static struct ink_look common(struct ink_look one, struct ink_look other)
{
    struct ink_look both = {.marks = one.marks & other.marks};
    both.span = one.span == other.span ? one.span : NULL;
    both.url = one.url == other.url ? one.url : NULL;
    both.expansion = one.expansion == other.expansion ? one.expansion : NULL;
    if (!both.span)
        both.marks &= ~(1U << MARK_SPAN);
    if (!both.url)
        both.marks &= ~(1U << MARK_LINK | 1U << MARK_NOTE);
    if (!both.expansion)
        both.marks &= ~(1U << MARK_ABBREVIATION);
    return both;
}

/* The run that words of that look go to. */
static GString *open_run(struct ink *ink, struct ink_look look)
{
    guint n = ink->runs->len;
    if (n > 0 && is_same(ink_run(ink, n - 1)->look, look))
        return ink_run(ink, n - 1)->text;
    struct ink_run run = {look, g_string_new(NULL)};
    g_array_append_val(ink->runs, run);
    return run.text;
}

static gunichar last_char(const struct ink *ink)
{
    const GString *text = ink_run(ink, ink->runs->len - 1)->text;
    return g_utf8_get_char(g_utf8_prev_char(text->str + text->len));
}

/* Scripts without blanks between words write figures right behind letters. */
static bool is_of_words(gunichar c)
{
    static const GUnicodeScript others[] = {G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA,
                                            G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL,
                                            G_UNICODE_SCRIPT_THAI,     G_UNICODE_SCRIPT_LAO,
                                            G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_unichar_get_script(c) == others[i])
            return false;
    return g_unichar_isalnum(c);
}

/* Raised and lowered figures stand apart from others, and labels of footnotes from all. */
static bool joins_figure(const struct ink *ink, gunichar c, struct ink_look look)
{
    const unsigned moved = 1U << MARK_RAISED | 1U << MARK_LOWERED, note = 1U << MARK_NOTE;
    guint n = ink->runs->len;
    if (n == 0 || ink->blank || !g_unichar_isdigit(c) || !is_of_words(last_char(ink)))
        return false;
    unsigned before = ink_run(ink, n - 1)->look.marks;
    return (before & moved) == (look.marks & moved) && !((before | look.marks) & note);
}

static void add_char(struct ink *ink, gunichar c, struct ink_look look)
{
    guint n = ink->runs->len;
    ink->joined |= ink->seam && joins_figure(ink, c, look);
    ink->seam = false;
    if (ink->blank && n > 0)
        g_string_append_c(open_run(ink, common(ink_run(ink, n - 1)->look, look)), ' ');
    ink->blank = false;
    g_string_append_unichar(open_run(ink, look), c);
}

void ink_add(struct ink *ink, const char *text, struct ink_look look)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || !source_is_printable(c))
            ink->blank = true;
        else
            add_char(ink, c, look);
    }
}

bool ink_part(struct ink *ink, gunichar first)
{
    if (ink_is_blank(ink) || ink->blank)
        return false;
    gunichar last = last_char(ink);
    bool goes_on = g_unichar_isalpha(last) && g_unichar_islower(first);
    bool closes = first && first < 0x80 && strchr("%/.,;:!?)]", (int)first);
    ink->blank = g_unichar_isalnum(last) && !goes_on && !closes;
    return ink->blank;
}

void ink_seam(struct ink *ink)
{
    ink->seam = true;
}

bool ink_take_joined(struct ink *ink)
{
    bool joined = ink->joined;
    ink->joined = false;
    return joined;
}

void ink_break(struct ink *ink)
{
    if (ink_is_blank(ink))
        return;
    ink->blank = false;
    g_string_append_unichar(open_run(ink, (struct ink_look){0}), INK_BREAK);
}

/* The sign of that form, or NUL. */
static gunichar sign_for(gunichar c, bool raised)
{
    static const char plain[] = "0123456789+-=()n";
    static const gunichar above[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074, 0x2075,
                                     0x2076, 0x2077, 0x2078, 0x2079, 0x207A, 0x207B,
                                     0x207C, 0x207D, 0x207E, 0x207F};
    static const gunichar below[] = {0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085,
                                     0x2086, 0x2087, 0x2088, 0x2089, 0x208A, 0x208B,
                                     0x208C, 0x208D, 0x208E, 0x2099};
    if (c == 0x2212) /* a minus */
        c = '-';
    const char *at = c && c < 0x80 ? strchr(plain, (int)c) : NULL;
    return at ? (raised ? above : below)[at - plain] : 0;
}

static void append_signs(GString *out, const char *text, bool raised)
{
    g_autoptr(GString) signs = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), sign = c == ' ' ? c : sign_for(c, raised);
        if (!sign) {
            g_string_append(out, text);
            return;
        }
        g_string_append_unichar(signs, sign);
    }
    g_string_append(out, signs->str);
}

char *ink_plain(const struct ink *ink)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < ink->runs->len; i++) {
        const struct ink_run *run = ink_run(ink, i);
        bool raised = run->look.marks & (1U << MARK_RAISED | 1U << MARK_NOTE);
        bool lowered = run->look.marks & (1U << MARK_LOWERED);
        if (raised != lowered)
            append_signs(out, run->text->str, raised);
        else
            g_string_append(out, run->text->str);
    }
    g_string_replace(out, INK_BREAK_TEXT, " ", 0);
    return g_strstrip(g_string_free(out, FALSE));
}

/* Adds the brackets of a text to those that are open; false: one closes that none opened. */
static bool count_brackets(const char *text, unsigned *open)
{
    for (; *text; text++) {
        if (*text == ']' && *open == 0)
            return false;
        *open += *text == '[';
        *open -= *text == ']';
    }
    return true;
}

bool ink_drop_spans(struct ink *ink)
{
    bool dropped = false;
    for (guint i = 0; i < ink->runs->len; i++) {
        struct ink_run *run = ink_run(ink, i);
        unsigned open = 0;
        if (!run->look.span || (count_brackets(run->text->str, &open) && open == 0))
            continue;
        run->look.span = NULL;
        run->look.marks &= ~(1U << MARK_SPAN);
        dropped = true;
    }
    return dropped;
}
