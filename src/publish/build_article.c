/*
 * From one article to the press: load, examine, compose, lay out; then, when all articles before it
 * are done, tell and publish. What cannot be published is still
 * read and laid out as far as it goes, so that one run reports all mistakes; in the show it is
 * stood in for by what it was when it was last good.
 */
#include "base/paths.h"
#include "publish/build_key.h"
#include "publish/build_making.h"
#include "publish/build_product.h"

#include "base/lang.h"

#include <string.h>

/* An article on its way. */
struct opened {
    struct work *work;
    const struct labels *labels; /* NULL: there are none */
    char *path;
    char *findings;         /* key of what its checks find; NULL: nothing is kept in mind */
    GPtrArray *makings;     /* NULL: it cannot be laid out */
    bool examined;          /* in this build; else what was found before is told */
    struct reading reading; /* of one that is examined */
};

static const struct labels *labels_of(struct build *build, const struct article *article)
{
    struct pos from = {.file = paths_number(article->path)};
    return build_labels(build, article->lang, from);
}

/* No error, nor a gap that --strict makes one, in the article. */
static bool is_good(const struct build *build, const char *path)
{
    return diag_errors_in(build->diag, path) == 0;
}

static void check(struct build *build, struct opened *opened, struct diag *found)
{
    opened->reading = check_article(opened->work->article, build->clinic, opened->labels,
                                    build->options->depth, found);
    opened->examined = true;
}

/* What was found before, if all that it depends on is as it was. Articles with errors are checked
 * anew: nothing is kept of them. */
static void check_once(struct build *build, struct opened *opened)
{
    const struct work *work = opened->work;
    const char *key = opened->findings;
    const struct stored *before = key ? record_find(work->record, STORE_FINDINGS, key) : NULL;
    if (before) {
        stored_tell_findings(before, build->diag);
        return;
    }
    struct diag *found = diag_new(false);
    check(build, opened, found);
    if (key && diag_errors(found) == 0) {
        struct stored *stored = stored_new();
        stored_add_findings(stored, found);
        record_put(work->record, STORE_FINDINGS, key, stored);
    }
    diag_absorb(build->diag, found);
    diag_free(found);
}

static void examine(struct build *build, struct opened *opened)
{
    const struct article *article = opened->work->article;
    check_once(build, opened);
    build_compare(build, opened->work, opened->labels);
    choice_check(&article->selection, build->diag);
    choice_check_lobby(article, build->diag);
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
    if (build_labels_are_good(build, labels) && build_choose(build, work, product) != CHOICE_NO)
        layout = setters_lay_out(
            build->keep, product,
            build_layout_job(build, build_document(build, work, labels, product), false, diag));
    bool good = layout && diag_errors(diag) == 0;
    if (good) {
        build_note_lang(build, work, product);
        build_publish(build, work, product, build_document(build, work, labels, product),
                      (struct set){.layout = layout});
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
    const char *name = build_name(build, path);
    if (!build->memory || !build_shown_product(build) || build->urgent)
        return;
    g_autofree char *source = last_good_source(build->memory, name);
    if (source && show_source(build, source, name))
        report_add_as_before(build->report, path, source);
    else
        report_add_missing(build->report, path);
}

static void end_good(struct build *build, struct opened *opened)
{
    struct work *work = opened->work;
    work->party = build->press ? press_open_party() : NULL;
    bool shown = build_end_products(build, g_steal_pointer(&opened->makings), true);
    if (!build->press)
        return;
    press_close_party(build->press, g_steal_pointer(&work->party));
    if (!shown)
        stand_in(build, opened->path);
    else if (build->memory && build_shown_product(build)) /* it stands in for screens alone */
        last_good_keep(build->memory, work->article);
    build_show_uses(build, work->article);
}

/* A choice that makes no sense may have meant the show. */
static bool may_want_show(const struct article *article)
{
    return article->lobby != LOBBY_NO && !choice_makes_sense(&article->selection);
}

/* With errors in the article or in what all need: for its findings alone. */
static void end_bad(struct build *build, struct opened *opened)
{
    build->unshelved = true;
    bool shown = opened->makings &&
                 build_end_products(build, g_steal_pointer(&opened->makings), false) &&
                 !may_want_show(opened->work->article);
    if (!shown && build->press && build_is_settled(build))
        stand_in(build, opened->path);
}

/* Of what builds before this one have made of it. */
static void open_record(const struct build *build, struct opened *opened)
{
    struct work *work = opened->work;
    if (!build->memory || !work->article)
        return;
    work->record = build_record(build, work->name);
    work->key = build_key_article(build, work->article);
    opened->findings = build_key_findings(build, work->key);
}

/* As far as is known by now. */
static bool may_be_published(const struct build *build, const struct opened *opened)
{
    return build_is_settled(build) && build_labels_are_good(build, opened->labels) &&
           is_good(build, opened->path);
}

/* Takes the work. */
static struct opened *opened_new(struct build *build, struct work *work, const char *path)
{
    struct opened *opened = g_new0(struct opened, 1);
    opened->work = work;
    opened->path = g_strdup(path);
    opened->labels = work->article ? labels_of(build, work->article) : NULL;
    open_record(build, opened);
    return opened;
}

static void opened_free(struct opened *opened)
{
    g_clear_pointer(&opened->makings, g_ptr_array_unref);
    work_unref(opened->work);
    g_free(opened->path);
    g_free(opened->findings);
    g_free(opened);
}

static void begin(struct build *build, struct opened *opened)
{
    struct work *work = opened->work;
    if (opened->labels)
        examine(build, opened);
    if (!may_be_published(build, opened))
        g_clear_pointer(&work->record, record_close);
    if (opened->labels && build->style && build->clinic)
        opened->makings = build_begin_products(build, work, opened->labels);
}

/* The articles that are known by now; NULL: none are kept. */
static struct briefs *known(const struct build *build)
{
    return build->memory && build->options->watched ? keep_briefs(build->keep) : NULL;
}

/* True when what the article's checks find is known. */
static bool is_examined(const struct opened *opened)
{
    return opened->labels && opened->findings &&
           record_find(opened->work->record, STORE_FINDINGS, opened->findings);
}

/* Whether an article that is as it was is left to the build that follows: none of its screens is
 * made. */
static bool is_left(const struct build *build, const struct article *article)
{
    const struct product *shown = build_shown_product(build);
    return build->leaves &&
           (!shown || build->urgent || build_show_stands(build) ||
            choice_of(article, build->style, shown, build->options->asked) == CHOICE_NO);
}

/* An article whose file was as before when the build looked at it, and of which nothing is to be
 * made; NULL: it is another, or its words are needed. What is saved since is the next build's. */
static struct opened *begin_brief(struct build *build, const char *path, const char *name,
                                  bool *left)
{
    struct briefs *briefs = known(build);
    const char *digest = briefs ? glances_digest(build->glances, path) : NULL;
    struct article *article = digest ? briefs_find(briefs, path, digest, NULL) : NULL;
    *left = article && is_left(build, article);
    if (!article || *left)
        return NULL;
    briefs_find(briefs, path, digest, build->diag);
    struct work *work = work_new(article, name);
    work->briefs = briefs;
    struct opened *opened = opened_new(build, work, path);
    if (is_examined(opened))
        begin(build, opened);
    if (!work->record || !opened->makings)
        g_clear_pointer(&opened, opened_free);
    return opened;
}

/* What is found is told; what can be kept of the article is, when its words are not needed any
 * more. */
static struct work *load(struct build *build, const char *path, const char *name)
{
    struct briefs *briefs = known(build);
    struct diag *found = diag_new_like(build->diag);
    struct article *article = article_load(path, found);
    struct work *work = work_new(article, name);
    diag_absorb(build->diag, found);
    if (article && briefs)
        work->brief = brief_new(article, found);
    work->briefs = work->brief ? briefs : NULL;
    diag_free(found);
    return work;
}

struct opened *build_begin_article(struct build *build, const char *path)
{
    const char *name = build_name(build, path);
    bool left;
    struct opened *opened = begin_brief(build, path, name, &left);
    if (opened || left)
        return opened;
    opened = opened_new(build, load(build, path, name), path);
    begin(build, opened);
    return opened;
}

bool build_end_article(struct build *build, struct opened *opened)
{
    if (!opened)
        return false;
    struct work *work = opened->work;
    if (opened->examined)
        tell_examined(build, work->article, &opened->reading);
    if (may_be_published(build, opened))
        end_good(build, opened);
    else
        end_bad(build, opened);
    bool known = !work->article || build_labels_are_good(build, opened->labels);
    opened_free(opened);
    return known;
}

/* In one language. */
static void build_contact_in(struct build *build, const struct product *product, const char *lang)
{
    const struct labels *labels = g_hash_table_lookup(build->labels, lang);
    g_autofree char *preview = g_strconcat(CONTACT_NAME "-", lang, NULL);
    struct work *work = work_new(NULL, build_shows(build, product) ? CONTACT_NAME : preview);
    const struct document *document =
        work_add_document(work, product, document_compose_contact(lang, build->clinic, labels));
    struct layout *layout = NULL;
    struct diag *found = build_shows(build, product) ? build->show_found : build->diag;
    if (build_has_pages(build, product) && build->fonts)
        layout =
            setters_lay_out(build->keep, product, build_layout_job(build, document, false, found));
    bool made = layout || !build_has_pages(build, product);
    if (layout)
        tell_laid_out(build, NULL, product, layout);
    if (made && build_publishes(build, product) && build_is_settled(build))
        build_publish(build, work, product, document, (struct set){.layout = layout});
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
        bool wanted =
            (*at)->medium == MEDIUM_SCREEN &&
            !(build_shows(build, *at) && (build_is_in_passing(build) || build_show_stands(build)));
        for (guint i = 0; wanted && i < langs->len; i++)
            build_contact_in(build, *at, langs->pdata[i]);
    }
}
