/*
 * Reads the font set. Awkward: fontconfig has no way to read a part of a set but more rules beside
 * those of the file: what they accept is taken, whatever else they reject.
 */
#include "layout/font_set.h"

#include "base/file.h"
#include "base/xml.h"
#include "layout/font.h"
#include "layout/fontconfig_plugin.h"

struct font_set {
    struct fontconfig *source;
    GMutex mutex;         /* guards what follows, and what is asked of the source */
    GHashTable *rankings; /* wish -> GPtrArray of const struct font_file * */
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
        diag_report(diag, RULE_FONT_CONFIG, (struct pos){.path = g_intern_string(path)}, "%s",
                    message);
}

struct font_set *font_set_load(const char *path, const char *first, struct diag *diag)
{
    /* fontconfig would look for a relative name in its own folder */
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    if (!g_file_test(absolute, G_FILE_TEST_IS_REGULAR)) {
        report(path, "there is no font set here; name one with --fonts", diag);
        return NULL;
    }
    g_autofree char *rules = first ? rules_for(first) : NULL;
    struct fontconfig *source = door()->load(absolute, rules);
    if (!source) {
        report(path, "fontconfig cannot read this font set", diag);
        return NULL;
    }
    struct font_set *set = g_new0(struct font_set, 1);
    set->source = source;
    g_mutex_init(&set->mutex);
    set->rankings =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return set;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    g_hash_table_unref(set->rankings);
    door()->free(set->source);
    g_mutex_clear(&set->mutex);
    g_free(set);
}

bool font_set_has_family(struct font_set *set, const char *family)
{
    return door()->has_family(set->source, family);
}

const GPtrArray *font_set_rank(struct font_set *set, const char *family, int weight,
                               const char *lang)
{
    g_autofree char *wish = g_strdup_printf("%s\n%d\n%s", family ? family : "", weight, lang);
    g_mutex_lock(&set->mutex);
    GPtrArray *ranking = g_hash_table_lookup(set->rankings, wish);
    if (!ranking) {
        ranking = door()->rank(set->source, family, weight, lang);
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

GPtrArray *font_set_files(struct font_set *set, const char *dropped)
{
    g_mutex_lock(&set->mutex);
    GPtrArray *files = door()->files(set->source);
    g_mutex_unlock(&set->mutex);
    list_folder(dropped, files);
    g_ptr_array_sort(files, file_compare_names);
    return files;
}
