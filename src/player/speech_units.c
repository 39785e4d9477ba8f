/*
 * Awkward: one letter may be a unit and something else ("2026 г.", "5 l’eau"), so it is none behind
 * a year, nor where a letter or an apostrophe follows; but "8h30" is a time.
 */
#include "player/speech_units.h"

#include "base/pattern.h"
#include "player/spoken_sign.h"

#include <string.h>

#define BLANK  "[ \u00A0\u202F]"
#define NUMBER "\\p{Nd}+(?:[.,:/\u066B\u066C\u00A0\u202F]\\p{Nd}+)*[¼-¾⅐-⅞]?|[¼-¾⅐-⅞]"

/* Its groups: the number; a hyphen between it and its unit. */
static struct pattern number = PATTERN(PATTERN_AHEAD(
    "0-9") "(?<![\\p{Latin}\\p{Nd}_.,:/])(" NUMBER ")" BLANK "?([-\u2010\u2011]?)(?![\\p{Nd} ])");
/* Its groups: a sign of money, the number behind it. */
static struct pattern money = PATTERN(PATTERN_AHEAD("$") "([$€£])" BLANK "?(" NUMBER ")");
/* Its group: the sign of decimals, where it is no sign of thousands. */
static struct pattern decimals =
    PATTERN("^(?:0([.,])\\p{Nd}+|\\p{Nd}+([.,])(?:\\p{Nd}{1,2}|\\p{Nd}{4,}))$");
static struct pattern stroke = PATTERN("\\G" BLANK "?/" BLANK "?");
static struct pattern year = PATTERN("\\G(?:19|20)\\d\\d(?!\\d)");
static struct pattern go_on = PATTERN("\\G(?:\\p{L}|\\p{M}|[\\p{Nd}'’])");
static struct pattern go_on_latin = PATTERN("\\G(?:\\p{Latin}|[\\p{Nd}'’])");
static struct pattern minutes = PATTERN("\\G[0-5]\\d(?!\\d)");

enum group { ALL, FIGURES, HYPHEN, GROUPS };

static bool is_at(struct pattern *pattern, const char *text, size_t at)
{
    struct range found;
    return pattern_find(pattern, text, at, &found);
}

/* Signs of Latin letters may touch words in other ones: "5mg을". */
static bool ends_there(const char *text, size_t end, bool is_hour)
{
    bool latin = (unsigned char)text[end - 1] < 0x80;
    return !is_at(latin ? &go_on_latin : &go_on, text, end) ||
           (is_hour && is_at(&minutes, text, end));
}

/* One of a language's units in a text. */
struct unit {
    size_t end;        /* of its sign; 0: there is none */
    const char *forms; /* "milligram|milligrams", lent */
};

/* The longest sign of the entry "mcg=µg microgram|micrograms" at a byte, if that is longer. */
static void try_entry(const char *text, size_t at, const char *entry, struct unit *best)
{
    const char *blank = strchr(entry, ' ');
    for (const char *sign = entry; blank && sign < blank; sign += *sign == '=') {
        size_t length = strcspn(sign, "= ");
        bool is_hour = length == 1 && *sign == 'h';
        if (strncmp(text + at, sign, length) == 0 && at + length > best->end &&
            ends_there(text, at + length, is_hour))
            *best = (struct unit){at + length, blank + 1};
        sign += length;
    }
}

static struct unit unit_at(const char *text, size_t at, const struct labels *labels)
{
    struct unit best = {0};
    const char *const *entry = labels_list(labels, LABELS_SPOKEN_UNITS);
    for (; *entry; entry++)
        try_entry(text, at, *entry, &best);
    return best;
}

/* In figures of ASCII, without signs between thousands, with a full stop before decimals; owned by
 * the caller. */
static char *plain_number(const char *written, const struct labels *labels)
{
    GString *plain = g_string_new(NULL);
    const char *decimal = labels_get(labels, LABEL_DECIMAL_SIGN);
    for (const char *at = written; *at; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        if (g_unichar_isdigit(sign))
            g_string_append_printf(plain, "%d", g_unichar_digit_value(sign));
        else if (sign == g_utf8_get_char(decimal) || sign == 0x066B)
            g_string_append_c(plain, '.');
        else if (!strchr(".,", (int)MIN(sign, 0x7f)) && sign > ' ')
            g_string_append_unichar(plain, sign);
    }
    return g_string_free(plain, FALSE);
}

/* A number with decimals in another language's way is in the way of the labels then; true: it was.
 */
static bool make_own(char *written, const struct labels *labels)
{
    const char *decimal = labels_get(labels, LABEL_DECIMAL_SIGN);
    struct range groups[3];
    if (!pattern_find_groups(&decimals, written, 0, groups, G_N_ELEMENTS(groups)))
        return false;
    size_t at = MAX(groups[1].start, groups[2].start);
    bool other = written[at] != *decimal;
    written[at] = *decimal;
    return other;
}

/* The number that stands there in another language's way; `own`: the same in the labels' way. */
static void add_decimals(struct range figures, const char *own, const struct labels *labels,
                         GArray *signs)
{
    const char *sign = labels_get(labels, LABEL_DECIMAL_SIGN);
    const char *words = spoken_sign_words(labels, sign);
    size_t at = figures.start + strcspn(own, sign);
    if (!words) {
        spoken_sign_add(signs, figures, own, strlen(own));
        return;
    }
    spoken_sign_add(signs, (struct range){at, at + 1}, words, strlen(words));
    spoken_sign_add_figures(signs, (struct range){at + 1, figures.end});
}

/* Which of the forms goes with a number: that of the first pattern that it is all of, else the
 * last; owned by the caller. */
static char *form_for(const char *forms, const char *plain, const struct labels *labels)
{
    g_auto(GStrv) all = g_strsplit(forms, "|", -1);
    const char *const *form = labels_list(labels, LABELS_NUMBER_FORMS);
    guint last = g_strv_length(all) - 1, i = 0;
    for (; i < last && form[i]; i++) {
        g_autofree char *whole = g_strdup_printf("^(?:%s)$", form[i]);
        if (g_regex_match(pattern_of_text(whole), plain, 0, NULL))
            break;
    }
    return g_strdup(all[MIN(i, last)]);
}

/* The words for a unit that stands from `start` to `end`, behind the number at `before`. */
static void add_unit(GArray *signs, size_t before, size_t start, size_t end, const char *words)
{
    const char *place = strstr(words, SPOKEN_NUMBER);
    const char *behind = place ? place + strlen(SPOKEN_NUMBER) : words;
    if (place)
        spoken_sign_add(signs, (struct range){before, before}, words, (size_t)(place - words));
    spoken_sign_add(signs, (struct range){start, end}, behind, strlen(behind));
}

/* "/kg" behind a unit. */
static size_t add_rate(const char *text, size_t at, const struct labels *labels, const char *per,
                       GArray *signs)
{
    struct range found;
    if (!per || !pattern_find(&stroke, text, at, &found))
        return at;
    struct unit unit = unit_at(text, found.end, labels);
    if (unit.end == 0)
        return at;
    g_autofree char *words = form_for(unit.forms, "1", labels);
    spoken_sign_add(signs, found, per, strlen(per));
    add_unit(signs, found.end, found.end, unit.end, words);
    return unit.end;
}

static size_t add_measure(const char *text, const struct range *groups, const struct labels *labels,
                          const char *per, GArray *signs)
{
    struct range figures = groups[FIGURES];
    const char *sign = text + groups[ALL].end;
    struct unit unit = unit_at(text, groups[ALL].end, labels);
    bool letter =
        text + unit.end == g_utf8_next_char(sign) && g_unichar_isalpha(g_utf8_get_char(sign));
    if (unit.end == 0 || (letter && is_at(&year, text, figures.start)))
        return figures.end;
    g_autofree char *written = g_strndup(text + figures.start, figures.end - figures.start);
    bool other = make_own(written, labels);
    g_autofree char *plain = plain_number(written, labels);
    bool single = groups[HYPHEN].start < groups[HYPHEN].end; /* "a 5-mg dose" */
    g_autofree char *words = form_for(unit.forms, single ? "1" : plain, labels);
    add_unit(signs, figures.start, figures.end, unit.end, words);
    if (other)
        add_decimals(figures, written, labels, signs);
    return add_rate(text, unit.end, labels, per, signs);
}

/* A word for a million or the like. */
struct large {
    size_t end;         /* behind it; 0: there is none */
    const char *joined; /* what joins it to the money: " de", lent */
};

static struct large large_at(const char *text, size_t at, const struct labels *labels)
{
    struct large best = {0};
    struct range blank;
    static struct pattern blanks = PATTERN("\\G" BLANK);
    size_t start = pattern_find(&blanks, text, at, &blank) ? blank.end : at;
    const char *const *entry = labels_list(labels, LABELS_LARGE_NUMBERS);
    for (; *entry; entry++) {
        size_t length = strcspn(*entry, " ");
        if (strncmp(text + start, *entry, length) == 0 && ends_there(text, start + length, false))
            best = (struct large){start + length, *entry + length};
    }
    return best;
}

static const char *money_forms(const char *text, struct range sign, const struct labels *labels)
{
    const char *const *entry = labels_list(labels, LABELS_SPOKEN_UNITS);
    size_t length = sign.end - sign.start;
    for (; *entry; entry++)
        if (strncmp(*entry, text + sign.start, length) == 0 && (*entry)[length] == ' ')
            return *entry + length + 1;
    return NULL;
}

/* "$9,000" is heard as it is said: the money behind the number. */
static void find_money(const char *text, const struct labels *labels, GArray *signs)
{
    struct range groups[3];
    for (size_t at = 0; pattern_find_groups(&money, text, at, groups, G_N_ELEMENTS(groups));
         at = groups[0].end) {
        struct range figures = groups[2];
        struct large large = large_at(text, figures.end, labels);
        const char *forms = money_forms(text, groups[1], labels);
        if (!forms)
            continue;
        g_autofree char *written = g_strndup(text + figures.start, figures.end - figures.start);
        bool other = make_own(written, labels);
        g_autofree char *plain = plain_number(written, labels);
        g_autofree char *form = form_for(forms, large.end ? "1000000" : plain, labels);
        g_autofree char *words = g_strconcat(large.end ? large.joined : "", " ", form, NULL);
        size_t end = MAX(large.end, figures.end);
        spoken_sign_add(signs, (struct range){groups[1].start, figures.start}, "", 0);
        if (other)
            add_decimals(figures, written, labels, signs);
        g_strchug(words);
        spoken_sign_add(signs, (struct range){end, end}, words, strlen(words));
    }
}

void speech_find_units(const char *text, const struct labels *labels, const char *per,
                       GArray *signs)
{
    struct range groups[GROUPS];
    for (size_t at = 0; pattern_find_groups(&number, text, at, groups, GROUPS);)
        at = add_measure(text, groups, labels, per, signs);
    find_money(text, labels, signs);
}
