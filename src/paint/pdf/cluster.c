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

/* Whether the character sits on the one before it. */
static inline bool is_mark(gunichar c)
{
    if (LETTER_IS_ASCII(c))
        return false;
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
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

/* A list in the making, in logical order. */
struct cutting {
    const struct run *run;
    struct pdf_cluster *list; /* room for one of each glyph */
    guint n;
};

/* The text of the last cluster ends where the next one's begins. */
static inline void end_last(struct cutting *cutting, const char *end)
{
    struct pdf_cluster *last = &cutting->list[cutting->n - 1];
    last->length = (size_t)(end - last->text);
    guchar c = last->length > 0 ? (guchar)end[-1] : 0;
    if (c == '\n' || c == '\r' || !LETTER_IS_ASCII(c))
        trim(last);
}

/* Adds the glyphs from `first` on, of one cluster value; what sits on the cluster before joins it.
 */
static inline void add(struct cutting *cutting, size_t first, size_t count)
{
    const char *text = cutting->run->text + cutting->run->glyphs[first].cluster;
    if (cutting->n == 0) {
        text = cutting->run->text;
    } else if (is_mark(letter_at(text))) {
        struct pdf_cluster *letter = &cutting->list[cutting->n - 1];
        letter->first = MIN(letter->first, first);
        letter->count += count;
        return;
    } else {
        end_last(cutting, text);
    }
    cutting->list[cutting->n++] = (struct pdf_cluster){first, count, text, 0};
}

static void cut_from_left(struct cutting *cutting)
{
    const struct glyph *glyphs = cutting->run->glyphs;
    size_t n = cutting->run->n_glyphs;
    for (size_t at = 0, next; at < n; at = next) {
        for (next = at + 1; next < n && glyphs[next].cluster == glyphs[at].cluster;)
            next++;
        add(cutting, at, next - at);
    }
}

static void cut_from_right(struct cutting *cutting)
{
    const struct glyph *glyphs = cutting->run->glyphs;
    for (size_t end = cutting->run->n_glyphs, at; end > 0; end = at) {
        for (at = end - 1; at > 0 && glyphs[at - 1].cluster == glyphs[end - 1].cluster;)
            at--;
        add(cutting, at, end - at);
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

/* There are no more of them than glyphs, so room is made once. */
void pdf_clusters(const struct run *run, GArray *clusters)
{
    g_array_set_size(clusters, (guint)run->n_glyphs);
    struct cutting cutting = {.run = run, .list = (struct pdf_cluster *)(void *)clusters->data};
    if (run->rtl)
        cut_from_right(&cutting);
    else
        cut_from_left(&cutting);
    if (cutting.n > 0)
        end_last(&cutting, run->text + strlen(run->text));
    g_array_set_size(clusters, cutting.n);
    split_space(run, clusters);
}

bool pdf_run_is_simple(const struct run *run, const char **space)
{
    const char *at = run->text;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        bool next = run->text + run->glyphs[i].cluster == at && *at;
        if (!next || (i > 0 && is_mark(letter_at(at))))
            return false;
        at = g_utf8_next_char(at);
    }
    *space = *at ? at : NULL;
    bool ends = !*at || (at[0] == ' ' && !at[1] && at > run->text && at[-1] != ' ');
    return ends && !run->rtl;
}

bool pdf_cluster_is_long(const struct pdf_cluster *cluster)
{
    return g_utf8_next_char(cluster->text) < cluster->text + cluster->length;
}
