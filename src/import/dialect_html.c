/*
 * HTML within Markdown, where an article can carry out some of it only. Awkward: which, is known to
 * the reader of articles alone; so that reads the draft, and what it refuses becomes words.
 */
#include "import/dialect.h"

#include "base/pattern.h"
#include "base/xml.h"
#include "import/draft.h"

#include <string.h>

#define WHY_HTML "HTML that an article cannot carry out: say the same in Markdown"

/* Each time, the reader refuses one of a kind in a paragraph. */
#define ROUNDS 32

/* A draft that its reader looked at. */
struct looked_at {
    struct source *source;
    GString *body;
    GArray *starts;   /* of gsize: where each of its lines begins */
    GPtrArray *lines; /* of const struct input_line *, lent: what each is made of, or the last one
                         before it is; NULL where none is */
    guint8 *words;    /* of each byte: it becomes one of a word */
};

/* The body is lent. */
static struct looked_at looked_at_new(struct source *source, GString *body)
{
    struct looked_at d = {source, body, g_array_new(FALSE, FALSE, sizeof(gsize)), g_ptr_array_new(),
                          g_new0(guint8, body->len + 1)};
    for (gsize at = 0; at <= body->len; at += strcspn(body->str + at, "\n") + 1)
        g_array_append_val(d.starts, at);
    g_ptr_array_set_size(d.lines, (gint)d.starts->len + 1);
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->draft > 0 && (guint)line->draft < d.lines->len)
            d.lines->pdata[line->draft] = (gpointer)line;
    }
    for (guint i = 1; i < d.lines->len; i++)
        if (!d.lines->pdata[i])
            d.lines->pdata[i] = d.lines->pdata[i - 1];
    return d;
}

static void looked_at_clear(struct looked_at *d)
{
    g_array_unref(d->starts);
    g_ptr_array_unref(d->lines);
    g_free(d->words);
}

/* Where that character of the line stands, both from 1; NULL: there is none. */
static const char *place_of(const struct looked_at *d, int line, int column)
{
    if (line < 1 || (guint)line > d->starts->len)
        return NULL;
    const char *at = d->body->str + g_array_index(d->starts, gsize, line - 1);
    for (; *at && column > 1; column--)
        at = g_utf8_next_char(at);
    return at;
}

/* The signs of tags among the bytes become words; false: there is none that is not one already. */
static bool mark_as_words(struct looked_at *d, gsize from, gsize to)
{
    bool any = false;
    for (gsize i = from; i < to && i < d->body->len; i++)
        if (d->body->str[i] == '<' && !d->words[i]) {
            d->words[i] = true;
            any = true;
        }
    return any;
}

/* A tag becomes words, or, when words are refused for the tags about them, its whole line. */
static bool refuse(struct looked_at *d, int line, int column)
{
    const char *at = place_of(d, line, column);
    const struct input_line *from = at ? d->lines->pdata[line] : NULL;
    if (!from)
        return false;
    const char *start = *at == '<' ? at : place_of(d, line, 1);
    size_t length = start == at ? strcspn(at, ">\n") : strcspn(start, "\n");
    g_autofree char *words = g_strndup(start, length + (start[length] == '>'));
    gsize place = (gsize)(start - d->body->str);
    if (!mark_as_words(d, place, place + MAX(length, 1)))
        return false;
    source_changed(d->source, from, words, WHY_HTML);
    return true;
}

/* Within HTML a backslash is a sign itself, so words are written as HTML has them. */
static void write_words(const struct looked_at *d)
{
    g_autoptr(GString) out = g_string_new(NULL), sign = g_string_new(NULL);
    xml_escape(sign, "<");
    for (gsize i = 0; i < d->body->len; i++)
        if (d->words[i])
            g_string_append_len(out, sign->str, (gssize)sign->len);
        else
            g_string_append_c(out, d->body->str[i]);
    g_string_assign(d->body, out->str);
}

/* True: there was something. */
static bool refuse_all(struct source *source, GString *body)
{
    struct draft_reading draft = draft_read(body->str, false);
    g_autoptr(GPtrArray) findings = diag_findings(draft.diag);
    struct looked_at d = looked_at_new(source, body);
    bool any = false;
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *finding = findings->pdata[i];
        int line = finding->pos.line - DRAFT_FRONT_LINES;
        if (finding->rule == RULE_RAW_HTML && line > 0)
            any |= refuse(&d, line, finding->pos.col);
    }
    write_words(&d);
    looked_at_clear(&d);
    draft_clear(&draft);
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
