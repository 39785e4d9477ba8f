/*
 * Topics are made of copies of headings: a copy is set like any other heading, whatever the words
 * are in the article.
 */
#include "layout/screen_topic.h"

#include "base/sentence.h"
#include "layout/flow.h"
#include "layout/pieces_parts.h"

#include <string.h>

const struct block *screen_title_block(const struct document *document)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (screen_is_title_matter(block) && block->text_kind == TEXT_TITLE)
            return block;
    }
    return NULL;
}

static struct block *slice(const struct block *source, gsize start, gsize end, enum text_kind kind)
{
    struct block *copy = block_new(BLOCK_TEXT, source->element, source->pos);
    copy->text_kind = kind;
    copy->as.text.heading = true;
    piece_copy_spans(source, words_place_at(source, (struct words_place){0}, start), end, copy);
    return copy;
}

/* The byte behind the first colon that another word follows; 0: there is none. Within a word or a
 * time of day a plain one parts nothing. */
static gsize colon_end(const char *words)
{
    for (const char *c = words; *c; c = g_utf8_next_char(c)) {
        const char *next = g_utf8_next_char(c);
        bool parts = sentence_is_colon(g_utf8_get_char(c)) && (*c != ':' || *next == ' ');
        if (parts && c > words && next[strspn(next, " ")])
            return (gsize)(next - words);
    }
    return 0;
}

void screen_title_parts(const struct block *title, struct block **main, struct block **rest)
{
    g_autofree char *words = block_words(title);
    gsize end = colon_end(words), next = end;
    while (words[next] == ' ')
        next++;
    *main = slice(title, 0, end ? end : strlen(words), TEXT_TITLE);
    *rest = end ? slice(title, next, strlen(words), TEXT_SUMMARY) : NULL;
}

static void add_copy(GPtrArray *blocks, const struct block *heading)
{
    g_autofree char *words = block_words(heading);
    g_ptr_array_add(blocks, slice(heading, 0, strlen(words), TEXT_HEADING_2));
}

/* The title without what stands behind its colon, and without the colon. */
static void add_title(GPtrArray *blocks, const struct block *title)
{
    g_autofree char *words = block_words(title);
    gsize end = colon_end(words);
    if (end > 0)
        end = (gsize)(g_utf8_prev_char(words + end) - words);
    while (end > 0 && words[end - 1] == ' ')
        end--;
    g_ptr_array_add(blocks, slice(title, 0, end ? end : strlen(words), TEXT_HEADING_2));
}

GPtrArray *screen_topic_blocks(const struct document *document, const struct section *section)
{
    GPtrArray *blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    const struct block *title = screen_title_block(document);
    for (guint i = 0; i < section->headings->len; i++)
        add_copy(blocks, section->headings->pdata[i]);
    if (blocks->len == 0 && section->blocks->len > 0 && title &&
        !g_ptr_array_find(section->blocks, title, NULL))
        add_title(blocks, title);
    return blocks;
}

GPtrArray *screen_topic_set(struct show *show, const GPtrArray *blocks, double size)
{
    struct trial trial = trial_begin(&show->setter);
    double before = show->size;
    show->setter.parting = PARTING_NONE;
    screen_use_size(show, MIN(size, 1));
    GPtrArray *strips = flow_blocks(&show->setter, blocks, show->area.width);
    screen_use_size(show, before);
    bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    if (failed || strips->len > show_topic_lines(show))
        g_clear_pointer(&strips, g_ptr_array_unref);
    return strips;
}
