/*
 * Whether a text is in the language that it is taken for, and which it is in where it does not say
 * that. Short words ("of", "de", "und") are a third of any text, and each language has its own:
 * those of the labels tell them apart.
 */
#include "import/parts.h"

#include "base/lang.h"
#include "base/words.h"
#include "content/labels.h"

#include <string.h>

#define WHY_TAKEN                                                                                  \
    "it does not say its language, and English was taken: write the right one at 'lang'"
#define WHY_GUESSED                                                                                \
    "it does not say its language, and that of its short words was taken: check it at 'lang'"
#define WHY_OTHER                                                                                  \
    "it says that it is in a language whose short words it has not: write the right one at 'lang'"

/* With so many letters that English has not, a text may be in another language. */
#define FOREIGN_LEAST 3

/* So many short words of another language are no names or loans. */
#define LEAST 5

/* So many times those of the language that it is taken for: languages share some. */
#define TIMES 2

/* So much of the words of one language those of the next may be, in hundredths, where nothing else
 * says which it is. */
#define NEXT_MOST 65

/* Words that are read: more tell no more. */
#define ENOUGH 2000

/* Bits of languages, in the order of labels_carried(). */
#define MOST_LANGUAGES 64

struct known {
    GPtrArray *langs;  /* of char *, owned */
    GHashTable *words; /* folded word -> guint64 *: a bit for each language that has it; owned */
};

static void add_words(struct known *known, const struct labels *labels)
{
    guint64 bit = G_GUINT64_CONSTANT(1) << known->langs->len;
    for (const char *const *word = labels_list(labels, LABELS_SMALL_WORDS); *word; word++) {
        char *folded = g_utf8_strdown(*word, -1);
        guint64 *bits = g_hash_table_lookup(known->words, folded);
        if (!bits) {
            bits = g_new0(guint64, 1);
            g_hash_table_insert(known->words, folded, bits);
        } else
            g_free(folded);
        *bits |= bit;
    }
}

/* Kept as long as the process. */
static gpointer learn(gpointer unused)
{
    (void)unused;
    struct known *known = g_new(struct known, 1);
    known->langs = g_ptr_array_new_with_free_func(g_free);
    known->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_auto(GStrv) tags = labels_carried();
    struct diag *diag = diag_new(false); /* whether the words were reviewed is no matter here */
    for (char **tag = tags; *tag; tag++) {
        g_autofree char *country = lang_country(*tag);
        if (country) /* short words are the same there */
            continue;
        struct labels *labels = labels_load(LABELS_OWN, *tag, (struct pos){0}, diag);
        add_words(known, labels);
        g_ptr_array_add(known->langs, g_strdup(*tag));
        labels_free(labels);
    }
    diag_free(diag);
    g_assert(known->langs->len <= MOST_LANGUAGES);
    return known;
}

static unsigned count_line(const struct known *known, const char *text,
                           unsigned counts[MOST_LANGUAGES])
{
    unsigned words = 0;
    struct word_walk walk = word_walk(text, text + strlen(text));
    for (struct word word; word_next(&walk, &word); words++) {
        g_autofree char *folded = g_utf8_strdown(word.start, (gssize)word.length);
        const guint64 *bits = g_hash_table_lookup(known->words, folded);
        for (guint i = 0; bits && i < known->langs->len; i++)
            counts[i] += *bits >> i & 1;
    }
    return words;
}

/* The short words of each language in the text. */
static const struct known *count_text(const struct source *source, unsigned counts[MOST_LANGUAGES])
{
    static GOnce once = G_ONCE_INIT;
    const struct known *known = g_once(&once, learn, NULL);
    unsigned words = 0;
    for (guint i = 0; i < source->lines->len && words < ENOUGH; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (!line->why)
            words += count_line(known, line->text, counts);
    }
    return known;
}

/* False when the short words are those of another language. True of languages that the program has
 * no labels of. */
static bool is_in_language(const struct source *source, const char *lang)
{
    unsigned counts[MOST_LANGUAGES] = {0}, own = 0, most = 0;
    const struct known *known = count_text(source, counts);
    bool has_own = false;
    for (guint i = 0; i < known->langs->len; i++) {
        bool is_own = lang_matches(known->langs->pdata[i], lang);
        has_own |= is_own;
        own = is_own ? MAX(own, counts[i]) : own;
        most = MAX(most, counts[i]);
    }
    return !has_own || most < LEAST || most < TIMES * own;
}

/* The language whose short words the text has, far more than those of any other; lent; NULL: of
 * none. */
static const char *find_language(const struct source *source)
{
    unsigned counts[MOST_LANGUAGES] = {0}, next = 0;
    const struct known *known = count_text(source, counts);
    guint best = 0;
    for (guint i = 1; i < known->langs->len; i++)
        best = counts[i] > counts[best] ? i : best;
    for (guint i = 0; i < known->langs->len; i++)
        next = i == best ? next : MAX(next, counts[i]);
    bool clear = counts[best] >= LEAST && next * 100 <= counts[best] * NEXT_MOST;
    return clear ? known->langs->pdata[best] : NULL;
}

/* Letters beyond those of English, without the one of micrograms. */
static unsigned count_foreign(const struct source *source)
{
    unsigned letters = 0;
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        for (const char *p = line->why ? "" : line->text; *p; p = g_utf8_next_char(p)) {
            gunichar c = g_utf8_get_char(p);
            letters += c >= 0xC0 && c != 0x3BC && g_unichar_isalpha(c);
        }
    }
    return letters;
}

void import_find_language(struct source *source)
{
    const char *lang = source->lang ? NULL : find_language(source);
    if (!lang || lang_matches(lang, LANG_DEFAULT))
        return;
    source->lang = g_strdup(lang);
    source->guessed = true;
    labels_free(source->labels); /* those of English, if any */
    source->labels = NULL;
}

const char *import_doubt_language(const struct source *source)
{
    if (source->guessed)
        return WHY_GUESSED;
    if (source->lang)
        return is_in_language(source, source->lang) ? NULL : WHY_OTHER;
    bool english = count_foreign(source) < FOREIGN_LEAST && is_in_language(source, LANG_DEFAULT);
    return english ? NULL : WHY_TAKEN;
}
