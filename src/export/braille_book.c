/*
 * The lines are those of a text (export/text_parts.h) with braille letters; what makes pages of
 * them is here. In front stands a page that says what the book is and who made it.
 */
#include "export/braille_book.h"

#include "document/walk.h"
#include "export/text_lines.h"
#include "export/text_parts.h"

#include <string.h>

#define BLANK_TEXT "\u2800"

/* A word goes on in the next line: dot 5 (UEB rules, 2024, section 10.13, of computer material). */
#define CONTINUED_TEXT "\u2810"

/* Between the title and the number in running heads. [cells] */
#define NUMBER_GAP 3

/* Headings begin in cell 5, paragraphs in cell 3, and lists and tables go on in cell 3 (BANA,
 * Braille Formats 2016, 4.5 to 8.4). */
static const struct text_form braille_form = {
    .first = BLANK_TEXT BLANK_TEXT,
    .indent = "  ",
    .quote = "  ",
    .callout = "  ",
    .heading = "    ",
    .item = "  ",
    .letters = braille_letters,
};

/* What was translated last of what stands on no line yet. */
struct cursor {
    const GPtrArray *words;
    guint next; /* word */
    guint left; /* cells of the one before it that stand on no line */
};

static void line_free(void *data)
{
    struct braille_line *line = data;
    g_free(line->cells);
    g_ptr_array_unref(line->words);
    g_free(line);
}

static guint count_inked(const char *cells)
{
    guint inked = 0;
    for (; *cells; cells = g_utf8_next_char(cells))
        inked += *cells != ' ' && g_utf8_get_char(cells) != CELL_BLANK;
    return inked;
}

/* The words that begin within the next `inked` cells. */
static GPtrArray *take_words(struct cursor *cursor, guint inked)
{
    GPtrArray *words = g_ptr_array_new();
    while (inked > 0 && (cursor->left > 0 || cursor->next < cursor->words->len)) {
        if (cursor->left == 0) {
            struct braille_word *word = cursor->words->pdata[cursor->next++];
            g_ptr_array_add(words, word);
            cursor->left = word->cells;
        }
        guint here = MIN(inked, cursor->left);
        inked -= here;
        cursor->left -= here;
    }
    return words;
}

/* Takes the words. */
static void add_line(GPtrArray *page, const char *text, GPtrArray *words)
{
    struct braille_line *line = g_new(struct braille_line, 1);
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    line->cells = g_strchomp(g_strjoinv(BLANK_TEXT, parts));
    line->words = words;
    g_ptr_array_add(page, line);
}

static GPtrArray *add_page(struct braille_book *book)
{
    GPtrArray *page = g_ptr_array_new_with_free_func(line_free);
    g_ptr_array_add(book->pages, page);
    return page;
}

/* Words of the program alone, in the document's language, owned by the caller; and their print. */
static char *say(struct braille_book *book, const char *words, struct cursor *cursor)
{
    g_autoptr(GArray) runs = g_array_new(FALSE, TRUE, sizeof(struct text_run));
    g_array_set_size(runs, 1);
    *cursor = (struct cursor){book->letters->words, book->letters->words->len, 0};
    return braille_letters(book->letters, words, runs);
}

/* Above the words of a page: as many of the title's as leave room, and the number of the page. */
static void add_running_head(struct braille_book *book, GPtrArray *page, const char *title,
                             gsize columns)
{
    struct cursor of_title, of_number;
    g_autofree char *digits = g_strdup_printf("%u", book->pages->len);
    g_autofree char *cells = say(book, title, &of_title);
    g_autofree char *number = say(book, digits, &of_number);
    gsize room = columns - text_width(number);
    g_autoptr(GPtrArray) lines = text_lines(cells, room - NUMBER_GAP, "");
    const char *first = lines->pdata[0];
    GPtrArray *words = take_words(&of_title, count_inked(first));
    g_autoptr(GPtrArray) last = take_words(&of_number, count_inked(number));
    g_ptr_array_extend(words, last, NULL, NULL);
    g_autofree char *gap = g_strnfill(room - text_width(first), ' ');
    g_autofree char *line = g_strconcat(first, gap, number, NULL);
    add_line(page, line, words);
}

/* A book on its way. */
struct binding {
    struct braille_book *book;
    const struct writing *writing;
    struct text_form form; /* of its lines */
};

static struct text *start_text(struct binding *binding)
{
    return text_new(binding->writing->document, &binding->form, binding->book->letters);
}

static void add_in_middle(struct text *text, const char *words)
{
    if (!words)
        return;
    text->gap = 1;
    text->middle = true;
    text_add(text, NULL, "", words, "");
    text_flush(text);
    text->middle = false;
}

/* What the book is and who made it. */
static void add_front(struct binding *binding)
{
    const struct document *document = binding->writing->document;
    struct cursor cursor = {binding->book->letters->words, 0, 0};
    struct text *text = start_text(binding);
    add_in_middle(text, document->clinic_name);
    add_in_middle(text, document->title);
    text->gap = 1;
    text_add(text, NULL, "", labels_get(document->labels, LABEL_BRAILLE_ORIGIN), "");
    g_autofree char *all = text_finish(text);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(all), "\n", -1);
    GPtrArray *page = add_page(binding->book);
    for (char **line = lines; *line; line++)
        add_line(page, *line, take_words(&cursor, count_inked(*line)));
}

/* The lines from `line` on that stay together: headings with the line below them, and facts. */
static guint count_together(const GByteArray *tied, guint line)
{
    guint end = line;
    while (end < tied->len && tied->data[end])
        end++;
    return end - line + 1;
}

/* Empty lines have no sense at the top of a page. */
static void add_pages(struct binding *binding, char **lines, const GByteArray *tied,
                      struct cursor *cursor)
{
    const struct braille_setup *setup = &binding->writing->style->braille;
    struct braille_book *book = binding->book;
    GPtrArray *page = NULL;
    for (guint i = 0; lines[i]; i++) {
        guint together = MIN(count_together(tied, i), setup->lines - 1);
        bool full = !page || page->len + together > setup->lines;
        if (full && !*lines[i])
            continue;
        if (full) {
            page = add_page(book);
            add_running_head(book, page, binding->writing->document->title, setup->cells);
        }
        add_line(page, lines[i], take_words(cursor, count_inked(lines[i])));
    }
}

static void add_body(struct binding *binding)
{
    const GPtrArray *words = binding->book->letters->words;
    struct cursor cursor = {words, words->len, 0};
    struct text *text = start_text(binding);
    text_walk(text);
    g_autoptr(GByteArray) tied = g_byte_array_ref(text->tied);
    g_autofree char *all = text_finish(text);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(all), "\n", -1);
    add_pages(binding, lines, tied, &cursor);
}

static struct braille_book *lay_out(const struct writing *writing)
{
    const struct braille_table *table = braille_table_find(writing->document->lang);
    struct braille_book *book = g_new(struct braille_book, 1);
    book->pages = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    book->letters = braille_letters_new(table);
    struct binding binding = {book, writing, braille_form};
    binding.form.columns = writing->style->braille.cells;
    binding.form.parting = g_str_equal(table->lang, "en") ? CONTINUED_TEXT : "";
    add_front(&binding);
    add_body(&binding);
    return book;
}

static void book_free(void *data)
{
    struct braille_book *book = data;
    g_ptr_array_unref(book->pages);
    braille_letters_free(book->letters);
    g_free(book);
}

const struct braille_book *braille_book_take(const struct writing *writing)
{
    struct shared *shared = writing->shared;
    if (!shared)
        return lay_out(writing);
    g_mutex_lock(&shared->lock);
    if (!shared->made) {
        shared->made = lay_out(writing);
        shared->free = book_free;
    }
    g_mutex_unlock(&shared->lock);
    return shared->made;
}

void braille_book_leave(const struct writing *writing, const struct braille_book *book)
{
    if (!writing->shared)
        book_free((struct braille_book *)book);
}
