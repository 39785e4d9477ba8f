/*
 * Braille codes of languages, as the tables of liblouis have them. Any thread may call these.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_TABLE_H
#define HANDOUT_EXPORT_BRAILLE_TABLE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The cell without dots, and that of all six. Eight dots are for machines; paper has six. */
#define CELL_BLANK 0x2800
#define CELL_LAST  0x283F

struct braille_table {
    const char *lang; /* BCP 47 */
    const char *file; /* of liblouis */
    bool latin;       /* its language is written in Latin letters; elsewhere those, and the signs
                         that stand with them, are written as in English */
    bool by_words;    /* words are written alike whatever stands beside them, and no sign that it
                         has gets dots 7 or 8 beside others */
};

/* The nearest for a language tag; NULL: its braille is in no table. */
const struct braille_table *braille_table_find(const char *lang);

/* That of English, in which words in Latin letters among others are written. */
const struct braille_table *braille_table_english(void);

/* False: this system lacks the file. */
bool braille_table_is_there(const struct braille_table *table);

/* The table, or the English one, that has the sign in six dots; NULL: neither does. */
const struct braille_table *braille_table_for(const struct braille_table *table, gunichar sign);

/* How a sign is to be written. */
enum braille_hand { HAND_PLAIN, HAND_STRONG, HAND_TYPED /* letter by letter */, HAND_COUNT };

struct braille_sign {
    gunichar letter; /* ' ' for every blank */
    enum braille_hand hand;
};

/* As braille_translate (export/braille_words.h) gives it, by one call of liblouis. */
GArray *braille_translate_whole(const struct braille_table *table, const struct braille_sign *signs,
                                size_t n_signs, GArray **from);

#endif
