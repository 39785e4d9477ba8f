/* Digests are the same on every machine and however the bytes come. */
#include "scratch.h"

#include "base/digest.h"

/* As xxhsum, the program of xxHash's authors, prints it (xxhsum -H2). */
static void digests_are_as_xxhash_has_them(void **state)
{
    (void)state;
    static const char *const known[][2] = {{"", "99aa06d3014798d86001c324468d497f"},
                                           {"a", "a96faf705af16834e6c632b61e964e1f"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *digest = digest_of_text(known[i][0]);
        assert_string_equal(digest, known[i][1]);
    }
}

static void pieces_make_the_digest_of_the_whole(void **state)
{
    (void)state;
    struct digest *digest = digest_new();
    digest_add(digest, "hand", 4);
    digest_add(digest, NULL, 0);
    digest_add(digest, "out", 3);
    g_autofree char *pieces = digest_end(digest);
    g_autofree char *whole = digest_of("handout", 7);
    assert_string_equal(pieces, whole);
}

static char *of_texts(const char *one, const char *other)
{
    struct digest *digest = digest_new();
    digest_add_text(digest, one);
    digest_add_text(digest, other);
    return digest_end(digest);
}

static void texts_have_ends(void **state)
{
    (void)state;
    g_autofree char *apart = of_texts("a", "bc"), *other = of_texts("ab", "c");
    g_autofree char *none = of_texts("a", NULL), *empty = of_texts("a", "");
    assert_string_not_equal(apart, other);
    assert_string_equal(none, empty);
}

static char *of_file(GBytes *bytes)
{
    struct digest *digest = digest_new();
    digest_add_file(digest, "name", bytes);
    return digest_end(digest);
}

static void an_empty_file_is_not_a_missing_one(void **state)
{
    (void)state;
    g_autoptr(GBytes) nothing = g_bytes_new(NULL, 0);
    g_autofree char *empty = of_file(nothing), *missing = of_file(NULL);
    assert_string_not_equal(empty, missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(digests_are_as_xxhash_has_them),
        scratch_test(pieces_make_the_digest_of_the_whole),
        scratch_test(texts_have_ends),
        scratch_test(an_empty_file_is_not_a_missing_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
