/* Memory of PDF files stays their own until the last file of the thread is closed; what a piece is,
 * test_arena has. */
#include "scratch.h"

#include "paint/pdf/memory.h"

#include <malloc.h>

enum { PIECES = 3000, SIZE = 50 };

static unsigned char *take(unsigned i)
{
    return memset(pdf_memory_take(SIZE), (int)(i % 251), SIZE);
}

static void pieces_stay_until_the_last_file_is_closed(void **state)
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
    take(0);
    for (unsigned i = 0; i < PIECES; i++)
        assert_true(pieces[i][0] == i % 251 && pieces[i][SIZE - 1] == i % 251);
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
        cmocka_unit_test(pieces_stay_until_the_last_file_is_closed),
        cmocka_unit_test(files_that_follow_each_other_take_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
