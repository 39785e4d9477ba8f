/*
 * Method: what is found is blanked, so that the digits of a telephone number or of a time are not
 * read again as numbers. Awkward: "1.250" is a little more than one in English and more than a
 * thousand in German; the language's decimal sign alone tells which.
 */
#include "examine/figures.h"

#include "base/intern.h"
#include "base/pattern.h"
#include "base/words.h"
#include "content/hours.h"
#include "content/telephone.h"

#include <string.h>

/* Signs of the SI and of medicine, the same in all languages, but for the international unit. */
static const char *const signs[] = {"mcg=µg=μg",   "mg",   "kg",  "g",    "ml",  "dl", "l",
                                    "IU=IE=UI=МЕ", "mmol", "mEq", "mmHg", "%=٪", "°C", "°F",
                                    "kcal",        "kJ",   "min", "h",    NULL};

static const char *const dose_units[] = {"mcg", "mg", "kg",   "g",   "ml", "dl",
                                         "l",   "IU", "mmol", "mEq", "%",  NULL};

static void figure_free(void *data)
{
    struct figure *figure = data;
    g_free(figure->text);
    g_free(figure);
}

bool figures_is_dose(const char *unit)
{
    return unit && g_strv_contains(dose_units, unit);
}

/* The text in European digits and signs of numbers. */
static GString *in_european_digits(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        int digit = g_unichar_digit_value(c);
        if (digit >= 0 && g_unichar_type(c) == G_UNICODE_DECIMAL_NUMBER)
            g_string_append_c(out, (char)('0' + digit));
        else
            g_string_append_unichar(out, c == 0xFF0E ? '.' : c == 0xFF0C ? ',' : c);
    }
    return out;
}

static struct figure *add(struct figures *figures, enum figure_kind kind, GString *text,
                          struct range range)
{
    struct figure *figure = g_new0(struct figure, 1);
    *figure = (struct figure){.kind = kind,
                              .text = g_strndup(text->str + range.start, range.end - range.start)};
    g_ptr_array_add(figures->found, figure);
    memset(text->str + range.start, ' ', range.end - range.start);
    return figure;
}

static void take_telephones(struct figures *figures, GString *text, const struct labels *labels)
{
    struct range range;
    for (size_t at = 0; telephone_find(text->str, at, &range); at = range.end)
        if (telephone_count_digits(text->str, range) >= TELEPHONE_DIGITS_MIN &&
            telephone_is_likely(text->str, range, labels))
            add(figures, FIGURE_TELEPHONE, text, range);
}

/* "8 p.m.", "20:00". "am" without stops is a word of some languages that count to 24. */
static bool is_halved(const struct figure *time, const struct labels *labels)
{
    bool half = strpbrk(time->text, "aApP");
    bool sure = strchr(time->text, '.') || hours_count_to_twelve(labels);
    return half ? sure : time->value < 60 || time->value >= 13 * 60;
}

static void take_times(struct figures *figures, GString *text, const struct labels *labels)
{
    struct range range;
    int minutes;
    for (size_t at = 0; hours_find_time(text->str, at, &range, &minutes); at = range.end) {
        struct figure *figure = add(figures, FIGURE_TIME, text, range);
        figure->value = minutes;
        figure->halved = is_halved(figure, labels);
    }
}

/* Words of these letters touch the numbers that they count. */
static bool is_unspaced(gunichar c)
{
    return words_unparted(c) || g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

/* Where the unit `name` ends that stands at `at`; 0: it does not. */
static size_t name_length(const char *at, const char *name)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    const char *end = at;
    for (glong i = g_utf8_strlen(name, -1); i > 0 && *end; i--)
        end = g_utf8_next_char(end);
    g_autofree char *found = g_utf8_casefold(at, end - at);
    if (!g_str_equal(found, folded))
        return 0;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(end)), next = g_utf8_get_char(end);
    bool goes_on = (g_unichar_isalpha(next) || g_unichar_ismark(next)) && !is_unspaced(next);
    return is_unspaced(last) || !goes_on ? (size_t)(end - at) : 0;
}

/* The sign of the listed unit with the longest name that stands at `at`, interned. */
static void find_unit(const char *at, const char *const *units, size_t *length, const char **sign)
{
    for (; *units; units++) {
        g_auto(GStrv) names = g_strsplit(*units, "=", -1);
        for (char **name = names; *name; name++) {
            size_t found = name_length(at, *name);
            if (found > *length) {
                *length = found;
                *sign = intern(names[0]);
            }
        }
    }
}

static const char *unit_at(const char *at, const struct labels *labels)
{
    size_t length = 0;
    const char *sign = NULL;
    while (*at == ' ' || *at == '-' || g_utf8_get_char(at) == 0xA0 || g_utf8_get_char(at) == 0x202F)
        at = g_utf8_next_char(at);
    find_unit(at, signs, &length, &sign);
    find_unit(at, labels_list(labels, LABELS_UNITS), &length, &sign);
    find_unit(at, labels_list(labels, LABELS_COUNTED), &length, &sign);
    return sign;
}

/* Of a part, behind a word of its own as well: "half a tablet". */
static const char *unit_of_part(const char *at, const struct labels *labels)
{
    const char *unit = unit_at(at, labels);
    size_t blank = strspn(at, " ");
    return unit || blank == 0 ? unit : unit_at(at + blank + strcspn(at + blank, " "), labels);
}

static bool is_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* A listed word begins, or ends, between the two signs. */
static bool is_bound(gunichar before, gunichar after, gunichar own)
{
    return is_unspaced(own) || !is_of_word(before) || !is_of_word(after);
}

/* The bytes of the longest listed word that begins at `at` of the folded text, which sets
 * `*value`; 0: none does. */
static size_t spelled_length(const char *text, const char *at, const GPtrArray *numbers,
                             double *value)
{
    const char *prev = g_utf8_find_prev_char(text, at);
    gunichar first = g_utf8_get_char(at);
    size_t longest = 0;
    if (prev && !is_bound(g_utf8_get_char(prev), first, first))
        return 0;
    for (guint i = 0; i < numbers->len; i++) {
        char **names = numbers->pdata[i];
        for (char **name = names + 1; *name; name++) {
            size_t length = strlen(*name);
            const char *end = at + length;
            if (length <= longest || !g_str_has_prefix(at, *name))
                continue;
            gunichar last = g_utf8_get_char(g_utf8_prev_char(end));
            if (!is_bound(last, g_utf8_get_char(end), last))
                continue;
            longest = length;
            *value = g_ascii_strtod(names[0], NULL);
        }
    }
    return longest;
}

/* Each of the language's numbers in letters, with its value in front (of char **). */
static GPtrArray *spelled_numbers(const struct labels *labels)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    const char *const *listed = labels_list(labels, LABELS_SPELLED_VALUES);
    for (; *listed; listed++) {
        g_autofree char *folded = g_utf8_casefold(*listed, -1);
        g_ptr_array_add(numbers, g_strsplit(folded, "=", -1));
    }
    return numbers;
}

static void take_spelled(struct figures *figures, const char *text, const struct labels *labels)
{
    g_autoptr(GPtrArray) numbers = spelled_numbers(labels);
    g_autofree char *folded = g_utf8_casefold(text, -1);
    for (const char *at = folded; *at;) {
        double value = 0;
        size_t length = spelled_length(folded, at, numbers, &value);
        if (length > 0) {
            struct figure *figure = g_new0(struct figure, 1);
            *figure = (struct figure){.kind = FIGURE_NUMBER,
                                      .text = g_strndup(at, length),
                                      .value = value,
                                      .unit = value < 1 ? unit_of_part(at + length, labels)
                                                        : unit_at(at + length, labels),
                                      .spelled = true};
            g_ptr_array_add(figures->found, figure);
        }
        at = length > 0 ? at + length : g_utf8_next_char(at);
    }
}

/* The value of digits with signs between them; `decimal`: the language's sign before decimals. */
static double value_of(const char *text, char decimal)
{
    static struct pattern thousands =
        PATTERN("^[1-9]\\d{0,2}(?:(?:([.,' ])|[’\u00A0\u202F\u066C])\\d{2,3})*?(?:[.,' "
                "’\u00A0\u202F\u066C]\\d{3})$");
    const char *last =
        strrchr(text, '.') > strrchr(text, ',') ? strrchr(text, '.') : strrchr(text, ',');
    const char *point = strstr(text, "\u066B");
    bool groups = g_regex_match(pattern_regex(&thousands), text, 0, NULL);
    bool only = last && strpbrk(text, ".,") == last && *last == decimal;
    if (!point && last && !(groups && !only))
        point = last;
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *at = text; *at; at++)
        if (at == point)
            g_string_append_c(plain, '.');
        else if (g_ascii_isdigit(*at))
            g_string_append_c(plain, *at);
    return g_ascii_strtod(plain->str, NULL);
}

static double value_of_fraction(const char *text)
{
    static const struct {
        const char *sign;
        double value;
    } fractions[] = {{"1/2", 0.5}, {"1/4", 0.25},  {"½", 0.5},    {"¼", 0.25},
                     {"¾", 0.75},  {"⅓", 1.0 / 3}, {"⅔", 2.0 / 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(fractions); i++)
        if (g_str_has_suffix(text, fractions[i].sign))
            return fractions[i].value;
    return 0;
}

static void take_numbers(struct figures *figures, GString *text, const struct labels *labels)
{
    /* Days and months of dates in figures (3.12.2026) first: they are no decimals. */
    static struct pattern number =
        PATTERN("\\d{1,2}(?=\\.\\d{1,2}\\.\\d{2,4}(?!\\d))|(?<=\\.)\\d{1,2}(?=\\.\\d{2,4}(?!\\d))"
                "|(?<![\\d/])1/[24](?![\\d/])|\\d{1,3}(?:[ \u00A0\u202F]\\d{3})+(?!\\d)"
                "|\\d+(?:[.,'’\u066B\u066C]\\d+)*[¼-¾⅐-⅞]?|[¼-¾⅐-⅞]");
    const char *decimal = labels_get(labels, LABEL_DECIMAL_SIGN);
    struct range range;
    for (size_t at = 0; pattern_find(&number, text->str, at, &range); at = range.end) {
        const char *unit = unit_at(text->str + range.end, labels);
        struct figure *figure = add(figures, FIGURE_NUMBER, text, range);
        bool written_out = strchr(figure->text, '/');
        figure->value =
            (written_out ? 0 : value_of(figure->text, *decimal)) + value_of_fraction(figure->text);
        figure->unit = unit;
        figure->counts = is_unspaced(g_utf8_get_char(text->str + range.end));
    }
}

/* "3 de mayo", "May 3rd": a month that is one, and no "you may". */
static bool is_dated(const char *text, const char *start, const char *end)
{
    static struct pattern day = PATTERN("\\d(?:st|nd|rd|th|er|[ºª.])? ?(?:de |di |d['’])?$");
    struct range found;
    g_autofree char *before = g_strndup(text, (gsize)(start - text));
    end += strspn(end, "., ");
    return g_unichar_isdigit(g_utf8_get_char(end)) || pattern_find(&day, before, 0, &found);
}

/* Whether the text dates something in the month of that name, both folded. Names that hold figures
 * or letters that touch others are numbers already, or parts of each other. */
static bool dates_month(const char *text, const char *name)
{
    if (is_unspaced(g_utf8_get_char(name)) || strpbrk(name, "0123456789"))
        return false;
    for (const char *at = text; (at = strstr(at, name)); at += strlen(name))
        if (is_dated(text, at, at + strlen(name)))
            return true;
    return false;
}

bool figures_differ_in_months(const struct figures *one, const struct figures *other)
{
    return (one->dated & ~other->dated) != 0 && (other->dated & ~one->dated) != 0;
}

static void count_months(struct figures *figures, const char *text, const struct labels *labels)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    static const enum label_list lists[] = {LABELS_MONTHS, LABELS_MONTHS_ALONE};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        const char *const *months = labels_list(labels, lists[i]);
        for (int month = 0; month < 12 && months[month]; month++) {
            g_autofree char *name = g_utf8_casefold(months[month], -1);
            if (strstr(folded, name))
                figures->months[month] = 1;
            if (dates_month(folded, name))
                figures->dated |= 1u << month;
        }
    }
}

struct figures *figures_of(const char *text, const struct labels *labels)
{
    struct figures *figures = g_new0(struct figures, 1);
    figures->found = g_ptr_array_new_with_free_func(figure_free);
    g_autoptr(GString) european = in_european_digits(text);
    g_autofree char *halved = hours_halve(european->str, labels);
    GString *plain = g_string_new(halved);
    count_months(figures, plain->str, labels);
    take_telephones(figures, plain, labels);
    take_times(figures, plain, labels);
    take_numbers(figures, plain, labels);
    take_spelled(figures, plain->str, labels);
    g_string_free(plain, TRUE);
    return figures;
}

void figures_free(struct figures *figures)
{
    g_ptr_array_unref(figures->found);
    g_free(figures);
}
