/* What a build keeps of each of ten thousand articles takes little room. (Sanitizers have a heap of
 * their own, of which nothing is told here.) */
#include "scratch.h"

#include "base/findings.h"
#include "base/intern.h"
#include "base/paths.h"
#include "publish/made_files.h"
#include "publish/report_files.h"

#include <malloc.h>
#include <string.h>

#define ARTICLES 10000

/* [bytes] of the process's own that are in memory: what is kept lies in the heap and beside it. */
static size_t in_use(void)
{
    g_autofree char *status = NULL;
    malloc_trim(0);
    if (mallinfo2().uordblks == 0)
        return 0;
    assert_true(g_file_get_contents("/proc/self/status", &status, NULL, NULL));
    const char *line = strstr(status, "RssAnon:");
    assert_non_null(line);
    return (size_t)g_ascii_strtoull(line + strlen("RssAnon:"), NULL, 10) * 1024;
}

static const char *name_of(int number)
{
    g_autofree char *name = g_strdup_printf("article-%05d", number);
    return intern(name);
}

/* Of an article of that name. */
static guint64 path_of(int number)
{
    g_autofree char *path = g_strdup_printf("/home/clinic/content/%s.md", name_of(number));
    return paths_number(path);
}

/* Names are there before anything is counted: they are not what is looked at. */
static size_t begin(void)
{
    for (int i = 0; i < ARTICLES; i++)
        name_of(i);
    return in_use();
}

static void assert_little(size_t before, size_t most)
{
    size_t now = in_use();
    assert_true(now <= before || (now - before) / ARTICLES <= most);
}

/* Here, what is kept of ten times as many, as each list is longer than the one before it. */
static void a_name(void **state)
{
    (void)state;
    size_t before = in_use();
    for (int i = 0; i < 10 * ARTICLES; i++) {
        g_autofree char *name = g_strdup_printf("%07d", i);
        intern(name);
    }
    assert_little(before, 10 * 20);
}

/* Nothing, where there is its name. */
static void a_path(void **state)
{
    (void)state;
    size_t before = begin();
    for (int i = 0; i < ARTICLES; i++)
        path_of(i);
    assert_little(before, 2);
}

static void a_file_to_tell_of(void **state)
{
    (void)state;
    size_t before = begin();
    struct report_files *files = report_files_new();
    for (int i = 0; i < ARTICLES; i++) {
        g_autofree char *path = g_strdup_printf("/home/clinic/out/print/%s.pdf", name_of(i));
        struct report_file file = {.path = path, .article = name_of(i), .format = "standard"};
        g_snprintf(file.digest, sizeof file.digest, "%032x", (unsigned)i);
        report_files_add(files, &file);
    }
    assert_little(before, 48);
    report_files_free(files);
}

/* Three of each article, as most lack the same. */
static void findings_of_an_article(void **state)
{
    (void)state;
    size_t before = begin();
    struct findings *findings = findings_new();
    for (int i = 0; i < 3 * ARTICLES; i++) {
        g_autofree char *message = g_strdup_printf("%d of 3 are not given", i % 3);
        struct pos pos = {.file = path_of(i / 3), .line = 1};
        findings_add(findings, &(struct finding){RULE_LEFT_OUT, 0, pos, message});
    }
    assert_little(before, 24);
    findings_free(findings);
}

static void a_file_that_was_made(void **state)
{
    (void)state;
    size_t before = begin();
    struct made_files *files = made_files_new();
    for (int i = 0; i < ARTICLES; i++) {
        g_autofree char *path = g_strdup_printf("print/%s.pdf", name_of(i));
        g_autofree char *made = g_strdup_printf("%032x:%032x", 7, (unsigned)i);
        made_files_put(files, name_of(i), path, made);
    }
    made_files_all(files);
    assert_little(before, 192);
    made_files_free(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name),
        cmocka_unit_test(a_path),
        cmocka_unit_test(a_file_to_tell_of),
        cmocka_unit_test(findings_of_an_article),
        cmocka_unit_test(a_file_that_was_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
