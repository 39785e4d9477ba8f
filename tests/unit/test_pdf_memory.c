/* Memory of PDF files: each piece is its owner's alone, until the last file of the thread is
 * closed. */
#include "scratch.h"

#include "paint/pdf/memory.h"

#include <malloc.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>

enum { PIECES = 3000 };

/* Small ones, and some that are larger than what is taken from the heap at a time. */
static unsigned size_of(unsigned i)
{
    return i % 100 == 99 ? 40000 : i % 50;
}

static unsigned char *take(unsigned i)
{
    unsigned char *piece = pdf_memory_take(size_of(i));
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

static void pieces_lie_apart_until_the_last_file_is_closed(void **state)
{
    (void)state;
    unsigned char *pieces[PIECES];
    pdf_memory_open();
    for (unsigned i = 0; i < PIECES / 2; i++)
        pieces[i] = take(i);
    pdf_memory_open();
    for (unsigned i = PIECES / 2; i < PIECES; i++)
        pieces[i] = take(i);
    pdf_memory_release(pieces[0]);
    pdf_memory_close();
    for (unsigned i = 0; i < PIECES; i++)
        assert_own(pieces[i], i);
    pdf_memory_close();
}

static void files_that_follow_each_other_take_no_more(void **state)
{
    (void)state;
    size_t first = 0;
    for (int times = 0; times < 5; times++) {
        pdf_memory_open();
        for (unsigned i = 0; i < PIECES; i++)
            take(i);
        pdf_memory_close();
        size_t used = mallinfo2().uordblks;
        first = times == 0 ? used : first;
        assert_in_range(used, 0, first + 1024);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_lie_apart_until_the_last_file_is_closed),
        cmocka_unit_test(files_that_follow_each_other_take_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
