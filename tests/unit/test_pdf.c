/*
 * The PDF painter, judged by the bytes of its files, with their streams unpacked and their objects
 * as plain text. Conformance is veraPDF's to judge, in the end-to-end tests.
 * HANDOUT_SAMPLE_PDF=FILE in the environment keeps the rich sample for looking at.
 */
#include "pdf_fixture.h"

#include "base/digest.h"

#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

static void test_file_is_whole(void **state)
{
    g_autoptr(GBytes) bytes = paint(*state);
    assert_non_null(bytes);
    size_t size = 0;
    const char *data = g_bytes_get_data(bytes, &size);
    assert_memory_equal(data, "%PDF-1.7\n%\xE2", strlen("%PDF-1.7\n%\xE2"));
    assert_memory_equal(data + size - 6, "%%EOF\n", 6);
    const char *keep = g_getenv("HANDOUT_SAMPLE_PDF");
    if (keep)
        assert_true(g_file_set_contents(keep, data, (gssize)size, NULL));
}

static void test_catalog(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/Lang (en-US)");
    assert_has(text, "/Marked true");
    assert_has(text, "/DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge");
    assert_has(text, "/PageMode /UseOutlines");
    assert_has(text, "/Nums[0<</S/D/St 1>>]");
    assert_has(text, "/S/GTS_PDFA1");
    assert_has(text, "<rdf:li xml:lang=\"x-default\">Your visit – a &lt;sample&gt; &amp; more<");
    assert_has(text, "<pdfaid:conformance>A<");
    assert_has(text, "<pdfuaid:part>1<");
    assert_has(text, "????????????acsp"); /* the date in the colour profile */
    assert_has(text, "/Producer (handout)");
    assert_int_equal(count(text, "/Tabs /S"), 2);
}

static void test_tags(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/S/Document/"), 1);
    assert_int_equal(count(text, "/S/LI/"), 4);
    assert_int_equal(count(text, "/ListNumbering/Disc"), 1);
    assert_int_equal(count(text, "/ListNumbering/Decimal"), 1);
    assert_int_equal(count(text, "/Scope/Column"), 2);
    assert_int_equal(count(text, "/Headers[(e"), 4);
    assert_has(text, "/Names[(e");
    assert_int_equal(count(text, "/Placement/Block/BBox["), 4);
    assert_has(text, "/Alt(QR code that leads to the clinic's page)");
    assert_has(text, "/ActualText(five five five, oh one hundred)");
    assert_has(text, "/Lang(ar)");
    assert_int_equal(count(text, "<</Type/MCR/Pg "), 1);
}

/* The empty cell stays, the empty paragraph goes. */
static void test_empty_elements(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/S/TD/"), 4);
    assert_int_equal(count(text, "/S/P/"), 3 + G_N_ELEMENTS(sample_languages));
}

static void test_links(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/URI (tel:+15550100)");
    assert_has(text, "/Contents (Call the clinic: 555 0100)");
    assert_has(text, "/F 4\n");
    assert_has(text, "/StructParent 2\n"); /* after the two pages */
    assert_int_equal(count(text, "<</Type/OBJR/Pg "), 1);
}

static void test_outline(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/S/GoTo/D["), 2);
    assert_int_equal(count(text, "]/SD["), 2);
    assert_int_equal(count(text, "/SE "), 2);
    assert_has(text, "/Title <FEFF004200650066006F00720065002020130020"); /* "Before – " */
}

static void test_marked_content_is_balanced(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "BDC\n"), count(text, "EMC\n"));
    assert_int_equal(count(text, "BT\n"), count(text, "ET\n"));
    assert_has(text, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC");
    assert_has(text, "/Artifact<</Type/Layout>>BDC");
}

static void test_words(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_has(text, "><D842DFB7>\n"); /* U+20BB7, one glyph */
    assert_has(text, "/ActualText<FEFF00780323"
                     "0301>>>BDC");                     /* x with two marks */
    assert_has(text, "/ActualText<FEFF00EA0301>>>BDC"); /* a precomposed glyph's other text */
    assert_has(text, "><006600660069>\n");              /* ffi, a ligature */
    assert_int_equal(count(text, "FFFD"), 0);
    assert_int_equal(count(text, "begincmap"), FACE_COUNT);
    assert_int_equal(count(text, "/CIDFontType0C"), 1);
}

/* Pango gives the space that ends a line no glyph: it must not become part of the last letter. */
static void test_space_at_line_end(void **state)
{
    struct fixture *f = *state;
    struct element *caption = sample_element(f->sample->root, ROLE_CAPTION);
    struct page *page = f->sample->layout->pages->pdata[1];
    sample_words(f->sample, page, caption, FACE_LATIN, SAMPLE_MARGIN, "ab ");
    struct run *run = &g_array_index(page->items, struct item, page->items->len - 1).as.run;
    run->width -= run->glyphs[--run->n_glyphs].advance;
    g_autofree char *text = paint_text(f);
    assert_int_equal(count(text, "/ActualText<FEFF0062"), 0);
    const char *shown = strstr(strstr(text, "/Caption<</MCID "), "[(");
    assert_non_null(shown);
    assert_int_equal(strcspn(shown + 2, ")"), 3 * 2);
}

/* Pango keeps a mark apart from its letter: they are spelled together. */
static void test_mark_apart(void **state)
{
    struct fixture *f = *state;
    struct page *page = f->sample->layout->pages->pdata[1];
    sample_words(f->sample, page, f->sample->root, FACE_LATIN, SAMPLE_MARGIN, "q\xCC\xA3");
    struct run *run = &g_array_index(page->items, struct item, page->items->len - 1).as.run;
    assert_int_equal(run->n_glyphs, 2);
    run->glyphs[1].cluster = 1;
    g_autofree char *text = paint_text(f);
    assert_has(text, "/ActualText<FEFF00710323>");
}

/* What pdftotext makes of the file, without its marks of direction. */
static char *read_back(GBytes *bytes)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("pdf-XXXXXX", &path, NULL);
    assert_true(file >= 0);
    close(file);
    assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL),
                                    (gssize)g_bytes_get_size(bytes), NULL));
    g_auto(GStrv) argv = g_strdupv((char *[]){(char *)"pdftotext", path, (char *)"-", NULL});
    g_autofree char *words = NULL;
    assert_true(
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, NULL));
    g_unlink(path);
    g_autoptr(GRegex) marks = g_regex_new("[\u202A-\u202E]", 0, 0, NULL);
    return g_regex_replace_literal(marks, words, -1, 0, "", 0, NULL);
}

static void test_words_read_back(void **state)
{
    g_autoptr(GBytes) bytes = paint(*state);
    g_autofree char *words = read_back(bytes);
    for (size_t i = 0; i < G_N_ELEMENTS(sample_languages); i++)
        assert_has(words, sample_languages[i].text);
}

static void test_image_is_stored_once(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/Subtype /Image"), 2);
    assert_int_equal(count(text, " Do Q\n"), 3);
}

/* Loading has judged the file; here its bytes are only passed on. */
static void test_jpeg_goes_in_as_it_is(void **state)
{
    struct fixture *f = *state;
    f->sample->photograph.jpeg = g_bytes_new_static("the file", 8);
    g_autofree char *colored = paint_text(f);
    assert_has(colored, "/ColorSpace /DeviceRGB\n/Width 4\n/Height 4\n/BitsPerComponent 8\n");
    assert_has(colored, "/Filter/DCTDecode/Length 8>>\nstream\r\nthe file\nendstream");
    assert_int_equal(count(colored, "/DeviceRGB"), 2);
    f->sample->photograph.jpeg_gray = true;
    g_autofree char *gray = paint_text(f);
    assert_has(gray, "/ColorSpace /DeviceGray\n");
    assert_int_equal(count(gray, "/DeviceRGB"), 1);
}

static void test_same_bytes(void **state)
{
    g_autoptr(GBytes) first = paint(*state);
    g_autoptr(GBytes) second = paint(*state);
    assert_true(g_bytes_equal(first, second));
    g_autofree char *text = unpack(first);
    assert_null(strstr(text, "/CreationDate"));
}

static gpointer paint_in_thread(gpointer fixture)
{
    return paint(fixture);
}

static void test_threads(void **state)
{
    g_autoptr(GBytes) alone = paint(*state);
    GThread *threads[4];
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("paint", paint_in_thread, *state);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autoptr(GBytes) bytes = g_thread_join(threads[i]);
        assert_true(g_bytes_equal(alone, bytes));
    }
}

/* The identifier, twice, is the digest of all that stands before its own object. */
static void test_identifier(void **state)
{
    g_autoptr(GBytes) bytes = paint(*state);
    size_t size = 0;
    const char *data = g_bytes_get_data(bytes, &size);
    const char *id = find(data, size, "/ID[<");
    size_t before = strtoul(find(data, size, "startxref\n") + strlen("startxref\n"), NULL, 10);
    g_autofree char *digest = digest_of(data, before);
    g_autofree char *twice = g_strdup_printf("/ID[<%s><%s>]", digest, digest);
    assert_non_null(id);
    assert_memory_equal(id, twice, strlen(twice));
}

static void test_dates(void **state)
{
    g_setenv("SOURCE_DATE_EPOCH", "1000000000", TRUE);
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/CreationDate (D:20010909014640Z)");
    assert_has(text, "<xmp:CreateDate>2001-09-09T01:46:40Z</xmp:CreateDate>");
}

/* A paragraph that a fold puts on the second page first is read in its own order. */
static void test_reading_order_over_pages(void **state)
{
    struct fixture *f = *state;
    struct element *across = sample_element(f->sample->root, ROLE_CODE);
    struct page *first = f->sample->layout->pages->pdata[0];
    struct page *second = f->sample->layout->pages->pdata[1];
    sample_words(f->sample, second, across, FACE_LATIN, SAMPLE_MARGIN, "begins here ");
    sample_words(f->sample, first, across, FACE_LATIN, SAMPLE_MARGIN, "ends here");
    g_autofree char *text = paint_text(f);
    const char *code = strstr(strstr(text, "/S/Code/") + 1, "/S/Code/");
    unsigned page = 0, mcid = 0, other = 0, last = 0;
    assert_int_equal(sscanf(strstr(code, "/Pg "),
                            "/Pg %u 0 R/K[%u <</Type/MCR/Pg %u 0 R/MCID %u>>]", &page, &mcid,
                            &other, &last),
                     4);
    assert_true(page > other); /* pages are numbered as they are made */
}

static void expect_failure(struct fixture *f, const char *words)
{
    assert_null(paint(f));
    assert_int_equal(diag_errors(f->diag), 1);
    g_autofree char *json = diag_to_json(f->diag);
    assert_has(json, "\"pdf\"");
    assert_has(json, words);
}

static void test_page_too_large(void **state)
{
    struct fixture *f = *state;
    struct page *page = layout_add_page(f->sample->layout, 20000, 1000);
    page_add(page, (struct item){.kind = ITEM_LINK}); /* a later failure is not the one to report */
    expect_failure(f, "libharu reports error");
}

static struct item *first_run(struct fixture *f)
{
    struct page *page = f->sample->layout->pages->pdata[0];
    return &g_array_index(page->items, struct item, 0);
}

static void test_missing_glyph(void **state)
{
    first_run(*state)->as.run.glyphs[0].id = 0;
    expect_failure(*state, "cannot be drawn");
}

static void test_foreign_element(void **state)
{
    struct element *stranger = sample_element(NULL, ROLE_P);
    first_run(*state)->element = stranger;
    expect_failure(*state, "is not in the structure tree");
    element_free(stranger);
}

/* So many notes that looking through all elements for the links to each takes long. */
static void test_many_notes(void **state)
{
    enum { NOTES = 30000 };
    struct fixture *f = *state;
    struct sample *s = f->sample;
    struct page *page = sample_page(s);
    struct element *paragraph = sample_element(s->root, ROLE_P);
    for (int i = 0; i < NOTES; i++) {
        struct element *link = sample_element(paragraph, ROLE_LINK);
        sample_words(s, page, link, FACE_LATIN, SAMPLE_MARGIN, "1");
        link->as.link.target = sample_element(s->root, ROLE_NOTE);
        sample_words(s, page, link->as.link.target, FACE_LATIN, SAMPLE_MARGIN, "a");
    }
    clock_t start = clock();
    g_autoptr(GBytes) bytes = paint(f);
    assert_non_null(bytes);
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

static void test_text_too_long(void **state)
{
    struct fixture *f = *state;
    f->sample->root->alt = g_strnfill(40000, 'a');
    expect_failure(f, "longer than a PDF/A string may be");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_file_is_whole),
        TEST(test_catalog),
        TEST(test_tags),
        TEST(test_empty_elements),
        TEST(test_links),
        TEST(test_outline),
        TEST(test_marked_content_is_balanced),
        TEST(test_words),
        TEST(test_space_at_line_end),
        TEST(test_mark_apart),
        TEST(test_words_read_back),
        TEST(test_image_is_stored_once),
        TEST(test_jpeg_goes_in_as_it_is),
        TEST(test_same_bytes),
        TEST(test_threads),
        TEST(test_identifier),
        TEST(test_dates),
        TEST(test_reading_order_over_pages),
        TEST(test_page_too_large),
        TEST(test_missing_glyph),
        TEST(test_foreign_element),
        TEST(test_many_notes),
        TEST(test_text_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
