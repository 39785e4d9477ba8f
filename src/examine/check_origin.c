/*
 * Where a text comes from, what it is for, and what its reader is to do next. Awkward: whether the
 * next step is clear only a person can tell; what is looked for is a sentence that asks for
 * something.
 */
#include "examine/check_parts.h"

#include "content/date.h"

#include <string.h>

#define REVIEW_MONTHS 36
#define PURPOSE_WORDS 60

void check_review_interval(const struct checking *c)
{
    GDate reviewed, due;
    if (!date_read(&c->article->reviewed, &reviewed) || !date_read(&c->article->review_due, &due))
        return;
    g_date_add_months(&reviewed, REVIEW_MONTHS);
    if (g_date_compare(&due, &reviewed) > 0)
        check_report(c, RULE_REVIEW_INTERVAL, c->article->review_due.pos,
                     "'%s' is more than %d months after the review of '%s'",
                     c->article->review_due.value, REVIEW_MONTHS, c->article->reviewed.value);
}

void check_provenance(const struct checking *c)
{
    const struct article *a = c->article;
    const struct {
        const char *key;
        const struct fact *fact;
    } wanted[] = {{"audience", &a->audience},
                  {"purpose", &a->purpose},
                  {"approved_on", &a->approved_on},
                  {"funding", &a->funding},
                  {"feedback", &a->feedback}};
    g_autoptr(GString) missing = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (!wanted[i].fact->value)
            g_string_append_printf(missing, "%s'%s'", missing->len ? ", " : "", wanted[i].key);
    if (missing->len)
        check_report(c, RULE_PROVENANCE, check_article_pos(c), "not given: %s", missing->str);
}

static bool text_has_word(const char *text, gsize length, const struct word *wanted)
{
    struct word_walk walk = word_walk(text, text + length);
    struct word word;
    while (word_next(&walk, &word))
        if (word.length == wanted->length &&
            g_ascii_strncasecmp(word.start, wanted->start, word.length) == 0)
            return true;
    return false;
}

/* The title and the first words of the text. */
static char *opening_text(const struct prose *prose)
{
    g_autoptr(GString) text = g_string_new(NULL);
    unsigned words = 0;
    for (guint i = 0; i < prose->passages->len && words < PURPOSE_WORDS; i++) {
        const struct passage *passage = prose_passage(prose, i);
        g_string_append_printf(text, "%s ", passage->text);
        words += passage_is_running(passage) ? passage->words : 0;
    }
    return g_strdup(text->str);
}

void check_purpose(const struct checking *c)
{
    const struct fact *purpose = &c->article->purpose;
    unsigned letters = c->language->purpose_letters;
    if (letters == 0 || !purpose->value)
        return;
    g_autofree char *text = opening_text(c->prose);
    struct word_walk walk = word_walk(purpose->value, purpose->value + strlen(purpose->value));
    struct word word;
    while (word_next(&walk, &word))
        if (word.letters >= letters && text_has_word(text, strlen(text), &word))
            return;
    check_report(c, RULE_PURPOSE, purpose->pos,
                 "no word of the purpose '%s' is in the title or the first %d words",
                 purpose->value, PURPOSE_WORDS);
}
