/*
 * The structure tree: making, freeing and naming elements. Ids count up from the root, so that they
 * are the same for the same content on every run.
 */
#include "document/element.h"

#include <assert.h>

static const char *const role_names[] = {
    [ROLE_DOCUMENT] = "Document",
    [ROLE_SECT] = "Sect",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_H4] = "H4",
    [ROLE_H5] = "H5",
    [ROLE_H6] = "H6",
    [ROLE_P] = "P",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_TABLE] = "Table",
    [ROLE_THEAD] = "THead",
    [ROLE_TBODY] = "TBody",
    [ROLE_TR] = "TR",
    [ROLE_TH] = "TH",
    [ROLE_TD] = "TD",
    [ROLE_FIGURE] = "Figure",
    [ROLE_CAPTION] = "Caption",
    [ROLE_LINK] = "Link",
    [ROLE_BLOCKQUOTE] = "BlockQuote",
    [ROLE_CODE] = "Code",
    [ROLE_SPAN] = "Span",
    [ROLE_FORM] = "Form",
};
static_assert(G_N_ELEMENTS(role_names) == ROLE_COUNT, "every role has a name");

const char *role_name(enum role role)
{
    return role_names[role];
}

bool role_is_heading(enum role role)
{
    return role >= ROLE_H1 && role <= ROLE_H6;
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

/* What the union holds. */
static void free_details(struct element *element)
{
    switch (element->role) {
    case ROLE_H1:
    case ROLE_H2:
    case ROLE_H3:
    case ROLE_H4:
    case ROLE_H5:
    case ROLE_H6:
        g_free(element->as.heading.bookmark);
        break;
    case ROLE_TH:
    case ROLE_TD:
        g_clear_pointer(&element->as.cell.headers, g_ptr_array_unref);
        break;
    case ROLE_LINK:
        g_free(element->as.link.uri);
        break;
    case ROLE_FORM:
        g_free(element->as.form.name);
        break;
    case ROLE_SPAN:
        g_free(element->as.span.expansion);
        break;
    case ROLE_DOCUMENT:
    case ROLE_SECT:
    case ROLE_P:
    case ROLE_L:
    case ROLE_LI:
    case ROLE_LBL:
    case ROLE_LBODY:
    case ROLE_TABLE:
    case ROLE_THEAD:
    case ROLE_TBODY:
    case ROLE_TR:
    case ROLE_FIGURE:
    case ROLE_CAPTION:
    case ROLE_BLOCKQUOTE:
    case ROLE_CODE:
    case ROLE_COUNT:
        break;
    }
}

void element_free(struct element *element)
{
    if (!element)
        return;
    g_ptr_array_unref(element->children);
    free_details(element);
    g_free(element->lang);
    g_free(element->alt);
    g_free(element->actual_text);
    g_free(element);
}

const struct element *element_link(const struct element *element)
{
    while (element && element->role != ROLE_LINK)
        element = element->parent;
    return element;
}

static bool is_inline(enum role role)
{
    return role == ROLE_LINK || role == ROLE_CODE || role == ROLE_SPAN;
}

const struct element *element_block(const struct element *element)
{
    while (element && is_inline(element->role))
        element = element->parent;
    return element;
}

const char *element_lang(const struct element *element)
{
    while (element && !element->lang)
        element = element->parent;
    return element ? element->lang : NULL;
}
