/*
 * Front matter line by line, so that nothing of it is lost or set in another way. Of a draft the
 * lines are the source's: what is to be translated goes into the record of its key, what says who
 * checked the source stays there, all else is kept. Of a translation that is there they are its
 * own. Awkward: the alternative text of the picture is one line of a mapping, so its record stands
 * above the whole, which is written anew where that line is.
 */
#include "import/translating_parts.h"

#include "base/pattern.h"
#include "content/yaml.h"
#include "import/parts.h"

#include <string.h>

/* What is true of the source alone. */
static const char *const own_keys[] = {"lang",       "translation", "version",     "reviewed",
                                       "review_due", "approved_by", "approved_on", NULL};

struct writing_front {
    struct writing *w;
    GPtrArray *source, *translated; /* of struct front_portion *; `translated`: NULL: not yet */
    GHashTable *written;            /* set of those of the source that stand there */
};

/* The key that a line of front matter starts; NULL: it goes on with the one before. Owned. */
static char *key_of(const char *line)
{
    size_t length = strcspn(line, ":");
    bool starts = g_ascii_isalpha(*line) && line[length] == ':';
    return starts ? g_strndup(line, length) : NULL;
}

static bool is_record(const char *line)
{
    return g_str_has_prefix(line, RECORD_OF_KEY) || g_str_has_prefix(line, RECORD_OF_KEY_NOW) ||
           g_str_has_prefix(line, RECORD_OF_KEY_BEFORE);
}

static void add_marked(GString *out, const char *mark, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            g_string_append_printf(out, "%s%s\n", mark, *line);
}

/* The lines that give the key, as they are written; "": none do. Owned. */
static char *lines_of_key(const char *settings, const char *wanted)
{
    g_auto(GStrv) lines = g_strsplit(settings, "\n", -1);
    GString *found = g_string_new(NULL);
    bool inside = false;
    for (char **line = lines; *line; line++) {
        g_autofree char *key = key_of(*line);
        if (key)
            inside = g_str_equal(key, wanted);
        if (inside && **line && **line != '#')
            g_string_append_printf(found, "%s\n", *line);
    }
    return g_string_free(found, FALSE);
}

static const struct yaml *child_of(const struct yaml *mapping, const char *key)
{
    for (guint i = 0; mapping && i < mapping->children->len; i++) {
        const struct yaml *child = mapping->children->pdata[i];
        if (g_str_equal(child->key, key))
            return child;
    }
    return NULL;
}

/* The mapping of the key in these lines, with another value of one of its keys; "": it cannot be
 * read. Owned. */
static char *mapping_with(const char *lines, const char *key, const char *inner, const char *value)
{
    GString *out = g_string_new(NULL);
    struct diag *passed_over = diag_new(false);
    struct yaml *settings = yaml_parse(lines, "", 2, passed_over);
    const struct yaml *mapping = child_of(settings, key);
    g_string_append_printf(out, "%s:\n", key);
    for (guint i = 0; mapping && i < mapping->children->len; i++) {
        const struct yaml *child = mapping->children->pdata[i];
        g_autofree char *quoted = child->text && *child->text ? import_quote(child->text) : NULL;
        bool wanted = g_str_equal(child->key, inner);
        g_string_append_printf(out, "  %s:%s%s\n", child->key, wanted ? "" : " ",
                               wanted   ? value
                               : quoted ? quoted
                                        : "");
    }
    yaml_tree_free(settings);
    diag_free(passed_over);
    return g_string_free(out, FALSE);
}

/* The lines of a value: " "..."" behind its key, or "" for an empty place. Owned. */
static char *lines_with(const struct front_portion *portion, const char *settings,
                        const char *values)
{
    const char *dot = strchr(portion->key, '.');
    if (!dot)
        return g_strdup_printf("%s:%s\n", portion->key, values);
    g_autofree char *key = g_strndup(portion->key, (gsize)(dot - portion->key));
    g_autofree char *given = lines_of_key(settings, key);
    return mapping_with(given, key, dot + 1, values);
}

/* What is taken back for all values of a key, as they stand behind it; NULL: one of them is not.
 * Owned. */
static char *taken_values(const struct writing *w, const struct front_portion *portion)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < portion->values->len; i++) {
        const struct fact *fact = portion->values->pdata[i];
        g_autofree char *context = translating_context_of_value(portion, i);
        const char *text = translating_taken(w->t, context, fact->value, fact->pos);
        if (!text)
            return NULL;
        g_autofree char *quoted = import_quote(text);
        g_string_append_printf(out, "%s%s", portion->list ? "\n  - " : " ", quoted);
    }
    return g_strdup(out->str);
}

static void add_key_record(struct writing *w, const struct front_portion *portion, const char *from,
                           const char *made_of)
{
    g_autofree char *settings = front_settings(w->t->source);
    g_autofree char *given = lines_of_key(settings, portion->key);
    const struct fact *first = portion->values->pdata[0];
    g_autofree char *words =
        *given ? g_strdup(given) : g_strdup_printf("%s: %s", portion->key, first->value);
    bool stale = translating_is_stale(from, portion->number);
    g_string_append_printf(w->out, RECORD_OF_KEY "%s%s%s\n", stale ? from : portion->number,
                           stale ? RECORD_CHANGE : "", stale ? portion->number : "");
    add_marked(w->out, RECORD_OF_KEY_NOW, words);
    if (stale && made_of)
        add_marked(w->out, RECORD_OF_KEY_BEFORE, made_of);
}

/* A key that is translated, with its record, where the source has it. `own`: as the translation has
 * it; NULL: not at all. `lines`: how that is written. */
static void add_key(const struct writing_front *f, const struct front_portion *source,
                    const struct front_portion *own, const char *lines)
{
    struct writing *w = f->w;
    g_autofree char *settings = front_settings(w->t->source);
    g_autofree char *back = source->number ? taken_values(w, source) : NULL;
    bool there = own && own->number;
    g_hash_table_add(f->written, (gpointer)source);
    if (back) {
        g_autofree char *written = lines_with(source, settings, back);
        w->counts.taken++;
        add_key_record(w, source, NULL, NULL);
        g_string_append(w->out, written);
        return;
    }
    if (source->number) {
        translating_count(w, there, own ? own->from : NULL, source->number);
        add_key_record(w, source, there ? own->from : NULL, there ? own->made_of : NULL);
    }
    g_autofree char *empty = lines_with(source, settings, "");
    g_string_append(w->out, lines && (there || !source->number) ? lines : empty);
}

/* Its index among those that are translated; -1: it is not. */
static int index_of_key(const struct writing_front *f, const char *key)
{
    for (guint i = 0; i < f->source->len; i++) {
        const struct front_portion *portion = f->source->pdata[i];
        size_t length = strcspn(portion->key, ".");
        if (strlen(key) == length && strncmp(portion->key, key, length) == 0)
            return (int)i;
    }
    return -1;
}

static void add_key_at(const struct writing_front *f, int i, const char *lines)
{
    add_key(f, f->source->pdata[i], f->translated ? f->translated->pdata[i] : NULL, lines);
}

static void add_settings(const struct writing_front *f, const char *settings)
{
    g_auto(GStrv) lines = g_strsplit(settings, "\n", -1);
    bool passed_over = false, draft = !f->translated;
    for (char **line = lines; *line; line++) {
        g_autofree char *key = key_of(*line);
        int i = key ? index_of_key(f, key) : -1;
        if (key)
            passed_over = i >= 0 || (draft && g_strv_contains(own_keys, key));
        if (i >= 0) {
            g_autofree char *own = lines_of_key(settings, key);
            add_key_at(f, i, own);
        } else if (**line && !is_record(*line) && (!passed_over || (**line == '#' && !draft))) {
            g_string_append_printf(f->w->out, "%s\n", *line);
        }
    }
}

static void add_translation(GString *out, const struct translating *t)
{
    g_string_append(out, "translation:\n");
    g_autofree char *of = t->of ? import_quote(t->of) : NULL;
    if (of)
        g_string_append_printf(out, "  of: %s\n", of);
    g_string_append(out, "  by:\n  machine:\n  reviewed_by:\n  reviewed_on:\n");
    if (t->source->version.value) {
        g_autofree char *version = import_quote(t->source->version.value);
        g_string_append_printf(out, "  source_version: %s\n", version);
    }
}

static void add_missing_keys(const struct writing_front *f)
{
    for (guint i = 0; i < f->source->len; i++) {
        const struct front_portion *portion = f->source->pdata[i];
        if (portion->number && !g_hash_table_contains(f->written, portion))
            add_key_at(f, (int)i, NULL);
    }
}

static void add_title_first(const struct writing_front *f, const char *settings)
{
    g_autofree char *given = lines_of_key(settings, "title");
    if (!*given)
        add_key_at(f, index_of_key(f, "title"), NULL);
}

void translating_add_front(struct writing *w)
{
    const struct translating *t = w->t;
    g_autofree char *settings = front_settings(t->translated ? t->translated : t->source);
    g_autoptr(GHashTable) written = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) source = front_portions_of(t->source);
    g_autoptr(GPtrArray) translated = t->translated ? front_portions_of(t->translated) : NULL;
    const struct writing_front f = {w, source, translated, written};
    g_string_append(w->out, "---\n");
    add_title_first(&f, settings);
    add_settings(&f, settings);
    add_missing_keys(&f);
    if (!t->translated) {
        g_string_append_printf(w->out, "lang: %s\n", t->lang);
        add_translation(w->out, t);
    }
    g_string_append(w->out, "---\n");
}

void translating_renew_version(const struct translating *t, GString *front)
{
    static struct pattern version = PATTERN("(?m)^([ \t]+source_version:)[^\n]*$");
    struct range found;
    if (!t->source->version.value || !pattern_find(&version, front->str, 0, &found))
        return;
    g_autofree char *quoted = import_quote(t->source->version.value);
    size_t key = found.start + strcspn(front->str + found.start, ":") + 1;
    g_string_erase(front, (gssize)key, (gssize)(found.end - key));
    g_string_insert(front, (gssize)key, quoted);
    g_string_insert_c(front, (gssize)key, ' ');
}
