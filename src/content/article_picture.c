/*
 * The picture of an article, as its front matter names it: read into the same nodes as those of its
 * body, so that all that follows treats them alike. Who took it is its caption.
 */
#include "content/article_parts.h"
#include "content/yaml.h"

#include <stddef.h>

/* A longer one is higher than the picture that it stands below. [letters] */
#define LONGEST_CREDIT 200

struct picture {
    struct fact file, alt, credit, fit;
};

static const struct yaml_key picture_keys[] = {
    {"file", YAML_WANT_TEXT, offsetof(struct picture, file)},
    {"alt", YAML_WANT_TEXT, offsetof(struct picture, alt)},
    {"credit", YAML_WANT_TEXT, offsetof(struct picture, credit)},
    {"fit", YAML_WANT_TEXT, offsetof(struct picture, fit)},
};

/* In the order of what they stand for. */
static const char *const fit_words[] = {"whole", "cover", NULL};

static bool is_given(const struct picture *picture, struct pos pos, struct diag *diag)
{
    if (!picture->file.value)
        diag_report(diag, RULE_IMAGE_FILE, pos,
                    "'image' names no 'file': write the name of a PNG or JPEG beside the article");
    else if (!picture->alt.value)
        diag_report(diag, RULE_IMAGE_ALT, picture->file.pos,
                    "the picture '%s' has no words for those who cannot see it: write 'alt:' below "
                    "its 'file:'",
                    picture->file.value);
    return picture->file.value != NULL;
}

/* False, reported: it is too long to stand below a picture. */
static bool credit_is_short(const struct fact *credit, struct diag *diag)
{
    glong letters = credit->value ? g_utf8_strlen(credit->value, -1) : 0;
    if (letters <= LONGEST_CREDIT)
        return true;
    diag_report(diag, RULE_VALUE, credit->pos,
                "'credit' has %ld letters and at most %d stand below a picture: name who took it, "
                "and give the licence in 'sources'",
                letters, LONGEST_CREDIT);
    return false;
}

static void take(struct article *article, const struct picture *picture, struct diag *diag)
{
    struct pos pos = picture->file.pos;
    const struct image *image =
        images_get(article->images, article->directory, picture->file.value, pos, diag);
    if (!image)
        return;
    article->picture = node_new(NODE_PARAGRAPH, pos, NULL);
    struct node *node = node_new(NODE_IMAGE, pos, article->picture);
    node->text = g_strdup(picture->alt.value ? picture->alt.value : "");
    node->as.image.caption = g_strdup(picture->credit.value);
    node->as.image.image = image;
    article_check_lengths(article->picture, diag);
}

void article_read_picture(struct article *article, const struct yaml *yaml, struct diag *diag)
{
    struct picture picture;
    unsigned fit = 0;
    yaml_read(yaml, article->path, picture_keys, G_N_ELEMENTS(picture_keys), &picture, diag);
    if (yaml && is_given(&picture, yaml->key_pos, diag) &&
        fact_choose(&picture.fit, "fit", fit_words, &fit, diag) &&
        credit_is_short(&picture.credit, diag))
        take(article, &picture, diag);
    article->picture_covers = fit == 1;
    article->picture_alt = picture.alt;
    fact_clear(&picture.file);
    fact_clear(&picture.credit);
    fact_clear(&picture.fit);
}
