/*
 * By the patterns of the words' own language. Pages keep their words whole until one has no room:
 * nobody is to hear or copy soft hyphens that nobody sees.
 */
#include "player/parting.h"

#include "base/json.h"
#include "base/signs.h"
#include "base/words.h"
#include "document/walk.h"
#include "layout/hyphenation.h"
#include "player/topics_face.h"

#include <string.h>

/* Letters of a word that a place may have no room for. */
enum { LONG_WORD = 8 };

/* A word that is being copied with chances to part it. */
struct parting {
    GString *parted;
    const char *word;
    size_t done; /* bytes of the word */
};

static void part(size_t offset, void *data)
{
    struct parting *parting = data;
    g_string_append_len(parting->parted, parting->word + parting->done,
                        (gssize)(offset - parting->done));
    g_string_append(parting->parted, SOFT_HYPHEN_TEXT);
    parting->done = offset;
}

static bool is_long(const char *word, const char *end)
{
    return g_utf8_strlen(word, end - word) >= LONG_WORD;
}

static const char *letters_end(const char *text)
{
    while (g_unichar_isalpha(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text;
}

static void add_word(GString *parted, const char *word, const char *end, const char *lang)
{
    struct parting parting = {.parted = parted, .word = word};
    if (is_long(word, end))
        hyphenation_find(word, (size_t)(end - word), lang, part, &parting);
    g_string_append_len(parted, word + parting.done, end - word - (gssize)parting.done);
}

char *parting_text(const char *text, const char *lang)
{
    GString *parted = g_string_new(NULL);
    for (const char *p = text, *end; *p; p = end) {
        end = letters_end(p);
        add_word(parted, p, end, lang);
        if (end == p) {
            end = g_utf8_next_char(p);
            g_string_append_len(parted, p, end - p);
        }
    }
    return g_string_free(parted, FALSE);
}

/* Those of the text that are not in `told` yet and can be parted. */
static void add_long_words(JsonBuilder *builder, const char *text, const char *lang,
                           GHashTable *told)
{
    for (const char *p = text, *end; *p; p = *end ? g_utf8_next_char(end) : end) {
        end = letters_end(p);
        if (!is_long(p, end))
            continue;
        char *word = g_strndup(p, (gsize)(end - p));
        g_autofree char *parted = parting_text(word, lang);
        bool can = !g_str_equal(parted, word);
        if (g_hash_table_add(told, word) && can)
            json_text(builder, NULL, parted);
    }
}

void parting_add_words(struct xml *page, const struct document *document, const GPtrArray *blocks)
{
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    JsonBuilder *builder = json_new();
    json_open_array(builder, NULL);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (step->kind != STEP_WORDS)
            continue;
        const char *lang = element_lang(step->span->element);
        g_autofree char *text = words_drop_soft_hyphens(g_strdup(step->span->text));
        add_long_words(builder, text, lang ? lang : document->lang, told);
    }
    json_close_array(builder);
    topics_face_add_json(page, "long-words", json_finish(builder));
}
