/*
 * What is said of characters without asking GLib is what GLib says.
 */
#include "scratch.h"

#include "base/letter.h"

static void every_character_is_as_glib_has_it(void **state)
{
    (void)state;
    for (gunichar c = 0; c < 0x3100; c++) {
        char text[7] = {0};
        g_unichar_to_utf8(c, text);
        assert_int_equal(letter_at(text), c);
        assert_int_equal(letter_is_space(c), g_unichar_isspace(c) != 0);
        assert_int_equal(letter_is_alpha(c), g_unichar_isalpha(c) != 0);
        assert_int_equal(letter_is_alnum(c), g_unichar_isalnum(c) != 0);
        assert_int_equal(letter_is_digit(c), g_unichar_isdigit(c) != 0);
        assert_int_equal(letter_is_control(c), g_unichar_iscntrl(c) != 0);
        assert_int_equal(letter_is_mark(c), g_unichar_ismark(c) != 0);
    }
}

static void ascii_is_skipped_up_to_the_first_other_character(void **state)
{
    (void)state;
    for (size_t before = 0; before < 20; before++) {
        g_autofree char *ascii = g_strnfill(before, 'a');
        g_autofree char *text = g_strconcat(ascii, "\u00E9 and more", NULL);
        assert_ptr_equal(letter_skip_ascii(text, text + strlen(text)), text + before);
        assert_ptr_equal(letter_skip_ascii(text, text + before), text + before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_as_glib_has_it),
        cmocka_unit_test(ascii_is_skipped_up_to_the_first_other_character),
    };
    return cmocka_run_group_tests_name("letter", tests, NULL, NULL);
}
