/* What is packed comes out as it went in, and what is torn is told. */
#include "scratch.h"

#include "base/digest.h"
#include "base/pack.h"
#include "base/paths.h"
#include "publish/store.h"

static struct unpacking open_packed(const GString *packed, size_t size)
{
    return (struct unpacking){.at = packed->str, .end = packed->str + size};
}

static GString *pack_some(void)
{
    GString *packed = g_string_new(NULL);
    pack_text(packed, "words");
    pack_number(packed, -3);
    pack_text(packed, NULL);
    pack_real(packed, 0.1);
    pack_text(packed, "");
    return packed;
}

static void all_comes_out_as_it_went_in(void **state)
{
    (void)state;
    g_autoptr(GString) packed = pack_some();
    struct unpacking from = open_packed(packed, packed->len);
    assert_string_equal(unpack_text(&from), "words");
    assert_int_equal(unpack_number(&from), -3);
    assert_null(unpack_text(&from));
    assert_true(unpack_real(&from) == 0.1);
    assert_string_equal(unpack_text(&from), "");
    assert_true(!from.torn && from.at == from.end);
    assert_int_equal(unpack_number(&from), 0);
    assert_true(from.torn);
}

static void what_is_torn_anywhere_is_told(void **state)
{
    (void)state;
    g_autoptr(GString) packed = pack_some();
    for (size_t size = 0; size < packed->len; size++) {
        g_autofree char *copy = g_memdup2(packed->str, size);
        struct unpacking from = {.at = copy, .end = copy + size};
        unpack_text(&from);
        unpack_number(&from);
        unpack_text(&from);
        unpack_real(&from);
        unpack_text(&from);
        assert_true(from.torn);
        assert_null(unpack_text(&from));
    }
}

static void a_length_that_is_none_is_torn(void **state)
{
    (void)state;
    static const gint64 lengths[] = {-2, G_MININT64, G_MAXINT64, G_MAXINT64 - 1, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        g_autoptr(GString) packed = g_string_new(NULL);
        pack_number(packed, lengths[i]);
        g_string_append(packed, "abc");
        struct unpacking from = open_packed(packed, packed->len);
        assert_null(unpack_text(&from));
        assert_true(from.torn);
    }
}

static struct stored *some_stored(const struct scratch *s)
{
    struct stored *stored = stored_new();
    g_autofree char *path = scratch_write(s, "print/a.pdf", "bytes", -1);
    struct report_file file = {.path = path,
                               .article = "a",
                               .format = "standard",
                               .again = true,
                               .pages = 3,
                               .bytes = 5,
                               .digest = "0123",
                               .screen = {.words = 7, .contrast = 4.5, .binding = "distance"}};
    struct diag *found = diag_new(false);
    diag_report(found, RULE_LEFT_OUT,
                (struct pos){.file = paths_number("a.md"), .line = 2, .col = 4}, "Words");
    stored_add_file(stored, &file);
    stored_add_stamp(stored, path);
    stored_add_findings(stored, found);
    diag_free(found);
    return stored;
}

static void keep(const struct scratch *s)
{
    struct record *record = record_open(NULL, s->directory, "a", false);
    record_put(record, "standard", "key", some_stored(s));
    record_put(record, "large", "other", stored_new());
    record_close(record);
}

static void a_record_tells_what_was_put_in(void **state)
{
    struct scratch *s = *state;
    keep(s);
    struct record *record = record_open(NULL, s->directory, "a", false);
    const struct stored *stored = record_find(record, "standard", "key");
    assert_non_null(stored);
    const struct report_file *file = stored->files->pdata[0];
    assert_true(g_str_has_suffix(file->path, "print/a.pdf"));
    assert_string_equal(file->article, "a");
    assert_string_equal(file->format, "standard");
    assert_string_equal(file->digest, "0123");
    assert_string_equal(file->screen.binding, "distance");
    assert_null(file->printing);
    assert_true(file->again && file->pages == 3 && file->sheets == 0 && file->bytes == 5);
    assert_true(file->screen.words == 7 && file->screen.contrast == 4.5);
    stored_tell_findings(stored, s->diag);
    assert_int_equal(diag_count_rule(s->diag, RULE_LEFT_OUT), 1);
    assert_non_null(record_find(record, "large", "other"));
    assert_null(record_find(record, "large", "key"));
    record_close(record);
}

static char *record_path(const struct scratch *s)
{
    return scratch_path(s, STORE_DIRECTORY "/a");
}

static bool is_known(const struct scratch *s)
{
    struct record *record = record_open(NULL, s->directory, "a", false);
    bool known = record_find(record, "standard", "key") != NULL;
    record_close(record);
    return known;
}

static void a_record_that_is_torn_or_of_another_kind_is_none(void **state)
{
    struct scratch *s = *state;
    keep(s);
    g_autofree char *path = record_path(s), *whole = NULL;
    gsize size;
    assert_true(g_file_get_contents(path, &whole, &size, NULL));
    assert_true(is_known(s));
    for (gsize left = 0; left < size; left += 7) {
        assert_true(g_file_set_contents(path, whole, (gssize)left, NULL));
        assert_false(is_known(s));
    }
    whole[DIGEST_DIGITS + 8] ^= 1; /* the kind, behind a checksum that fits */
    g_autoptr(GBytes) rest = g_bytes_new_static(whole + DIGEST_DIGITS, size - DIGEST_DIGITS);
    g_autofree char *sum = digest_of_bytes(rest);
    memcpy(whole, sum, DIGEST_DIGITS);
    assert_true(g_file_set_contents(path, whole, (gssize)size, NULL));
    assert_false(is_known(s));
}

/* What a store keeps is what lies there; what another has written since is read. */
static void a_record_that_stays_is_the_one_that_lies_there(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    struct record *first = record_open(store, s->directory, "a", false);
    record_put(first, "standard", "key", some_stored(s));
    record_close(first);
    assert_true(is_known(s));
    struct record *again = record_open(store, s->directory, "a", false);
    assert_ptr_equal(again, first);
    assert_non_null(record_find(again, "standard", "key"));
    record_close(again);
    g_autofree char *path = record_path(s);
    assert_true(g_file_set_contents(path, "torn", -1, NULL));
    again = record_open(store, s->directory, "a", false);
    assert_null(record_find(again, "standard", "key"));
    record_close(again);
    store_sweep(store);
    store_sweep(store);
    store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_comes_out_as_it_went_in),
        cmocka_unit_test(what_is_torn_anywhere_is_told),
        cmocka_unit_test(a_length_that_is_none_is_torn),
        scratch_test(a_record_tells_what_was_put_in),
        scratch_test(a_record_that_is_torn_or_of_another_kind_is_none),
        scratch_test(a_record_that_stays_is_the_one_that_lies_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
