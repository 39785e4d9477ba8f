/* The sample layout, painted: what the tests of the PDF painter start from. */
#ifndef HANDOUT_TESTS_PDF_FIXTURE_H
#define HANDOUT_TESTS_PDF_FIXTURE_H

#include "paint/painter.h"

#include "pdf_sample.h"
#include "pdf_text.h"

struct fixture {
    struct diag *diag;
    struct sample *sample;
};

static inline int setup(void **state)
{
    g_unsetenv("SOURCE_DATE_EPOCH");
    struct fixture *f = g_new0(struct fixture, 1);
    f->diag = diag_new(false);
    f->sample = sample_new();
    *state = f;
    return 0;
}

static inline int teardown(void **state)
{
    struct fixture *f = *state;
    diag_free(f->diag);
    sample_free(f->sample);
    g_free(f);
    return 0;
}

static inline GBytes *paint(struct fixture *f)
{
    struct paint_job job = {.layout = f->sample->layout, .diag = f->diag};
    return painter_pdf.paint(&job);
}

static inline char *paint_text(struct fixture *f)
{
    g_autoptr(GBytes) bytes = paint(f);
    diag_print(f->diag, stderr);
    assert_non_null(bytes);
    return unpack(bytes);
}

#endif
