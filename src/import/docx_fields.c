/*
 * Fields of a .docx file: those that Word fills in, those of forms (ECMA-376, 17.16) and content
 * controls (17.5.2). What they show is text; where nobody filled one in, people write.
 */
#include "import/docx.h"
#include "import/office.h"
#include "import/parts.h"

#include <stdlib.h>
#include <string.h>

/* A field without an end goes no further. */
#define RUNS_MOST 100

static bool is_blank(const xmlNode *node)
{
    xmlChar *words = xmlNodeGetContent(node);
    const char *p = (const char *)words;
    while (g_unichar_isspace(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    bool blank = *p == '\0';
    xmlFree(words);
    return blank;
}

/* What a list to choose from shows; owned by the caller; NULL: nothing. */
static char *chosen(const xmlNode *list)
{
    g_autofree char *result = office_value(office_child(list, "result"), "val");
    g_autofree char *usual = office_value(office_child(list, "default"), "val");
    int left = result ? atoi(result) : usual ? atoi(usual) : 0;
    for (const xmlNode *n = list->children; n; n = n->next)
        if (office_is(n, "listEntry") && left-- == 0)
            return office_value(n, "val");
    return NULL;
}

/* The run that ends the text of the field which `run` begins, or the last in reach; NULL: the field
 * shows something. */
static xmlNode *find_end(xmlNode *run)
{
    xmlNode *last = run;
    for (unsigned left = RUNS_MOST; left > 0 && last->next; left--) {
        last = last->next;
        g_autofree char *kind = office_value(office_child(last, "fldChar"), "fldCharType");
        if (g_strcmp0(kind, "end") == 0)
            return last;
        if (office_is(last, "r") && office_child(last, "t") && !is_blank(last))
            return NULL;
    }
    return last;
}

/* What a field of a form shows stands at its end, if the text has it nowhere. */
static void settle_form(xmlNode *run)
{
    const xmlNode *form = office_child(office_child(run, "fldChar"), "ffData");
    const xmlNode *list = office_child(form, "ddList");
    xmlNode *end = list || office_child(form, "textInput") ? find_end(run) : NULL;
    g_autofree char *shown = list ? chosen(list) : NULL;
    if (end)
        xmlAddNextSibling(end, docx_new_run(run, shown && *shown ? shown : BLANK_LINE));
}

/* The words that ask one to fill in a control become a line to write on. */
static void settle_control(const xmlNode *control)
{
    xmlNode *content = office_child(control, "sdtContent");
    bool asks =
        content && docx_is_on(office_child(office_child(control, "sdtPr"), "showingPlcHdr"));
    bool first = true;
    for (xmlNode *n = asks ? content : NULL; n; n = office_after(n, content))
        if (office_is(n, "t")) {
            xmlNodeSetContent(n, BAD_CAST(first ? BLANK_LINE : ""));
            first = false;
        }
}

/* What only tells programs, or which way to write, what words are: pandoc drops those with it. */
static bool is_wrapped(const xmlNode *node)
{
    static const char *const names[] = {"fldSimple", "customXml", "smartTag", "bdo", "dir"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (office_is(node, names[i]))
            return true;
    return false;
}

/* What a simple field, or another of these, shows stands behind it. */
static void settle_simple(xmlNode *field)
{
    while (field->last)
        xmlAddNextSibling(field, field->last);
}

void docx_settle_fields(xmlNode *root)
{
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        if (is_wrapped(n))
            settle_simple(n);
        else if (office_is(n, "sdt"))
            settle_control(n);
        else if (office_is(n, "r"))
            settle_form(n);
    }
}
