/*
 * Texts put together of words, and words of letters, that were shaped before. HarfBuzz tells where
 * rules of the face look from one letter at the next (HB_GLYPH_FLAG_UNSAFE_TO_CONCAT): what stands
 * between two places that no rule looks over has the same glyphs everywhere, beside whatever it was
 * shaped, for no rule that begins in it has seen more than itself. In most faces that is so of each
 * word with the blank behind it, and of most letters.
 */
#include "layout/plan_words.h"

#include <string.h>

static void make_plan(struct plan *plan)
{
    unsigned n_coords;
    const int *coords = hb_font_get_var_coords_normalized(plan->font, &n_coords);
    plan->plan = hb_shape_plan_create2(hb_font_get_face(plan->font), &plan->properties,
                                       plan->features, plan->n_features, coords, n_coords, NULL);
}

void plan_shape(struct plan *plan, struct plan_text text, hb_buffer_flags_t flags,
                hb_buffer_t *buffer)
{
    if (!plan->plan)
        make_plan(plan);
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

/* A word, or letters that belong together. */
struct shaped_word {
    bool apart; /* from its neighbours; else they have to be shaped with it */
    int n_glyphs;
    struct word_glyph glyphs[];
};

/* Bytes: what is longer is an address, and not said again. */
enum { LONGEST = 128, LONGEST_LETTERS = 8 };

/* The byte behind the word at a byte of the text, with the blank behind it. */
static int word_end(const char *text, int at, int end)
{
    while (at < end && text[at] != ' ')
        at++;
    return MIN(at + 1, end);
}

static const struct shaped_word *find_word(const struct plan *plan,
                                           const struct vocabulary *vocabulary, const char *word,
                                           int length)
{
    return vocabulary_find(vocabulary, plan, word, (size_t)length);
}

/* They are not words, whose last letter may be the text's. */
const void *plan_letters(const struct plan *plan)
{
    return &plan->properties;
}

static struct shaped_word *add(struct vocabulary *vocabulary, const void *owner,
                               const char *letters, int length, int n_glyphs)
{
    struct shaped_word *word =
        vocabulary_add(vocabulary, owner, letters, (size_t)length,
                       sizeof(struct shaped_word) + (size_t)n_glyphs * sizeof(struct word_glyph));
    memset(word, 0, sizeof *word); /* what lies between its members is kept, too */
    word->apart = true;
    word->n_glyphs = n_glyphs;
    return word;
}

/* What a word is composed of. */
struct composition {
    const struct shaped_word *letters[LONGEST];
    int starts[LONGEST]; /* bytes of the word */
    int n, n_glyphs;
};

/* The fewest letters that are known, from a byte of the word on; `*length`: their bytes. */
static const struct shaped_word *find_letters(const struct plan *plan,
                                              const struct vocabulary *vocabulary, const char *word,
                                              int rest, int *length)
{
    const struct shaped_word *letters = NULL;
    for (*length = 0; !letters && *length < MIN(rest, LONGEST_LETTERS);) {
        *length += g_utf8_skip[(guchar)word[*length]];
        letters = vocabulary_find(vocabulary, plan_letters(plan), word, (size_t)*length);
    }
    return letters;
}

static bool compose(const struct plan *plan, const struct vocabulary *vocabulary, const char *word,
                    int length, struct composition *composition)
{
    composition->n = composition->n_glyphs = 0;
    for (int at = 0, taken; at < length; at += taken) {
        const struct shaped_word *letters =
            find_letters(plan, vocabulary, word + at, length - at, &taken);
        if (!letters)
            return false;
        composition->letters[composition->n] = letters;
        composition->starts[composition->n++] = at;
        composition->n_glyphs += letters->n_glyphs;
    }
    return true;
}

/* A word of letters that are known; NULL: some are not. */
static const struct shaped_word *compose_word(const struct plan *plan,
                                              struct vocabulary *vocabulary, const char *letters,
                                              int length)
{
    struct composition composition;
    if (!compose(plan, vocabulary, letters, length, &composition))
        return NULL;
    struct shaped_word *word = add(vocabulary, plan, letters, length, composition.n_glyphs);
    struct word_glyph *out = word->glyphs;
    for (int i = 0; i < composition.n; i++)
        for (int k = 0; k < composition.letters[i]->n_glyphs; k++, out++) {
            *out = composition.letters[i]->glyphs[k];
            out->cluster += composition.starts[i];
        }
    return word;
}

/* As it is known, or as what is known of its letters makes it. */
static const struct shaped_word *find(const struct plan *plan, struct vocabulary *vocabulary,
                                      const char *word, int length)
{
    const struct shaped_word *known = find_word(plan, vocabulary, word, length);
    return known ? known : compose_word(plan, vocabulary, word, length);
}

/* Words that are to be shaped, one behind the other. */
struct lesson {
    GString *words;
    GArray *ends; /* of guint: the byte behind each word */
};

static void add_to_lesson(struct lesson *lesson, const char *word, int length, const char *blank)
{
    g_string_append_len(lesson->words, word, length);
    g_string_append(lesson->words, blank);
    guint behind = (guint)lesson->words->len;
    g_array_append_val(lesson->ends, behind);
}

/* What is not known of the text's words from a byte on. */
static struct lesson lesson_of(const struct plan *plan, struct vocabulary *vocabulary,
                               struct plan_text text, int from)
{
    struct lesson lesson = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint))};
    for (int at = from, end = text.start + text.length, next; at < end; at = next) {
        next = word_end(text.text, at, end);
        if (next - at > LONGEST || find(plan, vocabulary, text.text + at, next - at))
            continue;
        if (text.text[next - 1] != ' ') /* the text's last, whose letters may be others' first */
            add_to_lesson(&lesson, text.text + at, next - at, " ");
        add_to_lesson(&lesson, text.text + at, next - at, "");
    }
    return lesson;
}

static void lesson_clear(struct lesson *lesson)
{
    g_string_free(lesson->words, TRUE);
    g_array_unref(lesson->ends);
}

/* What HarfBuzz has made of a lesson. */
struct shapes {
    const hb_glyph_info_t *info;
    const hb_glyph_position_t *position;
    guint n;
};

/* No rule looks over the beginning of that glyph. */
static bool is_edge(const struct shapes *shapes, guint glyph)
{
    return glyph == shapes->n ||
           ((glyph == 0 || shapes->info[glyph].cluster != shapes->info[glyph - 1].cluster) &&
            !(hb_glyph_info_get_glyph_flags(&shapes->info[glyph]) &
              HB_GLYPH_FLAG_UNSAFE_TO_CONCAT));
}

static guint cluster_at(const struct shapes *shapes, guint glyph, guint end)
{
    return glyph < shapes->n ? shapes->info[glyph].cluster : end;
}

/* Some of the glyphs, those of the bytes from `start` on. */
static void copy_glyphs(const struct shapes *shapes, guint first, guint start,
                        struct shaped_word *word)
{
    for (int i = 0; i < word->n_glyphs; i++) {
        const hb_glyph_info_t *info = &shapes->info[first + (guint)i];
        PangoGlyphInfo glyph = plan_glyph(info, &shapes->position[first + (guint)i]);
        glyph.attr.is_cluster_start = i == 0 || info->cluster != (info - 1)->cluster;
        word->glyphs[i] = (struct word_glyph){glyph, (int)(info->cluster - start)};
    }
}

static void learn_words(const struct plan *plan, struct vocabulary *vocabulary,
                        const struct lesson *lesson, const struct shapes *shapes)
{
    guint start = 0, first = 0, next = 0;
    for (guint i = 0; i < lesson->ends->len; i++) {
        guint end = g_array_index(lesson->ends, guint, i);
        while (next < shapes->n && shapes->info[next].cluster < end)
            next++;
        const char *letters = lesson->words->str + start;
        int length = (int)(end - start);
        if (!find_word(plan, vocabulary, letters, length)) { /* else twice in the lesson */
            struct shaped_word *word = add(vocabulary, plan, letters, length, (int)(next - first));
            word->apart = next > first && is_edge(shapes, first) && is_edge(shapes, next) &&
                          cluster_at(shapes, first, end) == start &&
                          cluster_at(shapes, next, end) == end;
            copy_glyphs(shapes, first, start, word);
        }
        start = end;
        first = next;
    }
}

/* Letters of the lesson that words may be composed of, but those at its end, where no rule could
 * look further. */
static void learn_letters(struct plan *plan, struct vocabulary *vocabulary,
                          const struct lesson *lesson, const struct shapes *shapes)
{
    guint first = 0;
    for (guint next = 0; next < shapes->n; next++) {
        if (!is_edge(shapes, next))
            continue;
        guint before = first, start = shapes->info[first].cluster;
        guint length = shapes->info[next].cluster - start;
        const char *letters = lesson->words->str + start;
        bool usable = next > first && is_edge(shapes, first) && length <= LONGEST_LETTERS;
        first = next;
        if (!usable || vocabulary_find(vocabulary, plan_letters(plan), letters, length))
            continue;
        copy_glyphs(
            shapes, before, start,
            add(vocabulary, plan_letters(plan), letters, (int)length, (int)(next - before)));
        plan->grown = true;
    }
}

/* Learns the text's words from a byte on. What ends with a blank is shaped before another word, as
 * it stands in texts. */
static void learn(struct plan *plan, struct vocabulary *vocabulary, struct plan_text text, int from)
{
    struct lesson lesson = lesson_of(plan, vocabulary, text, from);
    if (g_str_has_suffix(lesson.words->str, " "))
        g_string_append_c(lesson.words, 'x');
    hb_buffer_t *buffer = hb_buffer_create();
    plan_shape(plan, (struct plan_text){lesson.words->str, 0, (int)lesson.words->len},
               HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT, buffer);
    struct shapes shapes = {.position = hb_buffer_get_glyph_positions(buffer, NULL)};
    shapes.info = hb_buffer_get_glyph_infos(buffer, &shapes.n);
    learn_words(plan, vocabulary, &lesson, &shapes);
    learn_letters(plan, vocabulary, &lesson, &shapes);
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
static const struct shaped_word *word_at(struct plan *plan, struct vocabulary *vocabulary,
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

PangoGlyphString *plan_shape_words(struct plan *plan, struct vocabulary *vocabulary,
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
