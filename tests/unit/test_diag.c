/* Diagnostics: order, counting, strictness, printing, and the rule table's completeness. */
#include "scratch.h"

#include "base/paths.h"

static void every_rule_has_a_row_of_its_own(void **state)
{
    (void)state;
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_get(i);
        assert_non_null(rule->id);
        assert_non_null(rule->summary);
        assert_non_null(rule->source);
        assert_non_null(rule->why);
        assert_non_null(rule->fix);
        assert_int_equal(strspn(rule->id, "abcdefghijklmnopqrstuvwxyz-"), strlen(rule->id));
        assert_true(g_hash_table_add(ids, (gpointer)rule->id));
    }
}

static void findings_print_sorted_by_place(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("b.yaml"), 1, 1}, "late file");
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a.yaml"), 10, 2}, "late line");
    diag_report(s->diag, RULE_HEADING_LEVEL, (struct pos){paths_number("a.yaml"), 9, 11},
                "late column");
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a.yaml"), 9, 3}, "first");
    diag_report(s->diag, RULE_PDF, (struct pos){0}, "no file");
    g_autofree char *report = printed(s->diag);
    assert_string_equal(report, "error: no file [pdf]\n"
                                "a.yaml:9:3: error: first [value]\n"
                                "a.yaml:9:11: warning: late column [heading-level]\n"
                                "a.yaml:10:2: error: late line [value]\n"
                                "b.yaml:1:1: error: late file [value]\n");
}

static void errors_come_before_warnings_of_the_same_place(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_HEADING_LEVEL, (struct pos){paths_number("a"), 1, 1}, "a warning");
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 1, 1}, "the error");
    g_autofree char *report = printed(s->diag);
    assert_string_equal(report, "a:1:1: error: the error [value]\n"
                                "a:1:1: warning: a warning [heading-level]\n");
}

/* Whichever comes first, the rule that sees the cause alone is heard. */
static void one_fault_is_told_by_one_rule(void **state)
{
    struct scratch *s = *state;
    struct pos table = {paths_number("a"), 3, 1}, title = {paths_number("a"), 2, 8};
    diag_report(s->diag, RULE_TABLE_WIDTH, table, "words do not fit");
    diag_report(s->diag, RULE_TABLE_SHAPE, table, "four columns");
    diag_report(s->diag, RULE_TITLE_LENGTH, title, "a long title");
    diag_report(s->diag, RULE_WORD_PARTED, title, "a long word");
    diag_report(s->diag, RULE_WORD_PARTED, (struct pos){paths_number("a"), 9, 1}, "another word");
    g_autofree char *report = printed(s->diag);
    assert_string_equal(report, "a:2:8: warning: a long title [title-length]\n"
                                "a:3:1: warning: four columns [table-shape]\n"
                                "a:9:1: note: another word [word-parted]\n");
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), 2);
    assert_int_equal(diag_count(s->diag, SEVERITY_NOTE), 1);
}

static void places_may_lack_line_and_column(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 0, 0}, "file");
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 3, 0}, "line");
    g_autofree char *report = printed(s->diag);
    assert_string_equal(report, "a: error: file [value]\na:3: error: line [value]\n");
}

static void what_is_said_of_products_is_one_short_line(void **state)
{
    struct scratch *s = *state;
    struct pos place = {paths_number("a"), 1, 1};
    diag_report(s->diag, RULE_MARK_ALONE, place, "large: a mark");
    diag_report(s->diag, RULE_MARK_ALONE, place, "giant: a mark");
    diag_report(s->diag, RULE_MARK_ALONE, place, "giant: another mark");
    diag_report(s->diag, RULE_MARK_ALONE, (struct pos){0}, "giant: a mark");
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    assert_string_equal(report, "error: giant: a mark [mark-alone]\n"
                                "a:1:1: error: giant, large: a mark [mark-alone]\n"
                                "a:1:1: error: giant: another mark [mark-alone]\n");
}

static void what_is_left_out_of_an_article_is_one_short_line(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_LEFT_OUT, (struct pos){paths_number("a"), 1, 1},
                "booklet: left out: 28 pages are too many; print 'large' instead");
    diag_report(s->diag, RULE_LEFT_OUT, (struct pos){paths_number("a"), 9, 1},
                "brochure: left out: 90 words do not fit; print 'large' instead");
    diag_report(s->diag, RULE_LEFT_OUT, (struct pos){paths_number("a"), 9, 1},
                "brochure-reading: left out: 90 words do not fit; print 'large' instead");
    diag_report(s->diag, RULE_LEFT_OUT, (struct pos){paths_number("b"), 9, 1},
                "brochure: left out: 90 words do not fit; print 'large' instead");
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    assert_string_equal(
        report,
        "a:1:1: note: left out: booklet (28 pages are too many), "
        "brochure, brochure-reading (90 words do not fit); --verbose says what helps [left-out]\n"
        "b:9:1: note: brochure: left out: 90 words do not fit; print 'large' instead "
        "[left-out]\n");
    assert_int_equal(diag_count_rule(s->diag, RULE_LEFT_OUT), 4);
}

static void report_numbers(struct diag *diag, const char *file, int count)
{
    for (int i = 1; i <= count; i++)
        diag_report(diag, RULE_HEADING_LEVEL, (struct pos){paths_number(file), file ? i : 0, 0},
                    "number %d", i);
}

static void many_of_a_kind_are_counted_in_short(void **state)
{
    struct scratch *s = *state;
    report_numbers(s->diag, NULL, 6);
    report_numbers(s->diag, "a", 5);
    report_numbers(s->diag, "b", 4);
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    assert_string_equal(report,
                        "warning: number 1 [heading-level]\n"
                        "warning: number 2 [heading-level]\n"
                        "warning: number 3 [heading-level]\n"
                        "warning: 3 more of this kind: --verbose lists them [heading-level]\n"
                        "a:1: warning: number 1 [heading-level]\n"
                        "a:2: warning: number 2 [heading-level]\n"
                        "a:3: warning: number 3 [heading-level]\n"
                        "a: warning: 2 more of this kind: --verbose lists them [heading-level]\n"
                        "b:1: warning: number 1 [heading-level]\n"
                        "b:2: warning: number 2 [heading-level]\n"
                        "b:3: warning: number 3 [heading-level]\n"
                        "b:4: warning: number 4 [heading-level]\n");
}

static void what_is_said_of_many_files_is_counted_in_short(void **state)
{
    struct scratch *s = *state;
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        diag_report(s->diag, RULE_HEADING_LEVEL, (struct pos){paths_number(names[i]), 1, 0},
                    "all lack it");
        diag_report(s->diag, RULE_HEADING_LEVEL, (struct pos){paths_number(names[i]), 7, 0},
                    "this one");
        diag_report(s->diag, RULE_VALUE, (struct pos){paths_number(names[i]), 1, 0}, "an error");
    }
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    g_auto(GStrv) lines = g_strsplit(report, "\n", -1);
    unsigned errors = 0, placed = 0, all = 0;
    for (char **line = lines; *line; line++) {
        errors += strstr(*line, "an error") != NULL;
        placed += strstr(*line, "this one") != NULL;
        all += strstr(*line, "all lack it") != NULL;
    }
    assert_int_equal(errors, 5);
    assert_int_equal(placed, 5);
    assert_int_equal(all, 3);
    assert_non_null(strstr(report, "\nwarning: 2 more files with the same: --verbose lists them "
                                   "[heading-level]\n"));
}

static void files_that_cannot_be_written_are_counted_by_folder(void **state)
{
    struct scratch *s = *state;
    static const char *const names[] = {"print/a", "print/b", "print/c",
                                        "print/d", "print/e", "web/a"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        diag_report(s->diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(names[i])},
                    "'%s' cannot be written: no room", names[i]);
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    assert_string_equal(report,
                        "print/a: error: 'print/a' cannot be written: no room [file-write]\n"
                        "print/b: error: 'print/b' cannot be written: no room [file-write]\n"
                        "print/c: error: 'print/c' cannot be written: no room [file-write]\n"
                        "error: 2 more files with the same: --verbose lists them [file-write]\n"
                        "web/a: error: 'web/a' cannot be written: no room [file-write]\n");
}

static void errors_are_all_listed_in_short(void **state)
{
    struct scratch *s = *state;
    for (int i = 0; i < 9; i++)
        diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), i + 1, 0}, "an error");
    g_autofree char *all = printed(s->diag);
    g_autofree char *report = printed_by(diag_print_short, s->diag);
    assert_string_equal(report, all);
}

static void the_same_finding_is_kept_once(void **state)
{
    struct scratch *s = *state;
    for (int i = 0; i < 3; i++)
        diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 1, 1}, "number %d", 7);
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 1, 2}, "number 7");
    assert_int_equal(diag_errors(s->diag), 2);
}

static void the_report_cannot_be_forged_by_content(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 1, 1},
                "'x\nfake: error: y\033[2J\xff'");
    g_autofree char *report = printed(s->diag);
    assert_string_equal(report, "a:1:1: error: 'x fake: error: y [2J\xEF\xBF\xBD' [value]\n");
}

static void strict_makes_warnings_errors(void **state)
{
    (void)state;
    struct diag *lenient = diag_new(false), *strict = diag_new(true);
    diag_report(lenient, RULE_CONTACT_MISSING, (struct pos){0}, "gap");
    diag_report(strict, RULE_CONTACT_MISSING, (struct pos){0}, "gap");
    assert_int_equal(diag_exit_status(lenient), 0);
    assert_int_equal(diag_count(lenient, SEVERITY_WARNING), 1);
    assert_int_equal(diag_exit_status(strict), 1);
    assert_int_equal(diag_count(strict, SEVERITY_WARNING), 0);
    assert_said(strict, "error: gap [contact-missing]");
    diag_free(lenient);
    diag_free(strict);
}

static void the_surroundings_win_over_the_content(void **state)
{
    struct scratch *s = *state;
    assert_int_equal(diag_exit_status(s->diag), 0);
    diag_report(s->diag, RULE_FILE_WRITE, (struct pos){0}, "disk full");
    diag_report(s->diag, RULE_VALUE, (struct pos){0}, "typing error");
    assert_int_equal(diag_exit_status(s->diag), 3);
}

static void errors_can_be_counted_by_file(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a"), 1, 1}, "one");
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("b"), 1, 1}, "two");
    diag_report(s->diag, RULE_HEADING_LEVEL, (struct pos){paths_number("a"), 1, 1},
                "only a warning");
    assert_int_equal(diag_errors_in(s->diag, "a"), 1);
    assert_int_equal(diag_errors_in(s->diag, "c"), 0);
}

static void json_holds_the_same_findings(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_VALUE, (struct pos){paths_number("a.yaml"), 2, 3}, "say \"no\"");
    diag_report(s->diag, RULE_PDF, (struct pos){0}, "no file");
    g_autofree char *json = diag_to_json(s->diag);
    const char *none = strstr(json, "\"path\" : null"),
               *some = strstr(json, "\"path\" : \"a.yaml\"");
    assert_true(none && some && none < some);
    assert_non_null(strstr(some, "\"line\" : 2"));
    assert_non_null(strstr(some, "\"col\" : 3"));
    assert_non_null(strstr(some, "\"severity\" : \"error\""));
    assert_non_null(strstr(some, "\"rule\" : \"value\""));
    assert_non_null(strstr(some, "\"message\" : \"say \\\"no\\\"\""));
}

static void json_of_nothing_is_an_empty_array(void **state)
{
    struct scratch *s = *state;
    g_autofree char *json = diag_to_json(s->diag);
    assert_string_equal(json, "[]");
}

enum { THREADS = 4, REPORTS = 500 };

static gpointer report_many(gpointer diag)
{
    for (int i = 0; i < REPORTS; i++)
        diag_report(diag, RULE_VALUE, (struct pos){paths_number("a"), i, 1}, "finding");
    return NULL;
}

static void threads_share_a_diag(void **state)
{
    struct scratch *s = *state;
    GThread *threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new(NULL, report_many, s->diag);
    for (int i = 0; i < THREADS; i++)
        g_thread_join(threads[i]);
    assert_int_equal(diag_errors(s->diag), REPORTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_has_a_row_of_its_own),
        scratch_test(findings_print_sorted_by_place),
        scratch_test(errors_come_before_warnings_of_the_same_place),
        scratch_test(one_fault_is_told_by_one_rule),
        scratch_test(places_may_lack_line_and_column),
        scratch_test(what_is_said_of_products_is_one_short_line),
        scratch_test(what_is_left_out_of_an_article_is_one_short_line),
        scratch_test(many_of_a_kind_are_counted_in_short),
        scratch_test(what_is_said_of_many_files_is_counted_in_short),
        scratch_test(files_that_cannot_be_written_are_counted_by_folder),
        scratch_test(errors_are_all_listed_in_short),
        scratch_test(the_same_finding_is_kept_once),
        scratch_test(the_report_cannot_be_forged_by_content),
        cmocka_unit_test(strict_makes_warnings_errors),
        scratch_test(the_surroundings_win_over_the_content),
        scratch_test(errors_can_be_counted_by_file),
        scratch_test(json_holds_the_same_findings),
        scratch_test(json_of_nothing_is_an_empty_array),
        scratch_test(threads_share_a_diag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
