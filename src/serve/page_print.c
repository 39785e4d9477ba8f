/*
 * The third pane: how many, the printer and the job.
 */
#include "serve/page_parts.h"
#include "serve/state.h"

#include <string.h>

/* The three steps of turning sheets, drawn on 120 by 80 units. */
#define DRAWING "<svg viewBox=\"0 0 120 80\" aria-hidden=\"true\">"
#define DRAW_TAKE                                                                                  \
    DRAWING "<path d=\"M35 8h50v34H35zM22 40h76v32H22zM60 66V50M53 56l7-7 7 7M42 18h36M42 26h24\"" \
            "/></svg>"
#define DRAW_TURN                                                                                  \
    DRAWING "<path d=\"M14 20h38v54H14zM68 20h38v54H68zM21 32h24M21 42h24M21 52h14M45 12q15-9 "    \
            "30 0M76 5v8h-8\"/><path class=\"solid\" d=\"M87 28l8 12H79z\"/></svg>"
#define DRAW_BACK                                                                                  \
    DRAWING "<path d=\"M38 8h44v22H38zM24 30h72v26H24zM40 48h40v26H40zM48 58h24M48 "               \
            "66h16\"/></svg>"

static void add_words(struct xml *xml, const struct page_view *view, enum label label)
{
    xml_text(xml, labels_get(view->labels, label));
}

/* One of the drawings with what to do. */
static void add_step(struct xml *xml, const struct page_view *view, const char *drawing,
                     enum label what, enum label more)
{
    bool now = what == LABEL_TURN_OVER; /* the one before is done when this is read */
    xml_open(xml, "li");
    xml_attribute(xml, "aria-current", now ? "step" : NULL);
    xml_raw(xml, drawing);
    xml_element(xml, "strong", labels_get(view->labels, what));
    if (more != LABEL_COUNT)
        xml_element(xml, "p", labels_get(view->labels, more));
    xml_close(xml, "li");
}

/* Open as it comes: without a script it stands in the page, with one before it. */
static void add_turn(struct xml *xml, const struct page_view *view, const char *form)
{
    xml_open(xml, "dialog");
    xml_attribute(xml, "class", "turn");
    xml_attribute(xml, "open", "");
    xml_attribute(xml, "aria-labelledby", "h-turn");
    xml_attribute(xml, "aria-describedby", "p-turn");
    xml_open(xml, "h3");
    xml_attribute(xml, "id", "h-turn");
    add_words(xml, view, LABEL_TURN_TITLE);
    xml_close(xml, "h3");
    xml_open(xml, "p");
    xml_attribute(xml, "id", "p-turn");
    add_words(xml, view, LABEL_TURN_LEAD);
    xml_close(xml, "p");
    xml_open(xml, "ol");
    add_step(xml, view, DRAW_TAKE, LABEL_TURN_TAKE, LABEL_TURN_TAKE_MORE);
    add_step(xml, view, DRAW_TURN, LABEL_TURN_OVER, LABEL_TURN_OVER_MORE);
    add_step(xml, view, DRAW_BACK, LABEL_TURN_BACK, LABEL_COUNT);
    xml_close(xml, "ol");
    page_open(xml, "div", "buttons");
    page_add_button(xml, "main", "/backs", labels_get(view->labels, LABEL_TURN_BACK));
    if (!page_form_folds(form)) /* onto sheets of their own: the same pages in the same order */
        page_add_button(xml, "minor", "/backs", labels_get(view->labels, LABEL_TURN_APART));
    page_add_button(xml, "minor", "/stop", labels_get(view->labels, LABEL_PLAYER_LISTEN_STOP));
    xml_close(xml, "div");
    xml_close(xml, "dialog");
}

/* What is so, with which copy comes out (NULL: nobody knows), and what then happens by itself; left
 * open. */
static void open_told(struct xml *xml, const struct state_words *words, const char *copy)
{
    if (words->keeps) {
        page_open_alert(xml, "alert");
    } else {
        page_open(xml, "div", "news");
        xml_open(xml, "div");
    }
    xml_open(xml, "strong");
    xml_text(xml, words->what);
    if (copy) {
        xml_text(xml, " ");
        xml_text(xml, copy);
    }
    xml_close(xml, "strong");
    if (words->then)
        xml_element(xml, "p", words->then);
}

static void close_told(struct xml *xml)
{
    xml_close(xml, "div");
    xml_close(xml, "div");
}

/* What the script shows when the desk has not taken what was sent. */
static void add_failed(struct xml *xml, const struct page_view *view)
{
    page_open(xml, "div", "failed");
    xml_attribute(xml, "role", "alert");
    xml_attribute(xml, "hidden", "");
    page_open_alert(xml, "alert");
    xml_element(xml, "strong", labels_get(view->labels, LABEL_DESK_REFUSED));
    close_told(xml);
    xml_close(xml, "div");
}

static void add_behind(struct xml *xml, const struct page_view *view, guint waiting)
{
    g_autofree char *count = g_strdup_printf("%u", waiting);
    g_autofree char *behind = labels_format(view->labels, LABEL_DESK_BEHIND, "count", count, NULL);
    xml_element(xml, "p", behind);
}

/* "1 of 2", of "1/2". Owned; NULL: nobody knows, or there is one. */
static char *words_of_copy(const struct page_view *view, const struct jobs_state *state)
{
    g_auto(GStrv) parts = g_strsplit(state->detail, "/", 2);
    if (!g_str_equal(state->event, "printing") || g_strv_length(parts) != 2)
        return NULL;
    return labels_format(view->labels, LABEL_PART_OF, "part", parts[0], "parts", parts[1], NULL);
}

static void add_state(struct xml *xml, const struct page_view *view)
{
    struct jobs_state state = jobs_state(view->jobs);
    struct state_words words = state_of_job(&state, view->labels);
    bool turn = g_str_equal(state.event, "turn");
    page_open(xml, "div", "state");
    xml_attribute(xml, "role", "status");
    xml_attribute(xml, "data-event", state.event);
    xml_attribute(xml, "data-busy", state.busy ? "yes" : NULL);
    if (words.what) {
        g_autofree char *copy = words_of_copy(view, &state);
        open_told(xml, &words, copy);
        if (state.waiting)
            add_behind(xml, view, state.waiting);
        if (turn)
            page_add_button(xml, "minor again", "/backs",
                            labels_get(view->labels, LABEL_TURN_BACK));
        if (state.busy || turn)
            page_add_button(xml, "minor again", "/stop", labels_get(view->labels, LABEL_DESK_STOP));
        close_told(xml);
    }
    xml_close(xml, "div");
    page_open(xml, "div", "turning");
    if (turn)
        add_turn(xml, view, state.job->form);
    xml_close(xml, "div");
}

/* Before one prints: what keeps the printer from it, unless a job tells the same. */
static void add_ahead(struct xml *xml, const struct page_view *view)
{
    struct state_words words = state_of_printer(&view->printer, view->labels);
    struct jobs_state state = jobs_state(view->jobs);
    page_open(xml, "div", "ahead");
    if (words.what && words.keeps && !state.busy) {
        open_told(xml, &words, NULL);
        close_told(xml);
    }
    xml_close(xml, "div");
}

static void add_step_button(struct xml *xml, const struct page_view *view, const char *step,
                            const char *sign, enum label label)
{
    page_open(xml, "button", "step");
    xml_attribute(xml, "type", "button");
    xml_attribute(xml, "data-step", step);
    xml_attribute(xml, "hidden", "");
    xml_attribute(xml, "aria-label", labels_get(view->labels, label));
    xml_text(xml, sign);
    xml_close(xml, "button");
}

static void add_copies(struct xml *xml, const struct page_view *view)
{
    page_open(xml, "div", "copies");
    xml_open(xml, "label");
    xml_attribute(xml, "for", "copies");
    add_words(xml, view, LABEL_DESK_COPIES);
    xml_close(xml, "label");
    add_step_button(xml, view, "-1", "−", LABEL_DESK_COPY_LESS);
    xml_open(xml, "input");
    xml_attribute(xml, "id", "copies");
    xml_attribute(xml, "type", "number");
    xml_attribute(xml, "name", "copies");
    xml_attribute(xml, "min", "1");
    xml_attribute(xml, "max", "99");
    xml_attribute_int(xml, "value", view->choice.copies);
    xml_close(xml, "input");
    add_step_button(xml, view, "1", "+", LABEL_DESK_COPY_MORE);
    xml_close(xml, "div");
}

static void add_fact(struct xml *xml, const struct page_view *view, enum label name,
                     const char *value)
{
    xml_element(xml, "dt", labels_get(view->labels, name));
    xml_open(xml, "dd");
    xml_element(xml, "bdi", value);
    xml_close(xml, "dd");
}

/* Where the sheets come out, and how. */
static void add_facts(struct xml *xml, const struct page_view *view, const struct offer_form *form)
{
    static const char *const papers[PAPER_COUNT] = {[PAPER_LETTER] = "Letter", [PAPER_A4] = "A4"};
    enum label sides = form->pages <= form->sheets ? LABEL_DESK_SIDES_ONE
                       : view->printer.one_sided   ? LABEL_DESK_SIDES_BY_HAND
                                                   : LABEL_DESK_SIDES_BOTH;
    xml_open(xml, "dl");
    if (*view->printer.printer)
        add_fact(xml, view, LABEL_DESK_PRINTER, view->printer.printer);
    add_fact(xml, view, LABEL_DESK_PAPER, papers[view->offers->paper]);
    add_fact(xml, view, LABEL_DESK_SIDES, labels_get(view->labels, sides));
    xml_close(xml, "dl");
}

/* Its name is "Print"; what it will do stands below and is heard as its description. The number
 * follows the field. */
static void add_print_button(struct xml *xml, const struct page_view *view,
                             const struct offer *offer)
{
    g_autofree char *copies = g_strdup_printf("%d", view->choice.copies);
    page_open(xml, "button", "go");
    xml_attribute(xml, "formaction", "/print");
    xml_attribute(xml, "aria-labelledby", "go");
    xml_attribute(xml, "aria-describedby", "go-what");
    xml_raw(xml, PAGE_PRINTER);
    xml_open(xml, "span");
    xml_open(xml, "strong");
    xml_attribute(xml, "id", "go");
    add_words(xml, view, LABEL_DESK_PRINT);
    xml_close(xml, "strong");
    xml_open(xml, "span");
    xml_attribute(xml, "id", "go-what");
    add_words(xml, view, LABEL_DESK_COPIES);
    add_words(xml, view, LABEL_FACT_SEPARATOR);
    xml_open(xml, "span");
    xml_attribute(xml, "id", "go-copies");
    xml_text(xml, copies);
    xml_close(xml, "span");
    add_words(xml, view, LABEL_LIST_SEPARATOR);
    page_add_language(xml, offer->lang, offer->language);
    xml_close(xml, "span");
    xml_close(xml, "span");
    xml_close(xml, "button");
}

/* What whoever prints it past its review date has to say, of this one handout. */
static void add_asked(struct xml *xml, const struct page_view *view, const struct offer *offer)
{
    page_open(xml, "label", "asked");
    xml_open(xml, "input");
    xml_attribute(xml, "type", "checkbox");
    xml_attribute(xml, "name", "asked");
    xml_attribute(xml, "value", offer->name);
    xml_attribute(xml, "required", "");
    xml_close(xml, "input");
    add_words(xml, view, LABEL_DESK_PAST_REVIEW_ASKED);
    xml_close(xml, "label");
}

/* A job is on its way, and the printer is kept from it. */
static bool is_waiting(const struct page_view *view)
{
    struct jobs_state state = jobs_state(view->jobs);
    return state.busy && state_of_job(&state, view->labels).keeps;
}

/* Where the button is else, and in its place for who has come to it by the keyboard: why there is
 * nothing to press, and how much paper the job takes. */
static void add_waiting(struct xml *xml, const struct page_view *view)
{
    const struct job *job = jobs_state(view->jobs).job;
    const struct offer *offer = offers_find(view->offers, job->name);
    const struct offer_form *form = offer ? offer_form(offer, job->form) : NULL;
    page_open(xml, "button", "go waits");
    xml_attribute(xml, "type", "button");
    xml_attribute(xml, "aria-disabled", "true");
    xml_raw(xml, PAGE_CLOCK);
    xml_open(xml, "span");
    xml_element(xml, "strong", labels_get(view->labels, LABEL_DESK_WAITING));
    if (form) {
        g_autofree char *count = g_strdup_printf("%u", form->sheets * (unsigned)job->copies);
        g_autofree char *sheets =
            labels_format(view->labels, LABEL_DESK_SHEETS, "sheets", count, NULL);
        xml_element(xml, "span", sheets);
    }
    xml_close(xml, "span");
    xml_close(xml, "button");
}

/* The words of the link; NULL: it is printed. Without a printer the sheets are opened: the browser
 * prints or saves them elsewhere. */
static const char *words_of_link(const struct page_view *view, const struct offer_form *form)
{
    const char *link = page_form_link(view, form->form);
    bool none = g_str_equal(view->printer.keyword, "no-printer");
    return !link && none ? labels_get(view->labels, LABEL_DESK_SEE_PAGES) : link;
}

/* The one thing to do with what is chosen: print it, or take the file. */
static void add_go(struct xml *xml, const struct page_view *view, const struct offer *offer,
                   const struct offer_form *form)
{
    const char *link = words_of_link(view, form);
    if (!link && is_waiting(view)) {
        add_waiting(xml, view);
    } else if (!link) {
        add_facts(xml, view, form);
        if (offer->past_review)
            add_asked(xml, view, offer);
        add_print_button(xml, view, offer);
    } else {
        g_autofree char *address = page_form_address(offer, form);
        g_autofree char *file = g_path_get_basename(form->path);
        bool saved = page_form_saved(form->form);
        page_open(xml, "a", "go");
        xml_attribute(xml, "href", address);
        xml_attribute(xml, "download", saved ? file : NULL);
        xml_attribute(xml, "target", saved ? NULL : "_blank");
        xml_text(xml, link);
        xml_close(xml, "a");
    }
}

void page_add_print(struct xml *xml, const struct page_view *view, const struct offer *offer,
                    const struct offer_form *form)
{
    page_open_pane(xml, "pane print", "h-print", "3", labels_get(view->labels, LABEL_DESK_PRINT));
    add_copies(xml, view);
    add_ahead(xml, view);
    add_failed(xml, view);
    add_state(xml, view);
    page_open(xml, "div", "act");
    if (form)
        add_go(xml, view, offer, form);
    xml_close(xml, "div");
    page_add_problems(xml, view);
    xml_close(xml, "section");
}
