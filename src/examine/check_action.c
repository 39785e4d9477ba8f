/*
 * Action: whether the article tells its reader what to do, step by step, and gives something to do
 * it with. Awkward: an instruction is known by its first word, so one that opens with
 * another word is passed over.
 */
#include "examine/check_parts.h"

#include "base/range.h"

static bool asks_for_something(const struct language_checks *language, const char *text,
                               const struct sentence *sentence)
{
    struct word_walk walk = sentence_words(text, sentence);
    struct word word;
    bool found = word_next(&walk, &word);
    while (found && language->please && word_is_any(&word, language->please))
        found = word_next(&walk, &word);
    return found && word_is_any(&word, language->asking);
}

void check_next_steps(const struct checking *c)
{
    if (!c->language->asking)
        return;
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        for (guint j = 0; passage_is_running(passage) && j < passage->sentences->len; j++)
            if (asks_for_something(c->language, passage->text,
                                   &g_array_index(passage->sentences, struct sentence, j)))
                return;
    }
    if (c->prose->words > 0)
        check_report(c, RULE_NEXT_STEPS, check_article_pos(c),
                     "none of %u sentences asks the reader to do something", c->prose->sentences);
}

static bool has_ordered_list(const struct article *article)
{
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->kind == NODE_LIST && n->as.list.ordered)
            return true;
    return false;
}

static bool opens_with(const char *text, const struct sentence *sentence, const char *const *words)
{
    struct word_walk walk = sentence_words(text, sentence);
    struct word word;
    return word_next(&walk, &word) && word_is_any(&word, words);
}

/* The sentence with "First" that a later one ("Then") goes on from; NULL when there is none. */
static const struct sentence *find_sequence(const struct language_checks *language,
                                            const struct passage *passage)
{
    const struct sentence *begun = NULL;
    for (guint i = 0; i < passage->sentences->len; i++) {
        const struct sentence *s = &g_array_index(passage->sentences, struct sentence, i);
        if (begun && opens_with(passage->text, s, language->later))
            return begun;
        if (opens_with(passage->text, s, language->first))
            begun = s;
    }
    return NULL;
}

static const char *find_promise(const struct language_checks *language, const char *text)
{
    for (const char *const *phrase = language->promise; *phrase; phrase++) {
        const char *found = range_find_phrase(text, *phrase, true);
        if (found)
            return found;
    }
    return NULL;
}

void check_steps(const struct checking *c)
{
    const struct language_checks *language = c->language;
    if (!language->first || !language->later || !language->promise || has_ordered_list(c->article))
        return;
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        if (!passage_is_running(passage))
            continue;
        const struct sentence *sequence = find_sequence(language, passage);
        const char *promise = find_promise(language, passage->text);
        if (sequence)
            check_report(c, RULE_STEPS, passage_pos(passage, sequence->start),
                         "steps follow each other within a paragraph");
        else if (promise)
            check_report(c, RULE_STEPS, passage_pos(passage, (gsize)(promise - passage->text)),
                         "steps are spoken of, and there is no numbered list");
    }
}

static bool has_checklist(const struct article *article)
{
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->kind == NODE_ITEM && n->as.item.task != TASK_NONE)
            return true;
    return false;
}

void check_tool(const struct checking *c)
{
    const struct article *article = c->article;
    unsigned limit = c->language->tool_words;
    if (limit > 0 && c->prose->words >= limit && article->questions.items->len == 0 &&
        !has_checklist(article))
        check_report(c, RULE_TOOL, check_article_pos(c),
                     "%u words without a checklist or questions to ask", c->prose->words);
}
