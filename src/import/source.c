/*
 * The lines of an input and the facts found in them: how they come to be, and who owns them.
 * Awkward: text that is copied from web pages and word processors holds characters that neither
 * Markdown nor YAML may hold; they have no words in them and become spaces on the way in.
 */
#include "import/source.h"

#include "base/signs.h"

#include <string.h>

/* What YAML 1.1 takes as printable and does not take as a line end. */
static bool is_printable(gunichar c)
{
    return (c >= 0x20 && c <= 0x7e) ||
           (c >= 0xa0 && c <= 0xd7ff && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR) ||
           (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || c >= 0x10000;
}

static char *collapse(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    bool space = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || !is_printable(c)) {
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
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    line->text = kind == LINE_ROW ? collapse_cells(valid) : collapse(valid);
    line->kind = line->text[strspn(line->text, "\t")] ? kind : LINE_BLANK;
    g_ptr_array_add(source->lines, line);
    return line;
}

static void line_free(gpointer data)
{
    struct input_line *line = data;
    g_free(line->text);
    g_free(line);
}

static void found_free(gpointer data)
{
    struct found *found = data;
    g_free(found->value);
    g_free(found);
}

void source_found(struct source *source, enum found_key key, char *value, struct input_line *line)
{
    struct found *found = g_new(struct found, 1);
    *found = (struct found){.key = key, .value = value, .line = line};
    g_ptr_array_add(source->found, found);
    line->is_fact = true;
    line->why = NULL;
}

void source_init(struct source *source, const char *path)
{
    *source = (struct source){.path = g_intern_string(path),
                              .lines = g_ptr_array_new_with_free_func(line_free),
                              .found = g_ptr_array_new_with_free_func(found_free)};
}

void source_clear(struct source *source)
{
    g_ptr_array_unref(source->found);
    g_ptr_array_unref(source->lines);
    g_free(source->lang);
}
