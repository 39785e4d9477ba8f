/*
 * Blocks of plain text: their words, what stands in front of their lines, and between them.
 */
#include "export/text_lines.h"
#include "export/text_parts.h"

#include <string.h>

/* Longer lines are folded by programs for mail (RFC 3676, 4.2, has 78 at most with what is put in
 * front of an answer). */
#define COLUMNS 72

struct text *text_new(const struct document *document)
{
    struct text *text = g_new0(struct text, 1);
    text->document = document;
    text->out = g_string_new(NULL);
    text->words = g_string_new(NULL);
    text->next = g_string_new(NULL);
    text->later = g_string_new(NULL);
    text->depths = g_array_new(FALSE, FALSE, sizeof(gsize));
    text->columns = g_ptr_array_new_with_free_func(g_free);
    return text;
}

char *text_finish(struct text *text)
{
    text_flush(text);
    char *out = g_string_free(text->out, FALSE);
    g_string_free(text->words, TRUE);
    g_string_free(text->next, TRUE);
    g_string_free(text->later, TRUE);
    g_array_unref(text->depths);
    g_ptr_array_unref(text->columns);
    g_free(text);
    return out;
}

/* Lines of a tight list, and facts, follow each other. */
static guint gap_of(const struct block *block)
{
    bool close = block && (block->text_kind == TEXT_ITEM || block->text_kind == TEXT_FACT);
    return close ? 0 : 1;
}

void text_add(struct text *text, const struct block *block, const char *before, const char *words,
              const char *after)
{
    if (text->words->len == 0)
        text->apart = gap_of(block);
    g_string_append(text->words, before);
    g_string_append(text->words, words);
    g_string_append(text->words, after);
}

static void add_gap(struct text *text)
{
    guint lines = text->out->len > 0 && !text->begun ? MAX(text->gap, text->apart) : 0;
    g_autofree char *mark = g_strchomp(g_strdup(text->later->str));
    for (guint i = 0; i < lines; i++)
        g_string_append_printf(text->out, "%s\n", mark);
    text->gap = 0;
    text->begun = false;
}

static GPtrArray *lines_of(const struct text *text, const char *words)
{
    gsize front = text_width(text->later->str);
    return text->as_written ? text_lines_as_written(words)
                            : text_lines(words, COLUMNS - MIN(front, COLUMNS / 2));
}

gsize text_flush(struct text *text)
{
    g_autofree char *words = g_strdup(text->words->str);
    gsize longest = 0;
    g_string_truncate(text->words, 0);
    if (!*g_strstrip(words))
        return 0;
    add_gap(text);
    g_autoptr(GPtrArray) lines = lines_of(text, words);
    for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];
        longest = MAX(longest, text_width(line));
        g_string_append_printf(text->out, "%s%s\n", i == 0 ? text->next->str : text->later->str,
                               line);
    }
    g_string_assign(text->next, text->later->str);
    return longest;
}

void text_underline(struct text *text, char sign, gsize width)
{
    g_string_append(text->out, text->later->str);
    for (gsize i = 0; i < width; i++)
        g_string_append_c(text->out, sign);
    g_string_append_c(text->out, '\n');
}

static void push(struct text *text)
{
    gsize length = text->later->len;
    g_array_append_val(text->depths, length);
}

void text_indent(struct text *text, const char *first)
{
    push(text);
    g_string_assign(text->next, text->later->str);
    g_string_append(text->next, first);
    g_string_append_printf(text->later, "%*s", (int)text_width(first), "");
}

/* The empty lines before the first line have no mark yet. */
void text_mark(struct text *text, const char *mark)
{
    push(text);
    text->apart = 1;
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
