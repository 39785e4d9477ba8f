/*
 * From article and facts to a document: the title area, the article, the contact block. The order
 * of these calls is the order of reading.
 */
#include "document/compose.h"
#include "base/paths.h"
#include "document/compose_art.h"
#include "document/compose_tools.h"

#include "base/direction.h"
#include "base/lang.h"
#include "base/words.h"
#include "content/logo.h"

/* More than ever fit one; those that do not are left out by the layout. */
#define SLIPS_ON_A_SHEET 6

/* Before the name that it stands for; paper alone has it. */
static void compose_logo(struct composer *composer)
{
    const struct logo *logo = composer->clinic->logo;
    struct document *document = composer->document;
    if (!logo || composer->medium == MEDIUM_WEB)
        return;
    struct element *figure = element_new(document->root, ROLE_FIGURE, logo->file.pos);
    figure->alt = words_drop_soft_hyphens(g_strdup(logo->alt.value));
    document->logo = block_new(BLOCK_IMAGE, figure, logo->file.pos);
    document->logo->as.image = logo->image;
}

/* The display of a house is of its own language: what is in another says in which. */
static bool is_foreign(const struct composer *composer)
{
    return composer->medium == MEDIUM_SCREEN && composer->article->foreign;
}

static void compose_language(struct composer *composer)
{
    struct element *language = element_new(composer->document->root, ROLE_P, (struct pos){0});
    compose_text(composer->document->blocks, TEXT_CLINIC, language,
                 labels_get(composer->labels, LABEL_LANGUAGE_NAME), (struct pos){0});
}

static void compose_clinic(struct composer *composer)
{
    if (is_foreign(composer)) {
        compose_language(composer);
        return;
    }
    compose_logo(composer);
    const struct fact *name = &composer->clinic->name;
    struct element *clinic = element_new(composer->document->root, ROLE_P, name->pos);
    compose_text(composer->document->blocks, TEXT_CLINIC, clinic, name->value, name->pos);
}

static void compose_title(struct composer *composer, enum text_kind kind)
{
    struct document *document = composer->document;
    const struct article *article = composer->article;
    bool shorter = composer->medium == MEDIUM_SCREEN && article->screen_title.value;
    const struct fact *said = shorter ? &article->screen_title : &article->title;
    const char *words = said->value ? said->value : document->title;
    struct element *title = element_new(document->root, ROLE_H1, said->pos);
    title->as.heading.bookmark = g_strdup(document->title);
    struct block *block = compose_text(document->blocks, kind, title, words, said->pos);
    block->as.text.heading = true;
}

static void compose_summary(struct composer *composer)
{
    struct document *document = composer->document;
    const struct fact *summary = &composer->article->summary;
    if (!summary->value)
        return;
    struct element *element = element_new(document->root, ROLE_P, summary->pos);
    compose_line(composer, article_line(composer->article, summary), TEXT_SUMMARY, element,
                 document->blocks);
}

static void compose_lead(struct composer *composer)
{
    guint from = composer->document->blocks->len;
    compose_summary(composer);
    compose_mark(composer, from, PART_LEAD);
}

/* In the place of a motif on covers; else the first thing below the title. */
static void compose_picture(struct composer *composer)
{
    struct document *document = composer->document;
    guint from = document->blocks->len;
    if (!composer->article->picture)
        return;
    document->picture_covers = composer->article->picture_covers;
    compose_line(composer, composer->article->picture, TEXT_BODY, document->root, document->blocks);
    compose_mark(composer, from, PART_PICTURE);
}

/* What is no article is told at once on a display, so its title is a heading there. */
static void compose_head(struct composer *composer)
{
    bool at_once = composer->medium == MEDIUM_SCREEN && composer->article->kind != ARTICLE_ORDINARY;
    if (!at_once)
        compose_clinic(composer);
    compose_title(composer, at_once ? TEXT_HEADING_2 : TEXT_TITLE);
    compose_mark(composer, 0, PART_TITLE);
}

/* What of a long article the lobby shows in short. */
static void compose_short(struct composer *composer)
{
    compose_head(composer);
    compose_lead(composer);
    compose_unread(composer);
    guint from = composer->document->blocks->len;
    if (!composer->article->summary.value)
        compose_key_points(composer);
    compose_mark(composer, from, PART_LEAD);
    compose_take_home(composer);
    compose_about(composer);
}

static void compose_whole(struct composer *composer)
{
    compose_head(composer);
    compose_lead(composer);
    compose_unread(composer);
    compose_picture(composer);
    compose_article(composer);
    guint from = composer->document->blocks->len;
    compose_questions(composer);
    compose_mark(composer, from, PART_QUESTIONS);
    compose_notes(composer);
    if (composer->medium == MEDIUM_SCREEN)
        compose_about(composer);
    else
        compose_contact(composer);
}

static void compose_parts(struct composer *composer)
{
    if (composer->medium == MEDIUM_SCREEN && composer->article->lobby == LOBBY_SHORT)
        compose_short(composer);
    else
        compose_whole(composer);
}

/* Ties links to places that were composed after them. */
static void tie_links(struct composer *composer)
{
    for (guint i = 0; i < composer->inner_links->len; i++) {
        const struct inner_link *inner = composer->inner_links->pdata[i];
        inner->link->as.link.target = g_hash_table_lookup(composer->places, inner->target);
    }
}

/* A document without a block, whose structure stands below `above` (NULL: by itself). Takes
 * `title`. */
static struct document *document_new(char *title, const char *lang, const struct clinic *clinic,
                                     const struct labels *labels, struct element *above)
{
    struct document *document = g_new0(struct document, 1);
    document->title = words_drop_soft_hyphens(title);
    document->lang = g_strdup(lang);
    document->clinic_name = clinic->name.value;
    document->telephone = clinic->telephone.value;
    document->sample = clinic->sample ? labels_get(labels, LABEL_SAMPLE) : NULL;
    document->labels = labels;
    document->found_facts = found_facts_new(labels);
    document->rtl = lang_is_rtl(lang) || direction_of(document->title) == DIRECTION_RTL;
    document->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    document->root = element_new(above, above ? ROLE_SECT : ROLE_DOCUMENT, (struct pos){0});
    document->root->lang = above ? g_strdup(lang) : NULL;
    return document;
}

static struct document *document_of(const struct article *article, const struct clinic *clinic,
                                    const struct labels *labels, struct element *above)
{
    const char *author = article->producer.value ? article->producer.value : clinic->name.value;
    const char *title = article->title.value ? article->title.value : article->name;
    struct document *document = document_new(g_strdup(title), article->lang, clinic, labels, above);
    document->author = g_strdup(author);
    document->name = article->name;
    document->web_address = clinic_page_address(clinic, article->page);
    document->art = compose_art(article, document->title, labels);
    document->root->pos.file = paths_number(article->path);
    return document;
}

/* What is settled when all parts are there. */
static void finish(struct document *document)
{
    compose_scripts(document);
    compose_isolates(document);
}

static struct document *compose_below(struct element *above, const struct article *article,
                                      const struct clinic *clinic, const struct labels *labels,
                                      enum medium medium)
{
    struct document *document = document_of(article, clinic, labels, above);
    document->crisis_first = article->crisis_first;
    if (article->summary.value)
        document->subject = compose_node_words(labels, article_line(article, &article->summary));
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) addresses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) inner_links = g_ptr_array_new_with_free_func(g_free);
    struct composer composer = {document, article, clinic,    labels,
                                medium,   places,  addresses, inner_links};
    compose_parts(&composer);
    tie_links(&composer);
    if (medium == MEDIUM_PAPER)
        compose_slip(&composer, 0, ROLE_H2);
    compose_scripts(document);
    if (medium == MEDIUM_PAPER)
        compose_contents(&composer);
    compose_isolates(document);
    return document;
}

struct document *document_compose(const struct article *article, const struct clinic *clinic,
                                  const struct labels *labels, enum medium medium)
{
    return compose_below(NULL, article, clinic, labels, medium);
}

struct document *document_compose_beside(struct wording source, struct wording translated,
                                         const GArray *lines, const struct clinic *clinic,
                                         enum medium medium)
{
    struct element *root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    struct document *document = compose_below(root, source.article, clinic, source.labels, medium);
    document->beside = compose_below(root, translated.article, clinic, translated.labels, medium);
    root->pos = document->root->pos;
    document->root = root;
    document->pairs = compose_pairs(document, lines);
    return document;
}

struct document *document_compose_slips(const struct article *article, const struct clinic *clinic,
                                        const struct labels *labels, enum medium medium)
{
    struct document *document = document_of(article, clinic, labels, NULL);
    struct composer composer = {.document = document,
                                .article = article,
                                .clinic = clinic,
                                .labels = labels,
                                .medium = medium};
    g_free(document->title);
    document->title = compose_slip_title(&composer);
    for (unsigned i = 1; i <= SLIPS_ON_A_SHEET; i++)
        compose_slip(&composer, i, ROLE_H1);
    finish(document);
    return document;
}

struct document *document_compose_contact(const char *lang, const struct clinic *clinic,
                                          const struct labels *labels)
{
    char *title = g_strdup(labels_get(labels, LABEL_CONTACT_HEADING));
    struct document *document = document_new(title, lang, clinic, labels, NULL);
    struct composer composer = {
        .document = document, .clinic = clinic, .labels = labels, .medium = MEDIUM_SCREEN};
    document->author = g_strdup(clinic->name.value);
    document->name = CONTACT_NAME;
    document->root->pos.file = clinic->name.pos.file;
    compose_logo(&composer);
    compose_lobby(&composer);
    finish(document);
    return document;
}
