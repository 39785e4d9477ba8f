/*
 * What stands within a line: one table of patterns and what our Markdown has for them. Awkward: one
 * that changes a sense, or takes something away, has to be said.
 */
#include "import/dialect.h"

#include "base/pattern.h"
#include "base/xml.h"

#include <string.h>

#define WHY_FORMULA "a formula: check it"
#define WHY_ROLE    "words that another program has a name for are words alone now"

static struct {
    struct pattern pattern;
    const char *instead; /* as GLib replaces */
    const char *why;     /* it is listed; NULL: it means the same */
} rules[] = {
    {PATTERN("\\{\\+\\+(.+?)\\+\\+\\}"), "<ins>\\1</ins>", NULL}, /* CriticMarkup */
    {PATTERN("\\{--(.+?)--\\}"), "~~\\1~~", NULL},
    {PATTERN("\\{~~(.+?)~>(.+?)~~\\}"), "~~\\1~~ <ins>\\2</ins>", NULL},
    {PATTERN("\\{==(.+?)==\\}"), "**\\1**", NULL},
    {PATTERN("\\s*\\{>>.*?<<\\}"), "", "a remark beside the text is gone"},
    {PATTERN("\\s*\\{#[\\w-]+\\}\\s*$"), "", NULL},
    {PATTERN("\\[([^\\]]+)\\]\\{[.#][^}]*\\}"), "\\1", "a class of another Markdown is gone"},
    {PATTERN("\\s*\\{:?\\s*[.#][^}]*\\}"), "", "attributes of another Markdown are gone"},
    {PATTERN("<u>(.+?)</u>"), "**\\1**", NULL},
    {PATTERN("<span[^>]*line-through[^>]*>(.+?)</span>"), "~~\\1~~", NULL},
    {PATTERN("<\\w+ [^>]*color[^>]*>"), "\\0", WHY_COLOUR},
    {PATTERN("(?<=[)\\]])\\{(?!lang=|dir=)[\\w-]+=[^}]*\\}"), "",
     "attributes of another Markdown are gone"},
    {PATTERN("(?<=\\p{L})~([^~\\s]+)~"), "<sub>\\1</sub>", NULL},
    {PATTERN("(?<![\\w~\\\\])~(?=[^\\s~])([^~]*[^\\s~])~(?![\\w~])"), "~~\\1~~",
     "words between two tildes are struck, as on GitHub: check it"},
    {PATTERN("(?<=\\w)\\^([^\\s^\\[]+)\\^"), "<sup>\\1</sup>", NULL},
    {PATTERN("==([^=\\s](?:[^=]*[^=\\s])?)=="), "**\\1**", NULL},
    {PATTERN("\\+\\+([^+\\s](?:[^+]*[^+\\s])?)\\+\\+"), "<ins>\\1</ins>", NULL},
    {PATTERN("(?<!\\w):(?:white_check_mark|heavy_check_mark|ballot_box_with_check):(?!\\w)"),
     "\u2713", NULL},
    {PATTERN("(?<!\\w):(?:x|heavy_multiplication_x|negative_squared_cross_mark):(?!\\w)"), "\u2717",
     NULL},
    {PATTERN("(?<!\\w):(?:\\d*[a-z][a-z0-9_+-]*|[+-]1|100|1234)(?:_tone\\d)?:(?!\\w)\\s?"), "",
     "a picture by name is gone"},
    {PATTERN("!\\[\\[[^\\]]*\\]\\]"), "", "what another file holds is gone: add it by hand"},
    {PATTERN("\\[\\[(?:[^\\]|]*\\|)?([^\\]]*)\\]\\]"), "\\1", "a link of a wiki is words now"},
    {PATTERN("\\$([^$\\\\^]*)\\^\\{?(\\w+)\\}?([^$\\\\]*)\\$"), "\\1<sup>\\2</sup>\\3",
     WHY_FORMULA},
    {PATTERN("\\{\\{[<%].*?[>%]\\}\\}"), "", "a shortcode of another program is gone"},
    {PATTERN("\\{%.*?%\\}"), "", "a tag of another program is gone"},
};

/* Notes within a line get a number, and their words go to the end. */
static char *move_notes(struct dialect *d, const char *text)
{
    static struct pattern within = PATTERN("\\^\\[[^\\]]*\\]");
    GString *out = g_string_new(NULL);
    size_t from = 0;
    struct range at = {0, 0};
    while (pattern_find(&within, text, at.end, &at)) {
        d->n_notes++;
        g_string_append_printf(out, "%.*s[^within-%u]", (int)(at.start - from), text + from,
                               d->n_notes);
        g_string_append_printf(d->notes, "\n[^within-%u]: %.*s\n", d->n_notes,
                               (int)(at.end - at.start - 3), text + at.start + 2);
        from = at.end;
    }
    g_string_append(out, text + from);
    return g_string_free(out, FALSE);
}

/* Finds the abbreviation as a word, not within a tag or the address of a link. */
static bool find_shortened(const char *text, const char *name, int *start, int *end)
{
    if (!strstr(text, name))
        return false;
    g_autofree char *quoted = g_regex_escape_string(name, -1);
    g_autofree char *pattern = g_strdup_printf("(?:\\]\\([^)]*\\)|<[^>]*>)(*SKIP)(*FAIL)"
                                               "|(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])",
                                               quoted);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(pattern_of_text(pattern), text, 0, &match) &&
           g_match_info_fetch_pos(match, 0, start, end);
}

/* The first use of an abbreviation says its words. */
static void spell_out(struct dialect *d, GString *line)
{
    GHashTableIter iter;
    gpointer name, words;
    int start, end;
    g_hash_table_iter_init(&iter, d->shortened);
    while (g_hash_table_iter_next(&iter, &name, &words)) {
        if (!find_shortened(line->str, name, &start, &end))
            continue;
        g_autoptr(GString) abbr = g_string_new("<abbr title=\"");
        xml_escape(abbr, words);
        g_string_append_printf(abbr, "\">%s</abbr>", (const char *)name);
        g_string_erase(line, start, end - start);
        g_string_insert(line, start, abbr->str);
        g_hash_table_iter_remove(&iter);
        return; /* another one might stand within the words of this */
    }
}

/* A picture comes along, or is in the list of what is left out. */
static void put_picture(struct dialect *d, GString *out, const char *alt, const char *src,
                        const char *title)
{
    const char *name = d->files && *alt ? import_take_picture(d->source, src, alt) : NULL;
    if (name) {
        g_string_append_printf(out, "![%s](%s%s)", alt, name, title);
        return;
    }
    g_autofree char *words = g_strdup_printf("[%s] %s", alt, src);
    struct input_line *line = source_add(d->source, LINE_TEXT, (int)d->at + 1, words);
    line->why = *alt ? WHY_PICTURE : WHY_SILENT;
}

/* The pictures of HTML as those of Markdown; owned by the caller. */
static char *rewrite_pictures(const char *text)
{
    static struct pattern tag =
        PATTERN("<img\\s(?=[^>]*\\bsrc=\"([^\"]*)\")(?=(?:[^>]*\\balt=\"([^\"]*)\")?)[^>]*>");
    char *out = g_regex_replace(pattern_regex(&tag), text, -1, 0, "![\\2](\\1)", 0, NULL);
    return out ? out : g_strdup(text);
}

static char *move_pictures(struct dialect *d, const char *given)
{
    g_autofree char *text = rewrite_pictures(given);
    static struct pattern picture =
        PATTERN("!\\[([^\\]]*)\\]\\(\\s*<?([^)\\s>]+)>?(\\s+\"[^\"]*\")?\\s*\\)"
                "(?:\\{[^}]*\\})?");
    GString *out = g_string_new(NULL);
    size_t from = 0;
    struct range at = {0, 0};
    while (pattern_find(&picture, text, at.end, &at)) {
        g_autoptr(GMatchInfo) match = NULL;
        g_regex_match(pattern_regex(&picture), text + at.start, 0, &match);
        g_autofree char *alt = g_match_info_fetch(match, 1), *src = g_match_info_fetch(match, 2);
        g_autofree char *title = g_match_info_fetch(match, 3);
        g_string_append_len(out, text + from, (gssize)(at.start - from));
        put_picture(d, out, alt, src, title ? title : "");
        from = at.end;
    }
    g_string_append(out, text + from);
    return g_string_free(out, FALSE);
}

/* Each place is listed: what is gone there stands nowhere else. */
static void list_finds(struct dialect *d, const char *line, struct pattern *pattern,
                       const char *why, const struct input_line *from)
{
    struct range at = {0, 0};
    while (pattern_find(pattern, line, at.end, &at)) {
        g_autofree char *found = g_strndup(line + at.start, at.end - at.start);
        source_changed(d->source, from, g_strstrip(found), why);
    }
}

/* Owned by the caller. */
static char *translate_words(struct dialect *d, const char *text, const struct input_line *from)
{
    g_autofree char *shown = move_pictures(d, text), *moved = move_notes(d, shown);
    g_autoptr(GString) line = g_string_new(moved);
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        struct range at;
        if (!pattern_find(&rules[i].pattern, line->str, 0, &at))
            continue;
        g_autofree char *made = g_regex_replace(pattern_regex(&rules[i].pattern), line->str, -1, 0,
                                                rules[i].instead, 0, NULL);
        if (rules[i].why)
            list_finds(d, line->str, &rules[i].pattern, rules[i].why, from);
        g_string_assign(line, made ? made : line->str);
    }
    spell_out(d, line);
    return import_without_pictures(line->str);
}

/* Words with a name for what they are: "{sup}`9`" (MyST), ":sup:`9`" (reStructuredText). */
static const struct {
    const char *name, *before, *behind;
} roles[] = {
    {"sub", "<sub>", "</sub>"}, {"subscript", "<sub>", "</sub>"},
    {"sup", "<sup>", "</sup>"}, {"superscript", "<sup>", "</sup>"},
    {"kbd", "<kbd>", "</kbd>"}, {"del", "~~", "~~"},
    {"strike", "~~", "~~"},     {"u", "**", "**"},
    {"underline", "**", "**"},
};

/* "CT (computed tomography)" with its words as what it stands for. */
static bool put_abbreviation(GString *out, const char *words)
{
    static struct pattern form = PATTERN("^(.+?) *\\((.+)\\)$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&form), words, 0, &match))
        return false;
    g_autofree char *name = g_match_info_fetch(match, 1), *meaning = g_match_info_fetch(match, 2);
    g_string_append(out, "<abbr title=\"");
    xml_escape(out, meaning);
    g_string_append_printf(out, "\">%s</abbr>", name);
    return true;
}

/* The words with what the name says of them; where no article has that, it is listed. */
static void put_role(struct dialect *d, GString *out, const char *name, const char *words,
                     const struct input_line *from)
{
    static struct pattern target = PATTERN(" *<[^<>]*>$");
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
        if (strcmp(roles[i].name, name) == 0) {
            g_string_append_printf(out, "%s%s%s", roles[i].before, words, roles[i].behind);
            return;
        }
    if (strcmp(name, "abbr") == 0 && put_abbreviation(out, words))
        return;
    g_autofree char *plain =
        g_regex_replace_literal(pattern_regex(&target), words, -1, 0, "", 0, NULL);
    source_changed(d->source, from, words, strcmp(name, "math") == 0 ? WHY_FORMULA : WHY_ROLE);
    g_string_append(out, plain && *plain ? plain : words);
}

/* Owned by the caller. */
static char *read_roles(struct dialect *d, const char *text, const struct input_line *from)
{
    static struct pattern form =
        PATTERN("(?<![\\\\`])(?|\\{([a-z][\\w:-]*)\\}|(?<!:):(su[bp]|(?:super|sub)script|kbd|abbr|"
                "math|ref|doc|term|download):)`([^`]+)`(?!`)");
    GString *out = g_string_new(NULL);
    size_t end = 0;
    struct range at = {0, 0};
    while (pattern_find(&form, text, at.end, &at)) {
        g_autoptr(GMatchInfo) match = NULL;
        g_regex_match(pattern_regex(&form), text + at.start, 0, &match);
        g_autofree char *name = g_match_info_fetch(match, 1), *words = g_match_info_fetch(match, 2);
        g_string_append_len(out, text + end, (gssize)(at.start - end));
        put_role(d, out, name, words, from);
        end = at.end;
    }
    g_string_append(out, text + end);
    return g_string_free(out, FALSE);
}

char *dialect_line(struct dialect *d, const char *given, const struct input_line *from)
{
    GString *out = g_string_new(NULL);
    g_autofree char *text = read_roles(d, given, from);
    for (const char *at = text; *at;) {
        g_autofree char *plain = g_strndup(at, strcspn(at, "`"));
        g_autofree char *own = translate_words(d, plain, from);
        const char *code = at + strlen(plain);
        at = import_behind_code(code);
        g_autofree char *written = g_strndup(code, (gsize)(at - code));
        g_autofree char *shown = import_without_pictures(written);
        g_string_append_printf(out, "%s%s", own, shown);
    }
    return g_string_free(out, FALSE);
}

void dialect_find_shortened(struct dialect *d)
{
    static struct pattern definition = PATTERN("^\\*\\[([^\\]]+)\\]:\\s*(.+)$");
    for (char **line = d->lines; *line; line++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (g_regex_match(pattern_regex(&definition), *line, 0, &match))
            g_hash_table_insert(d->shortened, g_match_info_fetch(match, 1),
                                g_match_info_fetch(match, 2));
    }
}
