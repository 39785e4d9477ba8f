/*
 * HTML within Markdown, where an article can carry out some of it only. Awkward: which, is known to
 * the reader of articles alone; so that reads the draft, and what it refuses becomes words.
 */
#include "import/dialect.h"

#include "base/pattern.h"
#include "base/xml.h"
#include "content/article.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define WHY_HTML "HTML that an article cannot carry out: say the same in Markdown"

/* Each time, the reader refuses one of a kind in a paragraph. */
#define ROUNDS      32
#define FRONT       "---\ntitle: Draft\n---\n"
#define FRONT_LINES 3

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

/* Where that character of the line stands, both from 1; NULL: there is none. */
static const char *place_of(const char *body, int line, int column)
{
    for (; body && line > 1; line--) {
        body = strchr(body, '\n');
        body += body != NULL;
    }
    for (; body && *body && column > 1; column--)
        body = g_utf8_next_char(body);
    return body;
}

/* What the reader of articles finds in the body, which it is given in memory; NULL: it cannot be
 * asked. */
static struct diag *examine(const char *body)
{
    g_autofree char *text = g_strconcat(FRONT, body, NULL);
    struct diag *diag = NULL;
    size_t size = strlen(text);
    int file = memfd_create("draft", MFD_CLOEXEC);
    if (file >= 0 && write(file, text, size) == (ssize_t)size) {
        g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);
        diag = diag_new(false);
        article_free(article_load(path, diag));
    }
    if (file >= 0)
        close(file);
    return diag;
}

/* The signs between both become words; false: there is none. Within HTML a backslash is one itself,
 * so they are written as HTML has them. */
static bool write_as_words(GString *body, gsize from, gsize to)
{
    bool any = false;
    g_autoptr(GString) sign = g_string_new(NULL);
    xml_escape(sign, "<");
    for (gsize i = to; i > from; i--)
        if (body->str[i - 1] == '<') {
            g_string_erase(body, (gssize)i - 1, 1);
            g_string_insert(body, (gssize)i - 1, sign->str);
            any = true;
        }
    return any;
}

/* A tag becomes words, or, when words are refused for the tags about them, its whole line. */
static bool refuse(struct source *source, GString *body, const char *at, int line)
{
    const struct input_line *from = line_at(source, line);
    const char *start = at && *at == '<' ? at : place_of(body->str, line, 1);
    if (!start || !from)
        return false;
    size_t rest = strcspn(start, "\n"), length = start == at ? strcspn(at, ">\n") : rest;
    g_autofree char *words = g_strndup(start, length + (start[length] == '>'));
    gsize place = (gsize)(start - body->str);
    if (!write_as_words(body, place, place + MAX(length, 1)))
        return false;
    source_changed(source, from, words, WHY_HTML);
    return true;
}

/* From the last on, so that the places of the others stay. True: there was something. */
static bool refuse_all(struct source *source, GString *body)
{
    struct diag *diag = examine(body->str);
    g_autoptr(GPtrArray) findings = diag ? diag_findings(diag) : g_ptr_array_new();
    bool any = false;
    for (guint i = findings->len; i > 0; i--) {
        const struct finding *finding = findings->pdata[i - 1];
        int line = finding->pos.line - FRONT_LINES;
        if (finding->rule == RULE_RAW_HTML && line > 0)
            any |= refuse(source, body, place_of(body->str, line, finding->pos.col), line);
    }
    diag_free(diag);
    return any;
}

char *dialect_refuse_html(struct source *source, const char *body)
{
    static struct pattern tag = PATTERN("<[/A-Za-z]");
    struct range found;
    GString *out = g_string_new(body);
    bool any = pattern_find(&tag, body, 0, &found);
    for (int round = 0; any && round < ROUNDS; round++)
        any = refuse_all(source, out);
    return g_string_free(out, FALSE);
}
