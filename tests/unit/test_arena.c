/* An arena: each piece is its owner's alone until it is given back with all that came after it. */
#include "scratch.h"

#include "base/arena.h"

#include <malloc.h>
#include <stdalign.h>
#include <stdint.h>

enum { PIECES = 3000 };

/* Small ones, and some that are larger than what is taken from the heap at a time. */
static size_t size_of(unsigned i)
{
    return i % 100 == 99 ? 40000 : i % 50;
}

static unsigned char *take(struct arena *arena, unsigned i)
{
    unsigned char *piece = arena_take(arena, size_of(i));
    assert_non_null(piece);
    assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
    memset(piece, (int)(i % 251), size_of(i));
    return piece;
}

static void assert_own(const unsigned char *piece, unsigned i)
{
    for (unsigned at = 0; at < size_of(i); at++)
        assert_int_equal(piece[at], i % 251);
}

static void what_came_before_a_mark_stays(void **state)
{
    (void)state;
    unsigned char *pieces[PIECES];
    struct arena arena = {0};
    for (unsigned i = 0; i < PIECES; i++)
        pieces[i] = take(&arena, i);
    struct arena mark = arena;
    for (unsigned i = 0; i < PIECES; i++)
        take(&arena, i + 1);
    arena_release(&arena, &mark);
    assert_memory_equal(&arena, &mark, sizeof mark);
    for (unsigned i = 0; i < PIECES; i++)
        take(&arena, i + 2);
    for (unsigned i = 0; i < PIECES; i++)
        assert_own(pieces[i], i);
    arena_release(&arena, &(struct arena){0});
}

static void what_is_given_back_is_taken_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    size_t first = 0;
    for (int times = 0; times < 5; times++) {
        for (unsigned i = 0; i < PIECES; i++)
            take(&arena, i);
        arena_release(&arena, &(struct arena){0});
        size_t used = mallinfo2().uordblks;
        assert_true(times == 0 || used == first);
        first = used;
    }
}

/* Up to the end of its block; others keep their size. */
static void the_last_piece_grows_and_shrinks_where_it_is(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *one = arena_take(&arena, 10);
    struct arena before = arena;
    char *two = arena_take(&arena, 20);
    assert_false(arena_resize(&arena, one, 10, 12));
    assert_false(arena_resize(&arena, one, 10, 0));
    assert_true(arena_resize(&arena, two, 20, 1000));
    char *three = arena_take(&arena, 1);
    assert_true(three >= two + 1000);
    assert_true(arena_resize(&arena, three, 1, 0));
    assert_true(arena_resize(&arena, two, 1000, 5));
    assert_true(arena_resize(&arena, two, 5, 0));
    assert_memory_equal(&arena, &before, sizeof before);
    assert_ptr_equal(arena_take(&arena, 5), two);
    assert_ptr_equal(arena_take(&arena, 1), two + alignof(max_align_t));
    assert_false(arena_resize(&arena, two + alignof(max_align_t), 1, 1 << 20));
    char *large = arena_take(&arena, 1 << 20);
    assert_false(arena_resize(&arena, large, 1 << 20, 0));
    arena_release(&arena, &(struct arena){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_before_a_mark_stays),
        cmocka_unit_test(what_is_given_back_is_taken_again),
        cmocka_unit_test(the_last_piece_grows_and_shrinks_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
