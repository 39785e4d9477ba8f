/*
 * Motifs: the drawing that an article has on covers and in the head of its first page.
 */
#ifndef HANDOUT_CONTENT_ART_H
#define HANDOUT_CONTENT_ART_H

enum art {
    ART_STRANDS,
    ART_RINGS,
    ART_TILES,
    ART_LEAVES,
    ART_ARCHES,
    ART_STONES,
    ART_NONE,
    ART_COUNT
};

/* By the bytes of an article's name, up to what names its language (`lang`, BCP 47): translations
 * have the motif of their source. Never ART_NONE. */
enum art art_of_name(const char *name, const char *lang);

#endif
