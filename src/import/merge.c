/*
 * The facts of several pages of one clinic as one clinic.yaml. Awkward: both are texts with their
 * comments, which are what a person checks by; as we wrote both, a section is what stands between
 * two empty lines, and ends with its key and what belongs to it.
 */
#include "import/import.h"

#include <string.h>

/* Where the key's own line starts, behind the comments; NULL: the section has none. */
static const char *key_line(const char *section)
{
    const char *line = section;
    while (line && *line == '#') {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return line && g_ascii_isalpha(*line) ? line : NULL;
}

static bool has_key(const char *section, const char *key, size_t length)
{
    const char *line = key_line(section);
    return line && strncmp(line, key, length) == 0 && line[length] == ':';
}

/* The section of that key, lent; NULL: there is none. */
static char **find_section(char **sections, const char *key, size_t length)
{
    for (; *sections; sections++)
        if (has_key(*sections, key, length))
            return sections;
    return NULL;
}

/* True when nothing but keys and gaps stands there. */
static bool is_empty(const char *lines)
{
    g_auto(GStrv) all = g_strsplit(lines, "\n", -1);
    for (char **line = all; *line; line++) {
        g_autofree char *words = g_strndup(*line, strcspn(*line, "#"));
        const char *text = g_strstrip(words);
        if (*text && text[strlen(text) - 1] != ':')
            return false;
    }
    return true;
}

/* Its comments name the page that they quote; owned by the caller. */
static char *name_comments(const char *section, const char *name)
{
    g_autoptr(GString) out = g_string_new(section);
    g_autofree char *line = g_strdup_printf("# From %s, line ", name);
    g_autofree char *page = g_strdup_printf("# From %s: ", name);
    g_string_replace(out, "# From line ", line, 0);
    g_string_replace(out, "# From the page: ", page, 0);
    return g_strdup(out->str);
}

/* What the section quotes, behind the comments of the other; owned by the caller. */
static char *add_quotes(const char *section, const char *more)
{
    GString *out = g_string_new(NULL);
    const char *key = key_line(section);
    g_string_append_len(out, section, key - section);
    g_auto(GStrv) lines = g_strsplit(more, "\n", -1);
    for (char **line = lines; *line; line++)
        if (g_str_has_prefix(*line, "# From "))
            g_string_append_printf(out, "%s\n", *line);
    g_string_append(out, key);
    return g_string_free(out, FALSE);
}

static void merge_section(GPtrArray *out, char **known, const char *section, const char *name,
                          GPtrArray *differing)
{
    const char *key = key_line(section);
    if (!key || is_empty(key))
        return;
    g_autofree char *named = name_comments(section, name);
    char **own = find_section(known, key, strcspn(key, ":"));
    if (!own)
        g_ptr_array_add(out, g_steal_pointer(&named));
    else if (is_empty(key_line(*own))) {
        g_free(*own);
        *own = g_steal_pointer(&named);
    } else if (strcmp(key_line(*own), key) != 0) {
        char *both = add_quotes(*own, named);
        g_free(*own);
        *own = both;
        g_ptr_array_add(differing, g_strndup(key, strcspn(key, ":")));
    }
}

/* Owned by the caller. */
static char **split_sections(const char *clinic)
{
    char **sections = g_strsplit(clinic, "\n\n", -1);
    for (char **section = sections; *section; section++)
        g_strchomp(*section);
    return sections;
}

char *import_merge_clinic(const char *clinic, const char *more, const char *name,
                          GPtrArray *differing)
{
    g_auto(GStrv) known = split_sections(clinic), sections = split_sections(more);
    g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func(g_free);
    for (char **section = sections; *section; section++)
        merge_section(added, known, *section, name, differing);
    GString *out = g_string_new(NULL);
    for (char **section = known; *section; section++)
        g_string_append_printf(out, "%s%s", section > known ? "\n\n" : "", *section);
    for (guint i = 0; i < added->len; i++)
        g_string_append_printf(out, "\n\n%s", (const char *)added->pdata[i]);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
