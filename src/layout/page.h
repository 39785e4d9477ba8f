/*
 * The display list: where every mark of a finished page goes. Layout makes it, painters replay it.
 *
 * The accessibility contract (design promise 3) is one field: an item points to the element that it
 * is content of, or to none, and is then decoration (a PDF artifact). A run carries its words and
 * its shaped glyphs, so PDF, PNG and trace come from one record and no painter ever measures or
 * breaks text.
 *
 * Points, origin top left, y down. Items stand in paint order. Pages own their items; elements,
 * faces and images are borrowed from the document and the font set, which must outlive the layout.
 */
#ifndef HANDOUT_LAYOUT_PAGE_H
#define HANDOUT_LAYOUT_PAGE_H

#include "base/geometry.h"
#include "content/image.h"
#include "content/tones.h"
#include "document/element.h"
#include "layout/font.h"
#include "layout/typing.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* One shaped glyph: a long article has a million. */
struct glyph {
    uint32_t id;      /* glyph index in the face; never 0 (.notdef) */
    uint32_t cluster; /* byte offset in the run's text of the cluster it belongs to */
    double advance;   /* [pt] to the next glyph's origin */
};

/* Where a glyph does not stand as its neighbours' advances have it; few runs have any. */
struct glyph_move {
    double dx, dy; /* [pt] offset of the glyph from its origin, dy downwards */
    double gap;    /* [em] of the advance: what letters were moved apart by */
};

/*
 * Glyphs in visual order, left to right, of one face, size and colour, with the words they show in
 * logical order. In a right-to-left run clusters fall from left to right; otherwise they rise.
 * Every byte of `text` belongs to the cluster that starts at or before it. Joiners and other marks
 * without ink have no glyph but stay in the text.
 */
struct run {
    const struct face *face;
    double size;        /* [pt] em size */
    double x, baseline; /* [pt] origin of the first glyph */
    double width;       /* [pt] sum of advances */
    struct color color;
    bool rtl;
    /* All are counted (g_atomic_rc_box), since the same words are shown again and again: whoever
     * changes them has them for himself. */
    GRefString *text; /* UTF-8 */
    struct glyph *glyphs;
    struct glyph_move *moves; /* of each glyph; NULL: there are none */
    size_t n_glyphs;
};

struct fill {
    struct path *path;
    struct color color;
};

enum item_kind {
    ITEM_RUN,   /* text; never without an element or an artifact kind */
    ITEM_FILL,  /* a filled outline: rules, bullets, QR modules, panels */
    ITEM_IMAGE, /* a picture, scaled to `box` */
    ITEM_LINK,  /* an area to click on: its element is of role LINK; leaves no mark */
    ITEM_FIELD, /* an area to fill in: its element is of role FORM; leaves no mark until it is */
    ITEM_KIND_COUNT
};

enum field_kind { FIELD_TEXT, FIELD_CHECK, FIELD_KIND_COUNT };

/* What is filled in. */
struct field {
    enum field_kind kind;
    bool rtl; /* typed words begin at the right edge */
};

/* What decoration is, for assistive technology (ISO 32000-1 14.8.2.2). */
enum artifact {
    ARTIFACT_LAYOUT,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_BACKGROUND,
    ARTIFACT_COUNT
};

struct item {
    enum item_kind kind;
    const struct element *element; /* NULL: decoration */
    enum artifact artifact;        /* of decoration; ignored otherwise */
    unsigned
        order; /* place in the reading order of the whole layout; rises as the flow emits items */
    const char *shade; /* screens: what the palette calls its colour, where others of the same
                        * ground may have it, too; static; NULL: the colour tells */
    unsigned sign;     /* screens: items of one number draw one icon; 0: of none */
    struct rect box; /* [pt] what the item covers; for runs: advance width by ascent and descent */
    double corner;   /* [pt] radius of the corners of an image on screens; 0: they are square */
    union {
        struct run run;
        struct fill fill;
        const struct image *image;
        struct field field;
    } as;
};

/* How a line ended: what stands between it and the line in which its text goes on. */
enum line_end {
    LINE_END_TEXT,    /* with its text: no line goes on with it */
    LINE_END_BLANK,   /* between words: a blank */
    LINE_END_NOTHING, /* inside an address, a compound or a word, or in a script that knows no
                       * blanks: nothing */
    LINE_END_HYPHEN,  /* inside a word: nothing; its last run has a hyphen for it, as U+00AD */
    LINE_END_LABEL,   /* behind what names the words that follow: a blank */
    LINE_END_NEW,     /* where the author wanted a new line: a blank */
    LINE_END_COUNT
};

/*
 * One line of one text, as the typesetter knew it. Its words are those of its runs, which stand
 * side by side in the page's items, in reading order. The number of a list item and each cell of a
 * table are texts of their own, so several lines may stand on one baseline.
 */
struct line {
    const struct element *element; /* the block that it belongs to; NULL: decoration, as the
                                    * furniture of a page or a table's header that is shown again */
    const char *lang;              /* BCP 47, of the block; borrowed; NULL: the layout's */
    bool rtl;                      /* the text reads from right to left, whatever its runs do */
    double x, baseline, width;     /* [pt] of its ink and blanks, but not the blank at its end */
    double size;                   /* [pt] em size; raised and lowered runs may be smaller */
    double tracking;               /* [em] added between letters */
    enum line_end end;
    guint first, last; /* its runs: indices into the items */
};

struct page {
    double width, height;   /* [pt] */
    char *label;            /* page label ("1", "cover"); NULL: its number */
    char *slug;             /* screens: what the file is named after; else NULL */
    char *title;            /* screens: the heading; else NULL */
    char *progress;         /* screens: "2 of 4", where the page tells it by shape; else NULL */
    enum ground_kind tones; /* screens: what its colours are those of */
    double dim;             /* screens: share of their light that pictures lose at night */
    bool filled;            /* paint `ground` first (screens); paper is left alone */
    struct color ground;
    GArray *items; /* of struct item */
    GArray *lines; /* of struct line: every run of the page is in one of them; lines of one text
                    * follow each other */
};

enum duplex { DUPLEX_NONE, DUPLEX_LONG_EDGE, DUPLEX_SHORT_EDGE, DUPLEX_COUNT };

/* A finished product: pages plus all that a file says about itself. */
struct layout {
    GPtrArray *pages;                      /* of struct page *, owned */
    const struct element *root;            /* the structure tree, role DOCUMENT */
    char *title, *lang, *author, *subject; /* author, subject may be NULL */
    char *web_address;                     /* of the same words as a web page; NULL: none */
    bool rtl;                              /* pages follow each other from right to left */
    enum duplex duplex;
    GPtrArray *images;     /* of struct image *, owned: parts of others that it shows */
    struct typing *typing; /* letters for its text fields; owned; NULL: it has no fields */
};

struct layout *layout_new(const struct element *root);
void layout_free(struct layout *layout);

/* An empty page at the end of the layout, which owns it. */
struct page *layout_add_page(struct layout *layout, double width, double height);

/* Appends a copy of `item`, whose owned parts (text, glyphs, path) pass to the page. */
void page_add(struct page *page, struct item item);

/* Appends a line, of runs that are on the page. */
void page_add_line(struct page *page, struct line line);

void page_free(struct page *page);

/* Moves an item. */
void item_shift(struct item *item, double dx, double dy);

/* Moves a line, but not the items that it names. */
void line_shift(struct line *line, double dx, double dy);

/* Appends lines whose items have moved on behind `before` others. */
void lines_append(GArray *lines, const GArray *from, guint before);

/* Moves all items and lines of `from` onto `page`, shifted; `from` is left empty. Their reading
 * order stays as it was. */
void page_absorb(struct page *page, struct page *from, double dx, double dy);

/* Paints the items from index `from` on before, and so below, all others. */
void page_send_below(struct page *page, guint from);

/* What the run at `index` of the items stands on: the last fill that was painted there before it,
 * else the page. */
struct color page_ground_of(const struct page *page, guint index);

/* Frees what an item owns; for items that never reached a page. */
void item_clear(struct item *item);

/* How glyph `i` of the run is moved. */
static inline struct glyph_move run_move(const struct run *run, size_t i)
{
    return run->moves ? run->moves[i] : (struct glyph_move){0};
}

/* The run's moves, to be changed; made where there are none, for `most` glyphs. */
static inline struct glyph_move *run_moves(struct run *run, size_t most)
{
    if (!run->moves)
        run->moves = g_atomic_rc_box_alloc0(most * sizeof *run->moves);
    return run->moves;
}

/* A run that shows the same; its letters are those of the other. */
struct run run_share(const struct run *run);

/* Gives a run other words, of which its glyphs are still those of the same bytes. */
void run_set_words(struct run *run, const char *words);

/* Takes the first glyph off a run. */
void run_drop_first(struct run *run);

/* Gives a run words that its glyphs show all together. */
void run_speak(struct run *run, const char *words);

/* The lines of a page in reading order, of const struct line *, lent by the page; the array is the
 * caller's. */
GPtrArray *page_lines(const struct page *page);

/* The words of a line, with the blank but not the hyphen at its end; owned by the caller. */
char *line_text(const struct page *page, const struct line *line);

/* The same as they are heard: for words that stand for others ("deleted: 5 mg" for what is crossed
 * out) those, once, where they begin; owned by the caller. */
char *line_heard(const struct page *page, const struct line *line);

/* True when words on the page are content of that element itself: of a picture, those that stand
 * for it. */
bool page_has_words_of(const struct page *page, const struct element *element);

/* What a reader puts between a line and `next`, the one read after it: "" inside a word, else a
 * blank. */
const char *line_joint(const struct line *line, const struct line *next);

/* How many of the lines, in reading order, stand one below the other: those side by side count
 * once. */
unsigned lines_count_rows(const GPtrArray *lines);

/* The words of a page as they are heard, in reading order, its progress last, pictures by the words
 * that stand for them, what stands on different baselines parted by a line end, and facts isolated
 * as words of `lang` need it (a plain string, with what `isolate_text` puts into it); owned by the
 * caller. */
char *page_text(const struct page *page, const char *lang);

#endif
