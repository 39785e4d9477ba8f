/*
 * Fills structs from a parsed mapping by a table of known keys, so that every settings file treats
 * unknown keys, empty values and wrong shapes alike. Method: look each written key up in the table;
 * a key that is not there is answered with the nearest one that is. Awkward: the fields are reached
 * by their offset, which only the table's author can get right.
 */
#include "base/paths.h"
#include "content/yaml.h"

#include "base/nearest.h"
#include "content/word_run.h"

/* More keys than this are not listed in a message. */
#define LIST_LIMIT 20

static const char *nearest_key(const char *written, const struct yaml_key *keys, size_t n_keys)
{
    g_autofree const char **names = g_new0(const char *, n_keys + 1);
    for (size_t i = 0; i < n_keys; i++)
        names[i] = keys[i].name;
    return nearest_word(written, names);
}

static char *list_of_keys(const struct yaml_key *keys, size_t n_keys)
{
    GString *list = g_string_new("the keys of this place are ");
    for (size_t i = 0; i < n_keys; i++)
        g_string_append_printf(list, "%s%s", i ? ", " : "", keys[i].name);
    return g_string_free(list, FALSE);
}

static bool report_unknown(const struct yaml *value, const struct yaml_key *keys, size_t n_keys,
                           struct diag *diag)
{
    const char *near = nearest_key(value->key, keys, n_keys);
    g_autofree char *advice = near                   ? g_strdup_printf("did you mean '%s'?", near)
                              : n_keys <= LIST_LIMIT ? list_of_keys(keys, n_keys)
                                                     : g_strdup("take it out");
    diag_report(diag, RULE_YAML_KEY, value->key_pos, "unknown key '%s': %s", value->key, advice);
    return false;
}

static bool is_empty(const struct yaml *value)
{
    return value->kind == YAML_SCALAR && value->text[strspn(value->text, " \t")] == '\0';
}

/* False when a word of the value is too long (reported); what is left of it is none that was not
 * given. */
static bool check_words(const struct yaml *value, struct diag *diag)
{
    struct word_run run = {0};
    bool ok = word_run_add(&run, value->text, value->pos, diag);
    ok = word_run_end(&run, diag) && ok;
    if (!ok)
        word_run_cut(value->text);
    return ok;
}

static bool read_words(const struct yaml *value, struct fact *out, struct diag *diag)
{
    out->pos = is_empty(value) ? value->key_pos : value->pos;
    if (value->kind != YAML_SCALAR) {
        diag_report(diag, RULE_YAML_SYNTAX, value->pos, "'%s' holds one value, not several",
                    value->key);
        return false;
    }
    bool ok = check_words(value, diag);
    if (!is_empty(value))
        out->value = g_strdup(value->text);
    return ok;
}

static bool read_text(const struct yaml *value, struct fact *out, struct diag *diag)
{
    bool ok = read_words(value, out, diag);
    if (ok && out->value)
        g_strstrip(out->value);
    return ok;
}

static bool read_entries(const struct yaml *list, struct fact_list *out, struct diag *diag)
{
    bool ok = true;
    for (unsigned i = 0; i < list->children->len; i++) {
        const struct yaml *entry = list->children->pdata[i];
        if (entry->kind == YAML_SCALAR && !is_empty(entry)) {
            ok = check_words(entry, diag) && ok;
            fact_list_add(out, entry->text, entry->pos);
            continue;
        }
        ok = false;
        diag_report(diag, RULE_YAML_SYNTAX, entry->pos,
                    is_empty(entry) ? "an entry of '%s' is empty: fill it in or take out its dash"
                                    : "an entry of '%s' is not plain text: put it in quotes",
                    list->key);
    }
    return ok;
}

static bool read_word_list(const struct yaml *value, struct fact_list *out, struct diag *diag)
{
    out->pos = is_empty(value) ? value->key_pos : value->pos;
    if (value->kind == YAML_LIST)
        return read_entries(value, out, diag);
    if (value->kind == YAML_MAPPING) {
        diag_report(diag, RULE_YAML_SYNTAX, value->pos,
                    "'%s' is a list: start each of its lines with a dash", value->key);
        return false;
    }
    bool ok = check_words(value, diag);
    if (!is_empty(value))
        fact_list_add(out, value->text, value->pos);
    return ok;
}

static bool read_texts(const struct yaml *value, struct fact_list *out, struct diag *diag)
{
    bool ok = read_word_list(value, out, diag);
    for (guint i = 0; i < out->items->len; i++)
        g_strstrip(((struct fact *)out->items->pdata[i])->value);
    return ok;
}

static bool read_mapping(const struct yaml *value, const struct yaml **out, struct diag *diag)
{
    if (value->kind != YAML_MAPPING && !is_empty(value)) {
        diag_report(diag, RULE_YAML_SYNTAX, value->pos,
                    "'%s' holds indented lines of 'key: value', not a value of its own",
                    value->key);
        return false;
    }
    *out = value;
    return true;
}

static bool read_list(const struct yaml *value, const struct yaml **out, struct diag *diag)
{
    if (value->kind != YAML_LIST && !is_empty(value)) {
        diag_report(diag, RULE_YAML_SYNTAX, value->pos,
                    "'%s' is a list: start each of its lines with a dash", value->key);
        return false;
    }
    *out = value;
    return true;
}

static void set_absent(const struct yaml_key *key, void *field, struct pos pos)
{
    switch (key->want) {
    case YAML_WANT_TEXT:
    case YAML_WANT_WORDS:
        *(struct fact *)field = (struct fact){.pos = pos};
        return;
    case YAML_WANT_TEXTS:
    case YAML_WANT_WORD_LIST:
        fact_list_init(field, pos);
        return;
    case YAML_WANT_MAPPING:
    case YAML_WANT_LIST:
        *(const struct yaml **)field = NULL;
        return;
    case YAML_WANT_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* True where the row before row `i` fills the same field by another name. */
static bool is_other_name(const struct yaml_key *keys, size_t i)
{
    return i > 0 && keys[i - 1].offset == keys[i].offset;
}

static bool read_field(const struct yaml_key *key, const struct yaml *value, void *field,
                       struct diag *diag)
{
    switch (key->want) {
    case YAML_WANT_TEXT:
        return read_text(value, field, diag);
    case YAML_WANT_WORDS:
        return read_words(value, field, diag);
    case YAML_WANT_TEXTS:
        return read_texts(value, field, diag);
    case YAML_WANT_WORD_LIST:
        return read_word_list(value, field, diag);
    case YAML_WANT_MAPPING:
        return read_mapping(value, field, diag);
    case YAML_WANT_LIST:
        return read_list(value, field, diag);
    case YAML_WANT_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* Looks from the row `from` on: most files have their keys in the order of the table. */
static const struct yaml_key *find_key(const char *name, const struct yaml_key *keys, size_t n_keys,
                                       size_t from)
{
    for (size_t i = 0; i < n_keys; i++) {
        const struct yaml_key *key = &keys[(from + i) % n_keys];
        if (strcmp(key->name, name) == 0)
            return key;
    }
    return NULL;
}

bool yaml_read(const struct yaml *mapping, const char *path, const struct yaml_key *keys,
               size_t n_keys, void *target, struct diag *diag)
{
    bool ok = true;
    struct pos nowhere = {.file = paths_number(path)};
    for (size_t i = 0; i < n_keys; i++)
        if (!is_other_name(keys, i))
            set_absent(&keys[i], (char *)target + keys[i].offset, nowhere);
    const GPtrArray *children = mapping ? mapping->children : NULL;
    size_t next = 0;
    for (unsigned i = 0; children && i < children->len; i++) {
        const struct yaml *value = children->pdata[i];
        const struct yaml_key *key = find_key(value->key, keys, n_keys, next);
        next = key ? (size_t)(key - keys) + 1 : next;
        ok &= key ? read_field(key, value, (char *)target + key->offset, diag)
                  : report_unknown(value, keys, n_keys, diag);
    }
    return ok;
}
