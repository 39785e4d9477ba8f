/*
 * What a build has to tell: the files that it made, and its findings, as text or as JSON.
 */
#ifndef HANDOUT_PUBLISH_REPORT_H
#define HANDOUT_PUBLISH_REPORT_H

#include "base/diag.h"
#include "publish/report_files.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* What of the show is read aloud. */
struct report_speech {
    unsigned files;   /* of sound; 0: nothing is, or the show is as before */
    unsigned anew;    /* of them, those that no build before has made */
    unsigned seconds; /* of speech */
    gsize bytes;
    double took_s; /* to make them */
};

/* What is to be said about the show. */
struct report_show {
    bool is_wanted;                 /* screens were to be made */
    bool is_current;                /* the show is that of this build */
    guint removed_from, removed_to; /* of the files removed, those of the show of before: a
                                       screen's file has another name whenever it changes */
    char *build_id;      /* of the show that this build has made, new or as before; else NULL */
    char *since;         /* else: when it was made, as clock_minute tells it; NULL: there is none */
    unsigned loop_s;     /* [s] one round; 0: no show was made */
    unsigned articles_s; /* [s] of it, what articles take */
    struct report_speech speech;
    char *urgent;      /* "2026-03-31 17:00": it is the urgent message until then, "": it has no
                          end; else NULL */
    gint64 urgent_end; /* [s since 1970] the same; 0: it is not */
    GPtrArray
        *as_before;     /* of char *: articles with errors that are shown as they were last good */
    GPtrArray *missing; /* of char *: articles that are not in the show and should be */
};

/* How far the first build for the front desk has come, in articles. */
struct report_making {
    unsigned done, of; /* of 0: it has come to its end, or it is another build */
};

struct report {
    struct report_files *files; /* whole and in their place, new or as before */
    GPtrArray *removed;         /* of char *: paths of files of ours that are no longer there */
    struct report_show show;
    struct report_making making;
};

/* The member of the report as JSON that tells of it. */
#define REPORT_MAKING "making"

struct report *report_new(void);
void report_free(struct report *report);

/* Copied. */
void report_add_file(struct report *report, struct report_file file);

/* An article with errors: in the show as it was last good, by the source at `source`; or not in it.
 */
void report_add_as_before(struct report *report, const char *article, const char *source);
void report_add_missing(struct report *report, const char *article);

/* The show is the urgent message until `end`, which is `seconds` since 1970; "" and 0: for ever. */
void report_set_urgent(struct report *report, const char *end, gint64 seconds);

/* One line a file: its path, pages and size; for screens what can be said about them; the length of
 * the show. Not `verbose`: one line for all screens of an article, but for those in letters smaller
 * than their distance asks for. */
void report_print(const struct report *report, bool verbose, FILE *out);

/* The last lines: what is not in the show as it should be; then how many files lie in which folder,
 * how many products were left out, how many warnings and errors there were, whether the show is up
 * to date. */
void report_print_verdict(const struct report *report, const struct diag *diag, FILE *out);

/*
 * One JSON object: "findings" as `diag_to_json` gives them, "files" with path, article, format,
 * pages, sheets of paper, bytes and for screens an object "screen" with the members of struct
 * report_screen, "removed" paths, "loop_s", "articles_s", and "show" with whether it is "current",
 * else "since" when it stands, "urgent" with when the urgent message ends that is the show ("":
 * never), of what is read aloud "speech" with the members of struct report_speech, and the articles
 * "as_before" and "missing"; and of a build that goes on "making" with the members of struct
 * report_making. Owned by the caller.
 */
char *report_to_json(const struct report *report, const struct diag *diag);

/* The same to the file at `path`. That it cannot be written is no finding: a disk that is full is
 * told by the build. */
void report_write(const struct report *report, const struct diag *diag, const char *path);

#endif
