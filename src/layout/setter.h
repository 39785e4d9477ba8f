/*
 * The typesetter's desk: what every file of layout/ needs while it sets one product.
 */
#ifndef HANDOUT_LAYOUT_SETTER_H
#define HANDOUT_LAYOUT_SETTER_H

#include "base/diag.h"
#include "content/style.h"
#include "document/document.h"
#include "layout/font.h"
#include "layout/profile.h"

struct setter {
    const char *product; /* as messages name it: "large" */
    struct fonts *fonts;
    PangoContext *context;
    const struct document *document;
    const struct style *style;
    const struct profile *profile;
    double body;         /* [pt] real em size of body text */
    double leading;      /* [pt] baseline distance of body text */
    double tracking;     /* [em] added between letters of scripts that do not join */
    double frame_height; /* [pt] of an empty frame: the most that a picture may ask for */
    bool enlarge_images; /* pictures fill the width (screens), else they keep a fine resolution
                            (paper) */
    bool break_words;    /* a word wider than its line may be broken (paper), else it is an error
                            (screens) */
    bool probing;        /* only trying a size: what does not fit is not reported */
    struct diag *diag;
    bool failed; /* something did not fit or could not be set; reported */
};

/* Values of a kind of text in this product. [pt] */
double setter_size(const struct setter *setter, enum text_kind kind);
double setter_leading(const struct setter *setter, enum text_kind kind);
struct color setter_color(const struct setter *setter, enum text_kind kind);
const struct look *setter_look(const struct setter *setter, enum text_kind kind);

struct layout_job;

/* Makes ready to do `job` with `profile`; body size and leading from the profile. */
void setter_init(struct setter *setter, const struct layout_job *job,
                 const struct profile *profile);
void setter_clear(struct setter *setter);

#endif
