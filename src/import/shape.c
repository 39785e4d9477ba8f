/*
 * The article as a text: front matter, a comment that says where it comes from and what to look at,
 * and its body. Awkward: the list of what changed names lines of the article, which the comment
 * itself moves down.
 */
#include "import/parts.h"

#include "base/lang.h"

#include <string.h>

/* A comment must not be ended by the words that it quotes. [bytes of them] */
#define QUOTED 160

#define WHY_SIGNS "a title without signs that none can have: check it"
#define WHY_FILE  "no title was found: this one is the name of the file"

/* The input's name as words; owned by the caller. */
static char *name_as_title(const struct source *source)
{
    g_autofree char *base = g_path_get_basename(source->path);
    g_autofree char *name = g_filename_display_name(base);
    char *dot = strrchr(name, '.');
    if (dot && dot > name)
        *dot = '\0';
    return import_plain_title(g_strdelimit(name, "-_", ' '));
}

/* The first line of the article, which stands for all of it; NULL: it has none. */
static const struct input_line *first_line(const struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK && !line->why && !line->is_fact)
            return line;
    }
    return NULL;
}

/* `title`: as the input has it, or NULL. Owned by the caller. */
static char *settle_title(struct source *source, const char *title)
{
    const struct input_line *line = first_line(source);
    g_autofree char *shown = title ? import_plain_title(title) : NULL;
    bool words = shown && *shown; /* a picture alone is none */
    char *plain = words ? g_steal_pointer(&shown) : name_as_title(source);
    if (line && (!title || strcmp(plain, title) != 0))
        source_changed(source, line, title ? title : plain, title ? WHY_SIGNS : WHY_FILE);
    return plain;
}

static void write_front(GString *out, const struct source *source, const char *title)
{
    g_autofree char *quoted = import_quote(title);
    g_string_append_printf(out, "---\ntitle: %s\nlang: %s\n%s---\n", quoted,
                           source->lang ? source->lang : LANG_DEFAULT, source->front->str);
}

/* Words within a comment, on one line; owned by the caller. */
static char *quote_in_comment(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p && out->len < QUOTED; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '>')
            g_string_append(out, "›");
        else if (c == '<')
            g_string_append(out, "‹");
        else
            g_string_append_unichar(out, c == '\n' || c == '\t' ? ' ' : c);
    }
    g_string_replace(out, "--", "- -", 0);
    return g_string_free(out, FALSE);
}

/* What a person has to look at in the draft. */
static void write_comment(GString *out, const struct source *source)
{
    g_autofree char *base = g_path_get_basename(source->path);
    g_autofree char *name = g_filename_display_name(base);
    g_autofree char *quoted = quote_in_comment(name);
    g_string_append_printf(out, "\n<!-- Imported from %s: read it over against that.\n", quoted);
    for (guint i = 0; i < source->changes->len; i++) {
        const struct change *change = source->changes->pdata[i];
        g_autofree char *words = quote_in_comment(change->text);
        g_string_append_printf(out, "Look at '%s': %s.\n", words, change->why);
    }
    g_string_append(out, "Take this comment out then. -->\n");
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

/* Lines know their places in the body: now in the article. */
static void move_down(const struct source *source, int lines)
{
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        line->draft += line->draft ? lines : 0;
    }
}

/* A change in what is not in the article after all is none. */
static void drop_idle_changes(struct source *source)
{
    for (guint i = source->changes->len; i > 0; i--) {
        const struct change *change = source->changes->pdata[i - 1];
        if (change->line->why || change->line->is_fact)
            g_ptr_array_remove_index(source->changes, i - 1);
    }
}

char *import_assemble(struct source *source, const char *title, const char *body)
{
    g_autofree char *settled = settle_title(source, title);
    g_autofree char *meant = import_mean_signs(body);
    g_autofree char *mended = import_mend(source, meant);
    drop_idle_changes(source);
    GString *out = g_string_new(NULL);
    write_front(out, source, settled);
    write_comment(out, source);
    move_down(source, count_lines(out->str));
    g_string_append(out, mended);
    return g_string_free(out, FALSE);
}

char *import_shape(struct source *source, char **out_title)
{
    g_autoptr(GPtrArray) chunks = import_make_chunks(source);
    if (!source->structured)
        import_guess_headings(source, chunks);
    if (chunks->len == 0)
        return NULL;
    *out_title = import_take_title(source, chunks);
    import_settle_levels(source, chunks);
    g_autofree char *body = import_write_body(chunks);
    return import_assemble(source, *out_title, body);
}
