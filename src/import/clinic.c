/*
 * Writes clinic.yaml: one section a key, each with the lines of the input that speak of it as
 * comments, word for word, so that a person can check every fact against its place. Gaps stay
 * empty. Awkward: a page may give two telephone numbers where the file has room for one; the
 * first is taken, the others are to be read in the comments.
 */
#include "content/address.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/fact_around.h"
#include "import/facts.h"
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
G_STATIC_ASSERT(G_N_ELEMENTS(sections) == FOUND_POINT);

/* True for a fact of that part, static. */
static bool is_part(const struct found *found, const char *part)
{
    return found->part && strcmp(found->part, part) == 0;
}

static void write_comments(GString *out, const GPtrArray *facts, enum found_key key)
{
    const struct input_line *last = NULL;
    for (unsigned i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->key != key || is_part(found, FACT_UNREAD) || found->line == last)
            continue;
        last = found->line;
        g_autofree char *words = g_strdelimit(g_strdup(found->line->text), "\t", ' ');
        if (found->line->number)
            g_string_append_printf(out, "# From line %d: %s\n", found->line->number, words);
        else
            g_string_append_printf(out, "# From the page: %s\n", words);
    }
}

/* The first value at or after `*i`, or NULL; `*i` is then past it. */
static const char *next_value(const GPtrArray *facts, enum found_key key, unsigned *i)
{
    while (*i < facts->len) {
        const struct found *found = facts->pdata[(*i)++];
        if (found->key == key && found->value)
            return found->value;
    }
    return NULL;
}

static bool is_known(const GPtrArray *alike, enum found_key key, const char *value)
{
    for (guint i = 0; alike && i < alike->len; i++)
        if (g_ascii_strcasecmp(alike->pdata[i], value) == 0 ||
            (key == FOUND_TELEPHONE && telephone_same_line(alike->pdata[i], value)))
            return true;
    return false;
}

/* The values behind the first, each once, as comments. */
static void write_others(GString *out, const GPtrArray *facts, enum found_key key)
{
    g_autoptr(GHashTable) written =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    unsigned i = 0;
    for (const char *value; (value = next_value(facts, key, &i));) {
        g_autofree char *part = fact_shared_part(key, value);
        GPtrArray *alike = g_hash_table_lookup(written, part);
        if (is_known(alike, key, value))
            continue;
        if (g_hash_table_size(written) > 0)
            g_string_append_printf(out, "  # %s (one more: write it where it belongs)\n", value);
        if (!alike) {
            alike = g_ptr_array_new();
            g_hash_table_insert(written, g_steal_pointer(&part), alike);
        }
        g_ptr_array_add(alike, (gpointer)value);
    }
}

static void write_scalar(GString *out, const GPtrArray *facts, enum found_key key)
{
    const char *value = source_value(facts, key);
    g_autofree char *quoted = value ? import_quote(value) : NULL;
    g_string_append_printf(out, "%s:%s%s\n", sections[key].name, quoted ? " " : "",
                           quoted ? quoted : "");
    if (key != FOUND_NAME)
        write_others(out, facts, key);
}

/* Beside hours that were read those that were not. */
static void write_unread_hours(GString *out, const GPtrArray *facts)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (is_part(found, FACT_UNREAD))
            g_string_append_printf(out, "  # - %s (line %d, not read: write it as the others)\n",
                                   found->line->text, found->line->number);
    }
}

/* What the page says by name; lent; NULL: nothing. */
static const char *part_value(const GPtrArray *facts, const char *part)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->part && strcmp(found->part, part) == 0)
            return found->value;
    }
    return NULL;
}

/* With a comma before it, which some lines end with as well. */
static void add_address_line(GString *lines, const char *line)
{
    size_t length = lines->len;
    while (length > 0 && strchr(", ", lines->str[length - 1]))
        length--;
    g_string_truncate(lines, length);
    g_string_append_printf(lines, "%s%s", length ? ", " : "", line);
}

/* Which part of an address a line gives is for people to say: all go to the first, unless the page
 * names the parts. */
static char *whole_address(const GPtrArray *facts)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->key == FOUND_ADDRESS && found->value && !found->part)
            add_address_line(lines, found->value);
    }
    return g_string_free(lines, FALSE);
}

/* `gaps`: with what is not known, too. */
static void write_address_parts(GString *out, const GPtrArray *facts, bool gaps)
{
    static const struct {
        const char *key, *advice;
    } parts[] = {{"street_address", ""},
                 {"address_locality", " # city or town"},
                 {"address_region", " # state or province"},
                 {"postal_code", ""},
                 {"address_country", ""}};
    const char *street = part_value(facts, parts[0].key);
    g_autofree char *whole = street ? NULL : whole_address(facts);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *value = i == 0 && whole && *whole ? whole : part_value(facts, parts[i].key);
        g_autofree char *quoted = value ? import_quote(value) : NULL;
        if (quoted || gaps)
            g_string_append_printf(out, "  %s:%s%s\n", parts[i].key, quoted ? " " : parts[i].advice,
                                   quoted ? quoted : "");
    }
}

/* Lines of addresses that stand apart from the first, as comments. */
static void write_further_addresses(GString *out, const GPtrArray *facts)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (is_part(found, FACT_FURTHER))
            g_string_append_printf(out, "  # %s (one more: write it where it belongs)\n",
                                   found->value);
    }
}

/* Lines within an entry of a list, below their key, if there are any. */
static void write_within(GString *out, const char *key, const char *lines)
{
    g_auto(GStrv) all = g_strsplit(lines, "\n", -1);
    if (*lines)
        g_string_append_printf(out, "    %s:\n", key);
    for (char **line = all; *line; line++)
        if (**line)
            g_string_append_printf(out, "    %s\n", *line);
}

static const char *key_of(const struct found *found)
{
    return found->part                     ? found->part
           : found->key == FOUND_FAX       ? "fax"
           : address_is_mail(found->value) ? "email"
                                           : "telephone";
}

static bool is_of_point(const struct found *found)
{
    return (found->key == FOUND_POINT || found->key == FOUND_FAX) && found->value;
}

/* What else the page says of the point, but for its hours: each key once. */
static void write_more(GString *out, const GPtrArray *facts, const struct found *first)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(known, (gpointer)key_of(first));
    g_hash_table_add(known, (gpointer)sections[FOUND_HOURS].name);
    for (guint i = 0; first->point && i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (!is_of_point(found) || found->point != first->point ||
            !g_hash_table_add(known, (gpointer)key_of(found)))
            continue;
        g_autofree char *value = import_quote(found->value);
        g_string_append_printf(out, "    %s: %s\n", key_of(found), value);
    }
}

static void write_hours_of_point(GString *out, const GPtrArray *facts, unsigned point)
{
    g_autoptr(GPtrArray) hours = g_ptr_array_new();
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < facts->len; i++) {
        struct found *found = facts->pdata[i];
        if (point && is_of_point(found) && found->point == point &&
            strcmp(key_of(found), sections[FOUND_HOURS].name) == 0)
            g_ptr_array_add(hours, found);
    }
    import_write_hours(lines, hours, FOUND_POINT);
    write_within(out, sections[FOUND_HOURS].name, lines->str);
}

static void write_point(GString *out, const GPtrArray *facts, const struct found *found)
{
    g_autofree char *name = import_quote(found->label ? found->label : "Fax");
    g_autofree char *value = import_quote(found->value);
    g_string_append_printf(out, "  - name: %s\n    %s: %s\n", name, key_of(found), value);
    write_more(out, facts, found);
    write_hours_of_point(out, facts, found->point);
}

/* The key that only such ways have; NULL: it is called or mailed. */
static const char *special_key(const struct found *found)
{
    static const char *const keys[] = {"text", "tty", "fax", NULL};
    const char *key = key_of(found);
    return g_strv_contains(keys, key) ? key : NULL;
}

/* True when `other` leads to the same: calls, messages and faxes are different things. A number
 * known for a fax's is no other one where the page does not say so again. */
static bool is_same_way(const struct found *found, const struct found *other)
{
    if (found->point && found->point == other->point)
        return true;
    if (found->point && g_strcmp0(found->label, other->label) != 0)
        return false; /* "Refills: 503 …, press 2" */
    const char *key = special_key(found), *known = special_key(other);
    bool alike = g_strcmp0(key, known) == 0 || (!key && strcmp(known, "fax") == 0);
    return found->messages == other->messages && alike &&
           (strcmp(found->value, other->value) == 0 ||
            telephone_same_line(found->value, other->value));
}

/* True for a way to the clinic that is not among those written. */
static bool is_new_way(const GPtrArray *written, const struct found *found)
{
    static const char *const ways[] = {"telephone", "text", "fax", "tty", "email", NULL};
    if (!is_of_point(found) || !g_strv_contains(ways, key_of(found)))
        return false;
    for (guint i = 0; i < written->len; i++)
        if (is_same_way(found, written->pdata[i]))
            return false;
    return true;
}

/* The clinic's own number; lent; NULL: none is found. */
static struct found *own_number(const GPtrArray *facts)
{
    for (guint i = 0; i < facts->len; i++) {
        struct found *found = facts->pdata[i];
        if (found->key == FOUND_TELEPHONE && found->value)
            return found;
    }
    return NULL;
}

/* Numbers that say what they are for, each once, and not the clinic's own. */
static void write_points(GString *out, const GPtrArray *facts)
{
    g_autoptr(GPtrArray) written = g_ptr_array_new();
    g_autoptr(GString) points = g_string_new(NULL), comments = g_string_new(NULL);
    struct found *own = own_number(facts);
    if (own)
        g_ptr_array_add(written, own);
    for (guint i = 0; i < facts->len; i++) {
        struct found *found = facts->pdata[i];
        if (!is_new_way(written, found))
            continue;
        write_point(points, facts, found);
        g_ptr_array_add(written, found);
    }
    write_comments(comments, facts, FOUND_POINT);
    write_comments(comments, facts, FOUND_FAX);
    if (comments->len)
        g_string_append_printf(out, "\n# Other numbers, each with what it is for.\n%s%s%s",
                               comments->str, points->len ? "contact_points:\n" : "", points->str);
}

static void write_section(GString *out, const GPtrArray *facts, enum found_key key)
{
    g_string_append_printf(out, "\n# %s\n", sections[key].advice);
    write_comments(out, facts, key);
    switch (key) {
    case FOUND_NAME:
    case FOUND_TELEPHONE:
    case FOUND_EMAIL:
    case FOUND_URL:
        write_scalar(out, facts, key);
        break;
    case FOUND_ADDRESS:
        g_string_append(out, "address:\n");
        write_address_parts(out, facts, true);
        write_further_addresses(out, facts);
        break;
    case FOUND_HOURS:
        g_string_append_printf(out, "%s:\n", sections[FOUND_HOURS].name);
        import_write_hours(out, facts, FOUND_HOURS);
        write_unread_hours(out, facts);
        break;
    case FOUND_POINT:
    case FOUND_FAX:
    case FOUND_SERVICES:
    case FOUND_KEY_COUNT:
        g_assert_not_reached();
    }
}

static void write_services(GString *out, const struct source *source)
{
    g_string_append(out, "\n# One line for each:\n#   - TMS therapy\n");
    write_comments(out, source->found, FOUND_SERVICES);
    g_string_append(out, "services:\n");
    const char *list = source_value(source->found, FOUND_SERVICES);
    const char *separator = list ? labels_get(source->labels, LABEL_LIST_SEPARATOR) : "\n";
    g_auto(GStrv) services = g_strsplit(list ? list : "", separator, -1);
    for (char **service = services; *service; service++) {
        g_autofree char *quoted = import_quote(*service);
        g_string_append_printf(out, "  - %s\n", quoted);
    }
}

/* A key and its value, if it has one. */
static void write_of_place(GString *out, const GPtrArray *facts, enum found_key key)
{
    const char *value = source_value(facts, key);
    g_autofree char *quoted = value ? import_quote(value) : NULL;
    if (quoted)
        g_string_append_printf(out, "    %s: %s\n", sections[key].name, quoted);
}

static void write_place(GString *out, const GPtrArray *facts)
{
    g_autofree char *name = import_quote(source_value(facts, FOUND_NAME));
    g_autoptr(GString) address = g_string_new(NULL), hours = g_string_new(NULL);
    write_address_parts(address, facts, false);
    import_write_hours(hours, facts, FOUND_HOURS);
    write_unread_hours(hours, facts);
    g_string_append_printf(out, "  - name: %s\n", name);
    write_within(out, sections[FOUND_ADDRESS].name, address->str);
    write_of_place(out, facts, FOUND_TELEPHONE);
    write_of_place(out, facts, FOUND_EMAIL);
    write_within(out, sections[FOUND_HOURS].name, hours->str);
}

/* Places beside the clinic's own address. */
static void write_places(GString *out, const struct source *source)
{
    if (source->places->len == 0)
        return;
    g_string_append(out, "\n# Further places, each with its own address.\n");
    for (guint i = 0; i < source->places->len; i++)
        for (int key = 0; key < FOUND_KEY_COUNT; key++)
            write_comments(out, source->places->pdata[i], (enum found_key)key);
    g_string_append(out, "locations:\n");
    for (guint i = 0; i < source->places->len; i++)
        write_place(out, source->places->pdata[i]);
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
    for (int key = 0; key < FOUND_POINT; key++)
        write_section(out, source->found, (enum found_key)key);
    write_points(out, source->found);
    write_services(out, source);
    write_places(out, source);
    return g_string_free(out, FALSE);
}
