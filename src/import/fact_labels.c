/*
 * What people write before a fact, in the words that are common and in those of the page's
 * language. Awkward: the words that stand before numbers to call are also those of numbers to write
 * to or to send a fax to; only those that the language has in its "telephone number" name a
 * telephone.
 */
#include "base/lang.h"
#include "base/paths.h"
#include "content/labels.h"
#include "import/facts.h"

#include <string.h>

/* Longer ones are sentences. [bytes] */
#define LABEL_LENGTH 100

static const struct {
    const char *words; /* in lower case, without the colon or full stop */
    enum found_key key;
} common[] = {
    {"call us", FOUND_TELEPHONE},
    {"call", FOUND_TELEPHONE},
    {"call us today", FOUND_TELEPHONE},
    {"call today", FOUND_TELEPHONE},
    {"phone", FOUND_TELEPHONE},
    {"phone number", FOUND_TELEPHONE},
    {"telephone", FOUND_TELEPHONE},
    {"tel", FOUND_TELEPHONE},
    {"e-mail", FOUND_EMAIL},
    {"email", FOUND_EMAIL},
    {"email us", FOUND_EMAIL},
    {"email address", FOUND_EMAIL},
    {"website", FOUND_URL},
    {"web", FOUND_URL},
    {"web site", FOUND_URL},
    {"address", FOUND_ADDRESS},
    {"our address", FOUND_ADDRESS},
    {"location", FOUND_ADDRESS},
    {"our location", FOUND_ADDRESS},
    {"visit us", FOUND_ADDRESS},
    {"find us", FOUND_ADDRESS},
    {"hours", FOUND_HOURS},
    {"open hours", FOUND_HOURS},
    {"clinic hours", FOUND_HOURS},
    {"we are open", FOUND_HOURS},
    {"fax", FOUND_FAX},
    {"fax number", FOUND_FAX},
    {"opening hours", FOUND_HOURS},
    {"office hours", FOUND_HOURS},
    {"business hours", FOUND_HOURS},
    {"opening time", FOUND_HOURS},
    {"opening times", FOUND_HOURS},
    {"our hours", FOUND_HOURS},
    {"hours of operation", FOUND_HOURS},
    {"sprechzeiten", FOUND_HOURS},
    {"sprechstunde", FOUND_HOURS},
    {"sprechstunden", FOUND_HOURS},
    {"ordinationszeiten", FOUND_HOURS},
    {"horario", FOUND_HOURS},
    {"horarios", FOUND_HOURS},
    {"horario de consulta", FOUND_HOURS},
    {"horaires", FOUND_HOURS},
    {"horaires d'ouverture", FOUND_HOURS},
    {"horaires d\u2019ouverture", FOUND_HOURS},
    {"hor\u00E1rio", FOUND_HOURS},
    {"hor\u00E1rio de funcionamento", FOUND_HOURS},
    {"orario", FOUND_HOURS},
    {"orari", FOUND_HOURS},
    {"fon", FOUND_TELEPHONE},
    {"t\u00E9l", FOUND_TELEPHONE},
    {"tfno", FOUND_TELEPHONE},
    {"\u0111t", FOUND_TELEPHONE},
    {"s\u0111t", FOUND_TELEPHONE},
    {"telefax", FOUND_FAX},
    {"t\u00E9l\u00E9copie", FOUND_FAX},
    {"t\u00E9l\u00E9copieur", FOUND_FAX},
    {"fx", FOUND_FAX},
    {"facsimile", FOUND_FAX},
    {"mail", FOUND_EMAIL},
    {"correo", FOUND_EMAIL},
    {"courriel", FOUND_EMAIL},
    {"anschrift", FOUND_ADDRESS},
    {"domicilio", FOUND_ADDRESS},
};

/* The labels that say what a fact is. */
static const struct {
    enum label label;
    enum found_key key;
} said[] = {
    {LABEL_SLIP_TELEPHONE, FOUND_TELEPHONE},
    {LABEL_CALL_US, FOUND_TELEPHONE},
    {LABEL_FAX, FOUND_FAX},
    {LABEL_EMAIL, FOUND_EMAIL},
    {LABEL_WEBSITE, FOUND_URL},
    {LABEL_ADDRESS, FOUND_ADDRESS},
    {LABEL_OPENING_HOURS, FOUND_HOURS},
    {LABEL_SERVICES, FOUND_SERVICES},
};

void fact_load_labels(struct source *source)
{
    if (source->labels)
        return;
    const char *lang = source->lang ? source->lang : LANG_DEFAULT;
    struct diag *diag = diag_new(false); /* whether the words were reviewed is no matter here */
    source->labels =
        labels_load(LABELS_OWN, lang, (struct pos){.file = paths_number(source->path)}, diag);
    diag_free(diag);
}

static bool same(const char *words, const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    return strcmp(words, lower) == 0;
}

/* Words before numbers to call that "telephone number" holds, too. */
static bool is_telephone(const struct labels *labels, const char *words)
{
    g_autofree char *number = g_utf8_strdown(labels_get(labels, LABEL_SLIP_TELEPHONE), -1);
    const char *const *list = labels_list(labels, LABELS_TELEPHONE_WORDS);
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    bool all = strstr(number, words) != NULL;
    for (char **part = parts; all && *part; part++)
        all = g_strv_contains(list, *part);
    return all;
}

static bool find_own(const struct labels *labels, const char *words, enum found_key *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (same(words, labels_get(labels, said[i].label))) {
            *key = said[i].key;
            return true;
        }
    *key = FOUND_TELEPHONE;
    return is_telephone(labels, words);
}

static bool find_common(const char *words, enum found_key *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
        if (strcmp(words, common[i].words) == 0) {
            *key = common[i].key;
            return true;
        }
    return false;
}

/* Behind the first colon, which some scripts have signs of their own for; NULL: there is none. */
static const char *behind_colon(const char *text, size_t *before)
{
    static const char *const colons[] = {":", "\uFF1A", "\u1366", "\u17D6"};
    const char *at = NULL, *behind = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
        const char *colon = strstr(text, colons[i]);
        if (colon && (!at || colon < at)) {
            at = colon;
            behind = colon + strlen(colons[i]);
        }
    }
    *before = at ? (size_t)(at - text) : strlen(text);
    return behind;
}

bool fact_find_label(const struct source *source, const char *text, enum found_key *key,
                     const char **rest)
{
    size_t length;
    const char *behind = behind_colon(text, &length);
    *rest = behind ? behind + strspn(behind, " ") : NULL;
    if (length > LABEL_LENGTH)
        return false;
    g_autofree char *before = g_strndup(text, length);
    g_autofree char *words = g_utf8_strdown(g_strstrip(before), -1);
    size_t end = strlen(words);
    if (end > 0 && words[end - 1] == '.')
        words[end - 1] = '\0';
    return *words &&
           (find_common(words, key) || (source->labels && find_own(source->labels, words, key)));
}

/* Without the label where it stands in the words by itself; takes `words`; NULL: it does not. */
static char *without(const char *words, const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    const char *at = strstr(words, lower), *behind = at ? at + strlen(lower) : NULL;
    bool starts = at && (at == words || !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at))));
    return starts && !g_unichar_isalpha(g_utf8_get_char(behind))
               ? g_strdup_printf("%.*s%s", (int)(at - words), words, behind)
               : NULL;
}

char *fact_hours_whose(const struct source *source, const char *text)
{
    g_autofree char *words = g_utf8_strdown(text, -1);
    char *whose = without(words, labels_get(source->labels, LABEL_OPENING_HOURS));
    for (size_t i = 0; i < G_N_ELEMENTS(common); i++) {
        char *own = common[i].key == FOUND_HOURS ? without(words, common[i].words) : NULL;
        bool shorter =
            own && (!whose || strlen(own) < strlen(whose)); /* "office hours" is "hours" */
        g_free(shorter ? whose : own);
        whose = shorter ? own : whose;
    }
    return whose ? g_strstrip(whose) : NULL;
}
