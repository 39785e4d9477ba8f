/*
 * Forms of a handout.
 */
#include "export/form.h"

#include <glib.h>

struct form *form_new(const char *label, char *href, char *kind)
{
    struct form *form = g_new(struct form, 1);
    *form = (struct form){label, href, kind};
    return form;
}

void form_free(struct form *form)
{
    g_free(form->href);
    g_free(form->kind);
    g_free(form);
}
