/*
 * Lines end at blanks and at zero width spaces, and between letters of scripts that are written
 * without blanks, but not before what closes (UAX 14, classes CL and EX) nor behind what opens.
 */
#include "export/text_lines.h"

#include "base/signs.h"

#include <stdbool.h>

#define ZERO_WIDTH_SPACE 0x200B

/* Most letters, and cells of braille, are neither wide (UAX 11) nor without width. */
#define FIRST_CELL 0x2800
#define LAST_CELL  0x28FF
#define FIRST_MARK 0xAD /* a soft hyphen: before it nothing is without width */

/* As g_utf8_get_char; most letters are of ASCII or, as cells of braille are, of three bytes. */
static gunichar letter_at(const char *text)
{
    const guchar *bytes = (const guchar *)text;
    if (bytes[0] < 0x80)
        return bytes[0];
    if ((bytes[0] & 0xF0) != 0xE0)
        return g_utf8_get_char(text);
    return (gunichar)((bytes[0] & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F));
}

static gsize letter_width(gunichar c)
{
    if ((c >= ' ' && c < FIRST_MARK) || (c >= FIRST_CELL && c <= LAST_CELL))
        return 1;
    if (g_unichar_iszerowidth(c) || g_unichar_type(c) == G_UNICODE_FORMAT)
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

gsize text_width(const char *text)
{
    gsize width = 0;
    for (; *text; text = g_utf8_next_char(text))
        width += letter_width(letter_at(text));
    return width;
}

static bool is_blank(gunichar c)
{
    return c == ' ' || c == ZERO_WIDTH_SPACE;
}

static bool clings(gunichar before, gunichar after)
{
    GUnicodeType end = g_unichar_type(after), start = g_unichar_type(before);
    return end == G_UNICODE_CLOSE_PUNCTUATION || end == G_UNICODE_OTHER_PUNCTUATION ||
           end == G_UNICODE_FINAL_PUNCTUATION || start == G_UNICODE_OPEN_PUNCTUATION ||
           start == G_UNICODE_INITIAL_PUNCTUATION || g_unichar_iszerowidth(after);
}

/* A line that begins so is taken for a quotation, and mail programs leave out the sign: "if it is
 * > 38.5 °C". */
static bool is_before_quote_sign(const char *blank)
{
    return g_str_has_prefix(blank, " >");
}

/* Where the piece that begins at `text` ends: before a blank, if need be a held one, or between
 * wide letters. */
static const char *piece_end(const char *text, bool held)
{
    gunichar before = letter_at(text);
    bool after_wide = letter_width(before) == 2;
    for (text = g_utf8_next_char(text); *text; text = g_utf8_next_char(text)) {
        gunichar c = letter_at(text);
        bool wide = letter_width(c) == 2;
        bool holds = c == HELD_BLANK || is_before_quote_sign(text);
        if (holds ? !held : is_blank(c))
            return text;
        if ((wide || after_wide) && !clings(before, c))
            return text;
        before = c;
        after_wide = wide;
    }
    return text;
}

static void end_line(GPtrArray *lines, GString *line)
{
    g_ptr_array_add(lines, g_strdelimit(g_strdup(line->str), HELD_BLANK_TEXT, ' '));
    g_string_truncate(line, 0);
}

/* The next piece: a whole fact where a line holds it. */
static char *take_piece(const char **text, gsize room)
{
    const char *end = piece_end(*text, true);
    g_autofree char *whole = g_strndup(*text, (gsize)(end - *text));
    if (text_width(whole) > room)
        end = piece_end(*text, false);
    char *piece = g_strndup(*text, (gsize)(end - *text));
    *text = end;
    return piece;
}

/* After these, addresses are parted best: full stop, hyphen, and the second cell of a stroke. */
static bool is_seam(gunichar cell)
{
    return cell == 0x2832 || cell == 0x2824 || cell == 0x280C;
}

/* Ends lines within a piece that is wider than a line; what is left of it. */
static char *part_piece(GPtrArray *lines, char *piece, gsize room, const char *parting)
{
    gsize most = room - MIN(text_width(parting), room - 1);
    while (text_width(piece) > room) {
        const char *cut = g_utf8_offset_to_pointer(piece, (glong)most), *seam = cut;
        while (seam > piece && !is_seam(g_utf8_get_char(g_utf8_prev_char(seam))))
            seam = g_utf8_prev_char(seam);
        cut = seam > piece ? seam : cut;
        g_autofree char *first = g_strndup(piece, (gsize)(cut - piece));
        g_ptr_array_add(lines, g_strconcat(first, parting, NULL));
        char *rest = g_strdup(cut);
        g_free(piece);
        piece = rest;
    }
    return piece;
}

/* One stretch without line separators. */
static void break_stretch(GPtrArray *lines, const char *text, gsize room, const char *parting)
{
    g_autoptr(GString) line = g_string_new(NULL);
    gsize width = 0;
    while (*text) {
        bool apart = *text == HELD_BLANK || *text == ' ';
        while (*text == HELD_BLANK || is_blank(g_utf8_get_char(text)))
            text = g_utf8_next_char(text);
        if (!*text)
            break;
        g_autofree char *piece = take_piece(&text, room);
        gsize wide = text_width(piece), blank = apart && width > 0 ? 1 : 0;
        if (width > 0 && width + blank + wide > room) {
            end_line(lines, line);
            width = blank = 0;
        }
        if (wide > room && parting) {
            piece = part_piece(lines, g_steal_pointer(&piece), room, parting);
            wide = text_width(piece);
        }
        g_string_append(line, blank ? " " : "");
        g_string_append(line, piece);
        width += blank + wide;
    }
    end_line(lines, line);
}

GPtrArray *text_lines(const char *text, gsize room, const char *parting)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) stretches = g_strsplit(text, LINE_SEPARATOR_TEXT, -1);
    for (char **stretch = stretches; *stretch; stretch++)
        break_stretch(lines, *stretch, room, parting);
    return lines;
}

GPtrArray *text_lines_as_written(const char *text)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) stretches = g_strsplit(text, LINE_SEPARATOR_TEXT, -1);
    for (char **stretch = stretches; *stretch; stretch++)
        g_ptr_array_add(lines, g_strdelimit(g_strdup(g_strchomp(*stretch)), HELD_BLANK_TEXT, ' '));
    return lines;
}
