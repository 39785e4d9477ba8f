/*
 * What one build leaves for the next in the same process: fonts that are loaded, faces that are cut
 * for the browser, screens that are painted. `handout watch` builds again and again, and almost
 * everything is as it was.
 */
#ifndef HANDOUT_PUBLISH_KEEP_H
#define HANDOUT_PUBLISH_KEEP_H

#include "base/diag.h"
#include "layout/font.h"
#include "layout/page.h"
#include "player/webfont.h"

struct briefs;
struct glances;
struct keep;
struct last_good_kept;
struct store;

struct keep *keep_new(void);
void keep_free(struct keep *keep);

/* Whether the last build is followed by the next one at once, which takes articles as that one saw
 * them. */
void keep_follow(struct keep *keep, bool followed);
bool keep_is_followed(const struct keep *keep);

/* That a build has seen to all articles with these inputs (build_key_common), and removed what was
 * made with others; whether the last one to do so had these. */
void keep_put_inputs(struct keep *keep, const char *inputs);
bool keep_has_inputs(const struct keep *keep, const char *inputs);

/* True when it is asked for the first time, or was asked about another directory the last time. */
bool keep_is_new(struct keep *keep, const char *out_dir);

/* The font set, lent; loaded when it is not there yet or another one is asked for. NULL, reported,
 * when it cannot be loaded. */
struct fonts *keep_fonts(struct keep *keep, const char *path, const char *family,
                         struct diag *diag);

/* Tells the fonts that are lent from others, as they were when they were loaded: their files may be
 * others by now. Lent; NULL: none are loaded. */
const char *keep_fonts_state(const struct keep *keep);

/* The fonts for one thread, until it gives them back: those that no thread has, else a copy. Any
 * thread; only while there are fonts. */
struct fonts *keep_borrow_fonts(struct keep *keep);
void keep_return_fonts(struct keep *keep, struct fonts *fonts);

/* Forgets the fonts and all that was made with them: their files changed. */
void keep_drop_fonts(struct keep *keep);

struct webfonts *keep_webfonts(struct keep *keep);

/* What was made before of each article, what its file told at a look, what is known of it and what
 * is remembered; lent. */
struct store *keep_store(struct keep *keep);
struct glances *keep_glances(struct keep *keep);
struct briefs *keep_briefs(struct keep *keep);
struct last_good_kept *keep_last_good(struct keep *keep);

/*
 * The painted picture of a page that looks exactly like this one, or NULL; a reference of the
 * caller's. `digest` (freed by the caller) names it for keep_add_picture. Any thread.
 */
GBytes *keep_find_picture(struct keep *keep, const struct page *page, const char *title,
                          const char *lang, int width_px, char **digest);
void keep_add_picture(struct keep *keep, const char *digest, GBytes *picture);

/* Forgets pictures, records and articles that were not asked for since the last call: after all
 * that is built at once. */
void keep_end_build(struct keep *keep);

#endif
