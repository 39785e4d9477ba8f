/*
 * Letters that others may type into form fields. What they will write is not known: it is mostly a
 * name, and a name may come from anywhere. So there are the letters of names in Latin, Vietnamese,
 * Cyrillic and Greek writing, and those of the words about the fields.
 */
#ifndef HANDOUT_LAYOUT_TYPING_H
#define HANDOUT_LAYOUT_TYPING_H

#include "layout/font.h"

/* One letter, and the glyph that shows it when it stands by itself. */
struct typing_letter {
    gunichar character;
    uint32_t glyph;
    const struct face *face; /* TrueType outlines */
};

struct typing {
    const struct face *face; /* whose em and heights all of them share */
    GArray *letters;         /* of struct typing_letter, by character; owned */
    GUnicodeScript left_out; /* the script of the language whose letters are not among them, because
                                they have no TrueType outlines or weigh too much; else COMMON */
};

/* The letters for words in fields about which `lang` (BCP 47) is written, found once for a font
 * set: a reference of the caller's; points into the fonts. */
struct typing *typing_new(struct fonts *fonts, const char *lang);
/* One reference less, from any thread. */
void typing_free(struct typing *typing);

#endif
