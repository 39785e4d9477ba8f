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
    LINE_ITEM,    /* of a list: `level` is its number, 0 for a bullet */
    LINE_ROW,     /* of a table: cells parted by tabs */
    LINE_KIND_COUNT
};

struct input_line {
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
    const struct input_line *line;
};

struct source {
    const char *path;          /* interned */
    char *lang;                /* NULL: not said */
    bool structured;           /* the input itself says what its headings are */
    GPtrArray *lines;          /* of struct input_line *, owned */
    GPtrArray *found;          /* of struct found *, owned */
    struct input_line *window; /* HTML: the browser window's title, or NULL; lent */
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

/* Notes that `line` belongs to a fact; takes `value`. */
void source_found(struct source *source, enum found_key key, char *value, struct input_line *line);

#endif
