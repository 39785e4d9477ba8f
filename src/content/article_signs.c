/*
 * Signs that Markdown would eat. What an author means as a sign (2*250, >38 °C, ___/___) is put out
 * of the parser's sight before it reads the text: each such byte becomes a control character, which
 * no text file may hold, and becomes itself again in what the parser gives back. The text keeps its
 * length, so all places stay true. Awkward: what stands in code is changed and changed back, too,
 * which does no harm and spares a second parser of blocks.
 */
#include "content/article_parts.h"

#include "base/letter.h"
#include "base/range.h"
#include "content/body.h"
#include "content/list_sign.h"

#include <string.h>

/* The signs, and what stands for each of them meanwhile. */
static const char signs[] = "*_>~ `^";
static const char hidden[] = "\x0E\x0F\x10\x11\x12\x13\x14";
G_STATIC_ASSERT(sizeof signs == sizeof hidden);

static char hide(char sign)
{
    return hidden[strchr(signs, sign) - signs];
}

static gunichar sign_shown(gunichar c)
{
    const char *at = c && c < ' ' ? strchr(hidden, (int)c) : NULL;
    return at ? (gunichar)signs[at - hidden] : c;
}

void signs_show(char *text)
{
    for (char *p = text; *p; p++)
        *p = (char)((unsigned char)*p < 0x80 ? sign_shown((gunichar)*p) : (unsigned char)*p);
}

static void append_shown(GString *out, gunichar c, struct pos pos, bool code, struct diag *diag)
{
    if (c == SIGN_LEFT_OUT)
        return;
    if (c == '\n' || c == '\t')
        g_string_append_c(out, code ? (char)c : ' ');
    else if (letter_is_control(c))
        diag_report(diag, RULE_ENCODING, pos,
                    "the control character U+%04X is not text: take it out", c);
    else
        g_string_append_unichar(out, c);
}

/* Most words are plain letters and blanks. */
char *signs_words(const char *text, struct pos pos, bool code, struct diag *diag)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text;; p = g_utf8_next_char(p)) {
        const char *plain = p;
        while (*p >= ' ' && *p <= '~')
            p++;
        g_string_append_len(out, plain, p - plain);
        if (!*p)
            return g_string_free(out, FALSE);
        append_shown(out, sign_shown(letter_at(p)), pos, code, diag);
    }
}

bool sign_is_number(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_OTHER_NUMBER;
}

bool sign_begins_amount(const char *text)
{
    gunichar first = g_utf8_get_char(text);
    bool sign = g_unichar_type(first) == G_UNICODE_CURRENCY_SYMBOL ||
                g_utf8_strchr("-+.,~\u2212\u2013\u00B1\u2248", -1, first ? first : ' ');
    return sign_is_number(g_utf8_get_char(sign ? g_utf8_next_char(text) : text));
}

static gunichar char_before(const char *text, const char *at)
{
    const char *before = g_utf8_find_prev_char(text, at);
    return before ? g_utf8_get_char(before) : '\n';
}

/* 2*250, 10~~20 and, for a single sign, mg*2: between what is counted and a number stands no
 * emphasis. */
static bool multiplies(gunichar before, gunichar after, size_t length)
{
    return (sign_is_number(before) || (length == 1 && g_unichar_isalpha(before))) &&
           sign_is_number(after);
}

/* Beside a blank to fill in stand nothing or what parts the fields of a form. */
static bool parts_fields(gunichar c)
{
    return c == '\0' || g_unichar_isspace(c) || (c < 0x80 && strchr("/-.:,|%", (int)c));
}

static void hide_run(char *run, size_t length)
{
    memset(run, hide(*run), length);
}

/* True where the next such pair in the line ends what this one begins: "1~~0~~ mg". */
static bool has_end(const char *text, const char *pair)
{
    const char sign[] = {*pair, *pair, '\0'};
    const char *next = strstr(pair + 2, sign);
    return next && next < pair + strcspn(pair, "\n") &&
           !g_unichar_isspace(char_before(text, next)) &&
           !multiplies(char_before(text, next), g_utf8_get_char(next + 2), 2);
}

/* Runs of '*', '~' and '_' that are signs. A pair between numbers is none where it is one end of
 * what the other sets off ("~~5~~10 mg"); `open`: the sign of a pair that waits for its end. */
static void hide_inline_signs(char *text)
{
    char open = '\0';
    for (char *p = text; *p;) {
        size_t length = strspn(p, "*") + strspn(p, "~") + strspn(p, "_");
        open = *p == '\n' ? '\0' : open;
        if (length == 0) {
            p += 1 + strcspn(p + 1, "*~_\n");
            continue;
        }
        gunichar before = char_before(text, p), after = g_utf8_get_char(p + length);
        bool blank =
            *p == '_' && (length >= BLANK_LEAST || (parts_fields(before) && parts_fields(after)));
        bool sum = *p != '_' && multiplies(before, after, length);
        bool end = length == 2 && (!sum || open == *p || has_end(text, p));
        if (before != '\\' && (blank || (sum && !end)))
            hide_run(p, length);
        else if (end)
            open = open == *p ? '\0' : *p;
        p += length;
    }
}

/* The end of the code that the run of `length` signs at `run` begins, behind its signs; NULL: its
 * paragraph has none. */
static char *code_end(char *run, size_t length)
{
    for (char *p = run + length; *p && !g_str_has_prefix(p, "\n\n");) {
        size_t signs_there = strspn(p, "`");
        p += MAX(signs_there, 1);
        if (signs_there == length)
            return p;
    }
    return NULL;
}

/* "don`t", "5`30": behind a letter or digit such a sign begins no code. Scripts without blanks have
 * code there. */
static bool is_apostrophe(gunichar before)
{
    GUnicodeScript script = g_unichar_get_script(before);
    return sign_is_number(before) ||
           (g_unichar_isalpha(before) &&
            (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC));
}

static void hide_apostrophes(char *text)
{
    for (char *p = text; (p = strchr(p, '`'));) {
        size_t length = strspn(p, "`");
        char *end = code_end(p, length);
        bool word = length == 1 && is_apostrophe(char_before(text, p));
        if (word)
            *p = hide('`');
        p = end && !word ? end : p + length;
    }
}

/* Bytes of blanks, quotation signs and list markers at the start of a line. */
static size_t markers_length(const char *text)
{
    for (const char *line = text;;) {
        line += strspn(line, " \t");
        size_t digits = strspn(line, "0123456789");
        bool bullet = strchr("-+*", *line) && *line && strchr(" \t", line[1]);
        bool number = digits > 0 && strchr(".)", line[digits]) && line[digits] &&
                      strchr(" \t", line[digits + 1]);
        if (bullet && line[1])
            line += 2;
        else if (number && line[digits + 1])
            line += digits + 2;
        else if (*line == '>' && strchr(" \t>", line[1]) && line[1])
            line++;
        else
            return (size_t)(line - text);
    }
}

/* ">38", ">=5", ">½" and ">-20" are no quotation. */
static bool is_comparison(const char *sign)
{
    return sign_begins_amount(sign + 1) || (sign[1] && strchr("=.", sign[1]));
}

/* Bytes of the signs of quotations at the start of a line, each with the blank that belongs to it.
 */
static size_t quotation_length(const char *line)
{
    size_t length = 0;
    for (;;) {
        const char *sign = line + length + strspn(line + length, " ");
        if (*sign != '>' || is_comparison(sign))
            return length;
        length = (size_t)(sign - line) + (sign[1] == ' ' ? 2 : 1);
    }
}

int signs_margin(const char *line, int *quoted)
{
    *quoted = (int)quotation_length(line);
    return *quoted + (int)strspn(line + *quoted, " \t");
}

/* What the line begins with behind that. */
static char *line_start(char *line)
{
    int quoted;
    return line + signs_margin(line, &quoted);
}

static void hide_comparison(char *line)
{
    char *at = line + markers_length(line);
    if (*at == '>' && is_comparison(at))
        *at = hide('>');
}

/* "[^" that no name and ']' follow in its line, and so begins no reference to a note: the parser
 * would take all up to a ']' further down for one, and lose some of its words. */
static void hide_carets(char *text)
{
    for (char *p = text; (p = strstr(p, "[^")); p += 2) {
        const char *end = p + 2 + strspn(p + 2, " \t");
        end += strcspn(end, "[] \t\n");
        end += strspn(end, " \t");
        if (*end != ']')
            p[1] = hide('^');
    }
}

/* Blanks in the name of a picture's file: "![Coil](MRI room.png)". */
static void hide_blanks_in_names(char *text)
{
    static const char *const endings[] = {".png)", ".jpg)", ".jpeg)", ".svg)"};
    for (char *p = text; (p = strstr(p, "](")); p += 2) {
        size_t length = strcspn(p + 2, "()<>\"\n") + 3;
        g_autofree char *name = g_ascii_strdown(p, (gssize)length);
        bool picture = false;
        for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
            picture |= g_str_has_suffix(name, endings[i]);
        for (char *c = p + 2; picture && c < p + length; c++)
            if (*c == ' ')
                *c = hide(' ');
    }
}

/* Bytes of a list sign of a word processor at the start of a line, up to its words; 0: none, as in
 * a row of such signs, which is a measure. `alike`: ticks are list signs, too. */
static size_t word_bullet(const char *line, bool alike)
{
    size_t bytes = list_sign_length(line, LIST_SIGN_BULLET) +
                   (alike ? list_sign_length(line, LIST_SIGN_TICK) : 0);
    size_t arrow = list_sign_length(line, LIST_SIGN_ARROW);
    const char *words = line + bytes + arrow + strspn(line + bytes + arrow, " \t");
    if (g_str_has_prefix(line, "o\t") || g_str_has_prefix(line, "o  "))
        return 1;
    if (list_sign_length(words, LIST_SIGN_BULLET) > 0 || list_mark_length(words) > 0)
        return 0;
    return arrow > 0 && !sign_is_number(g_utf8_get_char(words)) ? arrow : bytes;
}

/* No line begins with a sign that a tick may be the opposite of, as an item or as a line. */
static bool ticks_are_alike(char *text)
{
    for (char *line = text; line; line = range_next_line(line))
        if (list_sign_length(line + markers_length(line), LIST_SIGN_VERDICT) > 0)
            return false;
    return true;
}

/* Makes '-' of the sign of `bytes` at `sign`. No more than four blanks follow it, for what stands
 * further in is code (CommonMark 0.30, 5.2): the rest becomes what is left out. */
static void turn_bullet(char *sign, size_t bytes)
{
    size_t length = bytes + strspn(sign + bytes, " \t");
    memset(sign, ' ', MIN(length, 5));
    memset(sign + MIN(length, 5), SIGN_LEFT_OUT, length - MIN(length, 5));
    *sign = '-';
}

/* Another such sign follows below, with nothing between but lines that the words of this one go on
 * in and empty ones. */
static bool goes_on(char *line, bool alike)
{
    bool empty = false;
    while ((line = range_next_line(line))) {
        const char *sign = line_start(line);
        if (word_bullet(sign, alike) > 0)
            return true;
        if (*sign != '\n' && empty)
            return false;
        empty = *sign == '\n';
    }
    return false;
}

/* Nothing follows the sign in its line: below words '-' alone would make a heading of them. */
static bool is_bare(const char *sign, size_t bytes)
{
    return strchr("\n", sign[bytes + strspn(sign + bytes, " \t")]) != NULL;
}

/* Two lines or more that start with such a sign are a list: it becomes '-' and blanks. */
static void turn_word_bullets(char *text)
{
    bool list = false, empty = true, alike = ticks_are_alike(text);
    ptrdiff_t above = -1; /* where the sign of the line above stands; -1: it has none */
    for (char *line = text; line; line = range_next_line(line)) {
        char *sign = line_start(line);
        size_t bytes = word_bullet(sign, alike);
        bool words = bytes > 0 && is_bare(sign, bytes) && !empty && sign - line != above;
        bytes = words ? 0 : bytes;
        list =
            (list && (bytes > 0 || *sign == '\n' || !empty)) || (bytes > 0 && goes_on(line, alike));
        empty = *sign == '\n';
        above = list && bytes > 0 ? sign - line : -1;
        if (above >= 0)
            turn_bullet(sign, bytes);
    }
}

/* Bytes of a dash that stands at the start of a line as a list sign does; 0: none. */
static size_t dash_bullet(const char *line)
{
    bool dash = g_str_has_prefix(line, "\u2013") || g_str_has_prefix(line, "\u2014");
    size_t bytes = dash ? strlen("\u2014") : 0;
    return dash && (line[bytes] == ' ' || line[bytes] == '\t') ? bytes : 0;
}

/* The line asks something. */
static bool asks(const char *line)
{
    g_autofree char *words = g_strchomp(g_strndup(line, strcspn(line, "\n")));
    return g_str_has_suffix(words, "?") || g_str_has_suffix(words, "\u061F");
}

/* The lines from `line` on that start with a dash, nothing between them but empty lines and those
 * that are indented. `talk`: some of them ask and others do not, so that dashes are words there. */
static unsigned count_dashes(char *line, bool *talk)
{
    unsigned lines = 0, asking = 0;
    for (; line; line = range_next_line(line)) {
        const char *sign = line_start(line);
        bool dash = dash_bullet(sign) > 0;
        if (!dash && *sign != '\n' && sign == line + quotation_length(line))
            break;
        lines += dash ? 1 : 0;
        asking += dash && asks(sign) ? 1 : 0;
    }
    *talk = asking > 0 && asking < lines;
    return lines;
}

/* A dash within running text may come to stand at the start of a line: a list begins behind an
 * empty line, or one that a colon ends. */
static bool may_begin_list(const char *text, const char *line)
{
    const char *before = line;
    while (before > text && strchr(" \t\n>", before[-1]))
        before--;
    const char *end = memchr(before, '\n', (size_t)(line - before));
    bool empty = before == text || (end && memchr(end + 1, '\n', (size_t)(line - end - 1)));
    return empty || before[-1] == ':';
}

/* Two lines or more that start with a dash are a list, too. */
static void turn_dash_bullets(char *text)
{
    unsigned left = 0, lines = 0; /* of the dashes that stand below one another */
    bool talk = false;
    for (char *line = text; line; line = range_next_line(line)) {
        char *sign = line_start(line);
        size_t bytes = dash_bullet(sign);
        if (bytes > 0 && left == 0 && !is_bare(sign, bytes) && may_begin_list(text, line))
            left = lines = count_dashes(line, &talk);
        if (bytes > 0 && left > 0) {
            left--;
            if (lines > 1 && !talk)
                turn_bullet(sign, bytes);
        }
    }
}

/* Lines of code are words to whoever looks for lists: each becomes those of `from`, or, where that
 * is NULL, letters. */
static void set_code(char *text, const struct body *body, const char *from)
{
    int number = 1;
    for (char *line = text; line; line = range_next_line(line), number++) {
        if (!body_line(body, number).code)
            continue;
        char *words = line_start(line);
        size_t length = strcspn(words, "\n");
        if (from)
            memcpy(words, from + (words - text), length);
        else
            memset(words, 'x', length);
    }
}

static void turn_bullets(char *text)
{
    g_autofree char *own = g_strdup(text);
    struct body body = {0};
    bool code = strstr(text, "```") || strstr(text, "~~~");
    if (code) {
        body_init(&body, 0, text, 1);
        set_code(text, &body, NULL);
    }
    turn_word_bullets(text);
    turn_dash_bullets(text);
    if (code) {
        set_code(text, &body, own);
        body_clear(&body);
    }
}

char *signs_hide(const char *body)
{
    char *text = g_strdup(body);
    turn_bullets(text);
    hide_blanks_in_names(text);
    hide_inline_signs(text);
    hide_apostrophes(text);
    hide_carets(text);
    for (char *line = text; line; line = range_next_line(line))
        hide_comparison(line);
    return text;
}
