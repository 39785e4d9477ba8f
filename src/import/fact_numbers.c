/*
 * Several numbers, each with what it is for: "main 415-234-0198; fax 415-234-0199". A line is taken
 * only when it holds nothing else. And links whose words do not say the number that they dial.
 */
#include "base/pattern.h"
#include "base/words.h"
#include "content/address.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/parts.h"

#include <string.h>

/* What names a number is short. [words are counted by blanks] */
#define LABEL_BLANKS 4

/* Of fewer words, such as "Drop in", the last is no part of a sentence. */
#define SENTENCE_WORDS 3

/* Words that only say that it is the clinic's number. */
static bool is_plain(const char *label)
{
    static const char *const words[] = {"t",
                                        "p",
                                        "ph",
                                        "main",
                                        "main number",
                                        "phone",
                                        "phones",
                                        "phone number",
                                        "telephone",
                                        "tel",
                                        "tel.",
                                        "call",
                                        "call us",
                                        "office",
                                        "front desk",
                                        "reception",
                                        "clinic",
                                        "general",
                                        "desk",
                                        "call now",
                                        "call today",
                                        "call us now",
                                        "call us today",
                                        "give us a call",
                                        "click to call",
                                        "tap to call",
                                        "call our office",
                                        "call the office",
                                        "call the clinic",
                                        "call our clinic",
                                        NULL};
    g_autofree char *lower = g_utf8_strdown(label, -1);
    return *label == '\0' || g_strv_contains(words, lower);
}

static bool is_fax(const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    return strstr(lower, "fax") != NULL || strcmp(lower, "f") == 0;
}

/* What a number with that label is: TELEPHONE, the clinic's own; FAX; or POINT. */
static enum found_key key_of(const struct source *source, const char *label)
{
    enum found_key key = FOUND_POINT;
    const char *rest;
    if (is_fax(label))
        return FOUND_FAX;
    if (is_plain(label))
        return FOUND_TELEPHONE;
    bool known = fact_find_label(source, label, &key, &rest) && !rest;
    return known && (key == FOUND_TELEPHONE || key == FOUND_FAX) ? key : FOUND_POINT;
}

/* True for a word before numbers in the language of the page. */
static bool names_number(const struct source *source, const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    const char *const *words = labels_list(source->labels, LABELS_TELEPHONE_WORDS);
    return *label && (key_of(source, label) != FOUND_POINT || g_strv_contains(words, lower));
}

/* True for a number beyond doubt, or one of a country with short ones that is called so. */
static bool is_number(const char *number, bool called)
{
    struct range whole = {0, strlen(number)};
    unsigned digits = telephone_count_digits(number, whole);
    return telephone_is_certain(number) ||
           (called && telephone_is(number) && !telephone_runs_on(number) &&
            digits >= TELEPHONE_DIGITS_MIN && digits <= TELEPHONE_DIGITS_MAX);
}

/* One "label: number", or "number (label)", where hours are no label; the parts are owned by the
 * caller. */
static bool split_part(const struct source *source, const char *part, char **label, char **number)
{
    static struct pattern form = PATTERN("^(?:(\\p{L}[^\\d:+(]*?)[ :.,·–-]*)?([+(]?\\d[\\d "
                                         "().\\-–/]{5,}\\d(?: ?(?:x|ext\\.?) ?\\d+)?)"
                                         "(?: ?\\((\\p{L}[^()]*)\\))?$");
    struct range at;
    if (!pattern_find(&form, part, 0, &at))
        return false;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_regex(&form), part, 0, &match);
    g_autofree char *before = g_match_info_fetch(match, 1), *behind = g_match_info_fetch(match, 3);
    g_autofree char *hours = behind && *behind ? fact_hours(source, behind, true) : NULL;
    *number = g_match_info_fetch(match, 2);
    *label = g_strdup(before && *before ? before : behind && !hours ? behind : "");
    unsigned blanks = 0;
    for (const char *p = *label; *p; p++)
        blanks += *p == ' ';
    return blanks < LABEL_BLANKS;
}

/* True when the line links the number as one for messages. */
static bool is_for_messages(const struct input_line *line, const char *number)
{
    static struct pattern link = PATTERN("\\]\\(sms:([^)?]*)");
    struct range at = {0, 0};
    while (line->marked && pattern_find(&link, line->marked, at.end, &at)) {
        g_autofree char *address = g_strndup(line->marked + at.start, at.end - at.start);
        if (telephone_same(strchr(address, ':') + 1, number))
            return true;
    }
    return false;
}

/* As the name of a point; owned by the caller. */
static char *name_of(const char *label, bool fax)
{
    static struct pattern word = PATTERN("(?i),? *\\b(?:tel|telephone|phone|ph)\\b[ .]*$");
    static struct pattern sentence = PATTERN("^.*[?!.] +(?=\\p{L})"); /* "Questions? Text" */
    struct range found;
    label += pattern_find(&sentence, label, 0, &found) ? found.end : 0;
    bool called = pattern_find(&word, label, 0, &found) && found.start > 0;
    size_t length = called ? found.start : strlen(label);
    while (length > 0 && strchr(" .,|-", label[length - 1]))
        length--;
    g_autofree char *clean = length == 1 && fax ? g_strdup("Fax") : g_strndup(label, length);
    GString *name = g_string_new(NULL);
    g_string_append_unichar(name, g_unichar_toupper(g_utf8_get_char(clean)));
    g_string_append(name, g_utf8_next_char(clean));
    return g_string_free(name, FALSE);
}

/* The fact that says the number with what it is for, as a page does for machines; lent; NULL: none
 * does. */
static const struct found *find_known(const struct source *source, const char *number)
{
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if ((found->key == FOUND_FAX || found->key == FOUND_POINT) && found->value &&
            found->label && telephone_same(found->value, number))
            return found;
    }
    return NULL;
}

static bool is_small(const struct source *source, const char *word)
{
    return labels_list_has(source->labels, LABELS_SMALL_WORDS, word);
}

/* What a sentence that ends in a number calls it: "fax" in "Our fax is"; owned by the caller. */
static char *name_in_sentence(const struct source *source, const char *label)
{
    g_auto(GStrv) words = g_strsplit(label, " ", -1);
    guint from = 0, to = g_strv_length(words), n = to;
    while (n >= SENTENCE_WORDS && to > 1 && is_small(source, words[to - 1]))
        to--;
    while (to < n && from + 1 < to && is_small(source, words[from]))
        from++;
    g_autoptr(GString) name = g_string_new(NULL);
    for (guint i = from; i < to; i++)
        g_string_append_printf(name, "%s%s", i > from ? " " : "", words[i]);
    bool bare = to < n && labels_list_has(source->labels, LABELS_NUMBER_WORDS, name->str);
    return g_strdup(bare ? "" : name->str);
}

struct found *fact_add_number(struct source *source, struct input_line *line, const char *label,
                              const char *number)
{
    g_autofree char *called = name_in_sentence(source, label);
    label = called;
    enum found_key key = key_of(source, label);
    bool plain = key == FOUND_TELEPHONE;
    const struct found *known = *label ? NULL : find_known(source, number);
    if (known)
        return source_found(source, known->key, NULL, line);
    bool messages = key != FOUND_FAX && is_for_messages(line, number);
    if (messages)
        key = FOUND_POINT;
    struct found *found = source_found(source, key, g_strdup(number), line);
    if (messages)
        found->part = "text";
    if (key == FOUND_POINT && plain)
        found->label = g_strdup(labels_get(source->labels, LABEL_CRISIS_TEXT));
    else if (key != FOUND_TELEPHONE)
        found->label = name_of(label, key == FOUND_FAX);
    return found;
}

void fact_take_number(struct source *source, struct input_line *line, const char *text)
{
    char *label = NULL, *number = NULL;
    if (split_part(source, text, &label, &number) && is_number(number, names_number(source, label)))
        fact_add_number(source, line, label, number);
    g_free(label);
    g_free(number);
}

/* The parts of the line, which commas end behind a number alone, if all of them are numbers with
 * what they are for. */
static bool split_line(const struct source *source, const char *text, GPtrArray *labels,
                       GPtrArray *numbers)
{
    static struct pattern signs = PATTERN(" *(?:[;|\u00B7\u2022]|(?<=[\\d)]),| / | and |(?<=\\d) "
                                          "(?!ext\\b)(?=\\p{L}{1,9}[:.] ?[+(\\d])"
                                          "|(?<=\\d) (?=\\p{Lu}\\p{L}{1,8} [+(\\d])) *");
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&signs), text, 0);
    bool called = false;
    for (char **part = parts; *part; part++) {
        char *label = NULL, *number = NULL;
        bool ok = split_part(source, g_strstrip(*part), &label, &number);
        g_ptr_array_add(labels, label ? label : g_strdup(""));
        g_ptr_array_add(numbers, number ? number : g_strdup(""));
        if (!ok)
            return false;
        called |= names_number(source, labels->pdata[labels->len - 1]);
    }
    for (guint i = 0; i < numbers->len; i++)
        if (!is_number(numbers->pdata[i], called))
            return false;
    return numbers->len > 0;
}

/* True when neither the line before runs on into this one nor this into the next. */
static bool stands_alone(const struct source *source, const struct input_line *line)
{
    const GPtrArray *lines = source->lines;
    const struct input_line *before = line->order > 0 ? lines->pdata[line->order - 1] : NULL;
    const struct input_line *next =
        line->order + 1 < lines->len ? lines->pdata[line->order + 1] : NULL;
    return (line->breaks || !before || before->kind != LINE_TEXT || before->why) &&
           (!next || next->kind != LINE_TEXT || next->breaks);
}

bool fact_take_numbers(struct source *source, struct input_line *line)
{
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(g_free);
    enum found_key sign;
    const char *text = fact_behind_signs(line->text, &sign);
    const char *colon = strchr(text, ':');
    /* In text that is wrapped, words before a number may be half of a sentence. */
    if (!source->structured && !line->marked && !colon && !stands_alone(source, line))
        return false;
    g_autofree char *lead = colon ? g_strndup(text, (gsize)(colon - text)) : NULL;
    if (lead && is_plain(lead))
        text = colon + 1 + strspn(colon + 1, " ");
    g_autofree char *whole = g_strdup(text);
    size_t length = strlen(whole);
    if (length > 0 && whole[length - 1] == '.')
        whole[length - 1] = '\0';
    if (!split_line(source, whole, labels, numbers))
        return false;
    for (guint i = 0; i < numbers->len; i++)
        fact_add_number(source, line, labels->pdata[i], numbers->pdata[i]);
    return true;
}

/* True when figures stand behind the number before any sign that parts: its extension, as "#12". */
static bool goes_on(const char *behind)
{
    size_t digit = strcspn(behind, "0123456789");
    return behind[digit] && strcspn(behind, ",;|(") > digit;
}

bool fact_take_called(struct source *source, struct input_line *line)
{
    struct range found, more;
    if (!line->aside || !telephone_find(line->text, 0, &found) ||
        telephone_find(line->text, found.end, &more))
        return false;
    g_autofree char *lead = g_strndup(line->text, found.start);
    g_autofree char *number = g_strndup(line->text + found.start, found.end - found.start);
    g_strdelimit(lead, ":", ' ');
    if (!*g_strstrip(lead) || !is_plain(lead) || !telephone_is_certain(number) ||
        goes_on(line->text + found.end))
        return false;
    source_found(source, FOUND_TELEPHONE, g_steal_pointer(&number), line);
    return true;
}

/* A number that leads somewhere by a link: what it is for stands before the number that people see,
 * or is all that the link says, if those are words. */
static void take_linked(struct source *source, struct input_line *line, const char *to)
{
    char *label = NULL, *number = NULL;
    bool seen = split_part(source, line->text, &label, &number);
    bool words = words_count(line->text, strlen(line->text)) > 0;
    g_autofree char *said = g_strdup(words ? line->text : "");
    if (g_str_has_suffix(said, to)) /* "Emergency 112", as short numbers are said */
        said[strlen(said) - strlen(to)] = '\0';
    fact_add_number(source, line, seen ? label : said, seen ? number : to);
    g_free(label);
    g_free(number);
}

bool fact_take_link(struct source *source, struct input_line *line)
{
    const char *marked = line->marked ? line->marked : "";
    const char *middle = strstr(marked, "](");
    size_t length = strlen(marked);
    if (*marked != '[' || !middle || marked[length - 1] != ')' || strstr(middle + 2, "]("))
        return false;
    g_autofree char *url = g_strndup(middle + 2, (gsize)(marked + length - 1 - middle - 2));
    g_autofree char *escaped = address_to(url);
    g_autofree char *to = g_uri_unescape_string(escaped, NULL);
    enum address_kind kind = address_kind(url);
    if ((kind == ADDRESS_TELEPHONE || kind == ADDRESS_TEXT) && to && telephone_is(to) &&
        !telephone_runs_on(to))
        take_linked(source, line, to);
    else if (kind == ADDRESS_MAIL && to && address_is_mail(to))
        source_found(source, FOUND_EMAIL, g_steal_pointer(&to), line);
    else
        return false;
    return true;
}
