/*
 * By the Unicode line breaking algorithm (UAX 14): a line may end behind a blank (LB18), whatever
 * the words beside it are, but for some signs that they end or begin with (LB13 to LB17), and no
 * rule but those looks over a blank.
 */
#include "layout/plain_places.h"

#include "base/letter.h"

#include <string.h>

/* Bytes: what is longer is not said again. */
enum { LONGEST = 128 };

/* Words that are told together, and what is read of them. */
struct chunk {
    const char *start, *end;
    bool plain; /* no line ends in it but behind its last blank */
};

/* No line ends before those (LB13). */
static bool is_stop(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

/* Adds the word behind the chunk, with the blank behind it. Between letters and figures no line
 * ends (LB23, LB25, LB28). */
static void take_word(struct chunk *chunk, const char *end)
{
    const char *c = chunk->end;
    chunk->plain = c == chunk->start;
    while (c < end && g_ascii_isalnum(*c))
        c++;
    while (c < end && is_stop(*c))
        c++;
    chunk->plain = chunk->plain && (c == end || *c == ' ');
    while (c < end && *c != ' ')
        c++;
    chunk->end = MIN(c + 1, end);
}

/* Whatever stands before a word that begins so (no letter and no figure is held by it over a
 * blank), and behind one that ends so, lines end at the blank between them. */
static bool ends_freely(const char *blank)
{
    const char *last = g_utf8_prev_char(blank);
    return letter_is_alnum(letter_at(last)) || is_stop(*last) || *last == ')';
}

/* The words from `start` on up to a blank that parts them from all that follows. */
static struct chunk next_chunk(const char *start, const char *end)
{
    struct chunk chunk = {start, start, false};
    do
        take_word(&chunk, end);
    while (chunk.end < end && !(chunk.end - 1 > start && ends_freely(chunk.end - 1) &&
                                letter_is_alnum(letter_at(chunk.end))));
    return chunk;
}

/* The places of the chunk's characters, in the midst of a text; `into` has room for them. */
static void ask_pango(const struct chunk *chunk, PangoLogAttr *into, int n_chars)
{
    static const char before[] = "x ";
    gsize length = (gsize)(chunk->end - chunk->start);
    g_autoptr(GString) text = g_string_new(before);
    g_string_append_len(text, chunk->start, (gssize)length);
    if (chunk->end[-1] == ' ')
        g_string_append_c(text, 'x');
    int n = (int)g_utf8_strlen(text->str, (gssize)text->len);
    g_autofree PangoLogAttr *places = g_new0(PangoLogAttr, n + 1);
    pango_default_break(text->str, (int)text->len, NULL, places, n + 1);
    memcpy(into, places + strlen(before), (gsize)n_chars * sizeof *into);
}

/* What is known of the chunk, as a memo or found out now. */
static void read_places(struct vocabulary *vocabulary, const struct chunk *chunk,
                        PangoLogAttr *into, int n_chars)
{
    static const char owner; /* of what no face and no language says */
    gsize length = (gsize)(chunk->end - chunk->start), size = (gsize)n_chars * sizeof *into;
    if (length > LONGEST) {
        ask_pango(chunk, into, n_chars);
        return;
    }
    const PangoLogAttr *known = vocabulary_find(vocabulary, &owner, chunk->start, length);
    if (!known) {
        PangoLogAttr *found = vocabulary_add(vocabulary, &owner, chunk->start, length, size);
        ask_pango(chunk, found, n_chars);
        known = found;
    }
    memcpy(into, known, size);
}

/* Of a chunk of ASCII. */
static void tell_plain(const struct chunk *chunk, PangoLogAttr *into, int n_chars)
{
    into[0].is_line_break = TRUE;
    into[n_chars - 1].is_white = chunk->end[-1] == ' ';
}

PangoLogAttr *plain_places(struct vocabulary *vocabulary, const char *text, int length, int n_chars)
{
    PangoLogAttr *places = g_new0(PangoLogAttr, n_chars + 1), *into = places;
    vocabulary_trim(vocabulary);
    for (const char *c = text, *end = text + length; c < end;) {
        struct chunk chunk = next_chunk(c, end);
        int n = (int)(chunk.end - c);
        if (chunk.plain) {
            tell_plain(&chunk, into, n);
        } else {
            n = (int)g_utf8_strlen(c, n);
            read_places(vocabulary, &chunk, into, n);
        }
        into += n;
        c = chunk.end;
    }
    places[0].is_line_break = FALSE;
    into->is_line_break = into->is_mandatory_break = into->is_white = TRUE;
    return places;
}
