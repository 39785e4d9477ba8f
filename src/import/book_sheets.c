#include "import/book_sheets.h"

#include "base/pattern.h"

/* Its strings are owned. */
struct sheet {
    char *text;
    GString *of;      /* "#c1,#c3": the chapters that name it */
    unsigned n, last; /* so many, the last of them */
};

struct book_sheets {
    GPtrArray *all;    /* of struct sheet *, owned, in their order */
    GHashTable *known; /* the same by their texts */
};

static void sheet_free(gpointer data)
{
    struct sheet *sheet = data;
    g_free(sheet->text);
    g_string_free(sheet->of, TRUE);
    g_free(sheet);
}

struct book_sheets *book_new_sheets(void)
{
    struct book_sheets *sheets = g_new(struct book_sheets, 1);
    *sheets = (struct book_sheets){g_ptr_array_new_with_free_func(sheet_free),
                                   g_hash_table_new(g_str_hash, g_str_equal)};
    return sheets;
}

void book_free_sheets(struct book_sheets *sheets)
{
    g_hash_table_unref(sheets->known);
    g_ptr_array_unref(sheets->all);
    g_free(sheets);
}

void book_add_sheet(struct book_sheets *sheets, unsigned chapter, const char *text,
                    const char *media)
{
    g_autofree char *safe = g_strdelimit(g_strdup(text), "<", ' ');
    g_autofree char *whole = media ? g_strdup_printf("@media %s{%s}", media, safe) : NULL;
    struct sheet *sheet = g_hash_table_lookup(sheets->known, whole ? whole : safe);
    if (!sheet) {
        sheet = g_new(struct sheet, 1);
        *sheet = (struct sheet){g_strdup(whole ? whole : safe), g_string_new(NULL), 0, 0};
        g_ptr_array_add(sheets->all, sheet);
        g_hash_table_insert(sheets->known, sheet->text, sheet);
    }
    if (sheet->last == chapter)
        return;
    g_string_append_printf(sheet->of, "%s#c%u", sheet->n > 0 ? "," : "", chapter);
    sheet->last = chapter;
    sheet->n++;
}

/* What a sheet says of its chapters' pages, it says of the parts that these are now. */
static void write_within(GString *page, const struct sheet *sheet)
{
    static struct pattern root =
        PATTERN("(?<![\\w.#:-])(?:html\\s*>?\\s*)?(?:body|html)(?![\\w-])(?=[^{};]*\\{)");
    g_autofree char *text = pattern_replace(&root, sheet->text, "&");
    g_string_append_printf(page, "<style>:where(%s){%s}</style>", sheet->of->str, text);
}

void book_write_sheets(GString *page, const struct book_sheets *sheets, unsigned chapters)
{
    for (guint i = 0; i < sheets->all->len; i++) {
        const struct sheet *sheet = sheets->all->pdata[i];
        if (sheet->n == chapters)
            g_string_append_printf(page, "<style>%s</style>", sheet->text);
        else
            write_within(page, sheet);
    }
}
