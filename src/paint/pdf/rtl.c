/*
 * Clusters of right-to-left runs that ToUnicode cannot carry: ligatures (lam with alef), letters
 * with marks or with dots drawn apart. The awkward fact: programs that find words by position
 * (poppler's among them) put the characters of such clusters in order by where each one stands and
 * then reverse them, whatever ToUnicode or ActualText say about the whole; and they take a span to
 * reach from the start of its first glyph to the end of its last. So each character gets a place of
 * its own, each a little further left than the one before: the first glyph stands for the first
 * character, and each later character is carried by its own glyph, hidden. Glyphs that are left
 * over stand in the span of the second character, between two copies of its hidden glyph.
 */
#include "paint/pdf/rtl.h"

/* How far each character stands left of the one before: enough to be told apart, less than any
 * letter's width. [em] */
#define STEP 0.01

/* The cluster's first glyph in logical order. */
static size_t first_glyph(const struct pdf_cluster *cluster)
{
    return cluster->first + cluster->count - 1;
}

static size_t char_length(const char *text)
{
    return (size_t)(g_utf8_next_char(text) - text);
}

static void begin(struct pdf_pen *pen, const struct pdf_glyph *glyph, const char *text, bool bare)
{
    size_t length = char_length(text);
    if (bare && pdf_glyph_means(glyph, text, length))
        pdf_pen_begin_plain(pen);
    else
        pdf_pen_begin_spelled(pen, text, length);
}

static void show_left_over(struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    for (size_t i = cluster->count - 1; i-- > 0;)
        pdf_pen_show(pen, cluster->first + i);
}

static void show_first(struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    size_t i = first_glyph(cluster);
    const struct glyph *shaped = &pen->run->glyphs[i];
    const struct pdf_glyph *glyph = pdf_font_find(pen->canvas->font, shaped->id);
    bool alone = cluster->count == 1 || pdf_cluster_is_long(cluster);
    begin(pen, glyph, cluster->text, alone);
    pdf_pen_show(pen, i);
    if (!alone) {
        show_left_over(pen, cluster);
        pdf_pen_show_hidden(pen, glyph, pen->origins[i] + shaped->advance);
    }
    pdf_pen_end(pen);
}

static void show_later(struct pdf_pen *pen, const struct pdf_cluster *cluster, const char *text,
                       double x)
{
    const struct pdf_glyph *carrier = pdf_font_carrier(pen->canvas->font, g_utf8_get_char(text));
    bool second = text == g_utf8_next_char(cluster->text);
    bool bare = cluster->count == 1 || !second;
    begin(pen, carrier, text, bare);
    pdf_pen_show_hidden(pen, carrier, x);
    if (!bare) {
        show_left_over(pen, cluster);
        pdf_pen_show_hidden(pen, carrier, x);
    }
    pdf_pen_end(pen);
}

static bool has_carriers(const struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    const char *end = cluster->text + cluster->length;
    for (const char *p = g_utf8_next_char(cluster->text); p < end; p = g_utf8_next_char(p))
        if (!pdf_font_carrier(pen->canvas->font, g_utf8_get_char(p)))
            return false;
    return true;
}

bool pdf_rtl_show_cluster(struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    if (!has_carriers(pen, cluster))
        return false;
    show_first(pen, cluster);
    double x = pen->origins[first_glyph(cluster)];
    const char *end = cluster->text + cluster->length;
    for (const char *p = g_utf8_next_char(cluster->text); p < end; p = g_utf8_next_char(p))
        show_later(pen, cluster, p, x -= STEP * pen->run->size);
    return true;
}
