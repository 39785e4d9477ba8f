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
#include "paint/pdf/text.h"

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

static void begin(struct pdf_show *show, const struct pdf_glyph *glyph, const char *text, bool bare)
{
    size_t length = char_length(text);
    if (bare && pdf_glyph_means(glyph, text, length))
        pdf_show_plain(show);
    else
        pdf_show_spelled(show, text, length);
}

static void show_left_over(struct pdf_show *show, const struct pdf_cluster *cluster)
{
    for (size_t i = cluster->count - 1; i-- > 0;)
        pdf_show_glyph(show, cluster->first + i);
}

static void show_first(struct pdf_show *show, const struct pdf_cluster *cluster)
{
    size_t i = first_glyph(cluster);
    const struct glyph *shaped = &show->run->glyphs[i];
    const struct pdf_glyph *glyph = pdf_font_find(show->canvas->font, shaped->id);
    bool alone = cluster->count == 1 || pdf_cluster_is_long(cluster);
    begin(show, glyph, cluster->text, alone);
    pdf_show_glyph(show, i);
    if (!alone) {
        show_left_over(show, cluster);
        pdf_show_hidden(show, glyph, show->origins[i] + shaped->advance);
    }
    pdf_show_end(show);
}

static void show_later(struct pdf_show *show, const struct pdf_cluster *cluster, const char *text,
                       double x)
{
    const struct pdf_glyph *carrier = pdf_font_carrier(show->canvas->font, g_utf8_get_char(text));
    bool second = text == g_utf8_next_char(cluster->text);
    bool bare = cluster->count == 1 || !second;
    begin(show, carrier, text, bare);
    pdf_show_hidden(show, carrier, x);
    if (!bare) {
        show_left_over(show, cluster);
        pdf_show_hidden(show, carrier, x);
    }
    pdf_show_end(show);
}

static bool has_carriers(const struct pdf_show *show, const struct pdf_cluster *cluster)
{
    const char *end = cluster->text + cluster->length;
    for (const char *p = g_utf8_next_char(cluster->text); p < end; p = g_utf8_next_char(p))
        if (!pdf_font_carrier(show->canvas->font, g_utf8_get_char(p)))
            return false;
    return true;
}

bool pdf_show_rtl_cluster(struct pdf_show *show, const struct pdf_cluster *cluster)
{
    if (!has_carriers(show, cluster))
        return false;
    show_first(show, cluster);
    double x = show->origins[first_glyph(cluster)];
    const char *end = cluster->text + cluster->length;
    for (const char *p = g_utf8_next_char(cluster->text); p < end; p = g_utf8_next_char(p))
        show_later(show, cluster, p, x -= STEP * show->run->size);
    return true;
}
