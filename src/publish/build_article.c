/*
 * From one article to the press: load, examine, compose, lay out. What cannot be published is still
 * read and laid out as far as it goes, so that one run reports all mistakes; in the show it is
 * stood in for by what it was when it was last good. Awkward: an article, its documents and its
 * layouts point into each other and are let go by worker threads, so they hang together in one
 * counted struct.
 */
#include "publish/build_parts.h"

#include "base/lang.h"
#include "base/stop.h"
#include "publish/attachments.h"
#include "publish/choice.h"

#include <math.h>
#include <string.h>

/* Of pages of paper that are painted as pictures, for previews. [px/in] */
#define PREVIEW_DENSITY 150.0

/* A document that several products can be made of. */
struct composed {
    const struct product *product; /* the one that it was composed for first */
    struct document *document;
};

static void composed_free(void *data)
{
    struct composed *composed = data;
    document_free(composed->document);
    g_free(composed);
}

/* An article with all that was made of it, kept until the last product is painted. */
struct work {
    gint users;
    struct article *article; /* NULL: how to reach the clinic */
    const char *name;        /* interned: the stem of its files */
    const char *topic;       /* interned: that of its source; NULL: no article */
    enum act_kind act;       /* in the show */
    GPtrArray *composed;     /* of struct composed *: each document when it is first needed */
    GPtrArray *attachments;  /* for painters that take some; NULL: none has asked */
    struct party *party;     /* its files; NULL: none is published */
};

static void work_unref(void *data)
{
    struct work *work = data;
    if (!g_atomic_int_dec_and_test(&work->users))
        return;
    g_clear_pointer(&work->attachments, g_ptr_array_unref);
    g_ptr_array_unref(work->composed);
    article_free(work->article);
    g_free(work);
}

/* Takes `article`. */
static struct work *work_new(struct article *article, const char *name)
{
    struct work *work = g_new0(struct work, 1);
    bool announces = article && article->kind == ARTICLE_ANNOUNCEMENT;
    work->users = 1;
    work->article = article;
    g_autofree char *topic = article ? article_source_name(article) : NULL;
    work->name = g_intern_string(name);
    work->topic = g_intern_string(topic);
    work->act = !article ? ACT_CONTACT : announces ? ACT_ANNOUNCEMENT : ACT_ARTICLE;
    work->composed = g_ptr_array_new_with_free_func(composed_free);
    return work;
}

static const struct labels *labels_of(struct build *build, const struct article *article)
{
    struct pos from = {.path = g_intern_string(article->path)};
    return build_labels(build, article->lang, from);
}

static bool need_one_document(const struct product *a, const struct product *b)
{
    return a->compose == b->compose && a->medium == b->medium;
}

/* Takes the document. */
static const struct document *add_document(struct work *work, const struct product *product,
                                           struct document *document)
{
    struct composed *composed = g_new(struct composed, 1);
    *composed = (struct composed){product, document};
    g_ptr_array_add(work->composed, composed);
    return document;
}

/* A page on the web, unless none is to be made of the article. */
static void name_page(const struct build *build, struct article *article)
{
    bool listed = choice_of(article, build->style, product_listed(), false) != CHOICE_NO;
    g_autofree char *name = g_uri_escape_string(article->name, NULL, FALSE);
    g_free(article->page);
    article->page = listed ? g_strconcat(name, ".html", NULL) : NULL;
}

static const struct document *find_document(struct build *build, struct work *work,
                                            const struct labels *labels,
                                            const struct product *product)
{
    for (guint i = 0; i < work->composed->len; i++) {
        const struct composed *composed = work->composed->pdata[i];
        if (need_one_document(composed->product, product))
            return composed->document;
    }
    name_page(build, work->article);
    siblings_name(build->siblings, work->article);
    return add_document(work, product,
                        product->compose(work->article, build->clinic, labels, product->medium));
}

static int width_px(const struct build *build, const struct product *product,
                    const struct layout *layout)
{
    const struct page *first = layout->pages->pdata[0];
    if (product->medium == MEDIUM_SCREEN)
        return build->style->screen.width_px;
    return (int)lround(first->width / POINTS_PER_INCH * PREVIEW_DENSITY);
}

/* What paints the product once more: what is painted as a picture is so for one purpose alone. */
static const struct painter *second_painter(const struct build *build,
                                            const struct product *product)
{
    bool alike = build->options->also && product->painter && !product->painter->by_page;
    return alike && !build->options->as.painter ? build->options->also : NULL;
}

static const GPtrArray *attachments_for(struct build *build, struct work *work,
                                        const struct labels *labels, const struct painter *painter)
{
    if (!painter || !painter->attaches || !work->article)
        return NULL;
    if (!work->attachments)
        work->attachments = attachments_new(
            work->article, find_document(build, work, labels, product_listed()), build->style);
    return work->attachments;
}

/* `layout` is NULL for a writer. */
static void publish_product(struct build *build, struct work *work, const struct product *product,
                            const struct document *document, struct layout *layout)
{
    static const struct schedule always;
    struct maker maker = product_maker(product, build->options->as);
    const struct painter *also = second_painter(build, product);
    const GPtrArray *attachments =
        attachments_for(build, work, document->labels, also ? also : maker.painter);
    g_atomic_int_inc(&work->users);
    press_add(build->press,
              (struct press_job){.product = product,
                                 .maker = maker,
                                 .also = also,
                                 .attachments = attachments,
                                 .article = work->name,
                                 .topic = work->topic,
                                 .act = work->act,
                                 .schedule = work->article ? &work->article->schedule : &always,
                                 .document = document,
                                 .layout = layout,
                                 .width_px = layout ? width_px(build, product, layout) : 0,
                                 .party = work->party,
                                 .languages = siblings_of(build->siblings, work->name),
                                 .done = work_unref,
                                 .user = work});
}

static struct layout *lay_out(const struct build *build, const struct product *product,
                              const struct document *document, bool optional, struct diag *diag)
{
    return product_lay_out(product, (struct layout_job){.document = document,
                                                        .style = build->style,
                                                        .fonts = build->fonts,
                                                        .optional = optional,
                                                        .proof = build->options->proof,
                                                        .diag = diag});
}

/* The language of an article that the show has. */
static void note_lang(struct build *build, const struct work *work, const struct product *product)
{
    GPtrArray *langs = build->langs[work->act];
    const char *lang = g_intern_string(work->article->lang);
    if (product->medium == MEDIUM_SCREEN && !g_ptr_array_find(langs, lang, NULL))
        g_ptr_array_add(langs, (gpointer)lang);
}

/* False: it is laid out for its findings alone. */
static bool is_published(const struct build *build, const struct product *product)
{
    return build->press && !(build->urgent && build_shows(build, product));
}

/* False when the document cannot be this product (reported). With `good` false it is laid out for
 * its findings alone. */
static bool make_pages(struct build *build, struct work *work, const struct product *product,
                       const struct document *document, enum choice choice, bool good)
{
    bool optional = product->optional && choice == CHOICE_MAY;
    struct layout *layout = lay_out(build, product, document, optional, build->diag);
    if (!layout)
        return false;
    tell_laid_out(build, work->article, product, layout);
    note_lang(build, work, product);
    if (good && is_published(build, product))
        publish_product(build, work, product, document, layout);
    else
        layout_free(layout);
    return true;
}

/* True, reported, when the document cannot be written as the product. */
static bool is_unwritable(const struct build *build, const struct work *work,
                          const struct product *product, const struct document *document,
                          enum choice choice)
{
    struct pos pos = {.path = g_intern_string(work->article->path)};
    const struct writing writing = {.document = document, .style = build->style};
    const struct writer *writer = product_maker(product, build->options->as).writer;
    if (!writer->refusal || !build->style)
        return false;
    g_autofree char *why = writer->refusal(&writing, &pos);
    if (why && !product->edition_of)
        diag_report(build->diag, choice == CHOICE_MAY ? RULE_LEFT_OUT : RULE_UNWRITABLE, pos,
                    "%s: %s%s", product->name, choice == CHOICE_MAY ? "left out: " : "", why);
    return why != NULL;
}

static void put_on_shelf(struct build *build, const struct article *article,
                         const struct document *document)
{
    g_autofree char *category = article_category(article->path, build->options->content_dir);
    shelf_add(build->shelf, article, document, labels_get(document->labels, LABEL_LANGUAGE_NAME),
              category);
}

/* False when it could not be made (reported), or is left out. */
static bool make_product(struct build *build, struct work *work, const struct labels *labels,
                         const struct product *product, enum choice choice, bool good)
{
    if (build_has_pages(build, product) && !build->fonts)
        return false;
    const struct document *document = find_document(build, work, labels, product);
    if (build_has_pages(build, product))
        return make_pages(build, work, product, document, choice, good);
    if (is_unwritable(build, work, product, document, choice))
        return false;
    note_lang(build, work, product);
    if (build->press && good)
        publish_product(build, work, product, document, NULL);
    if (product->listed && work->act == ACT_ARTICLE)
        put_on_shelf(build, work->article, document);
    return true;
}

static enum choice choose(const struct build *build, const struct article *article,
                          const struct product *product)
{
    if (build_is_in_passing(build) && build_shows(build, product))
        return CHOICE_NO;
    return choice_of(article, build->style, product, build->options->asked);
}

/* What there is of the product by that maker is old. */
static void drop(const struct build *build, const struct work *work, const struct product *product,
                 struct maker maker)
{
    g_autofree char *file = product_file(product, maker, work->name);
    if (build->memory && !build_shows(build, product))
        last_good_drop(build->memory, work->name, file);
}

/* A product that is not made of the article, or is left out; and a second file of one that this
 * build makes in one. */
static void drop_old(const struct build *build, const struct work *work,
                     const struct product *product, bool made)
{
    if (!made)
        drop(build, work, product, product_maker(product, build->options->as));
    if (product->painter && !(made && second_painter(build, product)))
        drop(build, work, product, (struct maker){.painter = &painter_pdf_2});
}

/* All products that are wanted. False when the show wants the article and cannot have it. */
static bool make_products(struct build *build, struct work *work, const struct labels *labels,
                          bool good)
{
    bool shown = true;
    for (const struct product *const *at = build->options->products; *at && !stop_asked(); at++) {
        enum choice choice = choose(build, work->article, *at);
        unsigned errors = diag_errors(build->diag);
        bool made = choice != CHOICE_NO && make_product(build, work, labels, *at, choice, good);
        if (build_shows(build, *at))
            shown = choice == CHOICE_NO || (made && good);
        else if (good && diag_errors(build->diag) == errors)
            drop_old(build, work, *at, made);
    }
    return shown;
}

/* No error, nor a gap that --strict makes one, in the article. */
static bool is_good(const struct build *build, const char *path)
{
    return diag_errors_in(build->diag, path) == 0;
}

static bool labels_are_good(const struct build *build, const struct labels *labels)
{
    return labels && diag_errors_in(build->diag, labels_path(labels)) == 0;
}

static void examine(struct build *build, const struct article *article, const struct labels *labels)
{
    struct reading reading =
        check_article(article, build->clinic, labels, build->options->depth, build->diag);
    build_compare(build, article, labels);
    choice_check(&article->selection, build->diag);
    choice_check_lobby(article, build->diag);
    tell_examined(build, article, &reading);
}

/* Screens of the source at `path`, whose findings are known already. */
static bool show_source(struct build *build, const char *path, const char *name)
{
    const struct product *product = build_shown_product(build);
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    struct work *work = work_new(article, name);
    const struct labels *labels = article ? labels_of(build, article) : NULL;
    struct layout *layout = NULL;
    if (labels_are_good(build, labels) && choose(build, article, product) != CHOICE_NO)
        layout = lay_out(build, product, find_document(build, work, labels, product), false, diag);
    bool good = layout && diag_errors(diag) == 0;
    if (good) {
        note_lang(build, work, product);
        publish_product(build, work, product, find_document(build, work, labels, product), layout);
    } else {
        layout_free(layout);
    }
    work_unref(work);
    diag_free(diag);
    return good;
}

/* An article that has errors is shown as it was when it had none, under the same facts. */
static void stand_in(struct build *build, const char *path)
{
    g_autofree char *name = article_name(path);
    if (!build->memory || !build_shown_product(build) || build->urgent)
        return;
    g_autofree char *source = last_good_source(build->memory, name);
    if (source && show_source(build, source, name))
        report_add_as_before(build->report, path, source);
    else
        report_add_missing(build->report, path);
}

static void build_good(struct build *build, struct work *work, const struct labels *labels,
                       const char *path)
{
    work->party = build->press ? press_open_party() : NULL;
    bool shown = make_products(build, work, labels, true);
    if (!build->press)
        return;
    press_close_party(build->press, g_steal_pointer(&work->party));
    if (!shown)
        stand_in(build, path);
    else if (build->memory)
        last_good_keep(build->memory, work->article);
}

/* A choice that makes no sense may have meant the show. */
static bool may_want_show(const struct article *article)
{
    return article->lobby != LOBBY_NO && !choice_makes_sense(&article->selection);
}

/* With errors in the article or in what all need: for its findings alone. */
static void build_bad(struct build *build, struct work *work, const struct labels *labels,
                      const char *path)
{
    build->unshelved = true;
    bool readable = labels && build->style && build->clinic;
    bool shown =
        readable && make_products(build, work, labels, false) && !may_want_show(work->article);
    if (!shown && build->press && build_is_settled(build))
        stand_in(build, path);
}

void build_article(struct build *build, const char *path)
{
    struct article *article = article_load(path, build->diag);
    g_autofree char *name = article_name(path);
    struct work *work = work_new(article, name);
    const struct labels *labels = article ? labels_of(build, article) : NULL;
    if (labels)
        examine(build, article, labels);
    if (build_is_settled(build) && labels_are_good(build, labels) && is_good(build, path))
        build_good(build, work, labels, path);
    else
        build_bad(build, work, labels, path);
    if (!article || labels_are_good(build, labels))
        g_ptr_array_add(build->built, (gpointer)work->name);
    work_unref(work);
}

/* In one language. */
static void build_contact_in(struct build *build, const struct product *product, const char *lang)
{
    const struct labels *labels = g_hash_table_lookup(build->labels, lang);
    g_autofree char *preview = g_strconcat(CONTACT_NAME "-", lang, NULL);
    struct work *work = work_new(NULL, build_shows(build, product) ? CONTACT_NAME : preview);
    const struct document *document =
        add_document(work, product, document_compose_contact(lang, build->clinic, labels));
    struct layout *layout = NULL;
    if (build_has_pages(build, product) && build->fonts)
        layout = lay_out(build, product, document, false, build->diag);
    bool made = layout || !build_has_pages(build, product);
    if (layout)
        tell_laid_out(build, NULL, product, layout);
    if (made && is_published(build, product) && build_is_settled(build))
        publish_product(build, work, product, document, layout);
    else
        layout_free(layout);
    work_unref(work);
}

void build_contact(struct build *build)
{
    GPtrArray *langs = build->langs[ACT_ARTICLE];
    if (langs->len == 0)
        langs = build->langs[ACT_ANNOUNCEMENT];
    if (langs->len == 0 && build_labels(build, LANG_DEFAULT, (struct pos){0}))
        g_ptr_array_add(langs, (gpointer)LANG_DEFAULT);
    for (const struct product *const *at = build->options->products; *at; at++) {
        bool wanted = (*at)->medium == MEDIUM_SCREEN &&
                      !(build_shows(build, *at) && build_is_in_passing(build));
        for (guint i = 0; wanted && i < langs->len; i++)
            build_contact_in(build, *at, langs->pdata[i]);
    }
}
