/*
 * Runs of a .docx file, words that look alike, and what is switched on in it.
 */
#include "import/docx.h"
#include "import/office.h"

#include <string.h>

bool docx_is_on(const xmlNode *node)
{
    g_autofree char *value = office_value(node, "val");
    return node && (!value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                               strcmp(value, "off") != 0));
}

xmlNode *docx_new_run(const xmlNode *like, const char *words)
{
    xmlNode *run = xmlNewNode(like->ns, BAD_CAST "r");
    xmlNode *text = xmlNewTextChild(run, like->ns, BAD_CAST "t", BAD_CAST words);
    xmlNodeSetSpacePreserve(text, 1);
    return run;
}
