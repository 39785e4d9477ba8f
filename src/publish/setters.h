/*
 * Lays products out in several threads, each with fonts of its own. Which thread sets a text never
 * shows in it.
 */
#ifndef HANDOUT_PUBLISH_SETTERS_H
#define HANDOUT_PUBLISH_SETTERS_H

#include "base/tasks.h"
#include "publish/keep.h"
#include "publish/products.h"

/* Lays out in this thread, as product_lay_out has it, with fonts of `keep`, which has some. */
struct layout *setters_lay_out(struct keep *keep, const struct product *product,
                               struct layout_job job);

struct setters;

/* Both are borrowed; `tasks` is of the caller's thread. */
struct setters *setters_new(struct keep *keep, struct tasks *tasks);
/* All that was started has been waited for. */
void setters_free(struct setters *setters);

/* One layout on its way. */
struct setting;

/* Starts it, or does so when more is started or waited for; of one caller's thread, as is
 * setting_wait. All that the job borrows stands until setting_wait; nobody else uses its `diag`
 * until then. Once the program is asked to stop, what has not begun comes to nothing. */
struct setting *setters_start(struct setters *setters, const struct product *product,
                              const struct layout_job *job);

/* Waits for it and frees it: what product_lay_out has returned, and which worker has called it
 * (`worker` may be NULL). */
struct layout *setting_wait(struct setting *setting, struct worker **worker);

#endif
