#include "player/spoken_sign.h"

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
