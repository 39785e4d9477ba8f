/*
 * Writing XML and HTML. A start tag stays open until it is known what follows, because attributes,
 * content and the short end all come after its name.
 */
#include "base/xml.h"

#include <stdbool.h>

#define INDENT 2

struct level {
    const char *name;
    bool has_elements, has_text;
};

struct xml {
    GString *out;
    GArray *levels; /* struct level of each element that is open, outermost first */
    enum xml_syntax syntax;
    bool in_tag; /* the last start tag still takes attributes */
};

struct xml *xml_new(enum xml_syntax syntax)
{
    struct xml *xml = g_new0(struct xml, 1);
    xml->out = g_string_new(NULL);
    xml->levels = g_array_new(FALSE, TRUE, sizeof(struct level));
    xml->syntax = syntax;
    return xml;
}

void xml_head(struct xml *xml)
{
    g_string_append(xml->out, xml->syntax == XML_SYNTAX_HTML
                                  ? "<!doctype html>\n"
                                  : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

/* The element that is open, or NULL. */
static struct level *find_level(struct xml *xml)
{
    guint depth = xml->levels->len;
    return depth > 0 ? &g_array_index(xml->levels, struct level, depth - 1) : NULL;
}

static void end_tag(struct xml *xml)
{
    if (xml->in_tag)
        g_string_append_c(xml->out, '>');
    xml->in_tag = false;
}

/* A line of its own for the next tag of XML, but where words would get white space by it. */
static void start_line(struct xml *xml, const struct level *parent)
{
    if (xml->syntax != XML_SYNTAX_XML || (parent && parent->has_text))
        return;
    if (xml->out->len > 0 && xml->out->str[xml->out->len - 1] != '\n')
        g_string_append_c(xml->out, '\n');
    g_string_append_printf(xml->out, "%*s", INDENT * (int)xml->levels->len, "");
}

void xml_open(struct xml *xml, const char *name)
{
    struct level *parent = find_level(xml), level = {.name = name};
    end_tag(xml);
    start_line(xml, parent);
    if (parent)
        parent->has_elements = true;
    g_string_append_c(xml->out, '<');
    g_string_append(xml->out, name);
    g_array_append_val(xml->levels, level);
    xml->in_tag = true;
}

void xml_attribute(struct xml *xml, const char *name, const char *value)
{
    g_return_if_fail(xml->in_tag);
    if (!value)
        return;
    g_string_append_c(xml->out, ' ');
    g_string_append(xml->out, name);
    g_string_append(xml->out, "=\"");
    xml_escape(xml->out, value);
    g_string_append_c(xml->out, '"');
}

void xml_attribute_int(struct xml *xml, const char *name, gint64 value)
{
    g_return_if_fail(xml->in_tag);
    g_string_append_printf(xml->out, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

void xml_text(struct xml *xml, const char *text)
{
    struct level *level = find_level(xml);
    end_tag(xml);
    if (level)
        level->has_text = true;
    xml_escape(xml->out, text);
}

void xml_raw(struct xml *xml, const char *markup)
{
    struct level *level = find_level(xml);
    end_tag(xml);
    if (level)
        level->has_text = true;
    g_string_append(xml->out, markup);
}

void xml_break(struct xml *xml)
{
    end_tag(xml);
    g_string_append_c(xml->out, '\n');
}

/* Elements of HTML that take neither content nor an end tag (HTML Standard 13.1.2). */
static bool is_void(const char *name)
{
    static const char *const names[] = {"area",  "base", "br",   "col",    "embed", "hr",  "img",
                                        "input", "link", "meta", "source", "track", "wbr", NULL};
    return g_strv_contains(names, name);
}

static void add_end_tag(struct xml *xml, const char *name)
{
    g_string_append(xml->out, "</");
    g_string_append(xml->out, name);
    g_string_append_c(xml->out, '>');
}

void xml_close(struct xml *xml, const char *name)
{
    struct level *level = find_level(xml);
    g_return_if_fail(level && g_str_equal(level->name, name));
    struct level closed = *level;
    g_array_set_size(xml->levels, xml->levels->len - 1);
    if (xml->syntax != XML_SYNTAX_HTML && xml->in_tag) {
        g_string_append(xml->out, "/>");
        xml->in_tag = false;
        return;
    }
    end_tag(xml);
    if (closed.has_elements)
        start_line(xml, &closed);
    if (xml->syntax != XML_SYNTAX_HTML || !is_void(name))
        add_end_tag(xml, name);
}

void xml_element(struct xml *xml, const char *name, const char *text)
{
    xml_open(xml, name);
    xml_text(xml, text);
    xml_close(xml, name);
}

char *xml_finish(struct xml *xml)
{
    g_warn_if_fail(xml->levels->len == 0);
    if (xml->syntax == XML_SYNTAX_XML && xml->out->len > 0)
        g_string_append_c(xml->out, '\n');
    char *text = g_string_free(xml->out, FALSE);
    g_array_unref(xml->levels);
    g_free(xml);
    return text;
}

/* What stands for the sign at `at`, which is `*length` bytes long: NULL, the sign itself; "" for
 * what is no Char of XML 1.0 (2.2). */
static const char *escape_of(const char *at, size_t *length)
{
    *length = 1;
    switch ((guchar)*at) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&apos;";
    case 0xEF: /* U+FFFE and U+FFFF */
        if ((guchar)at[1] != 0xBF || (guchar)at[2] < 0xBE)
            return NULL;
        *length = 3;
        return "";
    case '\t':
    case '\n':
    case '\r':
        return NULL;
    default:
        return (guchar)*at < ' ' ? "" : NULL;
    }
}

/* What needs no other sign is taken as it stands, many bytes at a time. */
void xml_escape(GString *out, const char *text)
{
    const char *from = text, *at = text;
    for (size_t length; *at; at += length) {
        const char *sign = escape_of(at, &length);
        if (!sign)
            continue;
        g_string_append_len(out, from, at - from);
        g_string_append(out, sign);
        from = at + length;
    }
    g_string_append_len(out, from, at - from);
}

char *xml_unescape(const char *text)
{
    static const char *const signs[][2] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
    GString *out = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) /* the sign itself comes last */
        g_string_replace(out, signs[i][0], signs[i][1], 0);
    return g_string_free(out, FALSE);
}
