/*
 * Writes clinic.yaml: one section a key, each with the lines of the input that speak of it as
 * comments, word for word, so that a person can check every fact against its place. Gaps stay
 * empty. Awkward: a page may give two telephone numbers where the file has room for one; the
 * first is taken, the others are to be read in the comments.
 */
#include "import/parts.h"

#include <string.h>

static const struct {
    const char *name;
    const char *advice; /* a comment, above what was found */
} sections[] = {
    [FOUND_NAME] = {"name", "The clinic's name: needed on every product."},
    [FOUND_TELEPHONE] = {"telephone",
                         "The number as patients should dial it, for example: +1 503 234 5678"},
    [FOUND_EMAIL] = {"email", "For example: frontdesk@example.org"},
    [FOUND_URL] = {"url", "With https:// in front. Handouts carry a QR code that opens it."},
    [FOUND_ADDRESS] = {"address", "Leave out the lines that do not apply."},
    [FOUND_HOURS] = {"opening_hours",
                     "One line for each group of days, for example: Mo-Fr 09:00-17:00"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(sections) == FOUND_KEY_COUNT);

static void write_comments(GString *out, const struct source *source, enum found_key key)
{
    for (unsigned i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->key != key)
            continue;
        if (found->line->number)
            g_string_append_printf(out, "# From line %d: %s\n", found->line->number,
                                   found->line->text);
        else
            g_string_append_printf(out, "# From the page: %s\n", found->line->text);
    }
}

/* The first value at or after `*i`, or NULL; `*i` is then past it. */
static const char *next_value(const struct source *source, enum found_key key, unsigned *i)
{
    while (*i < source->found->len) {
        const struct found *found = source->found->pdata[(*i)++];
        if (found->key == key && found->value)
            return found->value;
    }
    return NULL;
}

static void write_scalar(GString *out, const struct source *source, enum found_key key)
{
    unsigned i = 0;
    const char *value = next_value(source, key, &i);
    g_autofree char *quoted = value ? import_quote(value) : NULL;
    g_string_append_printf(out, "%s:%s%s\n", sections[key].name, quoted ? " " : "",
                           quoted ? quoted : "");
}

static void write_hours(GString *out, const struct source *source)
{
    g_string_append_printf(out, "%s:\n", sections[FOUND_HOURS].name);
    unsigned i = 0;
    for (const char *value; (value = next_value(source, FOUND_HOURS, &i));) {
        g_autofree char *quoted = strchr(value, '"') ? import_quote(value) : g_strdup(value);
        g_string_append_printf(out, "  - %s\n", quoted);
    }
}

/* Which part of an address a line gives is for people to say: all go to the first. */
static void write_address(GString *out, const struct source *source)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    unsigned i = 0;
    for (const char *value; (value = next_value(source, FOUND_ADDRESS, &i));)
        g_string_append_printf(lines, "%s%s", lines->len ? ", " : "", value);
    g_autofree char *street = lines->len ? import_quote(lines->str) : NULL;
    g_string_append_printf(out, "address:\n  street_address:%s%s\n", street ? " " : "",
                           street ? street : "");
    g_string_append(out, "  address_locality: # city or town\n"
                         "  address_region: # state or province\n"
                         "  postal_code:\n"
                         "  address_country:\n");
}

static void write_section(GString *out, const struct source *source, enum found_key key)
{
    g_string_append_printf(out, "\n# %s\n", sections[key].advice);
    write_comments(out, source, key);
    switch (key) {
    case FOUND_NAME:
    case FOUND_TELEPHONE:
    case FOUND_EMAIL:
    case FOUND_URL:
        write_scalar(out, source, key);
        break;
    case FOUND_ADDRESS:
        write_address(out, source);
        break;
    case FOUND_HOURS:
        write_hours(out, source);
        break;
    case FOUND_KEY_COUNT:
        g_assert_not_reached();
    }
}

char *import_write_clinic(const struct source *source)
{
    g_autofree char *base = g_path_get_basename(source->path);
    for (char *p = base; *p; p++) /* any byte may stand in a file's name */
        if (!g_ascii_isprint(*p))
            *p = '?';
    GString *out = g_string_new(NULL);
    g_string_append_printf(out,
                           "# The clinic's own facts, as far as %s gives them: check each one.\n"
                           "# What is left empty is never made up: it is left out, and each build "
                           "says so.\n",
                           base);
    for (int key = 0; key < FOUND_KEY_COUNT; key++)
        write_section(out, source, (enum found_key)key);
    g_string_append(out, "\n# One line for each:\n#   - TMS therapy\nservices:\n");
    return g_string_free(out, FALSE);
}
