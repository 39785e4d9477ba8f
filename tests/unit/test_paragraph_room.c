/* The memory of a paragraph serves the next one, which finds nothing in it. */
#include "scratch.h"

#include "layout/paragraph_room.h"

static void fill(struct paragraph_room *room, gsize letters)
{
    const guint number = 7;
    g_string_append(room->words, "words");
    g_string_set_size(room->text, letters);
    g_array_append_val(room->starts, number);
    g_array_append_val(room->soft_hyphens, number);
}

static void assert_empty(const struct paragraph_room *room)
{
    assert_int_equal(room->words->len + room->text->len, 0);
    assert_string_equal(room->words->str, "");
    assert_int_equal(room->starts->len + room->soft_hyphens->len, 0);
    assert_int_equal(room->marks->len + room->whole->len, 0);
}

static void it_is_found_empty_again(void **state)
{
    (void)state;
    struct paragraph_room *room = paragraph_room_take();
    fill(room, 100);
    paragraph_room_give(room);
    struct paragraph_room *again = paragraph_room_take();
    assert_ptr_equal(again, room);
    assert_empty(again);
    paragraph_room_give(again);
}

static void each_paragraph_has_its_own(void **state)
{
    (void)state;
    struct paragraph_room *one = paragraph_room_take(), *other = paragraph_room_take();
    assert_ptr_not_equal(one, other);
    fill(one, 10);
    assert_empty(other);
    paragraph_room_give(one);
    paragraph_room_give(other);
}

static void much_memory_is_not_kept(void **state)
{
    (void)state;
    struct paragraph_room *room = paragraph_room_take();
    fill(room, 1000 * 1000);
    paragraph_room_give(room);
    room = paragraph_room_take();
    assert_true(room->text->allocated_len < 1000 * 1000);
    paragraph_room_give(room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_found_empty_again),
        cmocka_unit_test(each_paragraph_has_its_own),
        cmocka_unit_test(much_memory_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
