/*
 * What the files of the import share among themselves. Nobody else includes this.
 *
 * All inputs become lines. The steps after mark lines that are not for the article (facts first,
 * then left-overs of the web page), and what is left unmarked is shaped into the article.
 */
#ifndef HANDOUT_IMPORT_PARTS_H
#define HANDOUT_IMPORT_PARTS_H

#include "import/import.h"

#include <stdbool.h>

enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING, /* known to be one: `level` 1 to 6 */
    LINE_ITEM,    /* of a list: `level` is its number, 0 for a bullet */
    LINE_ROW,     /* of a table: cells parted by tabs */
    LINE_KIND_COUNT
};

struct line {
    enum line_kind kind;
    int level;
    int number;      /* in the input, from 1; 0: unknown */
    char *text;      /* spaces collapsed, none at the ends; BLANK: "" */
    const char *why; /* dropped: the reason; NULL: not dropped */
    bool is_fact;    /* stands in clinic.yaml */
    bool aside;      /* dropped as part of the page around the article; may still be a fact */
};

enum found_key {
    FOUND_NAME,
    FOUND_TELEPHONE,
    FOUND_EMAIL,
    FOUND_URL,
    FOUND_ADDRESS,
    FOUND_HOURS,
    FOUND_KEY_COUNT
};

/* One line that belongs to a contact fact. */
struct found {
    enum found_key key;
    char *value; /* as clinic.yaml wants it; NULL: the line only says what the fact is, or says it
                    in a way that clinic.yaml has no form for */
    const struct line *line;
};

struct source {
    const char *path;    /* interned */
    char *lang;          /* NULL: not said */
    bool structured;     /* the input itself says what its headings are */
    GPtrArray *lines;    /* of struct line *, owned */
    GPtrArray *found;    /* of struct found *, owned */
    struct line *window; /* HTML: the browser window's title, or NULL; lent */
};

/* The last line becomes `text` with every run of spaces and characters that no text holds
 * collapsed into one space; without any words, a blank. Bytes that are not UTF-8 (a page may
 * declare an encoding that it does not keep to) become U+FFFD. Lent. */
struct line *source_add(struct source *source, enum line_kind kind, int number, const char *text);

/* Notes that `line` belongs to a fact; takes `value`. */
void source_found(struct source *source, enum found_key key, char *value, struct line *line);

/* Reads an HTML page into lines. */
void import_read_html(struct source *source, const char *html, size_t size);

/* The document as HTML, made by pandoc; NULL with RULE_IMPORT_PANDOC reported. */
GBytes *import_convert(const char *path, struct diag *diag);

/* Marks the lines that hold contact facts and adds them to `source->found`. */
void import_find_facts(struct source *source);

/* English words for opening hours ("Monday to Friday, 9 am to 5 pm") in the syntax of
 * content/hours.h, owned by the caller; NULL when they are anything else. */
char *import_hours(const char *words);

/* Marks what belongs to the web page and not to its text. */
void import_drop_leftovers(struct source *source);

/* The article made of the unmarked lines, and its title in `*out_title` (NULL: none found), both
 * owned by the caller. NULL: there are no such lines. A page's window may give the title, and is
 * then not dropped. */
char *import_shape(struct source *source, char **out_title);

/* The text of clinic.yaml; owned by the caller. */
char *import_write_clinic(const struct source *source);

/* `text` as a double-quoted YAML scalar; owned by the caller. */
char *import_quote(const char *text);

/* Appends `text` as Markdown that shows exactly these words. `in_cell`: of a table. */
void import_escape(GString *out, const char *text, bool in_cell);

#endif
