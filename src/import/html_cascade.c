/*
 * What holds of all that style sheets say of one thing: the last word on each property, as weight,
 * layers and importance have it.
 */
#include "import/html_css.h"

#include <string.h>

/* Properties that may mean something, by how their names begin. */
static const char *const meant[] = {
    "text-decoration", "vertical-align", "font-weight",   "font-style",   "font-size",
    "color",           "background",     "display",       "visibility",   "float",
    "position",        "margin",         "padding",       "width",        "min-width",
    "flex-direction",  "flex-flow",      "grid-template", "list-style",   "top",
    "bottom",          "left",           "text-indent",   "mso-hide",     "mso-text-raise",
    "content",         "clear",          "height",        "columns",      "column-count",
    "transform",       "translate",      "inset",         "font-variant", "font-feature",
    "counter-",        "mask",           "-webkit-mask",  "border-top",   "border-bottom",
    "border-block",    "opacity",        "clip",          "overflow",     "max-height",
    "max-width",       "inline-size",    "block-size",    "scale",        "right",
    "order",           "grid-",          "white-space"};

double html_length(const char *value, const struct html_least *least)
{
    const struct {
        const char *unit;
        double least;
    } units[] = {{"em", least->em}, {"rem", least->em},    {"ex", least->ex},
                 {"ch", least->ex}, {"%", least->percent}, {"", least->px} /* px, pt */};
    char *unit;
    double length = g_ascii_strtod(value, &unit);
    size_t i = 0;
    while (!g_str_has_prefix(unit, units[i].unit))
        i++;
    return unit != value && ABS(length) >= units[i].least ? length : 0;
}

static void clear_declaration(gpointer data)
{
    struct css_declaration *declaration = data;
    g_free(declaration->name);
    g_free(declaration->value);
}

static bool may_mean(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(meant); i++)
        if (g_str_has_prefix(name, meant[i]))
            return true;
    return strcmp(name, "font") == 0 || g_str_has_prefix(name, "--");
}

/* One name for what two say. */
static char *name_of(const char *text, size_t length)
{
    static const struct {
        const char *name, *same;
    } twins[] = {{"text-decoration-line", "text-decoration"}, {"flex-flow", "flex-direction"}};
    g_autofree char *written = g_strstrip(g_strndup(text, length));
    if (g_str_has_prefix(written, "--"))
        return g_steal_pointer(&written);
    g_autofree char *name = g_ascii_strdown(written, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(twins); i++)
        if (strcmp(name, twins[i].name) == 0)
            return g_strdup(twins[i].same);
    return g_steal_pointer(&name);
}

/* False: it is none, or one of other makers' browsers. */
static bool read_declaration(struct css_declaration *declaration, const char *text, size_t length,
                             bool all)
{
    size_t colon = css_length(text, ":;");
    if (colon >= length)
        return false;
    char *name = name_of(text, colon);
    size_t end = css_length(text + colon + 1, "!;");
    char *value = g_strstrip(g_strndup(text + colon + 1, end));
    *declaration = (struct css_declaration){name, value, text[colon + 1 + end] == '!'};
    bool wanted = all || may_mean(name);
    if (wanted && (*value || css_is_named(declaration)) && !g_str_has_prefix(value, "-ms-") &&
        !g_str_has_prefix(value, "-moz-"))
        return true;
    clear_declaration(declaration);
    return false;
}

GArray *css_declarations(const char *body, bool all)
{
    GArray *declarations = g_array_new(FALSE, TRUE, sizeof(struct css_declaration));
    g_array_set_clear_func(declarations, clear_declaration);
    for (const char *p = body; *p;) {
        size_t length = css_length(p, ";");
        struct css_declaration declaration;
        if (read_declaration(&declaration, p, length, all))
            g_array_append_val(declarations, declaration);
        p += length + (p[length] == ';');
    }
    return declarations;
}

/* A declaration of a sheet that holds so far. */
struct held {
    const struct css_declaration *declaration;
    const struct css_rule *rule;
};

/* More properties than there are; a hostile sheet would have each compared with all. */
#define HELD_MOST 128

/* What is important stays, most of all in the first layer. */
static bool gives_way(const struct held *held, const struct css_declaration *declaration,
                      const struct css_rule *rule)
{
    return !held->declaration->important ||
           (declaration->important && rule->layer <= held->rule->layer);
}

/* "margin" says what "margin-left" says, too; "--margin" does not. */
static bool says_same(const char *name, const char *of)
{
    size_t length = strlen(name);
    bool named = g_str_has_prefix(name, "--");
    return g_str_has_prefix(of, name) && (!of[length] || (of[length] == '-' && !named));
}

static void hold(GArray *helds, const struct css_declaration *declaration,
                 const struct css_rule *rule)
{
    bool stays = helds->len < HELD_MOST;
    for (guint i = helds->len; i > 0; i--) {
        const struct held *held = &g_array_index(helds, struct held, i - 1);
        if (!says_same(declaration->name, held->declaration->name))
            continue;
        if (gives_way(held, declaration, rule))
            g_array_remove_index(helds, i - 1);
        else
            stays &= strcmp(declaration->name, held->declaration->name) != 0;
    }
    struct held held = {declaration, rule};
    if (stays)
        g_array_append_val(helds, held);
}

/* The element's own holds against all that is not important; false: this does not. */
static bool hold_own(GArray *helds, const struct css_declaration *own)
{
    bool stays = true;
    for (guint i = helds->len; i > 0; i--) {
        const struct css_declaration *held = g_array_index(helds, struct held, i - 1).declaration;
        if (!says_same(own->name, held->name))
            continue;
        if (held->important && !own->important)
            stays &= strcmp(own->name, held->name) != 0;
        else
            g_array_remove_index(helds, i - 1);
    }
    return stays;
}

static void add(GString *style, const struct css_declaration *declaration)
{
    g_string_append_printf(style, "%s:%s;", declaration->name, declaration->value);
}

char *css_write(const GArray *declarations)
{
    GString *style = g_string_new(NULL);
    for (guint i = 0; i < declarations->len; i++)
        add(style, &g_array_index(declarations, struct css_declaration, i));
    return g_string_free(style, FALSE);
}

/* A value that nothing names, of a property that means something; colours are looks. */
static bool is_unknown(const struct css_declaration *declaration)
{
    static const char *const plain[] = {
        "display", "flex-direction", "text-decoration", "vertical-align", "visibility", "content",
        NULL};
    return g_strv_contains(plain, declaration->name);
}

/* False: what it says is not known. */
static bool add_resolved(GString *style, const struct css_declaration *declaration,
                         const struct css_values *values)
{
    g_autofree char *value = css_resolve(declaration->value, values);
    if (value)
        g_string_append_printf(style, "%s:%s;", declaration->name, value);
    return value != NULL;
}

static void write_look(struct css_look *look, const GArray *helds, const struct css_values *values)
{
    GString *all = g_string_new(NULL), *of_class = g_string_new(NULL);
    for (guint i = 0; i < helds->len; i++) {
        const struct held *held = &g_array_index(helds, struct held, i);
        if (!add_resolved(all, held->declaration, values))
            look->unsure |= is_unknown(held->declaration);
        if (held->rule->selector.of_class)
            add_resolved(of_class, held->declaration, values);
    }
    look->sheets = g_string_free(all, FALSE);
    look->of_class = g_string_free(of_class, FALSE);
}

/* As written, if nothing in it gives way or uses named values. */
static char *settle_own(GArray *helds, const char *own, const GArray *declarations,
                        const struct css_values *values)
{
    GString *kept = g_string_new(NULL);
    bool whole = !strstr(own, "var(");
    for (guint i = 0; i < declarations->len; i++) {
        const struct css_declaration *declaration =
            &g_array_index(declarations, struct css_declaration, i);
        if (hold_own(helds, declaration))
            add_resolved(kept, declaration, values);
        else
            whole = false;
    }
    if (whole)
        g_string_assign(kept, own);
    return g_string_free(kept, FALSE);
}

/* What names a value for others goes from what holds so far to the values. */
static void name_values(GArray *helds, const GArray *own, struct css_values *values)
{
    for (guint i = 0; i < own->len; i++) {
        const struct css_declaration *one = &g_array_index(own, struct css_declaration, i);
        if (css_is_named(one) && hold_own(helds, one))
            css_name_value(values, one->name, one->value);
    }
    for (guint i = helds->len; i > 0; i--) {
        const struct css_declaration *one = g_array_index(helds, struct held, i - 1).declaration;
        if (!css_is_named(one))
            continue;
        css_name_value(values, one->name, one->value);
        g_array_remove_index(helds, i - 1);
    }
}

struct css_look css_settle(const GArray *found, enum html_place place, const char *own,
                           struct css_values *values)
{
    struct css_look look = {0};
    g_autoptr(GArray) helds = g_array_new(FALSE, TRUE, sizeof(struct held));
    for (guint i = 0; i < found->len; i++) {
        const struct css_match *match = &g_array_index(found, struct css_match, i);
        const GArray *said = match->rule->body->declarations;
        if (match->rule->selector.place != place || match->truth != CSS_YES)
            continue;
        for (guint k = 0; k < said->len; k++)
            hold(helds, &g_array_index(said, struct css_declaration, k), match->rule);
    }
    g_autoptr(GArray) declarations = css_declarations(own ? own : "", true);
    name_values(helds, declarations, values);
    if (values->own)
        css_settle_values(values);
    look.own = own ? settle_own(helds, own, declarations, values) : NULL;
    write_look(&look, helds, values);
    return look;
}

void css_clear_look(struct css_look *look)
{
    g_free(look->own);
    g_free(look->sheets);
    g_free(look->of_class);
}
