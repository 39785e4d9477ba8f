/* Two sequences side by side. */
#include "scratch.h"

#include "base/align.h"

#include <string.h>

struct letters {
    const char *ones, *others;
};

/* The same letter, and capitals a little less. */
static double worth(const void *user, gsize i, gsize j)
{
    const struct letters *letters = user;
    char one = letters->ones[i], other = letters->others[j];
    return one == other ? 2 : g_ascii_tolower(one) == g_ascii_tolower(other) ? 1 : 0;
}

/* "aa b- -c": who goes with whom. */
static char *pairs_of(struct letters letters)
{
    g_autoptr(GArray) pairs =
        align_sequences(strlen(letters.ones), strlen(letters.others), worth, &letters);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < pairs->len; i++) {
        struct aligned pair = g_array_index(pairs, struct aligned, i);
        char one = pair.one == ALIGNED_NONE ? '-' : letters.ones[pair.one];
        char other = pair.other == ALIGNED_NONE ? '-' : letters.others[pair.other];
        g_string_append_printf(out, "%s%c%c", i ? " " : "", one, other);
    }
    return g_string_free(out, FALSE);
}

static void the_highest_worth_is_found(void **state)
{
    (void)state;
    static const struct {
        struct letters letters;
        const char *pairs;
    } cases[] = {{{"abc", "abc"}, "aa bb cc"}, {{"abc", "ac"}, "aa b- cc"},
                 {{"ac", "abc"}, "aa -b cc"},  {{"", "ab"}, "-a -b"},
                 {{"ab", ""}, "a- b-"},        {{"", ""}, ""},
                 {{"a", "Aa"}, "-A aa"},       {{"xab", "abx"}, "x- aa bb -x"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *pairs = pairs_of(cases[i].letters);
        assert_string_equal(pairs, cases[i].pairs);
    }
}

static void what_is_too_long_to_compare_is_taken_in_order(void **state)
{
    (void)state;
    const gsize ones = 3000, others = 3001;
    g_autoptr(GArray) pairs = align_sequences(ones, others, NULL, NULL);
    assert_int_equal(pairs->len, others);
    assert_int_equal(g_array_index(pairs, struct aligned, 7).other, 7);
    assert_true(g_array_index(pairs, struct aligned, ones).one == ALIGNED_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(the_highest_worth_is_found),
        scratch_test(what_is_too_long_to_compare_is_taken_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
