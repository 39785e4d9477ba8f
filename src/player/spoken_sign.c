#include "player/spoken_sign.h"

#include <string.h>

/* An entry is the sign, a blank and its words. */
const char *spoken_sign_words(const struct labels *labels, const char *sign)
{
    size_t length = strlen(sign);
    const char *const *entry = labels_list(labels, LABELS_SPOKEN_SIGNS);
    for (; *entry; entry++)
        if (strncmp(*entry, sign, length) == 0 && (*entry)[length] == ' ')
            return *entry + length + 1;
    return NULL;
}

static void clear(void *sign)
{
    g_free(((struct spoken_sign *)sign)->words);
}

GArray *spoken_signs_new(void)
{
    GArray *signs = g_array_new(FALSE, FALSE, sizeof(struct spoken_sign));
    g_array_set_clear_func(signs, clear);
    return signs;
}

void spoken_sign_add(GArray *signs, struct range at, const char *words, size_t length)
{
    struct spoken_sign sign = {at, g_strndup(words, length)};
    g_array_append_val(signs, sign);
}

void spoken_sign_add_figures(GArray *signs, struct range at)
{
    struct spoken_sign sign = {at, NULL};
    g_array_append_val(signs, sign);
}

static int compare(const void *a, const void *b)
{
    const struct spoken_sign *one = a, *other = b;
    return (one->at.start > other->at.start) - (one->at.start < other->at.start);
}

/* The dash of a range is no minus as well. */
static void drop_within(GArray *signs)
{
    for (guint i = 1; i < signs->len;) {
        const struct spoken_sign *before = &g_array_index(signs, struct spoken_sign, i - 1);
        if (g_array_index(signs, struct spoken_sign, i).at.start < before->at.end)
            g_array_remove_index(signs, i);
        else
            i++;
    }
}

void spoken_signs_sort(GArray *signs)
{
    g_array_sort(signs, compare);
    drop_within(signs);
}

bool spoken_sign_is_parted(const char *next)
{
    GUnicodeType type = g_unichar_type(g_utf8_get_char(next));
    return type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_CLOSE_PUNCTUATION;
}
