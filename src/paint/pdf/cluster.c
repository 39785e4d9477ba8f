/*
 * Clusters: cutting a run where its glyphs' cluster values change. Values rise from left to right,
 * or fall in a right-to-left run, so reading the glyphs in the run's direction gives logical order,
 * and a cluster's text ends where the next one's begins. Pango keeps marks apart from their letter;
 * they are joined to it, because what they show is one thing. The awkward fact: characters without
 * a glyph hang on to the cluster before them. Joiners are part of the author's spelling and stay;
 * line ends are not part of any word and go; the space at the end of a line keeps words apart, so
 * it becomes a cluster of its own.
 */
#include "paint/pdf/cluster.h"

#include "base/letter.h"
#include "base/signs.h"

#include <string.h>

static size_t count_alike(const struct run *run, size_t from, bool backwards)
{
    size_t count = 1;
    uint32_t value = run->glyphs[from].cluster;
    if (backwards)
        while (count <= from && run->glyphs[from - count].cluster == value)
            count++;
    else
        while (from + count < run->n_glyphs && run->glyphs[from + count].cluster == value)
            count++;
    return count;
}

/* Whether the character sits on the one before it. */
static bool is_mark(gunichar c)
{
    if (LETTER_IS_ASCII(c))
        return false;
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

static void join(struct pdf_cluster *letter, const struct pdf_cluster *mark)
{
    letter->first = MIN(letter->first, mark->first);
    letter->count += mark->count;
}

/* There are no more of them than glyphs, so room is made once. */
static void cut(const struct run *run, GArray *clusters)
{
    g_array_set_size(clusters, (guint)run->n_glyphs);
    struct pdf_cluster *list = (struct pdf_cluster *)(void *)clusters->data;
    guint n = 0;
    for (size_t done = 0; done < run->n_glyphs;) {
        size_t at = run->rtl ? run->n_glyphs - 1 - done : done;
        size_t count = count_alike(run, at, run->rtl);
        struct pdf_cluster cluster = {.first = run->rtl ? at + 1 - count : at,
                                      .count = count,
                                      .text = run->text + run->glyphs[at].cluster};
        if (n > 0 && is_mark(letter_at(cluster.text)))
            join(&list[n - 1], &cluster);
        else
            list[n++] = cluster;
        done += count;
    }
    g_array_set_size(clusters, n);
}

static bool is_line_end(gunichar c)
{
    return c == '\n' || c == '\r' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

static void trim(struct pdf_cluster *cluster)
{
    const char *end = cluster->text + cluster->length;
    while (cluster->length > 0) {
        const char *last = g_utf8_prev_char(end);
        if (last == cluster->text || !is_line_end(letter_at(last)))
            return;
        cluster->length = (size_t)(last - cluster->text);
        end = last;
    }
}

/* Parts the space from the last letter of the line. */
static void split_space(const struct run *run, GArray *clusters)
{
    if (clusters->len == 0)
        return;
    struct pdf_cluster *last = &g_array_index(clusters, struct pdf_cluster, clusters->len - 1);
    size_t length = last->length;
    while (length > 0 && last->text[length - 1] == ' ')
        length--;
    if (length == 0 || length == last->length)
        return;
    struct pdf_cluster space = {.first = run->n_glyphs, .text = last->text + length, .length = 1};
    last->length = length;
    g_array_append_val(clusters, space);
}

void pdf_clusters(const struct run *run, GArray *clusters)
{
    g_array_set_size(clusters, 0);
    cut(run, clusters);
    const char *end = run->text + strlen(run->text);
    for (guint i = clusters->len; i-- > 0;) {
        struct pdf_cluster *cluster = &g_array_index(clusters, struct pdf_cluster, i);
        if (i == 0)
            cluster->text = run->text;
        cluster->length = (size_t)(end - cluster->text);
        end = cluster->text;
        trim(cluster);
    }
    split_space(run, clusters);
}

bool pdf_cluster_is_long(const struct pdf_cluster *cluster)
{
    return g_utf8_next_char(cluster->text) < cluster->text + cluster->length;
}
