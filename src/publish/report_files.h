/*
 * What is to be told of files, of ten thousand articles, too: what is the same of many is held
 * once, and what is different of each is small.
 */
#ifndef HANDOUT_PUBLISH_REPORT_FILES_H
#define HANDOUT_PUBLISH_REPORT_FILES_H

#include <glib.h>
#include <stdbool.h>

/* What can be said about a lobby screen beside its file. */
struct report_screen {
    unsigned words, lines, seconds; /* seconds: time on the display; 0: the file is no screen */
    double cap_mm, arcmin;          /* least height of capital letters, as seen from the distance */
    double contrast;                /* smallest, of text */
    double reads_to_m;              /* [m] from where it can be read, in letters smaller than the
                                       distance asks for; 0: they are not smaller */
    double d20_m;                   /* [m] from where a 20/20 reader can read it; 0: not known */
    const char *binding;            /* what set the height: "distance" or "mounting"; static */
};

struct report_file {
    char *path;
    const char *article;  /* interned */
    const char *format;   /* its name; static */
    bool again;           /* the product has a file beside it, by its own painter */
    const char *printing; /* how to print it; static; NULL: it is not for the printer */
    unsigned pages;       /* 0: it has none */
    unsigned sheets;      /* of paper that it takes; 0: it is not for the printer */
    gsize bytes;
    char digest[65]; /* of a document (base/digest.h); SHA-256: of a screen */
    struct report_screen screen;
};

struct report_files;

struct report_files *report_files_new(void);
void report_files_free(struct report_files *files);

guint report_files_count(const struct report_files *files);

/* Puts it behind the others; copied. */
void report_files_add(struct report_files *files, const struct report_file *file);

/* Puts all of `from`, which is empty then, behind the others. */
void report_files_move(struct report_files *files, struct report_files *from);

/* The file at that place, as it was added; lent until another is asked for. */
const struct report_file *report_files_at(const struct report_files *files, guint index);

/* What it is like, without what is its own: no path, no article, no size, no digest. For who looks
 * for a few among many. Lent. */
const struct report_file *report_files_like(const struct report_files *files, guint index);

/* The article of the file at that place; interned. */
const char *report_files_article(const struct report_files *files, guint index);

/* Removes all of that format. How many there were. */
guint report_files_remove(struct report_files *files, const char *format);

/* About so many are claimed now: before the first of them. */
void report_files_expect(struct report_files *files, guint count);

/* No file has this place. */
#define REPORT_FILES_NONE G_MAXUINT

/* Adds a file that is still to be made, so that no other takes its path. Its place; or
 * REPORT_FILES_NONE, where another that is claimed has the path. Until all are settled none may be
 * removed. */
guint report_files_claim(struct report_files *files, const struct report_file *file);

/* What there is to be told of the one at that place, now that it is made; its path is the same. */
void report_files_set(struct report_files *files, guint index, const struct report_file *file);

/* It could not be made. Its path stays claimed. */
void report_files_drop(struct report_files *files, guint index);

/* Lets go of the claims, and of the files that are dropped. */
void report_files_settle(struct report_files *files);

#endif
