/*
 * A reader of settings that the program carries: what they need of YAML is a small part of it, and
 * libyaml took a twentieth of a whole run for the words of one language.
 */
#include "content/yaml.h"

#include <string.h>

#define HEX_DIGITS 4 /* of "\u00a0" */

struct plain {
    const char *at;
    const char *path;
    int line;
};

static struct yaml *node_new(const struct plain *p, enum yaml_kind kind, char *text)
{
    struct yaml *yaml = g_new0(struct yaml, 1);
    yaml->kind = kind;
    yaml->pos = yaml->key_pos = (struct pos){.path = p->path, .line = p->line, .col = 1};
    yaml->text = text;
    if (kind != YAML_SCALAR)
        yaml->children = g_ptr_array_new_with_free_func((GDestroyNotify)yaml_tree_free);
    return yaml;
}

static void skip_blanks(struct plain *p)
{
    p->at += strspn(p->at, " ");
}

static char *fail(GString *text)
{
    g_string_free(text, TRUE);
    return NULL;
}

/* "\uXXXX" or "\\"; false: something else. */
static bool read_escape(struct plain *p, GString *text)
{
    if (p->at[0] != '\\' || !p->at[1] || !strchr("u\\", p->at[1]))
        return false;
    g_autofree char *digits = g_strndup(p->at + 2, p->at[1] == 'u' ? HEX_DIGITS : 0);
    g_string_append_unichar(text, *digits ? (gunichar)g_ascii_strtoull(digits, NULL, 16)
                                          : (gunichar)p->at[1]);
    p->at += 2 + strlen(digits);
    return true;
}

/* Between double quotes; NULL: with another escape, or without an end. */
static char *read_quoted(struct plain *p)
{
    GString *text = g_string_new(NULL);
    for (p->at++;;) {
        size_t length = strcspn(p->at, "\"\\\n");
        g_string_append_len(text, p->at, (gssize)length);
        p->at += length;
        if (*p->at == '"')
            break;
        if (!read_escape(p, text))
            return fail(text);
    }
    p->at++;
    return g_string_free(text, FALSE);
}

/* True for what is more to YAML than its letters. */
static bool has_meaning(const char *text, bool in_list)
{
    static const char *const nothing[] = {"~", "null", "Null", "NULL", NULL};
    return !*text || strchr("?:,[]{}#&*!|>'\"%@`", *text) || strstr(text, ": ") ||
           g_str_equal(text, "-") || g_str_has_prefix(text, "- ") || strstr(text, " #") ||
           g_str_has_suffix(text, ":") || g_strv_contains(nothing, text) ||
           (in_list && strpbrk(text, "[{}"));
}

static char *read_bare(struct plain *p, bool in_list)
{
    size_t length = strcspn(p->at, in_list ? ",]\n" : "\n");
    char *text = g_strchomp(g_strndup(p->at, length));
    p->at += length;
    if (has_meaning(text, in_list))
        g_clear_pointer(&text, g_free);
    return text;
}

static struct yaml *read_scalar(struct plain *p, bool in_list)
{
    char *text = *p->at == '"' ? read_quoted(p) : read_bare(p, in_list);
    return text ? node_new(p, YAML_SCALAR, text) : NULL;
}

static struct yaml *read_list(struct plain *p)
{
    struct yaml *list = node_new(p, YAML_LIST, NULL);
    for (p->at++; *p->at != ']'; skip_blanks(p)) {
        struct yaml *entry = read_scalar(p, true);
        skip_blanks(p);
        if (entry)
            g_ptr_array_add(list->children, entry);
        if (!entry || !strchr(",]", *p->at)) {
            yaml_tree_free(list);
            return NULL;
        }
        p->at += *p->at == ',';
    }
    p->at++;
    return list;
}

/* What stands behind a key; NULL: more than is known here. */
static struct yaml *read_value(struct plain *p)
{
    skip_blanks(p);
    if (*p->at == '\n')
        return node_new(p, YAML_SCALAR, g_strdup(""));
    struct yaml *value = *p->at == '[' ? read_list(p) : read_scalar(p, false);
    skip_blanks(p);
    if (*p->at != '\n')
        g_clear_pointer(&value, yaml_tree_free);
    return value;
}

/* The mapping that the last key without a value has below it; NULL: it has a value. */
static struct yaml *open_last(struct yaml *top)
{
    guint n = top->children->len;
    struct yaml *last = n > 0 ? top->children->pdata[n - 1] : NULL;
    if (!last || last->kind == YAML_LIST || (last->kind == YAML_SCALAR && *last->text))
        return NULL;
    if (last->kind == YAML_SCALAR) {
        g_clear_pointer(&last->text, g_free);
        last->kind = YAML_MAPPING;
        last->children = g_ptr_array_new_with_free_func((GDestroyNotify)yaml_tree_free);
    }
    return last;
}

/* A key and its value. */
static bool read_member(struct plain *p, struct yaml *top)
{
    size_t indent = strspn(p->at, " ");
    struct yaml *mapping = indent == 0 ? top : indent == 2 ? open_last(top) : NULL;
    const char *key = p->at + indent;
    size_t length = strspn(key, "abcdefghijklmnopqrstuvwxyz_0123456789");
    if (!mapping || length == 0 || key[length] != ':' || !strchr(" \n", key[length + 1]))
        return false;
    p->at = key + length + 1;
    struct yaml *value = read_value(p);
    if (!value)
        return false;
    value->key = g_strndup(key, length);
    value->key_pos.col = (int)indent + 1;
    g_ptr_array_add(mapping->children, value);
    return true;
}

struct yaml *yaml_plain(const char *text, const char *path)
{
    struct plain p = {.at = text, .path = g_intern_string(path), .line = 1};
    struct yaml *top = node_new(&p, YAML_MAPPING, NULL);
    for (; *p.at; p.at++, p.line++) {
        const char *end = strchr(p.at, '\n');
        bool empty = p.at + strspn(p.at, " ") == end || *p.at == '#';
        if (!end || (!empty && !read_member(&p, top))) {
            yaml_tree_free(top);
            return NULL;
        }
        if (empty)
            p.at = end;
    }
    return top;
}
