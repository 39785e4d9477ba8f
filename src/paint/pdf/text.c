/*
 * Runs as phrases. Clusters that ToUnicode carries go out plain, others (several glyphs, glyphs
 * with several readings) spelled; as many as are alike share a phrase. They go out in logical
 * order, from right to left in right-to-left runs, so that programs which follow the content stream
 * get the words as they are spoken. The awkward fact: where a run is both right to left and not
 * plain, programs look at the places of glyphs instead; those clusters are rtl.c's.
 */
#include "paint/pdf/text.h"

#include "paint/pdf/cluster.h"
#include "paint/pdf/pen.h"
#include "paint/pdf/rtl.h"

static const struct pdf_cluster *cluster_at(const struct pdf_pen *pen, guint i)
{
    return &g_array_index(pen->canvas->clusters, struct pdf_cluster, i);
}

/* True when a reader would not get the cluster's text from ToUnicode. */
static bool needs_text(const struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    if (cluster->count == 0)
        return false;
    if (cluster->count != 1 || (pen->run->rtl && pdf_cluster_is_long(cluster)))
        return true;
    size_t glyph = cluster->first;
    return !pdf_glyph_means(pdf_font_find(pen->canvas->font, pen->run->glyphs[glyph].id),
                            cluster->text, cluster->length);
}

/* Clusters from `from` on that are all plain, or all not. */
static guint measure_phrase(const struct pdf_pen *pen, guint from, bool plain)
{
    guint to = from + 1;
    while (to < pen->canvas->clusters->len && needs_text(pen, cluster_at(pen, to)) != plain)
        to++;
    return to - from;
}

static void show_glyphs(struct pdf_pen *pen, const struct pdf_cluster *cluster)
{
    if (cluster->count == 0)
        pdf_pen_show_space(pen);
    for (size_t i = 0; i < cluster->count; i++)
        pdf_pen_show(pen,
                     pen->run->rtl ? cluster->first + cluster->count - 1 - i : cluster->first + i);
}

static void show_clusters(struct pdf_pen *pen, guint from, guint count)
{
    for (guint i = 0; i < count; i++)
        show_glyphs(pen, cluster_at(pen, from + i));
    pdf_pen_end(pen);
}

static void show_spelled_clusters(struct pdf_pen *pen, guint from, guint count)
{
    const struct pdf_cluster *first = cluster_at(pen, from);
    const struct pdf_cluster *last = cluster_at(pen, from + count - 1);
    pdf_pen_begin_spelled(pen, first->text, (size_t)(last->text + last->length - first->text));
    show_clusters(pen, from, count);
}

/* Shows clusters from `from` on as one phrase; gives how many. */
static guint show_phrase(struct pdf_pen *pen, guint from)
{
    bool plain = !needs_text(pen, cluster_at(pen, from));
    guint count = measure_phrase(pen, from, plain);
    if (plain) {
        pdf_pen_begin_plain(pen);
        show_clusters(pen, from, count);
        return count;
    }
    if (!pen->run->rtl) {
        show_spelled_clusters(pen, from, count);
        return count;
    }
    if (!pdf_rtl_show_cluster(pen, cluster_at(pen, from)))
        show_spelled_clusters(pen, from, 1);
    return 1;
}

/* Whether ToUnicode carries every character of a simple run. */
static bool is_carried(const struct pdf_font *font, const struct run *run)
{
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const char *text = run->text + run->glyphs[i].cluster;
        const struct pdf_glyph *glyph = pdf_font_find(font, run->glyphs[i].id);
        if (!pdf_glyph_means(glyph, text, (size_t)(g_utf8_next_char(text) - text)))
            return false;
    }
    return true;
}

static void show_letters(struct pdf_pen *pen, const char *space)
{
    pdf_pen_begin_plain(pen);
    pdf_pen_show_all(pen);
    if (space)
        pdf_pen_show_space(pen);
    pdf_pen_end(pen);
}

void pdf_text_show(struct pdf_canvas *canvas, const struct run *run)
{
    struct pdf_pen pen;
    const char *space;
    pdf_pen_init(&pen, canvas, run);
    if (pdf_run_is_simple(run, &space) && is_carried(canvas->font, run)) {
        show_letters(&pen, space);
        return;
    }
    pdf_clusters(run, canvas->clusters);
    for (guint i = 0; i < canvas->clusters->len;)
        i += show_phrase(&pen, i);
}
