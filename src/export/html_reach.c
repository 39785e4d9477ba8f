/*
 * Facts stand side by side where there is room, as many columns as they fill: what column a fact
 * belongs to is a table.
 */
#include "export/html_reach.h"

#include "document/contact.h"
#include "export/html_code.h"
#include "export/html_page.h"
#include "export/html_telephone.h"

enum column { HEAD, CALL, VISIT, HOURS, CRISIS, FOOT, COLUMN_COUNT };

static const enum column columns[FACT_COUNT] = {
    [FACT_NONE] = HEAD,     [FACT_NAME] = HEAD,     [FACT_TELEPHONE] = CALL,
    [FACT_TEXT] = CALL,     [FACT_FAX] = CALL,      [FACT_TTY] = CALL,
    [FACT_EMAIL] = CALL,    [FACT_WEBSITE] = CALL,  [FACT_ADDRESS] = VISIT,
    [FACT_HOURS] = HOURS,   [FACT_NOTES] = HOURS,   [FACT_SERVICES] = HOURS,
    [FACT_CRISIS] = CRISIS, [FACT_VERIFIED] = FOOT, [FACT_CODE] = FOOT};

/* The facts of one column, the array is the caller's. */
static GPtrArray *facts_in(const struct document *document, enum column column)
{
    const GPtrArray *facts = contact_facts(document);
    GPtrArray *chosen = g_ptr_array_new();
    for (guint i = 0; i < facts->len; i++)
        if (columns[((const struct block *)facts->pdata[i])->fact] == column)
            g_ptr_array_add(chosen, facts->pdata[i]);
    return chosen;
}

/* In a box of its own, or, without a class, as it is. */
static void add_column(struct xml *page, const struct document *document,
                       const struct html_setting *setting, enum column column, const char *class)
{
    g_autoptr(GPtrArray) facts = facts_in(document, column);
    if (facts->len == 0)
        return;
    if (class)
        html_page_open(page, "div", class);
    html_write_blocks(page, document, facts, setting);
    if (class)
        html_page_close(page, "div");
}

void html_add_contact(struct xml *page, const struct document *document,
                      const struct html_setting *setting)
{
    html_page_open(page, "footer", NULL);
    add_column(page, document, setting, HEAD, NULL);
    html_page_open(page, "div", "columns");
    for (enum column column = CALL; column <= HOURS; column++)
        add_column(page, document, setting, column, NULL);
    html_page_close(page, "div");
    add_column(page, document, setting, CRISIS, "crisis-strip");
    html_add_code(page, document);
    add_column(page, document, setting, FOOT, NULL);
    html_page_close(page, "footer");
}

char *html_contact(const struct document *document)
{
    struct xml *part = xml_new(XML_SYNTAX_HTML);
    html_add_contact(part, document, &(struct html_setting){.handout = true});
    return xml_finish(part);
}

char *html_telephone(const struct document *document)
{
    struct xml *part = xml_new(XML_SYNTAX_HTML);
    html_add_telephone(part, document, "telephone");
    return xml_finish(part);
}
