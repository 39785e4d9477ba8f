/*
 * Braille as embossers take it (BRF): ASCII for cells, a form feed behind each page. There is no
 * standard of it; lines end as most programs want them (print-standards 4.2).
 */
#include "export/braille_book.h"

#include <string.h>

/* What stands for each cell: the North American braille code for computers. */
static const char ascii[] = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

static void add_line(GString *out, const struct braille_line *line)
{
    gsize start = out->len;
    for (const char *at = line->cells; *at; at = g_utf8_next_char(at))
        g_string_append_c(out, ascii[g_utf8_get_char(at) - CELL_BLANK]);
    while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append(out, "\r\n");
}

static char *write_brf(const struct writing *writing)
{
    const struct braille_book *book = braille_book_take(writing);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < book->pages->len; i++) {
        const GPtrArray *page = book->pages->pdata[i];
        for (guint k = 0; k < page->len; k++)
            add_line(out, page->pdata[k]);
        g_string_append_c(out, '\f');
    }
    braille_book_leave(writing, book);
    return g_string_free(out, FALSE);
}

static unsigned count_pages(const char *text)
{
    unsigned pages = 0;
    while ((text = strchr(text, '\f'))) {
        pages++;
        text++;
    }
    return pages;
}

const struct writer writer_brf = {
    .name = "brf",
    .suffix = "brf",
    .write = write_brf,
    .refusal = braille_refusal,
    .count_pages = count_pages,
};
