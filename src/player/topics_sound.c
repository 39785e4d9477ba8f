/*
 * What is said on the pages of the topics. The names of controls are a file of their own in each
 * language, which all its pages share.
 */
#include "player/topics.h"

#include "base/bundle.h"
#include "export/html_language.h"
#include "player/speech_text.h"
#include "player/speech_voice.h"
#include "player/topics_addresses.h"
#include "player/topics_parts.h"
#include "player/wording.h"

#include <string.h>

static const enum label told[] = {
    LABEL_PLAYER_PAGE_MISSING,
    LABEL_PLAYER_COLORS,
    LABEL_PLAYER_COLORS_LIGHT,
    LABEL_PLAYER_COLORS_NIGHT,
    LABEL_PLAYER_COLORS_CONTRAST,
    LABEL_PLAYER_LANGUAGE,
    LABEL_PLAYER_LARGER,
    LABEL_PLAYER_TOPICS,
    LABEL_PLAYER_START_AGAIN,
    LABEL_PLAYER_STILL_THERE,
    LABEL_PLAYER_STAY,
    LABEL_PLAYER_LISTEN,
    LABEL_PLAYER_LISTEN_STOP,
    LABEL_PLAYER_LISTEN_PAUSE,
    LABEL_PLAYER_LISTEN_AGAIN,
    LABEL_PLAYER_LISTEN_SLOWER,
    LABEL_PLAYER_LISTEN_FASTER,
    LABEL_PLAYER_LISTEN_SOFTER,
    LABEL_PLAYER_LISTEN_LOUDER,
    LABEL_PLAYER_SPOKEN_ON,
    LABEL_PLAYER_SPOKEN_OFF,
    LABEL_PLAYER_SPOKEN_LOST,
    LABEL_KIOSK_BACK,
    LABEL_KIOSK_NEXT,
    LABEL_KIOSK_LOWER,
    LABEL_TAKE_HOME,
    LABEL_QR_PAGE,
    LABEL_SCREEN_MORE,
    LABEL_FORMAT_LARGE,
    LABEL_DESK_PRINTING,
    LABEL_TOPICS,
};

/* Without ".html". */
static char *stem_of(const char *page)
{
    return g_strndup(page, strlen(page) - strlen(".html"));
}

static char *words_name(const char *lang)
{
    return g_strdup_printf("words-%s", lang);
}

static void add_label(struct speech *speech, enum label label, const char *lang,
                      const struct labels *labels)
{
    speech_add_words(speech, labels_get(labels, label), labels_lang_of(labels, label), lang,
                     labels);
}

/* Both sentences about what starts again. */
static void add_countdown(struct speech *speech, const char *lang, const struct labels *labels)
{
    static const enum label sentences[] = {LABEL_PLAYER_SLIDES_AGAIN, LABEL_PLAYER_PAGE_AGAIN};
    for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
        for (size_t n = 0; n < WORDING_TOLD_COUNT; n++) {
            g_autofree char *seconds = g_strdup_printf("%u", wording_told_s[n]);
            g_autofree char *words = labels_format(labels, sentences[i], "seconds", seconds, NULL);
            speech_add_words(speech, words, labels_lang_of(labels, sentences[i]), lang, labels);
        }
    }
}

/* How long the articles in that language are on paper, each length once. */
static void add_lengths(struct speech *speech, const struct topics *topics, const char *lang)
{
    g_autoptr(GHashTable) told_before =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < topics->sources->len; i++) {
        const struct slide_source *source = topics->sources->pdata[i];
        const struct document *document = source->document;
        char *words = g_str_equal(document->lang, lang) ? topics_pages_words(topics, source) : NULL;
        if (words && g_hash_table_add(told_before, words))
            speech_add_words(speech, words, labels_lang_of(document->labels, LABEL_FORM_PAGES),
                             lang, document->labels);
    }
}

static void add_links_of(struct speech *speech, const struct topics *topics,
                         const struct slide_source *source, GHashTable *told_before)
{
    g_autoptr(GPtrArray) blocks = topics_words(source);
    topics_addresses_say(speech, source->document, blocks, told_before);
    if (source->act == ACT_CONTACT)
        topics_addresses_say_clinic(speech, source->document, topics->cycle->setup.clinic,
                                    told_before);
}

/* The links of pages in that language, which are said where the focus comes to them. */
static void add_links(struct speech *speech, const struct topics *topics, const char *lang)
{
    g_autoptr(GHashTable) told_before =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const GPtrArray *const all[] = {topics->sources, topics->beside};
    for (size_t a = 0; a < G_N_ELEMENTS(all); a++)
        for (guint i = 0; i < all[a]->len; i++) {
            const struct slide_source *source = all[a]->pdata[i];
            if (g_str_equal(source->document->lang, lang))
                add_links_of(speech, topics, source, told_before);
        }
}

/* The names of controls and links, of languages each in its own. */
static struct speech *words_in(const struct topics *topics, const char *lang)
{
    g_autofree char *name = words_name(lang);
    struct speech *speech = speech_new(name);
    const struct labels *labels = topics_labels(topics, lang);
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        add_label(speech, told[i], lang, labels);
    add_countdown(speech, lang, labels);
    add_lengths(speech, topics, lang);
    add_links(speech, topics, lang);
    g_autoptr(GPtrArray) languages = topics_languages(topics, NULL, topics_list_name);
    for (guint i = 0; i < languages->len; i++) {
        const struct html_language *other = languages->pdata[i];
        speech_add_words(speech, other->language, other->lang, lang, labels);
    }
    return speech;
}

static void add_title(struct speech *speech, const struct slide_source *source, const char *lang,
                      const struct labels *labels)
{
    speech_add_words(speech, topics_title(source), topics_title_lang(source), lang, labels);
}

/* The way to all topics, with each number of them that there may be. */
static void add_counts(struct speech *speech, const struct topics *topics, const char *lang)
{
    g_autoptr(GArray) counts = topics_counts(topics, lang);
    const struct labels *labels = topics_labels(topics, lang);
    for (guint i = 0; i < counts->len; i++) {
        g_autofree char *number = g_strdup_printf("%u", g_array_index(counts, guint, i));
        g_autofree char *words = topics_all_words(topics, lang, number);
        speech_add_words(speech, words, labels_lang_of(labels, LABEL_PLAYER_TOPICS), lang, labels);
    }
}

/* The question, and the titles to choose from. */
static struct speech *list_in(const struct topics *topics, const char *lang)
{
    g_autofree char *page = topics_list_name(topics, lang), *name = stem_of(page);
    g_autoptr(GPtrArray) shown = topics_at_once(topics, lang), beside = topics_beside(topics, lang);
    struct speech *speech = speech_new(name);
    const struct labels *labels = topics_labels(topics, lang);
    speech_add_words(speech, topics->cycle->setup.clinic->name.value, lang, lang, labels);
    add_label(speech, LABEL_KIOSK_QUESTION, lang, labels);
    if (topics->sources->len > 0)
        add_label(speech, LABEL_KIOSK_TOUCH, lang, labels);
    for (guint i = 0; i < beside->len; i++)
        add_title(speech, beside->pdata[i], lang, labels);
    for (guint i = 0; i < shown->len; i++)
        add_title(speech, shown->pdata[i], lang, labels);
    if (topics_are_many(topics, lang))
        add_counts(speech, topics, lang);
    return speech;
}

/* All titles, below the names of their categories where there are several. */
static struct speech *all_in(const struct topics *topics, const char *lang)
{
    g_autofree char *page = topics_all_name(topics, lang), *name = stem_of(page);
    const GPtrArray *shown = topics_shown(topics, lang);
    struct speech *speech = speech_new(name);
    const struct labels *labels = topics_labels(topics, lang);
    add_label(speech, LABEL_PLAYER_TOPICS, lang, labels);
    for (guint i = 0; i < shown->len; i++) {
        const char *category = topics_category_begins(topics, shown, i, lang);
        if (category && category == labels_get(labels, LABEL_MORE_TOPICS))
            add_label(speech, LABEL_MORE_TOPICS, lang, labels);
        else if (category)
            speech_add_words(speech, category, lang, lang, labels);
        add_title(speech, shown->pdata[i], lang, labels);
    }
    return speech;
}

static struct speech *article_of(const struct slide_source *source)
{
    g_autofree char *page = topics_page_name(source), *name = stem_of(page);
    const struct document *document = source->document;
    g_autoptr(GPtrArray) words = topics_words(source);
    struct speech *speech = speech_new(name);
    if (source->act == ACT_CONTACT)
        add_title(speech, source, document->lang, document->labels);
    speech_add_blocks(speech, document, words, true);
    return speech;
}

/* What is urgent has no page of its own: the player says all of it. NULL: it is no such show, or
 * has no voice. */
static struct speech *message_of(const struct cycle *cycle)
{
    const struct slide *first = cycle->slides->pdata[0];
    const struct document *document = first->source.document;
    if (first->source.act != ACT_URGENT || !speech_voice(document->lang))
        return NULL;
    g_autoptr(GPtrArray) words = topics_words(&first->source);
    struct speech *speech = speech_new("urgent");
    speech_add_blocks(speech, document, words, false);
    return speech;
}

static void add_articles(const GPtrArray *sources, GPtrArray *speeches)
{
    for (guint i = 0; i < sources->len; i++) {
        const struct slide_source *source = sources->pdata[i];
        if (speech_voice(source->document->lang))
            g_ptr_array_add(speeches, article_of(source));
    }
}

GPtrArray *topics_speeches(const struct cycle *cycle, struct diag *diag)
{
    GPtrArray *speeches = g_ptr_array_new_with_free_func(speech_free);
    struct topics topics = topics_of(cycle);
    for (guint i = 0; i < topics.langs->len; i++) {
        const char *lang = topics.langs->pdata[i];
        if (!speech_voice(lang)) {
            diag_report(diag, RULE_SPEECH_VOICE, (struct pos){0},
                        "there is no voice for '%s': its pages cannot be listened to", lang);
            continue;
        }
        g_ptr_array_add(speeches, words_in(&topics, lang));
        g_ptr_array_add(speeches, list_in(&topics, lang));
        if (topics_are_many(&topics, lang))
            g_ptr_array_add(speeches, all_in(&topics, lang));
    }
    add_articles(topics.sources, speeches);
    add_articles(topics.beside, speeches);
    struct speech *message = message_of(cycle);
    if (message)
        g_ptr_array_add(speeches, message);
    topics_clear(&topics);
    return speeches;
}

struct topics_sound topics_sound(const struct cycle *cycle, const char *page, const char *lang)
{
    g_autofree char *name = stem_of(page), *words = words_name(lang);
    return (struct topics_sound){g_hash_table_lookup(cycle->speeches, name),
                                 g_hash_table_lookup(cycle->speeches, words)};
}

void topics_add_sounds(const struct cycle *cycle, GPtrArray *bundle)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, cycle->speeches);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const struct speech *speech = value;
        bundle_add(bundle, speech->file, g_bytes_ref(speech->sound));
    }
}
