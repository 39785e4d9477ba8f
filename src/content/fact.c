/*
 * Facts and lists of facts: their ownership, and those that choose among a few words. A list always
 * exists once it has been initialised, so that readers loop over it without asking first.
 */
#include "content/fact.h"

void fact_clear(struct fact *fact)
{
    g_clear_pointer(&fact->value, g_free);
}

/* "'fit', 'always' or 'never'"; owned by the caller. */
static char *list_words(const char *const *words)
{
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; words[i]; i++) {
        const char *separator = i == 0 ? "" : words[i + 1] ? ", " : " or ";
        g_string_append_printf(list, "%s'%s'", separator, words[i]);
    }
    return g_string_free(list, FALSE);
}

bool fact_choose(const struct fact *fact, const char *key, const char *const *words, unsigned *out,
                 struct diag *diag)
{
    if (!fact->value)
        return true;
    for (unsigned i = 0; words[i]; i++)
        if (g_ascii_strcasecmp(fact->value, words[i]) == 0) {
            *out = i;
            return true;
        }
    g_autofree char *list = list_words(words);
    diag_report(diag, RULE_VALUE, fact->pos, "'%s' is no %s: choose %s", fact->value, key, list);
    return false;
}

static void entry_free(gpointer data)
{
    struct fact *fact = data;
    fact_clear(fact);
    g_free(fact);
}

void fact_list_init(struct fact_list *list, struct pos pos)
{
    *list = (struct fact_list){.items = g_ptr_array_new_with_free_func(entry_free), .pos = pos};
}

void fact_list_add(struct fact_list *list, const char *value, struct pos pos)
{
    struct fact *fact = g_new(struct fact, 1);
    *fact = (struct fact){.value = g_strdup(value), .pos = pos};
    g_ptr_array_add(list->items, fact);
}

void fact_list_clear(struct fact_list *list)
{
    g_clear_pointer(&list->items, g_ptr_array_unref);
}
