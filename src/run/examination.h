/*
 * What `handout check` tells beyond findings: the numbers of every article and product, and an aid
 * for the people who judge what no program can.
 */
#ifndef HANDOUT_RUN_EXAMINATION_H
#define HANDOUT_RUN_EXAMINATION_H

#include "content/article.h"
#include "examine/readability.h"
#include "layout/measure.h"

#include <stdio.h>

/* A product's numbers. */
struct examined_product {
    const char *name; /* of the product; static */
    struct layout_numbers numbers;
};

/* An article's numbers. */
struct examined_article {
    const char *path; /* interned */
    char *lang;
    struct reading reading;
    GArray *products; /* of struct examined_product */
};

struct examination;

struct examination *examination_new(void);
void examination_free(struct examination *examination);

void examination_add_article(struct examination *examination, const struct article *article,
                             const struct reading *reading);

/* A product, by its name (static), of the article added last. */
void examination_add_product(struct examination *examination, const char *name,
                             struct layout_numbers numbers);

/* The numbers, a PEMAT pre-check (never a score: only people can give one), and a last line with
 * the sums of findings. */
void examination_print(const struct examination *examination, const struct diag *diag, FILE *out);

/* One JSON object: "findings" as diag_to_json gives them, "articles" with their numbers,
 * "silenced". Owned by the caller. */
char *examination_to_json(const struct examination *examination, const struct diag *diag);

#endif
