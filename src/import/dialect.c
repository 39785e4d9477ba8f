/*
 * Markdown as other programs have it, into ours, line by line: notes that are set off, definitions,
 * tables without their line of dashes, front matter. What stands within lines is
 * dialect_inline.c's. What our own editor's eye (examine/foreign.h) still finds then is listed.
 */
#include "import/dialect.h"

#include "base/lang.h"
#include "base/paths.h"
#include "base/pattern.h"
#include "examine/foreign.h"

#include <string.h>

#define WHY_FRONT   "the front matter of another program"
#define WHY_TABLE   "a table without its line of dashes: its first row names the columns now"
#define WHY_CODE    "code that another program makes something of: check what it is for"
#define WHY_COMMENT "a comment of another Markdown"

/* Blanks before what stands in a note of MkDocs. */
#define NOTE_INDENT 4

/* Lines that say nothing to a reader. */
static struct {
    struct pattern pattern;
    const char *why;
} idle[] = {
    {PATTERN("^\\s*\\[(TOC|\\[_TOC_\\])\\]\\s*$"), "a place for contents"},
    {PATTERN("^\\s*\\\\(newpage|pagebreak)\\s*$"), "a page break"},
    {PATTERN("^\\s*<!--\\s*more\\s*-->\\s*$"), "a break of another program"},
    {PATTERN("^\\s*\\{:?\\s*[.#][^}]*\\}\\s*$"), "attributes of another Markdown"},
    {PATTERN("^\\+([-=]+\\+)+\\s*$"), "a line drawn with signs"},
    {PATTERN(
         "^\\s*:(?:class|name|open|icon|color|alt|width|widths|height|align|scale|figclass|caption|"
         "header|header-rows|stub-columns|sync|selected):(?: .*)?$"),
     "an option of another program"},
    {PATTERN("^\\([\\w-]+\\)=\\s*$"), "a place that links lead to"},
    {PATTERN("^\\+{3}(?: *\\{.*\\})?\\s*$"), "a break of another program"},
    {PATTERN("^\\*\\[[^\\]]+\\]:.*"), "an abbreviation: its words stand where it is used first"},
};

static bool matches(struct pattern *pattern, const char *text)
{
    struct range at;
    return pattern_find(pattern, text, 0, &at);
}

static void drop(struct dialect *d, const char *text, const char *why)
{
    struct input_line *line = dialect_add(d, text);
    line->why = line->kind == LINE_BLANK ? NULL : why;
    line->draft = 0;
}

static bool is_empty(const char *text)
{
    return text[strspn(text, " \t")] == '\0';
}

/* Signs of a heading and its blank; 0: the line is none. */
static size_t heading_length(const char *text)
{
    size_t signs = strspn(text, "#");
    return signs >= 1 && signs <= 6 && text[signs] == ' ' ? signs + 1 : 0;
}

/* The text begins with a heading, and none is of level 1. */
static bool begins_with_heading(const struct dialect *d)
{
    bool first = true, headed = false;
    for (unsigned i = d->at; d->lines[i]; i++) {
        const char *text = d->lines[i];
        size_t length = body_line(&d->body, (int)i + 1).code ? 0 : heading_length(text);
        if (length == strlen("# ") || dialect_underline(text) == 1)
            return false;
        headed |= first && length > 0;
        first &= is_empty(text);
    }
    return headed;
}

/* The first heading of level 1, or what stands for it, where the front matter gives no title; or a
 * heading that says that title once more, above all other words. */
static bool take_title(struct dialect *d, const char *text)
{
    size_t length = heading_length(text);
    bool top = length == strlen("# ");
    if (length == 0 || (!top && !d->headed))
        return false;
    struct input_line *line;
    g_autofree char *own = g_strstrip(g_strdup(text + length));
    if (d->title && (d->out->str[strspn(d->out->str, "\n")] || strcmp(own, d->title) != 0))
        return false;
    line = dialect_add(d, text);
    line->is_title = true;
    line->draft = 0;
    g_autofree char *words = d->title ? NULL : dialect_line(d, text + length, line);
    if (words)
        d->title = dialect_title(words);
    d->headed = false;
    return true;
}

/* A heading that the line below it makes one. */
static bool take_underlined(struct dialect *d)
{
    const char *text = d->lines[d->at], *above = d->at ? d->lines[d->at - 1] : "";
    int level = dialect_underline(d->lines[d->at + 1]);
    if (level == 0 || !dialect_is_words(text) || dialect_is_words(above))
        return false;
    g_autofree char *head = g_strdup_printf("%s %s", level == 1 ? "#" : "##", text);
    bool title = take_title(d, head);
    g_autofree char *own = title ? NULL : dialect_line(d, head, dialect_add(d, text));
    d->at++;
    struct input_line *ruler = dialect_add(d, d->lines[d->at]);
    ruler->is_title = title;
    if (title)
        ruler->draft = 0;
    else
        dialect_put(d, own);
    return true;
}

/* A line of signs below several lines, of which no article makes a heading. */
static bool drop_ruler(struct dialect *d, const char *text)
{
    if (dialect_underline(text) == 0 || d->at == 0 || !dialect_is_words(d->lines[d->at - 1]))
        return false;
    drop(d, text, "a line drawn with signs");
    dialect_put(d, "");
    return true;
}

static bool is_row(const char *text)
{
    return text && text[strspn(text, " ")] == '|';
}

static bool is_dashes(const char *text)
{
    return text && strchr(text, '-') && text[strspn(text, " |:-")] == '\0';
}

/* The line above, or the one above that where a line drawn with signs is between; or NULL. */
static const char *row_above(const struct dialect *d)
{
    bool drawn = d->at > 1 && d->lines[d->at - 1][0] == '+';
    return d->at > drawn ? d->lines[d->at - 1 - drawn] : NULL;
}

/* The first row of a table gets its line of dashes. */
static void finish_table(struct dialect *d, const char *text, const struct input_line *line)
{
    const char *before = row_above(d), *after = d->lines[d->at + 1];
    if (!is_row(text) || is_row(before) || is_dashes(after))
        return;
    GString *dashes = g_string_new("|");
    for (const char *p = strchr(text, '|') + 1; (p = strchr(p, '|')); p++)
        g_string_append(dashes, "---|");
    if (dashes->len > 1) {
        source_changed(d->source, line, text, WHY_TABLE);
        dialect_put(d, dashes->str);
    }
    g_string_free(dashes, TRUE);
}

/* ": its meaning" below a term, which becomes bold. */
static bool define(struct dialect *d, const char *text)
{
    static struct pattern form = PATTERN("^: +\\S");
    size_t end = d->out->len ? d->out->len - 1 : 0, start = end;
    while (start > 0 && d->out->str[start - 1] != '\n')
        start--;
    if (!matches(&form, text) || start == end)
        return false;
    bool again = d->defined == d->line - 1;
    g_string_insert(d->out, (gssize)end, again ? "\\" : "**\\");
    g_string_insert(d->out, (gssize)start, again ? "" : "**");
    d->defined = d->line;
    const struct input_line *line = dialect_add(d, text);
    g_autofree char *meaning = dialect_line(d, text + 1 + strspn(text + 1, " "), line);
    dialect_put(d, meaning);
    return true;
}

static bool is_idle(struct dialect *d, const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(idle); i++)
        if (matches(&idle[i].pattern, text)) {
            drop(d, text, idle[i].why);
            return true;
        }
    return false;
}

/* The first row of a table right below another line, which it ends. */
static bool starts_table_below_words(const struct dialect *d)
{
    const char *below = d->lines[d->at + 1];
    return d->at > 0 && strchr(d->lines[d->at], '|') && is_dashes(below) && strchr(below, '|') &&
           !is_empty(d->lines[d->at - 1]) && !is_row(d->lines[d->at - 1]);
}

static void read_line(struct dialect *d)
{
    const char *text = d->lines[d->at];
    if (starts_table_below_words(d))
        dialect_put(d, "");
    if (take_underlined(d) || drop_ruler(d, text) || dialect_close_note(d, text) ||
        is_idle(d, text) || dialect_open_note(d, text) || take_title(d, text) || define(d, text))
        return;
    if (d->ends && *d->ends == '\0')
        text += *text == '\t' ? 1 : MIN(strspn(text, " "), NOTE_INDENT);
    struct input_line *line = dialect_add(d, text);
    g_autofree char *counted = dialect_count_item(d, text, line),
                    *renamed = dialect_rename_kind(d, counted, line),
                    *own = dialect_line(d, renamed, line);
    if (*text && own[strspn(own, " \t")] == '\0')
        return;
    dialect_break_above(d, line);
    dialect_put(d, own);
    finish_table(d, text, line);
}

/* "title: words" of front matter in YAML or TOML; owned by the caller, or NULL. */
static char *front_value(const char *text, const char *key)
{
    size_t length = strlen(key);
    if (g_ascii_strncasecmp(text, key, length) != 0)
        return NULL;
    const char *sign = text + length + strspn(text + length, " ");
    if (*sign != ':' && *sign != '=')
        return NULL;
    char *value = g_strstrip(g_strdup(sign + 1));
    size_t n = strlen(value);
    if (n > 1 && strchr("\"'", *value) && value[n - 1] == *value) {
        value[n - 1] = '\0';
        memmove(value, value + 1, n - 1);
    }
    return value;
}

/* The line that ends the front matter which the first one opens; 0: it opens none. YAML may end
 * with dots. */
static unsigned fenced_end(char **lines)
{
    bool yaml = strcmp(lines[0], "---") == 0;
    if (!yaml && strcmp(lines[0], "+++") != 0)
        return 0;
    unsigned end = 1;
    while (lines[end] && strcmp(lines[end], lines[0]) != 0 &&
           !(yaml && strcmp(lines[end], "...") == 0))
        end++;
    return lines[end] ? end : 0;
}

/* The empty line below "Title: words" and what else MultiMarkdown says of a text at its top; 0: it
 * says nothing. */
static unsigned headed_end(char **lines)
{
    static struct pattern title = PATTERN("^(?i:title):\\s+\\S"),
                          value = PATTERN("^\\w[\\w -]*:\\s+\\S");
    unsigned end = 0;
    if (!matches(&title, lines[0]))
        return 0;
    while (lines[end] && (matches(&value, lines[end]) || strchr(" \t", lines[end][0])))
        if (is_empty(lines[end++]))
            return end - 1;
    return 0;
}

static void read_front(struct dialect *d)
{
    unsigned fence = d->lines[0] ? fenced_end(d->lines) : 0;
    unsigned end = fence || !d->lines[0] ? fence : headed_end(d->lines);
    for (d->at = fence > 0; d->at < end; d->at++) {
        const char *text = d->lines[d->at];
        char *title = d->title ? NULL : front_value(text, "title");
        g_autofree char *lang = front_value(text, "lang");
        char *canonical = lang && !d->source->lang ? lang_canonical(lang) : NULL;
        if (title)
            d->title = title;
        else if (canonical)
            d->source->lang = canonical;
        else
            drop(d, text, WHY_FRONT);
    }
    d->at = end > 0 ? end + 1 : 0;
}

/* Code that a program makes something of, "```{tab-item} Week 1", is code alone here. */
static bool take_code(struct dialect *d)
{
    static struct pattern form = PATTERN("^\\s*(?:`{3,}|~{3,}) *\\{[A-Za-z]");
    const char *text = d->lines[d->at];
    if (!body_line(&d->body, (int)d->at + 1).code)
        return false;
    const struct input_line *line = dialect_add(d, text);
    if (matches(&form, text))
        source_changed(d->source, line, text, WHY_CODE);
    dialect_put_code(d, text);
    return true;
}

/* A comment of Obsidian's over several lines, as far as it ends. */
static bool drop_comment(struct dialect *d)
{
    const char *text = d->lines[d->at];
    unsigned end = d->at + 1;
    if (!g_str_has_prefix(text, "%%") || strstr(text + 2, "%%"))
        return false;
    while (d->lines[end] && !strstr(d->lines[end], "%%"))
        end++;
    if (!d->lines[end] || !g_str_has_suffix(g_strchomp(d->lines[end]), "%%"))
        return false;
    for (; d->at < end; d->at++)
        drop(d, d->lines[d->at], WHY_COMMENT);
    drop(d, d->lines[d->at], WHY_COMMENT);
    return true;
}

/* Set in as code is where no list, note or definition is around (CommonMark 0.30, 4.4). */
static bool is_set_in(const char *text)
{
    size_t blanks = strspn(text, " ");
    return (blanks >= 4 || text[blanks] == '\t') && !is_empty(text);
}

/* True when code that is set in begins with the line: what stands above it is empty, and above that
 * a line of the text itself. */
static bool starts_set_in(const struct dialect *d)
{
    static struct pattern around =
        PATTERN("^(?:\\s|(?:[-+*>:]|\\(?(?:\\p{L}|[ivx]{1,5}|\\d+|@[\\w-]*)[.)]|#\\.)\\s|\\[\\^)");
    if (d->ends || !is_set_in(d->lines[d->at]))
        return false;
    unsigned at = d->at;
    while (at > 0 && is_empty(d->lines[at - 1]))
        at--;
    return at == 0 || (at < d->at && !matches(&around, d->lines[at - 1]));
}

/* Code that is set in gets lines around it: our reader takes blanks for a slip. */
static bool take_set_in(struct dialect *d)
{
    if (!starts_set_in(d))
        return false;
    unsigned end = d->at;
    for (unsigned i = d->at; d->lines[i] && (is_set_in(d->lines[i]) || is_empty(d->lines[i])); i++)
        end = is_set_in(d->lines[i]) ? i : end;
    dialect_put(d, "~~~");
    for (; d->at <= end; d->at++) {
        const char *text = d->lines[d->at];
        size_t blanks = strspn(text, " ");
        dialect_add(d, text);
        dialect_put_code(d, blanks >= 4 ? text + 4 : text[blanks] == '\t' ? text + blanks + 1 : "");
    }
    dialect_put(d, "~~~");
    d->at = end;
    return true;
}

/* What is still foreign is for a person to write anew. */
static void list_foreign(struct dialect *d)
{
    g_auto(GStrv) lines = g_strsplit(d->out->str, "\n", -1);
    guint n_lines = g_strv_length(lines);
    for (guint i = 0; i < d->source->lines->len; i++) {
        const struct input_line *line = d->source->lines->pdata[i];
        guint at = (guint)line->draft;
        if (at == 0 || at > n_lines)
            continue;
        g_autoptr(GArray) finds =
            foreign_in_line(lines[at - 1], at > 1 ? lines[at - 2] : "", lines[at] ? lines[at] : "");
        for (guint k = 0; k < finds->len; k++) {
            const struct foreign_find *find = &g_array_index(finds, struct foreign_find, k);
            g_autofree char *words = g_strndup(lines[at - 1] + find->start, find->length);
            if (!find->unfilled)
                source_changed(d->source, line, words, find->what);
        }
    }
}

char *import_translate(struct source *source, const char *text, bool files, char **out_title)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    dialect_open_directives(lines);
    g_autofree char *opened = g_strjoinv("\n", lines);
    g_autoptr(GHashTable) shortened =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) examples = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) counted = g_array_new(FALSE, FALSE, sizeof(struct counted));
    struct dialect d = {.source = source,
                        .lines = lines,
                        .out = g_string_new("\n"),
                        .line = 2,
                        .files = files,
                        .shortened = shortened,
                        .examples = examples,
                        .counted = counted,
                        .fences = g_string_new(NULL),
                        .notes = g_string_new(NULL)};
    body_init(&d.body, paths_number(source->path), opened, 1);
    dialect_find_shortened(&d);
    dialect_find_examples(&d);
    read_front(&d);
    d.headed = !d.title && begins_with_heading(&d);
    for (; d.lines[d.at]; d.at++)
        if (!take_code(&d) && !drop_comment(&d) && !dialect_take_ruled(&d) && !take_set_in(&d))
            read_line(&d);
    dialect_end_notes(&d);
    body_clear(&d.body);
    g_string_free(d.fences, TRUE);
    list_foreign(&d);
    g_autofree char *notes = import_without_pictures(d.notes->str);
    g_string_append(d.out, notes);
    g_string_free(d.notes, TRUE);
    *out_title = d.title;
    g_autofree char *settled = dialect_settle_levels(d.out->str);
    g_string_free(d.out, TRUE);
    g_autofree char *numbered = dialect_settle_numbers(source, settled);
    g_autofree char *wide = dialect_settle_tables(source, numbered);
    return dialect_refuse_html(source, wide);
}
