/*
 * Plain words in the two syntaxes of content/: Markdown and YAML. Awkward: the parser turns bare
 * web addresses into links before it looks at backslashes, and shows those; so an address is left
 * alone when nothing in it needs one, and is kept from becoming a link when something does.
 */
#include "content/address.h"
#include "import/parts.h"

#include <string.h>

/* What a bare web address may hold to be written as it is. */
#define ADDRESS_SIGNS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/.?=%+,-"

static bool is_address(const char *word, size_t n)
{
    g_autofree char *address = g_strndup(word, n);
    return strspn(address, ADDRESS_SIGNS) == n && address_is_web(address);
}

/* Signs that mean something to Markdown between the characters `before` and `after`. */
static bool is_sign(char before, char c, char after, bool in_cell)
{
    if (c == '_')
        return !g_ascii_isalnum(before) || !g_ascii_isalnum(after);
    if (c == '#')
        return strchr(" #\n", before); /* and at the start */
    if (c == '&')
        return after == '#' || g_ascii_isalpha(after);
    if (c == ':')
        return after == '/';
    if (c == '^')
        return before == '[';
    if (c == '!')
        return before == '<';
    return strchr("\\`*[]<~", c) || (in_cell && c == '|');
}

/* True for a brace that would open the attributes of a span, which no backslash keeps from it. */
static bool opens_span(const char *text)
{
    const char *name = text + 1 + strspn(text + 1, " ");
    return *text == '{' && (g_str_has_prefix(name, "lang=") || g_str_has_prefix(name, "dir="));
}

static void escape_word(GString *out, const char *word, size_t n, bool in_cell)
{
    char before = out->len ? out->str[out->len - 1] : ' ';
    for (size_t i = 0; i < n; i++) {
        char after = i + 1 < n ? word[i + 1] : ' ';
        bool host = word[i] == '.' && i >= 3 && g_ascii_strncasecmp(word + i - 3, "www", 3) == 0;
        if (host || is_sign(before, word[i], after, in_cell))
            g_string_append_c(out, '\\');
        g_string_append_c(out, word[i]);
        g_string_append(out, opens_span(word + i) ? "<!-- -->" : "");
        before = word[i];
    }
}

/* Signs that mean something at the start of a line: quotes, lists, rules, headings. */
static size_t escape_start(GString *out, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (*text && strchr(">+-=|", *text)) {
        g_string_append_printf(out, "\\%c", *text);
        return 1;
    }
    bool ends = digits > 0 && (text[digits] == '.' || text[digits] == ')');
    if (ends && (text[digits + 1] == ' ' || text[digits + 1] == '\0')) {
        g_string_append_printf(out, "%.*s\\%c", (int)digits, text, text[digits]);
        return digits + 1;
    }
    return 0;
}

void import_escape(GString *out, const char *text, bool in_cell)
{
    bool start = out->len == 0 || out->str[out->len - 1] == '\n';
    g_autofree char *plain = import_without_pictures(text);
    const char *p = plain;
    if (start && *text != ' ')
        p += strspn(p, " "); /* behind a picture */
    p += in_cell || !start ? 0 : escape_start(out, p);
    while (*p) {
        size_t n = strcspn(p, " ");
        if (is_address(p, n))
            g_string_append_len(out, p, (gssize)n);
        else
            escape_word(out, p, n, in_cell);
        p += n;
        if (*p == ' ')
            g_string_append_c(out, *p++);
    }
}

char *import_quote(const char *text)
{
    GString *out = g_string_new("\"");
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '"' || c == '\\')
            g_string_append_c(out, '\\');
        if (!g_unichar_iscntrl(c))
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
    return g_string_free(out, FALSE);
}
