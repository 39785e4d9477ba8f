/*
 * A word has two slots that it may be kept in, and drives out what has been in them for longest.
 * Each thread has a table of its own, so that none waits for another.
 */
#include "examine/lexeme.h"

#include "base/letter.h"

#include <string.h>

/* [bytes] Longer words are cut here before they are looked at. */
#define WORD_BYTES 64

/* Words kept, a power of two; and what of a word a slot holds with its NUL. [bytes] Longer ones are
 * rare, and not kept. */
#define SLOTS      2048
#define SLOT_BYTES 20

struct slot {
    const struct language_checks *language; /* NULL: the slot is free */
    char word[SLOT_BYTES];                  /* in lower case, filled up with NULs */
    struct lexeme lexeme;
};

static GPrivate kept = G_PRIVATE_INIT(g_free); /* struct slot[SLOTS] */

/* -ed and -es endings that bring a word to its third syllable do not make it hard (Gunning). */
static bool is_fog_word(const char *word, unsigned syllables)
{
    if (syllables < 3 || strchr(word, '-'))
        return false;
    return syllables > 3 || !(g_str_has_suffix(word, "ed") || g_str_has_suffix(word, "es") ||
                              g_str_has_suffix(word, "ing"));
}

static struct lexeme lexeme_new(const char *word, const struct language_checks *language)
{
    unsigned syllables = language->count_syllables ? language->count_syllables(word) : 0;
    return (struct lexeme){.syllables = (guint8)MIN(syllables, G_MAXUINT8),
                           .everyday = !language->is_everyday || language->is_everyday(word),
                           .fog = is_fog_word(word, syllables)};
}

/* Into lower case, filled up with NULs; curly apostrophes become straight ones. The bytes. */
static size_t lower_word(const struct word *word, char out[WORD_BYTES + 8])
{
    size_t n = 0;
    const char *end = word->start + word->length;
    memset(out, 0, WORD_BYTES + 8);
    for (const char *p = word->start; p < end && n < WORD_BYTES; p = g_utf8_next_char(p)) {
        gunichar c = letter_at(p);
        if (LETTER_IS_ASCII(c))
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        else
            n += (size_t)g_unichar_to_utf8(c == 0x2019 ? '\'' : g_unichar_tolower(c), out + n);
    }
    return n;
}

static struct slot *kept_slots(void)
{
    struct slot *slots = g_private_get(&kept);
    if (!slots) {
        slots = g_new0(struct slot, SLOTS);
        g_private_set(&kept, slots);
    }
    return slots;
}

/* Which two slots the word, which is lower case and filled up, may be kept in: the first of them.
 */
static struct slot *slots_of(const char *word)
{
    guint64 part[3] = {0};
    memcpy(part, word, SLOT_BYTES);
    guint64 sum = (part[0] * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15)) ^
                  (part[1] * G_GUINT64_CONSTANT(0xc2b2ae3d27d4eb4f)) ^
                  (part[2] * G_GUINT64_CONSTANT(0x165667b19e3779f9));
    return &kept_slots()[(sum >> 40) % (SLOTS / 2) * 2];
}

static bool has(const struct slot *slot, const char *word, const struct language_checks *language)
{
    return slot->language == language && memcmp(slot->word, word, SLOT_BYTES) == 0;
}

struct lexeme lexeme_of(const struct word *word, const struct language_checks *language)
{
    char lower[WORD_BYTES + 8];
    if (lower_word(word, lower) >= SLOT_BYTES)
        return lexeme_new(lower, language);
    struct slot *slot = slots_of(lower);
    if (has(slot, lower, language))
        return slot->lexeme;
    if (has(slot + 1, lower, language))
        return slot[1].lexeme;
    slot[1] = slot[0];
    slot->language = language;
    memcpy(slot->word, lower, SLOT_BYTES);
    slot->lexeme = lexeme_new(lower, language);
    return slot->lexeme;
}
