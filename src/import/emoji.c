/*
 * Pictures in colour among the letters, which people set before words or in place of them. No
 * article can print them, so a draft goes without; ticks and crosses have signs in black. Awkward:
 * one picture may be made of several characters, signs of text among them.
 */
#include "import/parts.h"

#include "base/pattern.h"

#include <string.h>

/* Characters that are shown as pictures unless something says otherwise (Unicode's
 * Emoji_Presentation), as blocks, but for the older signs that faces of text have. */
#define PICTURE                                                                                    \
    "[\\x{23EB}\\x{23EC}\\x{23F0}\\x{270A}\\x{2728}\\x{2754}\\x{2755}\\x{2797}\\x{27B0}\\x{27BF}"  \
    "\\x{1F1E6}-\\x{1F1FF}\\x{1F300}-\\x{1F53D}\\x{1F5FB}-\\x{1F64F}\\x{1F680}-\\x{1F6FF}"         \
    "\\x{1F7F0}\\x{1F900}-\\x{1FAFF}]"
/* How the character before is shown, or whose flag it is. */
#define FORM "[\\x{FE0E}\\x{FE0F}\\x{E0020}-\\x{E007F}]*"
/* One picture of several is joined with this. */
#define JOINED "(?:\\x{200D}." FORM ")*"
#define ONE    PICTURE FORM JOINED

/* Between two blanks one of them goes too, as does one within the signs of Markdown's marks: "** a"
 * marks nothing. */
static struct pattern pictures =
    PATTERN("(?<=\\s|^\\*|^_|\\s\\*|\\s_|^\\*\\*|^__|\\s\\*\\*|\\s__)(?:" ONE ")+ "
            "| (?:" ONE ")+(?=[*_]+(?:[\\s.,;:!?)]|$))|(?:" ONE ")+");

/* What has a sign of text, with and without what asks for its look in colour. */
static const struct {
    const char *picture, *sign;
} signs[] = {
    {"\u2705\uFE0F", "\u2713"},     {"\u2705", "\u2713"},
    {"\u274C\uFE0F", "\u2717"},     {"\u274C", "\u2717"},
    {"\u274E\uFE0F", "\u2717"},     {"\u274E", "\u2717"},
    {"\U0001F6AB\uFE0F", "\u2717"}, {"\U0001F6AB", "\u2717"},
    {"\U0001F6D1", "\u26D4"},       {"\u2795", "+"},
    {"\u2796", "\u2212"},
};

bool import_has_pictures(const char *text)
{
    struct range found;
    return pattern_find(&pictures, text, 0, &found);
}

char *import_without_pictures(const char *text)
{
    g_autoptr(GString) out = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        g_string_replace(out, signs[i].picture, signs[i].sign, 0);
    char *plain =
        import_has_pictures(out->str)
            ? g_regex_replace_literal(pattern_regex(&pictures), out->str, -1, 0, "", 0, NULL)
            : NULL;
    return plain ? plain : g_strdup(out->str);
}
