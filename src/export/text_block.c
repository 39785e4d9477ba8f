/*
 * Blocks of plain text: their words, what stands in front of their lines, and between them.
 */
#include "export/text_lines.h"
#include "export/text_parts.h"

#include <string.h>

/* On both sides of lines in the middle, at least. [columns] (BANA Braille Formats 2016, 4.4) */
#define MIDDLE_MARGIN 3

/* Signs that stand close to what is before them. */
#define BEHIND_PICTURES " .,;:!?)]"

/* Holds the place of a marker, for as long as its line is sought. */
#define FILLER 'x'

struct text *text_new(const struct document *document, const struct text_form *form, void *user)
{
    struct text *text = g_new0(struct text, 1);
    text->document = document;
    text->form = form;
    text->user = user;
    text->out = g_string_new(NULL);
    text->tied = g_byte_array_new();
    text->words = g_string_new(NULL);
    text->runs = g_array_new(FALSE, FALSE, sizeof(struct text_run));
    text->next = g_string_new(NULL);
    text->later = g_string_new(NULL);
    text->depths = g_array_new(FALSE, FALSE, sizeof(gsize));
    text->expansions = g_hash_table_new(g_str_hash, g_str_equal);
    text->columns = g_ptr_array_new_with_free_func(g_free);
    return text;
}

char *text_finish(struct text *text)
{
    text_flush(text);
    char *out = g_string_free(text->out, FALSE);
    g_byte_array_unref(text->tied);
    g_string_free(text->words, TRUE);
    g_array_unref(text->runs);
    g_string_free(text->next, TRUE);
    g_string_free(text->later, TRUE);
    g_array_unref(text->depths);
    g_hash_table_unref(text->expansions);
    g_ptr_array_unref(text->columns);
    g_free(text);
    return out;
}

/* Lines of a tight list, and facts, follow each other. */
static bool is_paragraph(const struct block *block)
{
    return !block || (block->text_kind != TEXT_ITEM && block->text_kind != TEXT_FACT);
}

/* A picture ends the block of the words before it, and the next one begins without their blank. */
static void part_from_picture(struct text *text, const char *next)
{
    bool parted = !*next || strchr(BEHIND_PICTURES, *next);
    if (text->pictured && text->words->len > 0 && !parted)
        g_string_append_c(text->words, ' ');
    text->pictured = false;
}

void text_add(struct text *text, const struct block *block, const char *before, const char *words,
              const char *after)
{
    part_from_picture(text, *before ? before : words);
    if (text->words->len == 0) {
        bool below_paragraph = text->paragraph;
        text->paragraph = is_paragraph(block);
        text->fact = block && block->text_kind == TEXT_FACT;
        bool apart = text->paragraph || (text->fact && below_paragraph);
        text->apart = apart && !text->form->first ? 1 : 0;
    }
    text->run.start = text->words->len;
    g_array_append_val(text->runs, text->run);
    g_string_append(text->words, before);
    g_string_append(text->words, words);
    g_string_append(text->words, after);
}

void text_add_picture(struct text *text, const struct block *block, const char *words)
{
    text_add(text, block, "[", words, "]");
    text->pictured = true;
}

char *text_drop(struct text *text)
{
    char *words = g_strdup(text->words->str);
    g_string_truncate(text->words, 0);
    g_array_set_size(text->runs, 0);
    return g_strstrip(words);
}

/* The words of the block, in the letters of the text; owned by the caller. */
static char *take(struct text *text)
{
    if (!text->form->letters)
        return text_drop(text);
    char *letters = text->form->letters(text->user, text->words->str, text->runs);
    g_free(text_drop(text));
    return g_strstrip(letters);
}

static void add_line(struct text *text, const char *front, const char *line)
{
    static const guint8 free_to_part = 0;
    g_string_append_printf(text->out, "%s%s\n", front, line);
    g_byte_array_append(text->tied, &free_to_part, 1);
}

static void add_gap(struct text *text)
{
    guint lines = text->out->len > 0 && !text->begun ? MAX(text->gap, text->apart) : 0;
    g_autofree char *mark = g_strchomp(g_strdup(text->later->str));
    for (guint i = 0; i < lines; i++)
        add_line(text, mark, "");
    text->gap = 0;
    text->begun = false;
}

/* What stands in front of the first word. */
static const char *first_of(const struct text *text)
{
    bool marked = !g_str_equal(text->next->str, text->later->str);
    bool plain = text->paragraph && !text->middle && !marked;
    return plain && text->form->first ? text->form->first : "";
}

/* By how much the marker in front of the next line is wider than what is in front of those below.
 * [columns] */
static gsize overhang(const struct text *text)
{
    gsize next = text_width(text->next->str), later = text_width(text->later->str);
    return next > later ? next - later : 0;
}

/* Each has room behind what stands in front of it; the first lacks its overhang in front. */
static GPtrArray *lines_of(const struct text *text, const char *words)
{
    const char *parting = text->form->parting;
    gsize columns = text->form->columns, front = text_width(text->later->str);
    if (text->as_written && !text->form->letters)
        return text_lines_as_written(words);
    if (text->middle)
        return text_lines(words, columns - 2 * MIDDLE_MARGIN, parting);
    gsize hang = overhang(text);
    g_autofree char *filler = g_strnfill(hang, FILLER);
    g_autofree char *all = g_strconcat(filler, first_of(text), words, NULL);
    GPtrArray *lines = text_lines(all, columns - MIN(front, columns / 2), parting);
    char *first = lines->pdata[0];
    memmove(first, first + hang, strlen(first + hang) + 1);
    return lines;
}

static void add_middle(struct text *text, const char *line)
{
    gsize rest = text->form->columns - MIN(text_width(line), text->form->columns);
    g_autofree char *front = g_strnfill(rest / 2, ' ');
    add_line(text, front, line);
}

gsize text_flush(struct text *text)
{
    g_autofree char *words = take(text);
    bool leads = text->leads;
    gsize longest = 0;
    text->leads = false;
    if (!*words)
        return 0;
    add_gap(text);
    g_autoptr(GPtrArray) lines = lines_of(text, words);
    text->headed = false;
    for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];
        longest = MAX(longest, text_width(line));
        if (text->middle)
            add_middle(text, line);
        else
            add_line(text, i == 0 ? text->next->str : text->later->str, line);
        text->tied->data[text->tied->len - 1] = leads || (text->fact && i + 1 < lines->len);
    }
    g_string_assign(text->next, text->later->str);
    return longest;
}

void text_underline(struct text *text, char sign, gsize width)
{
    g_autofree char *line = g_strnfill(width, sign);
    add_line(text, text->later->str, line);
}

static void push(struct text *text)
{
    gsize length = text->later->len;
    g_array_append_val(text->depths, length);
}

/* In the letters of the text; owned by the caller. */
static char *marker_of(const struct text *text, const char *marker)
{
    if (!text->form->letters)
        return g_strdup(marker);
    g_autoptr(GArray) runs = g_array_new(FALSE, TRUE, sizeof(struct text_run));
    g_array_set_size(runs, 1);
    return text->form->letters(text->user, marker, runs);
}

void text_indent(struct text *text, const char *marker)
{
    g_autofree char *first = marker_of(text, marker);
    push(text);
    g_string_assign(text->next, text->later->str);
    g_string_append(text->next, first);
    if (text->form->item)
        g_string_append(text->later, text->form->item);
    else
        g_string_append_printf(text->later, "%*s", (int)text_width(first), "");
}

/* The empty lines before the first line have no mark yet. */
void text_mark(struct text *text, const char *mark)
{
    push(text);
    text->apart = text->form->first ? 0 : 1;
    add_gap(text);
    text->begun = true;
    g_string_append(text->later, mark);
    g_string_append(text->next, mark);
}

void text_outdent(struct text *text)
{
    guint last = text->depths->len - 1;
    g_string_truncate(text->later, g_array_index(text->depths, gsize, last));
    g_string_assign(text->next, text->later->str);
    g_array_set_size(text->depths, last);
}
