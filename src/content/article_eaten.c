/*
 * Signs that the parser has taken although they may mean something: a dose in the place of a list's
 * number, a "more than" in the place of a quotation. What the author meant cannot be known, so it
 * is an error that says how to write either. Signs that can only be signs are kept instead
 * (article_signs.c).
 */
#include "content/article_parts.h"
#include "content/list_sign.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm.h>
#include <string.h>

/* A block at the place where it starts. */
struct place {
    struct body *body;
    cmark_node *from;
    const struct node *node;
    int number;     /* of its first line in the body */
    const char *at; /* what stands there */
    struct diag *diag;
};

static bool starts_with_number(const char *text)
{
    return sign_is_number(g_utf8_get_char(text));
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t");
}

static void check_quote(const struct place *p)
{
    if (*p->at == '>' && sign_begins_amount(skip_blanks(p->at + 1)))
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "'>' before a number makes a quotation and is not printed: write '\\>' for the "
                    "sign, or say it in words");
}

static void check_plus(const struct place *p)
{
    if (*p->at == '+' && starts_with_number(skip_blanks(p->at + 1)))
        diag_report(
            p->diag, RULE_SIGN, p->node->pos,
            "'+' before a number makes a list and is not printed: write '\\+' for the sign, "
            "or '-' for the list");
}

/* "- - 2 kg": the second sign may be a minus. */
static void check_inner_bullet(const struct place *p)
{
    cmark_node *inner = cmark_node_first_child(p->from);
    bool list = inner && cmark_node_get_type(inner) == CMARK_NODE_LIST &&
                cmark_node_get_list_type(inner) == CMARK_BULLET_LIST;
    if (list && cmark_node_get_start_line(inner) == p->number)
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "the second of two list signs is not printed: write '\\-' for a minus, or put "
                    "the inner list on a line of its own");
}

/* The number that an item is written with and its digits; false when it has none. */
static bool written_number(const char *at, long *number, size_t *digits)
{
    *digits = strspn(at, "0123456789");
    *number = strtol(at, NULL, 10);
    return *digits > 0;
}

static const char *start_of(const struct body *body, cmark_node *from)
{
    struct body_line line = body_line(body, cmark_node_get_start_line(from));
    return line.text + CLAMP(cmark_node_get_start_column(from) - 1, 0, line.bytes);
}

/* Lists whose items are all numbered 1 (or 0) ask the program to count. */
static bool counts_by_itself(const struct place *p)
{
    long number;
    size_t digits;
    for (cmark_node *item = cmark_node_first_child(p->from); item; item = cmark_node_next(item))
        if (!written_number(start_of(p->body, item), &number, &digits) || digits > 1 ||
            number != p->node->as.list.start || number > 1)
            return false;
    return true;
}

static void check_numbers(const struct place *p)
{
    long printed = p->node->as.list.start, number;
    size_t digits;
    if (counts_by_itself(p))
        return;
    for (cmark_node *item = cmark_node_first_child(p->from); item; item = cmark_node_next(item)) {
        const char *at = start_of(p->body, item);
        if (!written_number(at, &number, &digits))
            return;
        g_autofree char *own = g_strdup_printf("%ld", printed++);
        if (strlen(own) == digits && strncmp(own, at, digits) == 0)
            continue;
        struct body_line line = body_line(p->body, cmark_node_get_start_line(item));
        diag_report(p->diag, RULE_SIGN,
                    body_pos(p->body, cmark_node_get_start_line(item), (int)(at - line.text)),
                    "this item is numbered '%.*s' and would be printed as '%s': number the items "
                    "in a row, or write '%.*s\\%c' for a number that means something",
                    (int)digits, at, own, (int)digits, at, p->node->as.list.delimiter);
    }
}

/* The bytes of a line up to the blanks at its end. */
static int bytes_before_blanks(struct body_line line)
{
    int end = line.bytes;
    while (end > 0 && strchr(" \t", line.text[end - 1]))
        end--;
    return end;
}

/* The last byte of the line above the block, blanks apart; NUL: that line is empty. */
static char above_ends_with(const struct place *p)
{
    struct body_line line = body_line(p->body, p->number - 1);
    int end = bytes_before_blanks(line);
    return end > 0 ? line.text[end - 1] : '\0';
}

/* A list of one item in the article itself: what looks like one may be a line that begins with a
 * sign. */
static bool is_single(const struct place *p)
{
    cmark_node *item = cmark_node_first_child(p->from);
    return cmark_node_get_type(cmark_node_parent(p->from)) == CMARK_NODE_DOCUMENT &&
           !cmark_node_next(item);
}

/* "Take 5" above "- 10 mg" is a range that goes on below, not a list. */
static bool goes_on_from_above(const struct place *p)
{
    cmark_node *before = cmark_node_previous(p->from);
    return before && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH &&
           g_ascii_isdigit(above_ends_with(p));
}

/* "- 5 °C" by itself: no heading and no line with a colon leads to a list. */
static bool is_lone_temperature(const struct place *p)
{
    const char *number = skip_blanks(p->at + 1);
    const char *unit = skip_blanks(number + strspn(number, "0123456789.,"));
    bool degrees = g_str_has_prefix(unit, "°") || g_str_has_prefix(unit, "℃");
    cmark_node *before = cmark_node_previous(p->from);
    bool heading = before && cmark_node_get_type(before) == CMARK_NODE_HEADING;
    g_autofree char *words = before ? markdown_words(before) : g_strdup("");
    return degrees && !heading && !g_str_has_suffix(words, ":");
}

static void check_bullets(const struct place *p)
{
    bool signs = *p->at == '-' || *p->at == '*';
    if (signs && starts_with_number(skip_blanks(p->at + 1)) && is_single(p) &&
        (goes_on_from_above(p) || is_lone_temperature(p)))
        diag_report(
            p->diag, RULE_SIGN, p->node->pos,
            "'%c' before a number makes a list here and is not printed: write '\\%c' for the "
            "sign, or a line that ends with ':' and an empty line above the list",
            *p->at, *p->at);
}

static void check_list(const struct place *p)
{
    if (p->node->as.list.ordered)
        check_numbers(p);
    else
        check_bullets(p);
}

/* True when the block's last line is of as many of the signs as its first begins with. */
static bool is_closed(const struct place *p, int length, char sign)
{
    int last = cmark_node_get_end_line(p->from);
    struct body_line line = body_line(p->body, last);
    int start = (int)strspn(line.text, " \t>"), end = bytes_before_blanks(line);
    int signs = 0;
    while (start + signs < end && line.text[start + signs] == sign)
        signs++;
    return last > p->number && signs >= length && start + signs == end;
}

/* More words than the language of the code, and none of a program that writes its own there. */
static bool has_words(const char *info)
{
    return *info != '{' && strpbrk(info, " \t");
}

/* Code that is never closed takes all that follows along, with its marks as signs. */
static void check_code(const struct place *p)
{
    int length, offset;
    char sign;
    if (!cmark_node_get_fenced(p->from, &length, &offset, &sign))
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "four blanks or a tab at the start of a line set it as code: take them out, or "
                    "put lines of ``` around what is code");
    else if (!is_closed(p, length, sign))
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "this line makes code of all that follows: write the same signs on a line "
                    "below the code, or '\\%c' for the sign",
                    sign);
    else if (has_words(cmark_node_get_fence_info(p->from)))
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "only the language of code may stand behind the signs that begin it: words are "
                    "not printed there, so write them on a line of their own");
}

/* The line of signs under a heading's text, from line `number` on. */
static int underline_of(const struct body *body, int number)
{
    for (;; number++) {
        struct body_line line = body_line(body, number + 1);
        const char *at = skip_blanks(line.text);
        size_t signs = strspn(at, *at == '=' ? "=" : "-");
        if (line.bytes == 0 || (signs > 0 && strchr(" \t\n", at[signs])))
            return number + 1;
    }
}

/* A line of signs under a sentence was meant to part it from what follows. */
static void check_underlined(const struct place *p)
{
    int last = underline_of(p->body, p->number);
    struct body_line line = body_line(p->body, last - 1);
    size_t end = (size_t)line.bytes;
    while (end > 0 && strchr(" \t", line.text[end - 1]))
        end--;
    bool sentence = end > 0 && strchr(".!?;:,", line.text[end - 1]);
    if (sentence || last > p->number + 1)
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "the line of '%c' makes a heading of the text above it: put an empty line "
                    "between them, or start the heading with '## '",
                    *skip_blanks(body_line(p->body, last).text));
}

static void check_hashes(const struct place *p)
{
    struct body_line line = body_line(p->body, p->number);
    const char *end = line.text + bytes_before_blanks(line), *closing = end;
    while (closing > p->at && closing[-1] == '#')
        closing--;
    int level = (int)strspn(p->at, "#");
    bool closes = closing < end && closing > p->at + level && strchr(" \t", closing[-1]);
    if (closes && end - closing != level)
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "the '#' at the end of this heading is not printed: write '\\#' for the sign");
    const char *words = skip_blanks(p->at + level);
    size_t digits = strspn(words, "0123456789");
    bool first = !cmark_node_previous(p->from);
    if (level == 1 && !first && digits > 0 && strchr(" \t", words[digits]))
        diag_report(p->diag, RULE_SIGN, p->node->pos,
                    "'#' before a number makes a heading and is not printed: write '\\#%.*s' for "
                    "the sign, or '##' for a heading",
                    (int)digits, words);
}

static void check_heading(const struct place *p)
{
    const char *behind = p->at + strspn(p->at, "#");
    if (behind > p->at && (*behind == '\0' || strchr(" \t\n", *behind)))
        check_hashes(p);
    else
        check_underlined(p);
}

/* What stands between single signs without a letter in it is a sum, not stress. */
static void check_emphasis(const struct place *p)
{
    for (cmark_node *child = cmark_node_first_child(p->from); child;
         child = cmark_node_next(child)) {
        const char *words = cmark_node_get_literal(child);
        if (!words)
            return;
        for (; *words; words = g_utf8_next_char(words))
            if (g_unichar_isalpha(g_utf8_get_char(words)))
                return;
    }
    diag_report(p->diag, RULE_SIGN, p->node->pos,
                "the signs around '%s' set it bold and are not printed: write '\\*' or '\\_' for "
                "the signs, or '**' to set it bold",
                cmark_node_get_literal(cmark_node_first_child(p->from)));
}

static void check_item(const struct place *p)
{
    check_plus(p);
    check_inner_bullet(p);
}

/* The line's words and those of the next stand in one line of print. */
static bool runs_on(struct body_line line)
{
    static const char *const breaks[] = {"  ", "\\", "<br>", "<br/>", "<br />"};
    g_autofree char *words = g_strndup(line.text, (gsize)line.bytes);
    for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++)
        if (g_str_has_suffix(words, breaks[i]))
            return false;
    return true;
}

/* Lines that each begin with a mark are joined: whether it belongs to the words before or behind it
 * cannot be seen then. */
static void check_marks(const struct place *p)
{
    bool marked = list_mark_length(p->at) > 0;
    for (int i = p->number + 1; i <= cmark_node_get_end_line(p->from); i++) {
        struct body_line line = body_line(p->body, i);
        const char *at = line.text + strspn(line.text, " \t>");
        size_t length = list_mark_length(at);
        if (marked && length > 0 && runs_on(body_line(p->body, i - 1))) {
            diag_report(p->diag, RULE_SIGN, body_pos(p->body, i, (int)(at - line.text)),
                        "this line begins with '%.*s' and is printed behind the one above: write "
                        "'- %.*s' for a list that keeps such signs, or '- [ ]' in the place of a "
                        "box to tick",
                        (int)length, at, (int)length, at);
            return;
        }
        marked |= length > 0;
    }
}

void eaten_check(struct body *body, cmark_node *from, const struct node *node, struct diag *diag)
{
    static void (*const checks[NODE_KIND_COUNT])(const struct place *) = {
        [NODE_QUOTE] = check_quote,     [NODE_LIST] = check_list,
        [NODE_ITEM] = check_item,       [NODE_CODE_BLOCK] = check_code,
        [NODE_HEADING] = check_heading, [NODE_EMPHASIS] = check_emphasis,
        [NODE_PARAGRAPH] = check_marks,
    };
    if (checks[node->kind])
        checks[node->kind](&(struct place){.body = body,
                                           .from = from,
                                           .node = node,
                                           .number = cmark_node_get_start_line(from),
                                           .at = start_of(body, from),
                                           .diag = diag});
}
