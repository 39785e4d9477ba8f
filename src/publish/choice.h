/*
 * Which products are made of an article: what its front matter says, else what the command line
 * names, else what its kind and the clinic's style allow.
 */
#ifndef HANDOUT_PUBLISH_CHOICE_H
#define HANDOUT_PUBLISH_CHOICE_H

#include "content/article.h"
#include "content/style.h"
#include "publish/products.h"

enum choice {
    CHOICE_NO,    /* it is not made */
    CHOICE_MAY,   /* nobody named it: where it cannot be made, it is left out */
    CHOICE_NAMED, /* where it cannot be made, that is an error */
    CHOICE_COUNT
};

/* `asked`: the command line names the product. */
enum choice choice_of(const struct article *article, const struct style *style,
                      const struct product *product, bool asked);

/* False: what is chosen is not known, and choice_check() says why. */
bool choice_makes_sense(const struct selection *selection);

/* Reports names of products that there are not, and a choice that says both what is made and what
 * is not. */
void choice_check(const struct selection *selection, struct diag *diag);

/* Reports an article that wants to be shown in the lobby and refuses its screens. */
void choice_check_lobby(const struct article *article, struct diag *diag);

#endif
