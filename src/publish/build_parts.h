/*
 * What the files of the build share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_PUBLISH_BUILD_PARTS_H
#define HANDOUT_PUBLISH_BUILD_PARTS_H

#include "base/rows.h"
#include "content/clinic.h"
#include "content/labels.h"
#include "publish/build.h"
#include "publish/keep.h"
#include "publish/last_good.h"
#include "publish/press.h"
#include "publish/setters.h"
#include "publish/shelf.h"
#include "publish/siblings.h"
#include "publish/work.h"

/* One of the articles of a build, of ten thousand. */
struct listed {
    guint64 path : 63; /* as base/paths.h numbers it */
    guint64 built : 1; /* it is known which files are made of it */
};

struct build {
    const struct build_options *options;
    struct diag *diag;
    struct report *report; /* NULL: nothing is published */
    struct style *style;
    struct clinic *clinic;
    struct keep *keep;
    struct fonts *fonts; /* lent by `keep` */
    struct tasks *tasks; /* of the setters and the press */
    struct setters *setters;
    GHashTable *labels;   /* language -> struct labels * */
    bool labels_readable; /* those of the clinic's own; else nothing is published */
    bool choice_sound;    /* that of products in `style`; likewise */
    struct wall *wall;
    struct press *press;
    struct last_good *memory;  /* NULL: nothing is remembered */
    const char *home;          /* interned: the language of the house; NULL: no articles */
    struct glances *glances;   /* at the articles that are there; lent by `keep` where that goes on
                                  to other builds; else NULL when nobody asks any more */
    struct siblings *siblings; /* NULL: settings have errors */
    struct shelf *shelf;       /* handouts that have a page on the web */
    char *facts;  /* hash of the settings, taken before they are read: what is written to them
                     meanwhile is for the next build to find; NULL: nothing is published */
    char *inputs; /* key of what all products depend on; beside a memory */
    char *today;  /* key of the day on which it began; beside a memory */
    bool leaves;  /* articles that are as they were, and not shown, to the build that follows */
    struct show_record
        *show; /* what there is of it; NULL: none is to be made, or it is not known */
    struct pictures *pictures; /* beside a memory */
    struct diag *show_found;   /* while the show was made */
    bool unshelved;            /* one has errors: the list stays as it was */
    bool urgent;               /* the urgent message is the show: articles are not in it */
    bool urgent_over;          /* it has ended, whatever end the one on the wall has */
    bool has_urgent;           /* its file is there, whatever it says */
    struct rows listed;        /* of struct listed: the articles that are there, in their order */
    bool all_listed;           /* each of them could be found, and has files of its own */
    bool folders_readable;     /* all that articles may lie in; likewise */
    GPtrArray *langs[ACT_CONTACT]; /* by act, of const char *, interned: the languages of screens */
};

/* Reads facts, style and checks, and loads the fonts. */
void build_load_settings(struct build *build);

/* Where another panel is asked for than the clinic's, the style is of that one; how people read,
 * and what the panel hides, stay the clinic's. */
void build_use_panel(const struct build *build, struct style *style);

/* True when all that every product needs is there and without errors: facts, style, the clinic's
 * own labels, fonts, and no article is out of sight. Else nothing is published. */
bool build_is_settled(const struct build *build);

/* What `count` counts in clinic.yaml, the clinic's own and that of its group. */
unsigned build_count_in_facts(const struct build *build,
                              unsigned (*count)(const struct diag *diag, const char *path));

/* True when the product, or what is made instead of it, has pages. */
bool build_has_pages(const struct build *build, const struct product *product);

/* True when the product's screens go to the wall. */
bool build_shows(const struct build *build, const struct product *product);

/* The product that the show is made of, if it is to be made; NULL: it is not. What stands there may
 * be the urgent message (build->urgent). */
const struct product *build_shown_product(const struct build *build);

/* True when single articles are built for what is printed: a show of them alone would take all
 * others off the wall. */
bool build_is_in_passing(const struct build *build);

/* Loaded once for each language; NULL is remembered too, so that it is reported once. */
const struct labels *build_labels(struct build *build, const char *lang, struct pos from);

/* False: there are none, or they have errors. */
bool build_labels_are_good(const struct build *build, const struct labels *labels);

/* Holds an article against the one that it was translated from; reports what differs, and where
 * there is none of the name that it gives. The work gets the source, if that has no errors. Nothing
 * for what is no translation. */
void build_compare(struct build *build, struct work *work, const struct labels *labels);

/* The record of that name in the store; to be closed. */
struct record *build_record(const struct build *build, const char *name);

/* An article on its way. */
struct opened;

/* One article, from its file to pages that are being set in other threads. NULL: it is left to the
 * build that follows. */
struct opened *build_begin_article(struct build *build, const char *path);

/* From there to the press; one with errors as it was last good. Takes `opened`. In the order in
 * which they were begun. True when it is known which files are made of it, and none is left to the
 * build that follows. */
bool build_end_article(struct build *build, struct opened *opened);

/* The urgent message, published before anything else is made. */
void build_urgent(struct build *build);

/* How to reach the clinic, for the lobby's display, in the languages of the articles there. */
void build_contact(struct build *build);

/* The sheet for who puts up the display, which goes with the show. */
void build_install(struct build *build);

/* Looks whether the show of the articles at `paths` stands as this build would make it. */
void build_show_open(struct build *build, const GPtrArray *paths);

/* True: it does. */
bool build_show_stands(const struct build *build);

/* The show is made of the article's pictures, too. */
void build_show_uses(struct build *build, const struct article *article);

/* Tells of the show that stands; or keeps the one that was made in mind, whose files the report has
 * from index `from` on. */
void build_show_close(struct build *build, guint from);

/* The paths of the articles to build, of `all` that are there, in their order: of const char *,
 * lent by these. Reports what is asked for and not there, and names that clash. */
GPtrArray *build_list(const struct build *build, const GPtrArray *all);

/* What the files of the article at `path` are called (article_name). Interned. */
const char *build_name(const struct build *build, const char *path);

/* The folder that an article (or NULL) stands in; interned; NULL: none. */
const char *build_category(const struct build *build, const struct article *article);

/* Tells the listeners. */
void tell_begun(const struct build *build, unsigned n, unsigned total, const char *path);
/* `user`: the build. */
void tell_heard(void *user, unsigned done, unsigned total);
void tell_examined(const struct build *build, const struct article *article,
                   const struct reading *reading);
void tell_laid_out(const struct build *build, const struct article *article,
                   const struct product *product, const struct layout *layout);
/* About the files of the report from index `from` on. */
void tell_placed(const struct build *build, const struct report *report, guint from);

#endif
