/*
 * What staff should look at, in the words of the checks, each with where it is or what to do.
 */
#include "serve/page_parts.h"

#include "base/lang.h"

#include <string.h>

/* So many are shown. */
#define MOST_PROBLEMS 3

static void add_place(struct xml *xml, const struct offer_problem *problem)
{
    if (!*problem->place)
        return;
    xml_text(xml, " ");
    xml_element(xml, "bdi", problem->place);
}

/* To the handout itself, which says what to do before it is given out. */
static void add_way(struct xml *xml, const struct page_view *view,
                    const struct offer_problem *problem)
{
    const struct offer *offer = offers_find(view->offers, problem->name);
    if (!offer) {
        add_place(xml, problem);
        return;
    }
    const struct page_choice choice = {
        .topic = offer->topic, .lang = offer->lang, .words = view->choice.words};
    g_autofree char *address = page_address(&choice);
    xml_open(xml, "a");
    xml_attribute(xml, "href", address);
    xml_text(xml, labels_get(view->labels, LABEL_DESK_WHAT_TO_DO));
    xml_close(xml, "a");
    add_place(xml, problem);
}

/* The line that it is about, in whichever language that is. */
static void add_where(struct xml *xml, const struct page_view *view,
                      const struct offer_problem *problem)
{
    g_autofree char *text = offer_problem_text(problem);
    if (!text) {
        add_place(xml, problem);
        return;
    }
    xml_open(xml, "details");
    xml_open(xml, "summary");
    xml_element(xml, "span", labels_get(view->labels, LABEL_DESK_SHOW_WHERE));
    add_place(xml, problem);
    xml_close(xml, "summary");
    xml_open(xml, "code");
    xml_attribute(xml, "dir", "auto");
    xml_attribute(xml, "lang", problem->lang);
    xml_text(xml, text);
    xml_close(xml, "code");
    xml_close(xml, "details");
}

static void add_problem(struct xml *xml, const struct page_view *view,
                        const struct offer_problem *problem)
{
    static const char *const marks[] = {[OFFER_BROKEN] = PAGE_PART,
                                        [OFFER_ASK] = PAGE_WARNING,
                                        [OFFER_STALE] = PAGE_CLOCK,
                                        [OFFER_DOUBT] = PAGE_WARNING};
    xml_open(xml, "li");
    xml_raw(xml, marks[problem->weight]);
    xml_open(xml, "div");
    xml_open(xml, "p");
    xml_attribute(xml, "lang", LANG_USUAL);
    xml_attribute(xml, "dir", "ltr");
    if (problem->title) {
        xml_open(xml, "strong");
        page_add_language(xml, problem->lang, problem->title);
        xml_close(xml, "strong");
        xml_text(xml, ": ");
    }
    xml_text(xml, problem->message);
    xml_close(xml, "p");
    if (problem->weight == OFFER_ASK)
        add_way(xml, view, problem);
    else
        add_where(xml, view, problem);
    xml_close(xml, "div");
    xml_close(xml, "li");
}

/* The checks speak English alone: on a page of another language that is said. */
static void add_problems_head(struct xml *xml, const struct page_view *view)
{
    xml_open(xml, "h3");
    xml_text(xml, labels_get(view->labels, LABEL_DESK_PROBLEMS));
    if (!g_str_equal(labels_lang(view->labels), LANG_USUAL)) {
        xml_text(xml, " (");
        page_add_language(xml, LANG_USUAL, "English");
        xml_text(xml, ")");
    }
    xml_close(xml, "h3");
}

/* Whether one before it is of the same file: each gets its word in before one has a second. */
static bool is_of_one_before(const GPtrArray *problems, guint i)
{
    const struct offer_problem *problem = problems->pdata[i];
    for (guint k = 0; k < i; k++)
        if (g_strcmp0(((const struct offer_problem *)problems->pdata[k])->path, problem->path) == 0)
            return true;
    return false;
}

void page_add_problems(struct xml *xml, const struct page_view *view)
{
    const GPtrArray *problems = view->offers->problems;
    if (problems->len == 0)
        return;
    page_open(xml, "div", "todo");
    add_problems_head(xml, view);
    xml_open(xml, "ul");
    guint shown = 0;
    for (guint i = 0; i < problems->len && shown < MOST_PROBLEMS; i++)
        if (!is_of_one_before(problems, i)) {
            add_problem(xml, view, problems->pdata[i]);
            shown++;
        }
    xml_close(xml, "ul");
    if (problems->len > shown) {
        g_autofree char *count = g_strdup_printf("%u", problems->len - shown);
        g_autofree char *more =
            labels_format(view->labels, LABEL_DESK_PROBLEMS_MORE, "count", count, NULL);
        xml_element(xml, "p", more);
    }
    xml_close(xml, "div");
}
