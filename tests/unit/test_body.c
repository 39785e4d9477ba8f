/* The lines of a body: which of them are code, and where they stand in the file. */
#include "base/paths.h"
#include "scratch.h"

#include "content/body.h"

/* `wanted`: 'c' for each line that is code, '.' for each other. */
static void assert_code(const char *text, const char *wanted)
{
    struct body body;
    g_autoptr(GString) found = g_string_new(NULL);
    body_init(&body, paths_number("a.md"), text, 1);
    for (int i = 1; i <= (int)body.lines->len; i++)
        g_string_append_c(found, body_line(&body, i).code ? 'c' : '.');
    body_clear(&body);
    if (strcmp(found->str, wanted) != 0)
        fail_msg("'%s' is '%s', not '%s'", text, found->str, wanted);
}

static void code_stands_between_fences(void **state)
{
    (void)state;
    assert_code("a\n```\nb\n```\nc", ".ccc.");
    assert_code("~~~ c\na\n~~~~\nb", "ccc.");
    assert_code("- a\n\n  ```\n  b\n  ```\nc", "..ccc.");
}

static void another_fence_ends_no_code(void **state)
{
    (void)state;
    assert_code("````\n```\na\n````\nb", "cccc.");
    assert_code("~~~\n```\n~~~\na", "ccc.");
    assert_code("```\n``` c\n```\na", "ccc.");
}

static void code_that_nothing_ends_goes_to_the_end(void **state)
{
    (void)state;
    assert_code("a\n```\nb", ".cc");
}

/* Else all that follows them would be looked at by nobody. */
static void signs_of_code_in_a_sentence_are_no_fence(void **state)
{
    (void)state;
    assert_code("```a``` b\nc", "..");
    assert_code("``\na", "..");
}

static void places_are_those_of_the_file(void **state)
{
    struct body body;
    (void)state;
    body_init(&body, paths_number("a.md"), "a\né1é2", 7);
    struct pos pos = body_pos(&body, 2, 3);
    assert_true(pos.file == paths_number("a.md"));
    assert_int_equal(pos.line, 8);
    assert_int_equal(pos.col, 3);
    assert_int_equal(body_pos(&body, 2, 2).col, 2);
    g_autofree char *line = body_line_text(&body, 1), *none = body_line_text(&body, 3);
    assert_string_equal(line, "a");
    assert_string_equal(none, "");
    body_clear(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_stands_between_fences),
        cmocka_unit_test(another_fence_ends_no_code),
        cmocka_unit_test(code_that_nothing_ends_goes_to_the_end),
        cmocka_unit_test(signs_of_code_in_a_sentence_are_no_fence),
        cmocka_unit_test(places_are_those_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
