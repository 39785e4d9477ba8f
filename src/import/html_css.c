/*
 * The rules of a style sheet, also those within others, and which of them are for a reader at a
 * desk. Awkward: a sheet may be broken or hostile, so nothing
 * is read twice but for rules within rules, and those not deeper than people write them.
 */
#include "import/html_css.h"

#include <string.h>

/* Rules within rules. */
#define DEPTH_MOST 8
/* Selectors that come of them are no longer. [bytes] */
#define SELECTORS_MOST 4096

struct reader {
    GHashTable *layers;
    void (*take)(const struct css_block *block, void *data);
    void *data;
};

/* What a rule that is read stands in. */
struct context {
    unsigned layer;
    enum css_truth truth;
};

static unsigned layer_of(const struct reader *reader, const char *name)
{
    g_autofree char *key = g_strstrip(g_strdup(name));
    unsigned n = g_hash_table_size(reader->layers) + 1;
    unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(reader->layers, key));
    if (known)
        return known;
    g_hash_table_insert(reader->layers, *key ? g_strdup(key) : g_strdup_printf(" %u", n),
                        GUINT_TO_POINTER(n));
    return n;
}

/* "@layer reset, base;" says their order. */
static void read_statement(const struct reader *reader, const char *text)
{
    if (!g_str_has_prefix(text, "@layer"))
        return;
    g_auto(GStrv) each = g_strsplit(text + strlen("@layer"), ",", -1);
    for (char **name = each; *name; name++)
        layer_of(reader, *name);
}

/* Of what browsers of some makers alone know, none is the reader's. */
static enum css_truth supports(const char *condition)
{
    bool other = strstr(condition, "-ms-") || strstr(condition, "-moz-");
    return other || g_str_has_prefix(condition + strspn(condition, " "), "not") ? CSS_NO : CSS_YES;
}

/* What holds within a block that begins with "@"; CSS_NO: no rules of elements that are shown. */
static struct context enter_block(const struct reader *reader, const char *head,
                                  struct context around)
{
    size_t length = strcspn(head, " \t\r\n(\"");
    g_autofree char *name = g_ascii_strdown(head, (gssize)length);
    struct context inner = {around.layer, CSS_NO};
    if (strcmp(name, "@layer") == 0) {
        inner.layer = layer_of(reader, head + length);
        inner.truth = CSS_YES;
    } else if (strcmp(name, "@media") == 0)
        inner.truth = css_media(head + length);
    else if (strcmp(name, "@supports") == 0)
        inner.truth = supports(head + length);
    else if (strcmp(name, "@container") == 0) /* a name, and what is asked as of displays */
        inner.truth = css_media(head + strcspn(head, "("));
    else if (strcmp(name, "@scope") == 0)
        inner.truth = CSS_MAYBE;
    inner.truth = MIN(inner.truth, around.truth);
    return inner;
}

/* The selectors of a rule within another's, whose sign is "&"; owned by the caller. */
static char *join_selectors(const char *outer, const char *inner)
{
    g_autofree char *is = g_strdup_printf(":is(%s)", outer);
    GString *all = g_string_new(NULL);
    for (const char *p = inner; *p && all->len < SELECTORS_MOST;) {
        size_t length = css_length(p, ",");
        g_autofree char *one = g_strstrip(g_strndup(p, length));
        GString *joined = g_string_new(one);
        if (g_string_replace(joined, "&", is, 0) == 0) {
            g_string_prepend_c(joined, ' ');
            g_string_prepend(joined, is);
        }
        g_string_append_printf(all, "%s%s", all->len > 0 ? "," : "", joined->str);
        g_string_free(joined, TRUE);
        p += length + (p[length] == ',');
    }
    return g_string_free(all, FALSE);
}

static void read_rule(const struct reader *reader, const char *selectors, const char *body,
                      struct context context, int depth);

static void read_nested(const struct reader *reader, const char *selectors, const char *head,
                        const char *body, struct context context, int depth)
{
    if (depth == DEPTH_MOST || g_str_has_prefix(head, "--"))
        return;
    if (*head == '@') {
        context = enter_block(reader, head, context);
        if (context.truth != CSS_NO)
            read_rule(reader, selectors, body, context, depth + 1);
        return;
    }
    g_autofree char *joined = join_selectors(selectors, head);
    read_rule(reader, joined, body, context, depth + 1);
}

/* What stands in its braces goes first, then the rules there. */
static void read_rule(const struct reader *reader, const char *selectors, const char *body,
                      struct context context, int depth)
{
    g_autoptr(GPtrArray) nested = g_ptr_array_new_with_free_func(g_free);
    GString *own = g_string_new(NULL);
    for (const char *p = body; *p;) {
        size_t length = css_length(p, ";{}");
        if (p[length] == '{') {
            g_ptr_array_add(nested, g_strstrip(g_strndup(p, length)));
            p += length + 1;
            length = css_length(p, "}");
            g_ptr_array_add(nested, g_strndup(p, length));
        } else
            g_string_append_printf(own, "%.*s;", (int)length, p);
        p += length + (p[length] != '\0');
    }
    reader->take(&(struct css_block){selectors, own->str, context.layer, context.truth},
                 reader->data);
    g_string_free(own, TRUE);
    for (guint i = 0; i < nested->len; i += 2)
        read_nested(reader, selectors, nested->pdata[i], nested->pdata[i + 1], context, depth);
}

/* Moves behind what is read: all of a rule, or the head of a block of rules. */
static const char *read_block(const struct reader *reader, const char *head, const char *body,
                              GArray *contexts)
{
    struct context around = g_array_index(contexts, struct context, contexts->len - 1);
    struct context inner = *head == '@' ? enter_block(reader, head, around) : around;
    if (*head == '@' && inner.truth != CSS_NO) {
        g_array_append_val(contexts, inner);
        return body;
    }
    size_t length = css_length(body, "}");
    g_autofree char *text = g_strndup(body, length);
    if (*head != '@')
        read_rule(reader, head, text, around, 0);
    return body + length + (body[length] != '\0');
}

void css_read(const char *sheet, GHashTable *layers,
              void (*take)(const struct css_block *block, void *data), void *data)
{
    struct reader reader = {layers, take, data};
    GArray *contexts = g_array_new(FALSE, FALSE, sizeof(struct context));
    struct context page = {G_MAXUINT, CSS_YES};
    g_array_append_val(contexts, page);
    for (const char *at = sheet + strspn(sheet, " \t\r\n;"); *at; at += strspn(at, " \t\r\n;")) {
        if (*at == '}') {
            g_array_set_size(contexts, MAX(contexts->len - 1, 1));
            at++;
            continue;
        }
        size_t length = css_length(at, "{};");
        g_autofree char *head = g_strstrip(g_strndup(at, length));
        at += length + (at[length] == '{' || at[length] == ';');
        if (at[-1] == '{')
            at = read_block(&reader, head, at, contexts);
        else if (at[-1] == ';')
            read_statement(&reader, head);
    }
    g_array_unref(contexts);
}
