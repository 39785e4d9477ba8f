/* Amounts: numbers with what they count, and two numbers of one amount. */
#include "base/paths.h"
#include "scratch.h"

#include "content/amounts.h"

#include <time.h>

static void collect(size_t start, size_t end, void *data)
{
    size_t range[] = {start, end};
    g_array_append_vals(data, range, 1);
}

/* Compares the amounts in `text`, with a bar between them, with `wanted`. */
static void assert_amounts(const char *lang, const char *text, const char *wanted)
{
    struct diag *diag = diag_new(false);
    struct labels *labels =
        labels_load("none", lang, (struct pos){paths_number("a.md"), 1, 1}, diag);
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, 2 * sizeof(size_t));
    g_autoptr(GString) found = g_string_new(NULL);
    amounts_find(text, labels, collect, ranges);
    for (guint i = 0; i < ranges->len; i++) {
        const size_t *range = (const size_t *)(void *)ranges->data + 2 * i;
        g_string_append_printf(found, "%s%.*s", i > 0 ? "|" : "", (int)(range[1] - range[0]),
                               text + range[0]);
    }
    assert_string_equal(found->str, wanted);
    labels_free(labels);
    diag_free(diag);
}

static void numbers_stay_with_what_they_count(void **state)
{
    (void)state;
    assert_amounts("en", "Rest for 6 weeks, then walk 10–15 minutes.", "6 weeks,|10–15 minutes.");
    assert_amounts("en", "in 1,250 cases and 1½ hours", "1,250 cases|1½ hours");
    assert_amounts("de", "nach 6 Wochen", "6 Wochen");
    assert_amounts("ar", "بعد ٦ أسابيع", "٦ أسابيع");
    assert_amounts("zh-Hans", "休息 6 个月后再来看病", "6 个月");
    assert_amounts("zh-Hans", "检查要20分钟,每天3次", "20分钟|3次");
    assert_amounts("ja", "1日2回、15分間", "1日|2回|15分");
}

static void what_counts_nothing_stays_free(void **state)
{
    (void)state;
    assert_amounts("en", "In 2024 people came; step 1. Take 5, or 5 of them", "");
    assert_amounts("en", "Call 555-0199 today or 988 if you must", "");
    assert_amounts("en", "Call +1 503 234 5678 today", "");
    assert_amounts("pl", "pod +1 503 234 5699 do 12 maja", "12 maja");
    assert_amounts("en", "Call +1 503 234 5699 to 5 people", "5 people");
    assert_amounts("he", "*5000 בכל שעה", "");
}

static void two_numbers_of_one_amount_stay_together(void **state)
{
    (void)state;
    assert_amounts("en", "It takes 4 to 6 weeks.", "6 weeks.|4 to 6 weeks.");
    assert_amounts("en", "More than 1 in 10 people", "10 people|1 in 10 people");
    assert_amounts("en", "9 out of 10, $5 to $10, 9 am to 5 pm",
                   "9 out|9 am|5 pm|$5 to $10,|9 am to 5 pm|9 out of 10,|9 out of 10,|"
                   "9 am to 5 pm|9 am|5 pm");
    assert_amounts("es", "de 4 a 6 semanas, 1 de cada 10",
                   "6 semanas,|4 a 6 semanas,|1 de cada 10");
    assert_amounts("fr", "1 personne sur 10", "1 personne|1 personne sur 10");
    assert_amounts("ru", "1 из 10, от 4 до 6 недель", "6 недель|4 до 6 недель|1 из 10,");
    assert_amounts("hi", "10 में से 1", "10 में से 1|10 में से 1");
    assert_amounts("ko", "10명 중 1명", "10명 중 1명");
    assert_amounts("en", "Go to 5 places", "5 places");
    assert_amounts("en", "2 tablets and 1 capsule, 4 or 6 weeks",
                   "2 tablets|1 capsule,|6 weeks|4 or 6 weeks");
}

static void noon_and_midnight_stay_whole(void **state)
{
    (void)state;
    assert_amounts("en", "before 12 noon today", "12 noon|12 noon|12 noon");
    assert_amounts("es", "a las 12 del mediodía", "12 del mediodía|12 del mediodía");
    assert_amounts("es-US", "8:30 a 12 del mediodía",
                   "8:30 a 12 del mediodía|12 del mediodía|12 del mediodía");
    assert_amounts("zh-Hans", "08:30至中午 12 点和",
                   "中午 12 点|08:30至中午 12 点|08:30至|中午 12 点");
    assert_amounts("ur", "دوپہر 12 بجے", "12 بجے|دوپہر 12 بجے|دوپہر 12 بجے");
}

static void days_and_times_are_found_as_labels_tell_them(void **state)
{
    (void)state;
    assert_amounts("am", "እና ከ1 ከሰዓት እስከ 5:30 ከሰዓት",
                   "ከ1 ከሰዓት እስከ 5:30 ከሰዓት|ከ1 ከሰዓት እስከ 5:30 ከሰዓት|ከ1 ከሰዓት|5:30 ከሰዓት");
    assert_amounts("ko", "월요일부터 금요일까지, 오후 1시부터 5:30까지 없음",
                   "월요일부터|금요일까지|오후 1시부터");
    assert_amounts("vi", "mở cửa Thứ Hai", "Thứ Hai");
}

static void count(size_t start, size_t end, void *data)
{
    (void)start, (void)end;
    ++*(unsigned *)data;
}

/* So many that the square of their text takes a quarter of a minute. */
static void many_amounts_take_no_time_to_speak_of(void **state)
{
    enum { AMOUNTS = 400000 };
    (void)state;
    struct diag *diag = diag_new(false);
    struct labels *labels =
        labels_load("none", "en", (struct pos){paths_number("a.md"), 1, 1}, diag);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < AMOUNTS; i++)
        g_string_append(text, "2 cups ");
    unsigned found = 0;
    clock_t start = clock();
    amounts_find(text->str, labels, count, &found);
    assert_int_equal(found, AMOUNTS);
    assert_true(clock() - start < 8 * CLOCKS_PER_SEC);
    labels_free(labels);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stay_with_what_they_count),
        cmocka_unit_test(what_counts_nothing_stays_free),
        cmocka_unit_test(two_numbers_of_one_amount_stay_together),
        cmocka_unit_test(noon_and_midnight_stay_whole),
        cmocka_unit_test(days_and_times_are_found_as_labels_tell_them),
        cmocka_unit_test(many_amounts_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
