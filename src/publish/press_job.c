#include "publish/press_job.h"

#include "publish/inlay.h"

#include <string.h>

bool press_job_is_by_page(const struct press_job *job)
{
    return job->maker.painter && job->maker.painter->by_page;
}

struct maker press_job_maker(const struct press_job *job, size_t file)
{
    bool own = file == 0 || press_job_is_by_page(job);
    return own ? job->maker : (struct maker){.painter = job->also};
}

char *press_job_name(const struct press_job *job, size_t page)
{
    if (press_job_is_by_page(job))
        return g_strdup_printf("%s/%s%s-%zu.%s", job->product->folder, job->stem,
                               job->product->suffix, page + 1, job->maker.painter->suffix);
    return product_file(job->product, press_job_maker(job, page), job->stem);
}

/* In one file. */
static unsigned count_pages(const struct press_job *job)
{
    if (!job->layout)
        return 0;
    return press_job_is_by_page(job) ? 1 : job->layout->pages->len;
}

/* Both sides of a sheet are printed where the product asks for it. */
static unsigned count_sheets(const struct press_job *job)
{
    unsigned pages = job->product->printing ? count_pages(job) : 0;
    return pages > 0 && job->layout->duplex != DUPLEX_NONE ? (pages + 1) / 2 : pages;
}

static const char *how_to_print(const struct press_job *job)
{
    const struct product *product = job->product;
    bool one_sided = count_pages(job) == 1 || (job->layout && job->layout->duplex == DUPLEX_NONE);
    return one_sided && product->one_sided ? product->one_sided : product->printing;
}

struct report_file press_job_file(const struct press_job *job, size_t file, char *path)
{
    return (struct report_file){.path = path,
                                .article = job->article,
                                .printing = how_to_print(job),
                                .format = job->product->name,
                                .again = file > 0 && !press_job_is_by_page(job),
                                .pages = count_pages(job),
                                .sheets = count_sheets(job)};
}

GBytes *press_job_write(const struct press_job *job, const struct style *style,
                        const GPtrArray *forms)
{
    struct inlay *inlay = inlay_new();
    const struct writing writing = {.document = job->document,
                                    .shared = job->shared,
                                    .style = style,
                                    .forms = forms,
                                    .languages = job->languages,
                                    .find_picture = inlay_find,
                                    .user = inlay};
    char *text = job->maker.writer->write(&writing);
    inlay_free(inlay);
    return g_bytes_new_take(text, strlen(text));
}

void press_job_count_sides(const struct press_job *job, GBytes *bytes, struct report_file *file)
{
    const struct writer *writer = job->maker.writer;
    if (!writer || !writer->count_pages)
        return;
    file->pages = writer->count_pages(g_bytes_get_data(bytes, NULL));
    file->sheets = (file->pages + 1) / 2;
}
