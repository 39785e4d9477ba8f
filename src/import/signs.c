/*
 * Words that look like the syntax of other programs: a page that says "{{x}}" shows that. Our
 * editor's eye (examine/foreign.h) would take it for a mistake, so such signs get a backslash,
 * which says that they are meant. Fields that nobody filled in and filler are meant by nobody: they
 * are listed.
 */
#include "content/body.h"
#include "examine/foreign.h"
#include "examine/placeholder.h"
#include "import/parts.h"

#include <string.h>

#define WHY_FIELD  "a field that nobody filled in: write what belongs there"
#define WHY_FILLER "filler, not a fact: write the real fact, or take it out"

/* Signs that our Markdown leaves alone; others that are words have a backslash already. */
#define PLAIN_SIGNS "{}$%@=+:!?^#|"
/* Signs of Markdown and of templates, which a title would show. */
#define TITLE_SIGNS "{}<>[]*~$%@"

static bool is_within(const GArray *finds, gsize at)
{
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        if (at >= find->start && at < find->start + find->length)
            return true;
    }
    return false;
}

/* How long the tag is that begins there, all of which was written by import; 0: none does. */
static gsize tag_length(const char *text)
{
    const char *name = text + 1 + (text[1] == '/');
    const char *end = *text == '<' && g_ascii_isalpha(*name) ? strchr(name, '>') : NULL;
    return end ? (gsize)(end + 1 - text) : 0;
}

static void append_line(GString *out, const char *line, const char *above, const char *below)
{
    g_autoptr(GArray) finds = foreign_in_line(line, above, below);
    for (gsize i = 0, tag; line[i]; i += MAX(tag, 1)) {
        tag = tag_length(line + i);
        if (tag > 0) {
            g_string_append_len(out, line + i, (gssize)tag);
            continue;
        }
        if (line[i] == '\\' && g_ascii_ispunct(line[i + 1]))
            g_string_append_c(out, line[i++]); /* it is meant already */
        else if (strchr(PLAIN_SIGNS, line[i]) && is_within(finds, i))
            g_string_append_c(out, '\\');
        g_string_append_c(out, line[i]);
    }
}

char *import_mean_signs(const char *text)
{
    struct body body;
    body_init(&body, 0, text, 1);
    GString *out = g_string_new(NULL);
    for (int i = 1; i <= (int)body.lines->len; i++) {
        struct body_line line = body_line(&body, i);
        g_autofree char *words = body_line_text(&body, i);
        g_autofree char *above = body_line_text(&body, i - 1);
        g_autofree char *below = body_line_text(&body, i + 1);
        g_string_append(out, i > 1 ? "\n" : "");
        if (line.code || line.comment)
            g_string_append(out, words);
        else
            append_line(out, words, above, below);
    }
    body_clear(&body);
    return g_string_free(out, FALSE);
}

/* Blanks take the place of a title's signs within the range. */
static void blank_signs(char *title, gsize start, gsize length)
{
    for (gsize i = start; i < start + length; i++)
        if (strchr(TITLE_SIGNS, title[i]))
            title[i] = ' ';
}

char *import_plain_title(const char *title)
{
    g_autofree char *text = import_without_pictures(title);
    g_autoptr(GArray) finds = foreign_in_value(text, false);
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        blank_signs(text, find->start, find->length);
    }
    struct range found;
    while (foreign_find_markup(text, &found))
        blank_signs(text, found.start, found.end - found.start);
    GString *out = g_string_new(NULL);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(out, "%s%s", out->len ? " " : "", *word);
    return g_string_free(out, FALSE);
}

static void list_gaps(struct source *source, const struct input_line *line)
{
    g_autoptr(GArray) finds = foreign_in_line(line->text, "", "");
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        g_autofree char *words = g_strndup(line->text + find->start, find->length);
        if (find->unfilled)
            source_changed(source, line, words, WHY_FIELD);
    }
    if (line->kind != LINE_PRE && import_has_pictures(line->text))
        source_changed(source, line, line->text, WHY_PICTURES);
    gsize length;
    const char *filler = placeholder_find(line->text, &length);
    if (filler)
        source_changed(source, line, line->text, WHY_FILLER);
}

/* True when nothing is left of the line without its pictures in colour. */
static bool is_picture_alone(const struct input_line *line)
{
    bool words = line->kind == LINE_TEXT || line->kind == LINE_HEADING;
    if (!words || !import_has_pictures(line->text))
        return false;
    g_autofree char *plain = import_without_pictures(line->text);
    return plain[strspn(plain, " ")] == '\0';
}

void import_list_gaps(struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK || line->why || line->is_fact)
            continue;
        if (is_picture_alone(line))
            line->why = "a picture in colour: say in words what it means";
        else
            list_gaps(source, line);
    }
}
