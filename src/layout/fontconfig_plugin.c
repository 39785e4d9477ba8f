/*
 * Fontconfig reads the file of a set, and nothing else of the machine's setting. It is asked as
 * Pango asks it, so that faces come in the order that everybody knows from fontconfig; but in no
 * threads.
 */
#include "layout/fontconfig_plugin.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

/* [bytes] Of a name in PostScript (OpenType, table 'name', ID 6); PDF has room for twice that. */
enum { NAME_LIMIT = 63 };

struct fontconfig {
    FcConfig *config;
    FcFontSet *faces;  /* of the set that can be shaped and embedded */
    GHashTable *files; /* FcPattern -> struct font_file */
};

static void free_file(gpointer data)
{
    struct font_file *file = data;
    g_free(file->path);
    g_free(file->name);
    g_free(file);
}

static bool read_text(FcConfig *config, const char *text)
{
    return !text || FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text, FcTrue);
}

/* Others than HarfBuzz can shape, and single cuts of variable fonts, which are outlines of none. */
static bool is_usable(const FcPattern *pattern)
{
    FcChar8 *format = NULL, *path = NULL;
    int index = 0;
    FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format);
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    return path && format && index >> 16 == 0 && !strstr((const char *)path, ".woff") &&
           (strcmp((const char *)format, "TrueType") == 0 ||
            strcmp((const char *)format, "CFF") == 0);
}

static FcFontSet *usable_faces(FcConfig *config)
{
    FcFontSet *usable = FcFontSetCreate();
    const FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; all && i < all->nfont; i++)
        if (is_usable(all->fonts[i])) {
            FcPatternReference(all->fonts[i]);
            FcFontSetAdd(usable, all->fonts[i]);
        }
    return usable;
}

static struct fontconfig *load(const char *path, const char *rules)
{
    FcConfig *config = FcConfigCreate();
    if (!read_text(config, rules) || !FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue) ||
        !FcConfigBuildFonts(config)) {
        FcConfigDestroy(config);
        return NULL;
    }
    struct fontconfig *set = g_new(struct fontconfig, 1);
    set->config = config;
    set->faces = usable_faces(config);
    set->files = g_hash_table_new_full(NULL, NULL, NULL, free_file);
    return set;
}

static void free_set(struct fontconfig *set)
{
    g_hash_table_unref(set->files);
    FcFontSetDestroy(set->faces);
    FcConfigDestroy(set->config);
    g_free(set);
}

static bool has_family(const struct fontconfig *set, const char *family)
{
    for (int i = 0; i < set->faces->nfont; i++) {
        FcChar8 *name;
        for (int n = 0;
             FcPatternGetString(set->faces->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; n++)
            if (g_ascii_strcasecmp((const char *)name, family) == 0)
                return true;
    }
    return false;
}

/* Of a face that has none, or one that is none, fontconfig makes one of the family's, as long as
 * that, and may part its last letter. Owned by the caller; NULL: there is none. */
static char *postscript_name(const FcPattern *pattern)
{
    FcChar8 *name = NULL;
    const char *end;
    if (FcPatternGetString(pattern, FC_POSTSCRIPT_NAME, 0, &name) != FcResultMatch || !*name)
        return NULL;
    g_utf8_validate_len((const char *)name, strnlen((const char *)name, NAME_LIMIT), &end);
    return g_strndup((const char *)name, (gsize)(end - (const char *)name));
}

static const struct font_file *file_of(struct fontconfig *set, FcPattern *pattern)
{
    struct font_file *file = g_hash_table_lookup(set->files, pattern);
    if (file)
        return file;
    FcChar8 *path = NULL;
    FcCharSet *letters = NULL;
    int index = 0, weight = FC_WEIGHT_REGULAR;
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetCharSet(pattern, FC_CHARSET, 0, &letters);
    file = g_new(struct font_file, 1);
    *file = (struct font_file){.path = g_strdup((const char *)path),
                               .name = postscript_name(pattern),
                               .index = (unsigned)index,
                               .bold = weight >= FC_WEIGHT_DEMIBOLD,
                               .letters = letters};
    g_hash_table_insert(set->files, pattern, file);
    return file;
}

static FcPattern *wish_for(struct fontconfig *set, const char *family, int weight, const char *lang)
{
    FcPattern *wish = FcPatternCreate();
    FcPatternAddDouble(wish, FC_WEIGHT, FcWeightFromOpenTypeDouble(weight));
    FcPatternAddBool(wish, FC_VARIABLE, FcDontCare);
    if (family)
        FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddString(wish, FC_LANG, (const FcChar8 *)lang);
    FcConfigSubstitute(set->config, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    return wish;
}

static GPtrArray *rank(struct fontconfig *set, const char *family, int weight, const char *lang)
{
    FcResult result;
    FcPattern *wish = wish_for(set, family, weight, lang);
    FcFontSet *sorted = FcFontSetSort(set->config, &set->faces, 1, wish, FcFalse, NULL, &result);
    GPtrArray *files = g_ptr_array_new();
    for (int i = 0; sorted && i < sorted->nfont; i++)
        g_ptr_array_add(files, (gpointer)file_of(set, sorted->fonts[i]));
    if (sorted)
        FcFontSetDestroy(sorted);
    FcPatternDestroy(wish);
    return files;
}

static bool has_letter(const struct font_file *file, gunichar letter)
{
    return FcCharSetHasChar(file->letters, letter);
}

static void add_all(GPtrArray *files, FcStrList *names)
{
    for (FcChar8 *name; (name = FcStrListNext(names));)
        g_ptr_array_add(files, g_strdup((const char *)name));
    FcStrListDone(names);
}

static GPtrArray *files_of(struct fontconfig *set)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    add_all(files, FcConfigGetConfigFiles(set->config));
    add_all(files, FcConfigGetFontDirs(set->config));
    for (int i = 0; i < set->faces->nfont; i++)
        g_ptr_array_add(files, g_strdup(file_of(set, set->faces->fonts[i])->path));
    return files;
}

G_MODULE_EXPORT const struct fontconfig_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .load = load,
    .free = free_set,
    .has_family = has_family,
    .rank = rank,
    .has_letter = has_letter,
    .files = files_of,
};
