/*
 * Lines of opening hours as people write them: in other shapes than the reader takes, or in the
 * language of a page. Each is brought into a shape that the reader takes, one attempt after the
 * other, so that what it means is decided in one place.
 */
#include "content/hours_parts.h"

#include "base/pattern.h"
#include "content/telephone.h"

#include <string.h>

/* Another day in a note is a rule that was not understood: "Sa 9-12, only by post on Su". */
static bool note_names_day(const char *note)
{
    static struct pattern day =
        PATTERN("(?<!\\p{L})(?:" HOURS_DAYS "|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
                "|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?))(?!\\p{L})");
    struct range at;
    return pattern_find(&day, note, 0, &at);
}

/* The text with what follows the times as a note: "Sat 9a–1p urgent visits", "Mon 8-5, closed for
 * lunch 12-1", but no note is a number to call. Owned by the caller; NULL: nothing follows, or it
 * says more of days. */
static char *with_note(const char *text)
{
    static struct pattern noted =
        PATTERN("^(.*?\\d(?: ?[apAP](?:\\.?[mM]\\.?)?)?)(?: +[(]?(?=[^\\d]*$)|, +| +(?=[(]))"
                "((?![ap]\\.?m)[(]?\\p{L}[^\"]*)$");
    struct range at, number;
    if (!pattern_find(&noted, text, 0, &at))
        return NULL;
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&noted), text, 0);
    if (g_strv_length(parts) < 3 || note_names_day(parts[2]) ||
        telephone_find(parts[2], 0, &number))
        return NULL;
    return g_strdup_printf("%s \"%s\"", parts[1], parts[2]);
}

/* The sign of a day by itself, as its code: in "M T W T F" the second T is Thursday. */
static void name_day(GString *out, const char *day, char before)
{
    static const char *const codes[] = {"Mo", "Tu", "We", "Fr"};
    bool late = g_ascii_toupper(before) == 'T' || g_ascii_toupper(before) == 'W';
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (day[1] == '\0' && g_ascii_toupper(*day) == *codes[i])
            day = late && *codes[i] == 'T' ? "Th" : codes[i];
    g_string_append(out, day);
}

/* "M W F 9-12", "Mon Wed Fri: 9-12": three days and more that nothing but blanks part are a list;
 * of two a dash may have got lost. Owned by the caller, or NULL. */
static char *with_commas(const char *text)
{
#define SHORT_DAY "(?:[MTWF]|Mon?|Tu(?:es?)?|Wed?|Th(?:u(?:rs?)?)?|Fri?|Sat?|Sun?)\\.?"
    static struct pattern row = PATTERN("^" SHORT_DAY "(?: " SHORT_DAY "){2,6}(?=[ :])");
#undef SHORT_DAY
    struct range at;
    if (!pattern_find(&row, text, 0, &at))
        return NULL;
    g_autofree char *listed = g_strndup(text, at.end);
    g_auto(GStrv) days = g_strsplit(listed, " ", -1);
    GString *out = g_string_new(NULL);
    for (char **day = days; *day; day++) {
        g_string_append(out, day > days ? "," : "");
        name_day(out, *day, day > days ? *day[-1] : '\0');
    }
    g_string_append(out, text + at.end);
    return g_string_free(out, FALSE);
}

static bool read_rules(const char *text, GArray *rules)
{
    g_autofree char *listed = with_commas(text);
    if (hours_read(listed ? listed : text, rules))
        return true;
    /* "Fri 9-12 13-16:30", "Fri 9-12 / 14-18": ranges may stand below each other. */
    static struct pattern ranges =
        PATTERN("(?<=\\d|[ap]m|[ap]\\.m\\.|noon)(?: ?[/|] ?|[.] | )"
                "(?=\\d[\\d:.]*(?: ?[ap]\\.?m\\.?)? ?(?:[-\u2013]|to ))");
    g_autofree char *parted =
        g_regex_replace_literal(pattern_regex(&ranges), text, -1, 0, ", ", 0, NULL);
    if (parted && strcmp(parted, text) != 0 && hours_read(parted, rules))
        return true;
    /* "Mon – Sat : 9:00": a colon may stand behind the days. */
    static struct pattern colon = PATTERN("(?<=\\p{L}) ?: ?(?=\\d|\\p{L})");
    g_autofree char *plain =
        g_regex_replace_literal(pattern_regex(&colon), text, -1, 0, " ", 0, NULL);
    if (plain && hours_read(plain, rules))
        return true;
    g_autofree char *noted = with_note(plain ? plain : text);
    return noted && hours_read(noted, rules);
}

/* Rules that signs part: "Mon–Fri 8–4 · Sat closed". */
static bool read_parted(const char *text, GArray *rules)
{
    static struct pattern sign = PATTERN(" ?[|\u00B7\u2022/] (?=\\p{L})");
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&sign), text, 0);
    guint before = rules->len;
    bool ok = g_strv_length(parts) > 1;
    for (char **part = parts; ok && *part; part++)
        ok = read_rules(*part, rules);
    if (!ok)
        g_array_set_size(rules, before);
    return ok;
}

static bool read_any(const char *text, GArray *rules)
{
    return read_rules(text, rules) || read_parted(text, rules);
}

/* Whether the notes of the rules from `first` on are words of their author's. */
static bool notes_are_written(const char *text, const GArray *rules, guint first)
{
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    for (guint i = first; i < rules->len; i++)
        if (!normal || !strstr(normal, g_array_index(rules, struct hours, i).note))
            return false;
    return true;
}

/* A note that names a day in the language of the labels is a rule that was not understood. */
static bool notes_hide_rules(const struct labels *labels, const GArray *rules, guint first)
{
    for (guint i = first; i < rules->len; i++) {
        const char *note = g_array_index(rules, struct hours, i).note;
        g_autofree char *english = *note ? hours_in_english(labels, note) : NULL;
        if (english)
            return true;
    }
    return false;
}

/* In the language of the labels; a note that was made English in part is no note. */
static bool read_translated(const char *text, const struct labels *labels, GArray *out)
{
    guint before = out->len;
    g_autofree char *english = hours_in_english(labels, text);
    if (english && !hours_may_mean_days(labels, english) && read_any(english, out) &&
        notes_are_written(text, out, before) && !notes_hide_rules(labels, out, before))
        return true;
    g_array_set_size(out, before);
    return false;
}

static bool read_in_tongue(const char *text, const struct labels *labels, GArray *out)
{
    guint before = out->len;
    bool doubtful = labels && hours_may_mean_days(labels, text);
    if (!doubtful && read_any(text, out) && !(labels && notes_hide_rules(labels, out, before)))
        return true;
    g_array_set_size(out, before);
    return labels && read_translated(text, labels, out);
}

/* "Mo + We", "Monday | 9-5": with the signs that parts of a rule have among them. Takes `text`. */
static char *with_our_signs(char *text)
{
    static struct pattern plus = PATTERN("(?<=[\\p{L}.]) ?\\+ ?(?=\\p{L})"),
                          bar = PATTERN("(?<=[\\p{L}.]) ?\\| ?(?=\\d)");
    g_autofree char *before = text, *listed = pattern_replace(&plus, before, ", ");
    return pattern_replace(&bar, listed, " ");
}

/* "٩:٠٠-١٧:٠٠", "９：００": in our figures, for what reads no others; owned by the caller. */
static char *in_our_figures(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int digit = g_unichar_digit_value(c);
        if (digit >= 0)
            g_string_append_c(out, (char)('0' + digit));
        else if (c == 0x3000) /* ideographic blank */
            g_string_append_c(out, ' ');
        else if (c == 0xFF1A || c == 0xFF1B || c == 0xFF08 || c == 0xFF09)
            /* full-width colon, semicolon, brackets */
            g_string_append_c(out, (char)(c - 0xFF01 + '!'));
        else
            g_string_append_unichar(out, c);
    }
    return with_our_signs(g_string_free(out, FALSE));
}

bool hours_read_human(const char *text, const struct labels *labels, GArray *out)
{
    if (read_in_tongue(text, labels, out))
        return true;
    guint before = out->len;
    g_autofree char *figures = in_our_figures(text);
    if (strcmp(figures, text) != 0 && read_in_tongue(figures, labels, out) &&
        notes_are_written(text, out, before))
        return true;
    g_array_set_size(out, before);
    return false;
}
