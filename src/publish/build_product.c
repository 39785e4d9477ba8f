#include "publish/build_product.h"

#include "base/intern.h"
#include "base/lang.h"
#include "examine/pairing.h"
#include "publish/attachments.h"

#include <math.h>

/* Of pages of paper that are painted as pictures, for previews. [px/in] */
#define PREVIEW_DENSITY 150.0

/* A page on the web, unless none is to be made of the article. */
static void name_page(const struct build *build, struct article *article)
{
    bool listed = choice_of(article, build->style, product_listed(), false) != CHOICE_NO;
    g_autofree char *name = g_uri_escape_string(article->name, NULL, FALSE);
    g_free(article->page);
    article->page = listed ? g_strconcat(name, ".html", NULL) : NULL;
}

/* Tells the article what is said of it outside of it: before anything is composed of it, as other
 * threads read it then. */
static void prepare(const struct build *build, struct article *article)
{
    if (!article)
        return;
    name_page(build, article);
    siblings_name(build->siblings, article);
    article->foreign = build->home && !lang_same(build->home, article->lang);
}

static struct document *compose_beside(struct build *build, struct work *work,
                                       const struct labels *labels, const struct product *product)
{
    const struct labels *source =
        build_labels(build, work->source->lang, work->source->language.pos);
    g_autoptr(GArray) lines = pairing_lines(work->source, work->article);
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
    if (work->composed->len == 0) {
        prepare(build, work->article);
        prepare(build, work->source);
    }
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

const struct painter *build_second_painter(const struct build *build, const struct product *product)
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
                   const struct document *document, struct set set)
{
    static const struct schedule always;
    struct maker maker = product_maker(product, build->options->as);
    const struct painter *also = build_second_painter(build, product);
    const GPtrArray *attachments =
        attachments_for(build, work, document->labels, also ? also : maker.painter);
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
                                 .layout = set.layout,
                                 .laid_by = set.laid_by,
                                 .width_px = set.layout ? width_px(build, product, set.layout) : 0,
                                 .party = work->party,
                                 .languages = siblings_of(build->siblings, work->name),
                                 .category = build_category(build, work->article),
                                 .record = work->record,
                                 .key = set.key,
                                 .stored = set.stored,
                                 .made = work_leave_words,
                                 .done = work_leave,
                                 .user = work_ref(work)});
}

struct layout_job build_layout_job(const struct build *build, const struct document *document,
                                   bool optional, struct diag *diag)
{
    return (struct layout_job){.document = document,
                               .style = build->style,
                               .optional = optional,
                               .proof = build->options->proof,
                               .diag = diag};
}

void build_note_lang(struct build *build, const struct work *work, const struct product *product)
{
    GPtrArray *langs = build->langs[work->act];
    const char *lang = intern(work->article->lang);
    if (product->medium == MEDIUM_SCREEN && !g_ptr_array_find(langs, lang, NULL))
        g_ptr_array_add(langs, (gpointer)lang);
}

bool build_publishes(const struct build *build, const struct product *product)
{
    return build->press && !(build->urgent && build_shows(build, product));
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
