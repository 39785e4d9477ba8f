/*
 * What a build knows of a product: whether it is wanted of an article, what it is made of and by,
 * how it goes to the press.
 */
#ifndef HANDOUT_PUBLISH_BUILD_PRODUCT_H
#define HANDOUT_PUBLISH_BUILD_PRODUCT_H

#include "publish/build_parts.h"
#include "publish/choice.h"
#include "publish/work.h"

/* Whether the product is made of the article in this build. */
enum choice build_choose(const struct build *build, const struct work *work,
                         const struct product *product);

/* The document that the product is made of; composed when it is first asked for. */
const struct document *build_document(struct build *build, struct work *work,
                                      const struct labels *labels, const struct product *product);

/* How it is laid out, with fonts that are still to be found. `optional`: nobody named the product.
 */
struct layout_job build_layout_job(const struct build *build, const struct document *document,
                                   bool optional, struct diag *diag);

/* What paints the product once more; NULL: nothing. (What is painted as a picture is so for one
 * purpose alone.) */
const struct painter *build_second_painter(const struct build *build,
                                           const struct product *product);

/* Keeps the language of an article that the show has in mind. */
void build_note_lang(struct build *build, const struct work *work, const struct product *product);

/* False: it is laid out for its findings alone. */
bool build_publishes(const struct build *build, const struct product *product);

/* What a product is made of, beside its document. */
struct set {
    struct layout *layout;  /* NULL for a writer */
    struct worker *laid_by; /* NULL: no matter which */
    char *key;              /* with `stored` what the store is to know when it is made */
    struct stored *stored;  /* both NULL: nothing */
};

/* Hands it to the press. Takes all that is in `set`. */
void build_publish(struct build *build, struct work *work, const struct product *product,
                   const struct document *document, struct set set);

#endif
