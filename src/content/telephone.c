/*
 * Telephone numbers. Awkward: a number in running text is told from other figures only by its
 * length and its signs, and two spellings of one number only agree in their last digits, because a
 * country code replaces the zero that people dial at home.
 */
#include "content/telephone.h"

#include "base/pattern.h"

#include <glib.h>
#include <string.h>

#define DIGITS "0123456789"

/* Digits, and what stands between them: without and with stops. */
#define STOPLESS DIGITS " ()/-"
#define ROW      STOPLESS "."

/* A row of figures that is kept together, and looked at. */
#define ROW_DIGITS 6

/* Country code 1, area, exchange and line (NANPA: 1-NXX-NXX-XXXX). */
#define NORTH_AMERICA_DIGITS 11

/* The most of a number that is dialled within a country, with the zero before it: Austria's. */
#define HOME_DIGITS_MAX 13

/* What makes a number of one that has fewer digits than this a number beyond doubt: a plus. */
#define CERTAIN_DIGITS 10

unsigned telephone_count_digits(const char *text, struct range range)
{
    unsigned digits = 0;
    for (size_t i = range.start; i < range.end; i++)
        digits += g_ascii_isdigit(text[i]) != 0;
    return digits;
}

static unsigned count_digits(const char *text)
{
    return telephone_count_digits(text, (struct range){0, strlen(text)});
}

bool telephone_is(const char *text)
{
    bool starts = *text && strchr("+(" DIGITS, *text); /* "-1995" is the end of one */
    return starts && count_digits(text) >= 3 && strspn(text, "+ext" ROW) == strlen(text);
}

/* True for a number that tells its country: with a plus, or what is dialled for it. */
static bool is_abroad(const char *text)
{
    return *text == '+' || g_str_has_prefix(text, "00");
}

bool telephone_runs_on(const char *text)
{
    static struct pattern further = PATTERN("^(?:(?:\\+|00)?1[-. ]+)?\\(?[2-9]\\d\\d\\)?[-. ]+"
                                            "\\d{3}[-. ]\\d{4}[-. ]+\\d");
    struct range found;
    unsigned most = is_abroad(text) ? TELEPHONE_DIGITS_MAX + strlen("00") : HOME_DIGITS_MAX;
    return count_digits(text) > most || pattern_find(&further, text, 0, &found);
}

bool telephone_is_certain(const char *text)
{
    unsigned digits = count_digits(text);
    unsigned enough = *text == '+' ? TELEPHONE_DIGITS_MIN : CERTAIN_DIGITS;
    return telephone_is(text) && digits >= enough && digits <= TELEPHONE_DIGITS_MAX &&
           !telephone_runs_on(text) && !telephone_is_other(text, strlen(text));
}

/* "(0)" behind the code of a country: dialled within the country only (ITU-T E.123, 7.2). */
static bool is_home_zero(const char *p, const GString *digits)
{
    return digits->len > 0 && g_str_has_prefix(p, "(0)");
}

/* "234 5678/79", "… 5678 / +1 …": another number. */
static bool starts_next(const char *p, const GString *digits)
{
    return (*p == '/' || *p == '+') && digits->len >= TELEPHONE_DIGITS_MIN;
}

char *telephone_digits(const char *text)
{
    GString *digits = g_string_new(NULL);
    for (const char *p = text; *p && !g_ascii_isalpha(*p) && !starts_next(p, digits); p++) {
        if (is_home_zero(p, digits))
            p += strlen("(0)") - 1;
        else if (g_ascii_isdigit(*p))
            g_string_append_c(digits, *p);
    }
    if (*text == '+' && digits->str[0] == '1' && digits->len > NORTH_AMERICA_DIGITS)
        g_string_truncate(digits, NORTH_AMERICA_DIGITS); /* "+1 503 234 5678-80" */
    return g_string_free(digits, FALSE);
}

bool telephone_is_service(const char *text)
{
    g_autofree char *digits = telephone_digits(text);
    size_t length = strlen(digits);
    return *text != '+' && (length == 3 || (length == 6 && g_str_has_prefix(digits, "116")));
}

bool telephone_is_whole(const char *text)
{
    g_autofree char *digits = telephone_digits(text);
    size_t length = strlen(digits);
    if (*text != '+' || length < TELEPHONE_DIGITS_MIN || length > TELEPHONE_DIGITS_MAX)
        return false;
    return digits[0] != '1' ||
           (length == NORTH_AMERICA_DIGITS && digits[1] >= '2' && digits[4] >= '2');
}

static bool ends_with(const char *digits, const char *end)
{
    return strlen(end) >= TELEPHONE_DIGITS_MIN && g_str_has_suffix(digits, end);
}

bool telephone_same(const char *one, const char *other)
{
    g_autofree char *a = telephone_digits(one), *b = telephone_digits(other);
    return *a && (g_str_equal(a, b) || ends_with(a, b) || ends_with(b, a));
}

/* The digits behind the word that an extension has in front; owned by the caller. */
static char *extension_of(const char *text)
{
    GString *digits = g_string_new(NULL);
    while (*text && !g_ascii_isalpha(*text))
        text++;
    for (; *text; text++)
        if (g_ascii_isdigit(*text))
            g_string_append_c(digits, *text);
    return g_string_free(digits, FALSE);
}

bool telephone_same_line(const char *one, const char *other)
{
    g_autofree char *a = extension_of(one), *b = extension_of(other);
    return g_str_equal(a, b) && telephone_same(one, other);
}

static char *uri_of(const char *scheme, const char *text)
{
    g_autofree char *digits = telephone_digits(text);
    return g_strconcat(scheme, *text == '+' ? "+" : "", digits, NULL);
}

char *telephone_uri(const char *text)
{
    return uri_of("tel:", text);
}

bool telephone_uri_is_short(const char *uri)
{
    enum { MOST = 5 }; /* digits */
    return g_str_has_prefix(uri, "tel:") && strlen(uri) <= strlen("tel:") + MOST;
}

char *telephone_text_uri(const char *text)
{
    return uri_of("sms:", text);
}

/* What a row may start with before its first digit, as in "(+1)" and "+(1)": its bytes. */
static size_t count_prefix(const char *p)
{
    size_t n = *p == '(';
    n += p[n] == '+';
    n += n > 0 && p[n - 1] == '+' && p[n] == '(';
    return n;
}

static bool starts_row(const char *text, const char *p)
{
    return g_ascii_isdigit(p[count_prefix(p)]) && !range_code_ends(text, (size_t)(p - text)) &&
           (p == text || p[-1] != '@');
}

/* "06. 12. 34. 56. 78": three short groups or more, parted by nothing else. */
static bool has_spaced_stops(const char *row)
{
    enum { MOST = 4 }; /* digits */
    for (int group = 0; group < 2; group++) {
        size_t digits = strspn(row, DIGITS);
        row += digits;
        if (digits > MOST || !g_str_has_prefix(row, ". ") || !g_ascii_isdigit(row[strlen(". ")]))
            return false;
        row += strlen(". ");
    }
    return true;
}

/* Bytes of the row that starts with these figures. Before a blank a stop ends the sentence, and the
 * row: "503-234-5678. 24 hours a day". */
static size_t measure_row(const char *row)
{
    bool spaced = has_spaced_stops(row);
    size_t length = strspn(row, STOPLESS);
    while (row[length] == '.' && (spaced || row[length + 1] != ' '))
        length += 1 + strspn(row + length + 1, STOPLESS);
    return length;
}

/* Bytes of a row of `length` without signs at its end, and without figures that a word touches. */
static size_t trim_row(const char *row, size_t length)
{
    while (length > 0) {
        while (length > 0 && !g_ascii_isdigit(row[length - 1]))
            length--;
        if (!range_code_starts(row, length))
            break;
        while (length > 0 && g_ascii_isdigit(row[length - 1]))
            length--;
    }
    return length;
}

/* Bytes of a row without a bracket that stands behind its number: "234 5678 (8:00" goes on with
 * hours. One that was left open within the number, "+1 (503 234 5678", is a part of it. */
static size_t cut_bracket(const char *row, size_t length)
{
    for (size_t i = length; i > 0 && row[i - 1] != ')'; i--) {
        struct range before = {0, i - 1};
        if (row[i - 1] == '(' && telephone_count_digits(row, before) >= ROW_DIGITS)
            return trim_row(row, i - 1);
    }
    return length;
}

bool telephone_find(const char *text, size_t from, struct range *out)
{
    for (const char *p = text + from; (p = strpbrk(p, "+(" DIGITS));) {
        if (!starts_row(text, p)) {
            p++;
            continue;
        }
        size_t prefix = count_prefix(p), length = prefix + measure_row(p + prefix);
        size_t row = cut_bracket(p, trim_row(p, length));
        struct range range = {(size_t)(p - text), (size_t)(p - text) + row};
        if (telephone_count_digits(text, range) >= ROW_DIGITS) {
            *out = range;
            return true;
        }
        p += length;
    }
    return false;
}

bool telephone_in(const char *text, const char *number)
{
    struct range at = {0, 0};
    while (telephone_find(text, at.end, &at)) {
        g_autofree char *found = g_strndup(text + at.start, at.end - at.start);
        if (telephone_same(found, number))
            return true;
    }
    return false;
}

/* True when a sign joins the byte at `sign` to a digit at `digit`: "1,112", "9:11". */
static bool is_joined(const char *text, size_t sign, size_t digit)
{
    return text[sign] && strchr(".,:/-", text[sign]) && g_ascii_isdigit(text[digit]);
}

static bool stands_alone(const char *text, struct range range)
{
    if (range_code_ends(text, range.start) || range_code_starts(text, range.end) ||
        text[range.end] == '%')
        return false;
    bool joined = range.start > 1 && is_joined(text, range.start - 1, range.start - 2);
    return !joined && !is_joined(text, range.end, range.end + 1);
}

static bool is_currency(const char *p)
{
    return g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_CURRENCY_SYMBOL;
}

/* "$988", "988 €". */
static bool is_price(const char *text, struct range range)
{
    const char *end = text + range.end;
    end += g_str_has_prefix(end, "\u00A0") ? strlen("\u00A0") : *end == ' ';
    return is_currency(end) ||
           (range.start > 0 && is_currency(g_utf8_prev_char(text + range.start)));
}

static bool is_known_service(const char *p)
{
    static const char *const known[] = {"988", "112", "999", "000", "111"};
    if (p[0] >= '2' && p[0] <= '9' && p[1] == '1' && p[2] == '1')
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_has_prefix(p, known[i]))
            return true;
    return false;
}

bool telephone_find_service(const char *text, size_t from, struct range *out)
{
    for (const char *p = text + from; *p; p++) {
        struct range range = {(size_t)(p - text), (size_t)(p - text) + strlen("911")};
        if (is_known_service(p) && stands_alone(text, range) && !is_price(text, range)) {
            *out = range;
            return true;
        }
    }
    return false;
}

bool telephone_find_made_up(const char *text, struct range *out)
{
    for (const char *p = text; (p = strstr(p, "555")); p++) {
        const char *line = p + strlen("555");
        line += *line && strchr(" -.", *line);
        if (strncmp(line, "01", 2) != 0 || strspn(line, DIGITS) != strlen("01xx"))
            continue;
        *out = (struct range){(size_t)(p - text), (size_t)(line - text) + strlen("01xx")};
        return true;
    }
    return false;
}
