/*
 * Services that carry messages, and often calls, to a telephone's number: pages name them by where
 * a link leads, or by an icon alone. Such a number is not the one that a clinic is called on.
 */
#include "import/fact_messages.h"
#include "base/pattern.h"
#include "content/telephone.h"

#include <string.h>

/* Icons and links have the same word in their names, hosts are short. */
static const struct {
    const char *word, *host, *name;
    const char *brand; /* how fonts call its icon, if the word alone may mean something else */
} services[] = {
    {"whatsapp", "wa.me", "WhatsApp", NULL},
    {"telegram", "t.me", "Telegram", NULL},
    {"viber", "viber.click", "Viber", NULL},
    {"signal", "signal.me", "Signal", "signal-messenger"},
    {"zalo", "zalo.me", "Zalo", NULL},
    {"wechat", "weixin.qq.com", "WeChat", NULL},
    {"messenger", "m.me", "Messenger", "facebook-messenger"},
};

/* The service that a word names, be it a common word. */
static const char *service_of_word(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(services); i++)
        if (g_ascii_strcasecmp(services[i].word, word) == 0)
            return services[i].name;
    return NULL;
}

const char *fact_service_of_icon(const char *name)
{
    static struct pattern joints = PATTERN("[^A-Za-z]+");
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&joints), name, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(services); i++) {
        if (services[i].brand && strstr(name, services[i].brand))
            return services[i].name;
        for (char **part = parts; *part && !services[i].brand; part++)
            if (g_ascii_strcasecmp(services[i].word, *part) == 0)
                return services[i].name;
    }
    return NULL;
}

const char *fact_service_of_words(const char *words)
{
    const char *whole = service_of_word(words);
    return whole ? whole : fact_service_of_icon(words);
}

const char *fact_service_of_link(const char *url)
{
    static struct pattern host = PATTERN("^(?i)(?:https?://(?:www\\.)?([^/?#]+)|([a-z]+)://)");
    struct range at[3];
    if (!pattern_find_groups(&host, url, 0, at, G_N_ELEMENTS(at)))
        return NULL;
    struct range found = at[1].end > at[1].start ? at[1] : at[2];
    g_autofree char *named = g_strndup(url + found.start, found.end - found.start);
    g_auto(GStrv) parts = g_strsplit(named, ".", -1); /* "api.whatsapp.com" */
    for (size_t i = 0; i < G_N_ELEMENTS(services); i++)
        if (g_ascii_strcasecmp(services[i].host, named) == 0)
            return services[i].name;
    const char *name = NULL;
    for (char **part = parts; *part && !name; part++)
        name = service_of_word(*part);
    return name;
}

char *fact_number_of_link(const char *url)
{
    static struct pattern number = PATTERN("(?:[/=]|%2[Bb])\\+?(\\d{7,15})(?!\\d)");
    struct range at[2];
    bool found =
        fact_service_of_link(url) && pattern_find_groups(&number, url, 0, at, G_N_ELEMENTS(at));
    return found ? g_strdup_printf("+%.*s", (int)(at[1].end - at[1].start), url + at[1].start)
                 : NULL;
}

/* A link of the line to such a service at or after `*at`, which goes behind it: its words go to
 * `*words`, both owned by the caller; NULL: there are no more. */
static char *next_link(const struct input_line *line, size_t *at, char **words)
{
    for (char *url; source_next_link(line, at, words, &url);) {
        if (fact_service_of_link(url))
            return url;
        g_free(url);
        g_free(*words);
    }
    return NULL;
}

const char *fact_service_of_number(const struct input_line *line, const char *number)
{
    size_t at = 0;
    char *words = NULL;
    for (char *url; (url = next_link(line, &at, &words));) {
        g_autofree char *own = url, *said = words, *to = fact_number_of_link(url);
        if (telephone_in(said, number) || (to && telephone_same(to, number)))
            return fact_service_of_link(own);
    }
    return line->service;
}
