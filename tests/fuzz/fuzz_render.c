/*
 * Any words as a clinic's whole folder, made into every product. The input is the article; behind
 * lines that name them come clinic.yaml and style.yaml. Whatever is written, the build ends, says
 * what it says in printable words, and leaves no half of a file behind.
 */
#include "fuzz.h"
#include "publish/build.h"
#include "publish/keep.h"

#include <ftw.h>
#include <string.h>

/* A line that names a file; what is behind it is in that file. */
#define FILE_SIGN "\n%%% "

static char *content, *out;

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    g_assert_false(g_str_has_suffix(path, ".handout-half"));
    return remove(path);
}

static void remove_all(const char *directory)
{
    nftw(directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void forget_folders(void)
{
    remove_all(content);
    remove_all(out);
    g_free(content);
    g_free(out);
}

/* The same paths every time, as in fuzz_file. */
static void make_folders(void)
{
    g_free(fuzz_file((const uint8_t *)"", 0)); /* for the folder that it makes */
    if (!content) {
        content = g_strconcat(fuzz_directory, ".content", NULL);
        out = g_strconcat(fuzz_directory, ".out", NULL);
        atexit(forget_folders);
    }
    remove_all(content);
    remove_all(out);
    g_assert_cmpint(g_mkdir(content, 0700), ==, 0);
    g_assert_cmpint(g_mkdir(out, 0700), ==, 0);
}

static void write_file(const char *name, const char *start, const char *end)
{
    g_autofree char *path = g_build_filename(content, name, NULL);
    g_assert_true(g_file_set_contents(path, start, end - start, NULL));
}

/* The part behind the sign of that file, or nothing. */
static void write_part(const char *text, const char *end, const char *name)
{
    g_autofree char *sign = g_strconcat(FILE_SIGN, name, "\n", NULL);
    const char *start = g_strstr_len(text, end - text, sign);
    start = start ? start + strlen(sign) : end;
    const char *next = g_strstr_len(start, end - start, FILE_SIGN);
    write_file(name, start, next ? next : end);
}

static void write_folder(const char *text, const char *end)
{
    const char *sign = g_strstr_len(text, end - text, FILE_SIGN);
    make_folders();
    write_file("article.md", text, sign ? sign : end);
    write_part(text, end, "clinic.yaml");
    write_part(text, end, "style.yaml");
}

/* What a thread has for itself looks leaked while the thread ends: none does. */
static void keep_threads(void)
{
    g_thread_pool_set_max_unused_threads(-1);
    g_thread_pool_set_max_idle_time(0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct keep *keep;
    if (!keep) {
        keep_threads();
        keep = keep_new();
    }
    write_folder((const char *)data, (const char *)data + size);
    struct diag *diag = diag_new(false);
    struct report *report = report_new();
    const struct build_options options = {.content_dir = content,
                                          .out_dir = out,
                                          .fonts_path = "fonts/fonts.conf",
                                          .products = products,
                                          .publish = true,
                                          .keep = keep};
    build_run(&options, report, diag);
    fuzz_print(diag);
    g_autofree char *json = report_to_json(report, diag);
    g_assert_true(g_utf8_validate(json, -1, NULL));
    report_free(report);
    diag_free(diag);
    return 0;
}
