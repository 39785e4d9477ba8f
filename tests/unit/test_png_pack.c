/*
 * Rows of pixels packed as zlib data: libdeflate gets back what went in, and text takes less than
 * what it packs itself.
 */
#include "base/deflate.h"
#include "base/huffman.h"
#include "paint/png_pack.h"

#include <libdeflate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define WIDTH 1921
#define ROWS  200

static void assert_packs(const uint8_t *bytes, size_t size, size_t row)
{
    g_autoptr(GByteArray) packed = png_pack(bytes, size, row);
    g_autofree uint8_t *back = g_malloc(size + 1);
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    size_t got = 0;
    enum libdeflate_result result =
        libdeflate_zlib_decompress(unpacker, packed->data, packed->len, back, size, &got);
    libdeflate_free_decompressor(unpacker);
    assert_int_equal(result, LIBDEFLATE_SUCCESS);
    assert_int_equal(got, size);
    assert_memory_equal(back, bytes, size);
}

/* Runs of as many bytes as `longest` at most, of `colors` colours; each row is the one above with
 * some of them new. */
static uint8_t *draw_runs(GRand *chance, size_t size, size_t row, int longest, int colors)
{
    uint8_t *bytes = g_malloc0(size);
    for (size_t i = 0; i < size;) {
        size_t run = (size_t)g_rand_int_range(chance, 1, longest + 1);
        size_t end = MIN(i + run, size);
        int color = g_rand_int_range(chance, 0, colors);
        if (i >= row && g_rand_int_range(chance, 0, 3))
            for (; i < end; i++)
                bytes[i] = bytes[i - row];
        else
            for (; i < end; i++)
                bytes[i] = (uint8_t)color;
    }
    return bytes;
}

static void all_comes_back(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(1);
    for (int round = 0; round < 400; round++) {
        size_t row = (size_t)g_rand_int_range(chance, 1, 300);
        size_t size = row * (size_t)g_rand_int_range(chance, 1, 200);
        g_autofree uint8_t *bytes = draw_runs(chance, size, row, g_rand_int_range(chance, 1, 600),
                                              g_rand_int_range(chance, 1, 257));
        assert_packs(bytes, size, row);
    }
}

static void little_comes_back(void **state)
{
    (void)state;
    static const uint8_t bytes[] = {0, 1, 1, 1, 1, 1, 2, 2, 0, 1, 1, 1, 1, 1, 2, 2, 9};
    for (size_t size = 1; size <= sizeof bytes; size++)
        for (size_t row = 1; row <= size; row++)
            assert_packs(bytes, size, row);
}

/* Repeats farther back than deflate reaches are none. */
static void wide_rows_come_back(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(2);
    for (size_t row = 32760; row < 32780; row++) {
        g_autofree uint8_t *bytes = draw_runs(chance, 4 * row, row, 50, 5);
        assert_packs(bytes, 4 * row, row);
    }
}

/* What no packing makes small. */
static void noise_comes_back(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(3);
    g_autofree uint8_t *bytes = draw_runs(chance, 300000, 300001, 1, 256);
    assert_packs(bytes, 300000, WIDTH);
}

/* One colour: codes are asked for of which there is one, or none. */
static void a_plain_ground_comes_back(void **state)
{
    (void)state;
    g_autofree uint8_t *bytes = g_malloc0(WIDTH * ROWS);
    assert_packs(bytes, WIDTH * ROWS, WIDTH);
    assert_packs(bytes, 1, 1);
}

/* Letters of which rows repeat each other, one pixel aside. */
static void text_takes_less_than_what_knows_no_rows(void **state)
{
    (void)state;
    g_autofree uint8_t *bytes = g_malloc0(WIDTH * ROWS);
    for (size_t y = 0; y < ROWS; y++)
        for (size_t x = 100; x + 100 < WIDTH; x += 50 + x % 7)
            memset(bytes + y * WIDTH + x + y * (x % 5) / 9, (int)(1 + x % 3), 9);
    g_autoptr(GByteArray) ours = png_pack(bytes, WIDTH * ROWS, WIDTH);
    g_autoptr(GByteArray) theirs = deflate_bytes(bytes, WIDTH * ROWS, 6);
    assert_true(ours->len * 4 < theirs->len * 3);
    assert_packs(bytes, WIDTH * ROWS, WIDTH);
}

/* Codes of all symbols that come up leave no gap, and none is longer than may be. */
static void assert_complete(const struct huffman *huffman, size_t n, unsigned longest)
{
    unsigned taken = 0;
    for (size_t i = 0; i < n; i++) {
        assert_in_range(huffman->lengths[i], 0, longest);
        taken += huffman->lengths[i] ? 1u << (longest - huffman->lengths[i]) : 0;
    }
    assert_int_equal(taken, 1u << longest);
}

static void codes_fit_and_leave_no_gap(void **state)
{
    (void)state;
    uint32_t counts[40] = {1, 1}; /* each as frequent as all before: the deepest tree there is */
    for (size_t i = 2; i < 40; i++)
        counts[i] = counts[i - 1] + counts[i - 2];
    for (unsigned longest = 7; longest <= HUFFMAN_LONGEST; longest++)
        for (size_t n = 2; n <= 40; n++) {
            struct huffman huffman;
            huffman_make(&huffman, counts, n, longest);
            assert_complete(&huffman, n, longest);
            for (size_t i = 1; i < n; i++)
                assert_true(huffman.lengths[i] <= huffman.lengths[i - 1]);
        }
}

static void a_lone_symbol_has_another_beside_it(void **state)
{
    (void)state;
    struct huffman huffman;
    huffman_make(&huffman, (const uint32_t[]){0, 0, 7, 0}, 4, 7);
    assert_int_equal(huffman.lengths[2], 1);
    assert_complete(&huffman, 4, 7);
    huffman_make(&huffman, (const uint32_t[]){0, 0, 0, 0}, 4, 7);
    assert_complete(&huffman, 4, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_comes_back),
        cmocka_unit_test(little_comes_back),
        cmocka_unit_test(wide_rows_come_back),
        cmocka_unit_test(noise_comes_back),
        cmocka_unit_test(a_plain_ground_comes_back),
        cmocka_unit_test(text_takes_less_than_what_knows_no_rows),
        cmocka_unit_test(codes_fit_and_leave_no_gap),
        cmocka_unit_test(a_lone_symbol_has_another_beside_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
