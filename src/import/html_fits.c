/*
 * Whether an element is what a rule is said of. Awkward: what a selector asks for above an element
 * may be found in several places, only one of which goes on to fit; they are tried from the nearest
 * on, and so many at most, for a hostile page would have all of them tried for each.
 */
#include "import/html_css.h"

#include <string.h>

#define STEPS_MOST 1024

/* How far it has come. */
struct trial {
    struct css_page *page;
    unsigned steps;
    const struct css_element *scope; /* what ":has(" is said of; NULL: nothing */
};

static enum css_truth fits(const struct css_selector *selector, const struct css_element *element,
                           struct trial *trial);

static enum css_truth holds(bool truth)
{
    return truth ? CSS_YES : CSS_NO;
}

static bool has_name(const struct css_element *element, unsigned number)
{
    for (unsigned i = 0; i < element->n; i++)
        if (element->names[i] == number)
            return true;
    return false;
}

/* One of the words of a value. */
static bool has_word(const char *value, const char *word)
{
    g_auto(GStrv) words = g_strsplit_set(value, " \t\r\n\f", -1);
    return *word && g_strv_contains((const char *const *)words, word);
}

static bool has_attribute(const struct css_test *test, const xmlNode *node)
{
    g_autofree char *written = node->properties ? html_value(node, test->name) : NULL;
    if (!written || !test->value)
        return written != NULL;
    g_autofree char *value = test->any_case ? g_utf8_casefold(written, -1) : g_strdup(written);
    g_autofree char *asked =
        test->any_case ? g_utf8_casefold(test->value, -1) : g_strdup(test->value);
    size_t length = strlen(asked);
    switch (test->sign) {
    case '^':
        return *asked && g_str_has_prefix(value, asked);
    case '$':
        return *asked && g_str_has_suffix(value, asked);
    case '*':
        return *asked && strstr(value, asked);
    case '~':
        return has_word(value, asked);
    case '|':
        return g_str_has_prefix(value, asked) && (!value[length] || value[length] == '-');
    default:
        return strcmp(value, asked) == 0;
    }
}

/* Of the words in it: "de" is also "de-CH". */
static bool has_lang(const xmlNode *node, const char *list)
{
    g_autofree char *lang = NULL;
    for (; node && node->type == XML_ELEMENT_NODE && !lang; node = node->parent)
        lang = html_lang(node);
    g_auto(GStrv) each = g_strsplit_set(list, ", \t\r\n\"'", -1);
    for (char **one = each; lang && *one; one++) {
        size_t length = strlen(*one);
        if (length > 0 && g_ascii_strncasecmp(lang, *one, length) == 0 &&
            (!lang[length] || lang[length] == '-'))
            return true;
    }
    return false;
}

static bool is_nth(const struct css_test *test, int place)
{
    int by = place - test->offset;
    return test->step == 0 ? by == 0 : by % test->step == 0 && by / test->step >= 0;
}

static bool is_empty(const xmlNode *node)
{
    const xmlNode *n = node->children;
    while (n && (n->type == XML_COMMENT_NODE || n->type == XML_CDATA_SECTION_NODE))
        n = n->next; /* words that sheets added are none of the page */
    return !n;
}

static enum css_truth some(const struct css_test *test, const struct css_element *element,
                           struct trial *trial)
{
    enum css_truth best = CSS_NO;
    for (guint i = 0; i < test->others->len; i++)
        best =
            MAX(best, fits(&g_array_index(test->others, struct css_selector, i), element, trial));
    return best;
}

/* What is below the element or, as its siblings may be asked for, behind it and below that. */
static enum css_truth has_one(const struct css_selector *selector,
                              const struct css_element *element, struct trial *trial)
{
    char tie = g_array_index(selector->compounds, struct css_compound, 1).tie;
    bool behind = tie == '+' || tie == '~';
    unsigned end = behind && element->parent ? element->parent->end : element->end;
    enum css_truth best = CSS_NO;
    for (unsigned i = behind ? element->end : element->index + 1; i < end && best < CSS_YES; i++) {
        if (trial->page->left == 0)
            return CSS_MAYBE;
        trial->page->left--;
        const struct css_element *other = trial->page->elements->pdata[i];
        if (selector->key && !has_name(other, selector->key))
            continue;
        struct trial inner = {trial->page, 0, element};
        best = MAX(best, fits(selector, other, &inner));
    }
    return best;
}

static enum css_truth has(const struct css_test *test, const struct css_element *element,
                          struct trial *trial)
{
    enum css_truth best = CSS_NO;
    for (guint i = 0; i < test->others->len && best < CSS_YES; i++)
        best = MAX(best,
                   has_one(&g_array_index(test->others, struct css_selector, i), element, trial));
    return best;
}

static enum css_truth passes(const struct css_test *test, const struct css_element *element,
                             struct trial *trial)
{
    enum css_truth truth;
    switch (test->kind) {
    case CSS_TEST_NAME:
        return holds(has_name(element, test->number));
    case CSS_TEST_ATTRIBUTE:
        return holds(has_attribute(test, element->node));
    case CSS_TEST_NTH:
        return holds(is_nth(test, css_place(element, test->from_last, test->of_kind)));
    case CSS_TEST_ONLY:
        return holds(css_place(element, false, test->of_kind) == 1 &&
                     css_place(element, true, test->of_kind) == 1);
    case CSS_TEST_EMPTY:
        return holds(is_empty(element->node));
    case CSS_TEST_LINK:
        return holds(html_is(element->node, "a") &&
                     xmlHasProp((xmlNode *)element->node, BAD_CAST "href"));
    case CSS_TEST_STATE:
        return CSS_ELSEWHERE;
    case CSS_TEST_SOME:
        return some(test, element, trial);
    case CSS_TEST_NONE:
        truth = some(test, element, trial);
        return truth == CSS_MAYBE ? CSS_MAYBE : holds(truth != CSS_YES);
    case CSS_TEST_HAS:
        return has(test, element, trial);
    case CSS_TEST_SCOPE:
        return holds(trial->scope ? element == trial->scope : !element->parent);
    case CSS_TEST_LANG:
        return holds(has_lang(element->node, test->value));
    case CSS_TEST_ALL:
        return CSS_YES;
    case CSS_TEST_UNKNOWN:
        break;
    }
    return CSS_MAYBE;
}

static enum css_truth passes_all(const struct css_compound *compound,
                                 const struct css_element *element, struct trial *trial)
{
    enum css_truth truth = CSS_YES;
    for (guint i = 0; i < compound->tests->len && truth != CSS_NO; i++)
        truth =
            MIN(truth, passes(&g_array_index(compound->tests, struct css_test, i), element, trial));
    return truth;
}

/* The compounds up to `last`, the last of which is asked of the element. */
static enum css_truth fits_to(const struct css_selector *selector, guint last,
                              const struct css_element *element, struct trial *trial)
{
    if (trial->steps++ > STEPS_MOST)
        return CSS_MAYBE;
    const struct css_compound *compound =
        &g_array_index(selector->compounds, struct css_compound, last);
    enum css_truth truth = passes_all(compound, element, trial), best = CSS_NO;
    if (truth == CSS_NO || last == 0)
        return truth;
    bool up = compound->tie == ' ' || compound->tie == '>';
    bool once = compound->tie == '>' || compound->tie == '+';
    const struct css_element *at = up ? element->parent : element->before;
    while (at && best < truth) {
        best = MAX(best, MIN(truth, fits_to(selector, last - 1, at, trial)));
        at = once ? NULL : up ? at->parent : at->before;
    }
    return best;
}

static enum css_truth fits(const struct css_selector *selector, const struct css_element *element,
                           struct trial *trial)
{
    return fits_to(selector, selector->compounds->len - 1, element, trial);
}

enum css_truth css_fits(struct css_page *page, const struct css_selector *selector,
                        const struct css_element *element)
{
    uint64_t missing = 0;
    for (int i = 0; i < CSS_WORDS; i++)
        missing |= selector->above[i] & ~element->above[i];
    struct trial trial = {page, 0, NULL};
    return missing ? CSS_NO : fits(selector, element, &trial);
}
