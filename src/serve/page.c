/*
 * One form: topic, language, form, copies are radios and a number; what a button adds to them is
 * where it sends the form. Names of articles go through the browser and come back, so each is
 * looked up among the offers again.
 */
#include "serve/page.h"

#include "base/xml.h"
#include "serve/page_parts.h"
#include "serve/state.h"
#include "serve/tongue.h"

static struct state_words state_at(const struct page_view *view)
{
    struct jobs_state job = jobs_state(view->jobs);
    return state_now(&job, &view->printer, view->labels);
}

/* The title tells of a printer that waits for somebody, who may look at another page. */
static void add_head(struct xml *xml, const struct page_view *view)
{
    xml_open(xml, "head");
    xml_raw(xml, "<meta charset=\"utf-8\"><meta name=\"viewport\" "
                 "content=\"width=device-width,initial-scale=1\">");
    struct state_words words = state_at(view);
    g_autofree char *title =
        g_strdup_printf("%s%s%s – %s", words.keeps ? words.what : "", words.keeps ? " – " : "",
                        labels_get(view->labels, LABEL_DESK), view->clinic);
    xml_element(xml, "title", title);
    xml_raw(xml, "<link rel=\"stylesheet\" href=\"/desk.css\">"
                 "<script src=\"/desk.js\" defer></script>");
    xml_close(xml, "head");
}

/* How the printer is, before one prints. */
static void add_printer(struct xml *xml, const struct page_view *view)
{
    struct state_words words = state_at(view);
    page_open(xml, "p", "printer");
    xml_attribute(xml, "role", "status");
    if (words.what) {
        xml_raw(xml, words.keeps ? PAGE_WARNING : PAGE_PRINTER);
        xml_element(xml, "span", words.what);
    }
    xml_close(xml, "p");
}

/* The page in another language, with what is chosen. Owned. */
static char *address_in(const struct page_choice *choice, const char *tag)
{
    struct page_choice other = *choice;
    other.words = tag;
    return page_address(&other);
}

/* The languages of the page, each in its own words. */
static void add_tongues(struct xml *xml, const struct page_view *view)
{
    const char *now = labels_get(view->labels, LABEL_LANGUAGE_NAME);
    page_open(xml, "details", "tongues");
    xml_open(xml, "summary");
    xml_text(xml, labels_get(view->labels, LABEL_PLAYER_LANGUAGE));
    xml_text(xml, labels_get(view->labels, LABEL_FACT_SEPARATOR));
    xml_text(xml, now);
    xml_close(xml, "summary");
    xml_open(xml, "ul");
    for (guint i = 0; i < view->tongues->len; i++) {
        const struct tongue *tongue = view->tongues->pdata[i];
        g_autofree char *address = address_in(&view->choice, tongue->tag);
        xml_open(xml, "li");
        xml_open(xml, "a");
        xml_attribute(xml, "href", address);
        xml_attribute(xml, "lang", tongue->tag);
        xml_attribute(xml, "aria-current", g_str_equal(tongue->name, now) ? "true" : NULL);
        xml_element(xml, "bdi", tongue->name);
        xml_close(xml, "a");
        xml_close(xml, "li");
    }
    xml_close(xml, "ul");
    xml_close(xml, "details");
}

static void add_top(struct xml *xml, const struct page_view *view)
{
    page_open(xml, "header", "top");
    xml_open(xml, "h1");
    xml_text(xml, view->clinic);
    xml_text(xml, " ");
    xml_element(xml, "span", labels_get(view->labels, LABEL_DESK));
    xml_close(xml, "h1");
    add_printer(xml, view);
    add_tongues(xml, view);
    xml_open(xml, "a");
    xml_attribute(xml, "href", "/web/index.html");
    xml_attribute(xml, "target", "_blank");
    xml_text(xml, labels_get(view->labels, LABEL_CATALOGUE));
    xml_close(xml, "a");
    xml_close(xml, "header");
}

/* What was asked for, if its topic is in the list; else the first there: the list has no row for
 * another to be sent by. NULL: the list is empty. */
static const struct offer *choose_offer(const struct page_view *view)
{
    g_autoptr(GPtrArray) topics = page_topics(view);
    for (guint i = 0; i < topics->len; i++) {
        const struct offer *offer = topics->pdata[i];
        if (g_strcmp0(offer->topic, view->choice.topic) == 0)
            return offers_of_topic(view->offers, offer->topic, view->choice.lang);
    }
    return topics->len > 0 ? topics->pdata[0] : NULL;
}

/* What was asked for, if it is handed out; a build makes more. NULL: there is none. */
static const struct offer_form *choose_form(const struct offer *offer, const char *asked)
{
    const struct offer_form *form =
        asked && page_knows_form(asked) ? offer_form(offer, asked) : NULL;
    return form ? form : offer_form(offer, "standard");
}

char *page_write(const struct page_view *view)
{
    const struct page_choice *choice = &view->choice;
    const struct offer *offer = choose_offer(view);
    const struct offer_form *form = offer ? choose_form(offer, choice->form) : NULL;
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_head(xml);
    xml_open(xml, "html");
    xml_attribute(xml, "lang", labels_lang(view->labels));
    xml_attribute(xml, "dir", labels_get(view->labels, LABEL_DIRECTION));
    add_head(xml, view);
    xml_open(xml, "body");
    xml_attribute(xml, "data-build", view->build);
    add_top(xml, view);
    xml_open(xml, "main");
    page_open(xml, "form", "desk");
    xml_attribute(xml, "method", "post");
    xml_attribute(xml, "action", "/print");
    page_add_hidden(xml, "token", view->token);
    if (choice->words)
        page_add_hidden(xml, "words", choice->words);
    page_add_find(xml, view, offer);
    page_add_choose(xml, view, offer, form);
    page_add_print(xml, view, offer, form);
    xml_close(xml, "form");
    xml_close(xml, "main");
    xml_close(xml, "body");
    xml_close(xml, "html");
    return xml_finish(xml);
}
