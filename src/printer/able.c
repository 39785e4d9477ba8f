/*
 * The job's attributes, but for the scale each only where the printer lists its value: an unknown
 * one makes some printers refuse the whole job. The names are those of RFC 8011 and PWG 5100.1 and
 * 5100.13.
 */
#include "printer/able.h"

#include <glib.h>
#include <string.h>

static ipp_attribute_t *find(const ipp_t *able, const char *name)
{
    return ippFindAttribute((ipp_t *)able, name, IPP_TAG_ZERO);
}

/* Whether the printer lists the keyword. */
static bool lists(const ipp_t *able, const char *name, const char *value)
{
    ipp_attribute_t *attribute = find(able, name);
    return attribute && ippContainsString(attribute, value);
}

static int finishing(const char *keyword)
{
    return ippEnumValue("finishings", keyword);
}

static bool can_finish(const ipp_t *able, const char *keyword)
{
    ipp_attribute_t *attribute = find(able, "finishings-supported");
    return attribute && ippContainsInteger(attribute, finishing(keyword));
}

bool able_is_one_sided(const ipp_t *able, const struct ticket *ticket)
{
    return !g_str_equal(ticket->sides, "one-sided") &&
           !lists(able, "sides-supported", ticket->sides);
}

bool able_chooses_pages(const ipp_t *able)
{
    ipp_attribute_t *pages = find(able, "page-ranges-supported");
    return pages && ippGetBoolean(pages, 0);
}

bool able_turns(const ipp_t *able)
{
    return lists(able, "sides-supported", "two-sided-long-edge") ||
           lists(able, "sides-supported", "two-sided-short-edge");
}

static int most_copies(const ipp_t *able)
{
    int most = 1;
    ipp_attribute_t *attribute = find(able, "copies-supported");
    if (attribute)
        ippGetRange(attribute, 0, &most);
    return MAX(most, 1);
}

int able_jobs(const ipp_t *able, const struct ticket *ticket)
{
    return most_copies(able) >= ticket->copies ? 1 : ticket->copies;
}

char *able_refuse(const ipp_t *able, const struct ticket *ticket, const char **keyword)
{
    *keyword = "media";
    if (find(able, "media-supported") && !lists(able, "media-supported", ticket->media))
        return g_strdup_printf("this printer does not take the paper %s, which 'paper' in "
                               "style.yaml asks for",
                               ticket->media);
    *keyword = "format";
    if (!lists(able, "document-format-supported", "application/pdf"))
        return g_strdup("this printer reads no PDF: add it to the printers of this computer, which "
                        "then translates for it");
    return NULL;
}

static void add_keyword(const ipp_t *able, ipp_t *request, const char *name, const char *value)
{
    g_autofree char *supported = g_strconcat(name, "-supported", NULL);
    if (lists(able, supported, value))
        ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, name, NULL, value);
}

static void add_pages(ipp_t *request, const char *pages)
{
    g_auto(GStrv) words = g_strsplit(pages, ",", -1);
    int count = (int)g_strv_length(words);
    g_autofree int *numbers = g_new(int, count);
    for (int i = 0; i < count; i++)
        numbers[i] = (int)g_ascii_strtoll(words[i], NULL, 10);
    ippAddRanges(request, IPP_TAG_JOB, "page-ranges", count, numbers, numbers);
}

/* Folds and staples that the printer has, of those wished. */
static void add_finishings(const ipp_t *able, const struct ticket *ticket, ipp_t *request)
{
    int values[8], count = 0;
    for (char *const *wish = ticket->finishings; wish && *wish; wish++)
        if (count < (int)G_N_ELEMENTS(values) && can_finish(able, *wish))
            values[count++] = finishing(*wish);
    if (count > 0)
        ippAddIntegers(request, IPP_TAG_JOB, IPP_TAG_ENUM, "finishings", count, values);
}

void able_add(const ipp_t *able, const struct ticket *ticket, ipp_t *request)
{
    int copies = able_jobs(able, ticket) == 1 ? ticket->copies : 1;
    if (most_copies(able) > 1)
        ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", copies);
    if (copies > 1)
        add_keyword(able, request, "multiple-document-handling",
                    "separate-documents-collated-copies");
    add_keyword(able, request, "sides", ticket->sides);
    add_keyword(able, request, "media", ticket->media);
    /* Said in any case: letters keep their size, and a printer that does not know it passes over.
     */
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL, "none");
    if (ticket->pages)
        add_pages(request, ticket->pages);
    add_finishings(able, ticket, request);
}
