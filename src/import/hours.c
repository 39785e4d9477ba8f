/*
 * Opening hours as web pages say them ("Mon – Fri: 9:00 am to 5:00 pm"), in English. Words and
 * times are read one token at a time and written in the syntax of clinic.yaml. Awkward: "9 to 5" is
 * clear to people and not to a program that may not guess: a time counts only with am or pm, or as
 * hours and minutes that run forward.
 */
#include "content/hours.h"
#include "import/parts.h"

#include <stdio.h>
#include <string.h>

struct cursor {
    const char *at; /* in words in lower case, dashes as "-" */
    GString *out;
};

static void skip_spaces(struct cursor *c)
{
    c->at += strspn(c->at, " ");
}

/* Takes one of `words` (ended by NULL) where it stands as a whole word. */
static bool take_any(struct cursor *c, const char *const *words)
{
    skip_spaces(c);
    for (; *words; words++) {
        size_t n = strlen(*words);
        bool is_word = g_ascii_isalpha((*words)[n - 1]);
        if (strncmp(c->at, *words, n) == 0 && !(is_word && g_ascii_isalpha(c->at[n]))) {
            c->at += n;
            return true;
        }
    }
    return false;
}

static bool take_to(struct cursor *c)
{
    static const char *const words[] = {"-", "to", "through", "thru", "until", "till", NULL};
    return take_any(c, words);
}

static bool take_and(struct cursor *c)
{
    static const char *const words[] = {",", "&", "and", NULL};
    bool taken = take_any(c, words);
    while (taken && take_any(c, words))
        ;
    return taken;
}

/* The day in the spelling of clinic.yaml, or NULL. */
static const char *take_day(struct cursor *c)
{
    static const char *const days[][8] = {
        {"Mo", "mondays", "monday", "mon.", "mon", "mo", NULL},
        {"Tu", "tuesdays", "tuesday", "tues", "tue.", "tue", "tu", NULL},
        {"We", "wednesdays", "wednesday", "wed.", "wed", "we", NULL},
        {"Th", "thursdays", "thursday", "thurs", "thu.", "thu", "th", NULL},
        {"Fr", "fridays", "friday", "fri.", "fri", "fr", NULL},
        {"Sa", "saturdays", "saturday", "sat.", "sat", "sa", NULL},
        {"Su", "sundays", "sunday", "sun.", "sun", "su", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        if (take_any(c, days[i] + 1))
            return days[i][0];
    return NULL;
}

static bool take_days(struct cursor *c)
{
    const char *first = take_day(c), *after = c->at;
    bool any = first != NULL;
    while (first) {
        g_string_append_printf(c->out, "%s%s", c->out->len ? "," : "", first);
        if (take_to(c)) {
            const char *last = take_day(c);
            if (!last)
                return false;
            g_string_append_printf(c->out, "-%s", last);
        }
        after = c->at;
        first = take_and(c) ? take_day(c) : NULL;
    }
    c->at = after; /* a comma may also lead to the times */
    return any;
}

/* Minutes since midnight, or -1. */
static int take_time(struct cursor *c)
{
    static const char *const am[] = {"am", "a.m.", NULL}, *const pm[] = {"pm", "p.m.", NULL},
                             *const noon[] = {"12 noon", "noon", NULL};
    if (take_any(c, noon))
        return 12 * 60;
    int hour = 0, minute = 0, length = 0;
    if (!g_ascii_isdigit(*c->at) || sscanf(c->at, "%2d%n", &hour, &length) != 1)
        return -1;
    c->at += length;
    bool full = c->at[0] == ':' && g_ascii_isdigit(c->at[1]) && g_ascii_isdigit(c->at[2]);
    if (full) {
        minute = (c->at[1] - '0') * 10 + c->at[2] - '0';
        c->at += 3;
    }
    bool before = take_any(c, am), after = !before && take_any(c, pm);
    if (!before && !after && !full)
        return -1;
    if ((before || after) && (hour < 1 || hour > 12))
        return -1;
    if (before || after)
        hour = hour % 12 + (after ? 12 : 0);
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

static bool take_times(struct cursor *c)
{
    bool any = false;
    do {
        int from = take_time(c);
        int to = from >= 0 && take_to(c) ? take_time(c) : -1;
        if (to <= from)
            return false;
        g_string_append_printf(c->out, "%s%02d:%02d-%02d:%02d", any ? "," : " ", from / 60,
                               from % 60, to / 60, to % 60);
        any = true;
    } while (take_and(c));
    return true;
}

static bool take_line(struct cursor *c)
{
    static const char *const colon[] = {":", ",", "-", NULL}, *const closed[] = {"closed", NULL},
                             *const stop[] = {".", NULL};
    if (strcmp(c->at, "24/7") == 0) {
        g_string_assign(c->out, "24/7");
        return true;
    }
    if (!take_days(c))
        return false;
    take_any(c, colon);
    skip_spaces(c);
    if (take_any(c, closed))
        g_string_append(c->out, " off");
    else if (*c->at && *c->at != '.' && !take_times(c))
        return false;
    take_any(c, stop);
    skip_spaces(c);
    return *c->at == '\0';
}

/* Dashes of all lengths as '-'. */
static char *plain_signs(const char *words)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = words; *p; p = g_utf8_next_char(p)) {
        gunichar ch = g_utf8_get_char(p);
        if (g_unichar_type(ch) == G_UNICODE_DASH_PUNCTUATION)
            g_string_append_c(plain, '-');
        else if (ch < 0x80)
            g_string_append_c(plain, g_ascii_tolower((char)ch));
        else
            g_string_append_unichar(plain, ch);
    }
    return g_string_free(plain, FALSE);
}

char *import_hours(const char *words)
{
    g_autofree char *lower = plain_signs(words);
    g_autoptr(GString) out = g_string_new(NULL);
    struct cursor cursor = {.at = lower, .out = out};
    skip_spaces(&cursor);
    struct diag *unheard = diag_new(false);
    bool ok = take_line(&cursor) && hours_check(out->str, (struct pos){0}, unheard);
    diag_free(unheard);
    return ok ? g_strdup(out->str) : NULL;
}
