/*
 * Prints findings: all of them, a line each; or as a busy person reads them, where what is said of
 * several products is one line, and what is said again and again in one file is counted.
 */
#include "base/diag.h"

#include "base/json.h"

#include <string.h>

/* So many findings of one rule in one file show what it is about. */
#define ENOUGH 3

static void print_place(struct pos pos, FILE *out)
{
    if (!pos.path)
        return;
    g_autofree char *path = diag_printable(pos.path);
    fputs(path, out);
    if (pos.line > 0)
        fprintf(out, ":%d", pos.line);
    if (pos.line > 0 && pos.col > 0)
        fprintf(out, ":%d", pos.col);
    fputs(": ", out);
}

static void print_finding(const struct finding *f, const char *products, const char *message,
                          FILE *out)
{
    print_place(f->pos, out);
    fprintf(out, "%s: %s%s [%s]\n", severity_name(f->severity), products, message,
            rule_get(f->rule)->id);
}

void diag_print(const struct diag *diag, FILE *out)
{
    g_autoptr(GPtrArray) list = diag_findings(diag);
    for (unsigned i = 0; i < list->len; i++) {
        const struct finding *f = list->pdata[i];
        print_finding(f, "", f->message, out);
    }
}

/* What a message says behind the name of the product that it begins with; else all of it. */
static const char *behind_product(const char *message)
{
    size_t name = strspn(message, "abcdefghijklmnopqrstuvwxyz-");
    return name > 0 && g_str_has_prefix(message + name, ": ") ? message + name : message;
}

static bool same_place(struct pos a, struct pos b)
{
    return a.path == b.path && a.line == b.line && a.col == b.col;
}

/* The same but for the product. */
static bool are_one(const struct finding *a, const struct finding *b)
{
    const char *x = behind_product(a->message), *y = behind_product(b->message);
    return a->rule == b->rule && same_place(a->pos, b->pos) && x > a->message && y > b->message &&
           g_str_equal(x, y);
}

/* The names of the products that the finding at `index` and those after it are about; these are
 * taken out of the list. Owned by the caller. */
static char *take_products(GPtrArray *list, guint index)
{
    const struct finding *first = list->pdata[index];
    const char *rest = behind_product(first->message);
    GString *products = g_string_new_len(first->message, rest - first->message);
    for (guint i = index + 1; i < list->len;) {
        const struct finding *f = list->pdata[i];
        if (!same_place(f->pos, first->pos))
            break;
        if (!are_one(first, f)) {
            i++;
            continue;
        }
        g_string_append_printf(products, ", %.*s", (int)(behind_product(f->message) - f->message),
                               f->message);
        g_ptr_array_remove_index(list, i);
    }
    return g_string_free(products, FALSE);
}

static bool is_of_kind(const struct finding *f, const struct finding *kind)
{
    return f->rule == kind->rule && f->pos.path == kind->pos.path;
}

/* Findings in the list before `end` of the rule and file of the one there. */
static unsigned count_before(const GPtrArray *list, guint end)
{
    unsigned count = 0;
    for (guint i = 0; i < end; i++)
        count += is_of_kind(list->pdata[i], list->pdata[end]);
    return count;
}

static unsigned count_after(const GPtrArray *list, guint from)
{
    unsigned count = 0;
    for (guint i = from + 1; i < list->len; i++)
        count += is_of_kind(list->pdata[i], list->pdata[from]);
    return count;
}

void diag_print_short(const struct diag *diag, FILE *out)
{
    g_autoptr(GPtrArray) list = diag_findings(diag);
    for (guint i = 0; i < list->len; i++) {
        const struct finding *f = list->pdata[i];
        g_autofree char *products = take_products(list, i);
        unsigned before = f->severity == SEVERITY_ERROR ? 0 : count_before(list, i);
        if (before > ENOUGH)
            continue;
        unsigned more = before == ENOUGH ? count_after(list, i) + 1 : 1;
        if (more == 1)
            print_finding(f, products, behind_product(f->message), out);
        else
            fprintf(out, "%s: %s: %u more of this kind: --verbose lists them [%s]\n", f->pos.path,
                    severity_name(f->severity), more, rule_get(f->rule)->id);
    }
}

static void add_finding_json(JsonBuilder *builder, const struct finding *f)
{
    g_autofree char *path = f->pos.path ? diag_printable(f->pos.path) : NULL;
    json_open_object(builder, NULL);
    json_text_or_null(builder, "path", path);
    json_int(builder, "line", f->pos.line);
    json_int(builder, "col", f->pos.col);
    json_text(builder, "severity", severity_name(f->severity));
    json_text(builder, "rule", rule_get(f->rule)->id);
    json_text(builder, "message", f->message);
    json_close_object(builder);
}

char *diag_to_json(const struct diag *diag)
{
    g_autoptr(GPtrArray) list = diag_findings(diag);
    JsonBuilder *builder = json_new();
    json_open_array(builder, NULL);
    for (unsigned i = 0; i < list->len; i++)
        add_finding_json(builder, list->pdata[i]);
    json_close_array(builder);
    return json_finish(builder);
}
