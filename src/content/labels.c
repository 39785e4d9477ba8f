/*
 * The labels of a language: a pile of files, nearest first, in which each key is looked for until
 * one gives it. What has to be said of the pile (English stands in, a copy of the English file,
 * nobody has read it) is said here, once a language.
 */
#include "content/labels.h"

#include "base/file.h"
#include "base/intern.h"
#include "base/lang.h"
#include "base/paths.h"
#include "content/group.h"
#include "content/labels_parts.h"
#include "content/lang_name.h"

#include <stdarg.h>
#include <string.h>

#define ENGLISH "en"

/* So many words that are the English ones, and at least half of all, are no chance. */
#define COPY_MIN 10

/* Of the keys named in a message. */
#define NAMED_MAX 5

struct labels {
    unsigned number;  /* of all that were loaded */
    const char *lang; /* interned */
    const char *path; /* interned */
    GPtrArray *files; /* of struct labels_file *, owned */
    const char *words[LABEL_COUNT];
    bool english[LABEL_COUNT];        /* though the labels are not */
    const char **lists[LABELS_COUNT]; /* ended by NULL; of the files */
    bool english_signs;               /* LABELS_SPOKEN_SIGNS are, though the labels are not */
    GHashTable **folded; /* by enum label_list, each a set of its words without capitals; NULL until
                            somebody asks for it, on any thread */
};

static void free_file(gpointer file)
{
    labels_file_free(file);
}

/* Puts a file of the clinic's on the pile, if there is one. False when it is broken. */
static bool pile_up_own(GPtrArray *files, const char *directory, const char *tag, struct diag *diag)
{
    bool ok;
    struct labels_file *file = labels_file_read(directory, tag, &ok, diag);
    if (file)
        g_ptr_array_add(files, file);
    return ok;
}

/* Puts the files that fit `lang` on the pile: the clinic's, those of its group (`directory` is
 * NULL: of nobody), then the program's. False when one of the first two is broken. */
static bool pile_up(GPtrArray *files, const char *directory, const char *lang, struct diag *diag)
{
    g_autoptr(GPtrArray) tags = lang_lookup(lang);
    g_autofree char *shared = directory ? group_shared(directory) : NULL;
    bool all = true;
    for (guint i = 0; directory && i < tags->len; i++) {
        all &= pile_up_own(files, directory, tags->pdata[i], diag);
        all &= !shared || pile_up_own(files, shared, tags->pdata[i], diag);
    }
    for (guint i = 0; i < tags->len; i++) {
        struct labels_file *file = labels_file_carried(tags->pdata[i]);
        if (file)
            g_ptr_array_add(files, file);
    }
    return all;
}

static const char *find_word(const GPtrArray *files, guint from, int label)
{
    for (guint i = from; i < files->len; i++) {
        const struct labels_file *file = files->pdata[i];
        if (file->words[label])
            return file->words[label];
    }
    return NULL;
}

/* Takes each word from the nearest of the files that gives it; how many none of them gives. */
static guint find_words(struct labels *labels)
{
    guint missing = 0;
    for (int i = 0; i < LABEL_COUNT; i++) {
        labels->words[i] = find_word(labels->files, 0, i);
        missing += labels->words[i] == NULL;
    }
    return missing;
}

static const char **find_list(const GPtrArray *files, int list)
{
    static const char *nothing[] = {NULL};
    for (guint i = 0; i < files->len; i++) {
        const struct labels_file *file = files->pdata[i];
        if (file->lists[list])
            return file->lists[list];
    }
    return nothing;
}

static void find_lists(struct labels *labels)
{
    for (int i = 0; i < LABELS_COUNT; i++)
        labels->lists[i] = find_list(labels->files, i);
}

/* A sign that is heard in English is told; one that is not heard is lost. */
static void take_english_signs(struct labels *labels, const GPtrArray *english)
{
    labels->lists[LABELS_SPOKEN_SIGNS] = find_list(english, LABELS_SPOKEN_SIGNS);
    labels->english_signs = true;
}

/* English words for those that the language's own files leave out. */
static void fill_up(struct labels *labels, const GPtrArray *english, guint missing,
                    struct diag *diag)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    guint named = 0;
    for (int i = 0; i < LABEL_COUNT; i++) {
        if (labels->words[i])
            continue;
        labels->words[i] = find_word(english, 0, i);
        labels->english[i] = true;
        if (named < NAMED_MAX)
            g_string_append_printf(keys, "%s%s", named ? ", " : "", label_row((enum label)i)->key);
        named++;
    }
    diag_report(diag, RULE_LABELS_MISSING, (struct pos){.file = paths_number(labels->path)},
                "%u labels are not given, so English ones are printed: add %s%s", missing,
                keys->str, missing > NAMED_MAX ? " and the others" : "");
}

/* A file of another language that says what the English one says. */
static void look_for_copy(struct labels *labels, const struct labels_file *file,
                          const GPtrArray *english, struct diag *diag)
{
    guint given = 0, same = 0;
    for (int i = 0; i < LABEL_COUNT; i++) {
        if (!file->words[i])
            continue;
        given++;
        same += g_str_equal(file->words[i], find_word(english, 0, i));
    }
    if (same < COPY_MIN || same * 2 < given)
        return;
    for (int i = 0; i < LABEL_COUNT; i++)
        labels->english[i] |= labels->words[i] == file->words[i] &&
                              g_str_equal(labels->words[i], find_word(english, 0, i));
    diag_report(diag, RULE_LABELS_COPY, (struct pos){.file = paths_number(file->path)},
                "%u of its %u labels are the English ones: translate them, or take them out so "
                "that others can stand in",
                same, given);
}

/* What the English files have to do with it: they fill gaps, and tell a copy. */
static bool compare_with_english(struct labels *labels, const char *directory, guint missing,
                                 struct diag *diag)
{
    g_autoptr(GPtrArray) english = g_ptr_array_new();
    bool ok = pile_up(english, directory, ENGLISH, diag);
    if (ok && missing > 0)
        fill_up(labels, english, missing, diag);
    if (ok && !labels->lists[LABELS_SPOKEN_SIGNS][0])
        take_english_signs(labels, english);
    for (guint i = 0; ok && i < labels->files->len; i++) {
        const struct labels_file *file = labels->files->pdata[i];
        if (!file->carried)
            look_for_copy(labels, file, english, diag);
    }
    for (guint i = 0; i < english->len; i++) /* their words are lent from here on */
        g_ptr_array_add(labels->files, english->pdata[i]);
    return ok;
}

/* Whether a word of the file is printed. */
static bool is_heard(const struct labels *labels, const struct labels_file *file)
{
    for (int i = 0; i < LABEL_COUNT; i++)
        if (file->words[i] && labels->words[i] == file->words[i])
            return true;
    return false;
}

/* Says that nobody has read the words who could tell whether they are right. */
static void look_for_reviewer(const struct labels *labels, struct diag *diag)
{
    bool waits = false;
    const char *lang = labels->lang;
    struct pos pos = {.file = paths_number(labels->path)};
    for (guint i = 0; i < labels->files->len; i++) {
        const struct labels_file *file = labels->files->pdata[i];
        if (file->reviewed)
            return;
        waits |= !file->by_people && is_heard(labels, file);
        pos = file->path == labels->path ? file->pos : pos;
        lang = file->lang;
    }
    if (waits)
        diag_report(diag, RULE_LABELS_UNREVIEWED, pos,
                    "the labels of '%s' wait for a qualified reviewer: have a qualified "
                    "translator read them, and name them here as 'reviewed_by' of 'translation'",
                    lang);
}

/* The labels of a language that has files; false when something is broken. */
static bool load(struct labels *labels, const char *directory, const char *lang, struct diag *diag)
{
    if (!pile_up(labels->files, directory, lang, diag))
        return false;
    if (labels->files->len == 0)
        return true;
    const struct labels_file *nearest = labels->files->pdata[0];
    const struct labels_file *widest = labels->files->pdata[labels->files->len - 1];
    g_autofree char *name = g_strconcat(widest->lang, ".yaml", NULL);
    g_autofree char *own = g_build_filename(directory ? directory : "", name, NULL);
    g_autofree char *shared = directory ? group_shared(own) : NULL;
    const char *path = shared && file_is_absent(own) ? shared : own;
    labels->lang = nearest->lang;
    labels->path = intern(path);
    find_lists(labels);
    guint missing = find_words(labels);
    if (lang_matches(ENGLISH, labels->lang))
        return true;
    look_for_reviewer(labels, diag);
    bool all_carried = ((const struct labels_file *)labels->files->pdata[0])->carried;
    return (missing == 0 && all_carried) || compare_with_english(labels, directory, missing, diag);
}

/* A language is not called English because its words are. One whose name nobody knows is called by
 * its tag. */
static void name_language(struct labels *labels, const char *lang)
{
    bool english = labels->english[LABEL_LANGUAGE_NAME] || lang_matches(ENGLISH, labels->lang);
    if (!english || lang_matches(ENGLISH, lang))
        return;
    const char *name = lang_name(lang);
    labels->words[LABEL_LANGUAGE_NAME] = name ? name : intern(lang);
    labels->english[LABEL_LANGUAGE_NAME] = false;
}

struct labels *labels_load(const char *directory, const char *lang, struct pos from,
                           struct diag *diag)
{
    static gint loaded; /* on any thread */
    struct labels *labels = g_new0(struct labels, 1);
    labels->number = (unsigned)g_atomic_int_add(&loaded, 1) + 1;
    labels->folded = g_new0(GHashTable *, LABELS_COUNT);
    labels->files = g_ptr_array_new_with_free_func(free_file);
    bool ok = load(labels, directory, lang, diag);
    if (ok && !labels->lang) {
        diag_report(diag, RULE_LABELS_MISSING, from,
                    "'%s' has no labels, so English ones are printed: add '%s/%s.yaml'", lang,
                    directory, lang);
        ok = load(labels, directory, ENGLISH, diag);
    }
    if (ok)
        name_language(labels, lang);
    else
        g_clear_pointer(&labels, labels_free);
    return labels;
}

void labels_free(struct labels *labels)
{
    if (!labels)
        return;
    for (size_t i = 0; i < LABELS_COUNT; i++) {
        g_clear_pointer(&labels->folded[i], g_hash_table_unref);
    }
    g_free(labels->folded);
    g_ptr_array_unref(labels->files);
    g_free(labels);
}

unsigned labels_number(const struct labels *labels)
{
    return labels->number;
}

const char *labels_lang(const struct labels *labels)
{
    return labels->lang;
}

const char *labels_lang_of(const struct labels *labels, enum label label)
{
    g_assert((unsigned)label < LABEL_COUNT);
    return labels->english[label] ? ENGLISH : labels->lang;
}

const char *labels_lang_of_signs(const struct labels *labels)
{
    return labels->english_signs ? ENGLISH : labels->lang;
}

const char *labels_path(const struct labels *labels)
{
    return labels->path;
}

const char *labels_key(enum label label)
{
    return label_row(label)->key;
}

const char *labels_get(const struct labels *labels, enum label label)
{
    g_assert((unsigned)label < LABEL_COUNT);
    return labels->words[label];
}

/* The value given for a place: `pairs` alternates names and values. */
static const char *value_of(const struct place *place, const GPtrArray *pairs)
{
    for (unsigned i = 0; i + 1 < pairs->len; i += 2)
        if (place_is(place, pairs->pdata[i]))
            return pairs->pdata[i + 1];
    g_error("a label's place '%.*s' was given no value", (int)place->length, place->open + 1);
}

char *labels_format(const struct labels *labels, enum label label, ...)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new();
    va_list args;
    va_start(args, label);
    for (char *arg = va_arg(args, char *); arg; arg = va_arg(args, char *))
        g_ptr_array_add(pairs, arg);
    va_end(args);

    const char *rest = labels_get(labels, label);
    GString *out = g_string_new(NULL);
    struct place place;
    while (place_find(rest, &place)) {
        g_string_append_len(out, rest, place.open - rest);
        g_string_append(out, value_of(&place, pairs));
        rest = place.open + place.length + 2;
    }
    g_string_append(out, rest);
    return g_string_free(out, FALSE);
}

const char *const *labels_list(const struct labels *labels, enum label_list list)
{
    g_assert((unsigned)list < LABELS_COUNT);
    return labels->lists[list];
}

static GHashTable *fold(const char *const *words)
{
    GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (; *words; words++)
        g_hash_table_add(set, g_utf8_casefold(*words, -1));
    return set;
}

bool labels_list_has(const struct labels *labels, enum label_list list, const char *word)
{
    GHashTable **set = &labels->folded[list];
    if (g_once_init_enter(set))
        g_once_init_leave(set, fold(labels_list(labels, list)));
    g_autofree char *folded = g_utf8_casefold(word, -1);
    return g_hash_table_contains(*set, folded);
}

/* `words` without capitals. Scripts without blanks end a word anywhere. */
static bool begins_with(const char *words, const char *listed)
{
    g_autofree char *word = g_utf8_casefold(listed, -1);
    size_t length = strlen(word);
    if (strncmp(words, word, length) != 0)
        return false;
    return !g_unichar_isalnum(g_utf8_get_char(words + length)) ||
           g_unichar_iswide(g_utf8_get_char(words));
}

bool labels_begin(const struct labels *labels, enum label_list list, const char *words)
{
    g_autofree char *folded = g_utf8_casefold(words, -1);
    for (const char *const *listed = labels_list(labels, list); *listed; listed++)
        if (begins_with(folded, *listed))
            return true;
    return false;
}
