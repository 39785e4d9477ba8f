/*
 * Article to passages: the words of each block in one string, with marks that lead back to the
 * file, then cut into sentences.
 */
#include "examine/prose.h"

#include "base/sentence.h"

#include <string.h>

/* [bytes] Words are longer in most texts, with the blank behind them. */
#define WORD_BYTES 5

/* [bytes] From a place in the text back to a mark there are at most so many. */
#define MARK_STRETCH 512

struct prose_mark {
    gsize offset;
    struct pos pos;
};

static void passage_free(void *data)
{
    struct passage *passage = data;
    g_free(passage->text);
    g_array_unref(passage->marks);
    g_array_unref(passage->sentences);
    g_array_unref(passage->found);
    g_free(passage);
}

bool passage_is_running(const struct passage *passage)
{
    return passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_ITEM;
}

struct word_walk passage_words(const struct passage *passage)
{
    return word_walk(passage->text, passage->text + strlen(passage->text));
}

struct word_walk sentence_words(const char *text, const struct sentence *sentence)
{
    return word_walk(text + sentence->start, text + sentence->end);
}

struct pos passage_pos(const struct passage *passage, gsize offset)
{
    guint low = 0, high = passage->marks->len;
    while (low + 1 < high) {
        guint middle = (low + high) / 2;
        if (g_array_index(passage->marks, struct prose_mark, middle).offset <= offset)
            low = middle;
        else
            high = middle;
    }
    struct prose_mark mark = g_array_index(passage->marks, struct prose_mark, low);
    const char *from = passage->text + mark.offset;
    if (mark.pos.col > 0 && offset > mark.offset)
        mark.pos.col += (int)g_utf8_strlen(from, (gssize)(offset - mark.offset));
    return mark.pos;
}

/* How many there are. */
static unsigned add_words(struct passage *passage, const struct sentence *sentence)
{
    struct word_walk walk = sentence_words(passage->text, sentence);
    struct word word;
    unsigned words = 0;
    for (; word_next(&walk, &word); words++)
        g_array_append_val(passage->found, word);
    return words;
}

static void add_sentence(struct passage *passage, gsize start, gsize end)
{
    const char *text = passage->text;
    while (end > start && g_ascii_isspace(text[end - 1]))
        end--;
    while (start < end && g_ascii_isspace(text[start]))
        start++;
    struct sentence sentence = {.start = start, .end = end};
    sentence.words = add_words(passage, &sentence);
    if (sentence.words > 0)
        g_array_append_val(passage->sentences, sentence);
    passage->words += sentence.words;
}

static void split_sentences(struct passage *passage, const char *lang,
                            const char *const *abbreviations)
{
    g_autoptr(GArray) ends = sentence_ends(passage->text, lang, abbreviations);
    gsize start = 0;
    for (guint i = 0; i < ends->len; i++) {
        gsize end = g_array_index(ends, gsize, i);
        add_sentence(passage, start, end);
        start = end;
    }
}

static void add_passage(struct prose *prose, enum passage_kind kind, struct node *node,
                        GString *text, GArray *marks, const char *const *abbreviations)
{
    struct passage *passage = g_new0(struct passage, 1);
    *passage = (struct passage){.kind = kind, .node = node};
    passage->text = g_string_free(text, FALSE);
    passage->marks = marks;
    passage->sentences = g_array_new(FALSE, FALSE, sizeof(struct sentence));
    passage->found = g_array_sized_new(FALSE, FALSE, sizeof(struct word),
                                       (guint)strlen(passage->text) / WORD_BYTES + 1);
    split_sentences(passage, prose->article->lang, abbreviations);
    g_ptr_array_add(prose->passages, passage);
    if (!passage_is_running(passage))
        return;
    prose->words += passage->words;
    prose->sentences += passage->sentences->len;
}

static void add_mark(GArray *marks, gsize offset, struct pos pos)
{
    struct prose_mark mark = {offset, pos};
    g_array_append_val(marks, mark);
}

/* Marks a text from its beginning on, and so often that whoever asks for the place of each of its
 * words does not count it anew from there each time. */
static void mark_text(GArray *marks, gsize offset, struct pos pos, const char *text)
{
    add_mark(marks, offset, pos);
    if (pos.col <= 0)
        return;
    for (const char *end = text + strlen(text), *next; end - text > MARK_STRETCH; text = next) {
        next = text + MARK_STRETCH;
        while (((guchar)*next & 0xC0) == 0x80)
            next--;
        offset += (gsize)(next - text);
        pos.col += (int)g_utf8_strlen(text, next - text);
        add_mark(marks, offset, pos);
    }
}

static void add_block(struct prose *prose, enum passage_kind kind, struct node *block,
                      const char *const *abbreviations)
{
    GString *text = g_string_new(NULL);
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct prose_mark));
    add_mark(marks, 0, block->pos);
    for (struct node *n = block; n; n = node_next(n, block)) {
        if (n->kind == NODE_TEXT) {
            mark_text(marks, text->len, n->pos, n->text);
            g_string_append(text, n->text);
        } else if (n->kind == NODE_SOFT_BREAK || n->kind == NODE_HARD_BREAK) {
            g_string_append_c(text, ' ');
        }
    }
    add_passage(prose, kind, block, text, marks, abbreviations);
}

static void add_title(struct prose *prose, const char *const *abbreviations)
{
    const struct fact *title = &prose->article->title;
    if (!title->value)
        return;
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct prose_mark));
    mark_text(marks, 0, title->pos, title->value);
    add_passage(prose, PASSAGE_TITLE, NULL, g_string_new(title->value), marks, abbreviations);
}

struct prose *prose_new(const struct article *article, const char *const *abbreviations)
{
    struct prose *prose = g_new0(struct prose, 1);
    prose->article = article;
    prose->passages = g_ptr_array_new_with_free_func(passage_free);
    add_title(prose, abbreviations);
    for (struct node *n = article->root; n; n = node_next(n, article->root)) {
        if (n->kind == NODE_HEADING)
            add_block(prose, PASSAGE_HEADING, n, abbreviations);
        else if (n->kind == NODE_CELL)
            add_block(prose, PASSAGE_CELL, n, abbreviations);
        else if (n->kind == NODE_PARAGRAPH)
            add_block(prose, n->parent->kind == NODE_ITEM ? PASSAGE_ITEM : PASSAGE_PARAGRAPH, n,
                      abbreviations);
    }
    return prose;
}

void prose_free(struct prose *prose)
{
    if (!prose)
        return;
    g_ptr_array_unref(prose->passages);
    g_free(prose);
}
