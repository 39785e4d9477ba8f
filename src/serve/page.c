/*
 * One form: topic, language, form, copies are radios and a number; what a button adds to them is
 * where it sends the form. Names of articles go through the browser and come back, so each is
 * looked up among the offers again.
 */
#include "serve/page.h"

#include "base/xml.h"
#include "serve/page_parts.h"
#include "serve/state.h"

#include <stdlib.h>
#include <string.h>

/* The forms as the desk names them, in its order. What no printer prints is handed out otherwise,
 * by a link. */
static const struct form {
    const char *form, *name, *hint;
    const char *link;
    bool saved; /* the link saves the file; else it opens it */
} forms[] = {
    {"standard", "Standard", "small letters", NULL, false},
    {"large", "Large print", "bigger letters", NULL, false},
    {"giant", "Giant print", "low vision", NULL, false},
    {"braille", "Braille", "by touch", "Save for the embosser", true},
    {"html", "Own phone", "QR code, link", "Open the page", false},
    {"brochure", "Leaflet", "three folds", NULL, false},
    {"booklet", "Booklet", "to keep", NULL, false},
    {"bilingual", "Two languages", "side by side", NULL, false},
    {"text", "Plain text", "for e-mail", "Open the text to copy", false},
    {"contact-slip", "Contact slip", "to fill in", NULL, false},
};

static const struct form *find_form(const char *form)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_equal(forms[i].form, form))
            return &forms[i];
    return NULL;
}

static const char *form_name(const char *form)
{
    const struct form *known = find_form(form);
    return known ? known->name : form;
}

/* The words of the link that a form is handed out by; NULL: it is printed. */
static const char *form_link(const struct offer_form *form)
{
    const struct form *known = find_form(form->form);
    return known ? known->link : NULL;
}

static char *address_of(const struct offer *offer, const struct offer_form *form)
{
    g_autofree char *name = g_uri_escape_string(offer->name, NULL, FALSE);
    return g_strdup_printf("/file?name=%s&form=%s", name, form->form);
}

static void add_lang_choice(struct xml *xml, const struct page_view *view,
                            const struct offer *chosen)
{
    page_open(xml, "fieldset", "options");
    xml_element(xml, "legend", "Which language?");
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (!g_str_equal(offer->topic, chosen->topic))
            continue;
        page_open_radio(xml, "option", "lang", offer->lang, offer == chosen);
        xml_open(xml, "bdi");
        xml_attribute(xml, "lang", offer->lang);
        xml_text(xml, offer->language);
        xml_close(xml, "bdi");
        xml_close(xml, "label");
    }
    xml_close(xml, "fieldset");
}

static void add_form_choice(struct xml *xml, const struct offer *offer,
                            const struct offer_form *chosen)
{
    page_open(xml, "fieldset", "options");
    xml_element(xml, "legend", "Who is it for?");
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        const struct offer_form *form = offer_form(offer, forms[i].form);
        if (!form)
            continue;
        page_open_radio(xml, "option", "form", form->form, form == chosen);
        xml_open(xml, "span");
        xml_element(xml, "strong", forms[i].name);
        xml_text(xml, " ");
        xml_element(xml, "span", forms[i].hint);
        xml_close(xml, "span");
        xml_close(xml, "label");
    }
    xml_close(xml, "fieldset");
}

static char *counted(unsigned count, const char *what)
{
    return g_strdup_printf("%u %s%s", count, what, count == 1 ? "" : "s");
}

/* "Large print, 4 pages, 2 sheets"; owned. */
static char *words_of_form(const struct offer_form *form)
{
    if (form_link(form))
        return g_strdup(form_name(form->form));
    g_autofree char *pages = counted(form->pages, "page");
    g_autofree char *sheets = counted(form->sheets, "sheet");
    return g_strdup_printf("%s, %s, %s", form_name(form->form), pages, sheets);
}

/* The file as the browser itself shows it; cells of braille mean nothing there. */
static void add_pages(struct xml *xml, const char *words, const char *address)
{
    g_autofree char *plain = g_strconcat(address, "#toolbar=0&navpanes=0&view=FitH", NULL);
    page_open(xml, "iframe", "pages");
    xml_attribute(xml, "title", words);
    xml_attribute(xml, "src", plain);
    xml_close(xml, "iframe");
}

static void add_preview(struct xml *xml, const struct offer *offer, const struct offer_form *form)
{
    const struct form *known = find_form(form->form);
    g_autofree char *words = words_of_form(form);
    g_autofree char *address = address_of(offer, form);
    page_open(xml, "div", "preview");
    xml_element(xml, "h3",
                form_link(form) ? "What is handed out" : "What comes out of the printer");
    xml_element(xml, "p", words);
    if (!known->saved) {
        xml_open(xml, "a");
        xml_attribute(xml, "href", address);
        xml_attribute(xml, "target", "_blank");
        xml_text(xml, "See the pages");
        xml_close(xml, "a");
        add_pages(xml, words, address);
    }
    xml_close(xml, "div");
}

static const char *words_for_none(const struct offers *offers)
{
    if (!offers->made)
        return "The handouts are being made. This takes a moment.";
    return offers->all->len ? "No title has these words. Type others, or fewer."
                            : "There is no handout yet: write one in the folder content.";
}

static void add_choose(struct xml *xml, const struct page_view *view, const struct offer *offer,
                       const struct offer_form *form)
{
    page_open_pane(xml, "pane work", "h-choose", "2", "Choose");
    if (offer) {
        xml_open(xml, "h3");
        xml_attribute(xml, "class", "title");
        xml_attribute(xml, "lang", offer->lang);
        xml_text(xml, offer->title);
        xml_close(xml, "h3");
        if (offer->reviewed) {
            xml_open(xml, "p");
            xml_text(xml, "Reviewed ");
            xml_text(xml, offer->reviewed);
            xml_close(xml, "p");
        }
        add_lang_choice(xml, view, offer);
        add_form_choice(xml, offer, form);
        if (form)
            add_preview(xml, offer, form);
    } else {
        xml_element(xml, "p", words_for_none(view->offers));
    }
    xml_close(xml, "section");
}

static void add_state(struct xml *xml, const struct page_view *view)
{
    struct jobs_state state = jobs_state(view->jobs);
    g_autofree char *words = state_words(&state);
    bool turn = g_str_equal(state.event, "turn");
    page_open(xml, "div", "state");
    xml_attribute(xml, "role", "status");
    xml_attribute(xml, "data-event", state.event);
    xml_attribute(xml, "data-busy", state.busy ? "yes" : NULL);
    if (*words)
        xml_element(xml, "p", words);
    if (state.waiting) {
        g_autofree char *behind = g_strdup_printf("Then %u more %s.", state.waiting,
                                                  state.waiting == 1 ? "comes" : "come");
        xml_element(xml, "p", behind);
    }
    if (turn)
        page_add_button(xml, "minor", "/backs", "Print the backs");
    if (state.busy || turn)
        page_add_button(xml, "minor", "/stop", "Do not print it");
    xml_close(xml, "div");
}

static void add_copies(struct xml *xml, int copies)
{
    g_autofree char *value = g_strdup_printf("%d", copies);
    page_open(xml, "div", "copies");
    xml_open(xml, "label");
    xml_attribute(xml, "for", "copies");
    xml_text(xml, "Copies");
    xml_close(xml, "label");
    xml_open(xml, "input");
    xml_attribute(xml, "id", "copies");
    xml_attribute(xml, "type", "number");
    xml_attribute(xml, "name", "copies");
    xml_attribute(xml, "min", "1");
    xml_attribute(xml, "max", "99");
    xml_attribute(xml, "value", value);
    xml_close(xml, "input");
    xml_raw(xml, "<button type=\"button\" class=\"step\" data-step=\"-1\" hidden "
                 "aria-label=\"One copy less\">−</button>"
                 "<button type=\"button\" class=\"step\" data-step=\"1\" hidden "
                 "aria-label=\"One more copy\">+</button>");
    xml_close(xml, "div");
}

/* Those that staff should look at: three, then how many more. */
static void add_problems(struct xml *xml, const struct page_view *view)
{
    const GPtrArray *problems = view->offers->problems;
    if (problems->len == 0)
        return;
    page_open(xml, "div", "todo");
    xml_element(xml, "h3", "Please look at this");
    xml_open(xml, "ul");
    for (guint i = 0; i < MIN(problems->len, 3); i++) {
        const struct offer_problem *problem = problems->pdata[i];
        xml_open(xml, "li");
        xml_element(xml, "strong", problem->place);
        xml_text(xml, " ");
        xml_text(xml, problem->message);
        xml_close(xml, "li");
    }
    xml_close(xml, "ul");
    if (problems->len > 3) {
        g_autofree char *more = g_strdup_printf("and %u more", problems->len - 3);
        xml_element(xml, "p", more);
    }
    xml_close(xml, "div");
}

static void add_recent(struct xml *xml, const struct page_view *view)
{
    const GPtrArray *recent = jobs_recent(view->jobs);
    bool begun = false;
    for (guint i = 0, shown = 0; i < recent->len && shown < 3; i++) {
        const struct job *job = recent->pdata[i];
        const struct offer *offer = offers_find(view->offers, job->name);
        if (!offer || !offer_form(offer, job->form))
            continue;
        if (!begun) {
            page_open(xml, "div", "recent");
            xml_element(xml, "h3", "Printed a short while ago");
            begun = true;
        }
        g_autofree char *words =
            g_strdup_printf("%s, %s, %s", offer->title, form_name(job->form), job->at);
        g_autofree char *value = g_strdup_printf("%u", i);
        xml_open(xml, "p");
        xml_text(xml, words);
        page_open(xml, "button", "minor");
        xml_attribute(xml, "name", "again");
        xml_attribute(xml, "value", value);
        xml_attribute(xml, "formaction", "/again");
        g_autofree char *label = g_strdup_printf("Again: %s", words);
        xml_attribute(xml, "aria-label", label);
        xml_text(xml, "Again");
        xml_close(xml, "button");
        xml_close(xml, "p");
        shown++;
    }
    if (begun)
        xml_close(xml, "div");
}

/* The one thing to do with what is chosen: print it, or take the file. */
static void add_go(struct xml *xml, const struct offer *offer, const struct offer_form *form)
{
    page_open(xml, "div", "act");
    if (!form_link(form)) {
        page_add_button(xml, "go", "/print", "Print");
    } else {
        g_autofree char *address = address_of(offer, form);
        g_autofree char *file = g_path_get_basename(form->path);
        page_open(xml, "a", "go");
        xml_attribute(xml, "href", address);
        if (find_form(form->form)->saved)
            xml_attribute(xml, "download", file);
        else
            xml_attribute(xml, "target", "_blank");
        xml_text(xml, form_link(form));
        xml_close(xml, "a");
    }
    xml_close(xml, "div");
}

static void add_print(struct xml *xml, const struct page_view *view, const struct offer *offer,
                      const struct offer_form *form)
{
    page_open_pane(xml, "pane print", "h-print", "3", "Print");
    add_copies(xml, view->choice.copies);
    add_state(xml, view);
    if (form)
        add_go(xml, offer, form);
    add_recent(xml, view);
    add_problems(xml, view);
    xml_close(xml, "section");
}

static void add_head(struct xml *xml, const struct page_view *view)
{
    xml_open(xml, "head");
    xml_raw(xml, "<meta charset=\"utf-8\"><meta name=\"viewport\" "
                 "content=\"width=device-width,initial-scale=1\">");
    g_autofree char *title = g_strdup_printf("Front desk – %s", view->clinic);
    xml_element(xml, "title", title);
    xml_raw(xml, "<link rel=\"stylesheet\" href=\"/desk.css\">"
                 "<script src=\"/desk.js\" defer></script>");
    xml_close(xml, "head");
}

static void add_top(struct xml *xml, const struct page_view *view)
{
    page_open(xml, "header", "top");
    xml_open(xml, "h1");
    xml_text(xml, view->clinic);
    xml_text(xml, " ");
    xml_element(xml, "span", "Front desk");
    xml_close(xml, "h1");
    xml_open(xml, "a");
    xml_attribute(xml, "href", "/web/index.html");
    xml_attribute(xml, "target", "_blank");
    xml_text(xml, "See all handouts");
    xml_close(xml, "a");
    xml_close(xml, "header");
}

/* How often the topic was printed, in all its languages. */
static int topic_count(const struct page_view *view, const char *topic)
{
    int count = 0;
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = view->offers->all->pdata[i];
        if (g_str_equal(offer->topic, topic))
            count += jobs_count(view->jobs, offer->name);
    }
    return count;
}

/* What is chosen at the start: of the topics found the one that was printed most, of several the
 * first; NULL: there is none. */
static const struct offer *most_printed(const struct page_view *view)
{
    const struct offer *most = NULL;
    int most_count = -1;
    for (guint i = 0; i < view->offers->all->len; i++) {
        const struct offer *offer = page_listed(view, i);
        if (!offer || !page_finds(view, offer->topic))
            continue;
        int count = topic_count(view, offer->topic);
        most = count > most_count ? offer : most;
        most_count = MAX(count, most_count);
    }
    return most;
}

/* What was asked for, if it is handed out; a build makes more. NULL: there is none. */
static const struct offer_form *choose_form(const struct offer *offer, const char *asked)
{
    const struct offer_form *form = asked && find_form(asked) ? offer_form(offer, asked) : NULL;
    return form ? form : offer_form(offer, "standard");
}

char *page_write(const struct page_view *view)
{
    const struct page_choice *choice = &view->choice;
    const struct offer *offer = offers_of_topic(view->offers, choice->topic, choice->lang);
    if (!offer || !page_finds(view, offer->topic)) /* the list has no row for it to be sent by */
        offer = most_printed(view);
    const struct offer_form *form = offer ? choose_form(offer, choice->form) : NULL;
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_head(xml);
    xml_open(xml, "html");
    xml_attribute(xml, "lang", "en");
    add_head(xml, view);
    xml_open(xml, "body");
    add_top(xml, view);
    xml_open(xml, "main");
    page_open(xml, "form", "desk");
    xml_attribute(xml, "method", "post");
    xml_attribute(xml, "action", "/print");
    page_add_hidden(xml, "token", view->token);
    page_add_find(xml, view, offer);
    add_choose(xml, view, offer, form);
    add_print(xml, view, offer, form);
    xml_close(xml, "form");
    xml_close(xml, "main");
    xml_close(xml, "body");
    xml_close(xml, "html");
    return xml_finish(xml);
}
