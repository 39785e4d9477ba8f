/*
 * Awkward: graphemes are no places to part a word of scripts that stack letters by a sign between
 * them, as Khmer does: below that sign the next letter would be lost (Unicode 15, chapter 16.4).
 */
#include "layout/parting.h"

#include "base/signs.h"
#include "content/address.h"
#include "layout/hyphenation.h"
#include "layout/line_width.h"

#include <hb.h>
#include <string.h>

#define BLANKS " \t\n"

struct search {
    const struct paragraph *p;
    size_t start, end; /* bytes of the text */
    GArray *marks;
    GArray *addresses;     /* of struct range: bytes of the words, of whole lines of them */
    size_t word;           /* byte of the text where the word starts whose hyphens are looked for */
    PangoLayoutLine *line; /* from `start` to `end` */
    int before;            /* width of the line above that the author's hyphen ends; else 0 */
};

static void add_mark(const struct search *search, size_t offset, gunichar sign, bool in_word)
{
    struct break_mark mark = {(guint)paragraph_to_words(search->p, offset), sign, in_word, 0};
    if (offset > search->start && offset < search->end)
        g_array_append_val(search->marks, mark);
}

static gunichar char_at(const struct search *search, size_t offset)
{
    return g_utf8_get_char(search->p->text->str + offset);
}

static size_t next_of(const struct search *search, size_t offset)
{
    const char *c = search->p->text->str + offset;
    return offset + (size_t)(g_utf8_next_char(c) - c);
}

/* Adds what is found `from` bytes behind the start of the words. */
static void add_address(const struct search *search, struct range found, size_t from)
{
    struct range address = {found.start + from, found.end + from};
    g_array_append_val(search->addresses, address);
}

/* The bytes of the author's words from the first word of the line to its last, both of them whole.
 */
static struct range whole_words(const struct search *search)
{
    const char *words = search->p->words->str;
    struct range line = {paragraph_to_words(search->p, search->start),
                         paragraph_to_words(search->p, search->end)};
    while (line.start > 0 && !strchr(BLANKS, words[line.start - 1]))
        line.start--;
    line.end += strcspn(words + line.end, BLANKS);
    return line;
}

/* Addresses with their scheme, or without. */
static void find_addresses(const struct search *search)
{
    struct range line = whole_words(search), found;
    g_autofree char *words = g_strndup(search->p->words->str + line.start, line.end - line.start);
    for (size_t at = 0; address_find(words, at, &found); at = found.end)
        add_address(search, found, line.start);
    for (char *word = words, *end = words; *end; word = end + 1) {
        end = word + strcspn(word, BLANKS);
        g_autofree char *one = g_strndup(word, (gsize)(end - word));
        if (address_is_bare(one))
            add_address(search, (struct range){(size_t)(word - words), (size_t)(end - words)},
                        line.start);
    }
}

static bool in_address(const struct search *search, size_t offset)
{
    size_t at = paragraph_to_words(search->p, offset);
    for (guint i = 0; i < search->addresses->len; i++) {
        const struct range *address = &g_array_index(search->addresses, struct range, i);
        if (address->start <= at && at < address->end)
            return true;
    }
    return false;
}

static void find_soft_hyphens(const struct search *search)
{
    const GArray *soft_hyphens = search->p->soft_hyphens;
    for (guint i = 0; i < soft_hyphens->len; i++)
        add_mark(search, paragraph_from_words(search->p, g_array_index(soft_hyphens, guint, i)),
                 SOFT_HYPHEN, true);
}

static bool is_sign(gunichar c)
{
    return c == '/' || c == '.' || c == '@' || c == '-' || c == '_' || c == '?' || c == '&' ||
           c == '=';
}

/* Signs that words are joined by; the others do so in addresses alone. */
static bool joins_words(gunichar c)
{
    return c == '/' || c == '-' || c == '_';
}

/* Behind "https://", which says nothing by itself. */
static bool ends_scheme(const struct search *search, size_t end)
{
    size_t length = strlen(ADDRESS_SCHEME_END);
    return end >= search->start + length &&
           strncmp(search->p->text->str + end - length, ADDRESS_SCHEME_END, length) == 0;
}

/* A hyphen or a low line in the name of mail or of a host, which may be taken for the line's own:
 * the last of its signs to end a line. */
static bool joins_host(const struct search *search, size_t offset, gunichar c)
{
    return (c == '-' || c == '_') &&
           address_in_host(search->p->words->str, paragraph_to_words(search->p, offset));
}

/* Behind the last of several signs; a decimal point and a fraction's bar part no number. `joints`:
 * of names of mail and of hosts, and no others. */
static void find_signs(const struct search *search, bool joints)
{
    gunichar before = ' ';
    for (size_t at = search->start, next; at < search->end; at = next) {
        gunichar c = char_at(search, at);
        next = next_of(search, at);
        gunichar after = next < search->end ? char_at(search, next) : ' ';
        bool number = g_unichar_isdigit(before) && g_unichar_isdigit(after) && c != '-';
        bool last = is_sign(c) && !is_sign(after) && !g_unichar_isspace(before) && !number;
        if (last && !ends_scheme(search, next) && joins_host(search, at, c) == joints &&
            (joins_words(c) || in_address(search, at)))
            add_mark(search, next, ZERO_SPACE, false);
        before = c;
    }
}

/* True when the words up to a byte would stand in the line above, too. */
static bool fits_above(const struct search *search, size_t offset)
{
    int x;
    pango_layout_line_index_to_x(search->line, (int)offset, FALSE, &x);
    return search->before > 0 && search->before + x <= pango_layout_get_width(search->line->layout);
}

static void add_hyphen(size_t offset, void *data)
{
    const struct search *search = data;
    if (!fits_above(search, search->word + offset))
        add_mark(search, search->word + offset, SOFT_HYPHEN, true);
}

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static void hyphenate(struct search *search, size_t end)
{
    const struct paragraph *p = search->p;
    const char *word = p->text->str + search->word;
    size_t length = end - search->word;
    if (length > 0 && !in_address(search, search->word))
        hyphenation_find(word, length, paragraph_lang(p, search->word), add_hyphen, search);
}

static void find_hyphens(struct search *search)
{
    search->word = search->start;
    for (size_t at = search->start; at < search->end; at = next_of(search, at)) {
        if (is_letter(char_at(search, at)))
            continue;
        hyphenate(search, at);
        search->word = next_of(search, at);
    }
    hyphenate(search, search->end);
}

/* The line that starts at the search's, and the width of the one above where a soft hyphen ends it:
 * until patterns are asked, all of these are the author's. */
static void find_line(struct search *search, PangoLayout *layout)
{
    const PangoLayoutLine *above = NULL;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; above = l->data, l = l->next) {
        search->line = l->data;
        if ((size_t)search->line->start_index == search->start)
            break;
    }
    size_t sign = strlen(SOFT_HYPHEN_TEXT);
    const struct break_mark *mark =
        above && search->start >= sign ? paragraph_mark_at(search->p, search->start - sign) : NULL;
    search->before = mark && mark->sign == SOFT_HYPHEN ? line_width(above) : 0;
}

/* The author knows where a word has its joints, patterns know where it has syllables: a line that
 * may end at a soft hyphen ends there, and a pattern parts only what is behind it and still too
 * wide. So its hyphens stand too far on for the line above, if there are such. */
static void find_hyphens_in_pieces(struct search *search, PangoLayout *layout)
{
    guint before = search->marks->len;
    find_line(search, layout);
    find_hyphens(search);
    if (search->marks->len > before)
        return;
    search->before = 0;
    find_hyphens(search);
}

/* A hyphen tells that a word goes on where words are parted by blanks and letters do not join. */
static bool takes_hyphen(gunichar c)
{
    switch ((int)g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_ARMENIAN:
    case G_UNICODE_SCRIPT_GEORGIAN:
        return true;
    default:
        return false;
    }
}

/* A letter on either side, and none of them by itself on its line. */
static bool is_between_letters(const struct search *search, size_t at)
{
    const char *text = search->p->text->str, *before = g_utf8_prev_char(text + at);
    size_t next = next_of(search, at), first = (size_t)(before - text);
    return first > search->start && next < search->end && is_letter(char_at(search, first)) &&
           is_letter(char_at(search, at)) && is_letter(char_at(search, next)) &&
           is_letter(g_utf8_get_char(g_utf8_prev_char(before))) &&
           g_unichar_combining_class(char_at(search, first)) != HB_UNICODE_COMBINING_CLASS_VIRAMA;
}

/* Not at each letter of what nobody reads: Pango takes time by the square of such places. */
static void find_between_letters(const struct search *search, PangoLayout *layout)
{
    enum { MANY = 200 }; /* letters; the longest word that is read has 195 (content/word_run.h) */
    const char *text = search->p->text->str;
    int count;
    const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    glong index = g_utf8_pointer_to_offset(text, text + search->start), first = index;
    glong step = 1 + g_utf8_pointer_to_offset(text + search->start, text + search->end) / MANY;
    for (size_t at = next_of(search, search->start); at < search->end; at = next_of(search, at)) {
        index++;
        if ((index - first) % step != 0 || !attributes[index].is_cursor_position ||
            !is_between_letters(search, at))
            continue;
        bool address = in_address(search, at);
        bool hyphen = !address && takes_hyphen(char_at(search, at));
        add_mark(search, at, hyphen ? SOFT_HYPHEN : ZERO_SPACE, !address);
    }
}

void parting_find(const struct paragraph *p, PangoLayout *layout, size_t start, size_t end,
                  enum parting_stage stage, GArray *marks)
{
    g_autoptr(GArray) addresses = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct search search = {p, start, end, marks, addresses, start, NULL, 0};
    find_addresses(&search);
    switch (stage) {
    case PARTING_SIGNS:
        find_soft_hyphens(&search);
        find_signs(&search, false);
        break;
    case PARTING_PATTERNS:
        find_signs(&search, true);
        find_hyphens_in_pieces(&search, layout);
        break;
    case PARTING_LETTERS:
        find_between_letters(&search, layout);
        break;
    case PARTING_STAGE_COUNT:
        g_assert_not_reached();
    }
}
