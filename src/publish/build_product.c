/*
 * What the store knows of a product and is as it was is taken as it is, with what was found on the
 * way. The page that leads to the other files of its article depends on which these are; and the
 * show is known as a whole (build_show.c).
 */
#include "publish/build_product.h"

#include "base/stop.h"
#include "examine/pairing.h"
#include "publish/attachments.h"
#include "publish/build_key.h"

#include <math.h>

/* Of pages of paper that are painted as pictures, for previews. [px/in] */
#define PREVIEW_DENSITY 150.0

/* One product of one article in the making. */
struct making {
    struct build *build;
    struct work *work;
    const struct labels *labels;
    const struct product *product;
    enum choice choice;
    bool good;          /* it is published when it is made */
    char *key;          /* NULL: the store does not know it */
    struct diag *found; /* on the way */
};

/* A page on the web, unless none is to be made of the article. */
static void name_page(const struct build *build, struct article *article)
{
    bool listed = choice_of(article, build->style, product_listed(), false) != CHOICE_NO;
    g_autofree char *name = g_uri_escape_string(article->name, NULL, FALSE);
    g_free(article->page);
    article->page = listed ? g_strconcat(name, ".html", NULL) : NULL;
}

/* Tells the article what is said of it outside of it. */
static void prepare(const struct build *build, struct article *article)
{
    name_page(build, article);
    siblings_name(build->siblings, article);
}

static struct document *compose_beside(struct build *build, struct work *work,
                                       const struct labels *labels, const struct product *product)
{
    const struct labels *source =
        build_labels(build, work->source->lang, work->source->language.pos);
    g_autoptr(GArray) lines = pairing_lines(work->source, work->article);
    prepare(build, work->source);
    return document_compose_beside((struct wording){work->source, source},
                                   (struct wording){work->article, labels}, lines, build->clinic,
                                   product->medium);
}

const struct document *build_document(struct build *build, struct work *work,
                                      const struct labels *labels, const struct product *product)
{
    const struct document *document = work_find_document(work, product);
    if (document)
        return document;
    prepare(build, work->article);
    struct document *made =
        product->beside ? compose_beside(build, work, labels, product)
                        : product->compose(work->article, build->clinic, labels, product->medium);
    return work_add_document(work, product, made);
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
            work->article, build_document(build, work, labels, product_listed()), build->style);
    return work->attachments;
}

void build_publish(struct build *build, struct work *work, const struct product *product,
                   const struct document *document, struct layout *layout, char *key,
                   struct stored *stored)
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
                                 .stem = work_stem(work, product),
                                 .topic = work->topic,
                                 .act = work->act,
                                 .schedule = work->article ? &work->article->schedule : &always,
                                 .document = document,
                                 .shared = work_shared(work, document),
                                 .layout = layout,
                                 .width_px = layout ? width_px(build, product, layout) : 0,
                                 .party = work->party,
                                 .languages = siblings_of(build->siblings, work->name),
                                 .category = build_category(build, work->article),
                                 .record = work->record,
                                 .key = key,
                                 .stored = stored,
                                 .done = work_unref,
                                 .user = work});
}

struct layout *build_lay_out(const struct build *build, const struct product *product,
                             const struct document *document, bool optional, struct diag *diag)
{
    return product_lay_out(product, (struct layout_job){.document = document,
                                                        .style = build->style,
                                                        .fonts = build->fonts,
                                                        .optional = optional,
                                                        .proof = build->options->proof,
                                                        .diag = diag});
}

void build_note_lang(struct build *build, const struct work *work, const struct product *product)
{
    GPtrArray *langs = build->langs[work->act];
    const char *lang = g_intern_string(work->article->lang);
    if (product->medium == MEDIUM_SCREEN && !g_ptr_array_find(langs, lang, NULL))
        g_ptr_array_add(langs, (gpointer)lang);
}

bool build_publishes(const struct build *build, const struct product *product)
{
    return build->press && !(build->urgent && build_shows(build, product));
}

static bool is_optional(const struct making *making)
{
    return making->product->optional && making->choice == CHOICE_MAY;
}

static void publish(struct making *making, const struct document *document, struct layout *layout)
{
    struct stored *stored = making->key ? stored_new() : NULL;
    if (stored)
        stored_add_findings(stored, making->found);
    build_publish(making->build, making->work, making->product, document, layout,
                  g_steal_pointer(&making->key), stored);
}

/* False when the document cannot be this product (reported). */
static bool make_pages(struct making *making, const struct document *document)
{
    struct build *build = making->build;
    struct layout *layout =
        build_lay_out(build, making->product, document, is_optional(making), making->found);
    if (!layout)
        return false;
    tell_laid_out(build, making->work->article, making->product, layout);
    build_note_lang(build, making->work, making->product);
    if (making->good && build_publishes(build, making->product))
        publish(making, document, layout);
    else
        layout_free(layout);
    return true;
}

/* True, reported, when the document cannot be written as the product. */
static bool is_unwritable(const struct making *making, const struct document *document)
{
    const struct build *build = making->build;
    const struct product *product = making->product;
    bool may = making->choice == CHOICE_MAY;
    struct pos pos = {.path = g_intern_string(making->work->article->path)};
    const struct writing writing = {.document = document, .style = build->style};
    const struct writer *writer = product_maker(product, build->options->as).writer;
    if (!writer->refusal || !build->style)
        return false;
    g_autofree char *why = writer->refusal(&writing, &pos);
    if (why && !product->edition_of)
        diag_report(making->found, may ? RULE_LEFT_OUT : RULE_UNWRITABLE, pos, "%s: %s%s",
                    product->name, may ? "left out: " : "", why);
    return why != NULL;
}

/* What holds on some days of the week or at some hours is for the lobby alone. */
static bool is_all_day(const struct schedule *schedule)
{
    return schedule->weekdays == 0 && schedule->n_times == 0;
}

/* What the list of handouts is to lead to. */
static void put_on_shelf(const struct making *making, const struct document *document)
{
    const struct build *build = making->build;
    const struct article *article = making->work->article;
    if (making->work->act == ACT_ANNOUNCEMENT && is_all_day(&article->schedule))
        shelf_add_notice(build->shelf, article, document);
    if (making->work->act != ACT_ARTICLE)
        return;
    shelf_add(build->shelf, article, document, labels_get(document->labels, LABEL_LANGUAGE_NAME),
              build_category(build, article));
}

/* False when it could not be made (reported), or is left out. */
static bool make_anew(struct making *making)
{
    struct build *build = making->build;
    struct work *work = making->work;
    const struct product *product = making->product;
    if (build_has_pages(build, product) && !build->fonts)
        return false;
    const struct document *document = build_document(build, work, making->labels, product);
    if (build_has_pages(build, product))
        return make_pages(making, document);
    if (is_unwritable(making, document))
        return false;
    build_note_lang(build, work, product);
    if (build->press && making->good)
        publish(making, document, NULL);
    if (product->listed)
        put_on_shelf(making, document);
    return true;
}

enum choice build_choose(const struct build *build, const struct work *work,
                         const struct product *product)
{
    if (build_is_in_passing(build) && build_shows(build, product))
        return CHOICE_NO;
    if (product->beside && !work->source)
        return CHOICE_NO;
    return choice_of(work->article, build->style, product, build->options->asked);
}

/* What a product that leads to the others depends on: which of them there may be. Owned by the
 * caller. */
static char *key_of_all(const struct making *making)
{
    const struct build *build = making->build;
    GString *key = g_string_new(making->work->key);
    for (const struct product *const *at = build->options->products; *at; at++) {
        const struct painter *also = second_painter(build, *at);
        g_string_append_printf(key, " %s%s%d", (*at)->name, also ? also->name : "",
                               build_choose(build, making->work, *at));
    }
    return g_string_free(key, FALSE);
}

/* What stands beside its source depends on both. Owned by the caller. */
static char *key_of_both(const struct making *making)
{
    g_autofree char *source = build_key_article(making->build, making->work->source);
    return g_strdup_printf("%s %s", making->work->key, source);
}

/* Owned by the caller; NULL: the store does not know such products. */
static char *key_of(const struct making *making)
{
    const struct build *build = making->build;
    const struct product *product = making->product;
    if (!making->work->record || build_shows(build, product))
        return NULL;
    g_autofree char *all = product->listed   ? key_of_all(making)
                           : product->beside ? key_of_both(making)
                                             : NULL;
    return build_key_product(all ? all : making->work->key, product,
                             product_maker(product, build->options->as),
                             second_painter(build, product), is_optional(making));
}

/* What was made before, as the build would make it. */
static bool take(const struct making *making, const struct stored *stored)
{
    struct build *build = making->build;
    stored_tell_findings(stored, making->found);
    if (stored->files->len == 0)
        return false;
    if (making->good)
        press_add_made(build->press, stored, making->work->party);
    if (making->product->listed)
        put_on_shelf(making, build_document(build, making->work, making->labels, making->product));
    return true;
}

/* That it is left out is kept in mind, too. */
static void keep_left_out(struct making *making)
{
    if (!making->key || !making->good || diag_errors(making->found) > 0 || stop_asked())
        return;
    struct stored *stored = stored_new();
    stored_add_findings(stored, making->found);
    record_put(making->work->record, making->product->name, making->key, stored);
}

static bool make(struct making *making)
{
    making->found = diag_new(false);
    making->key = key_of(making);
    const struct stored *stored =
        making->key ? record_find(making->work->record, making->product->name, making->key) : NULL;
    bool made = stored ? take(making, stored) : make_anew(making);
    if (!made && !stored)
        keep_left_out(making);
    bool shown = build_shows(making->build, making->product);
    diag_absorb(shown ? making->build->show_found : making->build->diag, making->found);
    g_free(making->key);
    diag_free(making->found);
    return made;
}

/* What there is of the product by that maker is old. */
static void drop(const struct build *build, const struct work *work, const struct product *product,
                 struct maker maker)
{
    g_autofree char *file = product_file(product, maker, work_stem(work, product));
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

bool build_products(struct build *build, struct work *work, const struct labels *labels, bool good)
{
    bool shown = true;
    for (const struct product *const *at = build->options->products; *at && !stop_asked(); at++) {
        if (build_shows(build, *at) && build_show_stands(build))
            continue;
        enum choice choice = build_choose(build, work, *at);
        unsigned errors = diag_errors(build->diag);
        struct making making = {.build = build,
                                .work = work,
                                .labels = labels,
                                .product = *at,
                                .choice = choice,
                                .good = good};
        bool made = choice != CHOICE_NO && make(&making);
        if (build_shows(build, *at))
            shown = choice == CHOICE_NO || (made && good);
        else if (good && diag_errors(build->diag) == errors)
            drop_old(build, work, *at, made);
    }
    return shown;
}
