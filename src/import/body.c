/*
 * Chunks to Markdown: each in its place, behind the marks of the lists and quotations that it
 * stands in. Awkward: two lists one after the other are one to Markdown, unless their signs differ;
 * and a number at the head of a quotation or of a single item may be a sign eaten (our reader asks
 * for it), so such a digit is written as an entity.
 */
#include "import/parts.h"

#include <string.h>

/* Chains of holders are no longer: source_hold sees to it. */
#define CHAIN 16

struct body_writer {
    GString *out;
    const struct chunk *before; /* NULL: none yet */
    int line;                   /* that is written next, from 1 */
};

/* The chunk's holders from the outermost on. */
static unsigned chain_of(const struct chunk *chunk, struct holder *chain[CHAIN])
{
    unsigned n = chunk && chunk->holder ? chunk->holder->depth : 0;
    struct holder *holder = chunk ? chunk->holder : NULL;
    for (unsigned i = n; i > 0; i--, holder = holder->parent)
        chain[i - 1] = holder;
    return n;
}

/* Holders that both stand in. */
static unsigned shared(const struct chunk *one, const struct chunk *other)
{
    struct holder *a[CHAIN], *b[CHAIN];
    unsigned n = MIN(chain_of(one, a), chain_of(other, b)), i = 0;
    while (i < n && a[i] == b[i])
        i++;
    return i;
}

/* The item that the chunk before stood in, in the place of `item`; NULL: in none. */
static const struct holder *item_before(const struct chunk *before, const struct holder *item)
{
    struct holder *chain[CHAIN];
    unsigned n = chain_of(before, chain);
    const struct holder *other = n >= item->depth ? chain[item->depth - 1] : NULL;
    return other && other->kind == HOLDER_ITEM && other->parent == item->parent ? other : NULL;
}

/* True when `item` follows `other` in its list, as Markdown counts. */
static bool continues(const struct holder *other, const struct holder *item)
{
    return other && other->list == item->list &&
           (item->number == 0 ? other->number == 0 : item->number == other->number + 1);
}

static void choose_sign(const struct body_writer *w, struct holder *item)
{
    const struct holder *other = item_before(w->before, item);
    bool numbered = item->number > 0;
    char usual = numbered ? '.' : '-', changed = numbered ? ')' : '*';
    bool same = other && (other->number > 0) == numbered;
    item->sign = !same                    ? usual
                 : continues(other, item) ? other->sign
                 : other->sign == usual   ? changed
                                          : usual;
}

/* Owned by the caller. */
static char *marker_of(const struct holder *item)
{
    return item->number ? g_strdup_printf("%d%c ", item->number, item->sign)
                        : g_strdup_printf("%c ", item->sign);
}

static void append_holder(GString *prefix, const struct holder *holder, bool marker)
{
    if (holder->kind == HOLDER_QUOTE) {
        g_string_append(prefix, "> ");
        return;
    }
    if (holder->kind == HOLDER_NOTE) {
        if (marker)
            g_string_append_printf(prefix, "[^%s]: ", holder->label);
        else
            g_string_append(prefix, "    ");
        return;
    }
    g_autofree char *words = marker_of(holder);
    g_autofree char *blanks = g_strnfill(strlen(words), ' ');
    g_string_append(prefix, marker ? words : blanks);
}

static void end_line(struct body_writer *w)
{
    while (w->out->len && w->out->str[w->out->len - 1] == ' ')
        g_string_truncate(w->out, w->out->len - 1);
    g_string_append_c(w->out, '\n');
    w->line++;
}

/* The empty line between two chunks, within the holders of both. */
static void write_gap(struct body_writer *w, const struct chunk *chunk)
{
    struct holder *chain[CHAIN];
    unsigned n = shared(w->before, chunk);
    chain_of(chunk, chain);
    for (unsigned i = 0; i < n; i++)
        append_holder(w->out, chain[i], false);
    end_line(w);
}

/* True when the chunk is the next item of a list of single paragraphs, or opens a list within one.
 */
static bool follows_closely(const struct chunk *before, const struct chunk *chunk)
{
    const struct holder *item = chunk->holder;
    if (!before || !item || item->kind != HOLDER_ITEM || item->written ||
        before->kind != CHUNK_PARAGRAPH || chunk->kind != CHUNK_PARAGRAPH)
        return false;
    bool opens = before->holder == item->parent && item->parent &&
                 item->parent->kind == HOLDER_ITEM && item->number <= 1;
    return opens || continues(item_before(before, item), item);
}

/* Opens what the chunk stands in; `*rest` are the marks of its other lines. */
static void write_holders(struct body_writer *w, const struct chunk *chunk, GString *rest)
{
    struct holder *chain[CHAIN];
    unsigned n = chain_of(chunk, chain);
    g_autoptr(GString) first = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++) {
        struct holder *holder = chain[i];
        bool opens = !holder->written;
        if (opens && holder->kind == HOLDER_ITEM)
            choose_sign(w, holder);
        append_holder(first, holder, opens);
        append_holder(rest, holder, false);
        holder->written = true;
        bool alone = opens && holder->kind == HOLDER_ITEM && i + 1 < n;
        if (opens && holder->callout)
            g_string_append_printf(first, "[!%s]", holder->callout);
        if (alone || (opens && holder->callout)) {
            g_string_append(w->out, first->str);
            end_line(w);
            g_string_assign(first, rest->str);
        }
    }
    g_string_append(w->out, first->str);
}

/* True when our reader would ask whether the sign before the number was meant. */
static bool is_doubtful(const struct chunk *chunk)
{
    const struct holder *holder = chunk->holder;
    const char *text = chunk->marked->str;
    if (chunk->kind != CHUNK_PARAGRAPH || !holder || !g_ascii_isdigit(*text))
        return false;
    return holder->kind == HOLDER_QUOTE ||
           (holder->kind == HOLDER_ITEM && holder->number == 0 && strpbrk(text, "\xC2\xE2"));
}

/* An item that begins with a box, which Markdown writes as `*box`. */
static bool is_task(const struct chunk *chunk, const char **box)
{
    const struct holder *item = chunk->holder;
    bool done = g_str_has_prefix(chunk->marked->str, "☑ ");
    *box = done ? "[x]" : "[ ]";
    return item && item->kind == HOLDER_ITEM && item->number == 0 && chunk->marked->len > 4 &&
           (done || g_str_has_prefix(chunk->marked->str, "☐ "));
}

/* Between fences that are longer than any row of such signs in the text. */
static void write_lines(GString *out, const char *text)
{
    size_t ticks = 2;
    for (const char *p = text; (p = strchr(p, '`')); p += strspn(p, "`"))
        ticks = MAX(ticks, strspn(p, "`"));
    g_autofree char *fence = g_strnfill(ticks + 1, '`');
    g_string_append_printf(out, "%s\n%s\n%s", fence, text, fence);
}

/* The Markdown of the chunk without what it stands in; owned by the caller. */
static char *words_of(const struct chunk *chunk)
{
    GString *out = g_string_new(NULL);
    const char *text = chunk->marked->str, *box;
    switch (chunk->kind) {
    case CHUNK_HEADING:
        g_string_append_len(out, "######", CLAMP(chunk->level, 2, 6));
        g_string_append_printf(out, " %s", text);
        break;
    case CHUNK_TABLE:
        import_write_table(out, chunk);
        break;
    case CHUNK_PRE:
        write_lines(out, text);
        break;
    case CHUNK_RULE:
        g_string_append(out, "---");
        break;
    case CHUNK_PARAGRAPH:
        if (is_task(chunk, &box))
            g_string_append_printf(out, "%s %s", box, text + strlen("☐ "));
        else if (is_doubtful(chunk))
            g_string_append_printf(out, "&#%d;%s", *text, text + 1);
        else
            g_string_append(out, text);
        break;
    case CHUNK_KIND_COUNT:
        g_assert_not_reached();
    }
    return g_string_free(out, FALSE);
}

/* Lines of the draft between the chunk's first one and that of its line `i`: rows have their own,
 * below dashes, and below an empty head where none names the columns. */
static int lines_above(const struct chunk *chunk, guint i)
{
    bool named = chunk->level > 0;
    if (chunk->kind != CHUNK_TABLE || (named && i == 0))
        return 0;
    return (int)i + (named ? 1 : 2);
}

static void write_chunk(struct body_writer *w, const struct chunk *chunk)
{
    g_autoptr(GString) rest = g_string_new(NULL);
    if (!follows_closely(w->before, chunk))
        write_gap(w, chunk);
    write_holders(w, chunk, rest);
    for (guint i = 0; i < chunk->lines->len; i++)
        ((struct input_line *)chunk->lines->pdata[i])->draft = w->line + lines_above(chunk, i);
    g_autofree char *words = words_of(chunk);
    g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_string_append_printf(w->out, "%s%s", line > lines ? rest->str : "", *line);
        end_line(w);
    }
    w->before = chunk;
}

char *import_write_body(const GPtrArray *chunks)
{
    struct body_writer w = {.out = g_string_new(NULL), .line = 1};
    for (unsigned i = 0; i < chunks->len; i++)
        write_chunk(&w, chunks->pdata[i]);
    return g_string_free(w.out, FALSE);
}
