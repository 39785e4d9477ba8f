/*
 * The second pane: the language and the form of the handout, and what comes out.
 */
#include "serve/page_parts.h"

#include "content/date.h"

#include <glib/gstdio.h>
#include <string.h>

#define LETTERS "Aa"

/* Drawn on 24 by 24 units. */
#define DOTS                                                                                       \
    "<circle cx=\"8\" cy=\"5\" r=\"2.5\"/><circle cx=\"16\" cy=\"5\" r=\"2.5\"/>"                  \
    "<circle cx=\"8\" cy=\"12\" r=\"2.5\"/><circle cx=\"16\" cy=\"19\" r=\"2.5\"/>"
#define PHONE  "<path fill-rule=\"evenodd\" d=\"M6 2h12v20H6zM8 5v12h8V5z\"/>"
#define FOLDS  "<path d=\"M2 5l6-2v16l-6 2zM9 3l6 2v16l-6-2zM16 5l6-2v16l-6 2z\"/>"
#define BOOK   "<path d=\"M2 4q5-2 9.5 1v16q-4.5-3-9.5-1zM22 4q-5-2-9.5 1v16q4.5-3 9.5-1z\"/>"
#define SHEETS "<path d=\"M2 4h9v16H2zM13 4h9v16h-9z\"/>"
#define SHEET  "<path d=\"M4 2h10l6 6v14H4z\"/>"
#define PEN    "<path d=\"M3 21l1-5L16 4l4 4L8 20z\"/>"

/* The forms as the desk names them, in its order. What no printer prints is handed out otherwise,
 * by a link. */
static const struct form {
    const char *form;
    enum label name, hint;
    const char *mark; /* a drawing, or letters */
    enum label link;  /* LABEL_COUNT: it is printed */
    bool saved;       /* the link saves the file; else it opens it */
    bool folds;       /* its sheets are folded */
} forms[] = {
    {"standard", LABEL_DESK_STANDARD, LABEL_DESK_HINT_STANDARD, LETTERS, LABEL_COUNT, false, false},
    {"large", LABEL_FORMAT_LARGE, LABEL_DESK_HINT_LARGE, LETTERS, LABEL_COUNT, false, false},
    {"giant", LABEL_FORMAT_GIANT, LABEL_DESK_HINT_GIANT, LETTERS, LABEL_COUNT, false, false},
    {"braille", LABEL_FORMAT_BRAILLE, LABEL_DESK_HINT_BRAILLE, DOTS, LABEL_DESK_SAVE_BRAILLE, true,
     false},
    {"html", LABEL_DESK_PHONE, LABEL_DESK_HINT_PHONE, PHONE, LABEL_DESK_OPEN_PAGE, false, false},
    {"brochure", LABEL_FORMAT_BROCHURE, LABEL_DESK_HINT_BROCHURE, FOLDS, LABEL_COUNT, false, true},
    {"booklet", LABEL_FORMAT_BOOKLET, LABEL_DESK_HINT_BOOKLET, BOOK, LABEL_COUNT, false, true},
    {"bilingual", LABEL_FORMAT_BILINGUAL, LABEL_DESK_HINT_BILINGUAL, SHEETS, LABEL_COUNT, false,
     false},
    {"text", LABEL_FORMAT_TEXT, LABEL_DESK_HINT_TEXT, SHEET, LABEL_DESK_OPEN_TEXT, false, false},
    {"contact-slip", LABEL_DESK_SLIP, LABEL_DESK_HINT_SLIP, PEN, LABEL_COUNT, false, false},
};

static const struct form *find_form(const char *form)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_equal(forms[i].form, form))
            return &forms[i];
    return NULL;
}

bool page_knows_form(const char *form)
{
    return find_form(form);
}

const char *page_form_name(const struct page_view *view, const char *form)
{
    const struct form *known = find_form(form);
    return known ? labels_get(view->labels, known->name) : form;
}

const char *page_form_link(const struct page_view *view, const char *form)
{
    const struct form *known = find_form(form);
    return known && known->link != LABEL_COUNT ? labels_get(view->labels, known->link) : NULL;
}

bool page_form_saved(const char *form)
{
    const struct form *known = find_form(form);
    return known && known->saved;
}

bool page_form_folds(const char *form)
{
    const struct form *known = find_form(form);
    return known && known->folds;
}

char *page_form_address(const struct offer *offer, const struct offer_form *form)
{
    g_autofree char *name = g_uri_escape_string(offer->name, NULL, FALSE);
    return g_strdup_printf("/file?name=%s&form=%s", name, form->form);
}

static void add_lang_choice(struct xml *xml, const struct page_view *view,
                            const struct offer *chosen)
{
    page_open(xml, "fieldset", "options langs");
    xml_element(xml, "legend", labels_get(view->labels, LABEL_DESK_LANGUAGE));
    g_autoptr(GPtrArray) languages = page_languages(view, chosen->topic);
    for (guint i = 0; i < languages->len; i++) {
        const struct offer *offer = languages->pdata[i];
        page_open_radio(xml, "option", "lang", offer->lang, offer == chosen);
        page_add_language(xml, offer->lang, offer->language);
        xml_close(xml, "label");
    }
    xml_close(xml, "fieldset");
}

static void add_mark(struct xml *xml, const struct form *form)
{
    bool letters = g_str_equal(form->mark, LETTERS);
    g_autofree char *class = g_strdup_printf("mark %s", form->form);
    page_open(xml, "span", class);
    xml_attribute(xml, "aria-hidden", "true");
    xml_raw(xml, letters ? "" : "<svg viewBox=\"0 0 24 24\">");
    xml_raw(xml, form->mark);
    xml_raw(xml, letters ? "" : "</svg>");
    xml_close(xml, "span");
}

static void add_form_choice(struct xml *xml, const struct page_view *view,
                            const struct offer *offer, const struct offer_form *chosen)
{
    page_open(xml, "fieldset", "options forms");
    xml_element(xml, "legend", labels_get(view->labels, LABEL_DESK_WHO));
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        const struct offer_form *form = offer_form(offer, forms[i].form);
        if (!form)
            continue;
        page_open_radio(xml, "option", "form", form->form, form == chosen);
        add_mark(xml, &forms[i]);
        xml_open(xml, "span");
        xml_element(xml, "strong", labels_get(view->labels, forms[i].name));
        xml_text(xml, " ");
        xml_element(xml, "span", labels_get(view->labels, forms[i].hint));
        xml_close(xml, "span");
        xml_close(xml, "label");
    }
    xml_close(xml, "fieldset");
}

/* "Large print, pages: 4, sheets: 2"; owned. */
static char *words_of_form(const struct page_view *view, const struct offer_form *form)
{
    const char *name = page_form_name(view, form->form);
    if (page_form_link(view, form->form))
        return g_strdup(name);
    const char *separator = labels_get(view->labels, LABEL_LIST_SEPARATOR);
    g_autofree char *pages = g_strdup_printf("%u", form->pages);
    g_autofree char *sheets = g_strdup_printf("%u", form->sheets);
    g_autofree char *first = labels_format(view->labels, LABEL_FORM_PAGES, "pages", pages, NULL);
    g_autofree char *second =
        labels_format(view->labels, LABEL_DESK_SHEETS, "sheets", sheets, NULL);
    return g_strjoin(separator, name, first, second, NULL);
}

static void add_picture(struct xml *xml, const struct page_view *view, const struct offer *offer,
                        const struct offer_form *form, unsigned page)
{
    g_autofree char *name = g_uri_escape_string(offer->name, NULL, FALSE);
    g_autofree char *number = g_strdup_printf("%u", page);
    g_autofree char *count = g_strdup_printf("%u", form->pages);
    GStatBuf status = {0};
    g_stat(form->path, &status); /* another file has other pictures */
    g_autofree char *address =
        g_strdup_printf("/picture?name=%s&form=%s&page=%u&of=%" G_GINT64_FORMAT, name, form->form,
                        page, (gint64)status.st_mtime);
    g_autofree char *words =
        labels_format(view->labels, LABEL_PAGE_OF, "page", number, "pages", count, NULL);
    xml_open(xml, "img");
    xml_attribute(xml, "src", address);
    xml_attribute(xml, "alt", words);
    xml_attribute(xml, "loading", "lazy");
    xml_close(xml, "img");
}

/* Side by side, as they come out. */
static void add_pictures(struct xml *xml, const struct page_view *view, const struct offer *offer,
                         const struct offer_form *form, const char *words)
{
    page_open(xml, "div", "sheets");
    xml_attribute(xml, "role", "group");
    xml_attribute(xml, "tabindex", "0");
    xml_attribute(xml, "aria-label", words);
    for (unsigned page = 1; page <= form->pages; page++)
        add_picture(xml, view, offer, form, page);
    xml_close(xml, "div");
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

static void add_preview(struct xml *xml, const struct page_view *view, const struct offer *offer,
                        const struct offer_form *form)
{
    g_autofree char *words = words_of_form(view, form);
    g_autofree char *address = page_form_address(offer, form);
    page_open(xml, "div", "preview");
    page_open(xml, "div", "told");
    if (!page_form_link(view, form->form))
        xml_element(xml, "h3", labels_get(view->labels, LABEL_DESK_PREVIEW));
    xml_element(xml, "p", words);
    if (!page_form_saved(form->form)) {
        xml_open(xml, "a");
        xml_attribute(xml, "href", address);
        xml_attribute(xml, "target", "_blank");
        xml_text(xml, labels_get(view->labels, LABEL_DESK_SEE_PAGES));
        xml_close(xml, "a");
    }
    xml_close(xml, "div");
    if (!page_form_link(view, form->form))
        add_pictures(xml, view, offer, form, words);
    else if (!page_form_saved(form->form))
        add_pages(xml, words, address);
    xml_close(xml, "div");
}

static const char *words_for_none(const struct page_view *view)
{
    enum label label = view->offers->all->len > 0 ? LABEL_DESK_NOTHING_FOUND
                       : view->offers->made       ? LABEL_DESK_NONE
                                                  : LABEL_DESK_MAKING;
    return labels_get(view->labels, label);
}

static void add_date(struct xml *xml, const struct page_view *view, enum label name,
                     const struct fact *fact)
{
    if (!fact->value)
        return;
    g_autofree char *date = date_fact_in_words(fact, view->labels);
    xml_open(xml, "p");
    xml_text(xml, labels_get(view->labels, name));
    xml_text(xml, labels_get(view->labels, LABEL_FACT_SEPARATOR));
    xml_element(xml, "bdi", date);
    xml_close(xml, "p");
}

static void add_past_review(struct xml *xml, const struct page_view *view,
                            const struct offer *offer)
{
    page_open_alert(xml, "alert past");
    xml_element(xml, "strong", labels_get(view->labels, LABEL_DESK_PAST_REVIEW));
    add_date(xml, view, LABEL_REVIEW_DUE, &offer->review_due);
    xml_close(xml, "div");
    xml_close(xml, "div");
}

void page_add_choose(struct xml *xml, const struct page_view *view, const struct offer *offer,
                     const struct offer_form *form)
{
    page_open_pane(xml, "pane work", "h-choose", "2", labels_get(view->labels, LABEL_DESK_CHOOSE));
    if (offer) {
        page_open(xml, "div", "told");
        xml_open(xml, "h3");
        xml_attribute(xml, "class", "title");
        xml_attribute(xml, "lang", offer->lang);
        xml_attribute(xml, "dir", "auto");
        xml_text(xml, offer->title);
        xml_close(xml, "h3");
        add_date(xml, view, LABEL_REVIEWED, &offer->reviewed);
        xml_close(xml, "div");
        if (offer->past_review)
            add_past_review(xml, view, offer);
        add_lang_choice(xml, view, offer);
        add_form_choice(xml, view, offer, form);
        if (form)
            add_preview(xml, view, offer, form);
    } else {
        xml_element(xml, "p", words_for_none(view));
    }
    xml_close(xml, "section");
}
