/*
 * In nearly every code digits have the cells of letters behind a number sign, so a letter that
 * follows them may be read as one more digit: "5g" as 57. A blank ends a number in every code.
 * Taiwan writes numbers in the Nemeth code, whose digits stand in the lower cells behind a number
 * sign (Nemeth Braille Code, 1972, sections 8 and 9), and puts a blank between them and Chinese;
 * the table of liblouis 3.24 has the digits alone.
 */
#include "export/braille_parts.h"
#include "export/braille_words.h"

#include <string.h>

#define NUMBER_SIGN 0x283C

/* The digits of a code, as they are translated once to know their cells. */
static const char digits[] = "0123456789";

/* A digit, and a sign within a number, before the sign that is looked at. */
#define BEFORE_MOST 2

bool braille_numbers_are_ours(const struct braille_table *table)
{
    return table && g_str_equal(table->lang, "zh-Hant");
}

static bool is_digit(gunichar sign)
{
    return sign >= '0' && sign <= '9';
}

/* One half and its like, which are a number of their own. */
static bool is_fraction(gunichar sign)
{
    return (sign >= 0xBC && sign <= 0xBE) || (sign >= 0x2150 && sign <= 0x215E);
}

static struct braille_letter *letter_at(const GArray *letters, guint i)
{
    return &g_array_index(letters, struct braille_letter, i);
}

/* How many signs before the letter are of a number: a digit, or one and a sign behind which numbers
 * go on. */
static guint number_before(const struct braille_letter *letter, guint before)
{
    bool within = before > 1 && letter[-1].letter < 0x80 && strchr(".,-/:", (int)letter[-1].letter);
    guint signs = within ? 2 : 1;
    return before >= signs && is_digit(letter[-(int)signs].letter) ? signs : 0;
}

static GArray *translate(const struct braille_letter *last, guint before, gunichar instead)
{
    struct braille_sign signs[BEFORE_MOST + 1];
    for (guint i = 0; i <= before; i++) {
        const struct braille_letter *letter = last + i - before;
        signs[i] = (struct braille_sign){i < before ? letter->letter : instead, letter->hand};
    }
    return braille_translate(last->table, signs, before + 1, NULL);
}

static bool begins_with(const GArray *cells, const GArray *start)
{
    return start->len > 0 && cells->len >= start->len &&
           memcmp(cells->data, start->data, start->len * sizeof(gunichar)) == 0;
}

/* The digit whose cell a sign begins with, alone; 0: none. */
static gunichar digit_like(const struct braille_table *table, gunichar sign)
{
    struct braille_sign all[sizeof digits - 1], alone = {sign, HAND_PLAIN};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        all[i] = (struct braille_sign){(gunichar)digits[i], HAND_PLAIN};
    g_autoptr(GArray) own = braille_translate(table, &alone, 1, NULL);
    g_autoptr(GArray) known = braille_translate(table, all, G_N_ELEMENTS(all), NULL);
    guint first = known->len - MIN(known->len, (guint)G_N_ELEMENTS(all)); /* behind their sign */
    for (guint i = first; own->len > 0 && i < known->len; i++)
        if (g_array_index(known, gunichar, i) == g_array_index(own, gunichar, 0))
            return (gunichar)digits[i - first];
    return 0;
}

/* True where the sign would be read as one more digit. */
static bool runs_on(const struct braille_letter *letter, guint before)
{
    if (letter->letter == ' ' || is_digit(letter->letter) || letter->hand == HAND_TYPED)
        return false;
    for (guint i = 0; i <= before; i++)
        if (letter[-(int)i].table != letter->table || !letter->table)
            return false;
    gunichar digit = digit_like(letter->table, letter->letter);
    if (digit == 0)
        return false;
    g_autoptr(GArray) said = translate(letter, before, letter->letter);
    g_autoptr(GArray) read = translate(letter, before, digit);
    return begins_with(said, read);
}

static void insert(GArray *letters, guint at, gunichar sign, bool held)
{
    struct braille_letter beside = *letter_at(letters, at);
    beside.letter = sign;
    beside.held = held;
    g_array_insert_val(letters, at, beside);
}

static bool is_han(const struct braille_letter *letter)
{
    return g_unichar_get_script(letter->letter) == G_UNICODE_SCRIPT_HAN;
}

static bool starts_number(const GArray *letters, guint i)
{
    const struct braille_letter *letter = letter_at(letters, i);
    if (!braille_numbers_are_ours(letter->table))
        return false;
    if (is_fraction(letter->letter))
        return true;
    if (!is_digit(letter->letter) || (i > 0 && is_digit(letter[-1].letter)))
        return false;
    bool goes_on = i > 1 && (letter[-1].letter == '.' || letter[-1].letter == ',');
    return !goes_on || !is_digit(letter[-2].letter);
}

/* Returns how many signs stand before the letter now that did not. */
static guint add_sign(GArray *letters, guint i)
{
    if (!starts_number(letters, i))
        return 0;
    bool apart = i > 0 && is_han(letter_at(letters, i - 1));
    insert(letters, i, NUMBER_SIGN, false);
    if (apart)
        insert(letters, i, ' ', false);
    return apart ? 2 : 1;
}

static bool needs_blank(const GArray *letters, guint i)
{
    const struct braille_letter *letter = letter_at(letters, i);
    if (i > 0 && is_han(letter) && braille_numbers_are_ours(letter->table))
        return is_digit(letter[-1].letter) || is_fraction(letter[-1].letter);
    guint before = number_before(letter, i);
    return before > 0 && runs_on(letter, before);
}

void braille_numbers_part(GArray *letters)
{
    for (guint i = 0; i < letters->len; i++) {
        i += add_sign(letters, i);
        if (needs_blank(letters, i))
            insert(letters, i++, ' ', true);
    }
}
