/*
 * The topics that somebody finds, and the languages of each.
 */
#include "serve/page_parts.h"

#include <string.h>

/* Every word of the query stands in the title, whatever its case. */
static bool matches(const char *query, const char *title)
{
    g_autofree char *low = g_utf8_casefold(title, -1);
    g_autofree char *asked = g_utf8_casefold(query, -1);
    g_auto(GStrv) words = g_strsplit_set(asked, " \t", -1);
    for (char **word = words; *word; word++)
        if (!strstr(low, *word))
            return false;
    return true;
}

/* Of its titles, in any of its languages. */
static bool is_found(const struct page_view *view, const char *topic)
{
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (g_str_equal(offer->topic, topic) && matches(view->choice.query, offer->title))
            return true;
    }
    return false;
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
