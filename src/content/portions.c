/*
 * Method: one walk over the lines of the file, beside the lines that blocks start on as the parser
 * tells them. Awkward: notes stand where the author put them in the file, but last in the tree.
 */
#include "content/portions.h"

#include "base/paths.h"
#include "base/pattern.h"

#include <string.h>

#define NUMBER_LENGTH 8

struct reading_lines {
    const struct article *article;
    GPtrArray *nodes; /* by line */
    guint next;       /* the first one that is not reached yet */
    int line;
    GPtrArray *portions;
    GString *text;   /* of the last portion */
    GString *head;   /* what stands before its first line, below no other one */
    char *from;      /* the record above the next block */
    GString *record; /* its words */
    struct pos from_pos;
    bool in_record;
};

static void portion_free(void *data)
{
    struct portion *portion = data;
    g_free(portion->text);
    g_free(portion->written);
    g_free(portion->number);
    g_free(portion->from);
    g_free(portion->made_of);
    g_free(portion);
}

char *portion_number(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (char **word = words; *word; word++)
        if (**word) {
            g_checksum_update(sum, (const guchar *)*word, -1);
            g_checksum_update(sum, (const guchar *)" ", 1);
        }
    char *number = g_strndup(g_checksum_get_string(sum), NUMBER_LENGTH);
    g_checksum_free(sum);
    return number;
}

/* Without empty lines at either end; what indents the first line may be its meaning. Takes the
 * text. */
static char *trimmed(char *text)
{
    const char *first = text;
    for (size_t blanks; first[blanks = strspn(first, " \t")] == '\n';)
        first += blanks + 1;
    char *own = g_strchomp(g_strdup(first));
    g_free(text);
    return own;
}

/* Comments are no words of the article. */
static char *without_comments(const char *text)
{
    static struct pattern comment = PATTERN("(?s)<!--.*?-->");
    return trimmed(g_regex_replace_literal(pattern_regex(&comment), text, -1, 0, "", 0, NULL));
}

static void end_portion(struct reading_lines *r)
{
    struct portion *last = r->portions->len ? r->portions->pdata[r->portions->len - 1] : NULL;
    if (last && !last->text) {
        last->text = without_comments(r->text->str);
        last->written = trimmed(g_strconcat(r->head->str, r->text->str, NULL));
        last->number = portion_number(last->text);
        g_string_truncate(r->head, 0);
    } else {
        g_string_append(r->head, r->text->str);
    }
    g_string_truncate(r->text, 0);
}

/* The words that the block below a record was made from: the older ones, where it has some. */
static char *made_of(const struct reading_lines *r)
{
    const char *before = strstr(r->record->str, RECORD_BEFORE "\n");
    char *words = g_strdup(before ? before + strlen(RECORD_BEFORE "\n") : r->record->str);
    if (!*g_strstrip(words))
        g_clear_pointer(&words, g_free);
    return words;
}

static void begin_portion(struct reading_lines *r, const struct node *node, struct pos pos)
{
    struct portion *portion = g_new0(struct portion, 1);
    end_portion(r);
    *portion = (struct portion){.node = node, .pos = pos, .from = g_steal_pointer(&r->from)};
    if (portion->from)
        portion->made_of = made_of(r);
    g_ptr_array_add(r->portions, portion);
}

/* A record that nothing was written below yet. */
static void end_record(struct reading_lines *r)
{
    if (r->from)
        begin_portion(r, NULL, r->from_pos);
    end_portion(r);
}

static void begin_record(struct reading_lines *r, const char *line)
{
    const char *number = line + strlen(RECORD_START);
    end_record(r);
    r->from = g_strndup(number, strcspn(number, " \t:>-"));
    r->from_pos = (struct pos){paths_number(r->article->path), r->line, 1};
    g_string_truncate(r->record, 0);
}

/* A record may end on the line that it begins on, or behind words. */
static void read_record(struct reading_lines *r, const char *line, bool begins)
{
    const char *end = strstr(line, RECORD_END);
    if (!begins) {
        g_string_append_len(r->record, line, end ? end - line : -1);
        g_string_append_c(r->record, '\n');
    }
    r->in_record = !(begins ? strstr(line + strlen(RECORD_START), RECORD_END) : end);
}

static bool starts_here(const struct reading_lines *r)
{
    const struct node *node = r->next < r->nodes->len ? r->nodes->pdata[r->next] : NULL;
    return node && node->pos.line <= r->line;
}

static void read_line(struct reading_lines *r, const char *line)
{
    bool begins = !r->in_record && g_str_has_prefix(line, RECORD_START);
    if (begins)
        begin_record(r, line);
    if (begins || r->in_record) {
        read_record(r, line, begins);
        return;
    }
    for (; starts_here(r); r->next++) {
        const struct node *node = r->nodes->pdata[r->next];
        begin_portion(r, node, node->pos);
    }
    g_string_append(r->text, line);
    g_string_append_c(r->text, '\n');
}

static int compare_lines(gconstpointer a, gconstpointer b)
{
    const struct node *one = *(const struct node *const *)a, *other = *(const void *const *)b;
    return (one->pos.line > other->pos.line) - (one->pos.line < other->pos.line);
}

static GPtrArray *nodes_by_line(const struct article *article)
{
    GPtrArray *nodes = g_ptr_array_new();
    for (const struct node *node = article->root->first; node; node = node->next)
        if (node->kind != NODE_RULE)
            g_ptr_array_add(nodes, (gpointer)node);
    g_ptr_array_sort(nodes, compare_lines);
    return nodes;
}

GPtrArray *portions_of(const struct article *article)
{
    struct reading_lines r = {.article = article,
                              .nodes = nodes_by_line(article),
                              .line = article->body_line,
                              .portions = g_ptr_array_new_with_free_func(portion_free),
                              .text = g_string_new(NULL),
                              .head = g_string_new(NULL),
                              .record = g_string_new(NULL)};
    g_auto(GStrv) lines = g_strsplit(article->body, "\n", -1);
    for (char **line = lines; *line; line++, r.line++)
        read_line(&r, *line);
    end_record(&r);
    g_ptr_array_unref(r.nodes);
    g_string_free(r.text, TRUE);
    g_string_free(r.head, TRUE);
    g_string_free(r.record, TRUE);
    return r.portions;
}
