/*
 * The press: which files lie in the output directory after products succeed and fail. Painters are
 * made up, so that each page can be told to fail; what they paint is the page's title.
 */
#include "base/intern.h"
#include "publish/folder_parts.h"
#include "publish/press.h"

#include "scratch.h"

#define FAILS "fails"

static GBytes *paint_title(const struct paint_job *job)
{
    const struct page *page = job->layout->pages->pdata[job->page];
    if (strcmp(page->title, FAILS) == 0) {
        diag_report(job->diag, RULE_PNG, (struct pos){0}, "page '%s' fails", page->title);
        return NULL;
    }
    return g_bytes_new(page->title, strlen(page->title));
}

static const struct painter screens_painter = {
    .name = "made-up", .suffix = "png", .mark = "", .by_page = true, .paint = paint_title};
static const struct painter paper_painter = {
    .name = "made-up", .suffix = "pdf", .mark = "", .by_page = false, .paint = paint_title};
static const struct product screens = {
    .name = "screens", .folder = "lobby", .suffix = "", .painter = &screens_painter};
static const struct product paper = {
    .name = "paper", .folder = "print", .suffix = "-large", .painter = &paper_painter};
static const struct product listed = {
    .name = "page", .folder = "web", .suffix = "", .painter = &paper_painter, .listed = true};

struct fixture {
    char *directory;
    struct diag *diag;
    struct report *report;
    struct wall *wall;
    struct tasks *tasks;
    struct press *press;
    struct keep *keep;
    struct cycle_setup show;
    struct party *party; /* of what is added; NULL: of none */
    gint made;           /* products that nobody reads the words of any more */
    gint done;           /* those of them that are no longer needed at all */
};

static void open_press(struct fixture *f)
{
    f->diag = diag_new(false);
    f->report = report_new();
    f->keep = keep_new();
    f->wall = wall_new(&(struct wall_setup){
        .out_dir = f->directory, .show = f->show, .keep = f->keep, .diag = f->diag});
    f->tasks = tasks_new(2);
    f->press = press_new(&(struct press_setup){
        .tasks = f->tasks, .out_dir = f->directory, .wall = f->wall, .diag = f->diag});
}

static void close_press(struct fixture *f)
{
    report_free(f->report);
    tasks_free(f->tasks);
    wall_free(f->wall);
    diag_free(f->diag);
    keep_free(f->keep);
}

static void load_show(struct fixture *f)
{
    struct diag *diag = diag_new(false);
    g_autofree char *path = g_build_filename(f->directory, "clinic.yaml", NULL);
    assert_true(g_file_set_contents(path, "name: A clinic\n", -1, NULL));
    GHashTable *labels =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)labels_free);
    g_hash_table_insert(labels, (gpointer) "en",
                        labels_load("content/labels", "en", (struct pos){0}, diag));
    f->show = (struct cycle_setup){.style = style_load("no such file", diag),
                                   .clinic = clinic_load(path, diag),
                                   .labels = labels};
    assert_int_equal(diag_errors(diag), 0);
    diag_free(diag);
}

static int setup(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    f->directory = g_dir_make_tmp("handout-XXXXXX", NULL);
    load_show(f);
    open_press(f);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    close_press(f);
    style_free((struct style *)f->show.style);
    clinic_free((struct clinic *)f->show.clinic);
    g_hash_table_unref(f->show.labels);
    scratch_remove(f->directory);
    g_free(f->directory);
    g_free(f);
    return 0;
}

static void count_made(void *user)
{
    g_atomic_int_inc(&((struct fixture *)user)->made);
}

static void count_done(void *user)
{
    struct fixture *f = user;
    g_atomic_int_inc(&f->done);
    assert_true(g_atomic_int_get(&f->made) >= g_atomic_int_get(&f->done));
}

/* One without words, which all products are made of. */
static const struct document *plain_document(const struct fixture *f)
{
    static struct document document;
    if (!document.root) {
        document.title = g_strdup("A title");
        document.lang = g_strdup("en");
        document.blocks = g_ptr_array_new();
        document.root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    }
    document.labels = g_hash_table_lookup(f->show.labels, "en");
    return &document;
}

/* A product with a page for each of the words of `titles`. */
static void add(struct fixture *f, const struct product *product, const struct painter *painter,
                const char *article, const char *titles)
{
    static const struct schedule always = {0};
    struct layout *layout = layout_new(NULL);
    layout->lang = g_strdup("en");
    layout->title = g_strdup("A title");
    g_auto(GStrv) words = g_strsplit(titles, " ", -1);
    for (char **word = words; *word; word++) {
        struct page *page = layout_add_page(layout, 100, 100);
        page->title = g_strdup(*word);
        page->slug = g_strdup(*word);
    }
    press_add(f->press, (struct press_job){.product = product,
                                           .maker = {.painter = painter},
                                           .article = article,
                                           .stem = article,
                                           .schedule = &always,
                                           .document = plain_document(f),
                                           .layout = layout,
                                           .party = f->party,
                                           .made = count_made,
                                           .done = count_done,
                                           .user = f});
}

/* The file's name without the hash that screens bear. */
static char *plain_name(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, ".", -1);
    bool hashed = g_strv_length(parts) == 3 && strlen(parts[1]) == 12;
    return hashed ? g_strdup_printf("%s.%s", parts[0], parts[2]) : g_strdup(name);
}

/* The files in a folder: plain name -> path. Of the show only its screens. */
static GHashTable *list(const struct fixture *f, const char *folder)
{
    g_autofree char *path = g_build_filename(f->directory, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, ".png") || g_str_has_suffix(name, ".pdf"))
            g_hash_table_insert(found, plain_name(name), g_build_filename(path, name, NULL));
    return found;
}

static void assert_says(const struct fixture *f, const char *folder, const char *name,
                        const char *title)
{
    g_autoptr(GHashTable) files = list(f, folder);
    const char *path = g_hash_table_lookup(files, name);
    g_autofree char *bytes = NULL;
    if (!path || !g_file_get_contents(path, &bytes, NULL, NULL))
        fail_msg("there is no %s", name);
    assert_string_equal(bytes, title);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted, parted by spaces. */
static void assert_folder(const struct fixture *f, const char *folder, const char *names)
{
    g_autoptr(GHashTable) files = list(f, folder);
    guint n;
    g_autofree char **found = (char **)g_hash_table_get_keys_as_array(files, &n);
    qsort(found, n, sizeof *found, compare_names);
    g_autofree char *line = g_strjoinv(" ", found);
    assert_string_equal(line, names);
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
    assert_says(f, "lobby", "003-three.png", "three");
    assert_int_equal(report_files_count(f->report->files), 3);
    assert_int_equal(f->done, 2);
}

static void a_file_for_the_whole_layout_tells_its_pages(void **state)
{
    struct fixture *f = *state;
    add(f, &paper, &paper_painter, "a", "one two");
    press_finish(f->press, f->report);
    assert_folder(f, "print", "a-large.pdf");
    const struct report_file *file = report_files_at(f->report->files, 0);
    assert_true(g_str_has_suffix(file->path, "/print/a-large.pdf"));
    assert_int_equal(file->pages, 2);
    assert_int_equal(file->bytes, strlen("one"));
}

/* The state that a build with a failed screen leaves: the set before it, nothing of its own. */
static void assert_old_set(const struct fixture *f)
{
    assert_folder(f, "lobby", "001-old.png 002-older.png");
    assert_says(f, "lobby", "001-old.png", "old");
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
    assert_says(f, "print", "a-large.pdf", "paper");
    assert_int_equal(report_files_count(f->report->files), 1);
    assert_int_equal(diag_errors(f->diag), 1);
}

static void a_spoiled_set_keeps_the_old_one(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    add(f, &screens, &screens_painter, "a", "new");
    wall_spoil(f->wall);
    press_finish(f->press, f->report);
    assert_old_set(f);
}

static void a_screen_that_cannot_be_written_keeps_the_old_set(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    put(f, "lobby/player.css", "the staff's own", -1);
    g_autofree char *inventory = g_build_filename(f->directory, "lobby/.files", NULL);
    assert_int_equal(g_unlink(inventory), 0);
    add(f, &screens, &screens_painter, "a", "new");
    press_finish(f->press, f->report);
    assert_old_set(f);
    assert_int_equal(diag_exit_status(f->diag), 3);
}

static void a_list_cannot_reach_out_of_its_folder(void **state)
{
    struct fixture *f = *state;
    put(f, "outside", "somebody's", -1);
    put(f, "lobby/.files", "../outside\n", -1);
    g_autofree char *lobby = g_build_filename(f->directory, "lobby", NULL);
    g_autofree char *outside = g_build_filename(f->directory, "outside", NULL);
    folder_remove(lobby);
    press_finish(f->press, f->report);
    assert_true(g_file_test(outside, G_FILE_TEST_EXISTS));
}

static void what_is_not_ours_stays(void **state)
{
    struct fixture *f = *state;
    make_old_set(f);
    put(f, "lobby/002-staff.png", "a picture of the staff's", -1);
    put(f, "lobby/summer.png", "another", -1);
    put(f, "lobby/holidays/beach.png", "one in a folder", -1);
    add(f, &screens, &screens_painter, "a", "new");
    press_finish(f->press, f->report);
    assert_folder(f, "lobby", "001-new.png 002-staff.png summer.png");
    assert_folder(f, "lobby/holidays", "beach.png");
    assert_folder(f, ".lobby.previous", "001-old.png 002-older.png");
    assert_int_equal(f->report->removed->len, 4); /* with their captions */
    assert_non_null(strstr(f->report->removed->pdata[0], "/lobby/001-old."));
}

static void staffs_files_outlive_the_folder_before(void **state)
{
    struct fixture *f = *state;
    put(f, "lobby/summer.png", "a picture of the staff's", -1);
    for (int i = 0; i < 3; i++) {
        g_autofree char *title = g_strdup_printf("show%d", i);
        add(f, &screens, &screens_painter, "a", title);
        press_finish(f->press, f->report);
        close_press(f);
        open_press(f);
    }
    press_finish(f->press, f->report);
    assert_folder(f, "lobby", "001-show2.png summer.png");
    assert_folder(f, ".lobby.previous", "001-show1.png");
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
    assert_says(f, "print", "a-large.pdf", "first");
    assert_int_equal(report_files_count(f->report->files), 1);
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
    assert_int_equal(report_files_count(f->report->files), 100);
    assert_says(f, "lobby", "100-s99.png", "s99");
}

/* Else what is done would be put in place for the sake of what leads to it, a few files at a time.
 */
static void what_leads_to_others_is_not_queued(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 30; i++) {
        g_autofree char *name = g_strdup_printf("a%02d", i);
        f->party = press_open_party();
        add(f, &listed, &paper_painter, intern(name), "page");
        add(f, &paper, &paper_painter, intern(name), "first");
        press_close_party(f->press, g_steal_pointer(&f->party));
    }
    assert_folder(f, "print", "");
    press_finish(f->press, f->report);
    assert_int_equal(f->done, 60);
    assert_says(f, "print", "a29-large.pdf", "first");
    assert_says(f, "web", "a29.pdf", "page");
}

/* Of files that wait for others to be put in place with, no article is held in memory. */
static void words_are_let_go_of_before_files_are_in_place(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 30 && g_atomic_int_get(&f->made) == 0; i++) {
        g_autofree char *name = g_strdup_printf("a%02d", i);
        add(f, &paper, &paper_painter, intern(name), "words");
        g_usleep(20000);
    }
    assert_true(g_atomic_int_get(&f->made) > 0);
    assert_int_equal(f->done, 0);
    assert_folder(f, "print", "");
    press_finish(f->press, f->report);
    assert_int_equal(f->done, f->made);
    assert_says(f, "print", "a01-large.pdf", "words");
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
        cmocka_unit_test_setup_teardown(a_list_cannot_reach_out_of_its_folder, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_ours_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(staffs_files_outlive_the_folder_before, setup, teardown),
        cmocka_unit_test_setup_teardown(products_without_screens_leave_the_lobby_alone, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(previews_are_numbered_in_their_product, setup, teardown),
        cmocka_unit_test_setup_teardown(two_products_cannot_be_one_file, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_queue_is_worked_off, setup, teardown),
        cmocka_unit_test_setup_teardown(what_leads_to_others_is_not_queued, setup, teardown),
        cmocka_unit_test_setup_teardown(words_are_let_go_of_before_files_are_in_place, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
