/*
 * The structure tree: making, freeing and naming elements. Ids count up from the root, so that they
 * are the same for the same content on every run.
 */
#include "document/element.h"

#include "base/ahead.h"

#include <assert.h>

/* What is known of roles; `html` NULL: it depends on more than the role. */
static const struct {
    const char *name, *html;
    enum details details;
    bool is_block, in_line;
    const char *standard;
} roles[] = {
    [ROLE_DOCUMENT] = {"Document"},
    [ROLE_SECT] = {"Sect", "section"},
    [ROLE_H1] = {"H1", "h1", DETAILS_HEADING, .is_block = true},
    [ROLE_H2] = {"H2", "h2", DETAILS_HEADING, .is_block = true},
    [ROLE_H3] = {"H3", "h3", DETAILS_HEADING, .is_block = true},
    [ROLE_H4] = {"H4", "h4", DETAILS_HEADING, .is_block = true},
    [ROLE_H5] = {"H5", "h5", DETAILS_HEADING, .is_block = true},
    [ROLE_H6] = {"H6", "h6", DETAILS_HEADING, .is_block = true},
    [ROLE_P] = {"P", "p", .is_block = true},
    [ROLE_L] = {"L", NULL, DETAILS_LIST},
    [ROLE_LI] = {"LI", "li", .is_block = true},
    [ROLE_LBL] = {"Lbl"},
    [ROLE_LBODY] = {"LBody"},
    [ROLE_TABLE] = {"Table", "table"},
    [ROLE_THEAD] = {"THead", "thead"},
    [ROLE_TBODY] = {"TBody", "tbody"},
    [ROLE_TR] = {"TR", "tr"},
    [ROLE_TH] = {"TH", "th", DETAILS_CELL, .is_block = true},
    [ROLE_TD] = {"TD", "td", DETAILS_CELL, .is_block = true},
    [ROLE_FIGURE] = {"Figure"},
    [ROLE_CAPTION] = {"Caption", "caption", .is_block = true},
    [ROLE_LINK] = {"Link", "a", DETAILS_LINK, .in_line = true},
    [ROLE_BLOCKQUOTE] = {"BlockQuote", "blockquote"},
    [ROLE_ASIDE] = {"Aside", "aside", .standard = "Sect"},
    [ROLE_CODE] = {"Code", "code", .in_line = true},
    [ROLE_SPAN] = {"Span", "span", DETAILS_SPAN, .in_line = true},
    [ROLE_FORM] = {"Form", "input", DETAILS_FORM},
    [ROLE_NOTE] = {"Note", "div"},
    [ROLE_REFERENCE] = {"Reference", "span", .in_line = true},
    [ROLE_TOC] = {"TOC", "div"},
    [ROLE_TOCI] = {"TOCI", "p", .is_block = true},
};
static_assert(G_N_ELEMENTS(roles) == ROLE_COUNT, "every role is known");

const char *role_name(enum role role)
{
    return roles[role].name;
}

const char *role_standard(enum role role)
{
    return roles[role].standard;
}

const char *role_html(enum role role)
{
    return roles[role].html;
}

enum details role_details(enum role role)
{
    return roles[role].details;
}

bool role_is_heading(enum role role)
{
    return roles[role].details == DETAILS_HEADING;
}

bool role_is_block(enum role role)
{
    return roles[role].is_block;
}

struct element *element_new(struct element *parent, enum role role, struct pos pos)
{
    struct element *element = g_new0(struct element, 1);
    element->role = role;
    element->pos = pos;
    element->parent = parent;
    element->children = g_ptr_array_new_with_free_func((GDestroyNotify)element_free);
    if (!parent) {
        element->id = element->last_id = 1;
        return element;
    }
    struct element *root = parent;
    while (root->parent)
        root = root->parent;
    element->id = ++root->last_id;
    g_ptr_array_add(parent->children, element);
    return element;
}

const struct element *element_root(const struct element *element)
{
    while (element->parent)
        element = element->parent;
    return element;
}

/* What is looked into at each turn was asked for at one before. */
void element_ask_ahead(const GPtrArray *children, guint index)
{
    enum { ARRAYS = 6, ENTRIES = 4, CHILDREN = 2 };
    ahead_ask(children, index);
    if (index + ARRAYS >= children->len)
        return;
    struct element *const *at = (struct element *const *)children->pdata + index;
    const GPtrArray *below = at[CHILDREN]->children;
    __builtin_prefetch(at[ARRAYS]->children);
    __builtin_prefetch(at[ENTRIES]->children->pdata);
    for (guint i = 0; i < MIN(below->len, 2); i++)
        __builtin_prefetch(below->pdata[i]);
}

static void free_details(struct element *element)
{
    switch (role_details(element->role)) {
    case DETAILS_HEADING:
        g_free(element->as.heading.bookmark);
        break;
    case DETAILS_CELL:
        g_clear_pointer(&element->as.cell.headers, g_ptr_array_unref);
        break;
    case DETAILS_LINK:
        g_free(element->as.link.uri);
        g_free(element->as.link.number);
        break;
    case DETAILS_FORM:
        g_free(element->as.form.name);
        break;
    case DETAILS_SPAN:
        g_free(element->as.span.expansion);
        break;
    case DETAILS_NONE:
    case DETAILS_LIST:
    case DETAILS_COUNT:
        break;
    }
}

void element_free(struct element *element)
{
    if (!element)
        return;
    g_ptr_array_set_free_func(element->children, NULL);
    for (guint i = 0; i < element->children->len; i++) {
        element_ask_ahead(element->children, i);
        element_free(element->children->pdata[i]);
    }
    g_ptr_array_unref(element->children);
    free_details(element);
    g_free(element->lang);
    g_free(element->alt);
    g_free(element->anchor);
    g_free(element->actual_text);
    g_free(element);
}

const struct element *element_link(const struct element *element)
{
    while (element && element->role != ROLE_LINK)
        element = element->parent;
    return element;
}

const struct element *element_note(const struct element *element)
{
    const struct element *link = element_link(element);
    const struct element *target = link ? link->as.link.target : NULL;
    return target && target->role == ROLE_NOTE ? target : NULL;
}

const struct element *element_block(const struct element *element)
{
    while (element && roles[element->role].in_line)
        element = element->parent;
    return element;
}

const char *element_lang(const struct element *element)
{
    while (element && !element->lang)
        element = element->parent;
    return element ? element->lang : NULL;
}

const struct element *element_heard(const struct element *element)
{
    const struct element *found = NULL;
    for (const struct element *e = element; e && e != element_block(e); e = e->parent)
        if (e->role == ROLE_SPAN && e->actual_text)
            found = e;
    return found;
}

const struct element *element_turned(const struct element *element)
{
    for (const struct element *e = element; e && e != element_block(e); e = e->parent)
        if (e->role == ROLE_SPAN && e->as.span.direction != DIRECTION_NONE)
            return e;
    return NULL;
}
