/*
 * Reads the font set. Awkward: fontconfig has no way to read a part of a set but more rules beside
 * those of the file: what they accept is taken, whatever else they reject.
 */
#include "layout/font_set.h"

#include "base/xml.h"
#include "layout/font.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

struct font_set {
    FcConfig *config;
};

struct coverage {
    FcCharSet *letters;
    bool ascii; /* all of it that can be printed is there: most letters are */
};

/* The families beside the first choice that are in every handout: fields take Greek names, too
 * (layout/typing.h), and fonts.conf has these two for what a first choice lacks. */
static const char *const always[] = {"Andika", "Noto Sans", FONTS_CODE_FAMILY};

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

static bool read_first_only(FcConfig *config, const char *first)
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
    g_autofree char *text = xml_finish(rules);
    return FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text, FcTrue);
}

/* Widths are those of the outlines: nothing is fitted to pixels. */
static const char unhinted[] = "<fontconfig><match><edit name='hinting'><bool>false</bool></edit>"
                               "</match></fontconfig>";

/* What takes the first choice only stands before the file: a face that it rejects is not compared
 * with each name that the file rejects. */
static FcConfig *read_config(const char *path, const char *first)
{
    FcConfig *config = FcConfigCreate();
    if ((!first || read_first_only(config, first)) &&
        FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue) &&
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)unhinted, FcTrue) &&
        FcConfigBuildFonts(config))
        return config;
    FcConfigDestroy(config);
    return NULL;
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
    FcConfig *config = read_config(absolute, first);
    if (!config) {
        report(path, "fontconfig cannot read this font set", diag);
        return NULL;
    }
    struct font_set *set = g_new0(struct font_set, 1);
    set->config = config;
    /* Pango asks fontconfig for its default set in a thread; without this it would read the
     * system's setting for nothing. */
    FcConfigSetCurrent(config);
    return set;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    FcConfigDestroy(set->config);
    g_free(set);
}

PangoFontMap *font_set_new_map(const struct font_set *set)
{
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), set->config);
    return map;
}

bool font_set_has_family(const struct font_set *set, const char *family)
{
    const FcFontSet *fonts = FcConfigGetFonts(set->config, FcSetSystem);
    for (int i = 0; fonts && i < fonts->nfont; i++) {
        FcChar8 *name;
        for (int n = 0; FcPatternGetString(fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
             n++)
            if (g_ascii_strcasecmp((const char *)name, family) == 0)
                return true;
    }
    return false;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_folder(const char *path, GPtrArray *files)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        g_ptr_array_add(files, g_build_filename(path, name, NULL));
}

static void list_faces(const FcFontSet *faces, GPtrArray *files)
{
    FcChar8 *path;
    for (int i = 0; faces && i < faces->nfont; i++)
        if (FcPatternGetString(faces->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            g_ptr_array_add(files, g_strdup((const char *)path));
}

GPtrArray *font_set_files(const struct font_set *set, const char *dropped)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    FcStrList *folders = FcConfigGetFontDirs(set->config);
    for (FcChar8 *folder; (folder = FcStrListNext(folders));)
        g_ptr_array_add(files, g_strdup((const char *)folder));
    FcStrListDone(folders);
    list_folder(dropped, files);
    list_faces(FcConfigGetFonts(set->config, FcSetSystem), files);
    g_ptr_array_sort(files, compare_names);
    return files;
}

/* Pango takes these from any face: they show nothing. */
static bool is_unseen(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static const FcCharSet *letters_of(PangoFont *font)
{
    FcCharSet *letters = NULL;
    FcPatternGetCharSet(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_CHARSET, 0, &letters);
    return letters;
}

struct coverage *coverage_new(PangoFont *one, PangoFont *other)
{
    struct coverage *coverage = g_new(struct coverage, 1);
    *coverage = (struct coverage){FcCharSetIntersect(letters_of(one), letters_of(other)), true};
    for (FcChar32 c = ' '; c <= '~'; c++)
        coverage->ascii = coverage->ascii && FcCharSetHasChar(coverage->letters, c);
    return coverage;
}

void coverage_free(struct coverage *coverage)
{
    if (!coverage)
        return;
    FcCharSetDestroy(coverage->letters);
    g_free(coverage);
}

bool coverage_has(const struct coverage *coverage, const char *text)
{
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        bool known = (guchar)*c < 0x80 && coverage->ascii;
        if (!known && !FcCharSetHasChar(coverage->letters, g_utf8_get_char(c)) &&
            !is_unseen(g_utf8_get_char(c)))
            return false;
    }
    return true;
}
