/*
 * Selectors of style sheets, as written: what they ask an element for. What is none of what is
 * known here is kept as that.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* A selector of more parts is none that people write. */
#define PARTS_MOST 24
/* Selectors within selectors. */
#define DEPTH_MOST 4

#define WEIGHT_ID    (1U << 20)
#define WEIGHT_CLASS (1U << 10)
#define WEIGHT_TAG   1U

#define BLANKS " \t\r\n\f"

struct parser {
    const char *at;
    GHashTable *names;
    struct css_selector *selector;
    int depth;
};

static void clear_selector(gpointer selector)
{
    css_clear_selector(selector);
}

static void clear_test(gpointer data)
{
    struct css_test *test = data;
    g_free(test->name);
    g_free(test->value);
    if (test->others)
        g_array_unref(test->others);
}

static void clear_compound(gpointer data)
{
    g_array_unref(((struct css_compound *)data)->tests);
}

void css_clear_selector(struct css_selector *selector)
{
    if (selector->compounds)
        g_array_unref(selector->compounds);
    selector->compounds = NULL;
}

static char *take_name(const char **at)
{
    GString *name = g_string_new(NULL);
    const char *p = *at;
    while (*p == '\\' || *p == '-' || *p == '_' || g_ascii_isalnum(*p) || (*p & 0x80)) {
        if (*p != '\\') {
            g_string_append_c(name, *p++);
            continue;
        }
        char digits[7] = "", *end;
        strncpy(digits, p + 1, 6);
        digits[strspn(digits, "0123456789abcdefABCDEF")] = '\0';
        gunichar c = (gunichar)strtoul(digits, &end, 16);
        if (*digits && c && g_unichar_validate(c))
            g_string_append_unichar(name, c);
        else if (!*digits && p[1])
            g_string_append_c(name, p[1]);
        p += *digits ? 1 + strlen(digits) : p[1] ? 2 : 1;
        p += *digits && *p == ' ';
    }
    *at = p;
    return g_string_free(name, FALSE);
}

unsigned css_number(GHashTable *names, char sign, const char *name, bool add)
{
    g_autofree char *key = g_strdup_printf("%c%s", sign, name);
    unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(names, key));
    if (number == 0 && add) {
        number = g_hash_table_size(names) + 1;
        g_hash_table_insert(names, g_steal_pointer(&key), GUINT_TO_POINTER(number));
    }
    return number;
}

static void read_name(struct parser *parser, struct css_test *test, char sign)
{
    g_autofree char *name = take_name(&parser->at);
    g_autofree char *lower = sign == '<' ? g_ascii_strdown(name, -1) : g_strdup(name);
    test->kind = *name ? CSS_TEST_NAME : CSS_TEST_UNKNOWN;
    test->number = css_number(parser->names, sign, lower, true);
    test->sign = sign;
    parser->selector->weight += sign == '#' ? WEIGHT_ID : sign == '.' ? WEIGHT_CLASS : WEIGHT_TAG;
}

/* Behind the "[" of `[data-x^="y" i]`. */
static void read_attribute(struct parser *parser, struct css_test *test)
{
    size_t length = css_length(parser->at, "]");
    g_autofree char *text = g_strstrip(g_strndup(parser->at, length));
    parser->at += length + (parser->at[length] == ']');
    parser->selector->weight += WEIGHT_CLASS;
    const char *p = text;
    g_autofree char *name = take_name(&p);
    p += strspn(p, BLANKS);
    test->kind = *name ? CSS_TEST_ATTRIBUTE : CSS_TEST_UNKNOWN;
    test->name = g_ascii_strdown(name, -1);
    test->sign = *p;
    if (!*p)
        return;
    p += *p != '=';
    if (*p != '=') {
        test->kind = CSS_TEST_UNKNOWN;
        return;
    }
    p += 1 + strspn(p + 1, BLANKS);
    length = *p == '"' || *p == '\'' ? css_step(p) : strcspn(p, BLANKS);
    bool quoted = *p == '"' || *p == '\'';
    test->value = quoted && length > 1 ? g_strndup(p + 1, length - 2) : g_strndup(p, length);
    test->any_case = strchr(p + length, 'i') || strchr(p + length, 'I');
    if (strchr(test->value, '\\'))
        test->kind = CSS_TEST_UNKNOWN;
}

/* "2n + 1", "odd". */
static void read_nth(struct css_test *test, const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, BLANKS, -1);
    g_autofree char *joined = g_strjoinv("", parts), *plain = g_ascii_strdown(joined, -1);
    char *n = strchr(plain, 'n'), *end;
    test->kind = CSS_TEST_NTH;
    if (strcmp(plain, "odd") == 0 || strcmp(plain, "even") == 0) {
        test->step = 2;
        test->offset = *plain == 'o';
        return;
    }
    if (n && n != plain)
        test->step = n[-1] == '+' ? 1 : n[-1] == '-' ? -1 : (int)strtol(plain, &end, 10);
    else
        test->step = n != NULL;
    test->offset = (int)strtol(n ? n + 1 : plain, &end, 10);
    if (*end || strstr(text, " of "))
        test->kind = CSS_TEST_UNKNOWN;
}

static bool parse(struct parser *parser);

/* The list of ":is(…)" and its like, the heaviest of which counts; of ":has(…)", each begins at the
 * element. */
static void read_list(struct parser *parser, struct css_test *test, const char *list, bool weighs)
{
    bool has = test->kind == CSS_TEST_HAS;
    unsigned heaviest = 0;
    test->others = g_array_new(FALSE, TRUE, sizeof(struct css_selector));
    g_array_set_clear_func(test->others, clear_selector);
    for (const char *p = list; *p && parser->depth < DEPTH_MOST;) {
        size_t length = css_length(p, ",");
        g_autofree char *one = g_strstrip(g_strndup(p, length));
        g_autofree char *whole =
            g_strconcat(has && !g_str_has_prefix(one, ":scope") ? ":scope " : "", one, NULL);
        struct css_selector selector = {0};
        struct parser inner = {whole, parser->names, &selector, parser->depth + 1};
        if (parse(&inner))
            g_array_append_val(test->others, selector);
        else
            css_clear_selector(&selector);
        heaviest = MAX(heaviest, selector.weight - (has ? WEIGHT_CLASS : 0));
        p += length + (p[length] == ',');
    }
    if (parser->depth == DEPTH_MOST)
        test->kind = CSS_TEST_UNKNOWN;
    parser->selector->weight += weighs ? heaviest : 0;
}

/* ":first-child", ":nth-last-of-type(" and their like; false: the name is none of them. */
static bool read_place_among(struct css_test *test, const char *name)
{
    static struct pattern form = PATTERN("^(?:first|last|nth(-last)?)-(?:child|of-type)$");
    struct range found;
    if (!pattern_find(&form, name, 0, &found))
        return false;
    test->kind = CSS_TEST_NTH;
    test->from_last = strstr(name, "last-") != NULL;
    test->of_kind = g_str_has_suffix(name, "-type");
    return true;
}

/* What a pointer, a reader or a program does. */
static const char *const states[] = {"hover",         "active",
                                     "focus",         "focus-within",
                                     "focus-visible", "visited",
                                     "target",        "target-within",
                                     "user-valid",    "user-invalid",
                                     "fullscreen",    "picture-in-picture",
                                     "autofill",      "popover-open",
                                     "open",          "modal",
                                     "valid",         "invalid",
                                     "enabled",       "read-only",
                                     "read-write",    "placeholder-shown",
                                     "default",       "indeterminate",
                                     "playing",       NULL};

/* A name alone. */
static void read_plain(struct css_test *test, const char *name)
{
    static const struct {
        const char *name;
        enum css_test_kind kind;
    } others[] = {{"empty", CSS_TEST_EMPTY},       {"link", CSS_TEST_LINK},
                  {"any-link", CSS_TEST_LINK},     {"only-child", CSS_TEST_ONLY},
                  {"only-of-type", CSS_TEST_ONLY}, {"defined", CSS_TEST_ALL},
                  {"scope", CSS_TEST_SCOPE}};
    static const char *const attributes[] = {"checked", "disabled", "required", NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (strcmp(name, others[i].name) == 0) {
            test->kind = others[i].kind;
            test->of_kind = g_str_has_suffix(name, "-type");
            return;
        }
    if (read_place_among(test, name))
        test->offset = 1;
    else if (g_strv_contains(attributes, name)) {
        test->kind = CSS_TEST_ATTRIBUTE;
        test->name = g_strdup(name);
    } else if (g_strv_contains(states, name))
        test->kind = CSS_TEST_STATE;
}

/* Behind the ":". */
static void read_class(struct parser *parser, struct css_test *test)
{
    g_autofree char *written = take_name(&parser->at);
    g_autofree char *name = g_ascii_strdown(written, -1), *inner = NULL;
    if (*parser->at == '(') {
        size_t length = css_length(++parser->at, ")");
        inner = g_strstrip(g_strndup(parser->at, length));
        parser->at += length + (parser->at[length] == ')');
    }
    bool is = inner && (strcmp(name, "is") == 0 || g_str_has_suffix(name, "-any"));
    bool where = inner && strcmp(name, "where") == 0, none = inner && strcmp(name, "not") == 0;
    test->kind = CSS_TEST_UNKNOWN;
    bool has = inner && strcmp(name, "has") == 0;
    if (is || where || none || has) {
        test->kind = none ? CSS_TEST_NONE : has ? CSS_TEST_HAS : CSS_TEST_SOME;
        read_list(parser, test, inner, !where);
        return;
    }
    parser->selector->weight += WEIGHT_CLASS;
    if (inner && g_str_has_prefix(name, "nth-") && read_place_among(test, name))
        read_nth(test, inner);
    else if (inner && strcmp(name, "lang") == 0) {
        test->kind = CSS_TEST_LANG;
        test->value = g_strdup(inner);
    } else if (!inner && strcmp(name, "root") == 0) {
        test->kind = CSS_TEST_NAME;
        test->number = css_number(parser->names, '<', "html", true);
    } else if (!inner)
        read_plain(test, name);
}

/* "::before", or an old name with one colon. False: it is a class. */
static bool read_place(struct parser *parser)
{
    static const struct {
        const char *name;
        enum html_place place;
    } names[] = {{"before", HTML_BEFORE},
                 {"marker", HTML_BEFORE},
                 {"after", HTML_BEHIND},
                 {"first-letter", HTML_NOWHERE},
                 {"first-line", HTML_NOWHERE}};
    bool element = parser->at[1] == ':';
    const char *p = parser->at + 1 + element;
    g_autofree char *written = take_name(&p);
    g_autofree char *name = g_ascii_strdown(written, -1);
    size_t i = 0;
    while (i < G_N_ELEMENTS(names) && strcmp(names[i].name, name) != 0)
        i++;
    if (!element && i == G_N_ELEMENTS(names))
        return false;
    parser->selector->place = i < G_N_ELEMENTS(names) ? names[i].place : HTML_NOWHERE;
    parser->selector->weight += WEIGHT_TAG;
    parser->at = p;
    if (*p == '(')
        parser->at += 1 + css_length(p + 1, ")");
    return true;
}

/* One of what an element is asked for; the sign that it begins with is known to be one. */
static void read_test(struct parser *parser, GArray *tests)
{
    struct css_test test = {.kind = CSS_TEST_UNKNOWN};
    char sign = *parser->at;
    if (sign == ':' && read_place(parser))
        return;
    parser->at += strchr(".#[:*&", sign) != NULL;
    if (sign == '*')
        return;
    if (sign == '.' || sign == '#')
        read_name(parser, &test, sign);
    else if (sign == '[')
        read_attribute(parser, &test);
    else if (sign == ':')
        read_class(parser, &test);
    else if (sign != '&') {
        const char *start = parser->at;
        read_name(parser, &test, '<');
        parser->at += parser->at == start; /* no sign of any grammar */
    }
    g_array_append_val(tests, test);
}

static void read_compound(struct parser *parser, char tie)
{
    struct css_compound compound = {g_array_new(FALSE, TRUE, sizeof(struct css_test)), tie};
    g_array_set_clear_func(compound.tests, clear_test);
    while (*parser->at && !strchr(BLANKS ">+~", *parser->at))
        read_test(parser, compound.tests);
    g_array_append_val(parser->selector->compounds, compound);
}

/* A name that an element has for certain, if the compound asks for one: a class is rarest. */
static unsigned key_of(const struct css_compound *compound)
{
    unsigned key = 0;
    for (guint i = compound->tests->len; i > 0; i--) {
        const struct css_test *test = &g_array_index(compound->tests, struct css_test, i - 1);
        key = test->kind == CSS_TEST_NAME ? test->number : key;
    }
    const struct css_test *last =
        &g_array_index(compound->tests, struct css_test, MAX(compound->tests->len, 1) - 1);
    return compound->tests->len > 0 && last->kind == CSS_TEST_NAME ? last->number : key;
}

static bool parse(struct parser *parser)
{
    GArray *compounds = g_array_new(FALSE, TRUE, sizeof(struct css_compound));
    g_array_set_clear_func(compounds, clear_compound);
    parser->selector->compounds = compounds;
    char tie = ' ';
    for (parser->at += strspn(parser->at, BLANKS); *parser->at;) {
        read_compound(parser, tie);
        size_t blanks = strspn(parser->at, BLANKS);
        tie = parser->at[blanks] && strchr(">+~", parser->at[blanks]) ? parser->at[blanks] : ' ';
        parser->at += blanks + (tie != ' ');
        parser->at += strspn(parser->at, BLANKS);
    }
    if (compounds->len > 0)
        parser->selector->key =
            key_of(&g_array_index(compounds, struct css_compound, compounds->len - 1));
    return compounds->len > 0 && compounds->len <= PARTS_MOST &&
           parser->selector->place != HTML_NOWHERE;
}

/* The names that only what stands above the element has. */
static void note_above(struct css_selector *selector)
{
    for (guint i = selector->compounds->len - 1; i > 0; i--) {
        char tie = g_array_index(selector->compounds, struct css_compound, i).tie;
        const GArray *tests = g_array_index(selector->compounds, struct css_compound, i - 1).tests;
        for (guint k = 0; k < tests->len && (tie == ' ' || tie == '>'); k++) {
            const struct css_test *test = &g_array_index(tests, struct css_test, k);
            if (test->kind == CSS_TEST_NAME)
                selector->above[test->number / 64 % CSS_WORDS] |= (uint64_t)1 << test->number % 64;
        }
    }
}

/* One class, of any tag or one, and nothing else. */
static bool is_of_class(const struct css_compound *compound)
{
    unsigned classes = 0;
    for (guint i = 0; i < compound->tests->len; i++) {
        const struct css_test *test = &g_array_index(compound->tests, struct css_test, i);
        if (test->kind != CSS_TEST_NAME || test->sign == '#')
            return false;
        classes += test->sign == '.';
    }
    return classes == 1;
}

bool css_read_selector(struct css_selector *selector, const char *text, GHashTable *names)
{
    *selector = (struct css_selector){.place = HTML_ITSELF};
    if (!parse(&(struct parser){text, names, selector, 0})) {
        css_clear_selector(selector);
        return false;
    }
    const struct css_compound *last =
        &g_array_index(selector->compounds, struct css_compound, selector->compounds->len - 1);
    selector->of_class = selector->compounds->len == 1 && is_of_class(last);
    note_above(selector);
    return true;
}
