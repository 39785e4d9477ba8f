/*
 * What is known of the files of a product by its job alone. Internal to press.c.
 */
#ifndef HANDOUT_PUBLISH_PRESS_JOB_H
#define HANDOUT_PUBLISH_PRESS_JOB_H

#include "publish/press.h"

/* Each of its pages is a file of its own. */
bool press_job_is_by_page(const struct press_job *job);

/* Who makes one of its files: its own maker, and of one file more another painter. */
struct maker press_job_maker(const struct press_job *job, size_t file);

/* Where that file lies below the output directory; owned by the caller. */
char *press_job_name(const struct press_job *job, size_t file);

/* What is reported of that file, at `path`, which is borrowed. */
struct report_file press_job_file(const struct press_job *job, size_t file, char *path);

/* The bytes that its writer makes, which tell of `forms` (of const struct form *), or NULL. Owned
 * by the caller. */
GBytes *press_job_write(const struct press_job *job, const struct style *style,
                        const GPtrArray *forms);

/* Notes how many sides a text for paper has, which only its bytes tell. */
void press_job_count_sides(const struct press_job *job, GBytes *bytes, struct report_file *file);

#endif
