/*
 * Whether figures in running text are a number to call. Two witnesses: the words before it, as the
 * labels have them, and its shape where no word tells. Awkward: a record number
 * may have the shape of a telephone number, so a word for records outdoes the shape; and "number"
 * says nothing until it is known of what.
 */
#include "content/telephone.h"

#include <glib.h>
#include <string.h>

/* Words that are looked at before the figures. */
#define WORDS_BEFORE 5

/* A word of at most this many letters before a full stop is an abbreviation: "Tel." */
#define SHORT_WORD 4

/* A number with the zero that leads out of town has at least this many digits, that zero too. */
#define TRUNK_DIGITS 9

enum witness { WITNESS_NONE, WITNESS_CALL, WITNESS_RECORD, WITNESS_NUMBER };

/* Kinds of records that are called the same in every language. */
static const char *const records[] = {
    "isbn",  "issn", "doi",    "pmid", "iban", "bic", "swift", "id",   "mrn",  "nhs",      "ssn",
    "npi",   "ein",  "vat",    "zip",  "plz",  "cep", "ndc",   "cnpj", "cpf",  "crm",      "siret",
    "siren", "rpps", "finess", "iva",  "nif",  "cif", "rfc",   "curp", "bsnr", "ust-idnr", "kvk",
    "btw",   "nip",  "regon",  "инн",  "огрн", "abn", "gstin", "gmc",  NULL};

/* Scripts without blanks between words: the word is somewhere in the stretch. */
static bool is_unparted(const char *word)
{
    gunichar first = g_utf8_get_char(word);
    return g_unichar_iswide(first) || g_unichar_get_script(first) == G_UNICODE_SCRIPT_KHMER;
}

/* `word` is case-folded. */
static bool is_listed(const char *word, const char *const *list)
{
    for (; *list; list++) {
        g_autofree char *listed = g_utf8_casefold(*list, -1);
        if (is_unparted(listed) ? strstr(word, listed) != NULL : g_str_equal(word, listed))
            return true;
    }
    return false;
}

static enum witness ask(const char *word, const struct labels *labels)
{
    g_autofree char *folded = g_utf8_casefold(word, -1);
    if (is_listed(folded, labels_list(labels, LABELS_TELEPHONE_WORDS)))
        return WITNESS_CALL;
    if (is_listed(folded, records) || is_listed(folded, labels_list(labels, LABELS_RECORD_WORDS)))
        return WITNESS_RECORD;
    bool number = is_listed(folded, labels_list(labels, LABELS_NUMBER_WORDS));
    return number ? WITNESS_NUMBER : WITNESS_NONE;
}

/* Vowels of Indian and other scripts are marks. */
static bool is_of_word(const char *c)
{
    return g_unichar_isalpha(g_utf8_get_char(c)) || g_unichar_ismark(g_utf8_get_char(c));
}

/* The word that ends at or before `*at`, which then stands before it; owned by the caller. NULL: a
 * sentence ends there, or the text begins. */
static char *word_before(const char *text, const char **at)
{
    const char *end = *at;
    const char *stop = NULL; /* the last full stop behind the word */
    while (end > text && !is_of_word(g_utf8_prev_char(end))) {
        end = g_utf8_prev_char(end);
        if (strchr("!?;", *end))
            return NULL;
        stop = *end == '.' ? end : stop;
    }
    const char *start = end;
    while (start > text && is_of_word(g_utf8_prev_char(start)))
        start = g_utf8_prev_char(start);
    bool sentence = stop == end && g_utf8_strlen(start, end - start) > SHORT_WORD;
    *at = start;
    return start == end || sentence ? NULL : g_strndup(start, (gsize)(end - start));
}

/* What the words before the figures say; the nearest one that says anything counts. */
static enum witness ask_words_before(const char *text, size_t start, const struct labels *labels)
{
    const char *at = text + start;
    bool number = false;
    for (int i = 0; i < WORDS_BEFORE; i++) {
        g_autofree char *word = word_before(text, &at);
        enum witness witness = word ? ask(word, labels) : WITNESS_NONE;
        if (!word)
            break;
        if (witness == WITNESS_CALL || witness == WITNESS_RECORD)
            return witness;
        number |= witness == WITNESS_NUMBER;
    }
    return number ? WITNESS_RECORD : WITNESS_NONE;
}

bool telephone_is_record(const char *text, size_t start, const struct labels *labels)
{
    const char *at = text + start;
    enum witness witness = WITNESS_NUMBER;
    for (bool more = true; more && witness == WITNESS_NUMBER;) { /* "policy no." */
        g_autofree char *word = word_before(text, &at);
        more = word != NULL;
        witness = word ? ask(word, labels) : WITNESS_NONE;
    }
    return witness == WITNESS_RECORD;
}

/* Lengths of the groups of digits, as "3-3-4-"; owned by the caller. */
static char *groups_of(const char *row, size_t length)
{
    GString *groups = g_string_new(NULL);
    for (size_t i = 0, n = 0; i <= length; i++) {
        bool digit = i < length && g_ascii_isdigit(row[i]);
        if (!digit && n > 0)
            g_string_append_printf(groups, "%zu-", n);
        n = digit ? n + 1 : 0;
    }
    return g_string_free(groups, FALSE);
}

/* NANPA: area code, exchange and line; the first two start with 2 to 9. */
static bool is_north_american(const char *digits, const char *groups)
{
    bool one = *digits == '1' && g_str_has_prefix(groups, "1-");
    const char *area = one ? digits + 1 : digits;
    return g_str_equal(one ? groups + 2 : groups, "3-3-4-") && area[0] >= '2' && area[3] >= '2';
}

/* Nothing but the shape tells. */
static bool has_shape(const char *row, size_t length)
{
    g_autofree char *copy = g_strndup(row, length), *digits = telephone_digits(copy);
    g_autofree char *groups = groups_of(row, length);
    if (*row == '+' || (*row == '(' && memchr(row, ')', length)))
        return true;
    bool zip = g_str_equal(groups, "5-4-");
    return is_north_american(digits, groups) ||
           (*digits == '0' && strlen(digits) >= TRUNK_DIGITS && !zip);
}

bool telephone_is_likely(const char *text, struct range range, const struct labels *labels)
{
    const char *row = text + range.start;
    size_t length = range.end - range.start;
    unsigned digits = telephone_count_digits(text, range), slashes = 0;
    for (size_t i = 0; i < length; i++)
        slashes += row[i] == '/';
    if (digits < TELEPHONE_DIGITS_MIN || digits > TELEPHONE_DIGITS_MAX || slashes > 1 ||
        telephone_is_other(row, length))
        return false;
    enum witness witness = ask_words_before(text, range.start, labels);
    if (witness == WITNESS_NONE)
        return digits < length && has_shape(row, length);
    return witness == WITNESS_CALL && digits < length;
}
