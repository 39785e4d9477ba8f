/* Files on their way to their places: when they get there, and who is told what. */
#include "scratch.h"

#include "base/digest.h"
#include "base/file.h"
#include "publish/placing.h"

#include <sys/stat.h>
#include <unistd.h>

/* More than are put in place together. */
#define MANY 70

struct told {
    gint placed, lost;
};

static void count(void *user, void *file, bool placed)
{
    struct told *told = user;
    (void)file;
    g_atomic_int_inc(placed ? &told->placed : &told->lost);
}

static char *path_of(const struct scratch *s, int number)
{
    g_autofree char *name = g_strdup_printf("print/%d.pdf", number);
    return g_build_filename(s->directory, name, NULL);
}

static GBytes *bytes_of(int number)
{
    char *text = g_strdup_printf("file %d", number);
    return g_bytes_new_take(text, strlen(text));
}

static void add(const struct scratch *s, struct placing *placing, int number)
{
    g_autofree char *path = path_of(s, number);
    g_autoptr(GBytes) bytes = bytes_of(number);
    g_autofree char *digest = digest_of_bytes(bytes);
    struct report_file file = {.path = path, .article = "a"};
    g_strlcpy(file.digest, digest, sizeof file.digest);
    placing_add(placing, &file, bytes, NULL);
}

static bool lies(const struct scratch *s, int number)
{
    g_autofree char *path = path_of(s, number);
    g_autoptr(GBytes) bytes = bytes_of(number);
    return file_holds(path, bytes);
}

static int count_files(const struct scratch *s)
{
    g_autofree char *folder = g_build_filename(s->directory, "print", NULL);
    g_autoptr(GPtrArray) names = file_list(folder, s->diag);
    return (int)names->len;
}

static void some_wait_until_they_are_settled(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    assert_false(placing_settle(placing));
    add(s, placing, 1);
    add(s, placing, 2);
    assert_false(lies(s, 1));
    assert_int_equal(told.placed, 0);
    assert_true(placing_settle(placing));
    assert_true(lies(s, 1) && lies(s, 2));
    assert_int_equal(told.placed, 2);
    assert_int_equal(count_files(s), 2); /* and nothing beside them */
    assert_false(placing_settle(placing));
    placing_free(placing);
    assert_silent(s->diag);
}

static void one_too_many_takes_all_that_wait_along(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    for (int i = 0; i < MANY; i++)
        add(s, placing, i);
    while (g_atomic_int_get(&told.placed) <= MANY / 3 || !lies(s, 0)) /* the thread may be slow */
        g_usleep(100);
    assert_true(g_atomic_int_get(&told.placed) < MANY);
    assert_false(lies(s, MANY - 1));
    assert_true(placing_settle(placing));
    assert_int_equal(told.placed, MANY);
    placing_free(placing);
}

static void count_slowly(void *user, void *file, bool placed)
{
    g_usleep(1000);
    count(user, file, placed);
}

/* So many that a thread has all of them in hand, and nothing waits. */
static void what_the_thread_has_in_hand_is_waited_for(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count_slowly, &told);
    for (int i = 0; i < 32; i++)
        add(s, placing, i);
    assert_true(g_atomic_int_get(&told.placed) < 32);
    assert_true(placing_settle(placing));
    assert_int_equal(told.placed, 32);
    assert_false(placing_settle(placing));
    placing_free(placing);
}

static void what_stands_as_it_shall_be_is_left_alone(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    g_autofree char *path = path_of(s, 1);
    struct stat before, after;
    add(s, placing, 1);
    placing_settle(placing);
    assert_int_equal(stat(path, &before), 0);
    add(s, placing, 1);
    placing_settle(placing);
    assert_int_equal(stat(path, &after), 0);
    assert_true(before.st_ino == after.st_ino);
    assert_int_equal(told.placed, 2);
    placing_free(placing);
}

static void one_that_cannot_be_put_in_place_takes_no_other_away(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    g_autofree char *in_the_way = path_of(s, 2);
    assert_int_equal(g_mkdir_with_parents(in_the_way, 0777), 0);
    for (int i = 1; i <= 3; i++)
        add(s, placing, i);
    placing_settle(placing);
    assert_true(lies(s, 1) && lies(s, 3));
    assert_int_equal(told.placed, 2);
    assert_int_equal(told.lost, 1);
    assert_int_equal(count_files(s), 3);
    assert_int_equal(diag_count_rule(s->diag, RULE_FILE_WRITE), 1);
    placing_free(placing);
}

/* Files of article `a` in the output directory that the next build would know of. */
static GPtrArray *known_files(const struct scratch *s)
{
    g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func(g_free);
    struct last_good *next = last_good_open(s->directory, s->directory, "other facts", NULL);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    last_good_sweep(next, "a", removed);
    for (guint i = 0; i < removed->len; i++)
        g_ptr_array_add(names, g_path_get_basename(removed->pdata[i]));
    last_good_close(next, false, s->diag);
    return names;
}

/* What a build knows that has not come to its end. */
static struct last_good *place_some(const struct scratch *s, int files, struct told *told)
{
    struct last_good *memory = last_good_open(s->directory, s->directory, "facts", NULL);
    struct placing *placing = placing_new(memory, s->diag, count, told);
    for (int i = 0; i < files; i++)
        add(s, placing, i);
    placing_settle(placing);
    placing_free(placing);
    return memory;
}

static void the_next_build_knows_what_one_that_was_killed_has_placed(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct last_good *killed = place_some(s, MANY, &told);
    assert_int_equal(told.placed, MANY);
    g_autoptr(GPtrArray) known = known_files(s);
    assert_int_equal(known->len, MANY);
    assert_int_equal(count_files(s), 0);
    last_good_close(killed, false, s->diag);
}

/* The files have had the last of the room on the disk. */
static void what_cannot_be_noted_stays_away(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    g_autofree char *folder = scratch_path(s, "build"), *list = scratch_path(s, "build/begun");
    assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
    assert_int_equal(symlink("/dev/full", list), 0);
    struct last_good *memory = place_some(s, 2, &told);
    assert_true(!lies(s, 0) && !lies(s, 1));
    assert_int_equal(told.lost, 2);
    assert_int_equal(count_files(s), 0);
    assert_int_equal(diag_count_rule(s->diag, RULE_FILE_WRITE), 1);
    last_good_close(memory, false, s->diag);
}

struct worker {
    const struct scratch *s;
    struct placing *placing;
    int from;
};

static void *add_many(void *data)
{
    const struct worker *worker = data;
    for (int i = worker->from; i < worker->from + MANY; i++)
        add(worker->s, worker->placing, i);
    return NULL;
}

static void two_threads_lose_none(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    struct worker one = {s, placing, 0}, other = {s, placing, MANY};
    GThread *thread = g_thread_new(NULL, add_many, &one);
    add_many(&other);
    g_thread_join(thread);
    placing_settle(placing);
    assert_int_equal(told.placed, 2 * MANY);
    for (int i = 0; i < 2 * MANY; i++)
        assert_true(lies(s, i));
    placing_free(placing);
}

static void without_a_thread_the_caller_places_them(void **state)
{
    struct scratch *s = *state;
    struct told told = {0};
    struct placing *placing = placing_new(NULL, s->diag, count, &told);
    no_thread_is_left(true);
    for (int i = 0; i < MANY; i++)
        add(s, placing, i);
    placing_settle(placing);
    no_thread_is_left(false);
    assert_int_equal(told.placed, MANY);
    placing_free(placing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(without_a_thread_the_caller_places_them), /* first: none waits for work yet */
        scratch_test(some_wait_until_they_are_settled),
        scratch_test(one_too_many_takes_all_that_wait_along),
        scratch_test(what_the_thread_has_in_hand_is_waited_for),
        scratch_test(what_stands_as_it_shall_be_is_left_alone),
        scratch_test(one_that_cannot_be_put_in_place_takes_no_other_away),
        scratch_test(the_next_build_knows_what_one_that_was_killed_has_placed),
        scratch_test(what_cannot_be_noted_stays_away),
        scratch_test(two_threads_lose_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
