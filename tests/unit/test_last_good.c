/* What is remembered between the builds of one process: what need not be read again, and what must.
 */
#include "scratch.h"

#include "base/digest.h"
#include "base/file.h"
#include "content/article.h"
#include "publish/last_good.h"
#include "publish/last_good_kept.h"
#include "publish/last_good_record.h"

/* One that was written long ago. */
#define ARTICLE "content/treatment-resistance.md"
#define NAME    "treatment-resistance"
#define MEMORY  "build/last-good/"
#define COPY    MEMORY NAME "/" NAME ".md"

static void write_text(const struct scratch *s, const char *name, const char *text)
{
    g_autofree char *path = scratch_path(s, name);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    assert_true(file_write(path, bytes, s->diag));
}

static char *read_text(const struct scratch *s, const char *name)
{
    g_autofree char *path = scratch_path(s, name);
    return file_peek_text(path);
}

static struct article *load(const struct scratch *s, const char *path)
{
    struct article *article = article_load(path, s->diag);
    assert_non_null(article);
    return article;
}

/* A build that finds the article good and has made a page of it. */
static void build(const struct scratch *s, struct last_good_kept *kept, const char *facts,
                  const char *digest)
{
    g_autofree char *page = scratch_path(s, "web/page.html");
    struct article *article = load(s, ARTICLE);
    struct last_good *memory = last_good_open(s->directory, s->directory, facts, kept);
    last_good_keep(memory, article);
    last_good_made(memory, NAME, page, digest);
    last_good_close(memory, false, s->diag);
    article_free(article);
    assert_int_equal(diag_errors(s->diag), 0);
}

/* True when the next build reads neither the article nor what is kept of it. */
static bool stands(const struct scratch *s, const struct last_good_kept *kept)
{
    g_autofree char *directory = scratch_path(s, MEMORY NAME);
    struct article *article = load(s, ARTICLE);
    g_autoptr(GPtrArray) files = source_of(article);
    g_autoptr(GArray) looks = source_look(files, directory);
    article_free(article);
    assert_non_null(looks);
    return last_good_kept_stands(kept, NAME, looks);
}

static void a_source_that_stands_is_known_until_something_changes(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    const char *const ours[] = {COPY, MEMORY NAME "/.record"};
    build(s, kept, "facts", "1");
    assert_false(stands(s, kept)); /* it was put there by then */
    build(s, kept, "facts", "1");
    assert_true(stands(s, kept));
    for (guint i = 0; i < G_N_ELEMENTS(ours); i++) {
        g_autofree char *before = read_text(s, ours[i]);
        write_text(s, ours[i], "somebody's words");
        build(s, kept, "facts", "1");
        g_autofree char *after = read_text(s, ours[i]);
        assert_string_equal(after, before);
        build(s, kept, "facts", "1"); /* what was there before goes, with another name of ours */
        build(s, kept, "facts", "1");
        assert_true(stands(s, kept));
    }
    build(s, kept, "other facts", "1");
    assert_false(stands(s, kept));
    g_autofree char *record = read_text(s, MEMORY NAME "/.record");
    assert_string_equal(record, "other facts\n");
    last_good_kept_free(kept);
}

static void a_damaged_list_of_a_record_is_told_of_and_mended(void **state)
{
    struct scratch *s = *state;
    const char *const damaged[] = {"", "\x01\x02 garbage", ".record\n", "other\n"};
    build(s, NULL, "facts", "1");
    g_autofree char *before = read_text(s, MEMORY NAME "/.files");
    for (guint i = 0; i < G_N_ELEMENTS(damaged); i++) {
        write_text(s, MEMORY NAME "/.files", damaged[i]);
        build(s, NULL, "other facts", "1");
        g_autofree char *after = read_text(s, MEMORY NAME "/.files");
        assert_string_equal(after, before);
        build(s, NULL, "facts", "1");
    }
    g_autoptr(GPtrArray) findings = diag_findings(s->diag);
    unsigned told = 0;
    for (guint i = 0; i < findings->len; i++)
        told += ((const struct finding *)findings->pdata[i])->rule == RULE_MEMORY;
    assert_int_equal(told, 1); /* the same is said once */
}

static void what_was_written_just_now_is_read_again(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_path(s, "a.md");
    write_text(s, "a.md", "---\ntitle: A\nlang: en-US\n---\n\nWords.\n");
    struct article *article = load(s, path);
    g_autoptr(GPtrArray) files = source_of(article);
    assert_null(source_look(files, s->directory));
    article_free(article);
}

static void the_list_tells_of_what_was_made_whoever_wrote_to_it(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    const char *const digests[] = {"1", "1", "2", "2", "1"};
    for (guint i = 0; i < G_N_ELEMENTS(digests); i++) {
        build(s, kept, "facts", digests[i]);
        g_autofree char *line = g_strdup_printf("facts:%s " NAME "/web/page.html\n", digests[i]);
        g_autofree char *list = read_text(s, MEMORY ".made");
        assert_string_equal(list, line);
        if (i % 2)
            write_text(s, MEMORY ".made", "facts:3 " NAME "/web/page.html\n");
    }
    last_good_kept_free(kept);
}

/* Another process may publish here between two builds of this one. */
static void what_others_have_made_is_remembered(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    build(s, kept, "facts", "1");
    write_text(s, MEMORY ".made",
               "facts:2 " NAME "/print/other.pdf\nfacts:1 " NAME "/web/page.html\n");
    build(s, kept, "facts", "3");
    g_autofree char *list = read_text(s, MEMORY ".made");
    assert_string_equal(list, "facts:2 " NAME "/print/other.pdf\nfacts:3 " NAME "/web/page.html\n");
    last_good_kept_free(kept);
}

static void a_list_that_could_not_be_written_is_written_by_the_next_build(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    g_autofree char *in_the_way = scratch_path(s, MEMORY ".style.yaml");
    build(s, kept, "facts", "1");
    assert_int_equal(g_mkdir(in_the_way, 0777), 0);
    build(s, kept, "facts", "2");
    assert_int_equal(g_rmdir(in_the_way), 0);
    build(s, kept, "facts", "2");
    g_autofree char *list = read_text(s, MEMORY ".made");
    assert_string_equal(list, "facts:2 " NAME "/web/page.html\n");
    last_good_kept_free(kept);
}

/* The list with something in it that was written while a build was on its way. */
static void a_list_that_changes_under_a_build_is_written_again(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    build(s, kept, "facts", "1");
    g_autofree char *before = read_text(s, MEMORY ".made");
    struct last_good *memory = last_good_open(s->directory, s->directory, "facts", kept);
    write_text(s, MEMORY ".made", "torn");
    last_good_close(memory, false, s->diag);
    g_autofree char *after = read_text(s, MEMORY ".made");
    assert_string_equal(after, before);
    last_good_kept_free(kept);
}

/* A build that places the page with these words, and is followed by another one. */
static void build_first(const struct scratch *s, struct last_good_kept *kept, const char *words)
{
    g_autofree char *page = scratch_path(s, "web/page.html");
    g_autofree char *digest = digest_of_text(words);
    int synced;
    struct last_good *memory = last_good_open(s->directory, s->directory, "facts", kept);
    last_good_begin(memory, NAME, page, digest);
    assert_true(last_good_note(memory, &synced, s->diag));
    write_text(s, "web/page.html", words);
    last_good_made(memory, NAME, page, digest);
    last_good_close(memory, true, s->diag);
}

static void assert_listed(const struct scratch *s, const char *digest)
{
    g_autofree char *line = g_strdup_printf("facts:%s " NAME "/web/page.html\n", digest);
    g_autofree char *list = read_text(s, MEMORY ".made");
    assert_string_equal(list, line);
}

/* Whether that comes, or the process is killed and another one builds. */
static void a_list_may_be_left_to_the_build_that_follows(void **state)
{
    struct scratch *s = *state;
    for (int killed = 0; killed < 2; killed++) {
        struct last_good_kept *kept = last_good_kept_new();
        g_autofree char *digest = digest_of_text("New words.");
        build(s, kept, "facts", "1");
        build_first(s, kept, "New words.");
        assert_listed(s, "1");
        struct last_good *memory =
            last_good_open(s->directory, s->directory, "facts", killed ? NULL : kept);
        last_good_close(memory, false, s->diag);
        assert_listed(s, digest);
        g_autofree char *begun = read_text(s, "build/begun");
        assert_null(begun);
        last_good_kept_free(kept);
    }
}

/* As a disk that was cut off leaves them. */
static void an_empty_record_is_of_nothing(void **state)
{
    struct scratch *s = *state;
    build(s, NULL, "facts", "1");
    write_text(s, MEMORY NAME "/.record", "");
    struct last_good *memory = last_good_open(s->directory, s->directory, "facts", NULL);
    assert_null(last_good_source(memory, NAME));
    last_good_close(memory, false, s->diag);
    build(s, NULL, "facts", "1");
    g_autofree char *record = read_text(s, MEMORY NAME "/.record");
    assert_string_equal(record, "facts\n");
}

static bool is_none(void *user, const char *name)
{
    (void)user;
    (void)name;
    return false;
}

static bool is_any(const void *user, const char *path)
{
    (void)user;
    (void)path;
    return true;
}

static void an_article_that_is_gone_is_forgotten(void **state)
{
    struct scratch *s = *state;
    struct last_good_kept *kept = last_good_kept_new();
    g_autofree char *copy = scratch_path(s, COPY);
    g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func(g_free);
    build(s, kept, "facts", "1");
    build(s, kept, "facts", "1");
    struct last_good *memory = last_good_open(s->directory, s->directory, "facts", kept);
    last_good_forget(memory, is_none, NULL, removed);
    last_good_close(memory, false, s->diag);
    g_autofree char *list = read_text(s, MEMORY ".made");
    assert_string_equal(list, "");
    assert_true(file_is_absent(copy));
    build(s, kept, "facts", "1");
    assert_false(file_is_absent(copy));
    memory = last_good_open(s->directory, s->directory, "facts", kept);
    last_good_forget(memory, is_none, NULL, removed);
    last_good_close(memory, false, s->diag);
    memory = last_good_open(s->directory, s->directory, "facts", kept);
    last_good_drop(memory, NAME, is_any, NULL); /* of what was forgotten there is nothing */
    last_good_close(memory, false, s->diag);
    last_good_kept_free(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_source_that_stands_is_known_until_something_changes),
        scratch_test(a_damaged_list_of_a_record_is_told_of_and_mended),
        scratch_test(what_was_written_just_now_is_read_again),
        scratch_test(the_list_tells_of_what_was_made_whoever_wrote_to_it),
        scratch_test(what_others_have_made_is_remembered),
        scratch_test(a_list_that_could_not_be_written_is_written_by_the_next_build),
        scratch_test(a_list_may_be_left_to_the_build_that_follows),
        scratch_test(a_list_that_changes_under_a_build_is_written_again),
        scratch_test(an_empty_record_is_of_nothing),
        scratch_test(an_article_that_is_gone_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
