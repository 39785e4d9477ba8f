/*
 * Several numbers, each with what it is for: "main 415-234-0198; fax 415-234-0199". A line is taken
 * only when it holds nothing else. And links whose words do not say the number that they dial.
 */
#include "base/pattern.h"
#include "base/sentence.h"
#include "base/words.h"
#include "content/address.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/fact_messages.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* Of fewer words, such as "Drop in", the last is no part of a sentence. */
#define SENTENCE_WORDS 3

/* True for a number beyond doubt, or one of a country with short ones that is called so. */
static bool is_number(const char *number, bool called)
{
    struct range whole = {0, strlen(number)};
    unsigned digits = telephone_count_digits(number, whole);
    return telephone_is_certain(number) ||
           (called && telephone_is(number) && !telephone_runs_on(number) &&
            digits >= TELEPHONE_DIGITS_MIN && digits <= TELEPHONE_DIGITS_MAX);
}

/* True when the line links the number as one for messages. */
static bool is_for_messages(const struct input_line *line, const char *number)
{
    size_t at = 0;
    bool messages = false;
    for (char *words, *url; !messages && source_next_link(line, &at, &words, &url);) {
        g_autofree char *to = address_kind(url) == ADDRESS_TEXT ? address_to(url) : NULL;
        messages = to && telephone_same(to, number);
        g_free(words);
        g_free(url);
    }
    return messages;
}

static bool says_text(const struct source *source, const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    g_autofree char *text = g_utf8_strdown(labels_get(source->labels, LABEL_CRISIS_TEXT), -1);
    g_autofree char *us = g_utf8_strdown(labels_get(source->labels, LABEL_CALL_US), -1);
    const char *behind = g_str_has_prefix(lower, text) ? lower + strlen(text) : NULL;
    return behind && (*behind == '\0' || (*behind == ' ' && g_str_has_suffix(us, behind)));
}

/* The last word; lent by the text. */
static const char *last_word(const char *text)
{
    const char *blank = strrchr(text, ' ');
    return blank ? blank + 1 : text;
}

/* Without a word before numbers at its end, "Billing tel", unless all else is such ("Call or
 * text"), or it is a service of messages. Takes `name`. */
static char *without_call(const struct source *source, char *name)
{
    const char *const *calls = labels_list(source->labels, LABELS_TELEPHONE_WORDS);
    const char *const *pairs = labels_list(source->labels, LABELS_NUMBER_PAIRS);
    g_autofree char *lower = g_utf8_strdown(name, -1);
    char *word = (char *)last_word(lower);
    if (word == lower || !g_strv_contains(calls, word) || fact_service_of_words(word))
        return name;
    word[-1] = '\0';
    const char *before = last_word(lower);
    if (!g_strv_contains(calls, before) && !g_strv_contains(pairs, before))
        *strrchr(name, ' ') = '\0';
    return g_strchomp(name);
}

/* Where the last sentence of a label begins: "Questions? Text". A bracket is not parted. */
static size_t last_sentence(const struct source *source, const char *label)
{
    static struct pattern asked = PATTERN("^[^(]*[?!] +(?=\\p{L})");
    struct range found;
    if (pattern_find(&asked, label, 0, &found))
        return found.end;
    g_autoptr(GArray) ends = sentence_ends(label, labels_lang(source->labels),
                                           labels_list(source->labels, LABELS_ABBREVIATIONS));
    size_t start = ends->len > 1 ? g_array_index(ends, gsize, ends->len - 2) : 0;
    return memchr(label, '(', start) ? 0 : start;
}

/* As the name of a point; owned by the caller. */
static char *name_of(const struct source *source, const char *label, bool fax)
{
    label += last_sentence(source, label);
    size_t length = strlen(label);
    while (length > 0 && strchr(" .,|-", label[length - 1]))
        length--;
    g_autofree char *clean =
        length == 1 && fax ? g_strdup("Fax") : without_call(source, g_strndup(label, length));
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
            found->label && telephone_same_line(found->value, number))
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

/* A number for messages by that service, which names it where the page says no more. */
static struct found *add_messages(struct source *source, struct input_line *line, const char *label,
                                  const char *number, const char *service)
{
    bool plain = fact_number_key(source, label) == FOUND_TELEPHONE;
    g_autofree char *own = plain ? g_strdup(service) : name_of(source, label, false);
    g_autofree char *lower = g_utf8_strdown(own, -1), *known = g_utf8_strdown(service, -1);
    struct found *found = source_found(source, FOUND_POINT, g_strdup(number), line);
    found->label = strstr(lower, known) ? g_strdup(own) : g_strdup_printf("%s (%s)", own, service);
    found->messages = true;
    return found;
}

struct found *fact_add_number(struct source *source, struct input_line *line, const char *label,
                              const char *number)
{
    g_autofree char *called = name_in_sentence(source, label);
    label = called;
    enum found_key key = fact_number_key(source, label);
    bool plain = key == FOUND_TELEPHONE;
    const struct found *known = *label ? NULL : find_known(source, number);
    if (known)
        return source_found(source, known->key, NULL, line);
    const char *service = key == FOUND_FAX ? NULL : fact_service_of_number(line, number);
    if (service)
        return add_messages(source, line, label, number, service);
    bool messages = key != FOUND_FAX && (is_for_messages(line, number) || says_text(source, label));
    if (messages)
        key = FOUND_POINT;
    struct found *found = source_found(source, key, g_strdup(number), line);
    if (messages)
        found->part = "text";
    else if (key == FOUND_POINT && fact_is_tty(source, label))
        found->part = "tty";
    if (key == FOUND_FAX && fact_names_both(source, label))
        source_found(source, FOUND_TELEPHONE, g_strdup(number), line);
    if (key == FOUND_POINT && plain)
        found->label = g_strdup(labels_get(source->labels, LABEL_CRISIS_TEXT));
    else if (key != FOUND_TELEPHONE)
        found->label = name_of(source, label, key == FOUND_FAX);
    return found;
}

void fact_say_more(struct source *source, struct input_line *line, struct found *of,
                   const char *part, char *value)
{
    if (value && of->key != FOUND_POINT)
        fact_list_more(source, line, value);
    if (!value || of->key != FOUND_POINT) {
        g_free(value);
        return;
    }
    of->point = of->point ? of->point : ++source->points;
    struct found *found = source_found(source, FOUND_POINT, value, line);
    found->label = g_strdup(of->label);
    found->part = part;
    found->point = of->point;
}

static struct found *add_numbered(struct source *source, struct input_line *line,
                                  struct numbered *numbered)
{
    struct found *found = fact_add_number(source, line, numbered->label, numbered->number);
    fact_say_more(source, line, found, "opening_hours", g_steal_pointer(&numbered->hours));
    fact_say_more(source, line, found, "notes", g_steal_pointer(&numbered->notes));
    return found;
}

/* False for a number that is the answer to a question of the article, or that of somebody else. */
static bool is_of_clinic(const struct source *source, const struct input_line *line,
                         const struct numbered *numbered)
{
    bool around = line->aside || line->is_address;
    return (around || !numbered->asked || *numbered->label) &&
           !fact_is_of_others(source, line, numbered->label);
}

struct found *fact_take_number(struct source *source, struct input_line *line, const char *text)
{
    struct numbered numbered;
    if (!fact_split_number(source, text, &numbered))
        return NULL;
    struct found *found =
        is_of_clinic(source, line, &numbered) &&
                is_number(numbered.number,
                          numbered.called || fact_names_number(source, numbered.label))
            ? add_numbered(source, line, &numbered)
            : NULL;
    fact_clear_number(&numbered);
    return found;
}

/* True when a number to call was found in the line. */
static bool has_number(const struct source *source, const struct input_line *line)
{
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (found->line == line && (found->key == FOUND_TELEPHONE || found->key == FOUND_FAX))
            return true;
    }
    return false;
}

/* Numbers beyond doubt, or called so: "Tel 234 5678 or 234 5679". */
static bool are_numbers(const struct source *source, const struct input_line *line,
                        const GPtrArray *numbers, bool called)
{
    bool all = true;
    called |= has_number(source, line);
    for (guint i = 0; i < numbers->len; i++) {
        const struct numbered *numbered = numbers->pdata[i];
        called |= numbered->called || fact_names_number(source, numbered->label);
    }
    for (guint i = 0; i < numbers->len; i++)
        all &= is_of_clinic(source, line, numbers->pdata[i]) &&
               is_number(((const struct numbered *)numbers->pdata[i])->number, called);
    return all;
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

/* `called`: a word before all of them says that they are numbers. */
static bool take_each(struct source *source, struct input_line *line, const char *text, bool called)
{
    g_autoptr(GPtrArray) numbers = fact_split_numbers(source, text);
    if (!numbers || !are_numbers(source, line, numbers, called))
        return false;
    for (guint i = 0; i < numbers->len; i++)
        add_numbered(source, line, numbers->pdata[i]);
    return true;
}

bool fact_take_each_number(struct source *source, struct input_line *line, const char *text)
{
    return take_each(source, line, text, false);
}

bool fact_take_numbers(struct source *source, struct input_line *line)
{
    enum found_key sign;
    const char *text = fact_behind_signs(line->text, &sign);
    const char *colon = strchr(text, ':');
    struct range whole_line = {0, strlen(text)};
    if (telephone_count_digits(text, whole_line) < TELEPHONE_DIGITS_MIN)
        return false;
    /* In text that is wrapped, words before a number may be half of a sentence. */
    if (!source->structured && !line->aside && !line->marked && !colon &&
        !stands_alone(source, line))
        return false;
    g_autofree char *lead = colon ? g_strndup(text, (gsize)(colon - text)) : NULL;
    bool called = lead && fact_is_plain(lead);
    if (called)
        text = colon + 1 + strspn(colon + 1, " ");
    g_autofree char *whole = g_strdup(text);
    size_t length = strlen(whole);
    if (length > 0 && whole[length - 1] == '.')
        whole[length - 1] = '\0';
    return take_each(source, line, whole, called);
}

/* A row of the page's foot: what a number is for, the number, and when it is answered. */
void fact_take_row(struct source *source, struct input_line *row)
{
    g_auto(GStrv) cells = g_strsplit(row->text, "\t", -1);
    guint n = g_strv_length(cells);
    if (!row->aside || row->is_fact || n < 2 || n > 3 || !*cells[0] ||
        !telephone_is_certain(cells[1]) || strpbrk(cells[0], "0123456789:"))
        return;
    g_autofree char *hours = n == 3 && *cells[2] ? fact_hours(source, cells[2], true) : NULL;
    if (n == 3 && *cells[2] && !hours)
        return;
    struct found *found = fact_add_number(source, row, cells[0], cells[1]);
    fact_say_more(source, row, found, "opening_hours", g_steal_pointer(&hours));
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
    const char *asked = lead + strcspn(lead, "?!"); /* "Questions? Call" */
    const char *call = *asked ? asked + strspn(asked, "?! ") : lead;
    if (!*g_strstrip(lead) || !fact_only_calls(source, call) || !telephone_is_certain(number) ||
        goes_on(line->text + found.end))
        return false;
    source_found(source, FOUND_TELEPHONE, g_steal_pointer(&number), line);
    const char *behind = line->text + found.end;
    behind += strspn(behind, " ,;|");
    if (words_count(behind, strlen(behind)) > 0) /* "(no urgent messages)", "weekdays 8–4" */
        fact_list_more(source, line, behind);
    return true;
}

/* A number that leads somewhere by a link: what it is for stands before the number that people see,
 * or is all that the link says, if those are words. False: it is somebody else's. */
static bool take_linked(struct source *source, struct input_line *line, const char *to)
{
    struct numbered seen;
    if (fact_split_number(source, line->text, &seen)) {
        bool others = fact_is_of_others(source, line, seen.label);
        if (!others)
            add_numbered(source, line, &seen);
        fact_clear_number(&seen);
        return !others;
    }
    bool words = words_count(line->text, strlen(line->text)) > 0;
    g_autofree char *said = g_strdup(words ? line->text : "");
    if (g_str_has_suffix(said, to)) /* "Emergency 112", as short numbers are said */
        said[strlen(said) - strlen(to)] = '\0';
    bool others = fact_is_of_others(source, line, said);
    if (!others)
        fact_add_number(source, line, said, to);
    return !others;
}

bool fact_take_link(struct source *source, struct input_line *line)
{
    size_t at = 0;
    char *words = NULL, *address = NULL;
    if (!line->marked || *line->marked != '[' || !source_next_link(line, &at, &words, &address))
        return false;
    g_autofree char *said = words, *url = address;
    if (at != strlen(line->marked))
        return false;
    g_autofree char *escaped = address_to(url);
    g_autofree char *to = g_uri_unescape_string(escaped, NULL), *sent = fact_number_of_link(url);
    enum address_kind kind = address_kind(url);
    if ((kind == ADDRESS_TELEPHONE || kind == ADDRESS_TEXT) && to && telephone_is(to) &&
        !telephone_runs_on(to))
        return take_linked(source, line, to);
    if (sent && (line->aside || line->is_address))
        return take_linked(source, line, sent);
    if (kind == ADDRESS_MAIL && to && address_is_mail(to))
        source_found(source, FOUND_EMAIL, g_steal_pointer(&to), line);
    return line->is_fact;
}
