/*
 * An article that is there in several languages has one tile: in the language of the page, else in
 * its first.
 */
#include "player/topics_parts.h"

#include "base/lang.h"
#include "export/html_language.h"
#include "player/days.h"
#include "player/topics.h"

static void note_lang(GPtrArray *langs, const char *lang)
{
    if (!g_ptr_array_find_with_equal_func(langs, lang, g_str_equal, NULL))
        g_ptr_array_add(langs, (gpointer)lang);
}

static bool is_in(const struct slide_source *source, const char *lang)
{
    return g_str_equal(source->document->lang, lang);
}

/* How many articles are in that language. */
static guint count_in(const GPtrArray *sources, const char *lang)
{
    guint count = 0;
    for (guint i = 0; i < sources->len; i++)
        count += is_in(sources->pdata[i], lang);
    return count;
}

/* The language of the house is the first, or that of most articles; else they stay as the show has
 * them. */
static void put_main_first(GPtrArray *langs, const GPtrArray *sources, const char *home)
{
    guint best = 0;
    for (guint i = 1; i < langs->len; i++)
        if (count_in(sources, langs->pdata[i]) > count_in(sources, langs->pdata[best]))
            best = i;
    for (guint i = 0; home && i < langs->len; i++)
        if (lang_equal(home, langs->pdata[i]))
            best = i;
    if (langs->len > 0)
        g_ptr_array_insert(langs, 0, g_ptr_array_steal_index(langs, best));
}

static void note_langs_of(GPtrArray *langs, const GPtrArray *sources, bool contact)
{
    for (guint i = 0; i < sources->len; i++) {
        const struct slide_source *source = sources->pdata[i];
        if (contact || source->act != ACT_CONTACT)
            note_lang(langs, source->document->lang);
    }
}

/* In which languages there is something to choose or announced; where there is neither, in which it
 * is told how to reach the clinic. */
static void note_langs(struct topics *topics)
{
    bool any = topics->sources->len > 0;
    note_langs_of(topics->langs, topics->sources, false);
    note_langs_of(topics->langs, topics->beside, !any);
    put_main_first(topics->langs, any ? topics->sources : topics->beside,
                   topics->cycle->setup.home);
}

/* That the desk is to be asked for a number, those who stand before it need not be told. */
static bool is_chosen(const struct topics *topics, const struct slide_source *source)
{
    return source->act != ACT_URGENT &&
           (source->act != ACT_CONTACT || clinic_tells(topics->cycle->setup.clinic));
}

/* `seen`: documents. */
static void note_source(struct topics *topics, const struct slide_source *source, GHashTable *seen)
{
    GPtrArray *sources = source->act == ACT_ARTICLE ? topics->sources : topics->beside;
    if (is_chosen(topics, source) && g_hash_table_add(seen, (gpointer)source->document))
        g_ptr_array_add(sources, (gpointer)source);
}

static bool has_lasting(const GPtrArray *sources)
{
    for (guint i = 0; i < sources->len; i++)
        if (!days_are_said(((const struct slide_source *)sources->pdata[i])->schedule))
            return true;
    return false;
}

static const char *topic_of(const struct slide_source *source)
{
    return source->topic ? source->topic : "";
}

static GHashTable *topics_by_name(const GPtrArray *sources)
{
    GHashTable *topics =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < sources->len; i++) {
        const char *topic = topic_of(sources->pdata[i]);
        GPtrArray *articles = g_hash_table_lookup(topics, topic);
        if (!articles) {
            articles = g_ptr_array_new();
            g_hash_table_insert(topics, (gpointer)topic, articles);
        }
        g_ptr_array_add(articles, sources->pdata[i]);
    }
    return topics;
}

/* True when the two say the same. */
static bool are_siblings(const struct slide_source *a, const struct slide_source *b)
{
    return a->act == b->act && g_strcmp0(a->topic, b->topic) == 0;
}

/* The article in that language; NULL: the show has none. */
static const struct slide_source *sibling_in(const struct topics *topics,
                                             const struct slide_source *source, const char *lang)
{
    const GPtrArray *all = source->act == ACT_ARTICLE
                               ? g_hash_table_lookup(topics->by_topic, topic_of(source))
                               : topics->beside;
    for (guint i = 0; all && i < all->len; i++) {
        const struct slide_source *other = all->pdata[i];
        if (are_siblings(source, other) && g_str_equal(other->document->lang, lang))
            return other;
    }
    return NULL;
}

/* This one of an article's languages is the one of a list in that language. */
static bool is_shown(const struct topics *topics, const struct slide_source *source,
                     const char *lang)
{
    const struct slide_source *best = sibling_in(topics, source, lang);
    for (guint i = 0; !best && i < topics->langs->len; i++)
        best = sibling_in(topics, source, topics->langs->pdata[i]);
    return !best || best == source; /* it may be in a language that no topic is in */
}

/* Of const char *, borrowed; NULL, of what stands in none, is the last. */
static GPtrArray *categories_of(const struct topics *topics)
{
    GPtrArray *categories = g_ptr_array_new();
    for (guint i = 0; i < topics->sources->len; i++) {
        const char *category = ((const struct slide_source *)topics->sources->pdata[i])->category;
        if (category)
            note_lang(categories, category);
    }
    g_ptr_array_add(categories, NULL);
    return categories;
}

/* Those of `sources` that are in that language, before all others. */
static GPtrArray *own_first(const GPtrArray *sources, const char *lang)
{
    GPtrArray *sorted = g_ptr_array_new();
    for (int own = 1; own >= 0; own--)
        for (guint i = 0; i < sources->len; i++)
            if (is_in(sources->pdata[i], lang) == own)
                g_ptr_array_add(sorted, sources->pdata[i]);
    return sorted;
}

/* The articles that the lists in a language show. */
static GPtrArray *list_shown(const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) categories = categories_of(topics);
    g_autoptr(GPtrArray) sorted = own_first(topics->sources, lang);
    GPtrArray *shown = g_ptr_array_new();
    for (guint c = 0; c < categories->len; c++)
        for (guint i = 0; i < sorted->len; i++) {
            const struct slide_source *source = sorted->pdata[i];
            if (g_strcmp0(source->category, categories->pdata[c]) == 0 &&
                is_shown(topics, source, lang))
                g_ptr_array_add(shown, (gpointer)source);
        }
    return shown;
}

static void list_all(struct topics *topics)
{
    topics->by_topic = topics_by_name(topics->sources);
    topics->shown =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < topics->langs->len; i++)
        g_hash_table_insert(topics->shown, topics->langs->pdata[i],
                            list_shown(topics, topics->langs->pdata[i]));
}

struct topics topics_of(const struct cycle *cycle)
{
    struct topics topics = {.cycle = cycle,
                            .sources = g_ptr_array_new(),
                            .beside = g_ptr_array_new(),
                            .langs = g_ptr_array_new()};
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < cycle->slides->len; i++)
        note_source(&topics, &((const struct slide *)cycle->slides->pdata[i])->source, seen);
    for (guint i = 0; i < cycle->unplayed->len; i++)
        note_source(&topics, cycle->unplayed->pdata[i], seen);
    if (!has_lasting(topics.sources) && !has_lasting(topics.beside)) {
        g_ptr_array_set_size(topics.sources, 0); /* on some days there would be nothing to touch */
        g_ptr_array_set_size(topics.beside, 0);
    }
    note_langs(&topics);
    list_all(&topics);
    return topics;
}

void topics_clear(struct topics *topics)
{
    g_ptr_array_unref(topics->sources);
    g_ptr_array_unref(topics->beside);
    g_ptr_array_unref(topics->langs);
    g_hash_table_unref(topics->by_topic);
    g_hash_table_unref(topics->shown);
}

const GPtrArray *topics_shown(const struct topics *topics, const char *lang)
{
    return g_hash_table_lookup(topics->shown, lang);
}

const struct labels *topics_labels(const struct topics *topics, const char *lang)
{
    return g_hash_table_lookup(topics->cycle->setup.labels, lang);
}

const char *topics_lang(const struct topics *topics, const char *lang)
{
    bool known = g_ptr_array_find_with_equal_func(topics->langs, lang, g_str_equal, NULL);
    return known ? lang : topics->langs->pdata[0];
}

char *topics_list_name(const struct topics *topics, const char *lang)
{
    return g_str_equal(lang, topics->langs->pdata[0]) ? g_strdup(TOPICS_PAGE)
                                                      : g_strdup_printf("topics.%s.html", lang);
}

char *topics_all_name(const struct topics *topics, const char *lang)
{
    if (!topics_are_many(topics, lang))
        return topics_list_name(topics, lang);
    return g_str_equal(lang, topics->langs->pdata[0]) ? g_strdup("all-topics.html")
                                                      : g_strdup_printf("all-topics.%s.html", lang);
}

char *topics_pages_words(const struct topics *topics, const struct slide_source *source)
{
    const struct cycle_print *print = g_hash_table_lookup(topics->cycle->prints, source->article);
    if (!print)
        return NULL;
    g_autofree char *count = g_strdup_printf("%u", print->pages);
    return labels_format(source->document->labels, LABEL_FORM_PAGES, "pages", count, NULL);
}

char *topics_all_words(const struct topics *topics, const char *lang, const char *number)
{
    return g_strdup_printf("%s (%s)", labels_get(topics_labels(topics, lang), LABEL_PLAYER_TOPICS),
                           number);
}

GArray *topics_counts(const struct topics *topics, const char *lang)
{
    const GPtrArray *shown = topics_shown(topics, lang);
    g_autoptr(GPtrArray) schedules = g_ptr_array_new();
    for (guint i = 0; i < shown->len; i++) {
        const struct slide_source *source = shown->pdata[i];
        g_ptr_array_add(schedules, (gpointer)source->schedule);
    }
    return days_counts(schedules);
}

const char *topics_title(const struct slide_source *source)
{
    const struct document *document = source->document;
    return source->act == ACT_CONTACT ? labels_get(document->labels, LABEL_CONTACT_HEADING)
                                      : document->title;
}

const char *topics_title_lang(const struct slide_source *source)
{
    const char *lang = source->document->lang;
    const char *words = labels_lang_of(source->document->labels, LABEL_CONTACT_HEADING);
    return source->act != ACT_CONTACT || lang_same(lang, words) ? lang : words;
}

/* How to reach the clinic is called the same in each language. */
char *topics_page_name(const struct slide_source *source)
{
    if (source->act == ACT_CONTACT)
        return g_strdup_printf("contact-%s.html", source->document->lang);
    return g_strdup_printf("read-%s.html", source->article);
}

char *topics_page_href(const struct slide_source *source)
{
    g_autofree char *name = topics_page_name(source);
    return g_uri_escape_string(name, NULL, FALSE);
}

GPtrArray *topics_at_once(const struct topics *topics, const char *lang)
{
    const GPtrArray *shown = topics_shown(topics, lang);
    GPtrArray *first = own_first(shown, lang);
    guint count = 0;
    for (guint always = 0; count < first->len && always < TOPICS_AT_ONCE - 1; count++)
        always += !days_are_said(((const struct slide_source *)first->pdata[count])->schedule);
    if (first->len > TOPICS_AT_ONCE)
        g_ptr_array_set_size(first, (gint)count);
    return first;
}

GPtrArray *topics_beside(const struct topics *topics, const char *lang)
{
    GPtrArray *shown = g_ptr_array_new();
    for (guint i = 0; i < topics->beside->len; i++)
        if (is_shown(topics, topics->beside->pdata[i], lang))
            g_ptr_array_add(shown, topics->beside->pdata[i]);
    return shown;
}

static const char *category_at(const GPtrArray *shown, guint i)
{
    return ((const struct slide_source *)shown->pdata[i])->category;
}

const char *topics_category_begins(const struct topics *topics, const GPtrArray *shown, guint i,
                                   const char *lang)
{
    const char *category = category_at(shown, i);
    bool several = g_strcmp0(category_at(shown, 0), category_at(shown, shown->len - 1)) != 0;
    if (!several || (i > 0 && g_strcmp0(category_at(shown, i - 1), category) == 0))
        return NULL;
    return category ? categories_name(topics->cycle->setup.style->categories, category, lang)
                    : labels_get(topics_labels(topics, lang), LABEL_MORE_TOPICS);
}

bool topics_are_many(const struct topics *topics, const char *lang)
{
    return topics_shown(topics, lang)->len > TOPICS_AT_ONCE;
}

static void add_language(const struct topics *topics, GPtrArray *languages, const char *lang,
                         char *href)
{
    const char *name = labels_get(topics_labels(topics, lang), LABEL_LANGUAGE_NAME);
    g_ptr_array_add(languages, html_language_new(g_strdup(lang), g_strdup(name), href));
}

GPtrArray *topics_languages(const struct topics *topics, const struct slide_source *source,
                            char *(*list_name)(const struct topics *, const char *lang))
{
    GPtrArray *languages = g_ptr_array_new_with_free_func((GDestroyNotify)html_language_free);
    for (guint i = 0; i < topics->langs->len; i++) {
        const char *lang = topics->langs->pdata[i];
        const struct slide_source *sibling = source ? sibling_in(topics, source, lang) : NULL;
        char *href = !source ? list_name(topics, lang) : sibling ? topics_page_href(sibling) : NULL;
        add_language(topics, languages, lang, href);
    }
    html_languages_part(languages); /* called the same on all pages, as they are said */
    for (guint i = languages->len; i-- > 0;)
        if (!((const struct html_language *)languages->pdata[i])->href)
            g_ptr_array_remove_index(languages, i);
    return languages;
}

/* Whose display it is, everybody there knows; and how to take it home, the page says by itself. */
static bool is_told(const struct block *block)
{
    return (block->kind == BLOCK_TEXT && block->text_kind == TEXT_CLINIC) ||
           block->fact == FACT_CODE;
}

/* The heading of what says how to take it home, which stands last. */
static bool is_taken(const GPtrArray *blocks, guint i)
{
    return i + 1 < blocks->len && ((const struct block *)blocks->pdata[i + 1])->fact == FACT_CODE;
}

GPtrArray *topics_words(const struct slide_source *source)
{
    bool contact = source->act == ACT_CONTACT;
    unsigned parts = contact ? PART_ALL : PART_ALL & ~PART_SET(PART_CONTACT);
    g_autoptr(GPtrArray) all = document_blocks(source->document, parts);
    GPtrArray *words = g_ptr_array_new();
    for (guint i = 0; i < all->len && !(contact && is_taken(all, i)); i++)
        if (!is_told(all->pdata[i]))
            g_ptr_array_add(words, all->pdata[i]);
    return words;
}
