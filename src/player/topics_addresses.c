/*
 * Links to one place have one entry, with the words of the first.
 */
#include "player/topics_addresses.h"

#include "content/address.h"
#include "document/walk.h"
#include "export/html_code.h"
#include "player/leads.h"
#include "player/speech_text.h"

/* The words of the link that step `i` enters; owned by the caller. */
static char *words_of(const GArray *steps, guint i)
{
    GString *words = g_string_new(NULL);
    const struct element *link = g_array_index(steps, struct step, i).element;
    for (guint n = i + 1; n < steps->len; n++) {
        const struct step *step = &g_array_index(steps, struct step, n);
        if (step->kind == STEP_LEAVE && step->element == link)
            break;
        if (step->kind == STEP_WORDS)
            g_string_append(words, step->span->text);
    }
    return g_string_free(words, FALSE);
}

static void add_address(struct xml *page, const char *uri, const char *shown, const char *words,
                        const struct labels *labels)
{
    g_autofree char *code_words = leads_code_words(uri, labels);
    xml_open(page, "figure");
    xml_attribute(page, "class", "address");
    xml_attribute(page, "data-uri", uri);
    html_add_drawing(page, uri, code_words);
    xml_open(page, "figcaption");
    if (!address_in_words(uri, words))
        xml_element(page, "span", words);
    xml_open(page, "bdi");
    xml_attribute(page, "dir", "ltr");
    xml_text(page, shown);
    xml_close(page, "bdi");
    xml_close(page, "figcaption");
    xml_close(page, "figure");
    xml_break(page);
}

void topics_addresses_add(struct xml *page, const struct document *document,
                          const GPtrArray *blocks)
{
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        bool enters = step->kind == STEP_ENTER && step->element->role == ROLE_LINK;
        g_autofree char *shown = enters ? leads_to(step->element) : NULL;
        if (!shown || !g_hash_table_add(told, step->element->as.link.uri))
            continue;
        g_autofree char *words = words_of(steps, i);
        add_address(page, step->element->as.link.uri, shown, words, document->labels);
    }
}

/* Of the clinic on the web, and what it is called. */
struct site {
    const char *address; /* NULL: there is none */
    enum label name;
};

enum { SITES = 2 };

static void find_sites(const struct clinic *clinic, struct site out[SITES])
{
    const char *handouts = clinic->handout_url.value;
    out[0] = (struct site){clinic->url.value, LABEL_WEBSITE};
    out[1] = (struct site){handouts ? handouts : clinic->web_url.value, LABEL_CATALOGUE};
}

void topics_addresses_add_clinic(struct xml *page, const struct document *document,
                                 const struct clinic *clinic)
{
    struct site sites[SITES];
    find_sites(clinic, sites);
    for (size_t i = 0; i < SITES; i++) {
        g_autofree char *shown = sites[i].address ? address_for_paper(sites[i].address) : NULL;
        if (shown)
            add_address(page, sites[i].address, shown, labels_get(document->labels, sites[i].name),
                        document->labels);
    }
}

/* Takes the words; NULL: there are none. */
static void say(struct speech *speech, const struct document *document, char *words,
                GHashTable *told)
{
    if (words && g_hash_table_add(told, words))
        speech_add_words(speech, words, document->lang, document->lang, document->labels);
}

void topics_addresses_say(struct speech *speech, const struct document *document,
                          const GPtrArray *blocks, GHashTable *told)
{
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (step->kind != STEP_ENTER || step->element->role != ROLE_LINK)
            continue;
        say(speech, document, words_of(steps, i), told);
        say(speech, document, leads_to(step->element), told);
    }
}

void topics_addresses_say_clinic(struct speech *speech, const struct document *document,
                                 const struct clinic *clinic, GHashTable *told)
{
    struct site sites[SITES];
    find_sites(clinic, sites);
    for (size_t i = 0; i < SITES; i++) {
        const char *address = sites[i].address;
        if (!address)
            continue;
        say(speech, document, g_strdup(labels_get(document->labels, sites[i].name)), told);
        say(speech, document, address_for_paper(address), told);
    }
}
