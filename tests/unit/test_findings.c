/* The set of findings: each once, whatever comes and goes beside it. */
#include "scratch.h"

#include "base/findings.h"
#include "base/intern.h"

/* Enough for the table to grow several times. */
#define MANY 500

static bool add(struct findings *findings, int number)
{
    g_autofree char *path = g_strdup_printf("%d.md", number / 2);
    g_autofree char *message = g_strdup_printf("words %d", number % 7);
    struct pos pos = {.path = intern(path), .line = number % 2, .col = 3};
    return findings_add(findings, &(struct finding){RULE_LEFT_OUT, 0, pos, message});
}

static void each_is_kept_once(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    for (int i = 0; i < MANY; i++)
        assert_true(add(findings, i));
    for (int i = 0; i < MANY; i++)
        assert_false(add(findings, i));
    assert_int_equal(findings_count(findings), MANY);
    const struct finding last = findings_at(findings, MANY - 1);
    assert_string_equal(last.pos.path, "249.md");
    assert_string_equal(last.message, "words 2"); /* 499 = 71 × 7 + 2 */
    assert_true(last.rule == RULE_LEFT_OUT && last.pos.line == 1 && last.pos.col == 3);
    findings_free(findings);
}

static void the_same_words_elsewhere_are_another_finding(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    const char *path = intern("a.md"), *other = intern("b.md");
    const struct finding some[] = {
        {RULE_LEFT_OUT, 0, {.path = path, .line = 1, .col = 1}, (char *)"words"},
        {RULE_ANNOUNCEMENT, 0, {.path = path, .line = 1, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.path = other, .line = 1, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.path = path, .line = 2, .col = 1}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.path = path, .line = 1, .col = 2}, (char *)"words"},
        {RULE_LEFT_OUT, 0, {.path = path, .line = 1, .col = 1}, (char *)"others"}};
    for (guint i = 0; i < G_N_ELEMENTS(some); i++)
        assert_true(findings_add(findings, &some[i]));
    for (guint i = 0; i < G_N_ELEMENTS(some); i++) {
        const struct finding found = findings_at(findings, i);
        assert_true(found.rule == some[i].rule && found.pos.path == some[i].pos.path);
        assert_true(found.pos.line == some[i].pos.line && found.pos.col == some[i].pos.col);
        assert_string_equal(found.message, some[i].message);
    }
    findings_free(findings);
}

static void what_is_removed_can_come_again(void **state)
{
    (void)state;
    struct findings *findings = findings_new();
    for (int i = 0; i < 10; i++)
        add(findings, i);
    findings_remove(findings, 4);
    findings_remove(findings, 8);
    for (int i = 0; i < 10; i++)
        assert_true(add(findings, i) == (i == 4 || i == 8));
    assert_int_equal(findings_count(findings), 10);
    findings_free(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_kept_once),
        cmocka_unit_test(the_same_words_elsewhere_are_another_finding),
        cmocka_unit_test(what_is_removed_can_come_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
