/*
 * Profiles: how products look, as data. All numbers about appearance in layout/ stand in profile.c
 * and profile_sheet.c, with their sources; the files that set something read them here. What is the
 * same in all products is one `struct trim` that their profiles share; what only one kind of
 * product has is a table of its own. A number is added where its kind stands: a field here, its
 * value there.
 *
 * Not here stand the shapes of marks themselves (the tick in marker.c, the motifs of art.c)
 * and what is no designer's choice: heights of letters by law (screen_size.c) and the limits that
 * finished pages are checked against (measure.c).
 *
 * Sizes are Arial-equivalent points: real size = nominal × 0.528 / x-height ratio of the face, so
 * that 18 pt is as large in every face (print-standards 1.3). Other lengths are points [pt], ems of
 * the body [em] or its baseline distances [lines].
 */
#ifndef HANDOUT_LAYOUT_PROFILE_H
#define HANDOUT_LAYOUT_PROFILE_H

#include "base/geometry.h"
#include "document/document.h"
#include "layout/font.h"
#include "layout/profile_folded.h"
#include "layout/profile_sheet.h"

/* x-height ratio of Arial's metrics: what nominal sizes refer to (print-standards 1.3). */
#define ARIAL_X_HEIGHT 0.528

/* How one kind of text looks, relative to the body. */
struct look {
    double ratio; /* size ÷ body size */
    bool bold;
    bool accent; /* in the accent colour, else in ink */
    double before,
        after; /* [lines of body] white space; between two blocks the larger one counts */
};

/* A bar along a block, which is indented beside it. [em] */
struct bar {
    double width, indent;
};

/* How one kind of callout stands out. */
struct panel_look {
    double frame; /* [em] line around it; 0: none */
    double bar;   /* [em] width of the bar where lines start; 0: none */
    double tint;  /* share of the accent in its ground; 0: none */
    bool alarm;   /* in ink, with a triangle; else in the accent, with an "i" */
};

/* Where the lines of a text end (breaker.h). */
enum breaking {
    BREAKING_FULL,     /* as full as they get */
    BREAKING_WHOLE,    /* the same, but no short word is left over for the last one */
    BREAKING_BALANCED, /* in the narrowest column that takes no more of them */
    BREAKING_EVEN,     /* at the least cost: of much the same length, and where the sense allows */
    BREAKING_COUNT
};

/* What line ends cost, added to the sum of the squares of what each line is off its best width, as
 * shares of the measure; below 0: they are good. */
struct break_costs {
    double fullness;             /* the best width ÷ that of lines of one length */
    double small_word, letter;   /* a small word of the language ends the line; one of a letter, */
    double number;               /* a number by itself, */
    double fact;                 /* or the first part of a fact, */
    double within;               /* or a part of a word, */
    double sentence;             /* a sentence, */
    double opener;               /* the first word of one, */
    double clause_opener;        /* or of what a comma, semicolon or colon parts from it, */
    guint opener_letters;        /* which has fewer letters than these where none has blanks, */
    double pause;                /* a comma, semicolon or colon, */
    double phrase;               /* in a heading, a phrase begins the next, */
    double bracket;              /* what stands in brackets begins the next, */
    double negation;             /* or what turns the line round */
    double one_word, short_word; /* a line of one word; of one with few letters, */
    guint short_letters;         /* which are fewer than these */
    double widow, wide_widow;    /* a last line of one word; of one that fills */
    double wide, wide_heading;   /* that share of the measure, in headings of that */
    guint scrap_letters;         /* a line of one word with fewer is a scrap, */
    double wide_scrap;           /* share of the measure: unless it fills that, and others follow */
    guint scrap_signs;           /* and one with fewer than these in scripts without blanks */
    double wide_clause;          /* share of it: under that a clause ends in no line of one word */
    double short_line;           /* share of the measure: under it a line within is too short */
    double scrap;                /* share of the measure: a last line of one word under it, too */
    double step, narrowest;      /* shares of a column: what it is narrowed by, and to */
};

/* All that is no text, as it is in every product. */
struct trim {
    const struct break_costs *breaks; /* lent */

    struct {
        double hair;   /* [pt] between parts, below rows and running titles, to write on, to cut */
        double header; /* [pt] below the header of a table */
        double thick;  /* [pt] above a group, where the article has ended */
        double dash;   /* [pt] stroke, and gap, of a line to cut along */
        double around; /* [lines] white space above and below one between parts */
    } rules;

    struct {
        double thickness; /* [em of the words] */
        double drop;      /* [em of the words] top of an underline below the baseline */
    } word_lines;         /* along linked and struck words */

    struct {
        double rise;    /* [em of the words] raised and lowered letters, off the baseline */
        double descent; /* [em of the words] how deep the letters of the line above reach */
    } script;

    struct {
        double width, height; /* [em] */
        double before;        /* [lines] */
    } title_bar;              /* under the clinic's name */

    struct bar quote, code;

    struct {
        double gutter;      /* [em] from the edge where lines start to the words */
        double icon;        /* [em] side of the picture in it */
        double icon_middle; /* [em] from that edge to the picture's middle */
        double end;         /* [em] from the words to the other edge */
        double pad;         /* [lines] above and below the words */
        double contrast;    /* of words on a tint, at least; else there is none */
        struct panel_look kinds[CALLOUT_COUNT];
    } callout;

    struct {
        double narrowest; /* share of its width that text keeps, however deep it is nested */
    } column;

    struct {
        double gap;        /* [em] from an entry's words to the page of the longest number */
        double indent;     /* [em] of entries below others */
        double column_gap; /* [em] between two columns */
        guint many;        /* entries that are two columns, at least */
        guint together;    /* those at the foot or the top of a page, at least */
    } contents;            /* the list of sections */

    struct {
        guint few;    /* items of a list that is whole where the page is full without */
        double apart; /* space between numbered items and tasks ÷ that of others */
    } list;

    struct {
        double before, inside; /* [lines] above and below the rule */
    } group;

    struct {
        double disc, disc_space; /* [em] diameter; from its edge to the words */
        double box, box_line;    /* [em] side; thickness of its edge */
        double box_space;        /* [em] from its edge to the words of an item */
        double choice_space;     /* [em] and to those of a choice in a form */
        double number_gap;       /* [em] from a number to the words */
    } markers;

    struct {
        double dpi;     /* pixels an inch where there are enough of them (paper) */
        double highest; /* share of a frame's height that one may take, so that its text stays */
        double in_cell; /* share of a table's width that one in a cell asks for */
    } picture;

    struct {
        double column_gap;  /* [em] */
        double row_padding; /* [lines] above and below the text of a row, less with white space */
        double side;        /* [em] from its edges to the words, where it does not stand out of the
                               column */
        double below_title; /* [lines] from a heading */
        double radius;      /* [em] of its upper corners */
        double head_tint, row_tint; /* share of the accent in the ground of the header, and of every
                                       second row */
        double rule_tint;           /* and in the lines between rows */
        guint whole_rows;           /* most rows of one that stays in one piece */
        guint brief, note;  /* [letters] most of a value, and of what stands in brackets behind it,
                               that get a line each */
        double card_frame;  /* [em] line around a row that stands as a card */
        double card_radius; /* [em] of its corners */
        double card_pad;    /* [lines] above and below its name */
        double card_field;  /* [lines] above and below each of its fields */
        double card_dot, card_step; /* [em] diameter of the dots that lead from a label to what it
                                       says; from one to the next */
        double card_leader;         /* [em] least distance of the two */
        double fact_gap;            /* [em] between the columns of a table of facts */
        double fact_indent; /* [em] of what stands below its name, where there is one column */
        double fact_before; /* [lines] above its rows: less than above other facts */
    } table;

    struct {
        double height;     /* [pt] of a space to write in */
        double shortest;   /* [pt] line that holds a telephone number or an address in handwriting;
                              shorter ones go below their label */
        double gap;        /* [em] from the label to a line beside it */
        double foot;       /* [lines] below a line beside its label */
        double foot_below; /* [lines] below a line that has no label beside it */
    } writing;

    struct {
        double pitch;     /* [pt] from line to line */
        guint least;      /* lines below a text on its last page */
        double thickness; /* [pt] */
        double tint;      /* share of the accent in their colour */
        double contrast;  /* of it, at least; else they have the accent's */
    } notes;              /* lines to write on, on a page of their own or below a text */

    struct {
        int quiet_zone;       /* [modules] at each side */
        double smallest;      /* [pt] side on paper, quiet zone and all */
        double on_screen;     /* share of a screen's height, quiet zone and all */
        double before, after; /* [lines] */
        double caption;       /* share of the column that a caption needs to stand beside it */
    } qr;

    struct {
        double edge; /* [pt] from the edges of the sheet */
        double gap;  /* [lines of its own] to the text */
    } furniture;     /* running titles and page numbers */

    struct {
        double above;      /* [lines] least white space between a text and the line to cut along */
        double below;      /* [lines] white space between that line and the slip */
        double sheet_edge; /* [pt] margin of a sheet of slips */
    } slip;

    struct {
        double width; /* share of the page's width */
        double tint;  /* of the ink */
    } sample;         /* the word across the pages of a sample */
};

/* A type of its own: of what is designed as one thing and does not go by the looks of the body. */
struct type {
    double size;    /* [pt, Arial-equivalent] */
    double leading; /* [em] */
    bool bold;
    enum breaking breaking;
};

/* What is designed of a handout: the head of its first page, the contact band, the lines at the
 * edges of pages. */
struct scale {
    struct type name, number; /* of the clinic, in the band on top */
    struct type titles[3];    /* the first of so many lines or fewer: 2, 3, 4 */
    struct type lead, small, strong, label, telephone, crisis;
    struct type panel_head, panel_text; /* white, on the accent */
    struct type call, crisis_number;    /* numbers to call, in the boxes that say when */
    double least_telephone; /* [pt, Arial-equivalent] to which it may shrink in a line */
    double band;            /* [pt] height of the band of one line */
    double motif;           /* [pt] its width; 0: there is none */
    double icon;            /* how much larger icons are */
    bool columns;           /* the contact band may have two */
    bool calls;             /* the foot says where to call */
};

/* Of the three sizes; of the contact panels. */
extern const struct scale scale_standard, scale_large, scale_giant, scale_brochure,
    scale_brochure_tight, scale_booklet, scale_booklet_tight;

struct profile {
    double body;            /* [pt, Arial-equivalent] */
    double floor;           /* [pt, Arial-equivalent] no text is ever smaller */
    double furniture;       /* [pt, Arial-equivalent] page numbers and running titles */
    double leading;         /* [em] baseline distance of body text */
    double heading_leading; /* [em] baseline distance of text larger than the body */
    unsigned measure;       /* [characters] longest line, on average */
    unsigned columns;       /* most of a table; where it has more, its rows become cards */
    unsigned cell_lines;    /* most of a cell; where one has more, rows become cards, too; 0: any */
    unsigned lines;         /* most on one page; 0: as many as fit */
    double margin;          /* [pt] on all four sides */
    double card_side;       /* [em] from a card's edges to its words */
    double card_head;       /* share of the accent in the ground of a card's name; 1: its words are
                               in the colour of the ground */
    bool card_dots;         /* lead from the labels of its fields to what they say */
    double outdent;         /* [pt] that tables, bands and marks of headings stand out of the column
                               at either side, so that their words stand below its own */
    double head_rule, head_rule_gap; /* [pt] thickness of a rule above headings of sections; white
                                        below it; 0: they have none */
    bool marked;                     /* headings have a mark at the edge, numbers of lists a disc */
    const struct scale *scale;       /* lent; NULL: the product has no such parts */
    double qr_module;                /* [pt] side of one QR module */
    double picture; /* share of the frame that is the most height of a picture; 0: the trim's */
    double around;  /* [lines] white space around panels, tables and pictures */
    double script_ratio; /* size of raised, lowered and small letters ÷ that of the words around
                            them */
    const struct trim *trim; /* what is no text; lent, never NULL */
    struct look looks[TEXT_KIND_COUNT];
    enum breaking breaking[TEXT_KIND_COUNT];
};

/* Print profiles. */
extern const struct profile profile_standard, profile_large, profile_giant, profile_brochure,
    profile_booklet;

/* Screens: sizes follow from the panel, not from here; only ratios, gaps and trim are read. */
extern const struct profile profile_screen;

/* What only handouts have. */
extern const struct handout_look {
    double top, head_rule;  /* [pt] of the sheet's top: the head of a page; from its words to the
                               rule below them */
    double body_top;        /* [pt] of the second page on */
    double below_masthead;  /* [pt] */
    double body_foot, foot; /* [pt] from the sheet's lower edge: where text ends; where the line at
                               the foot does */
    double foot_rule;       /* [pt] from that line up to the rule above it */
    double band_foot; /* [pt] from the lower edge, of a contact band over a line with a rule */
    double sheet_band_foot; /* and of one on a sheet of one page, whose line has none */
    double above_band;      /* [pt] at least */
    unsigned head_items;    /* places in the order of reading that are kept for the masthead */
    double tight_leading;   /* [em] of body text where that saves a page */
    double tight_spaces;    /* share of white spaces that is left then */
    struct {
        double white;        /* share of white spaces that is left, also in and around bands and
                                panels, where that makes one page of two */
        double small, label; /* [em] leading of small words and labels then; 0: the scale's */
    } close[3];              /* from all of it on */
    struct {
        double most; /* share of a panel's width: its heading's, to stand beside a list then */
        double gap;  /* [pt] between them */
    } beside;
    double full;           /* share of a page that is still full, when its last section moves on */
    double less_lack;      /* [pages] what pages lack to be full, that is worth less white space */
    double closest_spaces; /* share of white space that is left on a page not full without */
    double half_empty;     /* [pages] the same, that the list of sections is not worth */
    double short_of, wide_spaces; /* pages that lack that share get spaces so much wider, at most */
    guint few_pages;              /* with no more of them, it needs no list of its sections */
} handout_look;

/* What only handouts in two languages have: two columns on a sheet that lies on its side. */
extern const struct bilingual_look {
    double margin;        /* [pt] at the left and right, to the words */
    double gutter;        /* [pt] between the words of both columns */
    double outdent;       /* [pt] that panels stand out of a column */
    double between_bands; /* [pt] white space between parts of the contact band */
    double poor;          /* share of a page: a last one with less on it gets some of the others' */
} bilingual_look;

/* What only screens have. Their measures are ems of the smallest letters [em] and their baseline
 * distances [lines]. */
extern const struct screen_look {
    double tear;                /* a paragraph that goes on on the next screen ÷ one screen more */
    double least_gap, most_gap; /* ÷ capitals: between the closest points of two letters */
    double tracking;            /* [em of the words] between letters of scripts that do not join */
    double gap, deep_gap;       /* baseline distance ÷ capital height; where marks hang deep */
    double descent;             /* [em of the words] of letters below their baseline */
    double steps[4];            /* sizes of text and lists, from the largest */
    double loud_steps[6];       /* of statements and titles */
    guint loud_lines[6];        /* most lines of a statement in each of these */
    double line_letters;        /* least that a line of a text holds in letters that grow */
    guint join;                 /* steps given up so that no line stops short */
    double loud;                /* least step that makes a sentence worth a screen to itself */
    double smallest;            /* letters ÷ their legal size, on screens that hold no less */
    double middle;              /* share of the spare height above words by themselves */
    double spine;               /* its unit of width ÷ the panel's shorter side */
    double spine_rest, spine_tab;   /* [units of the spine] width of a part, and of the present */
    double spine_gap, spine_corner; /* [the same] between parts; radius of the present's corners */
    guint spine_most;               /* parts that are told apart */
    double clear_spine, near_spine; /* [em] from the spine to the words; on small panels */
    double few_letters;             /* fewer in a line make a panel small */
    guint few_lines;                /* fewer below each other leave no room for topics */
    double letter;                  /* [em] width of one, on the whole */
    double top;                     /* [em] above the capitals of the first line */
    double below_topic;             /* [em] from the last baseline distance of the topic */
    guint topic_part;               /* lines of the panel, one of which its topic may have */
    guint short_lines;              /* with fewer in all it has one */
    guint statement;                /* [letters] most of a sentence that is one */
    double item_gap;                /* [lines] between items, at most */
    double close_gap;               /* [lines of the words] the same, where there are few lines */
    double subtitle, below_title;   /* size of what stands below a title, at most; [lines] gap */
} screen_look;

/* What only the urgent message has. */
extern const struct urgent_look {
    double steps[6]; /* letters ÷ their legal size, until the words fit one screen */
    struct {
        double beside, above; /* side, where the words stand beside and below it */
        double gap;           /* from it to the words */
    } triangle;               /* [legal em] */
    struct {
        double width, height; /* at least, beside and below the triangle: some 14 letters, four
                                 lines */
    } words;                  /* [legal em] */
} urgent_look;

/* Real em size of `nominal` Arial-equivalent points in `face`. [pt] */
double profile_size(double nominal, const struct face *face);

/* Real width of the longest line that the profile allows in `face` at its body size. [pt] */
double profile_measure(const struct profile *profile, const struct face *face);

/* The head of a handout's first page. [pt] */
extern const struct masthead_look {
    double radius;         /* of its corners, and of all bands and panels */
    double pad;            /* above and below the title and its lead */
    double lead_gap;       /* between these */
    double least;          /* height of their storey */
    double icon, icon_gap; /* of the handset; to the number */
    double name_gap;       /* least distance of the clinic's name from it */
    struct {
        double more;        /* height of the band beyond that of one without a logo */
        double around;      /* of the band above and below the logo's plate */
        double least, most; /* width of the plate */
        double radius;      /* of its corners */
        double air, side;   /* of the plate above and below the logo, and at its sides */
        double gap;         /* to the name */
    } logo;
} masthead_look;

/* The box that says when to call, and the crisis box. [pt] */
extern const struct call_look {
    double head;                    /* height of the bar of one line */
    double icon, icon_gap;          /* of the handset; to the heading */
    double pad, line;               /* above and below words; the frame */
    double ring, ring_gap;          /* of the life ring; to the words */
    double least_words;             /* width of the words beside a large number */
    double crisis_pad;              /* above and below it */
    double crisis_line, crisis_gap; /* the outer line; white within it */
} call_look;

/* What stands out of the text of handouts in a frame of its own. [pt] */
extern const struct panels_look {
    double pad;         /* above and below the words */
    double gap;         /* from a gutter to the words */
    double least_words; /* width of words beside an icon; narrower: no panel */
    double tick;        /* disc with a tick, before each key point */
    double tick_space;  /* from its edge to the words */
    struct panel_shape {
        double line;         /* thickness of the frame */
        double gutter, icon; /* room at the side where lines start; what stands there; 0: nothing */
    } kinds[4];              /* by enum panel_kind (panel.h) */
} panels_look;

/* What marks a section's heading, and what numbers stand on. */
extern const struct mark_look {
    double width;      /* [pt] of the mark beside a heading, at the edge of what stands out */
    double height;     /* ÷ the heading's nominal size */
    double disc;       /* [em of the body] diameter */
    double disc_space; /* [em] from its edge to the words */
} mark_look;

/* The tick that fills a box of a form, as a share of the box's side. */
extern const double tick_pen;

/* What the lobby player can change to, beside the colours of the grounds. */
extern const struct show_look {
    double night_dim; /* share of their light that pictures lose at night */
    struct color contrast_ink, contrast_ground, contrast_accent, contrast_off;
} show_look;

#endif
