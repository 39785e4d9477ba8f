/*
 * What the files that read HTML share among themselves. Nobody else includes this.
 *
 * A page is walked once, without a stack, for any page may be nested without limit; what the walk
 * has to know of what is above or below an element is measured before, once for all of them.
 */
#ifndef HANDOUT_IMPORT_HTML_PARTS_H
#define HANDOUT_IMPORT_HTML_PARTS_H

#include "import/ink.h"
#include "import/parts.h"

#include <libxml/tree.h>

struct walk;

/* The page in UTF-8, owned by the caller; bytes that mean nothing in `charset` (NULL, or unknown:
 * in UTF-8) become U+FFFD. */
char *html_convert(const char *html, size_t size, const char *charset);

/* The page without the signs of Word that are neither tags nor comments ("<![if …]>"): blanks take
 * their place. Owned by the caller. */
char *html_hide_conditions(const char *html, size_t size);

/* The page with an item of its own about each list that stands straight in a list; owned by the
 * caller. html_settle_lists: what was in it goes to the item above it, as browsers show it. */
char *html_part_lists(const char *html, size_t size, size_t *out_size);
void html_settle_lists(xmlNode *root);

/* Controls below `root` become the signs that they stand for in text of Windows. */
void html_settle_signs(xmlNode *root);

/* Letters in fonts of signs become the signs that those show, or U+FFFD; html_shows_signs: true for
 * an element that had some, but for the marker of an item. */
void html_settle_faces(xmlNode *root);
bool html_shows_signs(const xmlNode *node);

/* What is known of an element before the walk; `_private` of its node. */
struct html_view {
    bool holds_heading;     /* below it is one */
    bool holds_text;        /* it is, or below it is, what the page marks as its article */
    bool holds_main;        /* the same, and not as one of several articles */
    bool in_text;           /* it is, or stands in, such */
    bool holds_panel;       /* below it is what tabs open */
    bool is_tabs;           /* it holds the labels of tabs, which are headings of what they open */
    bool is_panel;          /* `opener` is its heading */
    int last_level, deeper; /* of what a heading opens: those of the walk before */
    const xmlNode *opener;  /* what opens it, so that its being hidden means nothing; or NULL */
    bool opens;             /* a button that opens words of the page */
    unsigned letters;       /* bytes of the words below it */
    unsigned linked;        /* of them, those in links */
    unsigned titles;        /* headings of level 1, it or below it */
    unsigned links;
    unsigned outward; /* of them, those to other sites */
    int number;       /* of a list: of its last item */
    bool entered;     /* by the walk */
    unsigned first;   /* then of a block: its first line, by its order */
    bool in_thing;    /* it stands in a thing of schema.org */
    bool of_person;   /* it is, or stands in, a person's: what it says is not the clinic's */
    bool held;        /* a holder was opened for it, in `around` */
    struct holder *around;
    const char *why_around; /* NOTE: what was said of the part of the page that it stands in */
    const char *note;       /* the label of the footnote that it is, lent by the source; or NULL */
    const char *refers_to;  /* LINK: the label of the footnote that it leads to, or NULL */
    bool leads_back;        /* it leads, or is all that does, from a footnote to the text */
};

/* Tables that only their roles or styles say are such get the names of tables; after
 * html_apply_sheets. */
void html_name_tables(xmlNode *root);

/* True for the first of boxes in rows that may be those of a table, or what holds them. */
bool html_start_rows(const xmlNode *node);

/* Where a rule of a style sheet holds: of an element, of words that it adds there, of nothing that
 * has words. */
enum html_place { HTML_ITSELF, HTML_BEFORE, HTML_BEHIND, HTML_NOWHERE };

/* What the page's style sheets say of its elements stands in their styles then, and words that they
 * add stand in them, or are listed; before html_measure. True: it has such, and needs no others. */
bool html_apply_sheets(struct source *source, xmlNode *root);

/* Ends of lines that styles keep become breaks; after html_apply_sheets. html_keeps_lines: such a
 * style, without blanks. */
void html_keep_lines(xmlNode *root);
bool html_keeps_lines(const char *style);

/* Puts a blank or a line's end between words that only boxes of the page part; after
 * html_apply_sheets, before html_measure. */
void html_part_boxes(xmlNode *root);

/* Puts headings beside one another to what stands beside one another below them; before
 * html_part_boxes. */
void html_pair_headings(xmlNode *root);

/* By its style or class an element sets its parts beside one another; and in several columns;
 * stands beside others itself; shows its parts the other way round; is not where it stands. */
bool html_sets_beside(const xmlNode *node);
bool html_sets_columns(const xmlNode *node);
bool html_stands_beside(const xmlNode *node);
bool html_is_turned(const xmlNode *node);
bool html_is_out_of_order(const xmlNode *node);
/* Or is not shown at all. */
bool html_is_hidden(const xmlNode *node);

/* Of each unit, by how much a length has to be more or less than nothing to mean something. */
struct html_least {
    double em, ex, percent, px;
};

/* The length that `value` begins with, in whatever unit; 0: there is none, or it means nothing. */
double html_length(const char *value, const struct html_least *least);

/* What a style, as written, says of the box that words stand in, each with a ";" before it; owned
 * by the caller. */
char *html_box_styles(const char *style);

/* Words that are not the page's text: `why` (static) is said of them where they are read. lent. */
xmlNode *html_new_text(const char *words, const char *why);

/* Notes that of the line that is read, if the text is such. */
void html_note_text(struct walk *w, const xmlNode *text);

/* How a style, without blanks, and its element (NULL: not known) set words off their line; COUNT:
 * they do not. html_add_place: what says so goes to `meant`, each with a ";" before it. */
enum mark html_mark_of_place(const xmlNode *node, const char *style);
void html_add_place(GString *meant, const char *style);

/* What a style, without blanks, says of words that means something, each with a ";" before it;
 * owned by the caller, NULL: nothing. */
char *html_meant_styles(const char *style);

/* A style in small letters without blanks; owned by the caller. */
char *html_plain_style(const char *style);

/* The same of what hides them. */
char *html_unseen_styles(const char *style);

/* The colours of words and grounds in such a style that are no greys, each with a ";" before it;
 * owned by the caller; NULL: none. */
char *html_colours(const char *style);

/* True for parts of a block, cells and items: of all else the colour is the page's look, but for
 * red. html_colour_means: true where the element has a colour that means something there. */
bool html_may_mean_colour(const xmlNode *node);
bool html_colour_means(const xmlNode *node);

/* The same of a cell or row of a table: html_colour_means takes the first row for a head, as where
 * tables only place things; here it is a row as all others. */
bool html_ground_means(const xmlNode *node);

/* The page as libxml2 reads it, owned by the caller, or NULL. `*whole`: false where it is nested
 * too deep to be read to its end. */
xmlDoc *html_parse(const char *html, size_t size, bool *whole);

/* Owned by the caller, who keeps it as long as the page: of struct html_view. `base`: where the
 * page stands, or NULL. */
GPtrArray *html_measure(xmlNode *root, const char *base);

/* The address where the page stands, as it says; lent by the source; NULL: it does not. */
const char *html_find_base(struct source *source, const xmlNode *root);

static inline struct html_view *html_view(const xmlNode *node)
{
    return node->_private;
}

/* Elements and attributes. What is lent lives as long as the page. */
bool html_is(const xmlNode *node, const char *name);
bool html_is_one_of(const xmlNode *node, const char *const *names);
bool html_is_block(const xmlNode *node);

int html_heading_level(const xmlNode *node);             /* 0: it is none */
char *html_value(const xmlNode *node, const char *name); /* of an attribute; owned by the caller */
char *html_lang(const xmlNode *node);                    /* that it says; owned by the caller */
bool html_value_is(const xmlNode *node, const char *name, const char *value);
bool html_value_has(const xmlNode *node, const char *name, const char *part);
bool html_has_class(const xmlNode *node, const char *const *names); /* one of these words */
/* The words below the node (NULL: none) on one line; owned by the caller. */
char *html_words(const xmlNode *node);
const xmlNode *html_after(const xmlNode *node, const xmlNode *root, bool down);

/* How words look where the walk is. */
struct html_look {
    struct source *source;
    unsigned depth[MARK_COUNT];
    const xmlNode *link, *abbreviation; /* the outermost, or NULL */
    const xmlNode *at;                  /* the innermost that was entered */
    struct ink_look look;
};

void html_look_enter(struct html_look *look, const xmlNode *node);
void html_look_leave(struct html_look *look, const xmlNode *node);
/* An element that strikes its words; html_note_strike: lists one whose looks do not. */
bool html_is_strike(const xmlNode *node);
void html_note_strike(struct walk *w, const xmlNode *node);

/* For where the walk is: no stress in headings, which are bold by themselves. */
struct ink_look html_look_now(const struct html_look *look, bool in_heading);

/* Levels of Word's lists. */
#define WORD_LEVELS 9

struct walk {
    struct source *source;
    struct html_look look;
    struct ink *ink; /* of the line so far */
    int number;      /* where it starts; 0: nothing in it yet */
    enum line_kind kind;
    int level, last_level; /* of the heading that is read, of the last real one */
    int deeper; /* headings are so many levels, as they stand below one that opens them */
    struct holder *holder;
    const xmlNode *heading; /* the outermost one that we are in, or NULL */
    const xmlNode *context; /* the part of the page around the article, or NULL */
    const char *why;        /* it is dropped */
    bool aside;             /* but may hold facts */
    bool breaks;            /* the next line goes on with the paragraph of this one */
    bool of_person;         /* some of the line so far is a person's */
    enum found_key sign;    /* what an icon before the line's words says of them; NAME: nothing */
    const char *service;    /* for messages that such an icon names; static; NULL: none */
    bool is_entry;          /* some of it leads from the page's edge to another page */
    bool has_heading;
    unsigned letters;       /* of the whole page */
    bool own_looks;         /* no style sheet elsewhere says how its words look */
    const char *base;       /* of addresses; NULL: not known; lent by the source */
    GPtrArray *notes;       /* of struct change *, without their line: for the line that is read */
    GPtrArray *said;        /* of GPtrArray *: what the page says of the clinic for machines */
    const char *task;       /* the box before what comes next, static; NULL: none */
    bool in_caption;        /* of a figure */
    bool behind;            /* something that opens and closes has ended, and nothing follows yet */
    bool placed;            /* a table that places things has begun, and none of its words yet */
    bool term;              /* what comes next belongs to the term before it */
    const xmlNode *address; /* the element for one, or NULL */
    const xmlNode *own;     /* of one of our own pages: what `of_page` is said of, or NULL */
    enum of_page of_page;
    struct holder *word_items[WORD_LEVELS]; /* the last item of each level of a list of Word's */
    int word_depth;                         /* of them, those that may have items below them */
    const xmlNode *layout;          /* the outermost table that only places things, or NULL */
    struct import_picture *picture; /* the last one, which a caption below may belong to, or NULL */
};

#define HTML_CLOSED "the page does not show this: check whether it belongs here"
#define HTML_PARTED "words that only the page's looks part: check where one ends"

#define HTML_HEARD                                                                                 \
    "words for those who cannot see the sign beside them: they are text now, check them"
#define HTML_SIGN "a sign stands here that may say no: say it in words"

/* The name of a picture's file says that it shows a cross or the like. */
bool html_file_says_no(const char *address);

/* Ends the line, if there is anything in it; or the block as well. */
void html_flush(struct walk *w);
void html_flush_block(struct walk *w);

/* A line of its own that is dropped, wherever it stands; lent. */
struct input_line *html_drop(struct walk *w, const xmlNode *node, const char *text,
                             const char *why);

/* Notes for the line that is being read that its sense may change; copies the text. */
void html_note(struct walk *w, const char *text, const char *why);

/* Notes words that lose their language or direction (ink_drop_spans), and those that only the
 * page's looks may part. */
void html_settle_ink(struct walk *w, struct ink *ink);

/* Adds a line as it is, in the place where the walk is; lent. Takes `marked`. */
struct input_line *html_add(struct walk *w, enum line_kind kind, int number, const char *text,
                            char *marked);

/* What a part of a page is that is not the article. */
struct html_part {
    const char *why;
    bool aside;  /* contact facts are looked for in it */
    bool hidden; /* never shown: its words are not listed one by one */
};

/* NULL: it may be the article. `letters`: of the whole page. */
const struct html_part *html_part_of(const xmlNode *node, unsigned letters);

/* Links past the head of the page to its text; marks behind a footnote that lead back to the text,
 * and say nothing; lists of links to other pages of the site, and to places in the page itself;
 * what lists anything at all, here other pages, each little but a link. */
bool html_is_skip_link(const xmlNode *node);
bool html_is_back_sign(const xmlNode *node);
bool html_is_menu(const xmlNode *node);
bool html_is_contents(const xmlNode *node);
bool html_is_list_of_links(const xmlNode *node);

/* A menu of links side by side, with signs between them. */
bool html_is_bar(const xmlNode *node);

/* Words there lead to another page than the first of a site, or are an entry of a menu. */
bool html_leads_on(const xmlNode *node);

/* Within a table that places things: a menu; the page's foot. */
bool html_is_cell_menu(const xmlNode *node);
bool html_is_last_row(const xmlNode *node);

/* What such parts of the page are; lent for good. */
extern const struct html_part html_menu, html_foot, html_unseen;

/* True for a part of the article that the page does not show, and that nothing in it opens. */
bool html_is_closed_text(const xmlNode *node);

/* The same, or words of the article that its looks hide. */
bool html_is_kept_unseen(const xmlNode *node);

/* What starts and ends with blocks: headings, lists, quotations, terms and their meanings. */
void html_enter_block(struct walk *w, const xmlNode *node);
void html_leave_block(struct walk *w, const xmlNode *node);

/* Finds footnotes, and the links to and from them; after html_measure. */
void html_find_notes(struct source *source, xmlNode *root);

/* Writes a link to a footnote, or drops one back from it; false: it is neither. */
bool html_read_note_link(struct walk *w, struct ink *ink, const xmlNode *node);

/* Starts a footnote. */
void html_hold_note(struct walk *w, const xmlNode *node);

/* Starts what a link leads to, where there is an address. */
void html_enter_link(struct walk *w, const xmlNode *node);

/* The mail address that an element hides from machines; owned by the caller; NULL: none. */
char *html_hidden_mail(const xmlNode *node);

/* Learns in which things of schema.org the element stands; before html_read_schema. */
void html_enter_thing(const xmlNode *node);

/* Notes what the element says of the clinic for machines. */
void html_read_schema(struct walk *w, const xmlNode *node);

/* Learns from the page's head: the window's title, whose page it is, its address. False: nothing
 * below is wanted. */
bool html_read_head(struct walk *w, const xmlNode *node);

/* The box of a task, or a field, in the line or cell `ink`; html_read_task: one that is no field of
 * a form. */
void html_read_box(struct walk *w, struct ink *ink, const xmlNode *node);
void html_read_task(struct walk *w, const xmlNode *node);

/* Writes the number that a counter ends at; false: the element is none. */
bool html_read_counter(struct walk *w, const xmlNode *node);

/* Learns what an icon says of the words behind it. */
void html_read_icon(struct walk *w, const xmlNode *node);

/* Lists a sign without words that may say no, or says something in a cell; what it says to ears
 * alone is listed, too, or all that a cell says (`ink`). */
void html_note_sign(struct walk *w, struct ink *ink, const xmlNode *node);

/* True for words that only those hear who cannot see the page (`part`), and say what the sign
 * beside them means, which has no words itself: they are the text's. */
bool html_says_sign(const xmlNode *node, const struct html_part *part);

/* True within a cell of a table that has no words. */
bool html_in_wordless_cell(const xmlNode *node);

/* True for words that bring up others when they are pointed at or pressed. */
bool html_is_tipped(const xmlNode *node);

/* Lists what the page says in attributes that nobody sees: words for a pointer, sources. */
void html_note_unseen(struct walk *w, const xmlNode *node);

/* What the page has no sign for: bars of fractions, roots, brackets; static; NULL: nothing there.
 */
const char *html_sign_before(const xmlNode *node);
const char *html_sign_behind(const xmlNode *node);

/* True for the words right above it once more, for displays of other widths. */
bool html_is_twin(const xmlNode *node);

/* Parts what the page's looks part. */
void html_part_words(struct walk *w, const xmlNode *node);

/* Elements that are something else than their names say (Word's, and those of programs) get the
 * names of what they are. */
void html_settle_names(xmlNode *root);

/* An item of a list as Word writes it: a paragraph with its marker. */
void html_enter_word_item(struct walk *w, const xmlNode *node);

/* True for the marker, which is no word of the text. */
bool html_is_word_marker(const xmlNode *node);

/* Puts what follows within a holder of its own, until the element ends. */
void html_hold(struct walk *w, const xmlNode *node, enum holder_kind kind);

/* Lined-up text. */
void html_read_lines(struct walk *w, const xmlNode *node);

/* How the words of a cell are aligned: 'c' in the middle, 'r' at the line's end, 0 as any. `rtl`:
 * the page is written from right to left. */
char html_alignment(const xmlNode *cell, bool rtl);

/* The number that the page gives the item, 0 for a bullet. Counted on the list itself: once each.
 */
int html_item_number(const xmlNode *item);

/* What the words of a cell have: some colour that may mean something, items of a list, a table. */
struct html_cell {
    bool coloured, listed, tabled;
};

/* Adds them to `ink`. */
struct html_cell html_read_cell(struct walk *w, struct ink *ink, const xmlNode *cell);

/* True for a table that does not only place things. */
bool html_is_data(const xmlNode *table);

/* A table that holds data goes into lines; false: it only places things, or is none. */
bool html_read_table(struct walk *w, const xmlNode *table);

/* Pictures (`ink`: of the line or cell that it stands in) and places in them, films and pages
 * within the page. */
void html_read_picture(struct walk *w, struct ink *ink, const xmlNode *node);
void html_read_area(struct walk *w, const xmlNode *node);
void html_read_film(struct walk *w, const xmlNode *node);
/* A film that a program of the page would put there. */
void html_read_kept_film(struct walk *w, const xmlNode *node);

/* What is a heading although its element does not say so. */
bool html_is_hidden_heading(const xmlNode *node);
/* It, or a button in it if it is a heading or another line of words, says for machines whether
 * something is open. html_is_question: a heading, as its element says, that opens what stands below
 * it. */
bool html_is_expander(const xmlNode *node);
bool html_is_question(const xmlNode *node);
bool html_is_tab_list(const xmlNode *node);
bool html_is_panel(const xmlNode *node);
/* The heading of a panel that tabs open; owned by the caller; NULL: it is none. */
char *html_tab_heading(const xmlNode *node);
/* Finds what opens what; after html_find_notes. */
void html_find_openers(xmlNode *root);
/* The same of labels that stand together. `named`: elements by their ids. */
void html_find_tabs(xmlNode *root, GHashTable *named);
/* True when the panel's first heading says these words. */
bool html_says_heading(const xmlNode *panel, const char *words);
/* The level of the highest heading in what a heading opens, not of the one that opens it; 0: none.
 */
int html_highest_heading(const xmlNode *opened);

#endif
