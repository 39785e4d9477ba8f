/*
 * Notes that are set off, as other programs have them: fences of colons (pandoc, Quarto,
 * Docusaurus, MyST) and of words (MkDocs, Hugo, Jekyll, the NHS), kinds of Obsidian's.
 * Awkward: fences of colons hold one another, and set off anything, columns too.
 */
#include "import/dialect.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_KIND   "a kind of note that articles do not have: check what it is for"
#define WHY_OPEN   "a note that nothing ends: it goes on to the end"
#define WHY_PLACED "what places words on a page: they follow one another"

/* Notes of Hugo end with a shortcode of either form. */
#define ENDS_SHORTCODE "{{"

/* What opens a note that is set off: its kind is the first group, words the second. */
static struct {
    struct pattern pattern;
    const char *ends;
} openers[] = {
    {PATTERN("^\\s*(?:!!!|\\?\\?\\?\\+?) ([\\w-]+)(?: [a-z][a-z ]*)?(?: \"([^\"]*)\")?\\s*$"), ""},
    {PATTERN("^\\s*(===)[!+]* \"([^\"]*)\"\\s*$"), ""}, /* a tab of MkDocs */
    {PATTERN(
         "^\\s*\\{\\{[<%] *(?:notice|alert|callout|hint) +(?:\\w+=)?\"?(\\w+)\"?()[^>%]*[>%]\\}\\}"
         "\\s*$"),
     ENDS_SHORTCODE},
    {PATTERN("^\\s*\\{% *hint +style=\"(\\w+)\"() *%\\}\\s*$"), "{% endhint"},
    {PATTERN(
         "^\\s*\\{% include (warning|note|important|tip)\\.html (?:text|content)=\"([^\"]*)\".*$"),
     NULL},
    {PATTERN("^\\s*\\{\\{ (warning|inset|important)\\w*\\(\\{ *\"\\w+\": \"([^\"]*)\".*$"), NULL},
};

static const struct {
    const char *name, *kind;
} kinds[] = {
    {"warning", "WARNING"}, {"danger", "WARNING"},    {"error", "WARNING"},
    {"caution", "CAUTION"}, {"attention", "CAUTION"}, {"tip", "TIP"},
    {"hint", "TIP"},        {"note", "NOTE"},         {"important", "IMPORTANT"},
    {"info", "NOTE"},       {"inset", "NOTE"},        {"callout", "NOTE"},
    {"seealso", "NOTE"},    {"dropdown", "NOTE"},     {"admonition", "NOTE"},
    {"alert", "NOTE"},      {"details", "NOTE"},      {"box", "NOTE"},
};

/* What a program calls those of its own, before the kind. */
static const char *const families[] = {"callout-", "admonition-", "alert-", "box-", "is-"};

/* Classes that say where words stand. */
static const char *const places[] = {"columns", "column",    "col",  "row",   "grid",
                                     "center",  "centered",  "left", "right", "container",
                                     "wide",    "landscape", "main", NULL};

/* NULL: no article has that kind. */
static const char *kind_of(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++)
        if (g_str_has_prefix(name, families[i]))
            name += strlen(families[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_ascii_strcasecmp(kinds[i].name, name) == 0)
            return kinds[i].kind;
    return NULL;
}

bool dialect_is_note(const char *name)
{
    return kind_of(name) != NULL;
}

/* The same of the classes: of several the one that warns. `*odd`: the first that is of no kind,
 * where none is; lent by them. */
static const char *kind_of_classes(char **classes, const char **odd)
{
    const char *found = NULL;
    *odd = NULL;
    for (char **name = classes; *name; name++) {
        const char *kind = kind_of(*name);
        if (kind && (!found || strcmp(found, "NOTE") == 0))
            found = kind;
        *odd = kind || *odd ? *odd : *name;
    }
    if (found)
        *odd = NULL;
    return found ? found : "NOTE";
}

static char **split_classes(const char *attributes)
{
    static struct pattern class = PATTERN("(?<=\\.)[\\w-]+");
    GPtrArray *classes = g_ptr_array_new();
    struct range at = {0, 0};
    while (pattern_find(&class, attributes, at.end, &at))
        g_ptr_array_add(classes, g_strndup(attributes + at.start, at.end - at.start));
    g_ptr_array_add(classes, NULL);
    return (char **)g_ptr_array_free(classes, FALSE);
}

/* The value of an attribute that names the note; owned by the caller; NULL: none does. */
static char *title_in(const char *attributes)
{
    static struct pattern title = PATTERN("(?:title|header|summary)=\"([^\"]*)\"");
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(pattern_regex(&title), attributes, 0, &match)
               ? g_match_info_fetch(match, 1)
               : NULL;
}

/* Starts the note. */
static void start_note(struct dialect *d, const struct input_line *line, const char *kind,
                       const char *odd)
{
    g_autofree char *head = g_strdup_printf("[!%s]", kind);
    if (odd)
        source_changed(d->source, line, odd, WHY_KIND);
    dialect_put(d, head);
}

/* What the note is called is a line of its own. */
static void put_title(struct dialect *d, const struct input_line *line, const char *words)
{
    if (!*words)
        return;
    g_autofree char *own = dialect_line(d, words, line), *bold = g_strdup_printf("**%s**", own);
    dialect_put(d, strchr(own, '*') ? own : bold);
    dialect_put(d, "");
}

/* What begins here is no part of what stands above. */
static void part_above(struct dialect *d)
{
    if (d->at > 0)
        dialect_put(d, "");
}

/* A fence of colons with what it says: "::: warning Words", "::: {.warning title="Words"}". */
static bool open_fence(struct dialect *d, const char *text)
{
    static struct pattern fence =
        PATTERN("^\\s*:{3,}\\s*(?:\\{([^}]*)\\}|([\\w-]+)(?:\\{([^}]*)\\})?)\\s*(.*?)[\\s:]*$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&fence), text, 0, &match))
        return false;
    g_autofree char *braces = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2);
    g_autofree char *more = g_match_info_fetch(match, 3), *rest = g_match_info_fetch(match, 4);
    bool bare = *braces && !strpbrk(braces, ".#= "); /* "{note}", as MyST has it */
    g_auto(GStrv) classes =
        *name || bare ? g_strsplit(bare ? braces : name, "\n", 1) : split_classes(braces);
    g_autofree char *title = title_in(*name ? more : braces);
    size_t length = strlen(rest);
    bool bracketed = *rest == '[' && rest[length - 1] == ']';
    g_autofree char *words =
        bracketed ? g_strndup(rest + 1, length - 2) : g_strdup(title ? title : rest);
    const char *odd, *kind = kind_of_classes(classes, &odd);
    struct input_line *line = dialect_add(d, text);
    part_above(d);
    bool placed = !*classes || (odd && g_strv_contains(places, odd));
    if (placed)
        line->why = WHY_PLACED;
    g_string_append_c(d->fences, placed ? ' ' : '>');
    if (placed)
        return true;
    start_note(d, line, kind, odd);
    put_title(d, line, words);
    return true;
}

static bool close_fence(struct dialect *d, const char *text)
{
    static struct pattern fence = PATTERN("^\\s*:{3,}\\s*$");
    struct range found;
    if (d->fences->len == 0 || !pattern_find(&fence, text, 0, &found))
        return false;
    g_string_truncate(d->fences, d->fences->len - 1);
    dialect_put(d, ""); /* or what follows would go on with it */
    return true;
}

/* The words are all that the note says. */
static void put_all(struct dialect *d, const struct input_line *line, const char *words)
{
    g_autofree char *own = dialect_line(d, words, line);
    dialect_put(d, own);
    d->ends = NULL;
}

bool dialect_open_note(struct dialect *d, const char *text)
{
    if (open_fence(d, text))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(openers); i++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (!g_regex_match(pattern_regex(&openers[i].pattern), text, 0, &match))
            continue;
        g_autofree char *name = g_match_info_fetch(match, 1), *words = g_match_info_fetch(match, 2);
        const char *kind = kind_of(name), *own = words ? words : "";
        const struct input_line *line = dialect_add(d, text);
        d->ends = NULL;
        part_above(d);
        d->ends = openers[i].ends ? openers[i].ends : ":";
        start_note(d, line, kind ? kind : "NOTE", kind ? NULL : name);
        if (openers[i].ends)
            put_title(d, line, g_ascii_strcasecmp(own, name) == 0 ? "" : own);
        else
            put_all(d, line, own);
        return true;
    }
    return false;
}

static bool is_end(const char *ends, const char *text)
{
    static struct pattern shortcode = PATTERN("^\\{\\{[<%]\\s*/");
    struct range found;
    return strcmp(ends, ENDS_SHORTCODE) == 0 ? pattern_find(&shortcode, text, 0, &found)
                                             : g_str_has_prefix(text, ends);
}

void dialect_end_notes(struct dialect *d)
{
    bool open = d->ends && *d->ends;
    for (gsize i = 0; i < d->fences->len; i++)
        open |= d->fences->str[i] == '>';
    const GPtrArray *lines = d->source->lines;
    if (open && lines->len > 0)
        source_changed(d->source, lines->pdata[lines->len - 1], "", WHY_OPEN);
}

/* True when the line ends the note; a line without indent ends one of MkDocs and is read itself. */
bool dialect_close_note(struct dialect *d, const char *text)
{
    if (!d->ends)
        return close_fence(d, text);
    bool indented = *d->ends == '\0';
    const char *start = text + strspn(text, " \t");
    if (indented && *text && start == text) {
        d->ends = NULL;
        dialect_put(d, ""); /* or it would go on */
    }
    if (indented || !is_end(d->ends, start))
        return false;
    d->ends = NULL;
    dialect_put(d, "");
    return true;
}

/* The first letter of the quotation's next line; 0: it has none. */
static gunichar letter_below(const struct dialect *d)
{
    const char *below = d->lines[d->at + 1] ? d->lines[d->at + 1] : "";
    const char *words = below + strspn(below, " \t>");
    return strchr(below, '>') && words > below && *words ? g_utf8_get_char(words) : 0;
}

/* What a note is called stands behind its kind, and is no part of the sentence below, which would
 * read on from it: "Never" above "No salt". Puts the kind; the line with what it is called, owned
 * by the caller. */
static char *part_title(struct dialect *d, const char *kind, const char *title)
{
    gunichar below = letter_below(d);
    g_autofree char *signs = g_strndup(kind, strspn(kind, " >"));
    bool bold = !strpbrk(title, "*_`\\");
    dialect_put(d, kind);
    return g_strdup_printf("%s%s%s%s%s", signs, bold ? "**" : "", title, bold ? "**" : "",
                           below ? "\\" : "");
}

char *dialect_rename_kind(struct dialect *d, const char *text, const struct input_line *line)
{
    static struct pattern form = PATTERN("^((?:\\s*>)+ ?\\[!)([A-Za-z-]+)\\][+-]?");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&form), text, 0, &match))
        return g_strdup(text);
    g_autofree char *head = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2);
    g_autofree char *all = g_match_info_fetch(match, 0);
    const char *kind = kind_of(name);
    if (!kind)
        source_changed(d->source, line, name, WHY_KIND);
    const char *behind = text + strlen(all);
    g_autofree char *own = g_strdup_printf("%s%s]", head, kind ? kind : "NOTE");
    g_autofree char *title = g_strstrip(g_strdup(behind));
    bool goes_on = g_unichar_islower(letter_below(d));
    return *title && !goes_on ? part_title(d, own, title) : g_strconcat(own, behind, NULL);
}
