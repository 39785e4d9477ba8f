/*
 * Facts in words that are only spoken or copied: alternative texts and the names of links and
 * fields. What is set on pages is isolated there.
 */
#include "document/compose.h"

#include "content/isolate.h"

static void isolate(struct element *element, const char *lang)
{
    lang = element->lang ? element->lang : lang;
    g_autofree char *alt = element->alt;
    element->alt = isolate_text(alt, lang);
    for (guint i = 0; i < element->children->len; i++)
        isolate(element->children->pdata[i], lang);
}

void compose_isolates(struct document *document)
{
    isolate(document->root, document->lang);
}
