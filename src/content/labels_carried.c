/*
 * The labels that the program carries: words in resources, lent as they stand there but for their
 * quotation marks. Nothing about them is checked here, at every start: unit tests have each file
 * read as a clinic's own, too.
 */
#include "base/intern.h"
#include "content/labels_parts.h"
#include "content/plain.h"

#include <gio/gio.h>
#include <string.h>

#define CARRIED "/handout/labels"

static const char **list_of(const struct plain *plain)
{
    const char **words = g_new(const char *, plain->count + 1);
    const char *word = plain->values;
    for (unsigned i = 0; i < plain->count; i++, word += strlen(word) + 1)
        words[i] = word;
    words[plain->count] = NULL;
    return words;
}

/* Keys are looked for from number `from` on: most files have them in their order. The number behind
 * this one. */
static unsigned take(struct labels_file *file, const struct plain *plain, unsigned from)
{
    unsigned key = label_find(plain->key, from);
    if (key < LABEL_COUNT)
        file->words[key] = plain->values;
    else
        file->lists[key - LABEL_COUNT] = list_of(plain);
    return key + 1;
}

static void take_translation(struct labels_file *file, const struct plain *plain)
{
    file->by_people |= g_str_equal(plain->key, "machine") && g_str_equal(plain->values, "no");
    file->reviewed |= g_str_equal(plain->key, "reviewed_by");
}

struct labels_file *labels_file_carried(const char *lang)
{
    g_autofree char *resource = g_strdup_printf(CARRIED "/%s.yaml", lang);
    g_autoptr(GBytes) bytes = g_resources_lookup_data(resource, 0, NULL);
    if (!bytes)
        return NULL;
    struct labels_file *file = g_new0(struct labels_file, 1);
    file->carried = true;
    file->lang = intern(lang);
    file->text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    struct plain plain = {.at = file->text};
    for (unsigned key = 0; plain_next(&plain);)
        if (plain.count > 0 && plain.inner)
            take_translation(file, &plain);
        else if (plain.count > 0)
            key = take(file, &plain, key);
    return file;
}

static int by_name(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

char **labels_carried(void)
{
    char **names = g_resources_enumerate_children(CARRIED, 0, NULL);
    g_assert(names);
    for (char **name = names; *name; name++)
        *strrchr(*name, '.') = '\0';
    qsort(names, g_strv_length(names), sizeof *names, by_name);
    return names;
}
