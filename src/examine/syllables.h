/*
 * Syllables of a written word, as it is said. English and Spanish; words of other languages are
 * counted by their groups of vowels.
 */
#ifndef HANDOUT_EXAMINE_SYLLABLES_H
#define HANDOUT_EXAMINE_SYLLABLES_H

/*
 * How many syllables `word` (UTF-8, any case; apostrophes and hyphens allowed) has; at least 1.
 * `lang` is a BCP 47 tag. English is right for at least 92 in 100 words of the CMU Pronouncing
 * Dictionary (print-standards 2.5); Spanish follows the orthography and is right but for names.
 */
unsigned syllables_count(const char *word, const char *lang);

#endif
