/*
 * Tokens of HTML. Nothing is interpreted here. Awkward: the text of scripts and styles is full of
 * '<' that open no tag, so it ends at their end tag alone; a '<' that opens nothing is text.
 */
#include "content/article_html.h"

#include "content/article_parts.h"

#include <cmark-gfm.h>
#include <string.h>

/* Opens a stretch of plain text. */
#define CDATA "<![CDATA["

static void read_name(const char *tag, struct html_token *token)
{
    const char *name = tag + 1 + (tag[1] == '/');
    size_t n = 0;
    while (g_ascii_isalnum(name[n]))
        n++;
    token->name[0] = '\0';
    if (n >= sizeof token->name)
        return;
    for (size_t i = 0; i < n; i++)
        token->name[i] = g_ascii_tolower(name[i]);
    token->name[n] = '\0';
}

/* The end of what starts at `p` with `open` and ends with `close`: past it, or the end of the text
 * when it is never closed; NULL when `p` does not start so. */
static const char *skip(const char *p, const char *open, const char *close)
{
    if (!g_str_has_prefix(p, open))
        return NULL;
    const char *end = strstr(p + strlen(open), close);
    return end ? end + strlen(close) : p + strlen(p);
}

static const char *skip_comment(const char *p)
{
    const char *past = skip(p, "<!--", "-->");
    past = past ? past : skip(p, "<?", "?>");
    return past ? past : skip(p, "<!", ">");
}

/* Past the '>' that ends the tag at `p`, minding quotes; NULL when no tag stands there. */
static const char *skip_tag(const char *p)
{
    if (p[0] != '<' || !g_ascii_isalpha(p[1 + (p[1] == '/')]))
        return NULL;
    char quote = '\0';
    for (p++; *p; p++) {
        if (quote)
            quote = *p == quote ? '\0' : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (*p == '>')
            return p + 1;
    }
    return NULL;
}

/* A text whose words are no markup: from `p` to the end tag of `name`. */
static const char *skip_raw(const char *p, const char *name)
{
    g_autofree char *end = g_strconcat("</", name, NULL);
    while (*p && g_ascii_strncasecmp(p, end, strlen(end)) != 0)
        p++;
    return p;
}

static const char *skip_text(const char *p)
{
    do
        p++;
    while (*p && !(*p == '<' && (skip_tag(p) || skip_comment(p))));
    return p;
}

static bool is_raw(const char *name)
{
    return strcmp(name, "script") == 0 || strcmp(name, "style") == 0;
}

bool html_next(const char **at, struct html_token *token)
{
    const char *p = *at, *past;
    if (!*p)
        return false;
    token->name[0] = '\0';
    token->kind = HTML_TEXT;
    if ((past = skip(p, CDATA, "]]>"))) {
        *at = past;
        token->start = p + strlen(CDATA);
        past -= past[-1] == '>' ? strlen("]]>") : 0; /* else it is never closed */
        token->length = (size_t)(past - token->start);
        return true;
    }
    if ((past = skip_comment(p))) {
        token->kind = HTML_COMMENT;
    } else if ((past = skip_tag(p))) {
        token->kind = p[1] == '/' ? HTML_CLOSE : HTML_OPEN;
        read_name(p, token);
        if (token->kind == HTML_OPEN && is_raw(token->name))
            past = skip_raw(past, token->name);
    } else {
        past = skip_text(p);
    }
    token->start = p;
    token->length = (size_t)(past - p);
    *at = past;
    return true;
}

/* The attribute's name at `*p`, moved on to its value or to the next one; `*value` is empty where
 * there is none. */
static size_t read_attribute(const char **p, const char *end, const char **value, size_t *length)
{
    const char *name = *p;
    size_t n = 0;
    while (name + n < end && !strchr(" \t\n=/>", name[n]))
        n++;
    *p = name + n;
    *value = *p;
    *length = 0;
    while (*p < end && g_ascii_isspace(**p))
        (*p)++;
    if (*p == end || **p != '=')
        return n;
    for ((*p)++; *p < end && g_ascii_isspace(**p);)
        (*p)++;
    char quote = **p == '"' || **p == '\'' ? **p : '\0';
    *value = *p + (quote != '\0');
    while (*value + *length < end &&
           (quote ? (*value)[*length] != quote : !strchr(" \t\n>", (*value)[*length])))
        (*length)++;
    *p = MIN(*value + *length + (quote != '\0'), end);
    return n;
}

char *html_attribute(const struct html_token *tag, const char *name)
{
    const char *p = tag->start + 1 + strlen(tag->name), *end = tag->start + tag->length - 1;
    while (p < end) {
        const char *start = p, *value;
        size_t length, n = read_attribute(&p, end, &value, &length);
        if (n == strlen(name) && g_ascii_strncasecmp(start, name, n) == 0)
            return html_decode(value, length);
        if (p == start)
            p++;
    }
    return NULL;
}

bool html_holds_words(const struct html_token *tag)
{
    static const char *const switches[] = {"compact", "hidden",   "itemscope", "noshade",
                                           "nowrap",  "reversed", "open"};
    const char *p = tag->start + 1 + (tag->kind == HTML_CLOSE) + strlen(tag->name);
    const char *end = tag->start + tag->length - 1;
    while (p < end) {
        const char *start = p, *value;
        size_t length, n = read_attribute(&p, end, &value, &length);
        bool known = value > start + n || memchr(start, '-', n); /* data-…, aria-… */
        for (size_t i = 0; i < G_N_ELEMENTS(switches) && !known; i++)
            known = n == strlen(switches[i]) && g_ascii_strncasecmp(start, switches[i], n) == 0;
        if (n > 0 && !known)
            return true;
        if (p == start)
            p++;
    }
    return false;
}

/* By the Markdown parser: everything else that it might take for markup is escaped, and blanks are
 * folded, since four at the start would be code. */
char *html_decode(const char *text, size_t length)
{
    g_autoptr(GString) escaped = g_string_new(NULL);
    for (const char *p = text; p < text + length; p++) {
        bool entity = *p == '&' || *p == ';' || (*p == '#' && p > text && p[-1] == '&');
        bool blank = g_ascii_isspace(*p);
        if (blank && (p == text || g_ascii_isspace(p[-1])))
            continue;
        if (g_ascii_ispunct(*p) && !entity)
            g_string_append_c(escaped, '\\');
        g_string_append_c(escaped, blank ? ' ' : *p);
    }
    cmark_node *document = markdown_parse(escaped->str);
    char *words = markdown_words(document);
    markdown_free(document);
    return words;
}
