/*
 * Numbers around the article that are those of others: of who made the site, of a hospital whose
 * own site a link leads to; and numbers that nobody is to call. What such are called is known to no
 * list of words; but the line begins as credits do or says "website" in the page's language, or
 * says "not", or the line above does, or is the one of copyright, or links the name elsewhere.
 */
#include "content/address.h"
#include "content/labels.h"
#include "import/fact_messages.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* The word stands in the label, and is not all of it. */
static bool says_website(const struct source *source, const char *label)
{
    g_autofree char *word = g_utf8_strdown(labels_get(source->labels, LABEL_WEBSITE), -1);
    g_autofree char *lower = g_utf8_strdown(label, -1);
    const char *at = strstr(lower, word);
    bool starts = at && (at == lower || at[-1] == ' ');
    return starts && strlen(lower) > strlen(word);
}

/* The line of copyright names the clinic; who else has a number there is somebody else. */
static bool is_beside_copyright(const struct source *source, const struct input_line *line,
                                const char *label)
{
    enum found_key key;
    const char *rest, *name = source->logo_name;
    bool owned = strstr(line->text, "\u00A9") != NULL;
    bool said = fact_find_label(source, label, &key, &rest) || fact_is_tty(source, label);
    bool own = (source->window && strstr(source->window->text, label)) ||
               (name && strcmp(name, label) == 0);
    return owned && *label && !said && !own;
}

/* The label, or its end, is the words of a link to a site. */
static bool leads_elsewhere(const struct input_line *line, const char *label)
{
    size_t at = 0;
    bool elsewhere = false;
    for (char *words, *url; !elsewhere && source_next_link(line, &at, &words, &url);) {
        elsewhere = address_kind(url) == ADDRESS_WEB && !fact_service_of_link(url) &&
                    g_str_has_suffix(label, words);
        g_free(words);
        g_free(url);
    }
    return elsewhere;
}

bool fact_leads_on(const struct input_line *line)
{
    return g_str_has_suffix(line->text, ":") || g_str_has_suffix(line->text, "\uFF1A");
}

struct input_line *fact_line_above(const struct source *source, const struct input_line *line)
{
    for (unsigned i = line->order; i > 0; i--) {
        struct input_line *above = source->lines->pdata[i - 1];
        if (above->kind != LINE_BLANK)
            return line->breaks || fact_leads_on(above) ? above : NULL;
    }
    return NULL;
}

/* The line above goes on in this one, and says not to call what stands here. */
static bool is_denied(const struct source *source, const struct input_line *line)
{
    const struct input_line *above = fact_line_above(source, line);
    return above && above->kind == LINE_TEXT && !strpbrk(above->text, ".!?") &&
           labels_have(source->labels, LABELS_NEGATIONS, above->text);
}

bool fact_is_of_others(const struct source *source, const struct input_line *line,
                       const char *label)
{
    return labels_have(source->labels, LABELS_NEGATIONS, label) ||
           labels_begin(source->labels, LABELS_CREDIT_WORDS, label) ||
           (!*label && is_denied(source, line)) ||
           (line->aside &&
            (labels_begin(source->labels, LABELS_CREDIT_WORDS, line->text) ||
             says_website(source, label) || is_beside_copyright(source, line, label) ||
             leads_elsewhere(line, label)));
}
