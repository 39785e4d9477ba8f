/*
 * The table of forms; their names stand in labels.
 */
#include "publish/forms.h"

#include "base/digest.h"
#include "base/direction.h"
#include "base/file.h"
#include "base/twins.h"
#include "publish/products.h"

#include <string.h>
#include <unistd.h>

/* The folder beside the pages that holds what they lead to. */
#define OFFERED "files"

/* All other products are no forms of their own. */
static const struct {
    const char *product;
    enum label label;
} forms[] = {{"standard", LABEL_FORMAT_STANDARD}, {"large", LABEL_FORMAT_LARGE},
             {"giant", LABEL_FORMAT_GIANT},       {"brochure", LABEL_FORMAT_BROCHURE},
             {"booklet", LABEL_FORMAT_BOOKLET},   {"bilingual", LABEL_FORMAT_BILINGUAL},
             {"braille", LABEL_FORMAT_BRAILLE},   {"text", LABEL_FORMAT_TEXT}};

/* In thousands of bytes, as the report has it. */
static gsize kilobytes(const struct report_file *file)
{
    return (file->bytes + 999) / 1000;
}

/* "PDF, pages: 4, 94 KB": among words that read from the right the size reads by itself. */
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
                           kilobytes(file), rtl ? DIRECTION_POP : "");
}

/* Of a folder of products, whether pages for the web stand in it. */
static bool is_of_pages(const char *folder)
{
    return g_str_equal(folder, product_listed()->folder);
}

/* The name of a file without its folder. */
static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Whether a file is among the pages for the web. */
static bool is_among_pages(const char *path)
{
    g_autofree char *directory = g_path_get_dirname(path);
    return is_of_pages(base_of(directory));
}

char *form_href(const struct report_file *file)
{
    g_autofree char *escaped = g_uri_escape_string(base_of(file->path), NULL, FALSE);
    return is_among_pages(file->path) ? g_steal_pointer(&escaped)
                                      : g_strdup_printf(OFFERED "/%s", escaped);
}

static bool is_form(const struct report_file *file)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !file->again; i++)
        if (g_str_equal(file->format, forms[i].product))
            return true;
    return false;
}

/* Where what pages lead to lies; owned by the caller. */
static char *offered_folder(const char *out_dir)
{
    return g_build_filename(out_dir, product_listed()->folder, OFFERED, NULL);
}

void form_offer(const struct report_file *file, const char *out_dir, struct diag *diag)
{
    if (!is_form(file) || is_among_pages(file->path))
        return;
    g_autofree char *offered = offered_folder(out_dir);
    g_autofree char *path = g_build_filename(offered, base_of(file->path), NULL);
    file_link(file->path, path, diag);
}

/* The file among the products that is offered by that name; NULL: it is not there any more. Owned
 * by the caller. */
static char *find_product_file(const char *out_dir, const char *name)
{
    for (const struct product *const *at = products; *at; at++) {
        g_autofree char *path = g_build_filename(out_dir, (*at)->folder, name, NULL);
        if (!is_of_pages((*at)->folder) && g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

/* The files that the pages of the report lead to, but for those that are offered as they are. */
static void offer_again(const struct report *report, const char *out_dir,
                        const struct twins *offered, struct diag *diag)
{
    g_autoptr(GHashTable) with_page = g_hash_table_new(NULL, NULL); /* names, interned */
    const struct report_files *files = report->files;
    for (guint i = 0; i < report_files_count(files); i++)
        if (g_str_equal(report_files_like(files, i)->format, product_listed()->name))
            g_hash_table_add(with_page, (gpointer)report_files_article(files, i));
    for (guint i = 0; i < report_files_count(files); i++) {
        if (!is_form(report_files_like(files, i)) ||
            !g_hash_table_contains(with_page, report_files_article(files, i)))
            continue;
        const struct report_file *file = report_files_at(files, i);
        if (!twins_have(offered, base_of(file->path)))
            form_offer(file, out_dir, diag);
    }
}

/* What lies in the folder of that name is as the product is, or not there any more. */
static void align(const char *folder, const char *out_dir, const char *name, struct diag *diag)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *file = find_product_file(out_dir, name);
    if (file)
        file_link(file, path, diag);
    else
        unlink(path);
}

/* The files in the folder that are those of products: most of them, and nothing is to be done. */
static struct twins *find_offered(const char *folder, const char *out_dir)
{
    struct twins *offered = twins_new(folder);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (const struct product *const *at = products; *at; at++) {
        g_autofree char *directory = g_build_filename(out_dir, (*at)->folder, NULL);
        if (g_hash_table_add(seen, (gpointer)(*at)->folder) && !is_of_pages((*at)->folder))
            twins_look(offered, directory);
    }
    return offered;
}

void forms_align(const struct report *report, const char *out_dir, struct diag *diag)
{
    g_autofree char *folder = offered_folder(out_dir);
    struct twins *offered = find_offered(folder, out_dir);
    offer_again(report, out_dir, offered, diag);
    bool aligned = twins_are_all(offered);
    g_autoptr(GPtrArray) names = aligned || file_is_absent(folder) ? NULL : file_list(folder, diag);
    for (guint i = 0; names && i < names->len; i++)
        if (!twins_have(offered, names->pdata[i]))
            align(folder, out_dir, names->pdata[i], diag);
    twins_free(offered);
    rmdir(folder);
}

struct form *form_of(const struct report_file *file, const struct labels *labels)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !file->again; i++)
        if (g_str_equal(file->format, forms[i].product))
            return form_new(labels_get(labels, forms[i].label), form_href(file),
                            kind_of(file, labels));
    return NULL;
}

bool form_is_listed(const struct report_file *like)
{
    return is_form(like) || g_str_equal(like->format, product_listed()->name);
}

void form_sum(const struct report_file *file, struct digest *sum)
{
    const gint64 numbers[] = {file->pages, (gint64)kilobytes(file)};
    if (!form_is_listed(file))
        return;
    digest_add_text(sum, file->article);
    digest_add_text(sum, file->format);
    digest_add_text(sum, file->path);
    if (is_form(file))
        digest_add(sum, numbers, sizeof numbers);
}
