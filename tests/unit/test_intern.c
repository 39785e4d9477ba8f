/* Texts that stay. */
#include "scratch.h"

#include "base/intern.h"

static void equal_texts_are_one(void **state)
{
    (void)state;
    g_autofree char *one = g_strdup("a.md"), *other = g_strdup("a.md");
    const char *kept = intern(one);
    assert_string_equal(kept, "a.md");
    assert_ptr_not_equal(kept, one);
    assert_ptr_equal(intern(other), kept);
    assert_ptr_not_equal(intern("b.md"), kept);
    assert_null(intern(NULL));
}

/* Of all lengths, some of them longer than the room that is taken at once. */
static void many_texts_have_numbers_of_their_own(void **state)
{
    (void)state;
    enum { COUNT = 400 };
    const char *kept[COUNT];
    char *texts[COUNT];
    guint numbers[COUNT];
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < COUNT; i++) {
        g_string_printf(text, "%d %*s", i, i % 50 == 49 ? 70000 * (i % 3) : 5 * i, "");
        texts[i] = g_strdup(text->str);
        numbers[i] = intern_number(texts[i]);
        kept[i] = intern(texts[i]);
    }
    for (int i = 0; i < COUNT; i++) {
        assert_ptr_equal(intern_text(numbers[i]), kept[i]);
        assert_int_equal(intern_number(kept[i]), numbers[i]);
        assert_string_equal(kept[i], texts[i]);
        g_free(texts[i]);
    }
    assert_int_equal(intern_number(NULL), 0);
    assert_null(intern_text(0));
    assert_string_equal(intern_text(intern_number("")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_texts_are_one),
        cmocka_unit_test(many_texts_have_numbers_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
