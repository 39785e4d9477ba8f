/*
 * Front matter: the settings between '---' lines at the head of an article. Method: one table of
 * keys for reading, one of optional keys to warn about. Awkward: an article without front matter
 * may open with a thematic break, which looks the same; only a closing line makes it front matter,
 * unless what follows is plainly a key.
 */
#include "base/lang.h"
#include "base/paths.h"
#include "content/article_parts.h"
#include "content/date.h"
#include "content/yaml.h"

#include <stddef.h>
#include <string.h>

static const struct yaml_key front_keys[] = {
    {"title", YAML_WANT_TEXT, offsetof(struct article, title)},
    {"screen_title", YAML_WANT_TEXT, offsetof(struct article, screen_title)},
    {"lang", YAML_WANT_TEXT, offsetof(struct article, language)},
    {"summary", YAML_WANT_TEXT, offsetof(struct article, summary)},
    {"version", YAML_WANT_TEXT, offsetof(struct article, version)},
    {"reviewed", YAML_WANT_TEXT, offsetof(struct article, reviewed)},
    {"review_due", YAML_WANT_TEXT, offsetof(struct article, review_due)},
    {"producer", YAML_WANT_TEXT, offsetof(struct article, producer)},
    {"approved_by", YAML_WANT_TEXT, offsetof(struct article, approved_by)},
    {"sources", YAML_WANT_TEXTS, offsetof(struct article, sources)},
    {"approved_on", YAML_WANT_TEXT, offsetof(struct article, approved_on)},
    {"audience", YAML_WANT_TEXT, offsetof(struct article, audience)},
    {"purpose", YAML_WANT_TEXT, offsetof(struct article, purpose)},
    {"funding", YAML_WANT_TEXT, offsetof(struct article, funding)},
    {"feedback", YAML_WANT_TEXT, offsetof(struct article, feedback)},
    {"key_points", YAML_WANT_TEXTS, offsetof(struct article, key_points)},
    {"questions", YAML_WANT_TEXTS, offsetof(struct article, questions)},
    {"valid_from", YAML_WANT_TEXT, offsetof(struct article, schedule.valid_from)},
    {"valid_to", YAML_WANT_TEXT, offsetof(struct article, schedule.valid_to)},
    {"products", YAML_WANT_TEXTS, offsetof(struct article, selection.only)},
    {"not", YAML_WANT_TEXTS, offsetof(struct article, selection.without)},
    {"kind", YAML_WANT_TEXT, offsetof(struct article, kind_given)},
    {"lobby", YAML_WANT_TEXT, offsetof(struct article, lobby_given)},
    {"image", YAML_WANT_MAPPING, offsetof(struct article, picture_given)},
    {"translation", YAML_WANT_MAPPING, offsetof(struct article, translation_given)},
    {"critical", YAML_WANT_TEXT, offsetof(struct article, critical_given)},
    {"crisis", YAML_WANT_TEXT, offsetof(struct article, crisis_given)},
    {"art", YAML_WANT_TEXT, offsetof(struct article, art_given)},
    {"until", YAML_WANT_TEXT, offsetof(struct article, until)},
    {"days", YAML_WANT_TEXT, offsetof(struct article, schedule.days)},
    {"hours", YAML_WANT_TEXT, offsetof(struct article, schedule.hours)},
};

/* Past the line at `p`. */
static const char *next_line(const char *p)
{
    const char *end = strchr(p, '\n');
    return end ? end + 1 : p + strlen(p);
}

/* True when the line at `p` holds `mark` and blanks alone. */
static bool line_is(const char *p, const char *mark)
{
    size_t n = strlen(mark);
    if (strncmp(p, mark, n) != 0)
        return false;
    p += n + strspn(p + n, " \t");
    return *p == '\n' || *p == '\0';
}

/* True when the line at `p` starts with a known key: nobody opens an article with a rule and then
 * "title:". */
static bool line_has_key(const char *p)
{
    for (size_t i = 0; i < G_N_ELEMENTS(front_keys); i++) {
        size_t n = strlen(front_keys[i].name);
        if (strncmp(p, front_keys[i].name, n) == 0 && p[n] == ':')
            return true;
    }
    return false;
}

static bool opens_front(const char *text)
{
    return line_is(text, "---") && line_has_key(next_line(text));
}

/* The closing line of the front matter that opens `text`, or NULL when there is no front matter. */
static const char *find_end(const char *text, struct pos start, struct diag *diag)
{
    if (!line_is(text, "---"))
        return NULL;
    for (const char *p = next_line(text); *p; p = next_line(p))
        if (line_is(p, "---") || line_is(p, "..."))
            return p;
    if (opens_front(text))
        diag_report(diag, RULE_YAML_SYNTAX, start,
                    "the settings that start here have no end: put '---' on the line after them");
    return NULL;
}

static void settle_lang(struct article *article, struct pos start, struct diag *diag)
{
    const struct fact *given = &article->language;
    article->lang = given->value ? lang_canonical(given->value) : NULL;
    if (given->value && !article->lang)
        diag_report(diag, RULE_VALUE, given->pos,
                    "'%s' is no language: write its short code, as in 'en-US' or 'es'",
                    given->value);
    if (!given->value)
        diag_report(diag, RULE_FRONT_MATTER_MISSING, given->pos.line ? given->pos : start,
                    "'lang' is %s, so the article is taken for '" LANG_DEFAULT "'",
                    given->pos.line ? "empty" : "not given");
    if (!article->lang)
        article->lang = g_strdup(LANG_DEFAULT);
}

static void check_dates(const struct article *article, struct diag *diag)
{
    GDate reviewed, due, today;
    date_today(&today);
    date_check(&article->approved_on, "approved_on", diag);
    if (date_check(&article->reviewed, "reviewed", diag) &&
        date_first_day(&article->reviewed, &reviewed) && g_date_compare(&reviewed, &today) > 0)
        diag_report(diag, RULE_VALUE, article->reviewed.pos,
                    "'%s' is in the future: write the day of the last review",
                    article->reviewed.value);
    if (date_check(&article->review_due, "review_due", diag) &&
        date_read(&article->review_due, &due) && g_date_compare(&due, &today) < 0)
        diag_report(diag, RULE_REVIEW_DUE, article->review_due.pos,
                    "the review was due by '%s': have the article checked and set a new date",
                    article->review_due.value);
}

static void report_absent(const GPtrArray *keys, struct pos start, struct diag *diag)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < keys->len; i++)
        g_string_append_printf(list, "%s'%s'", i ? ", " : "", (const char *)keys->pdata[i]);
    if (keys->len > 0)
        diag_report(diag, RULE_FRONT_MATTER_MISSING, start, "%s %s not given, so %s left out",
                    list->str, keys->len == 1 ? "is" : "are",
                    keys->len == 1 ? "its line is" : "their lines are");
}

/* One warning for all keys that are not there, one for each that is empty: their lines are left out
 * of the products. */
static void report_missing(const struct article *article, struct pos start, struct diag *diag)
{
    const struct {
        const char *key;
        bool given;
        struct pos pos;
    } optional[] = {
        {"summary", article->summary.value, article->summary.pos},
        {"version", article->version.value, article->version.pos},
        {"reviewed", article->reviewed.value, article->reviewed.pos},
        {"review_due", article->review_due.value, article->review_due.pos},
        {"producer", article->producer.value, article->producer.pos},
        {"approved_by", article->approved_by.value, article->approved_by.pos},
        {"sources", article->sources.items->len > 0, article->sources.pos},
    };
    g_autoptr(GPtrArray) absent = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(optional); i++) {
        if (optional[i].given)
            continue;
        if (optional[i].pos.line == 0)
            g_ptr_array_add(absent, (gpointer)optional[i].key);
        else
            diag_report(diag, RULE_FRONT_MATTER_MISSING, optional[i].pos,
                        "'%s' is empty, so its line is left out", optional[i].key);
    }
    report_absent(absent, start, diag);
}

/* A value on the line of its key, in settings that are no YAML. */
static void rescue(struct fact *fact, const char *key, const char *path, const char *settings)
{
    struct pos pos = {.file = paths_number(path), .line = 2, .col = 1};
    for (const char *p = settings; *p; p = next_line(p), pos.line++) {
        size_t length = strlen(key);
        if (strncmp(p, key, length) != 0 || p[length] != ':')
            continue;
        const char *words = p + length + 1;
        g_autofree char *value = g_strstrip(g_strndup(words, strcspn(words, "\n")));
        size_t n = strlen(value);
        bool quoted = n > 1 && strchr("\"'", *value) && value[n - 1] == *value;
        *fact = (struct fact){.pos = pos};
        if (n > 0)
            fact->value = quoted ? g_strndup(value + 1, n - 2) : g_strdup(value);
        return;
    }
}

/* What cannot wait until they are mended needs. */
static void rescue_urgent(struct article *article, const char *settings)
{
    rescue(&article->title, "title", article->path, settings);
    rescue(&article->language, "lang", article->path, settings);
    rescue(&article->until, "until", article->path, settings);
}

const char *article_read_front(struct article *article, const char *text, struct diag *diag)
{
    struct pos start = {.file = paths_number(article->path), .line = 1};
    const char *end = find_end(text, start, diag);
    g_autofree char *settings = NULL;
    struct yaml *yaml = NULL;
    if (end) {
        const char *first = next_line(text);
        settings = g_strndup(first, (gsize)(end - first));
        yaml = yaml_parse(settings, article->path, 2, diag);
    }
    yaml_read(yaml, article->path, front_keys, G_N_ELEMENTS(front_keys), article, diag);
    article_read_picture(article, article->picture_given, diag);
    article->picture_given = NULL;
    translation_read(article->translation_given, article->path, true, &article->translation, diag);
    article->translation_given = NULL;
    if (end && !yaml && article->kind == ARTICLE_URGENT)
        rescue_urgent(article, settings);
    article->front_readable = end ? yaml != NULL : !opens_front(text);
    yaml_tree_free(yaml);
    settle_lang(article, start, diag);
    if (article->front_readable) {
        if (article->kind != ARTICLE_URGENT)
            report_missing(article, start, diag);
        check_dates(article, diag);
        schedule_read(&article->schedule, diag);
    }
    return end ? next_line(end) : text;
}
