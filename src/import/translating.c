/*
 * Method: front matter line by line, so that nothing of it is lost or set in another way: what is
 * to be translated goes into comments, what says who checked the source stays there, all else is
 * kept. The body goes portion by portion, each under its record (content/portions.h).
 */
#include "import/translating.h"

#include "content/portions.h"

#include <string.h>

static const char *const translated_keys[] = {
    "title",   "screen_title", "summary",    "audience",  "purpose",
    "funding", "feedback",     "key_points", "questions", NULL};

/* What is true of the source alone. */
static const char *const own_keys[] = {"lang",       "translation", "version",     "reviewed",
                                       "review_due", "approved_by", "approved_on", NULL};

enum fate { FATE_KEPT, FATE_COMMENT, FATE_LEFT_OUT };

/* The key that a line of front matter starts; NULL: it goes on with the one before. Owned. */
static char *key_of(const char *line)
{
    size_t length = strcspn(line, ":");
    bool starts = g_ascii_isalpha(*line) && line[length] == ':';
    return starts ? g_strndup(line, length) : NULL;
}

static enum fate fate_of(const char *key)
{
    if (g_strv_contains(translated_keys, key))
        return FATE_COMMENT;
    return g_strv_contains(own_keys, key) ? FATE_LEFT_OUT : FATE_KEPT;
}

/* The empty place goes below the words, which may take several lines. */
static void end_key(GString *out, char **key, enum fate fate)
{
    if (*key && fate == FATE_COMMENT)
        g_string_append_printf(out, "%s:\n", *key);
    g_clear_pointer(key, g_free);
}

static void add_settings(GString *out, const char *settings)
{
    g_auto(GStrv) lines = g_strsplit(settings, "\n", -1);
    enum fate fate = FATE_KEPT;
    char *key = NULL;
    for (char **line = lines; *line; line++) {
        char *next = key_of(*line);
        if (next) {
            end_key(out, &key, fate);
            fate = fate_of(next);
            key = next;
        }
        if (**line && fate != FATE_LEFT_OUT)
            g_string_append_printf(out, "%s%s\n", fate == FATE_COMMENT ? "# source: " : "", *line);
    }
    end_key(out, &key, fate);
}

static void add_translation(GString *out, const struct article *source, const char *of)
{
    g_string_append(out, "translation:\n");
    if (of)
        g_string_append_printf(out, "  of: \"%s\"\n", of);
    g_string_append(out, "  by:\n  machine:\n  reviewed_by:\n  reviewed_on:\n");
    if (source->version.value) {
        g_autofree char *version = g_strescape(source->version.value, NULL);
        g_string_append_printf(out, "  source_version: \"%s\"\n", version);
    }
}

/* Between the lines "---" at the head of the file; "" where it has none. Owned. */
static char *settings_of(const struct article *source)
{
    size_t length = (size_t)(source->body - source->source);
    const char *first = strchr(source->source, '\n');
    if (length == 0 || !first)
        return g_strdup("");
    char *settings = g_strndup(first + 1, length - (size_t)(first + 1 - source->source));
    char *end = g_strrstr(settings, "\n---");
    if (!end)
        end = g_strrstr(settings, "\n...");
    if (end)
        end[1] = '\0';
    return settings;
}

static void add_front(GString *out, const struct article *source, const char *lang, const char *of)
{
    g_autofree char *settings = settings_of(source);
    bool titled = g_str_has_prefix(settings, "title:") || strstr(settings, "\ntitle:");
    g_string_append(out, "---\n");
    if (!titled)
        g_string_append_printf(out, "# source: %s\ntitle:\n",
                               source->title.value ? source->title.value : "");
    add_settings(out, settings);
    g_string_append_printf(out, "lang: %s\n", lang);
    add_translation(out, source, of);
    g_string_append(out, "---\n");
}

static void add_portion(GString *out, const struct portion *portion)
{
    GString *words = g_string_new(portion->text);
    g_string_replace(words, "-->", "-- >", 0);
    g_string_append_printf(out, "\n" RECORD_START "%s\n%s\n" RECORD_END "\n\n", portion->number,
                           words->str);
    g_string_free(words, TRUE);
}

char *translating_draft(const struct article *source, const char *lang, const char *of)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GPtrArray) portions = portions_of(source);
    add_front(out, source, lang, of);
    for (guint i = 0; i < portions->len; i++)
        if (((const struct portion *)portions->pdata[i])->node)
            add_portion(out, portions->pdata[i]);
    return g_string_free(out, FALSE);
}
