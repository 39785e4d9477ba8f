/*
 * The products of one article in the making. All are begun, so that their pages are set in other
 * threads while further articles are read; then they are ended in their order, and what is found,
 * told and published comes in that order, too.
 *
 * What the store knows of a product and is as it was is taken as it is, with what was found on the
 * way. The page that leads to the other files of its article depends on which these are; and the
 * show is known as a whole (build_show.c).
 */
#include "publish/build_making.h"

#include "base/digest.h"
#include "base/paths.h"
#include "base/stop.h"
#include "publish/build_key.h"
#include "publish/build_product.h"

#include <string.h>

/* One product in the making. */
struct making {
    struct build *build;
    struct work *work;
    const struct labels *labels;
    const struct product *product;
    enum choice choice;
    bool good;                       /* it is published when it is made */
    bool made;                       /* when it has ended: it came to something */
    const char *stem;                /* of its files, when it has ended without an error; interned;
                                        NULL: what there is of it stays */
    char *key;                       /* to be known by; NULL: the store has it, or takes none */
    const struct stored *stored;     /* what an earlier build made; NULL: it is made anew */
    const struct document *document; /* that it is laid out from, beside a setting */
    struct setting *setting;         /* NULL: it has no pages, or nothing to set them with */
    struct diag *found;              /* on the way; NULL: nothing is made */
    struct shelf_note *note;         /* until it is kept in mind; NULL: of what is not listed */
};

static bool is_optional(const struct making *making)
{
    return making->product->optional && making->choice == CHOICE_MAY;
}

static void publish(struct making *making, const struct document *document, struct set set)
{
    set.key = g_steal_pointer(&making->key);
    set.stored = set.key ? stored_new() : NULL;
    if (set.stored) {
        stored_add_findings(set.stored, making->found);
        set.stored->note = g_steal_pointer(&making->note);
    }
    build_publish(making->build, making->work, making->product, document, set);
}

/* False when the document cannot be this product (reported). */
static bool end_pages(struct making *making)
{
    struct build *build = making->build;
    struct set set = {0};
    if (making->setting)
        set.layout = setting_wait(g_steal_pointer(&making->setting), &set.laid_by);
    if (!set.layout)
        return false;
    tell_laid_out(build, making->work->article, making->product, set.layout);
    build_note_lang(build, making->work, making->product);
    if (making->good && build_publishes(build, making->product))
        publish(making, making->document, set);
    else
        layout_free(set.layout);
    return true;
}

/* True, reported, when the document cannot be written as the product. */
static bool is_unwritable(const struct making *making, const struct document *document)
{
    const struct build *build = making->build;
    const struct product *product = making->product;
    bool may = making->choice == CHOICE_MAY;
    struct pos pos = {.file = paths_number(making->work->article->path)};
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
static void put_on_shelf(const struct making *making, const struct shelf_note *note)
{
    const struct build *build = making->build;
    const struct article *article = making->work->article;
    if (making->work->act == ACT_ANNOUNCEMENT && is_all_day(&article->schedule))
        shelf_add_notice(build->shelf, article, note);
    if (making->work->act != ACT_ARTICLE)
        return;
    shelf_add(build->shelf, article, note, labels_get(making->labels, LABEL_LANGUAGE_NAME),
              build_category(build, article));
}

/* Whether the list asks the article how to reach the clinic. */
static bool is_asked_for_reach(const struct making *making)
{
    return making->work->act == ACT_ARTICLE &&
           shelf_lacks_reach(making->build->shelf, making->work->article->lang);
}

static struct shelf_note *new_note(const struct making *making, const struct document *document)
{
    struct shelf_note *note = shelf_note_new(making->work->article, document);
    if (is_asked_for_reach(making))
        shelf_note_reach(note, document);
    return note;
}

/* False when it could not be written (reported), or is left out. */
static bool write_anew(struct making *making)
{
    struct build *build = making->build;
    const struct product *product = making->product;
    const struct document *document = build_document(build, making->work, making->labels, product);
    if (is_unwritable(making, document))
        return false;
    build_note_lang(build, making->work, product);
    if (product->listed) {
        making->note = new_note(making, document);
        put_on_shelf(making, making->note);
    }
    if (build->press && making->good)
        publish(making, document, (struct set){0});
    return true;
}

/* What stands beside its source depends on both. Owned by the caller. */
static char *key_of_both(const struct making *making)
{
    g_autofree char *source = build_key_article(making->build, making->work->source);
    return g_strdup_printf("%s %s", making->work->key, source);
}

/* What a product that leads to the others depends on: which of them there may be, and the source
 * that one of them stands beside, as it tells how large they are. Owned by the caller. */
static char *key_of_all(const struct making *making)
{
    const struct build *build = making->build;
    g_autoptr(GString) key = g_string_new(making->work->key);
    for (const struct product *const *at = build->options->products; *at; at++) {
        const struct painter *also = build_second_painter(build, *at);
        g_string_append_c(key, ' ');
        g_string_append(key, (*at)->name);
        g_string_append(key, also ? also->name : "");
        enum choice choice = build_choose(build, making->work, *at);
        g_string_append_c(key, (char)('0' + choice));
        if ((*at)->beside && choice != CHOICE_NO) {
            g_autofree char *both = key_of_both(making);
            g_string_append(key, both);
        }
    }
    return digest_of_text(key->str);
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
                             build_second_painter(build, product), is_optional(making));
}

/* One that is taken as it is, and is the first now of its language. */
static void add_reach(const struct making *making, struct shelf_note *note)
{
    struct build *build = making->build;
    const struct work *work = making->work;
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(work->article->path, passed_over);
    struct work *whole = work_new(article, work->name);
    if (article)
        shelf_note_reach(note, build_document(build, whole, making->labels, making->product));
    work_unref(whole);
    diag_free(passed_over);
}

/* The list is told what it was told before. */
static void put_on_shelf_again(const struct making *making)
{
    struct shelf_note *note = making->stored->note;
    if (!note) {
        note = new_note(
            making, build_document(making->build, making->work, making->labels, making->product));
        record_note(making->work->record, making->product->name, note);
    }
    if (!note->telephone && is_asked_for_reach(making))
        add_reach(making, note);
    put_on_shelf(making, note);
}

/* Where it is told what is found. */
static struct diag *diag_of(const struct making *making)
{
    struct build *build = making->build;
    return build_shows(build, making->product) ? build->show_found : build->diag;
}

/* What was made before, as the build would make it. */
static bool take(const struct making *making)
{
    struct build *build = making->build;
    const struct stored *stored = making->stored;
    stored_tell_findings(stored, diag_of(making));
    if (stored->files->len == 0)
        return false;
    if (making->good)
        press_add_made(build->press, stored, making->work->party);
    if (making->product->listed)
        put_on_shelf_again(making);
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

static void start(struct making *making)
{
    struct build *build = making->build;
    const struct product *product = making->product;
    if (!build_has_pages(build, product) || !build->fonts)
        return;
    making->document = build_document(build, making->work, making->labels, product);
    const struct layout_job job =
        build_layout_job(build, making->document, is_optional(making), making->found);
    making->setting = setters_start(build->setters, product, &job);
}

/* Looks what there is of it. */
static struct making *making_new(const struct making *what)
{
    struct making *making = g_memdup2(what, sizeof *what);
    if (making->choice == CHOICE_NO)
        return making;
    making->key = key_of(making);
    if (making->key)
        making->stored = record_find(making->work->record, making->product->name, making->key);
    if (making->stored)
        g_clear_pointer(&making->key, g_free);
    return making;
}

/* Whether the article's words are read for it. */
static bool needs_words(const struct making *making)
{
    const struct stored *stored = making->stored;
    if (making->choice == CHOICE_NO)
        return false;
    return !stored || (making->product->listed && stored->files->len > 0 && !stored->note);
}

static bool make_anew(struct making *making)
{
    bool made =
        build_has_pages(making->build, making->product) ? end_pages(making) : write_anew(making);
    if (!made)
        keep_left_out(making);
    return made;
}

/* False when it could not be made (reported), or is left out, or nobody wants it. */
static bool making_end(struct making *making)
{
    if (making->choice == CHOICE_NO)
        return false;
    if (making->stored)
        return take(making);
    bool made = make_anew(making);
    diag_absorb(diag_of(making), making->found);
    return made;
}

static void making_free(void *data)
{
    struct making *making = data;
    if (making->setting)
        layout_free(setting_wait(making->setting, NULL));
    g_free(making->key);
    diag_free(making->found);
    shelf_note_free(making->note);
    g_free(making);
}

static const struct maker second = {.painter = &painter_pdf_2};

/* Named as the second file of some product. */
static bool is_second(const char *path)
{
    const char *dot = strrchr(path, '.'), *mark = painter_pdf_2.mark;
    size_t length = strlen(mark);
    return dot && g_str_equal(dot + 1, painter_pdf_2.suffix) && (size_t)(dot - path) > length &&
           strncmp(dot - length, mark, length) == 0;
}

/* Whether it is that of one of the article's products that stand alone. */
static bool is_alone(const char *name, const char *path)
{
    for (const struct product *const *at = products; *at; at++)
        if (!(*at)->beside &&
            (product_is_file(*at, product_maker(*at, (struct maker){0}), name, path) ||
             ((*at)->painter && product_is_file(*at, second, name, path))))
            return true;
    return false;
}

/* What was made beside another source, or in another language, had another name. */
static bool is_beside(const struct making *making, const char *path)
{
    const char *name = making->product->name;
    const char *at = making->product->beside ? strstr(path, name) : NULL;
    return at && at > path && at[-1] == '-' && at[strlen(name)] == '-' &&
           !is_alone(making->work->name, path);
}

/* Whether the file is of a product that is not made of the article, or is left out; or the second
 * one of what this build makes in one; or had another name. */
static bool is_old_of(const struct making *making, bool may_be_second, const char *path)
{
    const struct build *build = making->build;
    const struct product *product = making->product;
    if ((!making->made || product->beside) &&
        product_is_file(product, product_maker(product, build->options->as), making->stem, path))
        return !making->made;
    if (may_be_second && product->painter && product_is_file(product, second, making->stem, path))
        return !(making->made && build_second_painter(build, product));
    return is_beside(making, path);
}

/* Whether the file at `path` is no product of the article any more; `user`: its products. */
static bool is_old(const void *user, const char *path)
{
    const GPtrArray *makings = user;
    bool may_be_second = is_second(path), old = false;
    for (guint i = 0; i < makings->len && !old; i++) {
        const struct making *making = makings->pdata[i];
        old = making->stem && is_old_of(making, may_be_second, path);
    }
    return old;
}

/* Those that are to be made are begun. False: a brief article is not enough for one of them. */
static bool start_all(const GPtrArray *makings, const struct work *work)
{
    bool brief = article_is_brief(work->article);
    for (guint i = 0; i < makings->len; i++) {
        struct making *making = makings->pdata[i];
        if (brief && needs_words(making))
            return false;
        if (making->choice == CHOICE_NO || making->stored)
            continue;
        making->found = diag_new(false);
        start(making);
    }
    return true;
}

GPtrArray *build_begin_products(struct build *build, struct work *work, const struct labels *labels)
{
    GPtrArray *makings = g_ptr_array_new_with_free_func(making_free);
    for (const struct product *const *at = build->options->products; *at && !stop_asked(); at++) {
        if (build_shows(build, *at) && build_show_stands(build))
            continue;
        struct making making = {.build = build,
                                .work = work,
                                .labels = labels,
                                .product = *at,
                                .choice = build_choose(build, work, *at)};
        g_ptr_array_add(makings, making_new(&making));
    }
    if (!start_all(makings, work))
        g_clear_pointer(&makings, g_ptr_array_unref);
    return makings;
}

bool build_end_products(struct build *build, GPtrArray *makings, bool good)
{
    bool shown = true;
    for (guint i = 0; i < makings->len && !stop_asked(); i++) {
        struct making *making = makings->pdata[i];
        unsigned errors = diag_errors(build->diag);
        making->good = good;
        making->made = making_end(making);
        if (build_shows(build, making->product))
            shown = making->choice == CHOICE_NO || (making->made && good);
        else if (good && diag_errors(build->diag) == errors)
            making->stem = work_stem(making->work, making->product);
    }
    if (build->memory && makings->len > 0)
        last_good_drop(build->memory, ((struct making *)makings->pdata[0])->work->name, is_old,
                       makings);
    g_ptr_array_unref(makings);
    return shown;
}
