/*
 * From article and facts to a document: the title area, the article, the contact block. The order
 * of these calls is the order of reading.
 */
#include "document/compose.h"

#include <hb.h>
#include <string.h>

void compose_span(struct block *block, const struct element *element, const char *text, bool strong,
                  struct pos pos)
{
    struct span *span = g_new0(struct span, 1);
    span->text = g_strdup(text);
    span->element = element;
    span->strong = strong;
    span->pos = pos;
    g_ptr_array_add(block->spans, span);
}

struct block *compose_text(GPtrArray *blocks, enum text_kind kind, struct element *element,
                           const char *text, struct pos pos)
{
    struct block *block = block_new(BLOCK_TEXT, element, pos);
    block->text_kind = kind;
    compose_span(block, element, text, false, pos);
    g_ptr_array_add(blocks, block);
    return block;
}

static size_t primary_language_length(const char *lang)
{
    return strcspn(lang, "-_");
}

static bool same_language(const char *a, const char *b)
{
    size_t length = primary_language_length(a);
    return length == primary_language_length(b) && g_ascii_strncasecmp(a, b, length) == 0;
}

struct element *compose_labelled(struct composer *composer, struct element *element)
{
    const char *lang = labels_lang(composer->labels);
    if (!same_language(lang, composer->document->lang))
        element->lang = g_strdup(lang);
    return element;
}

void compose_link(struct composer *composer, struct element *link, const char *url,
                  const char *text)
{
    const struct labels *labels = composer->labels;
    link->uri = g_strdup(url);
    if (g_str_has_prefix(url, "tel:"))
        link->alt = labels_format(labels, LABEL_LINK_TELEPHONE, "number", text, NULL);
    else if (g_str_has_prefix(url, "mailto:"))
        link->alt = labels_format(labels, LABEL_LINK_EMAIL, "address", text, NULL);
    else
        link->alt = labels_format(labels, LABEL_LINK_OUT, "text", text, NULL);
}

/* The direction of the first letter that has one. */
static bool reads_from_right(const char *text)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (g_unichar_isalpha(c))
            return hb_script_get_horizontal_direction(hb_unicode_script(unicode, c)) ==
                   HB_DIRECTION_RTL;
    }
    return false;
}

static void compose_title(struct composer *composer)
{
    struct document *document = composer->document;
    const struct article *article = composer->article;
    const struct fact *name = &composer->clinic->name;

    struct element *clinic = element_new(document->root, ROLE_P, name->pos);
    compose_text(document->blocks, TEXT_CLINIC, clinic, name->value, name->pos);

    struct element *title = element_new(document->root, ROLE_H1, article->title.pos);
    title->bookmark = g_strdup(document->title);
    struct block *block =
        compose_text(document->blocks, TEXT_TITLE, title, document->title, article->title.pos);
    block->heading = true;

    if (article->summary.value) {
        struct element *summary = element_new(document->root, ROLE_P, article->summary.pos);
        compose_text(document->blocks, TEXT_SUMMARY, summary, article->summary.value,
                     article->summary.pos);
    }
}

struct document *document_compose(const struct article *article, const struct clinic *clinic,
                                  const struct labels *labels, enum medium medium)
{
    struct document *document = g_new0(struct document, 1);
    const char *author = article->producer.value ? article->producer.value : clinic->name.value;
    document->title = g_strdup(article->title.value ? article->title.value : article->name);
    document->lang = g_strdup(article->lang);
    document->author = g_strdup(author);
    document->subject = g_strdup(article->summary.value);
    document->name = article->name;
    document->clinic_name = clinic->name.value;
    document->labels = labels;
    document->rtl = reads_from_right(document->title);
    document->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    document->root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});

    struct composer composer = {document, article, clinic, labels, medium};
    compose_title(&composer);
    compose_article(&composer);
    compose_contact(&composer);
    return document;
}
