/*
 * Icons that say what stands behind them: a receiver, an envelope, a clock. Each is an empty
 * element that fonts and drawings fill, so its meaning is in its class, its file or what it says to
 * those who cannot see it. Only what follows at once is meant, and only if it has the shape of
 * that.
 */
#include "base/pattern.h"
#include "import/fact_messages.h"
#include "import/facts.h"
#include "import/html_parts.h"

#include <string.h>

/* What the words in the names of icons mean. */
static const struct {
    const char *word; /* in small letters */
    enum found_key key;
} words[] = {
    {"fax", FOUND_FAX},
    {"phone", FOUND_TELEPHONE},
    {"telephone", FOUND_TELEPHONE},
    {"tel", FOUND_TELEPHONE},
    {"mobile", FOUND_TELEPHONE},
    {"call", FOUND_TELEPHONE},
    {"smartphone", FOUND_TELEPHONE},
    {"headset", FOUND_TELEPHONE},
    {"envelope", FOUND_EMAIL},
    {"email", FOUND_EMAIL},
    {"mail", FOUND_EMAIL},
    {"clock", FOUND_HOURS},
    {"schedule", FOUND_HOURS},
    {"hours", FOUND_HOURS},
    {"marker", FOUND_ADDRESS},
    {"location", FOUND_ADDRESS},
    {"address", FOUND_ADDRESS},
    {"geo", FOUND_ADDRESS},
    {"pin", FOUND_ADDRESS},
    {"place", FOUND_ADDRESS},
};

/* What the words of a name mean; COUNT: nothing, or several things. */
static enum found_key key_of_name(const char *name)
{
    static struct pattern joints = PATTERN("[^a-z]+|(?<=[a-z])(?=[A-Z])");
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&joints), name, 0);
    enum found_key key = FOUND_KEY_COUNT;
    for (char **part = parts; *part; part++)
        for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
            if (g_ascii_strcasecmp(*part, words[i].word) != 0)
                continue;
            /* "fa-phone-fax", as fonts call it, is no telephone */
            key = key == FOUND_FAX ? key : words[i].key;
        }
    return key;
}

/* What words for those who cannot see an icon mean, as labels before facts do. */
static enum found_key key_of_words(struct source *source, const char *said)
{
    enum found_key key;
    const char *rest;
    fact_load_labels(source);
    bool label = said && *said && fact_find_label(source, said, &key, &rest) && !(rest && *rest);
    return label ? key : FOUND_KEY_COUNT;
}

/* The same of an attribute of the element. */
static enum found_key key_of_attribute(struct source *source, const xmlNode *node, const char *name,
                                       bool is_name)
{
    g_autofree char *value = html_value(node, name);
    return !value ? FOUND_KEY_COUNT : is_name ? key_of_name(value) : key_of_words(source, value);
}

/* The title within a drawing, or where its shape is, may say it. */
static enum found_key key_within(struct source *source, const xmlNode *node)
{
    static const char *const links[] = {"href", "xlink:href"};
    enum found_key key = FOUND_KEY_COUNT;
    for (const xmlNode *n = html_after(node, node, true); n && key == FOUND_KEY_COUNT;
         n = html_after(n, node, true)) {
        g_autofree char *title = html_is(n, "title") ? html_words(n) : NULL;
        if (title)
            key = key_of_words(source, title);
        for (size_t i = 0; html_is(n, "use") && i < G_N_ELEMENTS(links); i++)
            key = MIN(key, key_of_attribute(source, n, links[i], true));
    }
    return key;
}

static const char *const drawn[] = {"i", "span", "svg", "img", "em", "b", "div", NULL};

/* True for what fonts or drawings show, and not words: a ligature is both. */
static bool is_icon(const xmlNode *node)
{
    static const char *const ligatures[] = {
        "material-icons",           "material-icons-outlined",   "material-icons-round",
        "material-symbols-rounded", "material-symbols-outlined", NULL};
    return html_is_one_of(node, drawn) && (html_is(node, "svg") || html_view(node)->letters == 0 ||
                                           html_has_class(node, ligatures));
}

static bool is_for_ears(const xmlNode *node)
{
    static const char *const classes[] = {"sr-only", "visually-hidden", "screen-reader-text",
                                          "elementor-screen-only", NULL};
    return html_is(node, "span") && html_has_class(node, classes);
}

/* COUNT: it is no icon that means a fact. */
static enum found_key key_of(struct source *source, const xmlNode *node)
{
    static const struct {
        const char *name;
        bool is_name;
    } attributes[] = {{"aria-label", false}, {"title", false},    {"alt", false},
                      {"class", true},       {"data-icon", true}, {"src", true}};
    enum found_key key = FOUND_KEY_COUNT;
    if (is_for_ears(node)) {
        g_autofree char *said = html_words(node);
        return key_of_words(source, said);
    }
    if (!is_icon(node))
        return key;
    for (size_t i = 0; i < G_N_ELEMENTS(attributes) && key == FOUND_KEY_COUNT; i++)
        key = key_of_attribute(source, node, attributes[i].name, attributes[i].is_name);
    if (key == FOUND_KEY_COUNT && html_is(node, "svg"))
        key = key_within(source, node);
    if (key == FOUND_KEY_COUNT && !html_is(node, "svg") && html_view(node)->letters > 0) {
        g_autofree char *ligature = html_words(node);
        key = key_of_name(ligature);
    }
    return key;
}

/* The service for messages that an icon is of, by its name, its file's or its words; static; NULL:
 * none. */
static const char *service_of(const xmlNode *node)
{
    static const char *const said[] = {"alt", "title", "aria-label"};
    if (!is_icon(node))
        return NULL;
    g_autofree char *name = html_value(node, "class"), *src = html_value(node, "src");
    const char *slash = src ? strrchr(src, '/') : NULL;
    const char *file = slash ? slash + 1 : src;
    const char *service = name ? fact_service_of_icon(name) : NULL;
    service = !service && file ? fact_service_of_icon(file) : service;
    for (size_t i = 0; !service && i < G_N_ELEMENTS(said); i++) {
        g_autofree char *value = html_value(node, said[i]);
        service = value ? fact_service_of_words(value) : NULL;
    }
    return service;
}

void html_read_icon(struct walk *w, const xmlNode *node)
{
    const char *service = node->properties && !w->heading ? service_of(node) : NULL;
    if (service && w->aside && !ink_is_blank(w->ink)) {
        html_flush(w);
        w->breaks = true;
    }
    if (service && ink_is_blank(w->ink)) {
        w->service = service;
        return;
    }
    enum found_key key =
        node->properties || html_is(node, "svg") ? key_of(w->source, node) : FOUND_KEY_COUNT;
    if (key == FOUND_KEY_COUNT || w->heading)
        return;
    /* A second one begins another fact; the first of a line may stand within a sentence. */
    if (!ink_is_blank(w->ink) && (w->aside || w->sign != FOUND_NAME)) {
        html_flush(w);
        w->breaks = true;
    }
    w->sign = ink_is_blank(w->ink) ? key : FOUND_NAME;
}
