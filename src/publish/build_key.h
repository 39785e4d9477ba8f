/*
 * Keys: hashes over all that products are made from. Two builds whose keys are the same make the
 * same bytes and find the same; whatever may change one of them must be in the key.
 */
#ifndef HANDOUT_PUBLISH_BUILD_KEY_H
#define HANDOUT_PUBLISH_BUILD_KEY_H

#include "publish/build_parts.h"

#include <glib.h>
#include <stdbool.h>

/* Of what is the same for all articles: the program with the libraries and data that it uses, the
 * fonts, the clinic's settings, its logo, the options. All owned by the caller. */
char *build_key_common(const struct build *build);

/* Of one article besides: its source, its pictures, its other languages. */
char *build_key_article(const struct build *build, const struct article *article);

/* Of the lists of handouts, but for what they list: notices tell of today. */
char *build_key_lists(const struct build *build);

/* Of the day. */
char *build_key_today(void);

/* Of what is found when articles are read, beside their files: some of it by the date, and what
 * weighs how much. */
char *build_key_reading(const struct build *build);

/* Of what its checks find, `article` being the key above: some look at the date. */
char *build_key_findings(const struct build *build, const char *article);

/* Of one of its products, `article` being the key above. */
char *build_key_product(const char *article, const struct product *product, struct maker maker,
                        const struct painter *also, bool optional);

/* Of the show that is made of the articles at `paths`, but for their pictures: what is made beside
 * it on paper is for visitors to print. */
char *build_key_show(const struct build *build, const GPtrArray *paths);

#endif
