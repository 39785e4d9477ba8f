/*
 * A page may lie for long where it was put: each notice says its days, and the script hides it on
 * all others. Those that begin later are seen by the script alone.
 */
#include "export/html_catalogue_notice.h"

#include "content/date.h"
#include "export/html_page.h"

#include <string.h>

static char *day_text(const GDate *day)
{
    char text[sizeof "2026-03-31"];
    g_date_strftime(text, sizeof text, "%Y-%m-%d", day);
    return g_strdup(text);
}

/* For the script; NULL: the fact says no day. Owned by the caller. */
static char *first_day(const char *from)
{
    struct fact fact = {.value = (char *)from};
    GDate day;
    return date_first_day(&fact, &day) ? day_text(&day) : NULL;
}

static char *last_day(const char *till)
{
    struct fact fact = {.value = (char *)till};
    GDate day;
    return date_read(&fact, &day) ? day_text(&day) : NULL;
}

static void add_date(struct xml *page, const struct catalogue *catalogue, const char *date)
{
    if (!date)
        return;
    struct fact fact = {.value = (char *)date};
    g_autofree char *words = date_fact_in_words(&fact, catalogue->labels);
    xml_open(page, "time");
    xml_attribute(page, "class", "nb");
    xml_attribute(page, "datetime", date);
    xml_text(page, words);
    xml_close(page, "time");
}

/* "November 20, 2026 – November 26, 2026". */
static void add_dates(struct xml *page, const struct catalogue *catalogue,
                      const struct catalogue_entry *notice)
{
    if (!notice->from && !notice->till)
        return;
    xml_open(page, "p");
    xml_attribute(page, "class", "days");
    add_date(page, catalogue, notice->from);
    xml_text(page, " – ");
    add_date(page, catalogue, notice->till);
    html_page_close(page, "p");
}

static void open_line(struct xml *page, const struct catalogue_entry *notice)
{
    xml_open(page, "p");
    xml_attribute(page, "lang", notice->lang);
    xml_attribute(page, "dir", notice->rtl ? "rtl" : "ltr");
}

/* The title leads to the page of the notice. Where its words begin with it, it is said once. */
static void add_words(struct xml *page, const struct catalogue_entry *notice)
{
    bool begins = g_str_has_prefix(notice->words, notice->title);
    open_line(page, notice);
    xml_open(page, "a");
    xml_attribute(page, "href", notice->href);
    xml_element(page, "strong", notice->title);
    xml_close(page, "a");
    if (!begins) {
        html_page_close(page, "p");
        open_line(page, notice);
    }
    xml_text(page, notice->words + (begins ? strlen(notice->title) : 0));
    html_page_close(page, "p");
}

static void add_notice(struct xml *page, const struct catalogue *catalogue,
                       const struct catalogue_entry *notice, const GDate *today)
{
    g_autofree char *from = first_day(notice->from), *till = last_day(notice->till);
    g_autofree char *day = day_text(today);
    if (till && strcmp(till, day) < 0)
        return;
    xml_open(page, "div");
    xml_attribute(page, "class", "notice");
    xml_attribute(page, "data-from", from);
    xml_attribute(page, "data-till", till);
    xml_attribute(page, "hidden", from && strcmp(from, day) > 0 ? "" : NULL);
    xml_open(page, "div");
    xml_break(page);
    add_words(page, notice);
    add_dates(page, catalogue, notice);
    html_page_close(page, "div");
    html_page_close(page, "div");
}

void html_add_notices(struct xml *page, const struct catalogue *catalogue)
{
    GDate today;
    date_today(&today);
    for (guint i = 0; i < catalogue->notices->len; i++) {
        const GPtrArray *languages = catalogue->notices->pdata[i];
        add_notice(page, catalogue, languages->pdata[0], &today);
    }
}
