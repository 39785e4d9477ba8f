/* What products came to, from build to build: of one process, and of others. */
#include "scratch.h"

#include "publish/shelf_note.h"
#include "publish/store.h"

/* Records that stay. */
#define MOST 1000

/* A build that makes the product by that key. A note is told to no file: who finds it again has
 * read none. */
static void make(const struct scratch *s, struct store *store, const char *name, const char *key)
{
    struct record *record = record_open(store, s->directory, name, false);
    struct stored *stored = stored_new();
    stored->note = g_new0(struct shelf_note, 1);
    record_put(record, "page", key, stored);
    record_close(record);
}

enum found { NOTHING, READ, REMEMBERED };

/* What another build finds of it. */
static enum found find(const struct scratch *s, struct store *store, const char *name,
                       const char *key, bool afresh)
{
    struct record *record = record_open(store, s->directory, name, afresh);
    const struct stored *stored = record_find(record, "page", key);
    enum found found = !stored ? NOTHING : stored->note ? REMEMBERED : READ;
    record_close(record);
    return found;
}

static void what_is_made_is_remembered_and_written(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    make(s, store, "a", "1");
    assert_int_equal(find(s, store, "a", "1", false), REMEMBERED);
    assert_int_equal(find(s, store, "a", "2", false), NOTHING);
    assert_int_equal(find(s, store, "b", "1", false), NOTHING);
    assert_int_equal(find(s, NULL, "a", "1", false), READ);
    assert_int_equal(find(s, store, "a", "1", true), NOTHING);
    assert_int_equal(find(s, NULL, "a", "1", false), READ); /* nothing was made afresh */
    store_free(store);
}

static void what_others_write_is_read(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    make(s, store, "a", "1");
    make(s, NULL, "a", "2");
    assert_int_equal(find(s, store, "a", "1", false), NOTHING);
    assert_int_equal(find(s, store, "a", "2", false), READ);
    g_free(scratch_write(s, "build/store/a", "torn", -1));
    assert_int_equal(find(s, store, "a", "2", false), NOTHING);
    store_free(store);
}

static void one_that_is_open_is_lent_to_nobody_else(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    make(s, store, "a", "1");
    struct record *record = record_open(store, s->directory, "a", false);
    const struct stored *lent = record_find(record, "page", "1");
    assert_int_equal(find(s, store, "a", "1", false), READ);
    make(s, store, "a", "2");
    assert_ptr_equal(record_find(record, "page", "1"), lent);
    record_close(record);
    assert_int_equal(find(s, store, "a", "2", false), READ);
    store_free(store);
}

static void what_nobody_opens_goes(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    make(s, store, "a", "1");
    for (int i = 0; i < 2; i++) {
        store_sweep(store);
        assert_int_equal(find(s, store, "a", "1", false), REMEMBERED);
    }
    store_sweep(store);
    store_sweep(store);
    assert_int_equal(find(s, store, "a", "1", false), READ);
    store_free(store);
}

static void as_many_stay_as_there_is_room_for(void **state)
{
    struct scratch *s = *state;
    struct store *store = store_new();
    for (int i = 0; i <= MOST; i++) {
        g_autofree char *name = g_strdup_printf("%d", i);
        make(s, store, name, "1");
        assert_int_equal(find(s, store, name, "1", false), i < MOST ? REMEMBERED : READ);
    }
    store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(what_is_made_is_remembered_and_written),
        scratch_test(what_others_write_is_read),
        scratch_test(one_that_is_open_is_lent_to_nobody_else),
        scratch_test(what_nobody_opens_goes),
        scratch_test(as_many_stay_as_there_is_room_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
