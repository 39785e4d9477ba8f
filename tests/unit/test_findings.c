/* The set of findings: each once, whatever comes and goes beside it. */
#include "scratch.h"

#include "base/findings.h"
#include "base/paths.h"

/* Enough for the table to grow several times. */
#define MANY 500

static bool add(struct findings *findings, int number)
{
    g_autofree char *path = g_strdup_printf("%d.md", number / 2);
    g_autofree char *message = g_strdup_printf("words %d", number % 7);
    struct pos pos = {.file = paths_number(path), .line = number % 2, .col = 3};
    return findings_add(findings, &(struct finding){RULE_LEFT_OUT, 0, pos, message});
}

static guint count(const struct findings *findings, struct findings_walk walk)
{
    struct finding finding;
    guint count = 0;
    while (findings_next(findings, &walk, &finding))
        count++;
    return count;
}

static guint count_all(const struct findings *findings)
{
    return count(findings, findings_walk_all(findings));
}

/* Of a file, its places in lines from the last one on: "3 2 1". */
static char *lines_of(const struct findings *findings, const char *path)
{
    guint64 number = paths_number(path);
    struct findings_walk walk = findings_walk_file(findings, number);
    struct finding finding;
    GString *lines = g_string_new(NULL);
    while (findings_next(findings, &walk, &finding)) {
        assert_true(finding.pos.file == number);
        g_string_append_printf(lines, "%s%d", lines->len > 0 ? " " : "", finding.pos.line);
    }
    return g_string_free(lines, FALSE);
}

static void assert_lines(const struct findings *findings, const char *path, const char *wanted)
{
    g_autofree char *lines = lines_of(findings, path);
    assert_string_equal(lines, wanted);
}

/* The same at each line, in all files. */
static struct finding at_line(const char *path, int line)
{
    return (struct finding){
        RULE_LEFT_OUT, 0, {.file = paths_number(path), .line = line}, (char *)"words"};
}

static bool add_line(struct findings *findings, const char *path, int line)
{
    const struct finding finding = at_line(path, line);
    return findings_add(findings, &finding);
}

static void remove_line(struct findings *findings, const char *path, int line)
{
    const struct finding finding = at_line(path, line);
    findings_remove(findings, &finding);
}

static void each_is_kept_once(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    for (int i = 0; i < MANY; i++)
        assert_true(add(findings, i));
    for (int i = 0; i < MANY; i++)
        assert_false(add(findings, i));
    assert_int_equal(count_all(findings), MANY);
    struct findings_walk walk = findings_walk_file(findings, paths_number("249.md"));
    struct finding last;
    assert_true(findings_next(findings, &walk, &last));
    assert_true(last.pos.file == paths_number("249.md"));
    assert_string_equal(last.message, "words 2"); /* 499 = 71 × 7 + 2 */
    assert_true(last.rule == RULE_LEFT_OUT && last.pos.line == 1 && last.pos.col == 3);
    findings_free(findings);
}

static void the_same_words_elsewhere_are_another_finding(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    guint64 path = paths_number("a.md"), other = paths_number("b.md");
    const struct finding some[] = {
        {RULE_LEFT_OUT, 0, {.file = path, .line = 1, .col = 1}, (char *)"words"},
        {RULE_ANNOUNCEMENT, 0, {.file = path, .line = 1, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.file = other, .line = 1, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.file = path, .line = 2, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.file = path, .line = 1, .col = 2}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.file = path, .line = 1, .col = 1}, (char *)"others"}};
    for (guint i = 0; i < G_N_ELEMENTS(some); i++)
        assert_true(findings_add(findings, &some[i]));
    for (guint i = 0; i < G_N_ELEMENTS(some); i++) {
        struct findings_walk walk = findings_walk_file(findings, some[i].pos.file);
        struct finding found;
        guint later = 0; /* of the same file */
        for (guint k = i + 1; k < G_N_ELEMENTS(some); k++)
            later += some[k].pos.file == some[i].pos.file;
        for (guint k = 0; k <= later; k++)
            assert_true(findings_next(findings, &walk, &found));
        assert_true(found.rule == some[i].rule && found.pos.file == some[i].pos.file);
        assert_true(found.pos.line == some[i].pos.line && found.pos.col == some[i].pos.col);
        assert_string_equal(found.message, some[i].message);
    }
    findings_free(findings);
}

static void what_is_removed_can_come_again(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    for (int line = 1; line <= 4; line++)
        add_line(findings, "a.md", line);
    remove_line(findings, "a.md", 2);
    assert_lines(findings, "a.md", "4 3 1");
    remove_line(findings, "a.md", 4);
    assert_lines(findings, "a.md", "3 1");
    for (int line = 4; line >= 1; line--)
        assert_true(add_line(findings, "a.md", line) == (line == 4 || line == 2));
    assert_lines(findings, "a.md", "2 4 3 1");
    for (int line = 1; line <= 4; line++)
        remove_line(findings, "a.md", line);
    assert_int_equal(count_all(findings), 0);
    assert_true(add_line(findings, "a.md", 1));
    assert_lines(findings, "a.md", "1");
    findings_free(findings);
}

static void what_is_removed_stays_with_other_files(void **state)
{
    static const char *const paths[] = {"a.md", "b.md", "c.md"};
    (void)state;
    struct findings *findings = findings_new();
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++)
        for (int line = 1; line <= 3; line++)
            assert_true(add_line(findings, paths[i], line));
    remove_line(findings, "b.md", 2);
    assert_lines(findings, "a.md", "3 2 1");
    assert_lines(findings, "b.md", "3 1");
    assert_true(add_line(findings, "b.md", 4) && add_line(findings, "c.md", 4));
    assert_lines(findings, "b.md", "4 3 1");
    assert_lines(findings, "c.md", "4 3 2 1");
    remove_line(findings, "c.md", 1);
    assert_false(add_line(findings, "a.md", 1));
    assert_false(add_line(findings, "b.md", 1));
    assert_true(add_line(findings, "c.md", 1));
    assert_int_equal(count_all(findings), 3 + 3 + 4);
    findings_free(findings);
}

static void they_may_be_removed_on_the_way(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    for (int i = 0; i < 40; i++)
        add_line(findings, i % 2 ? "a.md" : "b.md", i / 2);
    struct findings_walk walk = findings_walk_all(findings);
    struct finding finding;
    guint met = 0;
    for (; findings_next(findings, &walk, &finding); met++)
        if (finding.pos.line % 3 != 0)
            findings_remove(findings, &finding);
    assert_int_equal(met, 40);
    assert_lines(findings, "a.md", "18 15 12 9 6 3 0");
    assert_lines(findings, "b.md", "18 15 12 9 6 3 0");
    findings_free(findings);
}

static void of_no_file_there_are_some_too(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    const struct finding none = {RULE_LEFT_OUT, 0, {0}, (char *)"words"};
    assert_int_equal(count(findings, findings_walk_file(findings, 0)), 0);
    assert_int_equal(count_all(findings), 0);
    assert_true(findings_add(findings, &none));
    assert_true(add_line(findings, "a.md", 0));
    assert_false(findings_add(findings, &none));
    assert_int_equal(count(findings, findings_walk_file(findings, 0)), 1);
    assert_int_equal(count(findings, findings_walk_file(findings, paths_number("b.md"))), 0);
    findings_free(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_kept_once),
        cmocka_unit_test(the_same_words_elsewhere_are_another_finding),
        cmocka_unit_test(what_is_removed_can_come_again),
        cmocka_unit_test(what_is_removed_stays_with_other_files),
        cmocka_unit_test(they_may_be_removed_on_the_way),
        cmocka_unit_test(of_no_file_there_are_some_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
