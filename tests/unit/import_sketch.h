/* Pages given as strings, and what the import makes of them. */
#ifndef HANDOUT_TESTS_IMPORT_SKETCH_H
#define HANDOUT_TESTS_IMPORT_SKETCH_H

#include "scratch.h"

#include "import/import.h"

static inline struct import *import_string(const char *text)
{
    struct import *import = import_text(text, "page.txt");
    assert_non_null(import);
    return import;
}

static inline struct import *import_page(const char *html)
{
    struct import *import = import_html(html, strlen(html), "page.html");
    assert_non_null(import);
    return import;
}

static inline const struct import_drop *find_drop(const struct import *import, int line,
                                                  const char *text)
{
    for (unsigned i = 0; i < import->dropped->len; i++) {
        const struct import_drop *drop = import->dropped->pdata[i];
        if (drop->pos.line == line && (!text || strcmp(drop->text, text) == 0))
            return drop;
    }
    return NULL;
}

/* Other documents than usual, and as many as wanted: HANDOUT_SEED and HANDOUT_DOCUMENTS in the
 * environment. */
static inline GRand *random_new(guint32 usual, int *documents)
{
    const char *seed = g_getenv("HANDOUT_SEED"), *wanted = g_getenv("HANDOUT_DOCUMENTS");
    *documents = wanted ? atoi(wanted) : *documents;
    return g_rand_new_with_seed(seed ? (guint32)g_ascii_strtoull(seed, NULL, 10) : usual);
}

/* True when the text has the word "w5" of that number. */
static inline bool has_word(const char *text, int word)
{
    g_autofree char *pattern = g_strdup_printf("\\bw%d\\b", word);
    return text && g_regex_match_simple(pattern, text, 0, 0);
}

#endif
