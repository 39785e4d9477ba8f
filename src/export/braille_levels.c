/*
 * Sources: the indicators are those which liblouis's own table of each language writes before ² and
 * ³, where it has these; all digits follow them. Lowered: UEB rules (2024), 3.24; Código matemático
 * unificado (ONCE, 1987) for Spanish and Portuguese; Notation mathématique braille (2007) for
 * French; the last three as MathCAT has them (Rules/Braille/CMU and French, "msub"). Where a code's
 * indicator is not known to us, brackets tell that the signs are of another level.
 */
#include "export/braille_levels.h"

#include <string.h>

/* Digits from 0 to 9 that stand without a number sign. */
static const char *const dropped[] = {"⠴", "⠂", "⠆", "⠒", "⠲", "⠢", "⠖", "⠶", "⠦", "⠔"};
static const char *const antoine[] = {"⠼", "⠡", "⠣", "⠩", "⠹", "⠱", "⠫", "⠻", "⠳", "⠪"};

static const struct level {
    const char *lang;
    const char *raised, *lowered; /* the second NULL: not known */
    const char *open, *close;     /* about more than one number or letter */
    const char *const *digits;    /* NULL: as everywhere else in the table */
} levels[] = {
    {"en", "⠰⠔", "⠰⠢", "⠣", "⠜", NULL},   {"vi", "⠰⠔", "⠰⠢", "⠣", "⠜", NULL},
    {"es", "⠡", "⠌", "(", ")", NULL},     {"pt", "⠡", "⠌", "(", ")", NULL},
    {"fr", "⠈", "⠢", "(", ")", antoine},  {"it", "⠈⠠", NULL, "(", ")", antoine},
    {"de", "⠌", NULL, "(", ")", dropped}, {"pl", "⠬", NULL, "(", ")", dropped},
};

static bool is_raised(gunichar sign)
{
    bool early = sign == 0xB9 || sign == 0xB2 || sign == 0xB3; /* ¹²³ stand in Latin-1 already */
    return early || (sign >= 0x2070 && sign < 0x2080);
}

static bool is_lowered(gunichar sign)
{
    return sign >= 0x2080 && sign < 0x208F;
}

size_t braille_level_length(const char *text)
{
    bool (*of_level)(gunichar) = is_raised(g_utf8_get_char(text)) ? is_raised : is_lowered;
    const char *end = text;
    while (*end && of_level(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    return (size_t)(end - text);
}

static const struct level *find_level(const struct braille_table *table)
{
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
        if (g_str_equal(levels[i].lang, table->lang))
            return &levels[i];
    return NULL;
}

static bool has_all(const struct braille_table *table, const char *signs, size_t length)
{
    for (const char *at = signs; at < signs + length; at = g_utf8_next_char(at))
        if (braille_table_for(table, g_utf8_get_char(at)) != table)
            return false;
    return true;
}

static bool is_number(const char *plain)
{
    return plain[strspn(plain, "0123456789")] == '\0';
}

static void add_digits(GString *out, const char *number, const char *const *digits)
{
    for (const char *at = number; *at; at++)
        g_string_append(out, digits[*at - '0']);
}

/* The signs as they are on the line, behind their indicator. */
static char *write_level(const struct level *level, const char *plain, bool raised)
{
    const char *indicator = raised ? level->raised : level->lowered;
    if (!indicator)
        return g_strconcat("(", plain, ")", NULL);
    GString *out = g_string_new(indicator);
    bool number = is_number(plain), one = number || g_utf8_strlen(plain, -1) == 1;
    if (number && level->digits)
        add_digits(out, plain, level->digits);
    else
        g_string_append_printf(out, "%s%s%s", one ? "" : level->open, plain,
                               one ? "" : level->close);
    return g_string_free(out, FALSE);
}

char *braille_level_text(const struct braille_table **table, const char *signs, size_t length)
{
    const struct level *level = find_level(*table);
    if (!level && has_all(*table, signs, length))
        return NULL;
    if (!level) {
        *table = braille_table_english();
        level = find_level(*table);
    }
    g_autofree char *plain = g_utf8_normalize(signs, (gssize)length, G_NORMALIZE_NFKC);
    return write_level(level, plain, is_raised(g_utf8_get_char(signs)));
}
