/*
 * Reads one labels file of the clinic's and looks through its words: their places, the months, the
 * note on who translated them. What a file leaves out is no fault: another one gives it.
 */
#include "base/file.h"
#include "base/intern.h"
#include "base/paths.h"
#include "content/group.h"
#include "content/labels_parts.h"
#include "content/translation.h"
#include "content/yaml.h"

#include <string.h>

/* What the top of the file holds. */
struct labels_facts {
    struct fact words[LABEL_COUNT];
    struct fact_list lists[LABELS_COUNT];
    const struct yaml *translation; /* of a tree that is there while the file is read */
};

static bool has_place(const char *pattern, const char *name)
{
    struct place place;
    for (const char *p = pattern; place_find(p, &place); p = place.open + place.length + 2)
        if (place_is(&place, name))
            return true;
    return false;
}

static bool check_missing_places(const struct label_row *row, const struct fact *word,
                                 struct diag *diag)
{
    bool ok = true;
    for (const char *const *name = row->places; *name && !row->places_optional; name++) {
        if (has_place(word->value, *name))
            continue;
        ok = false;
        diag_report(diag, RULE_LABELS_INCOMPLETE, word->pos,
                    "the words of '%s' leave out '{%s}': put it where the program shall fill it in",
                    row->key, *name);
    }
    return ok;
}

static bool check_unknown_places(const struct label_row *row, const struct fact *word,
                                 struct diag *diag)
{
    bool ok = true;
    struct place place;
    for (const char *p = word->value; place_find(p, &place); p = place.open + place.length + 2) {
        bool known = false;
        for (const char *const *name = row->places; *name; name++)
            known |= place_is(&place, *name);
        if (known)
            continue;
        ok = false;
        g_autofree char *places = g_strjoinv("}', '{", (char **)row->places);
        g_autofree char *advice =
            *places ? g_strdup_printf("its places are '{%s}'", places) : g_strdup("take it out");
        diag_report(diag, RULE_VALUE, word->pos, "'%s' has no place '{%.*s}': %s", row->key,
                    (int)place.length, place.open + 1, advice);
    }
    return ok;
}

static bool check_words(const struct labels_facts *facts, struct diag *diag)
{
    bool ok = true;
    for (int i = 0; i < LABEL_COUNT; i++) {
        const struct fact *word = &facts->words[i];
        if (!word->value)
            continue;
        ok &= check_missing_places(label_row((enum label)i), word, diag);
        ok &= check_unknown_places(label_row((enum label)i), word, diag);
    }
    return ok;
}

static bool check_direction(const struct labels_facts *facts, struct diag *diag)
{
    const struct fact *direction = &facts->words[LABEL_DIRECTION];
    const char *value = direction->value;
    if (!value || g_str_equal(value, "ltr") || g_str_equal(value, "rtl"))
        return true;
    diag_report(diag, RULE_VALUE, direction->pos,
                "'%s' is no direction: write 'ltr' (from the left) or 'rtl' (from the right)",
                value);
    return false;
}

/* Lists that have a name for each of a known number of things, or none. */
static bool check_counts(const struct labels_facts *facts, struct diag *diag)
{
    static const struct {
        enum label_list list;
        guint count;
        const char *order;
    } counted[] = {{LABELS_MONTHS, 12, "from January on"},
                   {LABELS_MONTHS_ALONE, 12, "from January on"},
                   {LABELS_DAYS_SHORT, 7, "from Monday on"}};
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(counted); i++) {
        const struct fact_list *names = &facts->lists[counted[i].list];
        guint count = names->items->len;
        if (count == 0 || count == counted[i].count)
            continue;
        diag_report(diag, RULE_VALUE, names->pos, "'%s' has %u names: write %u, %s",
                    label_list_key(counted[i].list), count, counted[i].count, counted[i].order);
        ok = false;
    }
    return ok;
}

static void name_keys(struct yaml_key keys[LABEL_COUNT + LABELS_COUNT + 1])
{
    struct yaml_key *key = keys;
    for (size_t i = 0; i < LABEL_COUNT; i++)
        *key++ = (struct yaml_key){label_row((enum label)i)->key, YAML_WANT_WORDS,
                                   offsetof(struct labels_facts, words) + i * sizeof(struct fact)};
    for (size_t i = 0; i < LABELS_COUNT; i++)
        *key++ =
            (struct yaml_key){label_list_key((enum label_list)i), YAML_WANT_WORD_LIST,
                              offsetof(struct labels_facts, lists) + i * sizeof(struct fact_list)};
    *key = (struct yaml_key){"translation", YAML_WANT_MAPPING,
                             offsetof(struct labels_facts, translation)};
}

/* Labels of earlier versions stop nothing: they are said and left out. */
static void drop_retired(struct yaml *yaml, struct diag *diag)
{
    static const char *const retired[] = {"player_resumes", "player_text_size", NULL};
    for (guint i = yaml->children ? yaml->children->len : 0; i-- > 0;) {
        const struct yaml *label = yaml->children->pdata[i];
        if (!g_strv_contains(retired, label->key))
            continue;
        diag_report(diag, RULE_LABELS_RETIRED, label->key_pos,
                    "'%s' is a label of an earlier version and printed nowhere: take it out",
                    label->key);
        g_ptr_array_remove_index(yaml->children, i);
    }
}

static const char **view_list(const struct fact_list *list)
{
    guint count = list->items->len;
    const char **words = count > 0 ? g_new0(const char *, count + 1) : NULL;
    for (guint i = 0; i < count; i++)
        words[i] = ((const struct fact *)list->items->pdata[i])->value;
    return words;
}

static void view_facts(struct labels_file *file)
{
    for (size_t i = 0; i < LABEL_COUNT; i++)
        file->words[i] = file->facts->words[i].value;
    for (size_t i = 0; i < LABELS_COUNT; i++)
        file->lists[i] = view_list(&file->facts->lists[i]);
}

static bool read_translation(struct labels_file *file, struct diag *diag)
{
    struct translation translation;
    const struct yaml *mapping = file->facts->translation;
    bool ok = translation_read(mapping, file->path, false, &translation, diag);
    file->pos = mapping ? mapping->key_pos : (struct pos){.file = paths_number(file->path)};
    file->by_people = g_strcmp0(translation.machine.value, "no") == 0;
    file->reviewed = translation.reviewed_by.value != NULL;
    translation_clear(&translation);
    return ok;
}

static struct labels_file *read_tree(struct yaml *yaml, const char *lang, const char *path,
                                     struct diag *diag)
{
    struct yaml_key keys[LABEL_COUNT + LABELS_COUNT + 1];
    name_keys(keys);
    drop_retired(yaml, diag);
    struct labels_file *file = g_new0(struct labels_file, 1);
    file->lang = intern(lang);
    file->path = intern(path);
    file->facts = g_new0(struct labels_facts, 1);
    bool ok = yaml_read(yaml, path, keys, G_N_ELEMENTS(keys), file->facts, diag);
    ok &= read_translation(file, diag);
    ok &= check_words(file->facts, diag) && check_direction(file->facts, diag) &&
          check_counts(file->facts, diag);
    view_facts(file);
    if (!ok)
        g_clear_pointer(&file, labels_file_free);
    return file;
}

struct labels_file *labels_file_read(const char *directory, const char *lang, bool *ok,
                                     struct diag *diag)
{
    g_autofree char *name = g_strconcat(lang, ".yaml", NULL);
    g_autofree char *path = g_build_filename(directory, name, NULL);
    *ok = true;
    if (file_is_absent(path))
        return NULL;
    g_autofree char *text = file_read_text(path, diag);
    struct yaml *yaml = text ? yaml_parse(text, path, 1, diag) : NULL;
    struct labels_file *file = yaml ? read_tree(yaml, lang, path, diag) : NULL;
    yaml_tree_free(yaml);
    *ok = file != NULL;
    return file;
}

static bool is_readable(const char *path, struct diag *diag)
{
    struct pos from = {.file = paths_number(path)};
    g_autoptr(GBytes) bytes = file_read(path, FILE_TEXT_LIMIT, from, diag);
    return bytes != NULL;
}

static bool all_readable(const char *directory, struct diag *diag)
{
    if (file_is_absent(directory))
        return true;
    g_autoptr(GPtrArray) names = file_list(directory, diag);
    bool ok = names != NULL;
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (name[0] != '.' && g_str_has_suffix(name, ".yaml"))
            ok &= is_readable(path, diag);
    }
    return ok;
}

bool labels_readable(const char *directory, struct diag *diag)
{
    g_autofree char *shared = group_shared(directory);
    bool ok = all_readable(directory, diag);
    return (!shared || all_readable(shared, diag)) && ok;
}

static void free_facts(struct labels_facts *facts)
{
    for (size_t i = 0; i < LABEL_COUNT; i++)
        fact_clear(&facts->words[i]);
    for (size_t i = 0; i < LABELS_COUNT; i++)
        fact_list_clear(&facts->lists[i]);
    g_free(facts);
}

void labels_file_free(struct labels_file *file)
{
    if (!file)
        return;
    for (size_t i = 0; i < LABELS_COUNT; i++)
        g_free(file->lists[i]);
    g_clear_pointer(&file->facts, free_facts);
    g_free(file->text);
    g_free(file);
}
