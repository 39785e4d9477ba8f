/*
 * The article as running text: what an editor reads. Passages of plain words with the sentences in
 * them, and the way back from any byte to its place in the file.
 *
 * Code is left out; links keep their words, pictures do not show theirs. A passage is a heading, a
 * paragraph (of the body, of a list item, of a quote) or a table cell.
 */
#ifndef HANDOUT_EXAMINE_PROSE_H
#define HANDOUT_EXAMINE_PROSE_H

#include "base/ahead.h"
#include "base/words.h"
#include "content/article.h"

#include <stdbool.h>

enum passage_kind {
    PASSAGE_TITLE, /* no node: front matter, or a heading that was taken out of the tree */
    PASSAGE_HEADING,
    PASSAGE_PARAGRAPH,
    PASSAGE_ITEM, /* a paragraph of a list item */
    PASSAGE_CELL,
    PASSAGE_KIND_COUNT
};

/* From `start` up to `end` in the passage's text, without the blanks around it. */
struct sentence {
    gsize start, end;
    unsigned words;
};

struct passage {
    enum passage_kind kind;
    struct node *node; /* NULL for the title */
    char *text;
    GArray *marks;     /* of struct prose_mark: where stretches of the text stand in the file */
    GArray *sentences; /* of struct sentence; those of headings and cells are not to be counted */
    GArray *found;     /* of struct word: those of its sentences, in their order */
    unsigned words;
};

struct prose {
    const struct article *article;
    GPtrArray *passages; /* of struct passage *, in reading order */
    unsigned words;      /* of paragraphs and items */
    unsigned sentences;  /* of paragraphs and items */
};

/* `abbreviations` ("Dr.", ended by NULL) end no sentence. */
struct prose *prose_new(const struct article *article, const char *const *abbreviations);
void prose_free(struct prose *prose);

/* The passage at `index`, in loops over all of them. Lent. */
static inline const struct passage *prose_passage(const struct prose *prose, guint index)
{
    const GPtrArray *all = prose->passages;
    const struct passage *next = index + 2 < all->len ? all->pdata[index + 2] : NULL;
    ahead_ask(all, index);
    __builtin_prefetch(next ? next->text : NULL);
    return all->pdata[index];
}

/* The place in the file of a byte of the passage. */
struct pos passage_pos(const struct passage *passage, gsize offset);

/* Walks over the words of a passage, and over those of a sentence in its text. */
struct word_walk passage_words(const struct passage *passage);
struct word_walk sentence_words(const char *text, const struct sentence *sentence);

/* True for passages that hold sentences (paragraphs and items). */
bool passage_is_running(const struct passage *passage);

#endif
