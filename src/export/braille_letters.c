/*
 * Print becomes signs, each with the table that has it, and stretches of one table become cells.
 * Awkward: blanks that hold facts together have to come through the translation, which may join,
 * add or drop cells; where each cell comes from tells.
 */
#include "export/braille_letters.h"

#include "base/direction.h"
#include "base/lang.h"
#include "base/signs.h"
#include "base/words.h"
#include "export/braille_levels.h"
#include "export/braille_parts.h"
#include "export/braille_words.h"
#include "export/text_lines.h"
#include "export/text_parts.h"

#include <string.h>

/* What stands for signs of good print where a table has typewriters' alone, as most have. */
static const struct {
    gunichar sign;
    const char *plain;
} plain_signs[] = {
    {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"}, {0x2014, "-"},  {0x2212, "-"},
    {0x2018, "'"},  {0x2019, "'"},  {0x2039, "'"},  {0x203A, "'"}, {0x201C, "\""}, {0x201D, "\""},
    {0x201E, "\""}, {0x00AB, "\""}, {0x00BB, "\""}, {0x00AA, "a"}, {0x00BA, "o"},  {0x2026, "..."},
    {0x0964, "."},  {0x17D6, ":"},  {0x1366, ":"},  {0x066A, "%"}, {0x066B, "."},  {0x066C, ","},
};

/* What tables of liblouis 3.24 forget, or have in a way that is misread, in cells: the hyphen of
 * dots 3-6 (World Braille Usage, 2013); the o of English words, as Devanagari has it: Bharati
 * Braille is one code for both scripts; degrees and the number sign of the Código matemático
 * unificado (ONCE, 1987), as MathCAT has them; the percent sign of the Nemeth code (1972, section
 * 17); and the sign before French digits. */
static const struct {
    const char *lang;
    gunichar sign;
    const char *cells;
} forgotten[] = {
    {"it", '-', "\u2824"},
    {"gu", 0x0A91, "\u282D"},
    {"gu", 0x0AC9, "\u282D"},
    {"es", 0x00B0, "\u2834"},
    {"es", '#', "\u2838\u2839"},
    {"zh-Hant", '%', "\u2808\u2834"},
    {"fr", 0x00BC, "\u2820\u2821\u280C\u2839"},
    {"fr", 0x00BD, "\u2820\u2821\u280C\u2823"},
    {"fr", 0x00BE, "\u2820\u2829\u280C\u2839"},
};

/* Letters with a dot below (nukta), which Unicode's composition leaves in two (UAX 15, table 5). */
static const gunichar dotted[] = {0x0958, 0x0959, 0x095A, 0x095B, 0x095C, 0x095D,
                                  0x095E, 0x095F, 0x09DC, 0x09DD, 0x09DF, 0x0A33,
                                  0x0A36, 0x0A59, 0x0A5A, 0x0A5B, 0x0A5E};

static void word_free(void *data)
{
    struct braille_word *word = data;
    g_free(word->print);
    g_free(word);
}

struct braille_letters *braille_letters_new(const struct braille_table *table)
{
    struct braille_letters *letters = g_new(struct braille_letters, 1);
    letters->table = table;
    letters->words = g_ptr_array_new_with_free_func(word_free);
    return letters;
}

void braille_letters_free(struct braille_letters *letters)
{
    g_ptr_array_unref(letters->words);
    g_free(letters);
}

static const char *plain_sign(gunichar sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plain_signs); i++)
        if (plain_signs[i].sign == sign)
            return plain_signs[i].plain;
    return NULL;
}

/* The letter with its dot, as one sign; 0: there is none. */
static gunichar with_dot(gunichar letter, gunichar dot)
{
    gunichar base, mark;
    if (g_unichar_combining_class(dot) == 0)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(dotted); i++)
        if (g_unichar_decompose(dotted[i], &base, &mark) && base == letter && mark == dot)
            return dotted[i];
    return 0;
}

/* Signs without ink that no reader misses where the table has none. */
static bool is_silent(gunichar sign)
{
    return direction_is_isolate(sign) || g_unichar_type(sign) == G_UNICODE_FORMAT;
}

static void add_letter(GArray *letters, struct braille_letter letter)
{
    g_array_append_val(letters, letter);
}

/* The cells of a sign that the table forgets; NULL: it is none of these. */
static const char *forgotten_cells(const struct braille_table *table, gunichar sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forgotten); i++)
        if (forgotten[i].sign == sign && g_str_equal(table->lang, forgotten[i].lang))
            return forgotten[i].cells;
    return NULL;
}

/* What stands for a sign that the table lacks; NULL: nothing does. */
static const char *stand_in(const struct braille_table *table, gunichar sign)
{
    const char *plain = plain_sign(sign);
    const char *cells = plain && !plain[1] ? forgotten_cells(table, (gunichar)*plain) : NULL;
    return cells ? cells : plain ? plain : is_silent(sign) ? "" : NULL;
}

/* A sign that the table has, or what stands for it. */
static void add_sign(GArray *letters, gunichar sign, const struct braille_table *table,
                     enum braille_hand hand)
{
    bool usual = sign < 0x80 && g_ascii_isalnum((gchar)sign);
    const char *cells = usual ? NULL : forgotten_cells(table, sign);
    const struct braille_table *own = cells ? NULL : braille_table_for(table, sign);
    const char *other = own ? NULL : cells ? cells : stand_in(table, sign);
    if (!other)
        add_letter(letters, (struct braille_letter){sign, hand, own, false});
    for (const char *at = other; at && *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        add_letter(letters,
                   (struct braille_letter){letter, hand, braille_table_for(table, letter), false});
    }
}

/* Raised or lowered signs; past them. */
static const char *add_level(GArray *letters, const char *signs, const struct braille_table *table,
                             enum braille_hand hand)
{
    size_t length = braille_level_length(signs);
    g_autofree char *text = braille_level_text(&table, signs, length);
    g_autofree char *own = text ? NULL : g_strndup(signs, length);
    for (const char *at = text ? text : own; *at; at = g_utf8_next_char(at))
        add_sign(letters, g_utf8_get_char(at), table, hand);
    return signs + length;
}

/* A sign, together with a dot that is written apart; past it. */
static const char *add_one(GArray *letters, const char *at, const struct braille_table *table,
                           enum braille_hand hand)
{
    gunichar sign = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    gunichar whole = with_dot(sign, g_utf8_get_char(next));
    if (sign == LINE_SEPARATOR)
        add_letter(letters, (struct braille_letter){sign, hand, table, false});
    else if (sign == HELD_BLANK || g_unichar_isspace(sign))
        add_letter(letters, (struct braille_letter){' ', hand, table, sign != ' '});
    else if (g_unichar_isdigit(sign)) /* of any script: most tables sign those of ASCII alone */
        add_sign(letters, (gunichar)('0' + g_unichar_digit_value(sign)), table, hand);
    else
        add_sign(letters, whole ? whole : sign, table, hand);
    return whole ? g_utf8_next_char(next) : next;
}

/* Letters and digits that every table of Latin letters has, without a mark behind them. */
static size_t usual_length(const char *text, const struct braille_table *table)
{
    size_t length = 0;
    while (table->latin && g_ascii_isalnum(text[length]))
        length++;
    return length > 0 && (guchar)text[length] >= 0x80 ? length - 1 : length;
}

/* The signs of a stretch of one language; those that no table has get none. */
static void add_stretch(GArray *letters, const char *words, const struct braille_table *table,
                        enum braille_hand hand)
{
    g_autofree char *composed =
        g_str_is_ascii(words) ? g_strdup(words) : g_utf8_normalize(words, -1, G_NORMALIZE_NFC);
    for (const char *at = composed; *at;) {
        for (size_t usual = usual_length(at, table); usual > 0; usual--)
            add_letter(letters, (struct braille_letter){(gunichar)*at++, hand, table, false});
        if (*at)
            at = braille_level_length(at) > 0 ? add_level(letters, at, table, hand)
                                              : add_one(letters, at, table, hand);
    }
}

static bool ends_word(const struct braille_letter *letter)
{
    return letter->letter == ' ' || letter->letter == LINE_SEPARATOR;
}

/* No address is without one of these. */
static bool may_be_address(const struct braille_letter *word, guint length)
{
    for (guint i = 0; i < length; i++)
        if (word[i].letter == '@' || word[i].letter == ':' || word[i].letter == '.')
            return true;
    return false;
}

static bool is_address(const struct braille_letter *word, guint length)
{
    if (!may_be_address(word, length))
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < length; i++)
        g_string_append_unichar(text, word[i].letter);
    return words_have_address_sign(text->str, text->len) || g_str_has_prefix(text->str, "www.");
}

static bool has_digit(const struct braille_letter *word, guint length)
{
    for (guint i = 0; i < length; i++)
        if (word[i].letter < 0x80 && g_ascii_isdigit((gchar)word[i].letter))
            return true;
    return false;
}

static bool is_latin(const struct braille_letter *word, guint length)
{
    bool inked = false;
    for (guint i = 0; i < length; i++) {
        gunichar letter = word[i].letter;
        bool latin = g_unichar_get_script(letter) == G_UNICODE_SCRIPT_LATIN;
        if (!latin && letter >= 0x80)
            return false;
        inked = inked || latin;
    }
    return inked;
}

/* Words in Latin letters among others are all of the English table, but where numbers in them have
 * a sign that it does not read. */
static bool is_foreign(const struct braille_table *table, const struct braille_letter *word,
                       guint length, bool typed)
{
    bool ours = braille_numbers_are_ours(table) && !typed && has_digit(word, length);
    return !table->latin && !ours && is_latin(word, length);
}

/* Addresses are typed letter by letter, so no contraction may stand in them. */
static void settle_words(GArray *letters, const struct braille_table *table)
{
    const struct braille_table *english = braille_table_english();
    struct braille_letter *all = (struct braille_letter *)(void *)letters->data;
    for (guint start = 0, end; start < letters->len; start = end + 1) {
        for (end = start; end < letters->len && !ends_word(&all[end]);)
            end++;
        bool typed = is_address(all + start, end - start);
        bool foreign = is_foreign(table, all + start, end - start, typed);
        for (guint i = start; i < end; i++) {
            bool here = foreign && all[i].table == table;
            all[i].hand = typed ? HAND_TYPED : all[i].hand;
            all[i].table = here ? braille_table_for(english, all[i].letter) : all[i].table;
        }
    }
}

/* Cells on their way, and the print of the word that is open. */
struct cells {
    GString *out;
    GPtrArray *words;
    GString *print;
    guint inked;
};

static void end_word(struct cells *cells)
{
    if (cells->inked > 0) {
        struct braille_word *word = g_new(struct braille_word, 1);
        *word = (struct braille_word){cells->inked, g_strdup(cells->print->str)};
        g_ptr_array_add(cells->words, word);
    }
    g_string_truncate(cells->print, 0);
    cells->inked = 0;
}

/* Indicators are cells already. */
static bool is_print(gunichar letter)
{
    return letter != ' ' && (letter < CELL_BLANK || letter > CELL_LAST);
}

static void add_print(struct cells *cells, const struct braille_letter *letters, guint from,
                      guint to)
{
    for (guint i = from; i < to; i++)
        if (is_print(letters[i].letter))
            g_string_append_unichar(cells->print, letters[i].letter);
}

static void add_cell(struct cells *cells, gunichar cell, const struct braille_letter *letter)
{
    if (cell != CELL_BLANK) {
        g_string_append_unichar(cells->out, cell);
        cells->inked++;
        return;
    }
    g_string_append_c(cells->out, letter->held ? HELD_BLANK : ' ');
    end_word(cells);
}

/* The cells of letters of one table. */
static GArray *translate(const struct braille_letter *letters, guint n, GArray **from)
{
    g_autofree struct braille_sign *signs = g_new(struct braille_sign, n);
    for (guint i = 0; i < n; i++)
        signs[i] = (struct braille_sign){letters[i].letter, letters[i].hand};
    return braille_translate(letters[0].table, signs, n, from);
}

static void add_cells(struct cells *cells, const struct braille_letter *letters, guint n)
{
    GArray *inputs = NULL;
    g_autoptr(GArray) translated = translate(letters, n, &inputs);
    guint told = 0;
    for (guint i = 0; i < translated->len; i++) {
        guint input = MIN((guint)g_array_index(inputs, gint, i), n - 1);
        add_print(cells, letters, told, input);
        told = MAX(told, input);
        add_cell(cells, g_array_index(translated, gunichar, i), &letters[input]);
    }
    add_print(cells, letters, told, n);
    g_array_unref(inputs);
}

/* The letters from `start` on that are of one table, and so translated as one, in which each sign
 * knows those beside it. At least one. */
static guint count_of_one(const GArray *letters, guint start)
{
    const struct braille_letter *all = (const struct braille_letter *)(const void *)letters->data;
    guint end = start + 1;
    while (end < letters->len && all[end].table == all[start].table &&
           all[end].letter != LINE_SEPARATOR)
        end++;
    return all[start].letter == LINE_SEPARATOR ? 1 : end - start;
}

static void add_letters(struct cells *cells, const GArray *letters)
{
    const struct braille_letter *all = (const struct braille_letter *)(const void *)letters->data;
    for (guint start = 0, n; start < letters->len; start += n) {
        n = count_of_one(letters, start);
        if (all[start].letter == LINE_SEPARATOR) {
            end_word(cells);
            g_string_append(cells->out, LINE_SEPARATOR_TEXT);
        } else if (all[start].table) {
            add_cells(cells, all + start, n);
        }
    }
    end_word(cells);
}

/* Letters that are known alone may still get a cell of eight dots beside others, in most tables. */
static void add_unknown(const struct braille_letter *letters, guint n, GArray *out)
{
    const struct braille_table *table = letters[0].table;
    for (guint i = 0; i < n && !table; i++)
        g_array_append_val(out, letters[i].letter);
    if (!table || table->by_words || letters[0].letter == LINE_SEPARATOR)
        return;
    GArray *inputs = NULL;
    g_autoptr(GArray) cells = translate(letters, n, &inputs);
    guint last = G_MAXUINT; /* a letter may get several cells */
    for (guint i = 0; i < cells->len; i++) {
        guint at = MIN((guint)g_array_index(inputs, gint, i), n - 1);
        if (g_array_index(cells, gunichar, i) > CELL_LAST && at != last)
            g_array_append_val(out, letters[last = at].letter);
    }
    g_array_unref(inputs);
}

void braille_unknown(const struct braille_table *table, const char *words, const char *lang,
                     GArray *out)
{
    const struct braille_table *own = lang ? braille_table_find(lang) : NULL;
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(struct braille_letter));
    add_stretch(letters, words, own ? own : table, HAND_PLAIN);
    settle_words(letters, table);
    for (guint start = 0, n; start < letters->len; start += n) {
        n = count_of_one(letters, start);
        add_unknown(&g_array_index(letters, struct braille_letter, start), n, out);
    }
}

/* The name of a language that has no braille, in letters that have: as it calls itself, or its tag.
 * Of such languages only names come this far, the words of articles are refused. */
static const char *name_in_latin(const char *lang)
{
    return lang_equal(lang, "ja") ? "Nihongo" : lang;
}

static bool has_letters_for(const struct braille_table *table, const char *words)
{
    for (const char *at = words; *at; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)) &&
            !braille_table_for(table, g_utf8_get_char(at)))
            return false;
    return true;
}

static void add_run(GArray *letters, const struct braille_table *table, const char *words,
                    const struct text_run *run, gsize end)
{
    const struct braille_table *own = run->lang ? braille_table_find(run->lang) : NULL;
    g_autofree char *part = g_strndup(words + run->start, end - run->start);
    enum braille_hand hand = run->typed ? HAND_TYPED : run->strong ? HAND_STRONG : HAND_PLAIN;
    bool nameless = run->lang && !own && !has_letters_for(table, part);
    add_stretch(letters, nameless ? name_in_latin(run->lang) : part, own ? own : table, hand);
}

char *braille_letters(void *user, const char *words, const GArray *runs)
{
    const struct braille_letters *to = user;
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(struct braille_letter));
    for (guint i = 0; i < runs->len; i++) {
        const struct text_run *run = &g_array_index(runs, struct text_run, i);
        gsize end = i + 1 < runs->len ? run[1].start : strlen(words);
        add_run(letters, to->table, words, run, end);
    }
    settle_words(letters, to->table);
    braille_numbers_part(letters);
    struct cells cells = {g_string_new(NULL), to->words, g_string_new(NULL), 0};
    add_letters(&cells, letters);
    g_string_free(cells.print, TRUE);
    return g_string_free(cells.out, FALSE);
}
