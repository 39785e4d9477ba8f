/*
 * Text of UTF-16 is known for sure, or left alone.
 */
#include "scratch.h"

#include "base/wide.h"

static void reads(const char *bytes, gsize size, const char *wanted, gsize wanted_size)
{
    g_autoptr(GBytes) given = g_bytes_new(bytes, size);
    g_autoptr(GBytes) read = wide_in_utf8(given);
    gsize length;
    const char *data = g_bytes_get_data(read, &length);
    assert_int_equal(length, wanted_size);
    assert_memory_equal(data, wanted, length);
}

#define READS(bytes, wanted) reads(bytes, sizeof bytes - 1, wanted, sizeof wanted - 1)
#define STAYS(bytes)         READS(bytes, bytes)

static void a_mark_tells(void **state)
{
    (void)state;
    READS("\xFF\xFE\xA9\x03", "\xEF\xBB\xBF\xCE\xA9");
    READS("\xFE\xFF\x03\xA9", "\xEF\xBB\xBF\xCE\xA9");
}

static void zeros_of_one_kind_tell(void **state)
{
    (void)state;
    READS("5\0 \0\xE9\0\n\0", "5 \xC3\xA9\n");
    READS("\0"
          "5\0 \0\xE9\0\n",
          "5 \xC3\xA9\n");
    READS("\x57\x4F\n\0", "\xE4\xBD\x97\n");
}

static void all_else_stays(void **state)
{
    (void)state;
    STAYS("");
    STAYS("5 mg");
    STAYS("caf\xE9");
    STAYS("5\0 \0g");  /* half a sign */
    STAYS("5\0\0 ");   /* zeros of both kinds */
    STAYS("\1\0\2\0"); /* controls */
    STAYS("\x00\xD8"
          "5\0");              /* half of a pair */
    STAYS("\xFF\xFE\xFF\xFF"); /* no sign of any text */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_tells),
        cmocka_unit_test(zeros_of_one_kind_tell),
        cmocka_unit_test(all_else_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
