/*
 * The title and the levels of headings. Text that does not say what its headings are is judged by
 * looks: a short line without a full stop between blank lines, with text below it.
 */
#include "import/parts.h"

#include "base/sentence.h"
#include "base/words.h"
#include "content/telephone.h"

#include <string.h>

#define WHY_AGAIN "the title once more"
#define WHY_EMPTY "a heading with nothing below it: check whose words are whose"
#define WHY_LOOKS "a short line was taken for a heading: check that it is one"

/* A heading that fits one line of a page; a title may take two. [characters, words] */
#define HEADING_LENGTH 80
#define HEADING_WORDS  12
#define TITLE_LENGTH   150
#define TITLE_WORDS    24

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

/* True when the line goes on after it, or is a sentence: its last sign says so, whatever notes
 * stand behind it. */
static bool ends_in_stop(const struct chunk *chunk)
{
    const char *marked = chunk->marked->str, *end = marked + chunk->marked->len;
    for (const char *note; end > marked && end[-1] == ']'; end = note) {
        note = g_strrstr_len(marked, end - marked, "[^");
        if (!note || note == marked || memchr(note, ']', (size_t)(end - note)) != end - 1)
            break;
    }
    g_autofree char *before = g_strndup(marked, (gsize)(end - marked));
    return end > marked && (strchr(".,;:", end[-1]) || g_str_has_suffix(before, "…"));
}

/* Not in the middle of a sentence, nor with ">", of what a mail answers or of an amount. */
static bool begins_as_heading(const char *text)
{
    gunichar first = g_utf8_get_char(text);
    return !g_unichar_islower(first) && g_unichar_type(first) != G_UNICODE_MATH_SYMBOL;
}

/* A row of columns with figures. */
static bool has_gap(const struct chunk *chunk)
{
    const struct input_line *line = chunk->lines->pdata[0];
    return line->gap && strpbrk(line->text, "0123456789");
}

/* Short, one line, not a sentence, not the rest of one, nothing to fill in, and no number to call.
 */
static bool looks_like_heading(const struct chunk *chunk, glong length, unsigned words)
{
    const char *text = chunk->text->str;
    return chunk->kind == CHUNK_PARAGRAPH && !chunk->holder && chunk->n_lines == 1 &&
           g_utf8_strlen(text, -1) <= length && words_count(text, chunk->text->len) <= words &&
           has_letter(text) && begins_as_heading(text) &&
           !strchr(".,;:", text[chunk->text->len - 1]) && !g_str_has_suffix(text, "…") &&
           !ends_in_stop(chunk) && !holds_stop(text) && !strstr(text, "__") && !has_gap(chunk) &&
           !telephone_find(text, 0, &(struct range){0});
}

static void make_heading(struct chunk *chunk, int level)
{
    chunk->kind = CHUNK_HEADING;
    chunk->level = level;
}

/* All of its words are bold. */
static bool is_bold(const struct chunk *chunk)
{
    const char *marked = chunk->marked->str, *inner = marked + strlen("**");
    const char *end = g_str_has_prefix(marked, "**") ? strstr(inner, "**") : NULL;
    return end && end > inner && end[strlen("**")] == '\0';
}

static bool may_be_heading(const struct chunk *chunk, bool bold)
{
    return looks_like_heading(chunk, HEADING_LENGTH, HEADING_WORDS) && (!bold || is_bold(chunk));
}

/* True for a text that sets its headings bold: other short lines are none. */
static bool has_bold_headings(const GPtrArray *chunks)
{
    for (guint i = 1; i < chunks->len; i++)
        if (may_be_heading(chunks->pdata[i], true))
            return true;
    return false;
}

/* Where the input could have said that the line is a heading, and neither did nor set it bold; and
 * of plain text, where a figure in it may be more than that of a step. */
static void note_guess(struct source *source, const struct chunk *chunk)
{
    const struct input_line *line = chunk->lines->pdata[0];
    bool may_say = source->marked || strpbrk(line->text, "0123456789");
    if (may_say && chunk->level > 1 && !is_bold(chunk))
        source_changed(source, line, line->text, WHY_LOOKS);
}

/* The title is the first chunk, headings have something below them. */
void import_guess_headings(struct source *source, GPtrArray *chunks)
{
    bool bold = has_bold_headings(chunks);
    for (unsigned i = 0; i + 1 < chunks->len; i++) {
        struct chunk *chunk = chunks->pdata[i];
        if (i == 0 && looks_like_heading(chunk, TITLE_LENGTH, TITLE_WORDS))
            make_heading(chunk, 1);
        else if (may_be_heading(chunk, bold) && !may_be_heading(chunks->pdata[i + 1], bold))
            make_heading(chunk, 2);
        else
            continue;
        note_guess(source, chunk);
        if (is_bold(chunk)) { /* headings are bold by themselves */
            g_string_truncate(chunk->marked, chunk->marked->len - strlen("**"));
            g_string_erase(chunk->marked, 0, strlen("**"));
        }
    }
}

static bool is_top(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_HEADING && chunk->level == 1;
}

/* The index of the first heading of level 1; else, where no masthead has one, of the first chunk if
 * it is a heading; else the number of chunks. */
static unsigned find_title(const GPtrArray *chunks, const struct input_line *masthead)
{
    for (unsigned i = 0; i < chunks->len; i++)
        if (is_top(chunks->pdata[i]))
            return i;
    const struct chunk *first = chunks->pdata[0];
    return first->kind == CHUNK_HEADING && !masthead ? 0 : chunks->len;
}

/* The words of a line that was dropped, for a page that has no other title; owned by the caller, or
 * NULL. */
static char *take_dropped(struct input_line *line)
{
    if (!line || !line->why)
        return NULL;
    line->kind = LINE_BLANK;
    line->is_title = true;
    line->why = NULL;
    return g_strdup(line->text);
}

static bool is_name(const struct source *source, const char *text)
{
    if (source->masthead && strcmp(source->masthead->text, text) == 0)
        return true;
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->key == FOUND_NAME && found->value && strcmp(found->value, text) == 0)
            return true;
    }
    return false;
}

/* The title of the browser's window without the name of the site, which stands before or behind it:
 * "Sleep | Hill Clinic"; owned by the caller; NULL: it has no such name. */
static char *window_title(const struct source *source)
{
    static const char *const signs[] = {" | ", " - ", " – ", " — ", " · ", " » ", " : "};
    const char *text = source->window ? source->window->text : "";
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *first = strstr(text, signs[i]), *last = g_strrstr(text, signs[i]);
        if (!first)
            continue;
        g_autofree char *before = g_strndup(text, (gsize)(first - text));
        if (is_name(source, last + strlen(signs[i])))
            return g_strndup(text, (gsize)(last - text));
        if (is_name(source, before))
            return g_strdup(first + strlen(signs[i]));
    }
    return NULL;
}

/* A title from around the article; owned by the caller, or NULL. */
static char *outer_title(struct source *source)
{
    g_autofree char *page = window_title(source);
    if (page) {
        g_free(take_dropped(source->window));
        return g_steal_pointer(&page);
    }
    char *title = take_dropped(source->masthead);
    return title ? title : take_dropped(source->window);
}

/* Titles are plain words. */
static void note_marks(struct source *source, const struct chunk *chunk)
{
    static const char *const marks[] = {"~~", "<del>", "<ins>", "<abbr", "](", "]{"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strstr(chunk->marked->str, marks[i])) {
            source_changed(source, chunk->lines->pdata[0], chunk->marked->str,
                           "a title is plain words: its marks are gone");
            return;
        }
}

/* A heading right below the title that says the same. */
static void drop_again(GPtrArray *chunks, guint at, const char *title)
{
    const struct chunk *chunk = at + 1 < chunks->len ? chunks->pdata[at] : NULL;
    if (!chunk || chunk->kind != CHUNK_HEADING || strcmp(chunk->text->str, title) != 0)
        return;
    for (guint i = 0; i < chunk->lines->len; i++)
        ((struct input_line *)chunk->lines->pdata[i])->why = WHY_AGAIN;
    g_ptr_array_remove_index(chunks, at);
}

/* A lone heading stays: it is all the text there is. */
char *import_take_title(struct source *source, GPtrArray *chunks)
{
    unsigned at = chunks->len > 1 ? find_title(chunks, source->masthead) : chunks->len;
    if (at == chunks->len)
        return outer_title(source);
    const struct chunk *chunk = chunks->pdata[at];
    char *title = g_strdup(chunk->text->str);
    note_marks(source, chunk);
    for (guint i = 0; i < chunk->lines->len; i++) {
        struct input_line *line = chunk->lines->pdata[i];
        line->kind = LINE_BLANK;
        line->is_title = true;
    }
    g_autofree char *marked = g_strdup(chunk->marked->str);
    g_ptr_array_remove_index(chunks, at);
    import_free_notes(source, chunks, marked);
    drop_again(chunks, at, title);
    return title;
}

int import_settle_level(struct level_stack *stack, int level)
{
    while (stack->depth > 0 && stack->written[stack->depth - 1] >= level)
        stack->depth--;
    if (stack->depth < (int)G_N_ELEMENTS(stack->written))
        stack->written[stack->depth++] = level;
    return stack->depth + 1;
}

static void list_empty(struct source *source, const GPtrArray *chunks)
{
    for (unsigned i = 0; i < chunks->len; i++) {
        const struct chunk *chunk = chunks->pdata[i];
        const struct chunk *next = i + 1 < chunks->len ? chunks->pdata[i + 1] : NULL;
        bool last = !next || (next->kind == CHUNK_HEADING && next->level <= chunk->level);
        if (chunk->kind == CHUNK_HEADING && last && chunk->lines->len > 0 && i > 0) {
            const struct input_line *line = chunk->lines->pdata[0];
            source_changed(source, line, line->text, WHY_EMPTY);
        }
    }
}

void import_settle_levels(struct source *source, GPtrArray *chunks)
{
    struct level_stack stack = {0};
    for (unsigned i = 0; i < chunks->len; i++) {
        struct chunk *chunk = chunks->pdata[i];
        if (chunk->kind == CHUNK_HEADING)
            chunk->level = import_settle_level(&stack, chunk->level);
    }
    list_empty(source, chunks);
}
