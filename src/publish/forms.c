/*
 * The table of forms; their names stand in labels.
 */
#include "publish/forms.h"

#include "base/direction.h"
#include "publish/products.h"

#include <string.h>

/* All other products are no forms of their own. */
static const struct {
    const char *product;
    enum label label;
} forms[] = {{"standard", LABEL_FORMAT_STANDARD}, {"large", LABEL_FORMAT_LARGE},
             {"giant", LABEL_FORMAT_GIANT},       {"brochure", LABEL_FORMAT_BROCHURE},
             {"booklet", LABEL_FORMAT_BOOKLET},   {"bilingual", LABEL_FORMAT_BILINGUAL},
             {"braille", LABEL_FORMAT_BRAILLE},   {"text", LABEL_FORMAT_TEXT}};

/* "PDF, pages: 4, 94 KB": in thousands of bytes, as the report has it. Among words that read from
 * the right the size reads by itself. */
static char *kind_of(const struct report_file *file, const struct labels *labels)
{
    const char *suffix = strrchr(file->path, '.');
    g_autofree char *kind = g_ascii_strup(suffix ? suffix + 1 : "", -1);
    g_autofree char *number = g_strdup_printf("%u", file->pages);
    g_autofree char *pages = labels_format(labels, LABEL_FORM_PAGES, "pages", number, NULL);
    const char *comma = labels_get(labels, LABEL_LIST_SEPARATOR);
    bool rtl = g_str_equal(labels_get(labels, LABEL_DIRECTION), "rtl");
    return g_strdup_printf("%s%s%s%s%s%" G_GSIZE_FORMAT " KB%s", kind, file->pages ? comma : "",
                           file->pages ? pages : "", comma, rtl ? DIRECTION_LTR_ISOLATE : "",
                           (file->bytes + 999) / 1000, rtl ? DIRECTION_POP : "");
}

char *form_href(const struct report_file *file)
{
    g_autofree char *base = g_path_get_basename(file->path);
    g_autofree char *directory = g_path_get_dirname(file->path);
    g_autofree char *folder = g_path_get_basename(directory);
    g_autofree char *escaped = g_uri_escape_string(base, NULL, FALSE);
    return g_str_equal(folder, product_listed()->folder)
               ? g_steal_pointer(&escaped)
               : g_strdup_printf("../%s/%s", folder, escaped);
}

struct form *form_of(const struct report_file *file, const struct labels *labels)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !file->again; i++)
        if (g_str_equal(file->format, forms[i].product))
            return form_new(labels_get(labels, forms[i].label), form_href(file),
                            kind_of(file, labels));
    return NULL;
}
