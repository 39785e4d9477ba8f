/*
 * The first pane: all topics, of those the ones that hold the words looked for.
 */
#include "serve/page_parts.h"

#include "base/direction.h"
#include "export/html_motif.h"

/* Of those printed so many are shown, so that the list has the room. */
#define MOST_RECENT 2

/* The languages that a topic is there in, each in the mark-up of its own. */
static void add_languages(struct xml *xml, const struct page_view *view, const char *topic)
{
    g_autoptr(GPtrArray) languages = page_languages(view, topic);
    page_open(xml, "span", "langs");
    for (guint i = 0; i < languages->len; i++) {
        const struct offer *offer = languages->pdata[i];
        xml_text(xml, i == 0 ? "" : labels_get(view->labels, LABEL_LIST_SEPARATOR));
        page_add_language(xml, offer->lang, offer->language);
    }
    xml_close(xml, "span");
}

static void add_topics(struct xml *xml, const struct page_view *view, const GPtrArray *topics,
                       const struct offer *chosen)
{
    for (guint i = 0; i < topics->len; i++) {
        const struct offer *offer = topics->pdata[i];
        bool is_chosen = chosen && g_str_equal(chosen->topic, offer->topic);
        g_autofree char *words = page_titles(view, offer->topic);
        xml_open(xml, "div");
        xml_attribute(xml, "data-words", words);
        page_open_radio(xml, "row", "topic", offer->topic, is_chosen);
        html_add_motif_square(xml, offer->art);
        page_open(xml, "strong", "title");
        xml_attribute(xml, "lang", offer->lang);
        xml_attribute(xml, "dir", "auto");
        xml_text(xml, offer->title);
        xml_close(xml, "strong");
        add_languages(xml, view, offer->topic);
        xml_close(xml, "label");
        xml_close(xml, "div");
    }
}

static void add_search(struct xml *xml, const struct page_view *view)
{
    xml_open(xml, "label");
    xml_attribute(xml, "for", "q");
    xml_text(xml, labels_get(view->labels, LABEL_DESK_SEARCH));
    xml_close(xml, "label");
    page_open(xml, "div", "search");
    xml_raw(xml, PAGE_LENS);
    xml_open(xml, "input");
    xml_attribute(xml, "id", "q");
    xml_attribute(xml, "type", "search");
    xml_attribute(xml, "name", "q");
    xml_attribute(xml, "value", view->choice.query);
    xml_attribute(xml, "autofocus", "");
    xml_attribute(xml, "autocomplete", "off");
    xml_attribute(xml, "aria-describedby", "found");
    xml_close(xml, "input");
    xml_close(xml, "div");
    xml_open(xml, "button"); /* the first of the form: what Enter in the field does */
    xml_attribute(xml, "class", "plain");
    xml_attribute(xml, "formmethod", "get");
    xml_attribute(xml, "formnovalidate", "");
    xml_attribute(xml, "formaction", "/");
    xml_text(xml, labels_get(view->labels, LABEL_FIND_HANDOUT));
    xml_close(xml, "button");
}

static void add_past(struct xml *xml, const struct page_view *view, const struct job *job,
                     const struct offer *offer)
{
    const char *separator = labels_get(view->labels, LABEL_LIST_SEPARATOR);
    const char *again = labels_get(view->labels, LABEL_DESK_AGAIN);
    const char *form = page_form_name(view, job->form);
    g_autofree char *key = job_key(job);
    g_autofree char *copies =
        g_strdup_printf("%s%s%d", labels_get(view->labels, LABEL_DESK_COPIES),
                        labels_get(view->labels, LABEL_FACT_SEPARATOR), job->copies);
    g_autofree char *how =
        g_strjoin(separator, offer->language, form, job->copies > 1 ? copies : job->at,
                  job->copies > 1 ? job->at : NULL, NULL);
    g_autofree char *label = g_strconcat(again, labels_get(view->labels, LABEL_FACT_SEPARATOR),
                                         offer->title, separator, how, NULL);
    xml_open(xml, "p");
    xml_open(xml, "span");
    xml_element(xml, "bdi", offer->title);
    xml_open(xml, "br");
    xml_close(xml, "br");
    xml_element(xml, "bdi", how);
    xml_close(xml, "span");
    page_open(xml, "button", "minor");
    xml_attribute(xml, "name", "again");
    xml_attribute(xml, "value", key);
    xml_attribute(xml, "formaction", "/again");
    xml_attribute(xml, "formnovalidate", "");
    xml_attribute(xml, "aria-label", label);
    xml_text(xml, again);
    xml_close(xml, "button");
    xml_close(xml, "p");
}

/* Whether one of those before it was the same. */
static bool is_repeated(const GPtrArray *recent, guint i)
{
    g_autofree char *key = job_key(recent->pdata[i]);
    for (guint k = 0; k < i; k++) {
        g_autofree char *before = job_key(recent->pdata[k]);
        if (g_str_equal(before, key))
            return true;
    }
    return false;
}

/* The last ones, of the same the last; past its review date none is printed by one click. */
static void add_recent(struct xml *xml, const struct page_view *view)
{
    const GPtrArray *recent = jobs_recent(view->jobs);
    guint shown = 0;
    page_open(xml, "div", "recent");
    for (guint i = 0; i < recent->len && shown < MOST_RECENT; i++) {
        const struct job *job = recent->pdata[i];
        const struct offer *offer = offers_find(view->offers, job->name);
        if (!offer || offer->past_review || !offer_form(offer, job->form) || is_repeated(recent, i))
            continue;
        if (shown++ == 0)
            xml_element(xml, "h3", labels_get(view->labels, LABEL_DESK_RECENT));
        add_past(xml, view, job, offer);
    }
    xml_close(xml, "div");
}

static void add_count(struct xml *xml, const struct page_view *view, guint found)
{
    g_autofree char *count = g_strdup_printf("%u", found);
    g_autofree char *told = labels_format(view->labels, LABEL_HANDOUTS_FOUND, "count", count, NULL);
    xml_open(xml, "p");
    xml_attribute(xml, "id", "found");
    xml_attribute(xml, "role", "status");
    xml_attribute(xml, "data-words", labels_get(view->labels, LABEL_HANDOUTS_FOUND));
    xml_text(xml, told);
    xml_close(xml, "p");
}

/* How far the first build has come: there are more to come than are found. */
static void add_making(struct xml *xml, const struct page_view *view)
{
    const struct offers *offers = view->offers;
    page_open(xml, "div", "making");
    if (offers->of > 0) {
        g_autofree char *count = g_strdup_printf(DIRECTION_LTR_ISOLATE "%u / %u" DIRECTION_POP,
                                                 offers->done, offers->of);
        g_autofree char *told =
            labels_format(view->labels, LABEL_HANDOUTS_FOUND, "count", count, NULL);
        xml_element(xml, "p", labels_get(view->labels, LABEL_DESK_MAKING));
        xml_open(xml, "label");
        xml_text(xml, told);
        xml_open(xml, "progress");
        xml_attribute_int(xml, "value", (int)offers->done);
        xml_attribute_int(xml, "max", (int)offers->of);
        xml_close(xml, "progress");
        xml_close(xml, "label");
    }
    xml_close(xml, "div");
}

void page_add_find(struct xml *xml, const struct page_view *view, const struct offer *chosen)
{
    g_autoptr(GPtrArray) topics = page_topics(view);
    page_open_pane(xml, "pane find", "h-find", "1", labels_get(view->labels, LABEL_FIND_HANDOUT));
    add_search(xml, view);
    add_count(xml, view, topics->len);
    add_making(xml, view);
    html_add_motif_squares(xml);
    page_open(xml, "fieldset", "list");
    xml_element(xml, "legend", labels_get(view->labels, LABEL_TOPICS));
    add_topics(xml, view, topics, chosen);
    xml_close(xml, "fieldset");
    add_recent(xml, view);
    xml_close(xml, "section");
}
