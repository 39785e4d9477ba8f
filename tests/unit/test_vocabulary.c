/* What is known of words is found again, of each owner its own, and never grows without end. */
#include "scratch.h"

#include "layout/vocabulary.h"

static const int one, other;

static void know(struct vocabulary *vocabulary, const void *owner, const char *word, int number)
{
    *(int *)vocabulary_add(vocabulary, owner, word, strlen(word), sizeof number) = number;
}

/* -1: nothing is known. */
static int known(const struct vocabulary *vocabulary, const void *owner, const char *word)
{
    const int *number = vocabulary_find(vocabulary, owner, word, strlen(word));
    return number ? *number : -1;
}

static void each_owner_finds_its_own(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    know(vocabulary, &one, "flu", 1);
    know(vocabulary, &other, "flu", 2);
    know(vocabulary, NULL, "flu ", 3);
    assert_int_equal(known(vocabulary, &one, "flu"), 1);
    assert_int_equal(known(vocabulary, &other, "flu"), 2);
    assert_int_equal(known(vocabulary, NULL, "flu "), 3);
    assert_int_equal(known(vocabulary, NULL, "flu"), -1);
    assert_int_equal(known(vocabulary, &one, "flu "), -1);
    assert_int_equal(known(vocabulary, &one, "fl"), -1);
    vocabulary_free(vocabulary);
}

/* FNV-1a makes the same of both words, and of owners of which only the lower half counts. */
static void what_hashes_alike_is_told_apart(void **state)
{
    (void)state;
    const void *far = (const void *)((uintptr_t)1 << 32);
    struct vocabulary *vocabulary = vocabulary_new();
    know(vocabulary, NULL, "declinate", 1);
    assert_int_equal(known(vocabulary, NULL, "macallums"), -1);
    assert_int_equal(known(vocabulary, far, "declinate"), -1);
    know(vocabulary, NULL, "macallums", 2);
    know(vocabulary, far, "declinate", 3);
    assert_int_equal(known(vocabulary, NULL, "declinate"), 1);
    assert_int_equal(known(vocabulary, NULL, "macallums"), 2);
    assert_int_equal(known(vocabulary, far, "declinate"), 3);
    vocabulary_free(vocabulary);
}

static void many_words_are_found(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    for (int i = 0; i < 5000; i++) {
        g_autofree char *word = g_strdup_printf("word%d", i);
        know(vocabulary, &one, word, i);
    }
    for (int i = 0; i < 5000; i++) {
        g_autofree char *word = g_strdup_printf("word%d", i);
        assert_int_equal(known(vocabulary, &one, word), i);
    }
    vocabulary_free(vocabulary);
}

static void note(const char *word, size_t length, const void *number, size_t size, void *data)
{
    assert_int_equal(size, sizeof(int));
    g_string_append_printf(data, "%.*s=%d ", (int)length, word, *(const int *)number);
}

static void the_words_of_an_owner_are_listed_in_order(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    g_autoptr(GString) list = g_string_new(NULL);
    know(vocabulary, &one, "b", 2);
    know(vocabulary, &one, "ab", 1);
    know(vocabulary, &other, "c", 3);
    know(vocabulary, &one, "a", 0);
    vocabulary_each(vocabulary, &one, note, list);
    assert_string_equal(list->str, "a=0 ab=1 b=2 ");
    vocabulary_free(vocabulary);
}

/* Only where it says so: what was lent meanwhile stays. */
static void all_is_forgotten_when_it_is_too_much(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    know(vocabulary, &one, "kept", 1);
    vocabulary_trim(vocabulary);
    assert_int_equal(known(vocabulary, &one, "kept"), 1);
    vocabulary_add(vocabulary, &one, "huge", strlen("huge"), 4 * 1024 * 1024);
    assert_int_equal(known(vocabulary, &one, "kept"), 1);
    vocabulary_trim(vocabulary);
    assert_int_equal(known(vocabulary, &one, "kept"), -1);
    know(vocabulary, &one, "new", 2);
    vocabulary_trim(vocabulary);
    assert_int_equal(known(vocabulary, &one, "new"), 2);
    vocabulary_free(vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_owner_finds_its_own),
        cmocka_unit_test(what_hashes_alike_is_told_apart),
        cmocka_unit_test(many_words_are_found),
        cmocka_unit_test(the_words_of_an_owner_are_listed_in_order),
        cmocka_unit_test(all_is_forgotten_when_it_is_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
