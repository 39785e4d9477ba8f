/*
 * Gives unmarked lines the shape of an article: paragraphs unwrapped, headings, lists and tables
 * found, written as Markdown. Text that does not say what its headings are is judged by looks: a
 * short line without a full stop between blank lines, with text below it. Awkward: list markers at
 * the start of a line are words too when they stand inside a wrapped sentence ("in the year⏎1998.
 * Then …"), so a list only starts where a paragraph could, and its numbers must count.
 */
#include "import/parts.h"

#include "base/lang.h"
#include "base/sentence.h"
#include "base/words.h"

#include <stdlib.h>
#include <string.h>

/* A heading that fits one line of a page; a title may take two. [characters, words] */
#define HEADING_LENGTH 80
#define HEADING_WORDS  12
#define TITLE_LENGTH   150
#define TITLE_WORDS    24

/* The longest number that a list marker has: years and sums are none. */
#define MARKER_DIGITS 3

enum draft_kind { DRAFT_PARAGRAPH, DRAFT_HEADING, DRAFT_ITEM, DRAFT_TABLE, DRAFT_KIND_COUNT };

struct draft_chunk {
    enum draft_kind kind;
    int level; /* as a line's */
    unsigned n_lines;
    GString *text; /* TABLE: rows parted by line ends */
};

static void draft_block_free(gpointer data)
{
    struct draft_chunk *chunk = data;
    g_string_free(chunk->text, TRUE);
    g_free(chunk);
}

static void draft_block_add(GPtrArray *chunks, enum draft_kind kind, int level, const char *text)
{
    struct draft_chunk *chunk = g_new0(struct draft_chunk, 1);
    *chunk = (struct draft_chunk){
        .kind = kind, .level = level, .n_lines = 1, .text = g_string_new(text)};
    g_ptr_array_add(chunks, chunk);
}

static struct draft_chunk *last_of(GPtrArray *chunks)
{
    return chunks->len ? chunks->pdata[chunks->len - 1] : NULL;
}

/* The text after a bullet, or NULL when there is none. */
static const char *after_bullet(const char *text)
{
    static const char *const bullets[] = {"- ", "* ", "+ ", "• ", "· ", "– ", "▪ ", "● ", "◦ "};
    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++)
        if (g_str_has_prefix(text, bullets[i]))
            return text + strlen(bullets[i]);
    return NULL;
}

/* The text after "12. " or "12) ", the number in `*number`; or NULL. */
static const char *after_number(const char *text, int *number)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > MARKER_DIGITS ||
        !(g_str_has_prefix(text + digits, ". ") || g_str_has_prefix(text + digits, ") ")))
        return NULL;
    *number = atoi(text);
    /* Leading zeros would be lost. */
    return digits > 1 && *text == '0' ? NULL : text + digits + 2;
}

/* True when an item numbered `level` may follow `last`, with or without a blank line between. */
static bool may_be_item(const struct draft_chunk *last, int level, bool starts_chunk)
{
    if (level == 0)
        return starts_chunk || last->kind == DRAFT_ITEM;
    if (last && last->kind == DRAFT_ITEM && last->level > 0)
        return level == last->level + 1 || (level == 1 && starts_chunk);
    return starts_chunk && level == 1;
}

/* Adds the line as a list item if it is one. */
static bool add_item(GPtrArray *chunks, const char *text, bool starts_chunk)
{
    int level = 0;
    const char *rest = after_bullet(text);
    if (!rest)
        rest = after_number(text, &level);
    if (!rest || !may_be_item(last_of(chunks), level, starts_chunk))
        return false;
    draft_block_add(chunks, DRAFT_ITEM, level, rest);
    return true;
}

/* A line of text: an item, the rest of the chunk before it, or a paragraph. */
static void add_text(GPtrArray *chunks, const struct input_line *line, bool starts_chunk,
                     bool lists)
{
    struct draft_chunk *last = last_of(chunks);
    if (lists && add_item(chunks, line->text, starts_chunk))
        return;
    if (starts_chunk || last->kind == DRAFT_HEADING || last->kind == DRAFT_TABLE) {
        draft_block_add(chunks, DRAFT_PARAGRAPH, 0, line->text);
        return;
    }
    g_string_append_printf(last->text, " %s", line->text);
    last->n_lines++;
}

static void add_row(GPtrArray *chunks, const struct input_line *line, bool starts_chunk)
{
    struct draft_chunk *last = last_of(chunks);
    if (starts_chunk || last->kind != DRAFT_TABLE)
        draft_block_add(chunks, DRAFT_TABLE, 0, line->text);
    else
        g_string_append_printf(last->text, "\n%s", line->text);
}

/* Lines to chunks. Marked lines part chunks as blank ones do. */
static GPtrArray *make_chunks(const struct source *source)
{
    GPtrArray *chunks = g_ptr_array_new_with_free_func(draft_block_free);
    bool starts_chunk = true;
    for (unsigned i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool ours = line->kind != LINE_BLANK && !line->why && !line->is_fact;
        if (ours && line->kind == LINE_TEXT)
            add_text(chunks, line, starts_chunk, !source->structured);
        else if (ours && line->kind == LINE_HEADING)
            draft_block_add(chunks, DRAFT_HEADING, line->level, line->text);
        else if (ours && line->kind == LINE_ITEM)
            draft_block_add(chunks, DRAFT_ITEM, line->level, line->text);
        else if (ours)
            add_row(chunks, line, starts_chunk);
        starts_chunk = !ours;
    }
    return chunks;
}

static bool has_letter(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            return true;
    return false;
}

/* True when a sentence ends in the text: at a full stop and a blank, or at one of a script that
 * needs none. */
static bool holds_stop(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (sentence_is_full_stop(g_utf8_get_char(text)) && (*text != '.' || text[1] == ' '))
            return true;
    return false;
}

/* Short, one line, not a sentence, and not the rest of one. */
static bool looks_like_heading(const struct draft_chunk *chunk, glong length, unsigned words)
{
    const char *text = chunk->text->str;
    return chunk->kind == DRAFT_PARAGRAPH && chunk->n_lines == 1 &&
           g_utf8_strlen(text, -1) <= length && words_count(text, chunk->text->len) <= words &&
           has_letter(text) && !g_unichar_islower(g_utf8_get_char(text)) &&
           !strchr(".,;:", text[chunk->text->len - 1]) && !g_str_has_suffix(text, "…") &&
           !holds_stop(text);
}

static void draft_block_make_heading(struct draft_chunk *chunk, int level)
{
    chunk->kind = DRAFT_HEADING;
    chunk->level = level;
}

/* Judges by looks: the title is the first chunk, headings have something below them. */
static void guess_headings(GPtrArray *chunks)
{
    for (unsigned i = 0; i + 1 < chunks->len; i++) {
        struct draft_chunk *chunk = chunks->pdata[i];
        const struct draft_chunk *next = chunks->pdata[i + 1];
        if (i == 0 && looks_like_heading(chunk, TITLE_LENGTH, TITLE_WORDS))
            draft_block_make_heading(chunk, 1);
        else if (looks_like_heading(chunk, HEADING_LENGTH, HEADING_WORDS) &&
                 !looks_like_heading(next, HEADING_LENGTH, HEADING_WORDS))
            draft_block_make_heading(chunk, 2);
    }
}

/* The index of the first heading of level 1; else of the first chunk if it is a heading; else the
 * number of chunks. */
static unsigned find_title(const GPtrArray *chunks)
{
    for (unsigned i = 0; i < chunks->len; i++) {
        const struct draft_chunk *chunk = chunks->pdata[i];
        if (chunk->kind == DRAFT_HEADING && chunk->level == 1)
            return i;
    }
    const struct draft_chunk *first = chunks->pdata[0];
    return first->kind == DRAFT_HEADING ? 0 : chunks->len;
}

/* The title, owned by the caller, whose heading leaves `chunks`; or NULL. A lone heading stays: it
 * is all the text there is. */
static char *take_title(GPtrArray *chunks)
{
    unsigned at = chunks->len > 1 ? find_title(chunks) : chunks->len;
    if (at == chunks->len)
        return NULL;
    char *title = g_strdup(((const struct draft_chunk *)chunks->pdata[at])->text->str);
    g_ptr_array_remove_index(chunks, at);
    return title;
}

static unsigned count_columns(char **rows)
{
    unsigned columns = 0;
    for (; *rows; rows++) {
        unsigned n = 1;
        for (const char *p = *rows; *p; p++)
            n += *p == '\t';
        columns = MAX(columns, n);
    }
    return columns;
}

static void write_row(GString *out, const char *row, unsigned columns)
{
    g_auto(GStrv) cells = g_strsplit(row, "\t", -1);
    unsigned n = g_strv_length(cells);
    for (unsigned i = 0; i < columns; i++) {
        g_string_append(out, "| ");
        if (i < n)
            import_escape(out, cells[i], true);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, "|\n");
}

/* The first row is the header: pages that mark none write it there, too. */
static void write_table(GString *out, const struct draft_chunk *chunk)
{
    g_auto(GStrv) rows = g_strsplit(chunk->text->str, "\n", -1);
    unsigned columns = count_columns(rows);
    write_row(out, rows[0], columns);
    for (unsigned i = 0; i < columns; i++)
        g_string_append(out, "|---");
    g_string_append(out, "|\n");
    for (char **row = rows + 1; *row; row++)
        write_row(out, *row, columns);
}

static bool is_numbered(const struct draft_chunk *chunk)
{
    return chunk && chunk->kind == DRAFT_ITEM && chunk->level > 0;
}

/* A list that starts over needs another sign, lest Markdown goes on counting. */
static char sign_after(const struct draft_chunk *before, const struct draft_chunk *item, char sign)
{
    bool starts_over = is_numbered(before) && item->level != before->level + 1;
    return starts_over ? (sign == '.' ? ')' : '.') : sign;
}

static void write_chunk(GString *out, const struct draft_chunk *chunk, char sign)
{
    switch (chunk->kind) {
    case DRAFT_HEADING:
        g_string_append_len(out, "######", CLAMP(chunk->level, 2, 6));
        g_string_append_c(out, ' ');
        break;
    case DRAFT_ITEM:
        if (chunk->level > 0)
            g_string_append_printf(out, "%d%c ", chunk->level, sign);
        else
            g_string_append(out, "- ");
        break;
    case DRAFT_TABLE:
        write_table(out, chunk);
        return;
    case DRAFT_PARAGRAPH:
    case DRAFT_KIND_COUNT:
        break;
    }
    import_escape(out, chunk->text->str, false);
    g_string_append_c(out, '\n');
}

/* True when `chunk` follows `before` without a blank line. */
static bool is_next_item(const struct draft_chunk *before, const struct draft_chunk *chunk)
{
    return before && before->kind == DRAFT_ITEM && chunk->kind == DRAFT_ITEM &&
           is_numbered(before) == is_numbered(chunk);
}

static void write_chunks(GString *out, const GPtrArray *chunks)
{
    char sign = '.';
    for (unsigned i = 0; i < chunks->len; i++) {
        const struct draft_chunk *chunk = chunks->pdata[i];
        const struct draft_chunk *before = i ? chunks->pdata[i - 1] : NULL;
        if (!is_next_item(before, chunk))
            g_string_append_c(out, '\n');
        if (is_numbered(chunk))
            sign = sign_after(before, chunk, sign);
        write_chunk(out, chunk, sign);
    }
}

static void write_front(GString *out, const struct source *source, const char *title)
{
    g_string_append(out, "---\n");
    if (title) {
        g_autofree char *quoted = import_quote(title);
        g_string_append_printf(out, "title: %s\n", quoted);
    } else
        g_string_append(out, "title: # none was found: write it here\n");
    g_string_append_printf(out, "lang: %s\n---\n", source->lang ? source->lang : LANG_DEFAULT);
}

/* Below a title, headings start at level 2, however the input counts them. */
static void sink_headings(GPtrArray *chunks)
{
    int top = 7;
    for (unsigned i = 0; i < chunks->len; i++) {
        const struct draft_chunk *chunk = chunks->pdata[i];
        if (chunk->kind == DRAFT_HEADING)
            top = MIN(top, chunk->level);
    }
    for (unsigned i = 0; top == 1 && i < chunks->len; i++) {
        struct draft_chunk *chunk = chunks->pdata[i];
        chunk->level += chunk->kind == DRAFT_HEADING;
    }
}

/* The browser window's title, for a page that has no other; owned by the caller, or NULL. */
static char *take_window(struct source *source)
{
    struct input_line *window = source->window;
    if (!window || !window->why)
        return NULL;
    window->kind = LINE_BLANK;
    window->why = NULL;
    return g_strdup(window->text);
}

char *import_shape(struct source *source, char **out_title)
{
    g_autoptr(GPtrArray) chunks = make_chunks(source);
    if (!source->structured)
        guess_headings(chunks);
    if (chunks->len == 0)
        return NULL;
    *out_title = take_title(chunks);
    if (!*out_title)
        *out_title = take_window(source);
    sink_headings(chunks);
    GString *out = g_string_new(NULL);
    write_front(out, source, *out_title);
    write_chunks(out, chunks);
    return g_string_free(out, FALSE);
}
