/*
 * An article that is there in several languages has one tile: in the language of the page, else in
 * its first.
 */
#include "player/topics_parts.h"

#include "player/topics.h"

static bool has_document(const GPtrArray *sources, const struct document *document)
{
    for (guint i = 0; i < sources->len; i++)
        if (((const struct slide_source *)sources->pdata[i])->document == document)
            return true;
    return false;
}

void topics_note_lang(GPtrArray *langs, const char *lang)
{
    if (!g_ptr_array_find_with_equal_func(langs, lang, g_str_equal, NULL))
        g_ptr_array_add(langs, (gpointer)lang);
}

/* How many articles are in that language. */
static guint count_in(const GPtrArray *sources, const char *lang)
{
    guint count = 0;
    for (guint i = 0; i < sources->len; i++)
        count +=
            g_str_equal(((const struct slide_source *)sources->pdata[i])->document->lang, lang);
    return count;
}

/* The language of most articles is the first; else they stay as the show has them. */
static void put_main_first(GPtrArray *langs, const GPtrArray *sources)
{
    guint best = 0;
    for (guint i = 1; i < langs->len; i++)
        if (count_in(sources, langs->pdata[i]) > count_in(sources, langs->pdata[best]))
            best = i;
    if (langs->len > 0)
        g_ptr_array_insert(langs, 0, g_ptr_array_steal_index(langs, best));
}

struct topics topics_of(const struct cycle *cycle)
{
    struct topics topics = {cycle, g_ptr_array_new(), g_ptr_array_new()};
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide_source *source =
            &((const struct slide *)cycle->slides->pdata[i])->source;
        if (source->act != ACT_ARTICLE || has_document(topics.sources, source->document))
            continue;
        g_ptr_array_add(topics.sources, (gpointer)source);
        topics_note_lang(topics.langs, source->document->lang);
    }
    put_main_first(topics.langs, topics.sources);
    return topics;
}

void topics_clear(struct topics *topics)
{
    g_ptr_array_unref(topics->sources);
    g_ptr_array_unref(topics->langs);
}

const struct labels *topics_labels(const struct topics *topics, const char *lang)
{
    return g_hash_table_lookup(topics->cycle->setup.labels, lang);
}

char *topics_list_name(const struct topics *topics, const char *lang)
{
    return g_str_equal(lang, topics->langs->pdata[0]) ? g_strdup(TOPICS_PAGE)
                                                      : g_strdup_printf("topics.%s.html", lang);
}

char *topics_page_name(const struct slide_source *source)
{
    return g_strdup_printf("read-%s.html", source->article);
}

/* True when the two say the same. */
static bool are_siblings(const struct slide_source *a, const struct slide_source *b)
{
    return g_strcmp0(a->topic, b->topic) == 0;
}

/* The article in that language; NULL: the show has none. */
const struct slide_source *topics_sibling(const struct topics *topics,
                                          const struct slide_source *source, const char *lang)
{
    for (guint i = 0; i < topics->sources->len; i++) {
        const struct slide_source *other = topics->sources->pdata[i];
        if (are_siblings(source, other) && g_str_equal(other->document->lang, lang))
            return other;
    }
    return NULL;
}

bool topics_shows(const struct topics *topics, const struct slide_source *source, const char *lang)
{
    const struct slide_source *best = topics_sibling(topics, source, lang);
    for (guint i = 0; !best && i < topics->langs->len; i++)
        best = topics_sibling(topics, source, topics->langs->pdata[i]);
    return best == source;
}

/* Whose display it is, everybody there knows; and how to reach the clinic is the show's. */
GPtrArray *topics_words(const struct document *document)
{
    g_autoptr(GPtrArray) all = document_blocks(document, PART_ALL & ~PART_SET(PART_CONTACT));
    GPtrArray *words = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        const struct block *block = all->pdata[i];
        if (block->kind != BLOCK_TEXT || block->text_kind != TEXT_CLINIC)
            g_ptr_array_add(words, all->pdata[i]);
    }
    return words;
}
