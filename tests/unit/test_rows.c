/* Room for what stays: rows and the slots that they are looked up in, few and many. */
#include "scratch.h"

#include "base/pages.h"
#include "base/rows.h"
#include "base/slots.h"

#include <string.h>

/* Of a few bytes each: enough to have pages of their own, and to get more of them. */
#define MANY 50000

/* Rows with a gap between their numbers, so that one and its place are not the same. */
#define GAP 7

static guint32 number_at(const struct rows *rows, guint place)
{
    return *(const guint32 *)rows_at(rows, place);
}

static void rows_stay_as_they_were_added(void **state)
{
    (void)state;
    struct rows rows = {.size = sizeof(guint32)};
    for (guint32 i = 0; i < MANY; i++) {
        guint32 number = i * GAP;
        assert_int_equal(rows_add(&rows, &number), i);
    }
    assert_int_equal(rows.count, MANY);
    for (guint i = 0; i < MANY; i++)
        assert_int_equal(number_at(&rows, i), i * GAP);
    rows_cut(&rows, 3);
    assert_int_equal(rows_add(&rows, &(guint32){1}), 3);
    assert_int_equal(number_at(&rows, 2), 2 * GAP);
    rows_clear(&rows);
    assert_int_equal(rows_add(&rows, &(guint32){5}), 0);
    assert_int_equal(number_at(&rows, 0), 5);
    rows_clear(&rows);
    rows_clear(&rows);
}

/* From the heap into pages, and on. */
static void room_keeps_its_bytes_and_grows_by_zeros(void **state)
{
    (void)state;
    gsize size = 0;
    char *room = NULL;
    for (gsize more = 1000; more < 300 * 1000; more *= 3) {
        room = pages_grow(room, size, more);
        for (gsize i = 0; i < more; i++)
            assert_int_equal(room[i], i < size ? 'x' : 0);
        memset(room, 'x', more);
        size = more;
    }
    pages_free(room, size);
}

static guint hash_number(guint32 number)
{
    return number / 3; /* some have the same */
}

static guint hash_of(const void *rows, guint place)
{
    return hash_number(number_at(rows, place));
}

static bool is_number(const void *rows, guint place, const void *key)
{
    return number_at(rows, place) == *(const guint32 *)key;
}

static void what_is_added_is_found_and_nothing_else(void **state)
{
    (void)state;
    struct rows rows = {.size = sizeof(guint32)};
    struct slots slots = {0};
    const struct slots_owner owner = {hash_of, is_number, &rows};
    for (guint32 i = 0; i < MANY; i++) {
        guint32 number = i * GAP;
        assert_int_equal(slots_find(&slots, hash_number(number), &number, &owner), SLOTS_NONE);
        slots_add(&slots, rows_add(&rows, &number), &owner);
    }
    for (guint32 number = 0; number < MANY * GAP; number++)
        assert_int_equal(slots_find(&slots, hash_number(number), &number, &owner),
                         number % GAP == 0 ? number / GAP : SLOTS_NONE);
    assert_true(slots.count == MANY && slots.room / 4 * 3 >= MANY);
    slots_clear(&slots);
    assert_int_equal(slots_find(&slots, 0, &(guint32){0}, &owner), SLOTS_NONE);
    rows_clear(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_stay_as_they_were_added),
        cmocka_unit_test(room_keeps_its_bytes_and_grows_by_zeros),
        cmocka_unit_test(what_is_added_is_found_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
