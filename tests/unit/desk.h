/*
 * A document from Markdown, and a desk to set it at. Header only, for the tests of document/ and
 * layout/.
 */
#ifndef HANDOUT_TESTS_DESK_H
#define HANDOUT_TESTS_DESK_H

#include "scratch.h"

#include "document/document.h"
#include "layout/job.h"
#include "layout/setter.h"

/* Everything that a document borrows, and the document. */
struct desk {
    struct diag *diag;
    struct article *article;
    struct clinic *clinic;
    struct labels *labels;
    struct document *document;
    struct style *style;
    struct fonts *fonts;
    struct setter setter;
};

static const char plain_clinic[] = "name: C\n";

/* The article `body` below the front matter `front` (its title first, or else "T"), composed for
 * `medium`; no announcement, however short. */
static inline void desk_compose(struct desk *desk, struct scratch *s, const char *front,
                                const char *body, const char *clinic, enum medium medium)
{
    const char *title = g_str_has_prefix(front, "title:") ? "" : "title: T\n";
    g_autofree char *text = g_strconcat("---\n", title, front, "kind: article\n---\n", body, NULL);
    g_autofree char *article_path = scratch_write(s, "a.md", text, -1);
    g_autofree char *clinic_path = scratch_write(s, "clinic.yaml", clinic, -1);
    *desk = (struct desk){.diag = s->diag};
    desk->article = article_load(article_path, s->diag);
    desk->clinic = clinic_load(clinic_path, s->diag);
    assert_non_null(desk->article);
    assert_non_null(desk->clinic);
    desk->labels =
        labels_load("content/labels", desk->article->lang, desk->article->language.pos, s->diag);
    assert_non_null(desk->labels);
    desk->document = document_compose(desk->article, desk->clinic, desk->labels, medium);
}

/* How to reach the clinic, as the lobby shows it, in the language `lang`. */
static inline void desk_compose_contact(struct desk *desk, struct scratch *s, const char *lang,
                                        const char *clinic)
{
    g_autofree char *front = g_strdup_printf("lang: %s\n", lang);
    desk_compose(desk, s, front, "Body.\n", clinic, MEDIUM_SCREEN);
    document_free(desk->document);
    desk->document = document_compose_contact(lang, desk->clinic, desk->labels);
}

/* Opens the desk: a setter for its document, in the standard profile. */
static inline void desk_open(struct desk *desk)
{
    const struct layout_job job = {.product = "standard",
                                   .profile = &profile_standard,
                                   .document = desk->document,
                                   .style = desk->style,
                                   .fonts = desk->fonts,
                                   .diag = desk->diag};
    setter_init(&desk->setter, &job, &profile_standard);
    desk->setter.frame_height = 600;
}

/* The same in the default style, with fonts of its own. */
static inline void desk_set_up(struct desk *desk)
{
    desk->style = style_load("none.yaml", desk->diag);
    desk->fonts = fonts_load("fonts/fonts.conf", desk->style->font_family, desk->diag);
    assert_non_null(desk->fonts);
    desk_open(desk);
}

static inline void desk_clear(struct desk *desk)
{
    setter_clear(&desk->setter);
    fonts_free(desk->fonts);
    style_free(desk->style);
    document_free(desk->document);
    labels_free(desk->labels);
    clinic_free(desk->clinic);
    article_free(desk->article);
}

#endif
