/*
 * Turns libyaml's events into a small tree in which every value knows its place. Errors are
 * collected as far as the parser can go on, and any of them voids the tree. Awkward: libyaml counts
 * lines and columns from 0, an empty value has no text of its own, so its place is the end of its
 * key, and the library exports a function named yaml_free, which ours must not shadow.
 */
#include "content/yaml.h"

#include "base/paths.h"
#include "base/range.h"

#include <string.h>
#include <yaml.h>

struct reader {
    yaml_parser_t parser;
    const char *text;
    guint64 path; /* as base/paths.h numbers it */
    int first_line;
    struct diag *diag;
    bool failed;       /* something was reported: the tree is of no use */
    const char *at;    /* where the last look behind a value ended */
    size_t at_in_text; /* the same in characters, as libyaml counts */
};

static struct yaml *read_value(struct reader *r, const yaml_event_t *event, int depth);

void yaml_tree_free(struct yaml *yaml)
{
    if (!yaml)
        return;
    g_clear_pointer(&yaml->children, g_ptr_array_unref);
    g_free(yaml->text);
    g_free(yaml->key);
    g_free(yaml);
}

static void free_child(gpointer child)
{
    yaml_tree_free(child);
}

static struct yaml *yaml_new(enum yaml_kind kind, struct pos pos)
{
    struct yaml *yaml = g_new0(struct yaml, 1);
    yaml->kind = kind;
    yaml->pos = pos;
    if (kind != YAML_SCALAR)
        yaml->children = g_ptr_array_new_with_free_func(free_child);
    return yaml;
}

static struct pos place(const struct reader *r, yaml_mark_t mark)
{
    return (struct pos){
        .file = r->path, .line = (int)mark.line + r->first_line, .col = (int)mark.column + 1};
}

G_GNUC_PRINTF(3, 4)
static void complain(struct reader *r, struct pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    diag_report(r->diag, RULE_YAML_SYNTAX, pos, "%s", message);
    r->failed = true;
}

/* The encoding layer of libyaml fails before there are marks; it gives a byte offset. */
static yaml_mark_t mark_of_offset(const char *text, size_t offset)
{
    yaml_mark_t mark = {0};
    for (const char *p = text; *p && (size_t)(p - text) < offset; p = g_utf8_next_char(p)) {
        mark.column++;
        if (*p == '\n') {
            mark.line++;
            mark.column = 0;
        }
    }
    return mark;
}

/* What stands in a line behind dashes and its key. */
static const char *value_in(const char *line, const char **out_key)
{
    const char *at = line + strspn(line, " ");
    while (*at == '-' && at[1] == ' ')
        at += 1 + strspn(at + 1, " ");
    size_t key = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    bool has_key = key > 0 && at[key] == ':' && at[key + 1] == ' ';
    *out_key = at;
    return has_key ? at + key + 1 + strspn(at + key + 1, " ") : at;
}

/* Explains what people write without knowing that it has a meaning in YAML; false: it is something
 * else. */
static bool complain_unquoted(struct reader *r, struct pos pos, const char *line)
{
    const char *key, *value = value_in(line, &key);
    size_t length = strcspn(value, "\n");
    bool colon =
        g_strcmp0(r->parser.problem, "mapping values are not allowed in this context") == 0;
    bool sign = length > 0 && strchr("*&!%@`>|{[", *value);
    const char *quote = memchr(value, '"', length) ? "'" : "\"";
    if ((!colon || value == key || strchr("\"'", *value)) && !sign)
        return false;
    g_autofree char *what = colon ? g_strdup("a colon and a blank in it mean")
                                  : g_strdup_printf("'%c' at its start means", *value);
    complain(r, pos, "%s something else here: put the %.*s in quotes: %.*s%s%.*s%s", what,
             value > key ? (int)strcspn(key, ":") : (int)strlen("value"),
             value > key ? key : "value", (int)(value - key), key, quote, (int)length, value,
             quote);
    return true;
}

static void complain_parser(struct reader *r)
{
    const yaml_parser_t *parser = &r->parser;
    yaml_mark_t mark = parser->error == YAML_READER_ERROR
                           ? mark_of_offset(r->text, parser->problem_offset)
                           : parser->problem_mark;
    const char *line = r->text;
    for (size_t i = 0; i < mark.line && line; i++)
        line = range_next_line(line);
    const char *at =
        line ? g_utf8_offset_to_pointer(line, MIN((long)mark.column, g_utf8_strlen(line, -1))) : "";
    if (*at == '\t')
        complain(r, place(r, mark), "a tab cannot indent a line here: use spaces");
    else if (!line || !complain_unquoted(r, place(r, mark), line))
        complain(r, place(r, mark), "the settings cannot be read here: %s",
                 parser->problem ? parser->problem : "not YAML");
}

/* The next event, which the caller deletes; false once libyaml has given up. */
static bool next_event(struct reader *r, yaml_event_t *event)
{
    if (yaml_parser_parse(&r->parser, event))
        return true;
    complain_parser(r);
    return false;
}

static void refuse_properties(struct reader *r, struct pos pos, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor)
        complain(r, pos, "the anchor '&%s' is not allowed here: write the value out", anchor);
    if (tag)
        complain(r, pos, "the tag '%s' is not allowed here: leave it out", tag);
}

/* YAML's ways of writing "no value". */
static bool is_null(const yaml_event_t *event)
{
    static const char *const words[] = {"~", "null", "Null", "NULL", NULL};
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           g_strv_contains(words, (const char *)event->data.scalar.value);
}

/* Line ends to spaces: facts are printed within a line. */
static char *on_one_line(const char *value)
{
    if (!strchr(value, '\n'))
        return g_strdup(value);
    g_auto(GStrv) lines = g_strsplit(value, "\n", -1);
    GString *out = g_string_new(NULL);
    for (char **line = lines; *line; line++) {
        if (!**line)
            continue;
        if (out->len)
            g_string_append_c(out, ' ');
        g_string_append(out, *line);
    }
    return g_string_free(out, FALSE);
}

/* Escapes ("\a", "\0") can write what a text file itself may not hold. */
static void refuse_controls(struct reader *r, struct pos pos, const char *value, size_t length)
{
    bool bad = strlen(value) != length;
    for (const char *p = value; *p && !bad; p = g_utf8_next_char(p))
        bad = !g_ascii_isprint(*p) && g_unichar_iscntrl(g_utf8_get_char(p)) && *p != '\n' &&
              *p != '\t';
    if (!bad)
        return;
    diag_report(r->diag, RULE_ENCODING, pos, "the value holds a control character: take it out");
    r->failed = true;
}

/* What stands behind the mark; marks come in order, so that the text is walked through once. */
static const char *text_behind(struct reader *r, yaml_mark_t mark)
{
    r->at = g_utf8_offset_to_pointer(r->at, (glong)mark.index - (glong)r->at_in_text);
    r->at_in_text = mark.index;
    return r->at;
}

/* A '#' that the author may have meant as a sign, while YAML leaves out what follows: "Room #5",
 * "Room # 5". Front matter holds sentences, so there a word behind words may be meant as well;
 * settings, dates and names of files have remarks behind them. */
static bool may_be_meant(const struct reader *r, const char *sign, const char *value)
{
    const char *word = sign + 1 + strspn(sign + 1, " \t#");
    bool remark = sign[1] == '\0' || strchr(" \t\n\r#", sign[1]);
    bool words = strchr(value, ' ') || g_unichar_isupper(g_utf8_get_char(value));
    return !remark || g_unichar_isdigit(g_utf8_get_char(word)) || (r->first_line > 1 && words);
}

static void refuse_cut(struct reader *r, const yaml_event_t *event)
{
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return;
    const char *value = (const char *)event->data.scalar.value;
    const char *end = text_behind(r, event->end_mark), *sign = end + strspn(end, " \t");
    if (*sign == '#' && sign > end && may_be_meant(r, sign, value))
        complain(r, place(r, event->end_mark),
                 "a '#' behind a blank begins a remark, so '%.*s' is left out: put the value in "
                 "quotes: \"%s%.*s\", or the remark on a line of its own",
                 (int)strcspn(sign, "\r\n"), sign, value, (int)strcspn(end, "\r\n") - !*value,
                 end + !*value);
}

static struct yaml *read_scalar(struct reader *r, const yaml_event_t *event)
{
    struct pos pos = place(r, event->start_mark);
    const char *value = (const char *)event->data.scalar.value;
    refuse_properties(r, pos, event->data.scalar.anchor, event->data.scalar.tag);
    refuse_controls(r, pos, value, event->data.scalar.length);
    refuse_cut(r, event);
    struct yaml *yaml = yaml_new(YAML_SCALAR, pos);
    yaml->text = is_null(event) ? g_strdup("") : on_one_line(value);
    return yaml;
}

static struct yaml *read_list(struct reader *r, const yaml_event_t *start, int depth)
{
    struct yaml *list = yaml_new(YAML_LIST, place(r, start->start_mark));
    refuse_properties(r, list->pos, start->data.sequence_start.anchor,
                      start->data.sequence_start.tag);
    yaml_event_t event;
    while (next_event(r, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct yaml *child = end ? NULL : read_value(r, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            return list;
        if (!child)
            break;
        g_ptr_array_add(list->children, child);
    }
    yaml_tree_free(list);
    return NULL;
}

/* The value of a key whose event has been read; takes nothing over. */
static struct yaml *read_member(struct reader *r, const yaml_event_t *key, GHashTable *seen,
                                int depth)
{
    struct pos key_pos = place(r, key->start_mark);
    if (key->type != YAML_SCALAR_EVENT) {
        complain(r, key_pos, "a key must be one word before a colon");
        return NULL;
    }
    g_autofree char *name = g_strdup((const char *)key->data.scalar.value);
    refuse_properties(r, key_pos, key->data.scalar.anchor, key->data.scalar.tag);
    if (!g_hash_table_add(seen, g_strdup(name))) {
        diag_report(r->diag, RULE_YAML_KEY, key_pos,
                    "the key '%s' stands here a second time: keep one", name);
        r->failed = true;
    }
    yaml_event_t event;
    if (!next_event(r, &event))
        return NULL;
    struct yaml *value = read_value(r, &event, depth + 1);
    yaml_event_delete(&event);
    if (value) {
        value->key = g_steal_pointer(&name);
        value->key_pos = key_pos;
    }
    return value;
}

static struct yaml *read_mapping(struct reader *r, const yaml_event_t *start, int depth)
{
    struct yaml *mapping = yaml_new(YAML_MAPPING, place(r, start->start_mark));
    refuse_properties(r, mapping->pos, start->data.mapping_start.anchor,
                      start->data.mapping_start.tag);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    yaml_event_t event;
    while (next_event(r, &event)) {
        bool end = event.type == YAML_MAPPING_END_EVENT;
        struct yaml *child = end ? NULL : read_member(r, &event, seen, depth);
        yaml_event_delete(&event);
        if (end)
            return mapping;
        if (!child)
            break;
        g_ptr_array_add(mapping->children, child);
    }
    yaml_tree_free(mapping);
    return NULL;
}

/* The value that `event` begins, or NULL when parsing cannot go on (reported). */
static struct yaml *read_value(struct reader *r, const yaml_event_t *event, int depth)
{
    struct pos pos = place(r, event->start_mark);
    if (depth > YAML_DEPTH_LIMIT) {
        complain(r, pos, "values stand more than %d deep inside each other: settings need far less",
                 YAML_DEPTH_LIMIT);
        return NULL;
    }
    if (event->type == YAML_SCALAR_EVENT)
        return read_scalar(r, event);
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return read_list(r, event, depth);
    if (event->type == YAML_MAPPING_START_EVENT)
        return read_mapping(r, event, depth);
    complain(r, pos, "the alias '*%s' is not allowed here: write the value out",
             (const char *)event->data.alias.anchor);
    return NULL;
}

/* The single document's value; NULL for none. */
static struct yaml *read_stream(struct reader *r)
{
    struct yaml *root = NULL;
    yaml_event_t event;
    bool end = false;
    while (!end && !r->failed && next_event(r, &event)) {
        if (event.type == YAML_STREAM_END_EVENT)
            end = true;
        else if (event.type == YAML_DOCUMENT_START_EVENT && root)
            complain(r, place(r, event.start_mark),
                     "a second document starts here: keep one in a file");
        else if (event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT &&
                 event.type != YAML_DOCUMENT_END_EVENT)
            root = read_value(r, &event, 1);
        yaml_event_delete(&event);
    }
    return root;
}

static struct yaml *check_top(struct reader *r, struct yaml *root)
{
    bool empty = !root || (root->kind == YAML_SCALAR && !*root->text);
    if (!empty && root->kind != YAML_MAPPING && !r->failed)
        complain(r, root->pos, "settings are lines of 'key: value'");
    if (empty || r->failed)
        g_clear_pointer(&root, yaml_tree_free);
    if (empty && !r->failed)
        root = yaml_new(YAML_MAPPING, (struct pos){.file = r->path, .line = r->first_line});
    return root;
}

struct yaml *yaml_parse(const char *text, const char *path, int first_line, struct diag *diag)
{
    struct reader r = {.text = text,
                       .path = paths_number(path),
                       .first_line = first_line,
                       .diag = diag,
                       .at = text};
    if (!yaml_parser_initialize(&r.parser))
        g_error("out of memory");
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, strlen(text));
    struct yaml *root = check_top(&r, read_stream(&r));
    yaml_parser_delete(&r.parser);
    return root;
}

static bool has_key(const struct yaml *mapping, const char *key)
{
    for (guint i = 0; i < mapping->children->len; i++)
        if (g_str_equal(((const struct yaml *)mapping->children->pdata[i])->key, key))
            return true;
    return false;
}

void yaml_add_missing(struct yaml *mapping, struct yaml *others)
{
    for (guint i = 0; i < others->children->len;) {
        const struct yaml *other = others->children->pdata[i];
        if (has_key(mapping, other->key))
            i++;
        else
            g_ptr_array_add(mapping->children, g_ptr_array_steal_index(others->children, i));
    }
}
