/*
 * From an article to its products: which are wanted, laid out or written, handed to the press, or
 * taken as an earlier build has made them.
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

/* NULL, reported to `diag`, as product_lay_out has it. `optional`: nobody named the product. */
struct layout *build_lay_out(const struct build *build, const struct product *product,
                             const struct document *document, bool optional, struct diag *diag);

/* Keeps the language of an article that the show has in mind. */
void build_note_lang(struct build *build, const struct work *work, const struct product *product);

/* False: it is laid out for its findings alone. */
bool build_publishes(const struct build *build, const struct product *product);

/* Hands it to the press. Takes `layout` (NULL for a writer), `key` and `stored`: what the store is
 * to know when it is made; both NULL: nothing. */
void build_publish(struct build *build, struct work *work, const struct product *product,
                   const struct document *document, struct layout *layout, char *key,
                   struct stored *stored);

/* All products that are wanted. With `good` false they are made for their findings alone. False
 * when the show wants the article and cannot have it. */
bool build_products(struct build *build, struct work *work, const struct labels *labels, bool good);

#endif
