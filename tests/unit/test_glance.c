/* What a look at the files of articles tells, and when they are looked at again. */
#include "scratch.h"

#include "base/digest.h"
#include "base/intern.h"
#include "base/signature.h"
#include "content/glance.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define ONE "---\nlang: es\n---\nUna palabra.\n"
#define TWO "---\nlang: fr\n---\nUn mot, ici.\n" /* as long */

/* When all files were written to, as stat tells; 0: as it was. */
static time_t step;

int stat(const char *path, struct stat *status)
{
    int result = fstatat(AT_FDCWD, path, status, 0);
    if (result == 0 && step)
        status->st_mtim = status->st_ctim = (struct timespec){step, 0};
    return result;
}

static void assert_words(struct glances *glances, const char *path, const char *words)
{
    g_autofree char *digest = digest_of_text(words);
    assert_string_equal(glances_digest(glances, path), digest);
}

static void a_look_tells_language_and_name(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "El Sueño.md", ONE, -1);
    g_autofree char *other = scratch_write(s, "b.md", "---\ntitle: T\ntranslation:\n  of: a\n", -1);
    for (int kept = 0; kept < 2; kept++) {
        struct glances *glances = glances_new(kept);
        glances_begin(glances);
        assert_string_equal(glances_at(glances, path)->lang, "es");
        assert_false(glances_at(glances, path)->names_translation);
        assert_string_equal(glances_name(glances, path), "el-sueno");
        assert_ptr_equal(glances_name(glances, path), intern("el-sueno"));
        assert_string_equal(glances_at(glances, other)->lang, "en-US");
        assert_true(glances_at(glances, other)->names_translation);
        assert_ptr_equal(glances_at(glances, path), glances_at(glances, path));
        assert_int_equal(glances_digest(glances, path) != NULL, kept);
        glances_free(glances);
    }
}

static void what_is_no_text_has_no_digest(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "a.md", "\xff\xfe", 2);
    g_autofree char *gone = scratch_path(s, "b.md");
    struct glances *glances = glances_new(true);
    glances_begin(glances);
    assert_null(glances_digest(glances, path));
    assert_null(glances_digest(glances, gone));
    assert_string_equal(glances_at(glances, gone)->lang, "en-US");
    glances_free(glances);
}

static void a_build_sees_one_state_of_a_file_and_the_next_one_the_next(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "a.md", ONE, -1);
    struct glances *glances = glances_new(true);
    glances_begin(glances);
    assert_words(glances, path, ONE);
    g_free(scratch_write(s, "a.md", TWO "More.\n", -1));
    assert_words(glances, path, ONE);
    glances_begin(glances);
    assert_words(glances, path, TWO "More.\n");
    assert_string_equal(glances_at(glances, path)->lang, "fr");
    glances_free(glances);
}

static void rewrite(const char *path, const char *words)
{
    int fd = open(path, O_WRONLY);
    assert_int_equal(pwrite(fd, words, strlen(words), 0), (ssize_t)strlen(words));
    close(fd);
}

/* As on a file system whose clock goes in steps: size and times are those of before. */
static void a_change_that_does_not_show_is_seen(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "a.md", ONE, -1);
    struct glances *glances = glances_new(true);
    step = time(NULL);
    glances_begin(glances);
    assert_words(glances, path, ONE);
    rewrite(path, TWO);
    glances_begin(glances);
    assert_words(glances, path, TWO);
    assert_string_equal(glances_at(glances, path)->lang, "fr");
    step = 0;
    glances_free(glances);
}

static void what_was_left_alone_for_long_is_not_read_again(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "a.md", ONE, -1);
    struct glances *glances = glances_new(true);
    step = time(NULL) - 60;
    glances_begin(glances);
    assert_words(glances, path, ONE);
    rewrite(path, TWO);
    glances_begin(glances);
    assert_words(glances, path, ONE);
    step++;
    glances_begin(glances);
    assert_words(glances, path, TWO);
    step = 0;
    glances_free(glances);
}

static void those_that_are_asked_for_stay(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "a.md", ONE, -1);
    g_autofree char *other = scratch_write(s, "b.md", TWO, -1);
    struct glances *glances = glances_new(true);
    glances_begin(glances);
    const char *digest = glances_digest(glances, path);
    assert_words(glances, other, TWO);
    glances_sweep(glances);
    for (int build = 0; build < 2; build++) {
        glances_begin(glances);
        assert_ptr_equal(glances_digest(glances, path), digest);
        glances_sweep(glances);
    }
    glances_begin(glances);
    assert_words(glances, other, TWO);
    glances_free(glances);
}

static void a_file_is_told_by_all_that_shows(void **state)
{
    (void)state;
    const struct signature is = {1, 2, 3, 4, 5}, none = {0};
    const struct signature others[] = {
        {0, 2, 3, 4, 5}, {1, 0, 3, 4, 5}, {1, 2, 0, 4, 5}, {1, 2, 3, 0, 5}, {1, 2, 3, 4, 0}};
    assert_true(signature_same(&is, &is));
    assert_false(signature_same(&none, &none));
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(signature_same(&is, &others[i]));
}

static void no_more_are_kept_than_there_is_room_for(void **state)
{
    struct scratch *s = *state;
    struct glances *glances = glances_new(true);
    glances_begin(glances);
    for (int i = 0; i <= 1000; i++) {
        g_autofree char *name = g_strdup_printf("%d.md", i);
        g_autofree char *path = scratch_write(s, name, ONE, -1);
        assert_string_equal(glances_at(glances, path)->lang, "es");
        assert_true((glances_digest(glances, path) != NULL) == (i < 1000));
    }
    glances_free(glances);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_look_tells_language_and_name),
        scratch_test(what_is_no_text_has_no_digest),
        scratch_test(a_build_sees_one_state_of_a_file_and_the_next_one_the_next),
        scratch_test(a_change_that_does_not_show_is_seen),
        scratch_test(what_was_left_alone_for_long_is_not_read_again),
        cmocka_unit_test(a_file_is_told_by_all_that_shows),
        scratch_test(no_more_are_kept_than_there_is_room_for),
        scratch_test(those_that_are_asked_for_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
