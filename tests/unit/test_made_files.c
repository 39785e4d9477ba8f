/* Which files were made: in order, each once, with what was said of it last. */
#include "scratch.h"

#include "base/file.h"
#include "base/intern.h"
#include "publish/made_files.h"

static void assert_told(struct made_range files, const char *text)
{
    g_autoptr(GString) told = g_string_new(NULL);
    for (guint i = 0; i < files.count; i++) {
        const struct made_file *file = &files.first[i];
        g_autofree char *path = made_file_path(file);
        g_autofree char *made = made_file_made(file);
        g_string_append_printf(told, "%s/%s=%s ", intern_text(file->name), path, made);
    }
    assert_string_equal(told->str, text);
}

static void files_stand_in_order(void **state)
{
    (void)state;
    struct made_files *files = made_files_new();
    assert_told(made_files_of(files, "a"), "");
    made_files_put(files, "b", "web/b", "1");
    made_files_put(files, "a", "web/a", "2");
    made_files_put(files, "b", "print/b", "3");
    assert_told(made_files_all(files), "a/web/a=2 b/print/b=3 b/web/b=1 ");
    assert_told(made_files_of(files, "b"), "b/print/b=3 b/web/b=1 ");
    made_files_put(files, "bb", "print/bb", "4");
    assert_told(made_files_of(files, "b"), "b/print/b=3 b/web/b=1 ");
    assert_told(made_files_of(files, "aa"), "");
    assert_told(made_files_of(files, "c"), "");
    made_files_free(files);
}

static void the_last_word_counts(void **state)
{
    (void)state;
    struct made_files *files = made_files_new();
    made_files_put(files, "a", "x", "1");
    made_files_put(files, "a", "x", "2");
    assert_told(made_files_all(files), "a/x=2 ");
    made_files_put(files, "a", "x", "3");
    made_files_put(files, "a", "w", "4");
    made_files_put(files, "a", "w", "5");
    assert_told(made_files_all(files), "a/w=5 a/x=3 ");
    made_files_free(files);
}

static void what_is_told_again_is_no_change(void **state)
{
    (void)state;
    struct made_files *files = made_files_new();
    assert_true(made_files_put(files, "a", "x", "1"));
    assert_told(made_files_all(files), "a/x=1 ");
    assert_false(made_files_put(files, "a", "x", "1"));
    assert_true(made_files_put(files, "a", "x", "2"));
    made_files_free(files);
}

/* Of one article after the other, and of the first again when there are more of it. */
static void files_are_found_whichever_was_asked_for_before(void **state)
{
    (void)state;
    struct made_files *files = made_files_new();
    made_files_put(files, "a", "w", "1");
    made_files_put(files, "a", "y", "2");
    made_files_put(files, "c", "w", "3");
    assert_told(made_files_of(files, "a"), "a/w=1 a/y=2 ");
    assert_false(made_files_put(files, "a", "y", "2"));
    assert_false(made_files_put(files, "c", "w", "3"));
    assert_true(made_files_put(files, "a", "x", "4"));
    assert_true(made_files_put(files, "0", "x", "5"));
    assert_false(made_files_put(files, "c", "w", "3"));
    assert_told(made_files_of(files, "c"), "c/w=3 ");
    assert_told(made_files_of(files, "a"), "a/w=1 a/x=4 a/y=2 ");
    assert_false(made_files_put(files, "0", "x", "5"));
    assert_told(made_files_all(files), "0/x=5 a/w=1 a/x=4 a/y=2 c/w=3 ");
    made_files_free(files);
}

/* With a digest, without, with what is none, and no file any more. */
static void what_was_put_comes_back(void **state)
{
    (void)state;
    static const char *const made[] = {
        "facts:0123456789abcdef0123456789abcdef",
        ":0123456789abcdef0123456789abcdef",
        "facts:00000000000000000000000000000000",
        "facts:0123456789ABCDEF0123456789abcdef",
        "facts:0123456789abcdef0123456789abcdef0",
        "facts:0123456789abcdef:0123456789abcde",
        "facts:",
        "facts",
        "",
        NULL,
    };
    struct made_files *files = made_files_new();
    made_files_put(files, "a", "web/a.es.html", "before");
    struct made_file *file = made_files_all(files).first;
    for (size_t i = 0; i < G_N_ELEMENTS(made); i++) {
        made_file_set(file, made[i]);
        g_autofree char *back = made_file_made(file);
        if (made[i])
            assert_string_equal(back, made[i]);
        else
            assert_null(back);
        assert_false(made_files_put(files, "a", "web/a.es.html", made[i]));
    }
    made_files_free(files);
}

static void tell(void *user, FILE *out)
{
    fputs(user, out);
}

static void a_file_is_told_from_one_that_goes_on(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_path(s, "list");
    g_autoptr(GPtrArray) asides = g_ptr_array_new_with_free_func(file_aside_free);
    assert_false(file_holds_told(path, tell, (void *)"one\n"));
    g_ptr_array_add(asides, file_set_aside_told(path, tell, (void *)"one\n", s->diag));
    assert_true(file_place_all(asides, -1, s->diag));
    assert_true(file_holds_told(path, tell, (void *)"one\n"));
    assert_false(file_holds_told(path, tell, (void *)"one\ntwo\n"));
    assert_false(file_holds_told(path, tell, (void *)"one"));
    assert_false(file_holds_told(path, tell, (void *)"two\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_stand_in_order),
        cmocka_unit_test(the_last_word_counts),
        cmocka_unit_test(what_is_told_again_is_no_change),
        cmocka_unit_test(files_are_found_whichever_was_asked_for_before),
        cmocka_unit_test(what_was_put_comes_back),
        scratch_test(a_file_is_told_from_one_that_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
