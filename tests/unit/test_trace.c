/*
 * The trace painter: the text that goldens are made of.
 */
#include "paint/painter.h"

#include "paint_sample.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct fixture {
    struct element *root, *heading, *link;
    struct face face;
    struct layout *layout;
    struct page *page;
};

static int setup(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    f->root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    f->heading = element_new(f->root, ROLE_H1, (struct pos){0});
    f->link = element_new(f->root, ROLE_LINK, (struct pos){0});
    f->link->as.link.uri = g_strdup("https://example.org/?q=\"a\"");
    f->face.name = (char *)"Andika-Bold";
    f->layout = layout_new(f->root);
    f->layout->title = g_strdup("Sleep");
    f->layout->lang = g_strdup("en-GB");
    f->page = layout_add_page(f->layout, 612, 792);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    layout_free(f->layout);
    element_free(f->root);
    g_free(f);
    return 0;
}

static void assert_trace(const struct fixture *f, const char *wanted)
{
    struct paint_job job = {.layout = f->layout};
    g_autoptr(GBytes) bytes = painter_trace.paint(&job);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autofree char *found = g_strndup(data, length);
    assert_string_equal(found, wanted);
}

static struct item run_item(const struct fixture *f, const char *text)
{
    struct item item = {.kind = ITEM_RUN, .element = f->heading};
    item.as.run = (struct run){.face = &f->face,
                               .size = 14.837,
                               .x = 72,
                               .baseline = 101.254,
                               .color = sample_ink,
                               .text = g_ref_string_new(text)};
    return item;
}

static void runs_tell_place_face_color_owner_and_words(void **state)
{
    struct fixture *f = *state;
    page_add(f->page, run_item(f, "Sleep \"well\""));
    struct item footer = run_item(f, "Page 1");
    footer.element = NULL;
    footer.artifact = ARTIFACT_FOOTER;
    page_add(f->page, footer);
    assert_trace(f, "layout en-GB \"Sleep\"\n"
                    "\n"
                    "page 612.00 792.00 \"1\"\n"
                    "run 72.00 101.25 14.84 Andika-Bold #1a1a1a H1#2 \"Sleep \\\"well\\\"\"\n"
                    "run 72.00 101.25 14.84 Andika-Bold #1a1a1a artifact:footer \"Page 1\"\n");
}

static void unseen_characters_are_spelled_out(void **state)
{
    struct fixture *f = *state;
    struct item item = run_item(f, "a\u200Db\u202Ec\u2028שלום\\");
    item.as.run.rtl = true;
    page_add(f->page, item);
    assert_trace(f, "layout en-GB \"Sleep\"\n"
                    "\n"
                    "page 612.00 792.00 \"1\"\n"
                    "run 72.00 101.25 14.84 Andika-Bold #1a1a1a H1#2 rtl "
                    "\"a\\u{200D}b\\u{202E}c\\u{2028}שלום\\\\\"\n");
}

static void marks_pictures_and_links_have_boxes(void **state)
{
    struct fixture *f = *state;
    struct image image = {.width_px = 640, .height_px = 480};
    sample_rect(f->page, (struct rect){-0.001, 10, 20, 0.5}, sample_accent);
    struct item picture = {.kind = ITEM_IMAGE, .element = f->heading, .box = {1, 2, 3, 4}};
    picture.as.image = &image;
    f->heading->alt = g_strdup("A bed");
    page_add(f->page, picture);
    page_add(f->page,
             (struct item){.kind = ITEM_LINK, .element = f->link, .box = {72, 90, 33.333, 12}});
    assert_trace(f, "layout en-GB \"Sleep\"\n"
                    "\n"
                    "page 612.00 792.00 \"1\"\n"
                    "fill 0.00 10.00 20.00 0.50 #0b5563 artifact:layout 5 segments\n"
                    "image 1.00 2.00 3.00 4.00 640x480 H1#2 \"A bed\"\n"
                    "link 72.00 90.00 33.33 12.00 Link#3 \"https://example.org/?q=\\\"a\\\"\"\n");
}

static void screens_tell_ground_slug_and_title(void **state)
{
    struct fixture *f = *state;
    f->page->filled = true;
    f->page->ground = sample_ground;
    f->page->slug = g_strdup("sleep");
    f->page->title = g_strdup("Sleep well");
    f->page->label = g_strdup("cover");
    assert_trace(f, "layout en-GB \"Sleep\"\n"
                    "\n"
                    "page 612.00 792.00 \"cover\" #ffffff sleep \"Sleep well\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(runs_tell_place_face_color_owner_and_words, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(unseen_characters_are_spelled_out, setup, teardown),
        cmocka_unit_test_setup_teardown(marks_pictures_and_links_have_boxes, setup, teardown),
        cmocka_unit_test_setup_teardown(screens_tell_ground_slug_and_title, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
