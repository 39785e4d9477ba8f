/*
 * Whether a postal code and a state can be those of their country. Awkward: people write codes with
 * and without blanks, hyphens and the sign of the country, and states in letters or whole, so only
 * figures and letters count, and a doubt speaks for the clinic.
 */
#include "content/postal.h"

#include "content/postal_parts.h"

#include <glib.h>
#include <string.h>

/* The states and territories of the United States as they stand on letters, and by their names:
 * CLDR 41, common/subdivisions/en.xml; the three of the armed forces abroad: libaddressinput. */
static const struct {
    const char *code, *name;
} states[] = {
    {"AA", "Armed Forces Americas"},
    {"AE", "Armed Forces Europe"},
    {"AK", "Alaska"},
    {"AL", "Alabama"},
    {"AP", "Armed Forces Pacific"},
    {"AR", "Arkansas"},
    {"AS", "American Samoa"},
    {"AZ", "Arizona"},
    {"CA", "California"},
    {"CO", "Colorado"},
    {"CT", "Connecticut"},
    {"DC", "Washington DC"},
    {"DC", "District of Columbia"},
    {"DE", "Delaware"},
    {"FL", "Florida"},
    {"FM", "Micronesia"},
    {"GA", "Georgia"},
    {"GU", "Guam"},
    {"HI", "Hawaii"},
    {"IA", "Iowa"},
    {"ID", "Idaho"},
    {"IL", "Illinois"},
    {"IN", "Indiana"},
    {"KS", "Kansas"},
    {"KY", "Kentucky"},
    {"LA", "Louisiana"},
    {"MA", "Massachusetts"},
    {"MD", "Maryland"},
    {"ME", "Maine"},
    {"MH", "Marshall Islands"},
    {"MI", "Michigan"},
    {"MN", "Minnesota"},
    {"MO", "Missouri"},
    {"MP", "Northern Mariana Islands"},
    {"MS", "Mississippi"},
    {"MT", "Montana"},
    {"NC", "North Carolina"},
    {"ND", "North Dakota"},
    {"NE", "Nebraska"},
    {"NH", "New Hampshire"},
    {"NJ", "New Jersey"},
    {"NM", "New Mexico"},
    {"NV", "Nevada"},
    {"NY", "New York"},
    {"OH", "Ohio"},
    {"OK", "Oklahoma"},
    {"OR", "Oregon"},
    {"PA", "Pennsylvania"},
    {"PR", "Puerto Rico"},
    {"PW", "Palau"},
    {"RI", "Rhode Island"},
    {"SC", "South Carolina"},
    {"SD", "South Dakota"},
    {"TN", "Tennessee"},
    {"TX", "Texas"},
    {"UT", "Utah"},
    {"VA", "Virginia"},
    {"VI", "U.S. Virgin Islands"},
    {"VI", "Virgin Islands"},
    {"VT", "Vermont"},
    {"WA", "Washington"},
    {"WI", "Wisconsin"},
    {"WV", "West Virginia"},
    {"WY", "Wyoming"},
};

/* Letters and figures in capitals, figures of any script as ours; owned by the caller. */
static char *bare(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isdigit(c))
            g_string_append_c(out, (char)('0' + g_unichar_digit_value(c)));
        else if (g_unichar_isalpha(c))
            g_string_append_unichar(out, g_unichar_toupper(c));
    }
    return g_string_free(out, FALSE);
}

static bool sign_fits(char sign, char shape)
{
    if (shape == '#')
        return g_ascii_isdigit(sign);
    if (shape == '@')
        return g_ascii_isalpha(sign);
    return shape == '*' ? g_ascii_isalnum(sign) : sign == shape;
}

static bool fits(const char *code, const char *shapes)
{
    g_auto(GStrv) each = g_strsplit(shapes, "|", -1);
    for (char **shape = each; *shape; shape++) {
        size_t n = 0;
        while (code[n] && (*shape)[n] && sign_fits(code[n], (*shape)[n]))
            n++;
        if (!code[n] && !(*shape)[n])
            return true;
    }
    return false;
}

/* "CH-8001", "D-10115": letters for the country before the code, as letters from abroad have them.
 */
static const char *without_country(const char *code)
{
    size_t letters = 0;
    while (g_ascii_isalpha(code[letters]))
        letters++;
    return letters > 0 && letters <= 3 && code[letters] == '-' ? code + letters + 1 : code;
}

const char *postal_code_missed(const struct postal *postal, const char *country)
{
    const struct postal_order *order = postal_order_find(country);
    const char *code = postal->postal_code.value;
    if (!code || !order || !order->codes)
        return NULL;
    g_autofree char *whole = bare(code);
    g_autofree char *own = bare(without_country(code));
    return fits(whole, order->codes) || fits(own, order->codes) ? NULL : order->code;
}

bool postal_is_state(const struct postal *postal, const char *country)
{
    const char *region = postal->address_region.value;
    if (!region || !country || strcmp(country, "US") != 0)
        return true;
    g_autofree char *written = bare(region);
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++) {
        g_autofree char *name = bare(states[i].name);
        if (strcmp(written, states[i].code) == 0 || strcmp(written, name) == 0)
            return true;
    }
    return false;
}
