/*
 * The press: which files lie in the output directory after products succeed and fail. Painters are
 * made up, so that each page can be told to fail; what they paint is the page's title, behind the
 * mark by which screens are known.
 */
#include "paint/png_encode.h"
#include "publish/press.h"

#include "scratch.h"

#define FAILS "fails"

/* What a file of ours begins with, as far as png_made_here looks. */
#define MARK "iTXtSoftware\0\0\0\0\0handout"

static GBytes *paint_title(const struct paint_job *job)
{
    const struct page *page = job->layout->pages->pdata[job->page];
    if (strcmp(page->title, FAILS) == 0) {
        diag_report(job->diag, RULE_PNG, (struct pos){0}, "page '%s' fails", page->title);
        return NULL;
    }
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)MARK, sizeof MARK - 1);
    g_byte_array_append(bytes, (const guint8 *)page->title, (guint)strlen(page->title));
    return g_byte_array_free_to_bytes(bytes);
}

static const struct painter screens_painter = {
    .name = "made-up", .suffix = "png", .by_page = true, .paint = paint_title};
static const struct painter paper_painter = {
    .name = "made-up", .suffix = "pdf", .by_page = false, .paint = paint_title};
static const struct format screens = {
    .name = "screens", .folder = "lobby", .suffix = "", .painter = "made-up"};
static const struct format paper = {
    .name = "paper", .folder = "print", .suffix = "-large", .painter = "made-up"};

struct fixture {
    char *directory;
    struct diag *diag;
    struct report *report;
    struct press *press;
    gint done; /* products whose layout is no longer needed */
};

static void open_press(struct fixture *f)
{
    f->diag = diag_new(false);
    f->report = report_new();
    f->press = press_new(f->directory, f->diag);
}

static void close_press(struct fixture *f)
{
    report_free(f->report);
    diag_free(f->diag);
}

static int setup(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    f->directory = g_dir_make_tmp("handout-XXXXXX", NULL);
    open_press(f);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    close_press(f);
    scratch_remove(f->directory);
    g_free(f->directory);
    g_free(f);
    return 0;
}

static void count_done(void *user)
{
    g_atomic_int_inc(&((struct fixture *)user)->done);
}

/* A product with a page for each of the words of `titles`. */
static void add(struct fixture *f, const struct format *format, const struct painter *painter,
                const char *article, const char *titles)
{
    struct layout *layout = layout_new(NULL);
    g_auto(GStrv) words = g_strsplit(titles, " ", -1);
    for (char **word = words; *word; word++) {
        struct page *page = layout_add_page(layout, 100, 100);
        page->title = g_strdup(*word);
        page->slug = g_strdup(*word);
    }
    press_add(f->press, (struct product){.format = format,
                                         .painter = painter,
                                         .article = article,
                                         .layout = layout,
                                         .done = count_done,
                                         .user = f});
}

static void assert_says(const struct fixture *f, const char *name, const char *title)
{
    g_autofree char *path = g_build_filename(f->directory, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        fail_msg("there is no %s", name);
    assert_true(length >= sizeof MARK - 1);
    assert_string_equal(bytes + sizeof MARK - 1, title);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted, parted by spaces. */
static void assert_folder(const struct fixture *f, const char *folder, const char *names)
{
    g_autofree char *path = g_build_filename(f->directory, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        g_ptr_array_add(found, (char *)g_intern_string(name));
    g_ptr_array_sort(found, compare_names);
    g_ptr_array_add(found, NULL);
    g_autofree char *list = g_strjoinv(" ", (char **)found->pdata);
    assert_string_equal(list, names);
}

static void put(const struct fixture *f, const char *name, const char *bytes, gssize length)
{
    g_autofree char *path = g_build_filename(f->directory, name, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
    assert_true(g_file_set_contents(path, bytes, length, NULL));
}

static void screens_are_numbered_over_all_products(void **state)
{
    struct fixture *f = *state;
    add(f, &screens, &screens_painter, "a", "one two");
    add(f, &screens, &screens_painter, "b", "three");
    press_finish(f->press, f->report);
    assert_folder(f, "lobby", "001-one.png 002-two.png 003-three.png");
    assert_says(f, "lobby/003-three.png", "three");
    assert_int_equal(f->report->files->len, 3);
    assert_int_equal(f->done, 2);
}

static void a_file_for_the_whole_layout_tells_its_pages(void **state)
{
    struct fixture *f = *state;
    add(f, &paper, &paper_painter, "a", "one two");
    press_finish(f->press, f->report);
    assert_folder(f, "print", "a-large.pdf");
    const struct report_file *file = f->report->files->pdata[0];
    assert_true(g_str_has_suffix(file->path, "/print/a-large.pdf"));
    assert_int_equal(file->pages, 2);
    assert_int_equal(file->bytes, sizeof MARK - 1 + strlen("one"));
}

/* The state that a build with a failed screen leaves: the set before it, nothing of its own. */
static void assert_old_set(const struct fixture *f)
{
    assert_folder(f, "lobby", "001-old.png 002-older.png");
    assert_says(f, "lobby/001-old.png", "old");
    assert_int_equal(f->report->removed->len, 0);
}

static void make_old_set(struct fixture *f)
{
    add(f, &screens, &screens_painter, "a", "old older");
    press_finish(f->press, f->report);
    close_press(f);
    open_press(f);
}

static void one_failed_screen_keeps_the_old_set(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    add(f, &screens, &screens_painter, "a", "new fails");
    add(f, &paper, &paper_painter, "a", "paper");
    press_finish(f->press, f->report);
    assert_old_set(f);
    assert_says(f, "print/a-large.pdf", "paper");
    assert_int_equal(f->report->files->len, 1);
    assert_int_equal(diag_errors(f->diag), 1);
}

static void a_spoiled_set_keeps_the_old_one(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    add(f, &screens, &screens_painter, "a", "new");
    press_spoil(f->press, &screens, &screens_painter);
    press_finish(f->press, f->report);
    assert_old_set(f);
}

static void a_screen_that_cannot_be_written_keeps_the_old_set(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    g_autofree char *in_the_way = g_build_filename(f->directory, "lobby/002-no-such", NULL);
    assert_true(g_file_set_contents(in_the_way, "", 0, NULL));
    add(f, &screens, &screens_painter, "a", "new no-such/folder");
    press_finish(f->press, f->report);
    assert_int_equal(g_unlink(in_the_way), 0);
    assert_old_set(f);
    assert_int_equal(diag_exit_status(f->diag), 3);
}

static void only_our_own_stale_screens_are_removed(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    put(f, "lobby/002-staff.png", "a picture of the staff's", -1);
    put(f, "lobby/summer.png", MARK, sizeof MARK - 1);
    put(f, "lobby/12-menu.png", MARK, sizeof MARK - 1);
    put(f, "lobby/003-notes.txt", MARK, sizeof MARK - 1);
    add(f, &screens, &screens_painter, "a", "new");
    press_finish(f->press, f->report);
    assert_folder(f, "lobby", "001-new.png 002-staff.png 003-notes.txt 12-menu.png summer.png");
    assert_int_equal(f->report->removed->len, 2);
    assert_true(g_str_has_suffix(f->report->removed->pdata[0], "/001-old.png"));
}

static void products_without_screens_leave_the_lobby_alone(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    add(f, &paper, &paper_painter, "a", "paper");
    press_finish(f->press, f->report);
    assert_old_set(f);
}

/* Paper painted as pictures is a preview: numbered by itself, no set. */
static void previews_are_numbered_in_their_product(void **state)
{
    struct fixture *f = *state;
    struct painter preview = screens_painter;
    preview.name = "other";
    add(f, &paper, &preview, "a", "one two");
    add(f, &paper, &preview, "b", "one fails");
    press_finish(f->press, f->report);
    assert_folder(f, "print", "a-large-1.png a-large-2.png b-large-1.png");
}

static void two_products_cannot_be_one_file(void **state)
{
    struct fixture *f = *state;
    add(f, &paper, &paper_painter, "a", "first");
    add(f, &paper, &paper_painter, "a", "second");
    press_finish(f->press, f->report);
    assert_says(f, "print/a-large.pdf", "first");
    assert_int_equal(f->report->files->len, 1);
    assert_int_equal(diag_exit_status(f->diag), 1);
    assert_int_equal(f->done, 2);
}

static void a_long_queue_is_worked_off(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 100; i++) {
        g_autofree char *title = g_strdup_printf("s%d", i);
        add(f, &screens, &screens_painter, "a", title);
    }
    press_finish(f->press, f->report);
    assert_int_equal(f->done, 100);
    assert_int_equal(f->report->files->len, 100);
    assert_says(f, "lobby/100-s99.png", "s99");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(screens_are_numbered_over_all_products, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_for_the_whole_layout_tells_its_pages, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(one_failed_screen_keeps_the_old_set, setup, teardown),
        cmocka_unit_test_setup_teardown(a_spoiled_set_keeps_the_old_one, setup, teardown),
        cmocka_unit_test_setup_teardown(a_screen_that_cannot_be_written_keeps_the_old_set, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(only_our_own_stale_screens_are_removed, setup, teardown),
        cmocka_unit_test_setup_teardown(products_without_screens_leave_the_lobby_alone, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(previews_are_numbered_in_their_product, setup, teardown),
        cmocka_unit_test_setup_teardown(two_products_cannot_be_one_file, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_queue_is_worked_off, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
