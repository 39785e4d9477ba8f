/*
 * Braille with its print below, as a picture of lines for staff, who see what they hand out. Each
 * line of dots is one path; a dot is a stroke without length that ends round.
 */
#include "base/xml.h"
#include "export/braille_book.h"
#include "export/text_lines.h"

/* Distances of braille on signs and paper (ISO 17049:2013, 5). [1/10 mm] */
#define DOT_PITCH  25
#define CELL_PITCH 61
#define DOT_SIZE   15

/* Of the picture. [1/10 mm] */
#define LINE_PITCH  150 /* the print stands between two lines of cells */
#define PRINT_BELOW 100 /* its baseline, from the middle of the upper dots */
#define PRINT_SIZE  36
#define MARGIN      120
#define PAGE_GAP    60

/* What a letter of print takes at most in most words. [1/10 mm] */
#define LETTER_WIDTH 20

static int page_width(const struct braille_setup *setup)
{
    return 2 * MARGIN + (int)setup->cells * CELL_PITCH;
}

static int page_height(const struct braille_setup *setup)
{
    return 2 * MARGIN + (int)setup->lines * LINE_PITCH;
}

/* Dots 1 to 3 stand in the first column, 4 to 6 in the second. */
static void add_dots(GString *path, gunichar cell, int x, int y)
{
    for (int dot = 0; dot < 6; dot++)
        if ((cell - CELL_BLANK) >> dot & 1)
            g_string_append_printf(path, "M%d %dh0", x + dot / 3 * DOT_PITCH,
                                   y + dot % 3 * DOT_PITCH);
}

static void add_word(struct xml *xml, const char *print, int x, int y)
{
    xml_open(xml, "text");
    xml_attribute_int(xml, "x", x);
    xml_attribute_int(xml, "y", y);
    xml_text(xml, print);
    xml_close(xml, "text");
    xml_break(xml);
}

/* Words stand below their first cell, or as far behind it as those before them take. */
static void add_print(struct xml *xml, const struct braille_line *line, int y)
{
    guint word = 0;
    int x = MARGIN, free_from = MARGIN;
    bool inside = false;
    for (const char *at = line->cells; *at; at = g_utf8_next_char(at), x += CELL_PITCH) {
        bool inked = g_utf8_get_char(at) != CELL_BLANK;
        if (inked && !inside && word < line->words->len) {
            const struct braille_word *print = line->words->pdata[word++];
            int start = MAX(x, free_from);
            add_word(xml, print->print, start, y);
            free_from = start + ((int)text_width(print->print) + 1) * LETTER_WIDTH;
        }
        inside = inked;
    }
}

static void add_line(struct xml *xml, const struct braille_line *line, int y)
{
    g_autoptr(GString) path = g_string_new(NULL);
    int x = MARGIN;
    for (const char *at = line->cells; *at; at = g_utf8_next_char(at), x += CELL_PITCH)
        add_dots(path, g_utf8_get_char(at), x, y);
    xml_open(xml, "path");
    xml_attribute(xml, "d", path->str);
    xml_close(xml, "path");
    xml_break(xml);
    add_print(xml, line, y + PRINT_BELOW);
}

static void add_page(struct xml *xml, const GPtrArray *page, const struct braille_setup *setup,
                     int y)
{
    xml_open(xml, "rect");
    xml_attribute_int(xml, "y", y);
    xml_attribute_int(xml, "width", page_width(setup));
    xml_attribute_int(xml, "height", page_height(setup));
    xml_close(xml, "rect");
    xml_break(xml);
    for (guint i = 0; i < page->len; i++)
        add_line(xml, page->pdata[i], y + MARGIN + (int)i * LINE_PITCH);
}

static const char style[] =
    "rect{fill:#fff;stroke:#1a1f22;stroke-width:2}"
    "path{stroke:#1a1f22;stroke-width:" G_STRINGIFY(DOT_SIZE) ";stroke-linecap:round}"
                                                              "text{fill:#1a1f22;font:" G_STRINGIFY(
                                                                  PRINT_SIZE) "px sans-serif}";

static void open_picture(struct xml *xml, const struct document *document, int width, int height)
{
    g_autofree char *box = g_strdup_printf("0 0 %d %d", width, height);
    g_autofree char *wide = g_strdup_printf("%d.%dmm", width / 10, width % 10);
    g_autofree char *high = g_strdup_printf("%d.%dmm", height / 10, height % 10);
    xml_open(xml, "svg");
    xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
    xml_attribute(xml, "width", wide);
    xml_attribute(xml, "height", high);
    xml_attribute(xml, "viewBox", box);
    xml_attribute(xml, "xml:lang", document->lang);
    xml_break(xml);
    xml_element(xml, "title", document->title);
    xml_break(xml);
    xml_element(xml, "style", style);
    xml_break(xml);
}

static char *write_view(const struct writing *writing)
{
    const struct braille_setup *setup = &writing->style->braille;
    const struct braille_book *book = braille_book_take(writing);
    int step = page_height(setup) + PAGE_GAP;
    struct xml *xml = xml_new(XML_SYNTAX_XML);
    xml_head(xml);
    open_picture(xml, writing->document, page_width(setup), (int)book->pages->len * step);
    for (guint i = 0; i < book->pages->len; i++)
        add_page(xml, book->pages->pdata[i], setup, (int)i * step);
    xml_close(xml, "svg");
    xml_break(xml);
    braille_book_leave(writing, book);
    return xml_finish(xml);
}

const struct writer writer_braille_view = {
    .name = "braille-view",
    .suffix = "svg",
    .write = write_view,
    .refusal = braille_refusal,
};
