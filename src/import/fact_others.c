/*
 * Numbers around the article that are those of others: of who made the site, of a hospital whose
 * own site a link leads to. What such numbers are called is known to no list of words; but the line
 * says "website" in the page's language, or is the one of copyright, or links the name elsewhere.
 */
#include "base/pattern.h"
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
    static struct pattern link = PATTERN("\\[([^\\]]+)\\]\\(([^)]*)\\)");
    struct range at[3] = {{0, 0}};
    while (line->marked && pattern_find_groups(&link, line->marked, at[0].end, at, 3)) {
        g_autofree char *words = g_strndup(line->marked + at[1].start, at[1].end - at[1].start);
        g_autofree char *url = g_strndup(line->marked + at[2].start, at[2].end - at[2].start);
        if (address_kind(url) == ADDRESS_WEB && !fact_service_of_link(url) &&
            g_str_has_suffix(label, words))
            return true;
    }
    return false;
}

bool fact_is_of_others(const struct source *source, const struct input_line *line,
                       const char *label)
{
    return line->aside &&
           (says_website(source, label) || is_beside_copyright(source, line, label) ||
            leads_elsewhere(line, label));
}
