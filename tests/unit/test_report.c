/*
 * What a build says it made: lines for people, JSON for programs.
 */
#include "base/paths.h"
#include "publish/report.h"
#include "publish/report_screens.h"

#include "scratch.h"

#include <json-glib/json-glib.h>

static struct report *sample_report(void)
{
    struct report *report = report_new();
    report_add_file(report, (struct report_file){.path = (char *)"out/print/schlaf-für-alle.pdf",
                                                 .article = "schlaf-für-alle",
                                                 .format = "standard",
                                                 .pages = 2,
                                                 .sheets = 1,
                                                 .bytes = 20400});
    report_add_file(report, (struct report_file){.path = (char *)"out/lobby/001-schlaf.png",
                                                 .article = "schlaf-für-alle",
                                                 .format = "screen",
                                                 .pages = 1,
                                                 .bytes = 9600});
    g_ptr_array_add(report->removed, g_strdup("out/lobby/002-alt.png"));
    return report;
}

static void one_line_a_file_in_columns(void **state)
{
    (void)state;
    struct report *report = sample_report();
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    report_print(report, true, out);
    fclose(out);
    assert_string_equal(text, "out/print/schlaf-für-alle.pdf   2 pages, one sheet    20 KB\n"
                              "out/lobby/001-schlaf.png        1 page                10 KB\n"
                              "out/lobby/002-alt.png removed\n");
    free(text);
    report_free(report);
}

/* A picture alone has no letters that could be the smallest. */
static void letters_are_told_of_screens_that_have_some(void **state)
{
    (void)state;
    static const double caps[] = {0, 37, 42, 0};
    struct report *report = report_new();
    for (size_t i = 0; i < G_N_ELEMENTS(caps); i++)
        report_add_file(report,
                        (struct report_file){
                            .path = (char *)"out/lobby/001-a.png",
                            .article = "a",
                            .format = "screen",
                            .screen = {.seconds = 15, .cap_mm = caps[i], .contrast = caps[i] / 5}});
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    report_print_screens(report, out);
    fclose(out);
    assert_string_equal(text, "out/lobby: 4 screens of 'a', 0 KB, 1 min 00 s, letters from 37 mm, "
                              "contrast from 7.4\n");
    free(text);
    report_free(report);
}

/* The line is given back to be freed. */
static char *verdict(const struct report *report, const struct diag *diag)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    report_print_verdict(report, diag, out);
    fclose(out);
    return text;
}

static void verdict_counts_files_by_folder_and_findings(void **state)
{
    struct scratch *s = *state;
    struct report *report = sample_report();
    report_add_file(report, (struct report_file){.path = (char *)"out/print/b.pdf"});
    diag_report(s->diag, RULE_LOOP_LONG, (struct pos){paths_number("a.md"), 3, 7}, "long");
    char *text = verdict(report, s->diag);
    assert_string_equal(text,
                        "made 2 files in out/print, 1 file in out/lobby; 1 warning, 0 errors\n");
    free(text);
    report_free(report);
}

static void verdict_says_that_nothing_was_made(void **state)
{
    struct scratch *s = *state;
    struct report *report = report_new();
    diag_report(s->diag, RULE_OVERFLOW, (struct pos){paths_number("a.md"), 3, 7}, "too long");
    char *text = verdict(report, s->diag);
    assert_string_equal(text, "made nothing; 0 warnings, 1 error\n");
    free(text);
    report_free(report);
}

static JsonNode *parse_report(const struct report *report, const struct diag *diag)
{
    g_autofree char *json = report_to_json(report, diag);
    JsonNode *root = json_from_string(json, NULL);
    assert_non_null(root);
    return root;
}

static void json_holds_findings_files_and_removals(void **state)
{
    struct scratch *s = *state;
    struct report *report = sample_report();
    diag_report(s->diag, RULE_RAW_HTML, (struct pos){paths_number("a.md"), 3, 7}, "say \"no\"");
    JsonNode *root = parse_report(report, s->diag);
    JsonObject *object = json_node_get_object(root);
    JsonArray *findings = json_object_get_array_member(object, "findings");
    JsonArray *files = json_object_get_array_member(object, "files");
    JsonArray *removed = json_object_get_array_member(object, "removed");
    JsonObject *finding = json_array_get_object_element(findings, 0);
    assert_string_equal(json_object_get_string_member(finding, "message"), "say \"no\"");
    assert_int_equal(json_array_get_length(files), 2);
    JsonObject *file = json_array_get_object_element(files, 0);
    assert_string_equal(json_object_get_string_member(file, "path"),
                        "out/print/schlaf-für-alle.pdf");
    assert_string_equal(json_object_get_string_member(file, "article"), "schlaf-für-alle");
    assert_string_equal(json_object_get_string_member(file, "format"), "standard");
    assert_int_equal(json_object_get_int_member(file, "pages"), 2);
    assert_int_equal(json_object_get_int_member(file, "sheets"), 1);
    assert_false(json_object_has_member(json_array_get_object_element(files, 1), "sheets"));
    assert_int_equal(json_object_get_int_member(file, "bytes"), 20400);
    assert_string_equal(json_array_get_string_element(removed, 0), "out/lobby/002-alt.png");
    json_node_unref(root);
    report_free(report);
}

/* Nothing of it stands in the report of a build that has come to its end. */
static void json_tells_how_far_a_build_has_come(void **state)
{
    struct scratch *s = *state;
    struct report *report = sample_report();
    JsonNode *root = parse_report(report, s->diag);
    assert_false(json_object_has_member(json_node_get_object(root), REPORT_MAKING));
    json_node_unref(root);
    report->making = (struct report_making){.done = 8, .of = 20};
    root = parse_report(report, s->diag);
    JsonObject *making = json_object_get_object_member(json_node_get_object(root), REPORT_MAKING);
    assert_int_equal(json_object_get_int_member(making, "done"), 8);
    assert_int_equal(json_object_get_int_member(making, "of"), 20);
    json_node_unref(root);
    report_free(report);
}

/* File names are bytes; a JSON text is not. */
static void a_path_that_is_not_utf8_is_still_json(void **state)
{
    struct scratch *s = *state;
    struct report *report = report_new();
    report_add_file(
        report,
        (struct report_file){.path = (char *)"out\xff/a.pdf", .article = "a", .format = "large"});
    JsonNode *root = parse_report(report, s->diag);
    JsonArray *files = json_object_get_array_member(json_node_get_object(root), "files");
    JsonObject *file = json_array_get_object_element(files, 0);
    assert_string_equal(json_object_get_string_member(file, "path"), "out\uFFFD/a.pdf");
    json_node_unref(root);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(one_line_a_file_in_columns),
        scratch_test(letters_are_told_of_screens_that_have_some),
        scratch_test(verdict_counts_files_by_folder_and_findings),
        scratch_test(verdict_says_that_nothing_was_made),
        scratch_test(json_holds_findings_files_and_removals),
        scratch_test(json_tells_how_far_a_build_has_come),
        scratch_test(a_path_that_is_not_utf8_is_still_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
