/*
 * Lists of displays, as style sheets have them: whether they name the one that a reader has at a
 * desk, which is as wide as most.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

/* [CSS px] */
#define DESK_WIDTH  1280
#define DESK_HEIGHT 720
#define EM          16

/* What such a display is, by the names of what may be asked; all else of them is other displays. */
static const struct {
    const char *feature, *value;
} desk[] = {
    {"orientation", "landscape"},
    {"hover", "hover"},
    {"any-hover", "hover"},
    {"pointer", "fine"},
    {"any-pointer", "fine"},
    {"prefers-color-scheme", "light"},
    {"prefers-reduced-motion", "no-preference"},
    {"prefers-contrast", "no-preference"},
    {"forced-colors", "none"},
    {"scripting", "enabled"},
    {"update", "fast"},
    {"-webkit-min-device-pixel-ratio", "0"},
    {"min-resolution", ".001dpcm"},
};

/* "(min-width: 48em)", "(width >= 48em)". */
static bool compares(const char *feature, bool *holds)
{
    static struct pattern form = PATTERN("^(?:(min|max)-(?:device-)?(width|inline-size|height):|("
                                         "width|inline-size|height)([<>])=?)([\\d.]+)(px|r?em)$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&form), feature, 0, &match))
        return false;
    g_autofree char *bound = g_match_info_fetch(match, 1), *old = g_match_info_fetch(match, 2);
    g_autofree char *side = g_match_info_fetch(match, 3), *sign = g_match_info_fetch(match, 4);
    g_autofree char *number = g_match_info_fetch(match, 5), *unit = g_match_info_fetch(match, 6);
    double asked = g_ascii_strtod(number, NULL) * (g_str_has_suffix(unit, "em") ? EM : 1);
    bool wide = strcmp(*old ? old : side, "height") != 0;
    bool least = strcmp(bound, "min") == 0 || *sign == '>';
    double has = wide ? DESK_WIDTH : DESK_HEIGHT;
    *holds = least ? has >= asked : has <= asked;
    return true;
}

/* `feature`: without blanks and brackets. */
static enum css_truth ask(const char *feature)
{
    bool holds = false;
    if (compares(feature, &holds))
        return holds ? CSS_YES : CSS_ELSEWHERE;
    for (size_t i = 0; i < G_N_ELEMENTS(desk); i++) {
        size_t length = strlen(desk[i].feature);
        if (!g_str_has_prefix(feature, desk[i].feature))
            continue;
        if (!feature[length]) /* "(hover)" */
            return CSS_YES;
        if (feature[length] == ':')
            return strcmp(feature + length + 1, desk[i].value) == 0 ? CSS_YES : CSS_ELSEWHERE;
    }
    return CSS_MAYBE;
}

static enum css_truth query(const char *text)
{
    static const char *const shown[] = {"all", "screen", "only", "and", "not", "", NULL};
    enum css_truth truth = CSS_YES;
    bool turned = false;
    for (const char *p = text; *p;) {
        size_t length = *p == '(' ? 1 + css_length(p + 1, ")") : strcspn(p, " (");
        g_autofree char *word = g_strndup(p + (*p == '('), length - (*p == '('));
        g_auto(GStrv) parts = g_strsplit(word, " ", -1);
        g_autofree char *joined = g_strjoinv("", parts);
        turned |= *p != '(' && strcmp(word, "not") == 0;
        if (*p == '(')
            truth = MIN(truth, ask(joined));
        else if (strcmp(word, "or") == 0)
            truth = MIN(truth, CSS_MAYBE);
        else if (!g_strv_contains(shown, word))
            truth = CSS_NO;
        p += length + (p[length] == ')' || p[length] == ' ');
    }
    if (turned && truth != CSS_MAYBE)
        return truth == CSS_YES ? CSS_ELSEWHERE : CSS_YES;
    return truth;
}

enum css_truth css_media(const char *list)
{
    g_autofree char *lower = g_strdelimit(g_ascii_strdown(list, -1), "\t\r\n", ' ');
    enum css_truth truth = *g_strstrip(lower) ? CSS_NO : CSS_YES;
    for (const char *p = lower; *p;) {
        size_t length = css_length(p, ",");
        g_autofree char *one = g_strstrip(g_strndup(p, length));
        truth = MAX(truth, query(one));
        p += length + (p[length] == ',');
    }
    return truth;
}
