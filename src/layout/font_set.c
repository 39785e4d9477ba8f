/*
 * Reads the font set. Awkward: fontconfig has no way to read a part of a set but more rules beside
 * those of the file: what they accept is taken, whatever else they reject.
 */
#include "layout/font_set.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/xml.h"
#include "layout/font.h"
#include "layout/font_memo.h"
#include "layout/fontconfig_plugin.h"

#include <stdlib.h>

struct font_set {
    char *path;
    char *first;            /* the family to read, beside those of every handout; NULL: all */
    struct font_memo *memo; /* NULL: of the whole set */
    GMutex mutex;           /* guards what follows, what is kept, and what is asked of the source */
    struct fontconfig *source; /* NULL: all that has been asked was known */
    GHashTable *rankings;      /* wish -> GPtrArray of const struct font_file * */
    GHashTable *files;         /* of what is kept: path and number -> struct font_file */
};

/* The families beside the first choice that are in every handout: fields take Greek names, too
 * (layout/typing.h), and fonts.conf has these two for what a first choice lacks. */
static const char *const always[] = {"Andika", "Noto Sans", FONTS_CODE_FAMILY};

static const struct fontconfig_plugin *door(void)
{
    static struct plugin plugin = {.name = "fontconfig", .work = "its part for fonts"};
    return plugin_open(&plugin);
}

/* A face for which something holds. */
static void add_test(struct xml *rules, const char *object, const char *type, const char *value)
{
    xml_open(rules, "patelt");
    xml_attribute(rules, "name", object);
    xml_element(rules, type, value);
    xml_close(rules, "patelt");
}

/* Takes a family as the set's own rules do: no bitmaps, no colours, no variable faces. */
static void accept_family(struct xml *rules, const char *family)
{
    xml_open(rules, "acceptfont");
    xml_open(rules, "pattern");
    add_test(rules, "family", "string", family);
    add_test(rules, "outline", "bool", "true");
    add_test(rules, "color", "bool", "false");
    add_test(rules, "variable", "bool", "false");
    xml_close(rules, "pattern");
    xml_close(rules, "acceptfont");
}

/* Every face has outlines or none. */
static void reject_others(struct xml *rules)
{
    static const char *const either[] = {"true", "false"};
    xml_open(rules, "rejectfont");
    for (size_t i = 0; i < G_N_ELEMENTS(either); i++) {
        xml_open(rules, "pattern");
        add_test(rules, "outline", "bool", either[i]);
        xml_close(rules, "pattern");
    }
    xml_close(rules, "rejectfont");
}

/* What takes the first choice only: it is read before the file, so that a face that it rejects is
 * not compared with each name that the file rejects. */
static char *rules_for(const char *first)
{
    struct xml *rules = xml_new(XML_SYNTAX_XML);
    xml_open(rules, "fontconfig");
    xml_open(rules, "selectfont");
    accept_family(rules, first);
    for (size_t i = 0; i < G_N_ELEMENTS(always); i++)
        accept_family(rules, always[i]);
    reject_others(rules);
    xml_close(rules, "selectfont");
    xml_close(rules, "fontconfig");
    return xml_finish(rules);
}

static void report(const char *path, const char *message, struct diag *diag)
{
    if (diag)
        diag_report(diag, RULE_FONT_CONFIG, (struct pos){.file = paths_number(path)}, "%s",
                    message);
}

static void free_file(gpointer data)
{
    struct font_file *file = data;
    g_free(file->path);
    g_free(file->name);
    g_free(file);
}

static struct font_set *set_new(const char *path, const char *first)
{
    struct font_set *set = g_new0(struct font_set, 1);
    set->path = g_strdup(path);
    set->first = g_strdup(first);
    set->memo = first ? font_memo_open(path, first) : NULL;
    g_mutex_init(&set->mutex);
    set->rankings =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    set->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_file);
    return set;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    g_hash_table_unref(set->rankings);
    g_hash_table_unref(set->files);
    if (set->source)
        door()->free(set->source);
    font_memo_free(set->memo);
    g_mutex_clear(&set->mutex);
    g_free(set->first);
    g_free(set->path);
    g_free(set);
}

/* NULL: it cannot be read. */
static struct fontconfig *source_of(struct font_set *set)
{
    if (set->source)
        return set->source;
    g_autofree char *rules = set->first ? rules_for(set->first) : NULL;
    set->source = door()->load(set->path, rules);
    g_autoptr(GPtrArray) files = set->source && set->memo ? door()->files(set->source) : NULL;
    if (files)
        font_memo_begin(set->memo, files);
    return set->source;
}

struct font_set *font_set_load(const char *path, const char *first, struct diag *diag)
{
    /* fontconfig would look for a relative name in its own folder */
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    if (!g_file_test(absolute, G_FILE_TEST_IS_REGULAR)) {
        report(path, "there is no font set here; name one with --fonts", diag);
        return NULL;
    }
    struct font_set *set = set_new(absolute, first);
    bool known = set->memo && font_memo_files(set->memo);
    if (known || source_of(set))
        return set;
    report(path, "fontconfig cannot read this font set", diag);
    font_set_free(set);
    return NULL;
}

static GPtrArray *ask_family(struct fontconfig *source, const char *family)
{
    GPtrArray *found = g_ptr_array_new();
    if (door()->has_family(source, family))
        g_ptr_array_add(found, (gpointer)family);
    return found;
}

bool font_set_has_family(struct font_set *set, const char *family)
{
    g_autofree char *question = g_strdup_printf("family\n%s", family);
    g_mutex_lock(&set->mutex);
    const char *const *known = font_memo_get(set->memo, question);
    if (!known && source_of(set)) {
        g_autoptr(GPtrArray) found = ask_family(set->source, family);
        known = font_memo_put(set->memo, question, found);
    }
    g_mutex_unlock(&set->mutex);
    return known && *known;
}

/* The texts that a face is kept as. */
enum { TEXT_PATH, TEXT_NAME, TEXT_INDEX, TEXT_BOLD, TEXT_COUNT };

static GPtrArray *texts_of(const GPtrArray *ranking)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < ranking->len; i++) {
        const struct font_file *file = ranking->pdata[i];
        g_ptr_array_add(texts, g_strdup(file->path));
        g_ptr_array_add(texts, g_strdup(file->name ? file->name : ""));
        g_ptr_array_add(texts, g_strdup_printf("%u", file->index));
        g_ptr_array_add(texts, g_strdup(file->bold ? "bold" : ""));
    }
    return texts;
}

static const struct font_file *file_of(struct font_set *set, const char *const *texts)
{
    g_autofree char *key = g_strdup_printf("%s\n%s", texts[TEXT_PATH], texts[TEXT_INDEX]);
    struct font_file *file = g_hash_table_lookup(set->files, key);
    if (file)
        return file;
    file = g_new(struct font_file, 1);
    *file = (struct font_file){.path = g_strdup(texts[TEXT_PATH]),
                               .name = *texts[TEXT_NAME] ? g_strdup(texts[TEXT_NAME]) : NULL,
                               .index = (unsigned)strtoul(texts[TEXT_INDEX], NULL, 10),
                               .bold = *texts[TEXT_BOLD]};
    g_hash_table_insert(set->files, g_steal_pointer(&key), file);
    return file;
}

static GPtrArray *from_texts(struct font_set *set, const char *const *texts)
{
    GPtrArray *ranking = g_ptr_array_new();
    guint count = g_strv_length((char **)texts) / TEXT_COUNT;
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(ranking, (gpointer)file_of(set, texts + i * TEXT_COUNT));
    return ranking;
}

static const char *const *keep_ranking(struct font_set *set, const char *wish,
                                       const GPtrArray *ranking)
{
    g_autoptr(GPtrArray) texts = texts_of(ranking);
    return font_memo_put(set->memo, wish, texts);
}

/* No faces when the set, which could be read once, cannot be read any more. */
static GPtrArray *ask_ranking(struct font_set *set, const char *wish, const char *family,
                              int weight, const char *lang)
{
    const char *const *known = set->memo ? font_memo_get(set->memo, wish) : NULL;
    if (known)
        return from_texts(set, known);
    if (!source_of(set))
        return g_ptr_array_new();
    g_autoptr(GPtrArray) ranking = door()->rank(set->source, family, weight, lang);
    return set->memo ? from_texts(set, keep_ranking(set, wish, ranking))
                     : g_steal_pointer(&ranking);
}

const GPtrArray *font_set_rank(struct font_set *set, const char *family, int weight,
                               const char *lang)
{
    g_autofree char *wish = g_strdup_printf("%s\n%d\n%s", family ? family : "", weight, lang);
    g_mutex_lock(&set->mutex);
    GPtrArray *ranking = g_hash_table_lookup(set->rankings, wish);
    if (!ranking) {
        ranking = ask_ranking(set, wish, family, weight, lang);
        g_hash_table_insert(set->rankings, g_steal_pointer(&wish), ranking);
    }
    g_mutex_unlock(&set->mutex);
    return ranking;
}

bool font_set_has_letter(const struct font_file *file, gunichar letter)
{
    return door()->has_letter(file, letter);
}

static void list_folder(const char *path, GPtrArray *files)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        g_ptr_array_add(files, g_build_filename(path, name, NULL));
}

static GPtrArray *ask_files(const struct font_set *set)
{
    if (set->source)
        return door()->files(set->source);
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (const char *const *file = font_memo_files(set->memo); *file; file++)
        g_ptr_array_add(files, g_strdup(*file));
    return files;
}

GPtrArray *font_set_files(struct font_set *set, const char *dropped)
{
    g_mutex_lock(&set->mutex);
    GPtrArray *files = ask_files(set);
    g_mutex_unlock(&set->mutex);
    list_folder(dropped, files);
    g_ptr_array_sort(files, file_compare_names);
    return files;
}
