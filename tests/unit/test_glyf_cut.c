/*
 * TrueType programs beside those that HarfBuzz cuts: of faces of many scripts, for many sets of
 * glyphs.
 */
#include "paint/pdf/glyf_cut.h"

#include <hb-subset.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const files[] = {
    "andika/Andika-Regular.ttf",         "andika/Andika-Bold.ttf",
    "noto/NotoSans-Regular.ttf",         "noto/NotoSansMono-Regular.ttf",
    "noto/NotoSansArabic-Regular.ttf",   "noto/NotoSansHebrew-Regular.ttf",
    "noto/NotoSansDevanagari-Bold.ttf",  "noto/NotoSansThai-Regular.ttf",
    "noto/NotoSansKhmer-Regular.ttf",    "noto/NotoSansEthiopic-Regular.ttf",
    "noto/NotoNastaliqUrdu-Regular.ttf", "noto/NotoSansMath-Regular.ttf",
    "noto/NotoSansSymbols2-Regular.ttf",
};

/* Longer programs are left to HarfBuzz. [bytes] */
#define MOST 0x1FFFF

#define TABLES                                                                                     \
    "head"                                                                                         \
    "hhea"                                                                                         \
    "hmtx"                                                                                         \
    "maxp"                                                                                         \
    "loca"                                                                                         \
    "glyf"

static hb_face_t *open_face(const char *name)
{
    g_autofree char *path = g_build_filename("/usr/share/fonts/truetype", name, NULL);
    hb_blob_t *file = hb_blob_create_from_file_or_fail(path);
    if (!file)
        fail_msg("no file %s", path);
    hb_face_t *face = hb_face_create(file, 0);
    hb_blob_destroy(file);
    return face;
}

static hb_blob_t *lend_table(hb_face_t *thin, hb_tag_t tag, void *face)
{
    char name[5] = {0};
    (void)thin;
    hb_tag_to_string(tag, name);
    const char *at = tag ? strstr(TABLES, name) : NULL;
    return at && (at - TABLES) % 4 == 0 ? hb_face_reference_table(face, tag) : NULL;
}

/* What HarfBuzz makes of the same, and its numbers. */
static hb_blob_t *cut_by_harfbuzz(hb_face_t *face, const GArray *wanted, hb_map_t **numbers)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    for (guint i = 0; i < wanted->len; i++)
        hb_set_add(hb_subset_input_glyph_set(input), g_array_index(wanted, uint32_t, i));
    hb_face_t *thin = hb_face_create_for_tables(lend_table, face, NULL);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(thin, input);
    hb_face_t *subset = hb_subset_plan_execute_or_fail(plan);
    hb_blob_t *file = hb_face_reference_blob(subset);
    *numbers = hb_map_copy(hb_subset_plan_new_to_old_glyph_mapping(plan));
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    hb_face_destroy(thin);
    hb_subset_input_destroy(input);
    return file;
}

static void assert_cut_alike(hb_face_t *face, const GArray *wanted, const char *name)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    hb_map_t *known;
    hb_blob_t *ours = glyf_cut(face, wanted, numbers);
    hb_blob_t *theirs = cut_by_harfbuzz(face, wanted, &known);
    guint size = 0, known_size;
    const char *data = ours ? hb_blob_get_data(ours, &size) : NULL;
    const char *known_data = hb_blob_get_data(theirs, &known_size);
    bool left = !ours && known_size > MOST;
    if (!ours && !left)
        fail_msg("%s is not cut", name);
    if (!left && (size != known_size || memcmp(data, known_data, size) != 0))
        fail_msg("%s: %u glyphs are cut in another way", name, wanted->len);
    for (guint i = 0; !left && i < numbers->len; i++)
        assert_int_equal(g_array_index(numbers, uint32_t, i), hb_map_get(known, i));
    hb_map_destroy(known);
    hb_blob_destroy(ours);
    hb_blob_destroy(theirs);
}

static GArray *pick(GRand *chance, guint glyphs, guint n)
{
    GArray *wanted = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < n; i++) {
        uint32_t glyph = (uint32_t)g_rand_int_range(chance, 0, (gint32)glyphs);
        g_array_append_val(wanted, glyph);
    }
    return wanted;
}

static void test_cut_as_harfbuzz_does(void **state)
{
    (void)state;
    static const guint counts[] = {1, 2, 5, 20, 60, 200, 1000};
    GRand *chance = g_rand_new_with_seed(1);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        hb_face_t *face = open_face(files[i]);
        guint glyphs = hb_face_get_glyph_count(face);
        for (size_t n = 0; n < 8 * G_N_ELEMENTS(counts); n++) {
            g_autoptr(GArray) wanted = pick(chance, glyphs, counts[n % G_N_ELEMENTS(counts)]);
            assert_cut_alike(face, wanted, files[i]);
        }
        hb_face_destroy(face);
    }
    g_rand_free(chance);
}

/* Every glyph alone, so that each way of being made is met. */
static void test_each_glyph(void **state)
{
    (void)state;
    hb_face_t *face = open_face(files[0]);
    for (uint32_t glyph = 0; glyph < hb_face_get_glyph_count(face); glyph += 3) {
        g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof glyph);
        g_array_append_val(wanted, glyph);
        assert_cut_alike(face, wanted, files[0]);
    }
    hb_face_destroy(face);
}

/* A face whose bytes are not what they should be is left to HarfBuzz, and nothing is read beyond
 * them. */
static void test_broken_faces(void **state)
{
    (void)state;
    g_autofree char *path =
        g_build_filename("/usr/share/fonts/truetype", "noto/NotoSansThai-Regular.ttf", NULL);
    g_autofree char *good = NULL;
    gsize size;
    assert_true(g_file_get_contents(path, &good, &size, NULL));
    GRand *chance = g_rand_new_with_seed(2);
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (int i = 0; i < 300; i++) {
        g_autofree char *bad = g_memdup2(good, size);
        for (int n = 0; n < 200; n++)
            bad[g_rand_int_range(chance, 0, (gint32)size)] = (char)g_rand_int(chance);
        hb_blob_t *file = hb_blob_create(bad, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
        hb_face_t *face = hb_face_create(file, 0);
        g_autoptr(GArray) wanted = pick(chance, 150, 100);
        hb_blob_destroy(glyf_cut(face, wanted, numbers));
        hb_face_destroy(face);
        hb_blob_destroy(file);
    }
    g_rand_free(chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_as_harfbuzz_does),
        cmocka_unit_test(test_each_glyph),
        cmocka_unit_test(test_broken_faces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
