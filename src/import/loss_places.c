/*
 * Where in a document something is that pandoc loses: the words of the paragraph around it. Method:
 * what stands in a style is wherever that is used, by its name.
 */
#include "import/parts.h"

#include "base/pattern.h"
#include "base/xml.h"

#include <string.h>

/* True for a tag that starts, or ends, a paragraph. */
static bool is_block(const char *tag, bool ends)
{
    static const char *const names[] = {"w:p", "text:p", "text:h", "p",  "li", "h1", "h2", "h3",
                                        "h4",  "h5",     "h6",     "td", "th", "dd", "dt", NULL};
    if (tag[0] != '<' || (tag[1] == '/') != ends)
        return false;
    char name[8];
    tag += ends ? 2 : 1;
    g_strlcpy(name, tag, MIN(sizeof name, strcspn(tag, " >") + 1));
    return g_strv_contains(names, name);
}

/* The next such tag from there on, or the end of the part. */
static const char *next_block(const char *from, bool ends)
{
    while ((from = strchr(from, '<')) && !is_block(from, ends))
        from++;
    return from;
}

/* Without tags and with single blanks; owned by the caller. */
static char *plain_words(const char *from, size_t length)
{
    static struct pattern tag = PATTERN("(?s)<(?:w:instrText|w:del)\\b.*?</[^>]*>|<[^>]*>"),
                          blanks = PATTERN("\\s+");
    g_autofree char *markup = g_strndup(from, length);
    g_autofree char *text =
        g_regex_replace_literal(pattern_regex(&tag), markup, -1, 0, "", 0, NULL);
    g_autofree char *plain = xml_unescape(text ? text : "");
    char *words = g_regex_replace_literal(pattern_regex(&blanks), plain, -1, 0, " ", 0, NULL);
    return words ? g_strstrip(words) : g_strdup("");
}

/* The start of the paragraph that `at` is in, or of the first one behind it; NULL: there is none.
 */
static const char *block_at(const char *part, size_t at)
{
    const char *tag = part + at;
    size_t left = MIN(at, PLACE_BYTES);
    for (; left > 0 && !is_block(tag, false) && !is_block(tag, true); left--)
        tag--;
    return is_block(tag, false) ? tag : next_block(part + at, false);
}

/* Its words; owned by the caller. */
static char *words_at(const char *part, size_t at)
{
    const char *start = block_at(part, at), *end = start ? next_block(start, true) : NULL;
    return end ? plain_words(start, (size_t)(end - start)) : g_strdup("");
}

/* What begins a style, and stands before its name. */
struct style_form {
    const char *start, *end, *name;
};
static const struct style_form of_odt = {"<style:style ", "</style:style>", "style:name=\""},
                               of_docx = {"<w:style ", "</w:style>", "w:styleId=\""};

/* The name of the style that holds what stands before `at`; owned by the caller; NULL: none does.
 */
static char *style_before(const char *part, size_t at, struct style_form form)
{
    size_t from = at > PLACE_BYTES ? at - PLACE_BYTES : 0;
    const char *style = g_strrstr_len(part + from, (gssize)(at - from), form.start);
    if (!style || g_strstr_len(style, part + at - style, form.end))
        return NULL;
    const char *own = g_strstr_len(style, part + at - style, form.name);
    own = own ? own + strlen(form.name) : NULL;
    return own ? g_strndup(own, strcspn(own, "\"")) : NULL;
}

static void add_words(GPtrArray *places, char *words)
{
    if (*words && places->len < PLACES_MOST &&
        !g_ptr_array_find_with_equal_func(places, words, g_str_equal, NULL))
        g_ptr_array_add(places, words);
    else
        g_free(words);
}

/* Adds the words where the style is used; false: nowhere. */
static bool add_uses(const char *part, const char *name, GPtrArray *places)
{
    g_autofree char *escaped = g_regex_escape_string(name, -1);
    g_autofree char *use = g_strdup_printf(
        "(?:text|table):style-name=\"%s\"|<w:[pr]Style w:val=\"%s\"", escaped, escaped);
    g_autoptr(GMatchInfo) match = NULL;
    bool used = g_regex_match(pattern_of_text(use), part, 0, &match);
    for (int start, end; g_match_info_matches(match) && places->len < PLACES_MOST;
         g_match_info_next(match, NULL))
        if (g_match_info_fetch_pos(match, 0, &start, &end))
            add_words(places, words_at(part, (size_t)start));
    return used;
}

void import_find_places(const char *part, struct range at, GPtrArray *places)
{
    g_autofree char *name = style_before(part, at.end, of_odt);
    if (name)
        add_uses(part, name, places);
    else
        add_words(places, words_at(part, at.start));
}

enum import_uses import_find_uses(const char *styles, struct range at, const char *text,
                                  GPtrArray *places)
{
    char *odt = style_before(styles, at.end, of_odt);
    g_autofree char *name = odt ? odt : style_before(styles, at.end, of_docx);
    if (!name || !text)
        return IMPORT_USED_ELSEWHERE;
    bool used = add_uses(text, name, places);
    g_autofree char *parent = g_strdup_printf("parent-style-name=\"%s\"", name);
    g_autofree char *base = g_strdup_printf("<w:basedOn w:val=\"%s\"", name);
    if (strstr(text, parent) || strstr(styles, parent) || strstr(styles, base))
        return IMPORT_USED_ELSEWHERE;
    return used ? IMPORT_USED_THERE : IMPORT_UNUSED;
}
