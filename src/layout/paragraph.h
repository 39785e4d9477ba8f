/*
 * A paragraph on its way through Pango: the spans joined into one text, with attributes for size,
 * weight, language and letter spacing. Internal to text.c and set_line.c.
 */
#ifndef HANDOUT_LAYOUT_PARAGRAPH_H
#define HANDOUT_LAYOUT_PARAGRAPH_H

#include "layout/setter.h"

#include <pango/pango.h>

/* A sign that the paragraph has been given so that a line may end there. */
struct break_mark {
    guint at;      /* the byte of `words` that it stands before */
    gunichar sign; /* SOFT_HYPHEN, drawn as a hyphen where a line does end, or ZERO_SPACE */
    bool in_word;  /* else in an address, behind one of its signs */
    guint place;   /* its byte of `text`, once it is there */
};

#define ZERO_SPACE 0x200B

struct paragraph {
    struct setter *setter;
    const GPtrArray *spans;
    enum text_kind kind;
    struct paragraph_room *room; /* the memory of the texts and lists below; owned */
    GString *words;       /* the author's without soft hyphens, and the signs that isolate facts */
    GArray *soft_hyphens; /* of guint: the bytes of `words` that the author has one before */
    GArray *marks;        /* of struct break_mark, by place; mostly none */
    GString *text;        /* what is set: the words with the marks among them */
    GArray *starts;       /* of guint: byte offset of each span in `text` */
    PangoAttrList *attributes; /* of `text`; NULL until they are asked for */
    GArray *whole;             /* of struct range: bytes of `text` within which no line ends */
    struct known *known;       /* what the desk has of `text` (broken.h), lent; NULL: not looked up
                                  yet */
    double unit;               /* [pt] on the page of one Pango unit */
    double tracking;           /* [em] added between letters */
    enum mess mess;            /* of lines that were broken evenly */
    bool as_document;          /* reads in the document's direction, whatever it begins with */
    bool goes_on;              /* is a piece of a text of which more follows (lengthy.h) */
};

void paragraph_init(struct paragraph *p, struct setter *setter, const GPtrArray *spans,
                    enum text_kind kind);
void paragraph_clear(struct paragraph *p);

/* What Pango is told of `text`, lent: nobody asks for it where its lines are known. */
PangoAttrList *paragraph_attributes(struct paragraph *p);

/* Adds marks (of struct break_mark); what was known of bytes of `text` holds no longer. */
void paragraph_mark(struct paragraph *p, const GArray *marks);

/* The mark at a byte of `text`, lent; NULL when none is. */
const struct break_mark *paragraph_mark_at(const struct paragraph *p, size_t offset);

/* The byte of `words` for one of `text`, and back: behind a mark that stands there. */
size_t paragraph_to_words(const struct paragraph *p, size_t offset);
size_t paragraph_from_words(const struct paragraph *p, size_t at);

/* The language of a byte of `text`. */
const char *paragraph_lang(const struct paragraph *p, size_t offset);

/* Place of a byte of `text` in the source: exact where the source has no escapes before it
 * in its line; of words that the program repeats or adds, the file of the document. */
struct pos paragraph_pos(const struct paragraph *p, size_t offset);

/* Index of the span that a byte of `text` belongs to, and which of its bytes it is. */
guint paragraph_written(const struct paragraph *p, size_t offset, size_t *byte);

/* Size of the span's letters ÷ that of the paragraph: raised and lowered ones may be smaller. */
double paragraph_ratio(const struct paragraph *p, const struct span *span);

/* Figures are of one width, so that those of a column stand below each other. */
bool paragraph_lines_figures_up(const struct paragraph *p);

/* Index of the span that a run of the paragraph's layout belongs to. */
guint paragraph_span(const PangoGlyphItem *run);

#endif
