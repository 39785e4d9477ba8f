/*
 * What a converter may have lost, listed at the lines that it is in: by the words of its paragraph.
 * Awkward: blanks are set anew on the way, and raised figures become signs of their own (10⁹).
 */
#include "import/parts.h"

#include <string.h>

void import_free_doubt(gpointer data)
{
    struct doubt *doubt = data;
    g_free(doubt->words);
    g_free(doubt->behind);
    g_free(doubt);
}

struct doubt *import_new_doubt(const char *why, const char *words, const char *behind)
{
    struct doubt *doubt = g_new(struct doubt, 1);
    *doubt = (struct doubt){why, g_strdup(words), g_strdup(behind)};
    return doubt;
}

/* The words in one form: without blanks but those between cells, figures on the line; owned by the
 * caller. */
static char *plain_form(const char *words)
{
    g_autofree char *flat = g_utf8_normalize(words, -1, G_NORMALIZE_NFKC);
    GString *form = g_string_new(NULL);
    for (const char *p = flat ? flat : words; *p; p = g_utf8_next_char(p))
        if (*p == '\t' || !g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(form, g_utf8_get_char(p));
    return g_string_free(form, FALSE);
}

/* The lines in that form, of char *, owned; NULL for those that are none of the text. */
static GPtrArray *plain_lines(const struct source *source)
{
    GPtrArray *forms = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool text = line->kind != LINE_BLANK && !line->why;
        g_ptr_array_add(forms, text ? plain_form(line->text) : NULL);
    }
    return forms;
}

/* True when one of the line's cells begins with the words, and ends with those behind. */
static bool has_around(const char *form, const char *words, const char *behind)
{
    g_auto(GStrv) cells = g_strsplit(form, "\t", -1);
    for (char **cell = cells; *cell; cell++)
        if (strlen(*cell) >= strlen(words) + strlen(behind) && g_str_has_prefix(*cell, words) &&
            g_str_has_suffix(*cell, behind))
            return true;
    return false;
}

/* Lists the loss where its paragraph is. False: nowhere. */
static bool note_place(struct source *source, const GPtrArray *forms, const struct doubt *doubt)
{
    g_autofree char *words = plain_form(doubt->words);
    g_autofree char *behind = doubt->behind ? plain_form(doubt->behind) : NULL;
    for (guint i = 0; i < forms->len; i++) {
        const char *form = forms->pdata[i];
        if (!form || !(behind ? has_around(form, words, behind) : strstr(form, words) != NULL))
            continue;
        const struct input_line *line = source->lines->pdata[i];
        source_changed(source, line, behind ? line->text : doubt->words, doubt->why);
        return true;
    }
    return false;
}

void import_note_places(struct source *source, const GPtrArray *doubts, GPtrArray *nowhere)
{
    g_autoptr(GPtrArray) forms = plain_lines(source);
    for (guint i = 0; i < doubts->len; i++) {
        const struct doubt *doubt = doubts->pdata[i];
        bool placed = doubt->words && note_place(source, forms, doubt);
        if (!placed && !g_ptr_array_find(nowhere, doubt->why, NULL))
            g_ptr_array_add(nowhere, (gpointer)doubt->why);
    }
}
