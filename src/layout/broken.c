/*
 * The key is all that lines depend on: the text, what its attributes are made of, the column and
 * the way of breaking. Awkward: whatever paragraph.c or breaking.c come to depend on must be told
 * here, too. Sizes are not: texts are shaped in one size (SHAPING_EM), and columns are measured in
 * its units.
 */
#include "layout/broken.h"

#include <string.h>

/* Bytes of text that are remembered, at 56 of memory each (peak of a standard handout of 240 KB in
 * English, 126 pages, with and without). What goes beyond is set anew each time. */
#define MOST (2 * 1024 * 1024)

struct broken {
    GHashTable *texts; /* key (char *) -> struct lines *; both owned */
    size_t bytes;      /* of all texts */
};

struct lines {
    PangoLayout *layout; /* owned */
    enum mess mess;
};

static void lines_free(gpointer data)
{
    struct lines *lines = data;
    g_object_unref(lines->layout);
    g_free(lines);
}

struct broken *broken_new(void)
{
    struct broken *broken = g_new0(struct broken, 1);
    broken->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, lines_free);
    return broken;
}

void broken_free(struct broken *broken)
{
    g_hash_table_unref(broken->texts);
    g_free(broken);
}

static char *key_of(const struct paragraph *p, int width)
{
    const struct profile *profile = p->setter->profile;
    GString *key = g_string_sized_new(p->text->len + 128);
    g_string_append_printf(key, "%d %d %d %d %d %p %a %a", width, (int)p->kind,
                           (int)profile->looks[p->kind].bold, (int)p->setter->parting,
                           (int)profile->breaking[p->kind], (const void *)profile->trim->breaks,
                           profile->script_ratio, p->tracking);
    for (guint i = 0; i < p->spans->len; i++) {
        const struct span *span = p->spans->pdata[i];
        const char *lang = element_lang(span->element);
        g_string_append_printf(
            key, "\n%u %d%d%d%d%d%d %d %s", g_array_index(p->starts, guint, i), span->strong,
            span->code, span->small, span->whole, element_note(span->element) != NULL,
            element_turned(span->element) != NULL, span->raise, lang ? lang : "");
    }
    g_string_append_c(key, '\n');
    g_string_append_len(key, p->text->str, (gssize)p->text->len);
    return g_string_free(key, FALSE);
}

PangoLayout *broken_find(struct paragraph *p, int width)
{
    g_autofree char *key = key_of(p, width);
    const struct lines *lines = g_hash_table_lookup(p->setter->broken->texts, key);
    if (!lines)
        return NULL;
    p->mess = lines->mess;
    return g_object_ref(lines->layout);
}

void broken_remember(const struct paragraph *p, int width, PangoLayout *layout)
{
    struct broken *broken = p->setter->broken;
    if (broken->bytes + p->text->len > MOST)
        return;
    struct lines *lines = g_new(struct lines, 1);
    *lines = (struct lines){g_object_ref(layout), p->mess};
    broken->bytes += p->text->len;
    g_hash_table_replace(broken->texts, key_of(p, width), lines);
}
