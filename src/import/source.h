/*
 * What was read, as lines: the tool of all steps of the import, which add lines, mark them and note
 * the facts that they hold.
 */
#ifndef HANDOUT_IMPORT_SOURCE_H
#define HANDOUT_IMPORT_SOURCE_H

#include <glib.h>
#include <stdbool.h>

enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING, /* known to be one: `level` 1 to 6 */
    LINE_ROW,     /* of a table: cells parted by tabs; `level` 1: names the columns */
    LINE_PRE,     /* lines whose ends and blanks mean something, parted by line ends */
    LINE_RULE,    /* between two parts of the text */
    LINE_PICTURE, /* by itself */
    LINE_KIND_COUNT
};

/* What of one of our own pages a line is. */
enum of_page { OF_TEXT, OF_LEAD, OF_ABOUT, OF_PAGE_COUNT };

enum holder_kind { HOLDER_QUOTE, HOLDER_ITEM, HOLDER_NOTE, HOLDER_KIND_COUNT };

/* What lines stand in: a quotation, an item of a list, or a footnote. */
struct holder {
    enum holder_kind kind;
    struct holder *parent; /* NULL: the article itself */
    unsigned depth;        /* of holders, this one too */
    const void *list;      /* ITEM: what tells its list from others */
    int number;            /* ITEM: 0 for a bullet */
    const char *callout; /* QUOTE: what it is for, as Markdown has it ("WARNING"); NULL: nothing */
    const char *label;   /* NOTE: what the text calls it */
    char sign;           /* ITEM: the list's sign, once its marker is written; else NUL */
    bool written;        /* its marker is */
    int indent, words;   /* ITEM of plain text: where its sign and its words begin [characters] */
    int rank;            /* the same: of its sign, from 0, where all begin alike */
    bool round;          /* the same: its sign is the letter o */
};

enum found_key {
    FOUND_NAME,
    FOUND_TELEPHONE,
    FOUND_EMAIL,
    FOUND_URL,
    FOUND_ADDRESS,
    FOUND_HOURS,
    FOUND_POINT, /* a number beside the clinic's own, with what it is for */
    FOUND_FAX,
    FOUND_SERVICES, /* in one line */
    FOUND_KEY_COUNT
};

struct input_line {
    enum line_kind kind;
    int level;
    int number;          /* in the input, from 1; 0: unknown */
    const char *columns; /* ROW: how its table's columns are aligned, 'c' or 'r' or ' ' for each;
                            lent by the source; NULL: not said */
    char *text;          /* spaces collapsed, none at the ends; BLANK and RULE: "" */
    char *marked; /* the same as Markdown within a line (ROW: in cells), or PRE as it is; NULL:
                     nothing in it has a meaning of its own */
    struct holder *holder; /* NULL: the article itself */
    const char *why;       /* dropped: the reason; NULL: not dropped */
    int indent, words;     /* plain text: where it begins, and behind the sign of a list if it has
                              one [characters] */
    bool gap;              /* the same: blanks part its words as they part columns */
    bool breaks;           /* begins where the author ended a line of its paragraph */
    enum of_page of_page;
    GPtrArray *place; /* one of the source's further places, which it is about; lent; NULL: none */
    enum found_key sign; /* what an icon before it says that it is; NAME: nothing */
    const char *service; /* for messages that an icon before it names; static; NULL: none */
    bool is_title;       /* gave the article its title */
    bool is_fact;        /* stands in clinic.yaml */
    bool is_hours;       /* as hours */
    bool is_address;     /* the page says that it is part of an address */
    bool of_person;      /* the page says that it is about a person, and not the clinic itself */
    bool is_entry;       /* of a menu: it leads to another page of the site */
    unsigned order;      /* among the lines, from 0 */
    bool aside;          /* dropped as part of the page around the article; may still be a fact */
    int draft;           /* its line in the article's body, from 1; 0: it is not there */
};

/* One line that belongs to a contact fact. */
struct found {
    enum found_key key;
    char *value; /* as clinic.yaml wants it; NULL: the line only says what the fact is, or says it
                    in a way that clinic.yaml has no form for */
    char *label; /* POINT, FAX: what it is for, in the page's words; else NULL */
    const char *part; /* ADDRESS: the key of the part that it is, static; NULL: a line, not known of
                         what; POINT: its key, static; NULL: as the value looks */
    bool messages;    /* POINT: it leads to a service for messages */
    unsigned point;   /* POINT, FAX: what all keys of one point share; 0: it has this one alone */
    const struct input_line *line;
};

/* A picture that a page shows. Strings are owned. */
struct import_picture {
    char *src, *alt;          /* as the page has them */
    struct input_line *line;  /* dropped, as long as the file is not found */
    struct input_line *below; /* its caption; NULL: none */
    char *name;               /* that it gets beside the article; NULL: not found */
    GBytes *bytes;            /* what it holds; NULL: not found */
};

/* Something whose sense may have changed. */
struct change {
    const struct input_line *line;
    char *text;      /* the words that it is about */
    const char *why; /* static */
};

/* Lines that an element of a page holds, by their order. */
struct extent {
    unsigned from, to; /* `to`: behind the last */
};

struct labels;

struct source {
    const char *path;            /* interned */
    char *lang;                  /* NULL: not said */
    bool guessed;                /* the language is that of the text's words alone */
    struct labels *labels;       /* in that language, once facts are looked for; owned */
    bool structured;             /* the input itself says what its headings are */
    bool marked;                 /* its format has marks for headings, as pages have */
    GPtrArray *lines;            /* of struct input_line *, owned */
    unsigned read;               /* of the lines, those of the input; quotes stand behind them */
    GArray *boxes;               /* of struct extent, those within others before them */
    GPtrArray *found;            /* of struct found *, owned */
    GPtrArray *places;           /* of GPtrArray *, owned: the same of each further place */
    unsigned points;             /* ways to the clinic with more than one key, so far */
    GPtrArray *changes;          /* of struct change *, owned */
    GPtrArray *holders;          /* of struct holder *, owned */
    GPtrArray *pictures;         /* of struct import_picture *, owned until the end */
    GString *front;              /* lines of front matter beside title and language */
    GStringChunk *strings;       /* addresses and the like, each once */
    struct input_line *window;   /* HTML: the browser window's title, or NULL; lent */
    struct input_line *masthead; /* HTML: a heading of level 1 outside of the article, or NULL */
    int logo_number;             /* HTML: the line of the site's logo, a picture or words */
    const char *logo_quote;      /* what it is; lent by `strings` */
    const char *logo_name;       /* whose it says that the site is, the same; NULL: there is none */
};

/* No lines yet. `path` is what places name. */
void source_init(struct source *source, const char *path);

/* Frees what the source owns. */
void source_clear(struct source *source);

/* The last line becomes `text` with every run of spaces and characters that no text holds
 * collapsed into one space; without any words, a blank. Bytes that are not UTF-8 (a page may
 * declare an encoding that it does not keep to) become U+FFFD. Lent. */
struct input_line *source_add(struct source *source, enum line_kind kind, int number,
                              const char *text);

/* A new holder in `parent` (NULL: in the article); lent. One that is too deep for any reader is
 * not made: `parent` is returned. */
struct holder *source_hold(struct source *source, enum holder_kind kind, struct holder *parent);

/* An empty list of struct found *; owned by the caller. */
GPtrArray *source_found_new(void);

/* Notes that `line` belongs to a fact; takes `value`. Lent. */
struct found *source_found(struct source *source, enum found_key key, char *value,
                           struct input_line *line);

/* The first value of the key, lent; NULL: there is none. */
const char *source_value(const GPtrArray *found, enum found_key key);

/* The next link of the line at or after `*at`, which goes behind it: its words and where it leads,
 * both owned by the caller. False: there is no more, and nothing to be freed. */
bool source_next_link(const struct input_line *line, size_t *at, char **words, char **url);

/* The label of the footnote that the line stands in; NULL: in none. */
const char *source_note_of(const struct input_line *line);

/* Notes that something in `line`, about `text`, may have changed its sense. */
void source_changed(struct source *source, const struct input_line *line, const char *text,
                    const char *why);

/* The same of a line of the draft, from 1: for the input's line that it is of. */
void source_changed_at(struct source *source, int draft, const char *text, const char *why);
/* True when that has been noted of the line. */
bool source_is_changed_at(const struct source *source, int draft, const char *why);

/* True for a character that text may hold: what YAML 1.1 takes as printable and not as a line end.
 */
bool source_is_printable(gunichar c);

#endif
