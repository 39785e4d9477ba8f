/*
 * What an .rtf file holds beside its text, which pandoc drops: footnotes, the words of boxes, the
 * heads and feet of pages, comments. Method: groups that begin with the name of such a place are
 * found by their braces, and their words read without what controls their looks.
 */
#include "import/parts.h"

#include <stdlib.h>
#include <string.h>

#define IGNORABLE "\\*" /* before the words of groups that older programs do not know */

/* Groups by the word that they begin with, and whether they are part of the text. */
static const struct {
    const char *word;
    bool text;
} places[] = {{"\\footnote", true},
              {"\\shptxt", true},
              {"\\header", false},
              {"\\footer", false},
              {"\\annotation", false}};

/* True for such a group, whose word stands there: heads and feet may be of left pages, right ones
 * or the first. */
static bool is_place(const char *word, size_t i)
{
    if (!g_str_has_prefix(word, places[i].word))
        return false;
    const char *behind = word + strlen(places[i].word);
    behind += !places[i].text && *behind && strchr("lrf", *behind);
    return !g_ascii_isalpha(*behind);
}

const char *rtf_group_end(const char *open)
{
    unsigned depth = 0;
    for (const char *p = open; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (*p == '{')
            depth++;
        else if (*p == '}' && --depth == 0)
            return p + 1;
    }
    return open + strlen(open);
}

const char *rtf_word_end(const char *word, int *number)
{
    const char *p = word;
    while (g_ascii_isalpha(*p))
        p++;
    char *end = (char *)p;
    *number = *p == '-' || g_ascii_isdigit(*p) ? (int)strtol(p, &end, 10) : 0;
    return end + (*end == ' ');
}

/* "\u8804?": the sign, and behind it the one for programs without Unicode. */
static const char *append_coded(GString *out, const char *behind, int number)
{
    gunichar c = (gunichar)(number < 0 ? number + 0x10000 : number);
    if (g_unichar_validate(c) && c > 0)
        g_string_append_unichar(out, c);
    if (g_str_has_prefix(behind, "\\'"))
        return behind + MIN(strlen(behind), strlen("\\'hh"));
    return behind + (*behind && !strchr("\\{}", *behind));
}

/* "\'bd": a sign of Windows by its number. */
static const char *append_byte(GString *out, const char *digits)
{
    int high = g_ascii_xdigit_value(digits[0]);
    int low = high < 0 ? -1 : g_ascii_xdigit_value(digits[1]);
    if (low < 0)
        return digits;
    char byte = (char)(high * 16 + low);
    g_autofree char *sign = g_convert(&byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    g_string_append(out, sign ? sign : " ");
    return digits + strlen("hh");
}

/* Signs by their words; static; NULL: it is none such. */
static const char *named_sign(const char *word)
{
    static const struct {
        const char *word, *sign;
    } signs[] = {{"endash", "–"},    {"emdash", "—"},    {"lquote", "‘"}, {"rquote", "’"},
                 {"ldblquote", "“"}, {"rdblquote", "”"}, {"bullet", "•"}, {"enspace", " "},
                 {"emspace", " "},   {"qmspace", " "}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(word, signs[i].word) == 0)
            return signs[i].sign;
    return NULL;
}

/* What stands behind a backslash; returns what is behind that. */
static const char *read_control(GString *out, const char *control)
{
    static const char *const ends[] = {"par", "row", "page", "sect", "column", "nestcell", NULL};
    static const char *const parting[] = {"line", "tab", NULL};
    if (*control == '\'')
        return append_byte(out, control + 1);
    if (!g_ascii_isalpha(*control)) {
        const char *shown = *control == '~' ? " " : *control == '_' ? "-" : NULL;
        if (shown || strchr("\\{}", *control))
            g_string_append(out, shown ? shown : (char[]){*control, '\0'});
        return control + (*control != '\0');
    }
    int number;
    const char *end = rtf_word_end(control, &number);
    if (*control == 'u' && !g_ascii_isalpha(control[1]))
        return append_coded(out, end, number);
    g_autofree char *word = g_strndup(control, strspn(control, "abcdefghijklmnopqrstuvwxyz"));
    if (g_strv_contains(ends, word))
        g_string_append(out, PARAGRAPH_END);
    else if (strcmp(word, "cell") == 0)
        g_string_append(out, " | ");
    else if (named_sign(word))
        g_string_append(out, named_sign(word));
    else if (g_strv_contains(parting, word))
        g_string_append_c(out, ' ');
    return end;
}

/* True for a group whose words are none of the text around it. */
static bool is_apart(const char *open)
{
    static const char *const others[] = {IGNORABLE,      "\\fonttbl",  "\\colortbl",
                                         "\\stylesheet", "\\info",     "\\pict",
                                         "\\listtext",   "\\xmlnstbl", "\\nonshppict"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_str_has_prefix(open + 1, others[i]))
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        if (is_place(open + 1, i))
            return true;
    return false;
}

char *rtf_words_between(const char *from, const char *end)
{
    GString *out = g_string_new(NULL);
    for (const char *p = from; p < end;) {
        if (*p == '\\')
            p = read_control(out, p + 1);
        else if (*p == '{' && is_apart(p))
            p = rtf_group_end(p);
        else if (strchr("{}\r\n", *p))
            p++;
        else
            g_string_append_c(out, *p++);
    }
    g_autofree char *words = g_string_free(out, FALSE);
    return g_utf8_make_valid(words, -1);
}

char *rtf_words(const char *rtf)
{
    return rtf_words_between(rtf, rtf + strlen(rtf));
}

/* The words of the place, its paragraphs on one line; owned by the caller. */
static char *place_words(const char *from, const char *end)
{
    g_autofree char *words = rtf_words_between(from, end);
    return g_strdup(g_strstrip(g_strdelimit(words, PARAGRAPH_END, ' ')));
}

void rtf_find_places(const char *rtf, GPtrArray *missing, GPtrArray *beside)
{
    for (const char *open = rtf; (open = strchr(open, '{')); open++) {
        const char *word = open + 1;
        word += g_str_has_prefix(word, IGNORABLE) ? strlen(IGNORABLE) : 0;
        for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
            if (!is_place(word, i))
                continue;
            const char *end = rtf_group_end(open);
            char *words = place_words(word, end);
            if (*words)
                g_ptr_array_add(places[i].text ? missing : beside, words);
            else
                g_free(words);
            open = end - 1;
            break;
        }
    }
}
