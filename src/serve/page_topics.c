/*
 * The topics that somebody finds, and the languages of each.
 */
#include "serve/page_parts.h"

#include <string.h>

/* Small letters without their marks, as the script compares them. Owned. */
static char *bare(const char *text)
{
    g_autofree char *parted = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
    GString *letters = g_string_new(NULL);
    for (const char *at = parted ? parted : ""; *at; at = g_utf8_next_char(at))
        if (!g_unichar_ismark(g_utf8_get_char(at)))
            g_string_append_unichar(letters, g_unichar_tolower(g_utf8_get_char(at)));
    return g_string_free(letters, FALSE);
}

char *page_titles(const struct page_view *view, const char *topic)
{
    GString *titles = g_string_new(NULL);
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (g_str_equal(offer->topic, topic))
            g_string_append_printf(titles, "%s ", offer->title);
    }
    return g_string_free(titles, FALSE);
}

/* Every word of the query stands in one of its titles. */
static bool is_found(const struct page_view *view, const char *topic)
{
    g_autofree char *titles = page_titles(view, topic);
    g_autofree char *low = bare(titles);
    g_autofree char *asked = bare(view->choice.query);
    g_auto(GStrv) words = g_strsplit_set(asked, " \t", -1);
    for (char **word = words; *word; word++)
        if (!strstr(low, *word))
            return false;
    return true;
}

/* How often the topic was printed, in all its languages. */
static int count_printed(const struct page_view *view, const char *topic)
{
    int count = 0;
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (g_str_equal(offer->topic, topic))
            count += jobs_count(view->jobs, offer->name);
    }
    return count;
}

/* Those printed as often stay in the order of their titles: the sort is stable. */
static int compare_printed(const void *a, const void *b, void *user)
{
    const struct offer *one = *(struct offer *const *)a, *other = *(struct offer *const *)b;
    return count_printed(user, other->topic) - count_printed(user, one->topic);
}

GPtrArray *page_topics(const struct page_view *view)
{
    const struct offers *offers = view->offers;
    GPtrArray *topics = g_ptr_array_new();
    for (guint i = 0; i < offers->all->len; i++) {
        const struct offer *offer = offers->all->pdata[i];
        bool is_listed = offers_of_topic(offers, offer->topic, NULL) == offer;
        if (is_listed && is_found(view, offer->topic))
            g_ptr_array_add(topics, (gpointer)offer);
    }
    g_ptr_array_sort_with_data(topics, compare_printed, (gpointer)view);
    return topics;
}

GPtrArray *page_languages(const struct page_view *view, const char *topic)
{
    const struct offer *first = offers_of_topic(view->offers, topic, NULL);
    GPtrArray *languages = g_ptr_array_new();
    if (first)
        g_ptr_array_add(languages, (gpointer)first);
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (g_str_equal(offer->topic, topic) && offer != first)
            g_ptr_array_add(languages, (gpointer)offer);
    }
    return languages;
}
