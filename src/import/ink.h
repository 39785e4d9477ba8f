/*
 * The words of one line or cell with what marks them, on their way into Markdown: what was read is
 * put down run by run, and written at the end, when both sides of every mark are known.
 */
#ifndef HANDOUT_IMPORT_INK_H
#define HANDOUT_IMPORT_INK_H

#include <glib.h>
#include <stdbool.h>

/* In the order in which they stand within each other, outermost first. */
enum mark {
    MARK_SPAN, /* in a language or direction of its own */
    MARK_LINK,
    MARK_ABBREVIATION,
    MARK_QUOTED,
    MARK_INSERTED,
    MARK_STRIKE,
    MARK_STRONG,
    MARK_EMPHASIS,
    MARK_RAISED,
    MARK_LOWERED,
    MARK_NOTE, /* the label of a footnote, which `url` has once more */
    MARK_CODE,
    MARK_COUNT
};

/* How words are marked: bits of `enum mark`, and what belongs to them. Strings are lent by one pool
 * in which equal ones are one. */
struct ink_look {
    unsigned marks;
    const char *span, *url,
        *expansion; /* SPAN: what its braces hold; NULL where the mark is not set */
};

struct ink;

struct ink *ink_new(void);
void ink_free(struct ink *ink);
void ink_clear(struct ink *ink);

/* Blanks count once; what no text holds is a blank; bytes that are not UTF-8 become U+FFFD. */
void ink_add(struct ink *ink, const char *text, struct ink_look look);

/* What follows, from `first` on, stands apart from what was added: a blank goes between. False, and
 * none does: there is nothing to part, a blank already, or a word may go on. */
bool ink_part(struct ink *ink, gunichar first);

/* What was added may end here, and what follows stand apart by looks that nobody knows: an element
 * begins or ends. ink_take_joined: true, once, if a figure touches a letter or another there. */
void ink_seam(struct ink *ink);
bool ink_take_joined(struct ink *ink);

/* Ends a line within the cell. */
void ink_break(struct ink *ink);

/* True when no word is in it. */
bool ink_is_blank(const struct ink *ink);

/* The words without marks on one line, raised and lowered figures as signs of their own where there
 * are such; owned by the caller. */
char *ink_plain(const struct ink *ink);

/* Takes languages and directions from words whose brackets do not go together: Markdown would close
 * the span at one of them. True: some had one. */
bool ink_drop_spans(struct ink *ink);

/* As Markdown within a line, or in a cell of a table; owned by the caller. */
char *ink_marked(const struct ink *ink, bool in_cell);

#endif
