/*
 * Awkward: espeak-ng says the hyphens of what is marked as "telephone", and its pairs of digits; so
 * each group is marked as characters, and a comma parts it from the next. It says the full stop
 * behind them, too, and a comma within more than four.
 */
#include "player/speech_marks.h"

#include "base/lang.h"
#include "base/xml.h"
#include "content/telephone.h"
#include "player/speech_signs.h"
#include "player/speech_voice.h"
#include "player/spoken_sign.h"

#include <string.h>

#define LONGEST_GROUP 4 /* [figures] */
#define SHORT_GROUP   3

/* Behind figures; where the text goes on. */
static size_t add_stop(GString *ssml, const char *text, size_t at)
{
    if (text[at] != '.' || g_ascii_isalnum(text[at + 1]))
        return at;
    g_string_append_c(ssml, ',');
    return at + 1;
}

/* One number, group by group. */
static void add_digits(GString *ssml, const char *number, size_t length)
{
    static const char figures[] = "+0123456789";
    bool any = false;
    for (size_t at = 0; at < length;) {
        size_t group = MIN(strspn(number + at, figures), length - at);
        group = group > LONGEST_GROUP ? SHORT_GROUP : group;
        if (group > 0) {
            g_string_append_printf(ssml, "%s<say-as interpret-as=\"characters\">%.*s</say-as>",
                                   any ? ", " : "", (int)group, number + at);
            any = true;
        }
        at += MAX(group, 1);
    }
}

/* The first number to call at or after the byte `from`. */
static bool find_number(const char *text, size_t from, const struct labels *labels,
                        struct range *out)
{
    struct range service = {0}, number = {0};
    bool has_service = telephone_find_service(text, from, &service);
    bool has_number = telephone_find(text, from, &number);
    while (has_number && !telephone_is_likely(text, number, labels))
        has_number = telephone_find(text, number.end, &number);
    if (!has_service && !has_number)
        return false;
    *out = has_number && (!has_service || number.start <= service.start) ? number : service;
    return true;
}

/* Words before `next`; those of another language than the text's have a voice of their own. */
static void add_sign(GString *ssml, const char *words, const char *next, const char *lang,
                     const struct labels *labels)
{
    const char *own = labels_lang_of_signs(labels);
    const char *voice = lang_same(lang, own) ? NULL : speech_voice(own);
    g_string_append_c(ssml, ' ');
    if (voice)
        g_string_append_printf(ssml, "<voice xml:lang=\"%s\">", voice);
    xml_escape(ssml, words);
    g_string_append(ssml, voice ? "</voice>" : "");
    if (spoken_sign_is_parted(next))
        g_string_append_c(ssml, ' ');
}

static void add_text(GString *ssml, const char *text, const char *lang, const struct labels *labels)
{
    g_autoptr(GArray) signs = speech_find_signs(text, lang, labels);
    size_t at = 0;
    for (guint i = 0; i < signs->len; i++) {
        const struct spoken_sign *sign = &g_array_index(signs, struct spoken_sign, i);
        g_autofree char *before = g_strndup(text + at, sign->at.start - at);
        xml_escape(ssml, before);
        if (sign->words)
            add_sign(ssml, sign->words, text + sign->at.end, lang, labels);
        else
            add_digits(ssml, text + sign->at.start, sign->at.end - sign->at.start);
        at = sign->words ? sign->at.end : add_stop(ssml, text, sign->at.end);
    }
    xml_escape(ssml, text + at);
}

void speech_mark(GString *ssml, const char *text, const char *lang, const struct labels *labels)
{
    size_t at = 0;
    struct range number;
    while (find_number(text, at, labels, &number)) {
        g_autofree char *before = g_strndup(text + at, number.start - at);
        add_text(ssml, before, lang, labels);
        add_digits(ssml, text + number.start, number.end - number.start);
        at = add_stop(ssml, text, number.end);
    }
    add_text(ssml, text + at, lang, labels);
}
