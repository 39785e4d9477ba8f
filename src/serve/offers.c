/*
 * The report says which files are in their place; titles and languages stand in the articles.
 */
#include "serve/offers.h"

#include "base/file.h"
#include "base/json.h"
#include "content/article.h"
#include "content/labels.h"
#include "content/style.h"
#include "document/compose_art.h"
#include "publish/report.h"

#include <string.h>

static void form_free(void *data)
{
    struct offer_form *form = data;
    g_free(form->form);
    g_free(form->path);
    g_free(form);
}

static void offer_free(void *data)
{
    struct offer *offer = data;
    g_free(offer->name);
    g_free(offer->title);
    g_free(offer->lang);
    g_free(offer->language);
    g_free(offer->topic);
    g_free(offer->path);
    fact_clear(&offer->reviewed);
    fact_clear(&offer->review_due);
    g_ptr_array_unref(offer->forms);
    g_free(offer);
}

static void problem_free(void *data)
{
    struct offer_problem *problem = data;
    g_free(problem->path);
    g_free(problem->place);
    g_free(problem->name);
    g_free(problem->title);
    g_free(problem->lang);
    g_free(problem->message);
    g_free(problem);
}

/* The labels of the articles' languages, each read once. */
struct words {
    char *directory;
    GHashTable *loaded; /* language -> struct labels *, NULL: there are none */
};

static const struct labels *labels_of(struct words *words, const char *lang)
{
    void *labels = NULL;
    if (!g_hash_table_lookup_extended(words->loaded, lang, NULL, &labels)) {
        struct diag *passed_over = diag_new(false);
        labels = labels_load(words->directory, lang, (struct pos){0}, passed_over);
        g_hash_table_insert(words->loaded, g_strdup(lang), labels);
        diag_free(passed_over);
    }
    return labels;
}

/* What its labels say: the language in its own words, the code where nobody knows them, and the
 * motif. */
static void take_labels(struct offer *offer, const struct article *article, struct words *words)
{
    const struct labels *labels = labels_of(words, article->lang);
    offer->language = g_strdup(labels ? labels_get(labels, LABEL_LANGUAGE_NAME) : article->lang);
    offer->art = labels ? compose_art(article, offer->title, labels) : ART_NONE;
}

/* NULL: it has errors, and no title to be found by. */
static struct offer *offer_new(const char *path, struct words *words)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    struct offer *offer = article ? g_new0(struct offer, 1) : NULL;
    if (article) {
        g_autofree char *source = article_source_name(article);
        offer->name = g_strdup(article->name);
        offer->title = g_strdup(article->title.value ? article->title.value : article->name);
        offer->lang = g_strdup(article->lang);
        offer->path = g_strdup(path);
        take_labels(offer, article, words);
        offer->topic = g_strdup(source ? source : article->name);
        offer->reviewed.value = g_strdup(article->reviewed.value);
        offer->review_due.value = g_strdup(article->review_due.value);
        offer->forms = g_ptr_array_new_with_free_func(form_free);
    }
    article_free(article);
    diag_free(passed_over);
    return offer;
}

static int compare_offers(const void *a, const void *b)
{
    const struct offer *one = *(struct offer *const *)a, *other = *(struct offer *const *)b;
    g_autofree char *first = g_utf8_collate_key(one->title, -1);
    g_autofree char *second = g_utf8_collate_key(other->title, -1);
    int order = strcmp(first, second);
    return order ? order : strcmp(one->name, other->name);
}

static void add_articles(struct offers *offers, const char *content_dir)
{
    struct diag *passed_over = diag_new(false);
    struct words words = {.directory = g_build_filename(content_dir, "labels", NULL),
                          .loaded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify)labels_free)};
    g_autoptr(GPtrArray) paths = article_list(content_dir, passed_over);
    for (guint i = 0; i < paths->len; i++) {
        struct offer *offer = offer_new(paths->pdata[i], &words);
        if (offer)
            g_ptr_array_add(offers->all, offer);
    }
    diag_free(passed_over);
    g_hash_table_unref(words.loaded);
    g_free(words.directory);
    g_ptr_array_sort(offers->all, compare_offers);
}

static const char *text_of(JsonObject *object, const char *name)
{
    return json_object_has_member(object, name) ? json_object_get_string_member(object, name)
                                                : NULL;
}

static void add_file(struct offers *offers, JsonObject *file)
{
    const char *path = text_of(file, "path"), *name = text_of(file, "article");
    const struct offer *offer = name ? offers_find(offers, name) : NULL;
    if (!json_object_has_member(file, "screen"))
        g_ptr_array_add(offers->files, g_strdup(path));
    if (!offer || offer_form(offer, text_of(file, "format")))
        return;
    struct offer_form *form = g_new0(struct offer_form, 1);
    form->form = g_strdup(text_of(file, "format"));
    form->path = g_strdup(path);
    form->pages = (unsigned)json_object_get_int_member_with_default(file, "pages", 0);
    form->sheets = (unsigned)json_object_get_int_member_with_default(file, "sheets", 0);
    g_ptr_array_add(offer->forms, form);
}

static enum offer_weight weight_of(const char *severity, const char *rule)
{
    static const char *const stale[] = {"review-interval", "verified-on", "translation-stale",
                                        NULL};
    if (g_strcmp0(rule, "review-due") == 0)
        return OFFER_ASK;
    if (rule && g_strv_contains(stale, rule))
        return OFFER_STALE;
    return g_str_equal(severity, "error") ? OFFER_BROKEN : OFFER_DOUBT;
}

static struct offer *offer_at(const struct offers *offers, const char *path)
{
    for (guint i = 0; path && i < offers->all->len; i++) {
        struct offer *offer = offers->all->pdata[i];
        if (g_str_equal(offer->path, path))
            return offer;
    }
    return NULL;
}

/* Where it is, as staff know the files of their folder. Owned. */
static char *place_of(const char *content_dir, const char *path, gint64 line)
{
    const char *rest =
        path && g_str_has_prefix(path, content_dir) ? path + strlen(content_dir) : NULL;
    const char *name = rest && *rest == G_DIR_SEPARATOR ? rest + 1 : path ? path : "";
    return line ? g_strdup_printf("%s:%d", name, (int)line) : g_strdup(name);
}

static void add_finding(struct offers *offers, JsonObject *finding, const char *content_dir)
{
    const char *severity = text_of(finding, "severity"), *path = text_of(finding, "path");
    const char *message = text_of(finding, "message");
    if (!severity || g_str_equal(severity, "note"))
        return;
    struct offer *about = offer_at(offers, path);
    gint64 line = json_object_get_int_member_with_default(finding, "line", 0);
    struct offer_problem *problem = g_new0(struct offer_problem, 1);
    problem->weight = weight_of(severity, text_of(finding, "rule"));
    problem->path = g_strdup(path);
    problem->line = (unsigned)line;
    problem->name = g_strdup(about ? about->name : NULL);
    problem->title = g_strdup(about ? about->title : NULL);
    problem->lang = g_strdup(about ? about->lang : NULL);
    problem->message = g_strdup(message ? message : "");
    problem->place = place_of(content_dir, path, line);
    g_ptr_array_add(offers->problems, problem);
    if (about && problem->weight == OFFER_ASK)
        about->past_review = true;
}

/* Those of one weight stay in the order of the report: the sort is stable. */
static int compare_problems(const void *a, const void *b)
{
    const struct offer_problem *one = *(struct offer_problem *const *)a;
    const struct offer_problem *other = *(struct offer_problem *const *)b;
    return (int)one->weight - (int)other->weight;
}

static void take_making(struct offers *offers, JsonObject *report)
{
    JsonObject *making = json_object_has_member(report, REPORT_MAKING)
                             ? json_object_get_object_member(report, REPORT_MAKING)
                             : NULL;
    gint64 done = making ? json_object_get_int_member_with_default(making, "done", 0) : 0;
    gint64 of = making ? json_object_get_int_member_with_default(making, "of", 0) : 0;
    offers->made = done == of;
    offers->done = (unsigned)done;
    offers->of = done < of ? (unsigned)of : 0;
}

static void add_report(struct offers *offers, const char *path, const char *content_dir)
{
    g_autoptr(JsonObject) report = json_read(path);
    if (!report)
        return;
    take_making(offers, report);
    JsonArray *files = json_object_get_array_member(report, "files");
    for (guint i = 0; i < json_array_get_length(files); i++)
        add_file(offers, json_array_get_object_element(files, i));
    JsonArray *findings = json_object_get_array_member(report, "findings");
    for (guint i = 0; i < json_array_get_length(findings); i++)
        add_finding(offers, json_array_get_object_element(findings, i), content_dir);
    g_ptr_array_sort(offers->problems, compare_problems);
}

/* What is set for all of them. */
static void take_style(struct offers *offers, const char *content_dir)
{
    struct diag *passed_over = diag_new(false);
    g_autofree char *path = g_build_filename(content_dir, "style.yaml", NULL);
    struct style *style = style_load(path, passed_over);
    offers->paper = style ? style->paper : PAPER_LETTER;
    for (guint i = 0; style && style->plain && i < offers->all->len; i++)
        ((struct offer *)offers->all->pdata[i])->art = ART_NONE;
    style_free(style);
    diag_free(passed_over);
}

/* What has no file cannot be handed out. */
static void drop_empty(struct offers *offers)
{
    for (guint i = offers->all->len; i > 0; i--)
        if (((const struct offer *)offers->all->pdata[i - 1])->forms->len == 0)
            g_ptr_array_remove_index(offers->all, i - 1);
}

struct offers *offers_read(const char *report, const char *content_dir)
{
    struct offers *offers = g_new0(struct offers, 1);
    offers->all = g_ptr_array_new_with_free_func(offer_free);
    offers->files = g_ptr_array_new_with_free_func(g_free);
    offers->problems = g_ptr_array_new_with_free_func(problem_free);
    add_articles(offers, content_dir);
    add_report(offers, report, content_dir);
    take_style(offers, content_dir);
    drop_empty(offers);
    return offers;
}

void offers_free(struct offers *offers)
{
    if (!offers)
        return;
    g_ptr_array_unref(offers->all);
    g_ptr_array_unref(offers->files);
    g_ptr_array_unref(offers->problems);
    g_free(offers);
}

const struct offer *offers_find(const struct offers *offers, const char *name)
{
    for (guint i = 0; i < offers->all->len; i++) {
        const struct offer *offer = offers->all->pdata[i];
        if (g_strcmp0(offer->name, name) == 0)
            return offer;
    }
    return NULL;
}

const struct offer *offers_of_topic(const struct offers *offers, const char *topic,
                                    const char *lang)
{
    const struct offer *first = NULL;
    for (guint i = 0; i < offers->all->len; i++) {
        const struct offer *offer = offers->all->pdata[i];
        if (g_strcmp0(offer->topic, topic) != 0)
            continue;
        if (g_strcmp0(offer->lang, lang) == 0)
            return offer;
        /* What it is a translation of goes before its translations. */
        if (!first || g_str_equal(offer->name, topic))
            first = offer;
    }
    return first;
}

static guint count_lang(const struct offers *offers, const char *lang)
{
    guint count = 0;
    for (guint i = 0; i < offers->all->len; i++) {
        const struct offer *offer = offers->all->pdata[i];
        count += g_str_equal(offer->name, offer->topic) && g_str_equal(offer->lang, lang);
    }
    return count;
}

const char *offers_usual_lang(const struct offers *offers)
{
    const char *usual = NULL;
    guint most = 0;
    for (guint i = 0; i < offers->all->len; i++) {
        const char *lang = ((const struct offer *)offers->all->pdata[i])->lang;
        guint count = count_lang(offers, lang);
        usual = count > most || !usual ? lang : usual;
        most = MAX(most, count);
    }
    return usual;
}

char *offer_problem_text(const struct offer_problem *problem)
{
    g_autofree char *text = problem->line ? file_peek_text(problem->path) : NULL;
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    if (!text || problem->line > g_strv_length(lines))
        return NULL;
    const char *line = g_strstrip(lines[problem->line - 1]);
    return *line && g_utf8_validate(line, -1, NULL) ? diag_printable(line) : NULL;
}

const struct offer_form *offer_form(const struct offer *offer, const char *form)
{
    for (guint i = 0; i < offer->forms->len; i++) {
        const struct offer_form *at = offer->forms->pdata[i];
        if (g_strcmp0(at->form, form) == 0)
            return at;
    }
    return NULL;
}

const char *offers_file(const struct offers *offers, const char *name)
{
    for (guint i = 0; i < offers->files->len; i++) {
        g_autofree char *base = g_path_get_basename(offers->files->pdata[i]);
        if (g_str_equal(base, name))
            return offers->files->pdata[i];
    }
    return NULL;
}
