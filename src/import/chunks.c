/*
 * Lines to chunks: paragraphs unwrapped, tables gathered, lists of plain text found.
 */
#include "import/facts.h"
#include "import/parts.h"

#include <string.h>

#define WHY_EMPTY "the heading of what was left out"
#define WHY_MOVED "the heading of what is in clinic.yaml now"
#define WHY_HEAD  "the heading of the footnotes: a handout sets its own"

static void chunk_free(gpointer data)
{
    struct chunk *chunk = data;
    g_string_free(chunk->text, TRUE);
    g_string_free(chunk->marked, TRUE);
    g_ptr_array_unref(chunk->lines);
    g_free(chunk);
}

static struct chunk *chunk_add(GPtrArray *chunks, enum chunk_kind kind, int level,
                               struct holder *holder)
{
    struct chunk *chunk = g_new0(struct chunk, 1);
    *chunk = (struct chunk){.kind = kind,
                            .level = level,
                            .text = g_string_new(NULL),
                            .marked = g_string_new(NULL),
                            .holder = holder,
                            .lines = g_ptr_array_new()};
    g_ptr_array_add(chunks, chunk);
    return chunk;
}

static struct chunk *last_of(GPtrArray *chunks)
{
    return chunks->len ? chunks->pdata[chunks->len - 1] : NULL;
}

/* A line goes to the end of the chunk. `marked`: as Markdown; NULL: nothing in it has a meaning. */
static void append_words(struct chunk *chunk, struct input_line *line, const char *text,
                         const char *marked)
{
    bool joined = chunk->n_lines > 0;
    if (joined)
        g_string_append(chunk->marked, line->breaks ? "\\\n" : " ");
    if (marked)
        g_string_append(chunk->marked, marked);
    else
        import_escape(chunk->marked, text, false);
    g_string_append_printf(chunk->text, "%s%s", joined ? " " : "", text);
    g_ptr_array_add(chunk->lines, line);
    chunk->n_lines++;
}

static void append_line(struct chunk *chunk, struct input_line *line, const char *text)
{
    append_words(chunk, line, text, line->marked);
}

/* The line as Markdown without the sign that opens its text, which takes so many bytes there;
 * signs of emphasis that stand around no more than it go with it. Owned by the caller; NULL: it
 * opens with something else. */
static char *marked_behind(const char *marked, const char *text, size_t length)
{
    if (length == 0)
        return g_strdup(marked);
    size_t open = strspn(marked, "*");
    const char *p = marked + open;
    for (const char *end = text + length; text < end && *text != ' '; text++) {
        p += *p == '\\' && *text != '\\';
        if (*p++ != *text)
            return NULL;
    }
    bool alone = strspn(p, "*") == open;
    p += alone ? open : 0;
    return g_strdup_printf("%.*s%s", alone ? 0 : (int)open, marked, p + strspn(p, " "));
}

/* A line of plain text: an item, or what goes on with one. True: it is in a chunk. */
static bool add_plain(struct source *source, GPtrArray *chunks, struct input_line *line,
                      bool starts_chunk)
{
    const char *words = line->text;
    struct holder *item = import_item_of(source, chunks, line, starts_chunk, &words);
    if (!item && starts_chunk)
        item = import_item_above(chunks, line);
    g_autofree char *marked =
        item && line->marked ? marked_behind(line->marked, line->text, (size_t)(words - line->text))
                             : NULL;
    if (line->marked && !marked)
        item = NULL;
    line->breaks |= !item && import_starts_like_item(source, line);
    if (item)
        append_words(chunk_add(chunks, CHUNK_PARAGRAPH, 0, item), line, words, marked);
    return item != NULL;
}

/* A line of text: an item, the rest of the chunk before it, or a paragraph. */
static void add_text(struct source *source, GPtrArray *chunks, struct input_line *line,
                     bool starts_chunk)
{
    struct chunk *last = last_of(chunks);
    if (!source->structured && !line->holder && add_plain(source, chunks, line, starts_chunk))
        return;
    bool other = source->structured && last && last->holder != line->holder;
    if (starts_chunk || other || last->kind != CHUNK_PARAGRAPH)
        last = chunk_add(chunks, CHUNK_PARAGRAPH, 0, line->holder);
    append_line(last, line, line->text);
}

static void append_row(struct chunk *chunk, struct input_line *line)
{
    const char *end = chunk->n_lines ? "\n" : "";
    g_string_append_printf(chunk->text, "%s%s", end, line->text);
    g_string_append(chunk->marked, end);
    if (line->marked) {
        g_string_append(chunk->marked, line->marked);
    } else {
        g_auto(GStrv) cells = g_strsplit(line->text, "\t", -1);
        for (char **cell = cells; *cell; cell++) {
            if (cell > cells)
                g_string_append_c(chunk->marked, '\t');
            import_escape(chunk->marked, *cell, true);
        }
    }
    g_ptr_array_add(chunk->lines, line);
    chunk->n_lines++;
}

static void add_row(GPtrArray *chunks, struct input_line *line, bool starts_chunk)
{
    struct chunk *last = last_of(chunks);
    if (starts_chunk || last->kind != CHUNK_TABLE || last->holder != line->holder)
        last = chunk_add(chunks, CHUNK_TABLE, line->level, line->holder);
    append_row(last, line);
}

/* In a quotation or an item, a heading is bold words: what follows the list is not below it. */
static void add_heading(GPtrArray *chunks, struct input_line *line)
{
    enum chunk_kind kind = line->holder ? CHUNK_PARAGRAPH : CHUNK_HEADING;
    struct chunk *chunk = chunk_add(chunks, kind, line->level, line->holder);
    append_line(chunk, line, line->text);
    if (line->holder) {
        g_string_prepend(chunk->marked, "**");
        g_string_append(chunk->marked, "**");
    }
}

static void add_line(struct source *source, GPtrArray *chunks, struct input_line *line,
                     bool starts_chunk)
{
    switch (line->kind) {
    case LINE_TEXT:
        add_text(source, chunks, line, starts_chunk);
        break;
    case LINE_HEADING:
        add_heading(chunks, line);
        break;
    case LINE_ROW:
        add_row(chunks, line, starts_chunk);
        break;
    case LINE_PRE:
        append_line(chunk_add(chunks, CHUNK_PRE, 0, line->holder), line, line->text);
        break;
    case LINE_RULE:
        g_ptr_array_add(chunk_add(chunks, CHUNK_RULE, 0, line->holder)->lines, line);
        break;
    case LINE_PICTURE:
        append_line(chunk_add(chunks, CHUNK_PARAGRAPH, 0, line->holder), line, line->text);
        break;
    case LINE_BLANK:
    case LINE_KIND_COUNT:
        g_assert_not_reached();
    }
}

static bool is_rule(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_RULE;
}

static bool is_of_note(const struct chunk *chunk)
{
    const struct holder *holder = chunk->holder;
    while (holder && holder->parent)
        holder = holder->parent;
    return holder && holder->kind == HOLDER_NOTE;
}

/* A heading of footnotes alone: handouts set one of their own. */
static void drop_heads_of_notes(GPtrArray *chunks)
{
    for (guint i = chunks->len; i > 1; i--) {
        const struct chunk *head = chunks->pdata[i - 2];
        if (head->kind != CHUNK_HEADING)
            continue;
        guint end = i - 1;
        while (end < chunks->len && is_of_note(chunks->pdata[end]))
            end++;
        const struct chunk *next = end < chunks->len ? chunks->pdata[end] : NULL;
        if (end == i - 1 || (next && next->kind != CHUNK_HEADING))
            continue;
        for (guint k = 0; k < head->lines->len; k++)
            ((struct input_line *)head->lines->pdata[k])->why = WHY_HEAD;
        g_ptr_array_remove_index(chunks, i - 2);
    }
}

/* Why a heading goes, whose words below all did, static; NULL: it stays. That of facts goes if it
 * says no more than that. */
static const char *find_why_empty(const struct source *source, const struct input_line *head)
{
    for (guint i = head->order + 1; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK || line->aside)
            continue;
        if (line->is_fact)
            return fact_is_head(source, head->text) ? WHY_MOVED : NULL;
        return line->why ? WHY_EMPTY : NULL;
    }
    return NULL;
}

/* A heading whose words below all went says nothing. */
static void drop_heads_of_dropped(struct source *source, GPtrArray *chunks)
{
    for (guint i = chunks->len; source->structured && i > 1; i--) {
        const struct chunk *head = chunks->pdata[i - 1];
        const struct chunk *next = i < chunks->len ? chunks->pdata[i] : NULL;
        bool alone = !next || (next->kind == CHUNK_HEADING && next->level <= head->level);
        struct input_line *line = head->lines->pdata[0];
        const char *why =
            head->kind == CHUNK_HEADING && alone ? find_why_empty(source, line) : NULL;
        if (!why)
            continue;
        line->why = why;
        g_ptr_array_remove_index(chunks, i - 1);
    }
}

/* A rule parts two texts: none stands at an end, beside another one, or before a heading. */
static void drop_idle_rules(GPtrArray *chunks)
{
    for (guint i = chunks->len; i > 0; i--) {
        const struct chunk *chunk = chunks->pdata[i - 1];
        const struct chunk *next = i < chunks->len ? chunks->pdata[i] : NULL;
        bool idle =
            i == 1 || !next || is_rule(next) || next->kind == CHUNK_HEADING || is_of_note(next);
        if (is_rule(chunk) && idle)
            g_ptr_array_remove_index(chunks, i - 1);
    }
}

/* Marked lines part chunks as blank ones do. */
GPtrArray *import_make_chunks(struct source *source)
{
    GPtrArray *chunks = g_ptr_array_new_with_free_func(chunk_free);
    bool starts_chunk = true;
    for (unsigned i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        bool ours = line->kind != LINE_BLANK && !line->why && !line->is_fact;
        if (ours)
            add_line(source, chunks, line, starts_chunk);
        starts_chunk = !ours || line->kind == LINE_PICTURE;
    }
    drop_heads_of_notes(chunks);
    drop_heads_of_dropped(source, chunks);
    drop_idle_rules(chunks);
    return chunks;
}
