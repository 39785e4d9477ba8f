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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_texts_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
