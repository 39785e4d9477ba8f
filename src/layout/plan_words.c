/*
 * Texts put together of words that were shaped before. HarfBuzz tells where its rules look from one
 * letter at the next (HB_GLYPH_FLAG_UNSAFE_TO_CONCAT): a word with the blank behind it that no rule
 * enters or leaves, beside whatever words it was shaped, has the same glyphs everywhere. A rule
 * that looks over a blank begins or ends in one of the words beside it, and so is told of there.
 */
#include "layout/plan_words.h"

#include <string.h>

void plan_shape(const struct plan *plan, struct plan_text text, hb_buffer_flags_t flags,
                hb_buffer_t *buffer)
{
    hb_buffer_set_segment_properties(buffer, &plan->properties);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT | flags);
    hb_buffer_add_utf8(buffer, text.text, -1, (unsigned)text.start, text.length);
    hb_shape_plan_execute(plan->plan, plan->font, buffer, plan->features, plan->n_features);
}

PangoGlyphInfo plan_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *position)
{
    return (PangoGlyphInfo){
        .glyph = info->codepoint,
        .geometry = {position->x_advance, position->x_offset, -position->y_offset}};
}

struct word_glyph {
    PangoGlyphInfo glyph;
    int cluster; /* byte of the word */
};

struct shaped_word {
    bool apart; /* from its neighbours; else they have to be shaped with it */
    int n_glyphs;
    struct word_glyph glyphs[];
};

/* Bytes: what is longer is an address, and not said again. */
enum { LONGEST = 128 };

/* Words that are to be shaped, one behind the other. */
struct lesson {
    GString *words;
    GArray *ends; /* of guint: the byte behind each word */
};

/* The byte behind the word at a byte of the text, with the blank behind it. */
static int word_end(const char *text, int at, int end)
{
    while (at < end && text[at] != ' ')
        at++;
    return MIN(at + 1, end);
}

static const struct shaped_word *find(const struct plan *plan, const struct vocabulary *vocabulary,
                                      const char *word, int length)
{
    return vocabulary_find(vocabulary, plan, word, (size_t)length);
}

/* What is not known of the text's words from a byte on. */
static struct lesson lesson_of(const struct plan *plan, const struct vocabulary *vocabulary,
                               struct plan_text text, int from)
{
    struct lesson lesson = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint))};
    for (int at = from, end = text.start + text.length, next; at < end; at = next) {
        next = word_end(text.text, at, end);
        if (next - at > LONGEST || find(plan, vocabulary, text.text + at, next - at))
            continue;
        g_string_append_len(lesson.words, text.text + at, next - at);
        guint behind = (guint)lesson.words->len;
        g_array_append_val(lesson.ends, behind);
    }
    return lesson;
}

static void lesson_clear(struct lesson *lesson)
{
    g_string_free(lesson->words, TRUE);
    g_array_unref(lesson->ends);
}

/* What HarfBuzz has made of a lesson, and how far it has been read. */
struct shapes {
    const hb_glyph_info_t *info;
    const hb_glyph_position_t *position;
    guint n, read;
};

/* No rule looks over the byte before the next glyph, which is its own. */
static bool is_edge(const struct shapes *shapes, guint byte)
{
    const hb_glyph_info_t *next = &shapes->info[shapes->read];
    return shapes->read == shapes->n ||
           (next->cluster == byte &&
            !(hb_glyph_info_get_glyph_flags(next) & HB_GLYPH_FLAG_UNSAFE_TO_CONCAT));
}

/* Bytes [start, end) of the lesson. */
static void learn_word(const struct plan *plan, struct vocabulary *vocabulary,
                       const struct lesson *lesson, guint start, guint end, struct shapes *shapes)
{
    guint first = shapes->read;
    bool starts = is_edge(shapes, start);
    while (shapes->read < shapes->n && shapes->info[shapes->read].cluster < end)
        shapes->read++;
    guint n = shapes->read - first;
    const char *letters = lesson->words->str + start;
    if (find(plan, vocabulary, letters, (int)(end - start))) /* twice in the lesson */
        return;
    struct shaped_word *word =
        vocabulary_add(vocabulary, plan, letters, end - start,
                       sizeof(struct shaped_word) + n * sizeof(struct word_glyph));
    word->apart = n > 0 && starts && is_edge(shapes, end);
    word->n_glyphs = (int)n;
    for (guint i = 0; i < n; i++) {
        const hb_glyph_info_t *info = &shapes->info[first + i];
        PangoGlyphInfo glyph = plan_glyph(info, &shapes->position[first + i]);
        glyph.attr.is_cluster_start = i == 0 || info->cluster != (info - 1)->cluster;
        word->glyphs[i] = (struct word_glyph){glyph, (int)(info->cluster - start)};
    }
}

/* Learns the text's words from a byte on. What ends with a blank is shaped before another word, as
 * it stands in texts. */
static void learn(const struct plan *plan, struct vocabulary *vocabulary, struct plan_text text,
                  int from)
{
    struct lesson lesson = lesson_of(plan, vocabulary, text, from);
    if (g_str_has_suffix(lesson.words->str, " "))
        g_string_append_c(lesson.words, 'x');
    hb_buffer_t *buffer = hb_buffer_create();
    plan_shape(plan, (struct plan_text){lesson.words->str, 0, (int)lesson.words->len},
               HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT, buffer);
    struct shapes shapes = {.position = hb_buffer_get_glyph_positions(buffer, NULL)};
    shapes.info = hb_buffer_get_glyph_infos(buffer, &shapes.n);
    for (guint i = 0, start = 0; i < lesson.ends->len; i++) {
        guint end = g_array_index(lesson.ends, guint, i);
        learn_word(plan, vocabulary, &lesson, start, end, &shapes);
        start = end;
    }
    hb_buffer_destroy(buffer);
    lesson_clear(&lesson);
}

/* Pango asks for memory anew whenever it is told a size. */
static void make_room(PangoGlyphString *glyphs, int more, int *room)
{
    int n = glyphs->num_glyphs;
    if (n + more <= *room)
        return;
    *room = MAX(2 * *room, n + more);
    pango_glyph_string_set_size(glyphs, *room);
    glyphs->num_glyphs = n;
}

/* `at`: the word's first byte, from the text's. */
static void append(PangoGlyphString *glyphs, const struct shaped_word *word, int at)
{
    int n = glyphs->num_glyphs;
    for (int i = 0; i < word->n_glyphs; i++, n++) {
        glyphs->glyphs[n] = word->glyphs[i].glyph;
        glyphs->log_clusters[n] = word->glyphs[i].cluster + at;
    }
    glyphs->num_glyphs = n;
}

/* The word [at, at + length) of the text; NULL: it is too long. */
static const struct shaped_word *word_at(const struct plan *plan, struct vocabulary *vocabulary,
                                         struct plan_text text, int at, int length)
{
    if (length > LONGEST)
        return NULL;
    const struct shaped_word *word = find(plan, vocabulary, text.text + at, length);
    if (word)
        return word;
    learn(plan, vocabulary, text, at);
    return find(plan, vocabulary, text.text + at, length);
}

PangoGlyphString *plan_shape_words(const struct plan *plan, struct vocabulary *vocabulary,
                                   struct plan_text text)
{
    vocabulary_trim(vocabulary);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    int room = 0;
    make_room(glyphs, text.length, &room); /* nearly always enough */
    for (int at = text.start, end = text.start + text.length, next; at < end; at = next) {
        next = word_end(text.text, at, end);
        const struct shaped_word *word = word_at(plan, vocabulary, text, at, next - at);
        if (!word || !word->apart) {
            pango_glyph_string_free(glyphs);
            return NULL;
        }
        make_room(glyphs, word->n_glyphs, &room);
        append(glyphs, word, at - text.start);
    }
    return glyphs;
}
