/* What is kept of files to be told: each comes back as it was, however many there are. */
#include "scratch.h"

#include "base/intern.h"
#include "publish/report_files.h"

#include <string.h>

/* More than there is room for at once. */
#define MANY 700

static void add_as(struct report_files *files, int number, const char *format)
{
    g_autofree char *article = g_strdup_printf("a%d", number);
    g_autofree char *path = g_strdup_printf("out/print/%s-large.pdf", article);
    struct report_file file = {.path = path,
                               .article = intern(article),
                               .format = format,
                               .pages = number % 3 + 1,
                               .bytes = (gsize)number};
    g_snprintf(file.digest, sizeof file.digest, "%032x", (unsigned)number * 7919);
    report_files_add(files, &file);
}

static void add(struct report_files *files, int number)
{
    add_as(files, number, "large");
}

static void assert_is(const struct report_files *files, guint index, int number)
{
    const struct report_file *file = report_files_at(files, index);
    g_autofree char *path = g_strdup_printf("out/print/a%d-large.pdf", number);
    g_autofree char *digest = g_strdup_printf("%032x", (unsigned)number * 7919);
    assert_string_equal(file->path, path);
    assert_string_equal(file->digest, digest);
    assert_string_equal(file->format, "large");
    assert_int_equal(file->pages, number % 3 + 1);
    assert_int_equal(file->bytes, number);
}

static void many_files_are_told_as_they_were_added(void **state)
{
    (void)state;
    struct report_files *files = report_files_new();
    for (int i = 0; i < MANY; i++)
        add(files, i);
    assert_int_equal(report_files_count(files), MANY);
    for (int i = 0; i < MANY; i++)
        assert_is(files, (guint)i, i);
    report_files_free(files);
}

/* A screen, a file that is not called like its article, and one without a digest. */
static void no_two_files_are_taken_for_one_kind(void **state)
{
    (void)state;
    static const char sha[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    struct report_file some[] = {
        {.path = (char *)"out/lobby/001.png",
         .article = intern("a"),
         .format = "screen",
         .pages = 1},
        {.path = (char *)"out/lobby/001.png",
         .article = intern("a"),
         .format = "screen",
         .pages = 1},
        {.path = (char *)"out/print/b-bilingual-es.pdf", .article = "c", .format = "bilingual"},
        {.path = (char *)"a.pdf", .article = intern("a"), .format = "standard", .again = true},
        {.path = (char *)"a.pdf", .article = intern("a"), .format = "standard", .sheets = 2},
        {.path = (char *)"out/index.html", .format = "html", .printing = "duplex"},
    };
    some[0].screen = (struct report_screen){.words = 7, .seconds = 9, .binding = "distance"};
    some[1].screen = (struct report_screen){.words = 8, .seconds = 9, .binding = "distance"};
    g_strlcpy(some[1].digest, sha, sizeof some[1].digest);
    struct report_files *files = report_files_new();
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        report_files_add(files, &some[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++) {
        const struct report_file *file = report_files_at(files, (guint)i);
        assert_string_equal(file->path, some[i].path);
        assert_string_equal(file->digest, some[i].digest);
        assert_ptr_equal(file->article, intern(some[i].article));
        assert_ptr_equal(file->printing, some[i].printing);
        assert_true(file->again == some[i].again && file->sheets == some[i].sheets);
        assert_true(file->screen.words == some[i].screen.words);
    }
    report_files_free(files);
}

static void assert_same_screen(const struct report_screen *a, const struct report_screen *b)
{
    assert_int_equal(a->words, b->words);
    assert_int_equal(a->lines, b->lines);
    assert_int_equal(a->seconds, b->seconds);
    assert_ptr_equal(a->binding, b->binding);
    assert_true(a->cap_mm == b->cap_mm && a->arcmin == b->arcmin && a->contrast == b->contrast &&
                a->reads_to_m == b->reads_to_m && a->d20_m == b->d20_m);
}

static void assert_same(const struct report_file *a, const struct report_file *b)
{
    assert_string_equal(a->path, b->path);
    assert_string_equal(a->digest, b->digest);
    assert_ptr_equal(a->article, b->article);
    assert_ptr_equal(a->format, b->format);
    assert_ptr_equal(a->printing, b->printing);
    assert_true(a->again == b->again);
    assert_int_equal(a->pages, b->pages);
    assert_int_equal(a->sheets, b->sheets);
    assert_int_equal(a->bytes, b->bytes);
    assert_same_screen(&a->screen, &b->screen);
}

/* One thing is another in each of them. */
static void files_of_one_path_keep_what_is_their_own(void **state)
{
    (void)state;
    struct report_file some[17];
    struct report_files *files = report_files_new();
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        some[i] = (struct report_file){.path = (char *)"a.png",
                                       .article = intern("a"),
                                       .format = "one",
                                       .printing = "so",
                                       .screen = {.binding = "distance"}};
    some[1].article = intern("b");
    some[2].format = "other";
    some[3].printing = NULL;
    some[4].again = true;
    some[5].pages = some[6].sheets = some[7].screen.words = 1;
    some[8].screen.lines = some[9].screen.seconds = 1;
    some[10].screen.cap_mm = some[11].screen.arcmin = some[12].screen.contrast = 1;
    some[13].screen.reads_to_m = some[14].screen.d20_m = 1;
    some[15].screen.binding = "mounting";
    g_strlcpy(some[16].digest, "0123456789ABCDEF0123456789ABCDEF", sizeof some[16].digest);
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        report_files_add(files, &some[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        assert_same(report_files_at(files, (guint)i), &some[i]);
    report_files_free(files);
}

static void what_is_moved_stands_behind_the_others(void **state)
{
    (void)state;
    struct report_files *files = report_files_new(), *more = report_files_new();
    add(more, 1);
    report_files_move(files, more);
    assert_int_equal(report_files_count(more), 0);
    for (int i = 2; i < MANY; i++)
        add_as(more, i, i % 2 ? "large" : "small");
    report_files_move(files, more);
    assert_int_equal(report_files_count(more), 0);
    assert_int_equal(report_files_count(files), MANY - 1);
    assert_string_equal(report_files_like(files, 1)->format, "small");
    assert_int_equal(report_files_remove(files, "small"), MANY / 2 - 1);
    assert_int_equal(report_files_remove(files, "small"), 0);
    assert_int_equal(report_files_count(files), MANY / 2);
    for (int i = 0; i < MANY / 2; i++)
        assert_is(files, (guint)i, 2 * i + 1);
    add(files, 5);
    assert_is(files, MANY / 2, 5);
    report_files_free(more);
    report_files_free(files);
}

/* Larger than what each has for itself: the rest is the same of many. */
static void a_size_may_be_as_large_as_disks_are(void **state)
{
    (void)state;
    static const gsize sizes[] = {0, G_MAXUINT32, (gsize)1 << 32, ((gsize)7 << 40) + 9};
    struct report_files *files = report_files_new();
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        report_files_add(files, &(struct report_file){.path = (char *)"a.pdf", .bytes = sizes[i]});
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        assert_true(report_files_at(files, (guint)i)->bytes == sizes[i]);
    report_files_free(files);
}

static guint claim(struct report_files *files, int number, const char *format)
{
    g_autofree char *article = g_strdup_printf("a%d", number);
    g_autofree char *path = g_strdup_printf("out/print/%s-large.pdf", article);
    return report_files_claim(
        files, &(struct report_file){.path = path, .article = intern(article), .format = format});
}

/* What comes of them is told later, in another order; of some nothing comes. */
static void claim_many(guint expected)
{
    struct report_files *files = report_files_new(), *made = report_files_new();
    report_files_expect(files, expected);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(claim(files, i, "large"), i);
    report_files_drop(files, 3);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(claim(files, i, "another"), REPORT_FILES_NONE);
    for (int i = MANY - 1; i >= 0; i--) {
        add(made, i);
        if (i != 3)
            report_files_set(files, (guint)i, report_files_at(made, (guint)(MANY - 1 - i)));
    }
    assert_int_equal(claim(files, 5, "another"), REPORT_FILES_NONE);
    report_files_settle(files);
    assert_int_equal(report_files_count(files), MANY - 1);
    for (int i = 0; i < MANY - 1; i++)
        assert_is(files, (guint)i, i < 3 ? i : i + 1);
    report_files_free(made);
    report_files_free(files);
}

static void a_path_is_claimed_once(void **state)
{
    (void)state;
    claim_many(0);
    claim_many(9);
    claim_many(MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_files_are_told_as_they_were_added),
        cmocka_unit_test(no_two_files_are_taken_for_one_kind),
        cmocka_unit_test(files_of_one_path_keep_what_is_their_own),
        cmocka_unit_test(what_is_moved_stands_behind_the_others),
        cmocka_unit_test(a_size_may_be_as_large_as_disks_are),
        cmocka_unit_test(a_path_is_claimed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
