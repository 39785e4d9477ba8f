/*
 * Import: from what staff have (a web page saved as text or as HTML, a word processor's document)
 * to a draft article and the contact facts that stood beside it.
 *
 * Every line of the input has one of three fates: its words are in the article, it stands in
 * clinic.yaml, or it is in the list of what was dropped, each with its place. What marks words has
 * two: the article has it, or it is in the list of what changed. Nothing is added: what the input
 * does not say is left empty, with a comment.
 */
#ifndef HANDOUT_IMPORT_IMPORT_H
#define HANDOUT_IMPORT_IMPORT_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* A line that is neither in the article nor in clinic.yaml. */
struct import_drop {
    struct pos pos;  /* line 0 when the input has no lines of text of its own (.docx) */
    char *text;      /* the line, its spaces collapsed */
    const char *why; /* static */
};

/* Something that the article says, but whose sense may have changed on the way into it. */
struct import_change {
    struct pos pos;  /* in the input; line 0: unknown */
    int line;        /* in the article */
    char *text;      /* the words that it is about */
    const char *why; /* static */
};

/* What became of a line of the input. */
struct import_fate {
    struct pos pos; /* line 0: unknown */
    char *text;
    int line;        /* in the article; 0: it is not there */
    bool is_fact;    /* it stands in clinic.yaml */
    const char *why; /* it was left out: the reason, static; else NULL */
};

/* A picture that the article shows, to be written beside it. */
struct import_file {
    char *name; /* a plain file name */
    GBytes *bytes;
};

struct import {
    char *name;         /* proposed stem of the article's file, as article names are: [a-z0-9-] */
    char *article;      /* the text of NAME.md */
    char *clinic;       /* the text of clinic.yaml */
    GPtrArray *dropped; /* of struct import_drop *: what looks like text of an article first, then
                           in the order of the input */
    GPtrArray *changed; /* of struct import_change *, in the order of the article */
    GPtrArray *fates;   /* of struct import_fate *, in the order of the input, without blank lines;
                           one without a fate is the title */
    GPtrArray *files;   /* of struct import_file * */
    unsigned words;     /* in the article */
};

/*
 * By the ending of the name: .html, .htm and .xhtml are web pages, .md is Markdown of any dialect,
 * .epub is a book of such pages, .docx, .odt and .rtf go through pandoc, .pdf through pdftotext,
 * all else is text. NULL when the file cannot be read or converted, or holds no text (reported).
 */
struct import *import_load(const char *path, struct diag *diag);
void import_free(struct import *import);

/* True when the file's name says that it is a web page, or else a document that could be read. */
bool import_is_page(const char *name);
bool import_is_document(const char *name);

/* The file of that name below the folder, by its real path, owned by the caller; NULL: there is
 * none, or a link leads out of the folder. */
char *import_find_within(const char *folder, const char *name);

/* Two texts of clinic.yaml as one, owned by the caller: `more`, of the page `name`, fills the gaps
 * of `clinic`. Keys of which they say different things go to `differing` (of char *, owned); both
 * are quoted, and what `clinic` says stays. */
char *import_merge_clinic(const char *clinic, const char *more, const char *name,
                          GPtrArray *differing);

/* What `import_load` does with text in UTF-8 and with HTML in any encoding that it declares;
 * `path` is what places name. NULL: no text in it. */
struct import *import_text(const char *text, const char *path);
struct import *import_markdown(const char *text, const char *path);
struct import *import_html(const char *html, size_t size, const char *path);

#endif
