/*
 * Marks as our Markdown has them. One table says how each is written. Awkward: "**" and "~~" are
 * marks only where blanks and signs around them allow it (CommonMark 0.30, 6.2); where they would
 * be taken for text, the element of HTML that means the same stands in.
 */
#include "import/ink_parts.h"

#include "base/xml.h"
#include "import/parts.h"

#include <string.h>

static const struct {
    const char *sign;         /* around the words; NULL: none */
    const char *open, *close; /* the same as HTML, or what Markdown has */
} forms[MARK_COUNT] = {
    [MARK_SPAN] = {NULL, "[", "]{%s}"},
    [MARK_LINK] = {NULL, "[", "](%s)"},
    [MARK_ABBREVIATION] = {NULL, "<abbr title=\"%s\">", "</abbr>"},
    [MARK_QUOTED] = {NULL, "<q>", "</q>"},
    [MARK_INSERTED] = {NULL, "<ins>", "</ins>"},
    [MARK_STRIKE] = {"~~", "<del>", "</del>"},
    [MARK_STRONG] = {"**", "<strong>", "</strong>"},
    [MARK_EMPHASIS] = {"*", "<em>", "</em>"},
    [MARK_RAISED] = {NULL, "<sup>", "</sup>"},
    [MARK_LOWERED] = {NULL, "<sub>", "</sub>"},
    [MARK_NOTE] = {NULL, "[^", "]"},
    [MARK_CODE] = {NULL, "", ""},
};

struct writer {
    const struct ink *ink;
    GString *out;
    bool in_cell;
    bool open[MARK_COUNT], signed_[MARK_COUNT];
    struct ink_look look; /* of what is open */
};

static bool has(struct ink_look look, int mark)
{
    return look.marks & (1U << mark);
}

/* What belongs to the mark. */
static const char *payload(struct ink_look look, int mark)
{
    return mark == MARK_SPAN           ? look.span
           : mark == MARK_LINK         ? look.url
           : mark == MARK_NOTE         ? look.url
           : mark == MARK_ABBREVIATION ? look.expansion
                                       : NULL;
}

/* True when both have the mark alike, with all that stands around it. */
static bool shares(struct ink_look one, struct ink_look other, int mark)
{
    for (int m = 0; m <= mark; m++)
        if (has(one, m) != has(other, m) || payload(one, m) != payload(other, m))
            return false;
    return has(one, mark);
}

/* The run behind the last one of the stretch that has the mark from run `i` on. */
static guint stretch_end(const struct ink *ink, guint i, int mark)
{
    guint end = i + 1;
    while (end < ink->runs->len && shares(ink_run(ink, i)->look, ink_run(ink, end)->look, mark))
        end++;
    return end;
}

/* The brackets of a reference do no harm. */
static bool has_inner(struct ink_look look, int mark)
{
    return (look.marks & ~(1U << MARK_NOTE)) >> (mark + 1);
}

/* What may stand before an opening sign, and what behind a closing one. */
static bool opens_after(const GString *out)
{
    return out->len == 0 || strchr(" ([|", out->str[out->len - 1]);
}

static bool closes_before(const struct ink *ink, guint end, struct ink_look inside, int mark)
{
    if (end == ink->runs->len)
        return true;
    const struct ink_run *next = ink_run(ink, end);
    for (int m = mark - 1; m >= 0; m--)
        if (has(inside, m) && !shares(inside, next->look, m))
            return m <= MARK_LINK; /* its end comes first: "]" is a sign, a letter is none */
    if (next->look.marks == 1U << MARK_NOTE)
        return true; /* "[^" is a sign, too */
    return strchr(" .,;:!?)", next->text->str[0]) && !next->look.marks;
}

/* True when the mark from run `i` on can be written as its sign. */
static bool takes_sign(const struct writer *w, guint i, int mark)
{
    guint end = stretch_end(w->ink, i, mark);
    const struct ink_run *first = ink_run(w->ink, i), *last = ink_run(w->ink, end - 1);
    gunichar head = g_utf8_get_char(first->text->str);
    /* Single signs around a number may be multiplication: our reader asks. */
    bool doubtful = mark == MARK_EMPHASIS && !g_unichar_isalpha(head);
    const char *tail = g_utf8_prev_char(last->text->str + last->text->len);
    return forms[mark].sign && !doubtful && !has_inner(first->look, mark) &&
           !has_inner(last->look, mark) && opens_after(w->out) && g_unichar_isalnum(head) &&
           !strchr(" *_~\\`<", *tail) && closes_before(w->ink, end, first->look, mark);
}

static void append_form(GString *out, const char *form, const char *words)
{
    const char *place = strstr(form, "%s");
    g_string_append_len(out, form, place ? place - form : (gssize)strlen(form));
    if (!place)
        return;
    if (*form == '<')
        xml_escape(out, words);
    else
        g_string_append(out, words);
    g_string_append(out, place + 2);
}

static void close_to(struct writer *w, int outermost)
{
    for (int mark = MARK_COUNT - 1; mark >= outermost; mark--) {
        if (!w->open[mark])
            continue;
        if (w->signed_[mark])
            g_string_append(w->out, forms[mark].sign);
        else
            append_form(w->out, forms[mark].close, payload(w->look, mark));
        w->open[mark] = false;
    }
}

/* Closes what the run does not have and opens what it has. */
static void turn_to(struct writer *w, guint i)
{
    struct ink_look look = ink_run(w->ink, i)->look;
    int from = 0;
    while (from < MARK_COUNT && has(w->look, from) == has(look, from) &&
           payload(w->look, from) == payload(look, from))
        from++;
    close_to(w, from);
    for (int mark = from; mark < MARK_COUNT; mark++) {
        if (!has(look, mark))
            continue;
        w->signed_[mark] = takes_sign(w, i, mark);
        if (w->signed_[mark])
            g_string_append(w->out, forms[mark].sign);
        else
            append_form(w->out, forms[mark].open, payload(look, mark));
        w->open[mark] = true;
    }
    w->look = look;
}

/* Behind a letter or digit, a backtick is an apostrophe to our reader ("don`t"). */
static bool ends_with_word(const GString *out)
{
    return out->len > 0 &&
           g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(out->str + out->len)));
}

/* Code shows its words as they are, but in a cell a bar would end it. */
static void write_code(struct writer *w, const char *words)
{
    g_autoptr(GString) code = g_string_new(words);
    const char *fence = strchr(words, '`') ? "``" : "`";
    g_string_replace(code, INK_BREAK_TEXT, " ", 0);
    if (strstr(words, "``") || ends_with_word(w->out)) {
        g_string_append(w->out, "<code>");
        import_escape(w->out, code->str, w->in_cell);
        g_string_append(w->out, "</code>");
        return;
    }
    if (w->in_cell)
        g_string_replace(code, "|", "\\|", 0);
    bool spaced = fence[1] || *words == ' ';
    g_string_append_printf(w->out, "%s%s%s%s%s", fence, spaced ? " " : "", code->str,
                           spaced ? " " : "", fence);
}

/* The words between the ends of lines. */
static void write_words(struct writer *w, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, INK_BREAK_TEXT, -1);
    for (char **line = lines; *line; line++) {
        if (line > lines)
            g_string_append(w->out, "<br>");
        import_escape(w->out, *line, w->in_cell);
    }
}

/* The parser sees an address that has no sign of Markdown in it. */
static bool is_bare(const char *text)
{
    g_autoptr(GString) escaped = g_string_new(NULL);
    import_escape(escaped, text, false);
    return strcmp(escaped->str, text) == 0;
}

/* A link whose words are its address needs no brackets then. */
static void drop_bare_links(struct ink_look *look, const char *text)
{
    if (has(*look, MARK_LINK) && strcmp(look->url, text) == 0 && is_bare(text))
        *look = (struct ink_look){.marks = look->marks & ~(1U << MARK_LINK),
                                  .span = look->span,
                                  .expansion = look->expansion};
}

static bool ends_with_break(const GString *out)
{
    return g_str_has_suffix(out->str, "<br>") && !g_str_has_suffix(out->str, "\\<br>");
}

static bool has_pictures(const struct ink *ink)
{
    for (guint i = 0; i < ink->runs->len; i++)
        if (import_has_pictures(ink_run(ink, i)->text->str))
            return true;
    return false;
}

/* The same without pictures in colour, its blanks folded anew; owned by the caller. */
static struct ink *without_pictures(const struct ink *ink)
{
    struct ink *out = ink_new();
    for (guint i = 0; i < ink->runs->len; i++) {
        const struct ink_run *run = ink_run(ink, i);
        g_autofree char *text = import_without_pictures(run->text->str);
        g_auto(GStrv) lines = g_strsplit(text, INK_BREAK_TEXT, -1);
        for (char **line = lines; *line; line++) {
            if (line > lines)
                ink_break(out);
            ink_add(out, *line, run->look);
        }
    }
    return out;
}

static char *write_marked(const struct ink *ink, bool in_cell)
{
    struct writer w = {.ink = ink, .out = g_string_new(NULL), .in_cell = in_cell};
    for (guint i = 0; i < ink->runs->len; i++)
        drop_bare_links(&ink_run(ink, i)->look, ink_run(ink, i)->text->str);
    for (guint i = 0; i < ink->runs->len; i++) {
        turn_to(&w, i);
        if (has(w.look, MARK_CODE))
            write_code(&w, ink_run(ink, i)->text->str);
        else
            write_words(&w, ink_run(ink, i)->text->str);
    }
    close_to(&w, 0);
    while (ends_with_break(w.out))
        g_string_truncate(w.out, w.out->len - 4);
    return g_string_free(w.out, FALSE);
}

char *ink_marked(const struct ink *ink, bool in_cell)
{
    if (!has_pictures(ink))
        return write_marked(ink, in_cell);
    struct ink *plain = without_pictures(ink);
    char *marked = write_marked(plain, in_cell);
    ink_free(plain);
    return marked;
}
