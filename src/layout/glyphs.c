/*
 * From Pango's glyph items to runs. Pango keeps a glyph without ink for what it does not draw (line
 * separators, joiners, tabs); it is dropped here, and its width goes to its neighbour so that
 * nothing moves.
 */
#include "layout/glyphs.h"

#include "base/direction.h"
#include "base/signs.h"

#include <hb.h>
#include <string.h>

int glyphs_missing(const PangoGlyphItem *item, const char *text)
{
    const PangoGlyphString *glyphs = item->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            int offset = item->item->offset + glyphs->log_clusters[i];
            g_assert(text[offset]);
            return offset;
        }
    return -1;
}

static bool is_ascii(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if ((guchar)text[i] >= 0x80)
            return false;
    return true;
}

#define DOTTED_CIRCLE 0x25CC

/* The text of the item's cluster at byte `from` of the item has the character. */
static bool cluster_has(const PangoGlyphItem *item, const char *text, int from, gunichar wanted)
{
    const PangoGlyphString *glyphs = item->glyphs;
    int end = item->item->length;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->log_clusters[i] > from)
            end = MIN(end, glyphs->log_clusters[i]);
    const char *start = text + item->item->offset;
    for (const char *c = start + from; c < start + end; c = g_utf8_next_char(c))
        if (g_utf8_get_char(c) == wanted)
            return true;
    return false;
}

int glyphs_alone(const PangoGlyphItem *item, const char *text)
{
    const PangoGlyphString *glyphs = item->glyphs;
    hb_codepoint_t circle;
    if (is_ascii(text + item->item->offset, (gsize)item->item->length)) /* it has no marks */
        return -1;
    if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(item->item->analysis.font), DOTTED_CIRCLE,
                                   &circle))
        return -1;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph == circle &&
            !cluster_has(item, text, glyphs->log_clusters[i], DOTTED_CIRCLE))
            return item->item->offset + glyphs->log_clusters[i];
    return -1;
}

void glyphs_report_alone(const char *mark, struct pos pos, struct diag *diag)
{
    diag_report(diag, RULE_MARK_ALONE, pos,
                "the sign U+%04X has no letter to stand on, so a dotted circle would be printed "
                "below it; check how the word is spelt",
                g_utf8_get_char(mark));
}

/* The letters that a sign stands for, as in U+338E for "mg"; NULL: it stands for itself. Owned by
 * the caller. */
static char *plain_letters(const char *sign)
{
    g_autofree char *plain = g_utf8_normalize(sign, -1, G_NORMALIZE_ALL_COMPOSE);
    return plain && strcmp(plain, sign) != 0 ? g_steal_pointer(&plain) : NULL;
}

/* Units and words in one square of East Asian type (Unicode block "CJK Compatibility"). */
static bool is_squared(gunichar c)
{
    return c >= 0x3300 && c <= 0x33ff;
}

static const char *remedy(gunichar c)
{
    if (is_squared(c))
        return "install the package fonts-noto-cjk";
    if (g_unichar_type(c) == G_UNICODE_OTHER_SYMBOL) /* emoji and the like */
        return "say it in words: pictures in colour are no letters and cannot be printed as such";
    switch ((int)g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return "install the package fonts-noto-cjk";
    default:
        return "install the package fonts-noto-core, or put a font that has it into fonts/";
    }
}

void glyphs_report_missing(const char *character, struct pos pos, struct diag *diag)
{
    gunichar c = g_utf8_get_char(character);
    char utf8[7] = {0};
    g_unichar_to_utf8(c, utf8);
    g_autofree char *plain = plain_letters(utf8);
    g_autofree char *instead = plain ? g_strdup_printf("write '%s', or ", plain) : g_strdup("");
    diag_report(diag, RULE_GLYPH_MISSING, pos, "no font has the character '%s' (U+%04X); %s%s",
                g_unichar_isprint(c) ? utf8 : "?", c, instead, remedy(c));
}

/* A character beyond ASCII; nearly all are within and mean nothing here: 0. */
static gunichar beyond_ascii(const char *c)
{
    return (guchar)*c < 0x80 ? 0 : g_utf8_get_char(c);
}

/* What is not drawn gives its width to its neighbour. */
static void give_width(struct run *run, double width)
{
    if (run->n_glyphs > 0)
        run->glyphs[run->n_glyphs - 1].advance += width;
    else
        run->x += width;
}

/* `text`: that of the glyphs' item. */
static void add_glyphs(struct run *run, const PangoGlyphString *glyphs, const char *text,
                       double unit)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        int cluster = glyphs->log_clusters[i];
        double width = info->geometry.width * unit;
        gunichar c = beyond_ascii(text + cluster);
        if (c == LINE_SEPARATOR && !run->rtl)
            continue; /* nothing follows that could move */
        if (info->glyph == PANGO_GLYPH_EMPTY || (c && direction_is_isolate(c))) {
            give_width(run, width);
            continue;
        }
        if (info->geometry.x_offset != 0 || info->geometry.y_offset != 0)
            run_moves(run, (size_t)glyphs->num_glyphs)[run->n_glyphs] = (struct glyph_move){
                .dx = info->geometry.x_offset * unit, .dy = info->geometry.y_offset * unit};
        run->glyphs[run->n_glyphs++] =
            (struct glyph){.id = info->glyph, .cluster = (uint32_t)cluster, .advance = width};
    }
}

/* Takes the signs that isolate facts, which are for Pango alone, out of the run's words, and moves
 * what points behind them. */
static void drop_signs(struct run *run, char *words)
{
    char *c = words;
    while (*c) {
        size_t at = (size_t)(c - words), length = (size_t)(g_utf8_next_char(c) - c);
        if (!direction_is_isolate(beyond_ascii(c))) {
            c += length;
            continue;
        }
        memmove(c, c + length, strlen(c + length) + 1);
        for (size_t i = 0; i < run->n_glyphs; i++)
            run->glyphs[i].cluster -= run->glyphs[i].cluster > at ? (uint32_t)length : 0;
    }
}

/* The words of the run without the line separator that may end them, and without signs. */
static void take_words(struct run *run, const char *text, gsize length)
{
    if (is_ascii(text, length)) {
        run->text = g_ref_string_new_len(text, (gssize)length);
        return;
    }
    g_autofree char *words = g_strndup(text, length);
    if (g_str_has_suffix(words, LINE_SEPARATOR_TEXT))
        words[length - strlen(LINE_SEPARATOR_TEXT)] = '\0';
    drop_signs(run, words);
    run->text = g_ref_string_new(words);
}

bool glyphs_to_run(const PangoGlyphItem *item, const char *text, double unit, struct run *run)
{
    const PangoGlyphString *glyphs = item->glyphs;
    run->rtl = item->item->analysis.level % 2 == 1;
    run->glyphs = g_atomic_rc_box_alloc(MAX((gsize)glyphs->num_glyphs, 1) * sizeof *run->glyphs);
    run->moves = NULL;
    run->n_glyphs = 0;
    add_glyphs(run, glyphs, text + item->item->offset, unit);
    if (run->n_glyphs == 0) {
        g_clear_pointer(&run->glyphs, g_atomic_rc_box_release);
        return false;
    }
    run->width = 0;
    for (size_t i = 0; i < run->n_glyphs; i++)
        run->width += run->glyphs[i].advance;
    take_words(run, text + item->item->offset, (gsize)item->item->length);
    return true;
}
