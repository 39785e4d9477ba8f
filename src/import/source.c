/*
 * The lines of an input and the facts found in them: how they come to be, and who owns them.
 * Awkward: text that is copied from web pages and word processors holds characters that neither
 * Markdown nor YAML may hold; they have no words in them and become spaces on the way in.
 */
#include "import/source.h"

#include "base/intern.h"
#include "base/pattern.h"
#include "base/signs.h"
#include "content/labels.h"

#include <string.h>

/* Lists and quotations within each other: deeper ones are of no help to any reader. */
#define DEPTH_LIMIT 8

bool source_is_printable(gunichar c)
{
    return (c >= 0x20 && c <= 0x7e) ||
           (c >= 0xa0 && c <= 0xd7ff && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR) ||
           (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || c >= 0x10000;
}

/* The sign at `p`; between digits a hyphen, too, for one at which lines do not end. */
static gunichar sign_at(const char *text, const char *p)
{
    gunichar c = g_utf8_get_char(p);
    bool hyphen = (c == 0x2010 || c == 0x2011) && p > text && g_ascii_isdigit(p[-1]) &&
                  g_ascii_isdigit(*g_utf8_next_char(p));
    return hyphen ? '-' : c;
}

static char *collapse(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    bool space = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = sign_at(text, p);
        if (g_unichar_isspace(c) || !source_is_printable(c)) {
            space = true;
            continue;
        }
        if (space && out->len)
            g_string_append_c(out, ' ');
        space = false;
        g_string_append_unichar(out, c);
    }
    return g_strdup(out->str);
}

static char *collapse_cells(const char *text)
{
    g_auto(GStrv) cells = g_strsplit(text, "\t", -1);
    for (char **cell = cells; *cell; cell++) {
        char *narrow = collapse(*cell);
        g_free(*cell);
        *cell = narrow;
    }
    return g_strjoinv("\t", cells);
}

struct input_line *source_add(struct source *source, enum line_kind kind, int number,
                              const char *text)
{
    struct input_line *line = g_new0(struct input_line, 1);
    line->number = number;
    line->order = source->lines->len;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    line->text = kind == LINE_ROW ? collapse_cells(valid) : collapse(valid);
    line->kind = kind == LINE_RULE || line->text[strspn(line->text, "\t")] ? kind : LINE_BLANK;
    g_ptr_array_add(source->lines, line);
    return line;
}

static void line_free(gpointer data)
{
    struct input_line *line = data;
    g_free(line->text);
    g_free(line->marked);
    g_free(line);
}

static void change_free(gpointer data)
{
    struct change *change = data;
    g_free(change->text);
    g_free(change);
}

static void found_free(gpointer data)
{
    struct found *found = data;
    g_free(found->value);
    g_free(found->label);
    g_free(found);
}

GPtrArray *source_found_new(void)
{
    return g_ptr_array_new_with_free_func(found_free);
}

static void picture_free(gpointer data)
{
    struct import_picture *picture = data;
    g_free(picture->src);
    g_free(picture->alt);
    g_free(picture->name);
    g_clear_pointer(&picture->bytes, g_bytes_unref);
    g_free(picture);
}

struct found *source_found(struct source *source, enum found_key key, char *value,
                           struct input_line *line)
{
    struct found *found = g_new(struct found, 1);
    *found = (struct found){.key = key, .value = value, .line = line};
    g_ptr_array_add(source->found, found);
    line->is_fact = true;
    line->is_hours |= key == FOUND_HOURS && found->value;
    line->why = NULL;
    return found;
}

const char *source_value(const GPtrArray *found, enum found_key key)
{
    for (guint i = 0; i < found->len; i++) {
        const struct found *one = found->pdata[i];
        if (one->key == key && one->value)
            return one->value;
    }
    return NULL;
}

void source_changed(struct source *source, const struct input_line *line, const char *text,
                    const char *why)
{
    struct change *change = g_new(struct change, 1);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    *change = (struct change){.line = line, .text = collapse_cells(valid), .why = why};
    g_ptr_array_add(source->changes, change);
}

/* The input's line that a line of the draft is of; NULL: none is. */
static const struct input_line *line_at(const struct source *source, int draft)
{
    const struct input_line *last = NULL;
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->draft > 0 && line->draft <= draft)
            last = line;
    }
    return last;
}

void source_changed_at(struct source *source, int draft, const char *text, const char *why)
{
    const struct input_line *line = line_at(source, draft);
    if (line)
        source_changed(source, line, text, why);
}

bool source_is_changed_at(const struct source *source, int draft, const char *why)
{
    const struct input_line *line = line_at(source, draft);
    for (guint i = 0; i < source->changes->len; i++) {
        const struct change *change = source->changes->pdata[i];
        if (change->line == line && strcmp(change->why, why) == 0)
            return true;
    }
    return false;
}

struct holder *source_hold(struct source *source, enum holder_kind kind, struct holder *parent)
{
    unsigned depth = parent ? parent->depth + 1 : 1;
    if (depth > DEPTH_LIMIT)
        return parent;
    struct holder *holder = g_new0(struct holder, 1);
    *holder = (struct holder){.kind = kind, .parent = parent, .depth = depth};
    g_ptr_array_add(source->holders, holder);
    return holder;
}

bool source_next_link(const struct input_line *line, size_t *at, char **words, char **url)
{
    static struct pattern link = PATTERN("\\[([^\\]]*)\\]\\(([^)]*)\\)");
    struct range found[3];
    if (!line->marked || !pattern_find_groups(&link, line->marked, *at, found, G_N_ELEMENTS(found)))
        return false;
    *at = found[0].end;
    *words = g_strndup(line->marked + found[1].start, found[1].end - found[1].start);
    *url = g_strndup(line->marked + found[2].start, found[2].end - found[2].start);
    return true;
}

const char *source_note_of(const struct input_line *line)
{
    const struct holder *holder = line->holder;
    while (holder && holder->parent)
        holder = holder->parent;
    return holder && holder->kind == HOLDER_NOTE ? holder->label : NULL;
}

void source_init(struct source *source, const char *path)
{
    *source =
        (struct source){.path = intern(path),
                        .lines = g_ptr_array_new_with_free_func(line_free),
                        .boxes = g_array_new(FALSE, FALSE, sizeof(struct extent)),
                        .found = source_found_new(),
                        .places = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
                        .changes = g_ptr_array_new_with_free_func(change_free),
                        .holders = g_ptr_array_new_with_free_func(g_free),
                        .pictures = g_ptr_array_new_with_free_func(picture_free),
                        .front = g_string_new(NULL),
                        .strings = g_string_chunk_new(1024)};
}

void source_clear(struct source *source)
{
    labels_free(source->labels);
    g_array_unref(source->boxes);
    g_ptr_array_unref(source->found);
    g_ptr_array_unref(source->places);
    g_ptr_array_unref(source->changes);
    g_ptr_array_unref(source->lines);
    g_ptr_array_unref(source->holders);
    g_ptr_array_unref(source->pictures);
    g_string_free(source->front, TRUE);
    g_string_chunk_free(source->strings);
    g_free(source->lang);
}
