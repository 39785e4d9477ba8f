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

#endif
