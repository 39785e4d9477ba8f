/*
 * Sums up the screens of each article. Awkward: those of how to reach the clinic come several times
 * in one round, so an article's screens need not stand together.
 */
#include "publish/report_screens.h"

/* All screens of an article. */
struct sum {
    const char *article;
    char *folder;
    unsigned screens, seconds;
    gsize bytes;
    double cap_mm, contrast; /* the least of them */
};

static void sum_clear(void *data)
{
    g_free(((struct sum *)data)->folder);
}

static struct sum *find_sum(GArray *sums, const struct report_file *file)
{
    for (guint i = 0; i < sums->len; i++) {
        struct sum *sum = &g_array_index(sums, struct sum, i);
        if (sum->article == file->article)
            return sum;
    }
    struct sum sum = {.article = file->article,
                      .folder = g_path_get_dirname(file->path),
                      .cap_mm = file->screen.cap_mm,
                      .contrast = file->screen.contrast};
    g_array_append_val(sums, sum);
    return &g_array_index(sums, struct sum, sums->len - 1);
}

/* A screen that has no letters, but a picture or a code alone, says 0 of them. */
static double least(double one, double other)
{
    if (one <= 0 || other <= 0)
        return MAX(one, other);
    return MIN(one, other);
}

static void add_file(GArray *sums, const struct report_file *file)
{
    struct sum *sum = find_sum(sums, file);
    sum->screens++;
    sum->seconds += file->screen.seconds;
    sum->bytes += file->bytes;
    sum->cap_mm = least(sum->cap_mm, file->screen.cap_mm);
    sum->contrast = least(sum->contrast, file->screen.contrast);
}

void report_print_screens(const struct report *report, FILE *out)
{
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(struct sum));
    g_array_set_clear_func(sums, sum_clear);
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        if (file->screen.seconds > 0)
            add_file(sums, file);
    }
    for (guint i = 0; i < sums->len; i++) {
        const struct sum *sum = &g_array_index(sums, struct sum, i);
        fprintf(out,
                "%s: %u screen%s of '%s', %.0f KB, %u min %02u s, letters from %.0f mm, contrast "
                "from %.1f\n",
                sum->folder, sum->screens, sum->screens == 1 ? "" : "s", sum->article,
                (double)sum->bytes / 1000, sum->seconds / 60, sum->seconds % 60, sum->cap_mm,
                sum->contrast);
    }
}
