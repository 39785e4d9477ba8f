/*
 * What the painter builds files from: objects, their entries, pages, and values as text; judged by
 * the bytes of files that hold nothing else.
 */
#include "paint/pdf/value.h"

#include "pdf_text.h"

static int setup(void **state)
{
    *state = pdf_open(PDF_1_7);
    return 0;
}

static int teardown(void **state)
{
    pdf_close(*state);
    return 0;
}

static char *save_text(struct pdf *pdf)
{
    pdf_page_new(pdf, 100, 100); /* no file without a page */
    g_autoptr(GBytes) bytes = pdf_save(pdf);
    assert_null(pdf_failure(pdf));
    return unpack(bytes);
}

static void assert_failed(struct pdf *pdf, const char *words)
{
    assert_non_null(pdf_failure(pdf));
    assert_string_equal(pdf_failure(pdf), words);
    assert_null(pdf_save(pdf));
}

/* What the file has under the number of an object; owned by the caller. */
static char *object_text(const char *text, struct pdf_ref ref)
{
    g_autofree char *head = g_strdup_printf("\n%u 0 obj\n", ref.number);
    const char *at = strstr(text, head);
    assert_non_null(at);
    at += strlen(head);
    return g_strndup(at, (gsize)(strstr(at, "\nendobj") - at));
}

static void test_dictionary_is_text(void **state)
{
    struct pdf *pdf = *state;
    struct pdf_ref first = pdf_dict_new(pdf), second = pdf_dict_new(pdf);
    assert_true(first.number > 0 && second.number > 0 && first.number != second.number);
    g_string_append_printf(pdf_dict_body(pdf, first), "/Next %u 0 R", second.number);
    g_string_append(pdf_dict_body(pdf, second), "/Last true");
    g_string_append(pdf_dict_body(pdf, first), "/More 1");
    g_autofree char *text = save_text(pdf);
    g_autofree char *entries = g_strdup_printf("<<\n/Next %u 0 R/More 1>>", second.number);
    g_autofree char *object = object_text(text, first);
    assert_string_equal(object, entries);
}

static void test_entries_keep_their_order(void **state)
{
    struct pdf *pdf = *state;
    struct pdf_ref target = pdf_dict_new(pdf),
                   dict = pdf_stream_new(pdf, g_bytes_new(NULL, 0), PDF_FILTER_NONE);
    pdf_set_name(pdf, dict, "One", "A B");
    pdf_set_number(pdf, dict, "Two", -3);
    pdf_set_string(pdf, dict, "Three", "a(b)");
    pdf_set_text(pdf, dict, "Four", "a\u00E9");
    pdf_set_ref(pdf, dict, "Five", target);
    pdf_set_empty(pdf, dict, "Six");
    pdf_set_name(pdf, dict, "One", "Again");
    g_autofree char *text = save_text(pdf);
    g_autofree char *object = object_text(text, dict);
    g_autofree char *entries =
        g_strdup_printf("/One /Again\n/Two -3\n/Three (a\\050b\\051)\n/Four <FEFF006100E9>\n"
                        "/Five %u 0 R\n/Six <<\n>>\n",
                        target.number);
    assert_has(object, entries);
}

static void test_arrays_grow(void **state)
{
    struct pdf *pdf = *state;
    struct pdf_ref dict = pdf_catalog(pdf), item = pdf_dict_new(pdf);
    pdf_add_ref(pdf, dict, "List", item);
    pdf_add_real(pdf, dict, "Other", 1);
    pdf_add_real(pdf, dict, "List", 1.5);
    g_autofree char *text = save_text(pdf);
    g_autofree char *list = g_strdup_printf("/List [ %u 0 R 1.5 ]\n", item.number);
    assert_has(text, list);
    assert_has(text, "/Other [ 1 ]\n");
}

static void test_streams(void **state)
{
    struct pdf *pdf = *state;
    const char *words = "words words words words words words words";
    GBytes *bytes = g_bytes_new_static(words, strlen(words));
    struct pdf_ref plain = pdf_stream_new(pdf, g_bytes_ref(bytes), PDF_FILTER_NONE);
    struct pdf_ref small = pdf_stream_new(pdf, g_bytes_ref(bytes), PDF_FILTER_DEFLATE);
    struct pdf_ref jpeg = pdf_stream_new(pdf, bytes, PDF_FILTER_JPEG);
    g_autofree char *text = save_text(pdf);
    g_autofree char *plainly = object_text(text, plain);
    assert_has(plainly, words);
    assert_null(strstr(plainly, "/Filter"));
    g_autofree char *smaller = object_text(text, small);
    assert_has(smaller, words); /* unpacked again */
    assert_has(smaller, "/Filter/FlateDecode");
    g_autofree char *picture = object_text(text, jpeg);
    assert_has(picture, words);
    assert_has(picture, "/Filter/DCTDecode");
}

static void test_pages(void **state)
{
    struct pdf *pdf = *state;
    struct pdf_ref first = pdf_page_new(pdf, 200, 300), second = pdf_page_new(pdf, 612.5, 792);
    assert_int_equal(pdf_page_at(pdf, 0).number, first.number);
    assert_int_equal(pdf_page_at(pdf, 1).number, second.number);
    pdf_page_write(pdf, second, g_bytes_new_static("q Q\n", 4));
    struct pdf_ref font = pdf_dict_new(pdf);
    pdf_page_use_font(pdf, second, "F0", font);
    pdf_page_use_font(pdf, second, "F1", font);
    pdf_page_use_font(pdf, second, "F0", font);
    struct pdf_ref picture = pdf_stream_new(pdf, g_bytes_new(NULL, 0), PDF_FILTER_JPEG);
    assert_string_equal(pdf_page_use_picture(pdf, second, picture), "X1");
    assert_string_equal(pdf_page_use_picture(pdf, second, picture), "X1");
    assert_string_equal(pdf_page_use_picture(pdf, first, picture), "X1");
    g_autofree char *text = save_text(pdf);
    g_autofree char *page = object_text(text, second);
    assert_has(page, "/MediaBox [ 0 0 612.5 792 ]");
    g_autofree char *fonts =
        g_strdup_printf("/Font <<\n/F0 %u 0 R\n/F1 %u 0 R\n>>", font.number, font.number);
    assert_has(page, fonts);
    assert_has(text, "q Q\n");
}

static void test_links_and_outline(void **state)
{
    struct pdf *pdf = *state;
    struct pdf_ref page = pdf_page_new(pdf, 200, 300);
    struct pdf_ref link =
        pdf_page_add_link(pdf, page, (struct pdf_box){10, 20, 30, 40}, "tel:+15550100");
    struct pdf_ref above = pdf_outline_add(pdf, (struct pdf_ref){0}, "Above");
    struct pdf_ref below = pdf_outline_add(pdf, above, "\u00DCber");
    g_autofree char *text = save_text(pdf);
    g_autofree char *annotation = object_text(text, link);
    assert_has(annotation, "/Rect [ 10 20 30 40 ]");
    assert_has(annotation, "/URI (tel:+15550100)");
    assert_has(annotation, "/Border [ 0 0 0 ]");
    g_autofree char *listed = g_strdup_printf("/Annots [ %u 0 R ]", link.number);
    assert_has(text, listed);
    g_autofree char *entry = object_text(text, below);
    g_autofree char *parent = g_strdup_printf("/Parent %u 0 R", above.number);
    assert_has(entry, "/Title <FEFF00DC006200650072>");
    assert_has(entry, parent);
    assert_null(strstr(entry, "/Type"));
}

static GBytes *save_page(double width)
{
    struct pdf *pdf = pdf_open(PDF_1_7);
    pdf_page_new(pdf, width, 100);
    GBytes *bytes = pdf_save(pdf);
    pdf_close(pdf);
    return bytes;
}

/* A second file made by the same calls has the same bytes, another one another identifier. */
static void test_identifier_is_of_the_content(void **state)
{
    (void)state;
    g_autoptr(GBytes) first = save_page(100);
    g_autoptr(GBytes) second = save_page(100);
    g_autoptr(GBytes) other = save_page(101);
    assert_true(g_bytes_equal(first, second));
    size_t size = 0, other_size = 0;
    const char *data = g_bytes_get_data(first, &size);
    const char *other_data = g_bytes_get_data(other, &other_size);
    const char *id = find(data, size, "/ID[<"), *other_id = find(other_data, other_size, "/ID[<");
    assert_memory_not_equal(id, other_id, strlen("/ID[<") + 32);
}

/* What is no stream is packed together, as many times as it takes, and each object is found. */
static void test_many_objects_are_packed(void **state)
{
    enum { MANY = 1000 };
    struct pdf *pdf = *state;
    struct pdf_ref refs[MANY];
    for (unsigned i = 0; i < MANY; i++) {
        refs[i] = pdf_dict_new(pdf);
        g_string_append_printf(pdf_dict_body(pdf, refs[i]), "/Same/As/The/Others/But %u", i);
    }
    pdf_page_new(pdf, 100, 100);
    g_autoptr(GBytes) bytes = pdf_save(pdf);
    g_autofree char *text = unpack(bytes);
    assert_true(g_bytes_get_size(bytes) < MANY * 10);
    assert_int_equal(count(text, "/Type/ObjStm"), 4);
    for (unsigned i = 0; i < MANY; i++) {
        g_autofree char *object = object_text(text, refs[i]);
        g_autofree char *entries = g_strdup_printf("<<\n/Same/As/The/Others/But %u>>", i);
        assert_string_equal(object, entries);
    }
}

static void test_nothing_is_done_to_no_object(void **state)
{
    struct pdf_ref none = {0};
    struct pdf *pdf = *state;
    pdf_set_name(pdf, none, "Key", "Name");
    pdf_set_text(pdf, none, "Key", "text");
    pdf_set_empty(pdf, none, "Key");
    pdf_set_ref(pdf, none, "Key", pdf_dict_new(pdf));
    pdf_add_real(pdf, none, "Key", 1);
    pdf_add_ref(pdf, none, "Key", none);
    pdf_page_use_font(pdf, none, "F0", none);
    assert_null(pdf_page_use_picture(pdf, none, none));
    assert_int_equal(pdf_page_add_link(pdf, none, (struct pdf_box){0}, "").number, 0);
    assert_failed(pdf, "the file has no object 0");
}

static void test_no_object_is_no_value(void **state)
{
    pdf_set_ref(*state, pdf_catalog(*state), "Key", (struct pdf_ref){100000});
    assert_failed(*state, "the file has no object 100000");
}

static void test_first_failure_is_kept(void **state)
{
    pdf_fail(*state, "the %s", "first");
    pdf_fail(*state, "the second");
    assert_failed(*state, "the first");
}

static void test_failures_of_the_library_are_kept(void **state)
{
    pdf_page_new(*state, 20000, 100);
    assert_true(g_str_has_prefix(pdf_failure(*state), "libharu reports error 0x"));
    assert_null(pdf_save(*state));
}

/* 32767 bytes, of which the mark takes two. */
static void test_longest_text(void **state)
{
    g_autofree char *text = g_strnfill(32767, 'a'), *words = g_strnfill(16383, 'a');
    words[1] = '\t'; /* not the same in all encodings */
    pdf_set_text(*state, pdf_info(*state), "Title", text);
    pdf_set_text(*state, pdf_info(*state), "Title", words + 1);
    assert_null(pdf_failure(*state));
    pdf_set_text(*state, pdf_info(*state), "Title", words);
    assert_failed(*state, "a text of 32768 bytes is longer than a PDF/A string may be (32767)");
}

static void assert_number(double value, unsigned decimals, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_put_number(out, value, decimals);
    assert_string_equal(out->str, text);
}

static void test_numbers(void **state)
{
    (void)state;
    assert_number(0, 2, "0");
    assert_number(-0.004, 2, "0");
    assert_number(12, 3, "12");
    assert_number(1.5, 3, "1.5");
    assert_number(-0.25, 2, "-.25");
    assert_number(100.005, 4, "100.005");
    assert_number(1e8, 0, "100000000");
}

static void test_names_and_texts(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_put_name(out, "ABCDEF+A b#");
    pdf_put_text(*state, out, "a(b)\\");
    pdf_put_text(*state, out, "\u00E9\uFEFF\U00020BB7");
    pdf_put_hex(out, 0x1F);
    static const char wanted[] =
        "/ABCDEF+A#20b#23(a\\(b\\)\\\\)(\xFE\xFF\x00\xE9\xD8\x42\xDF\xB7)001F";
    assert_int_equal(out->len, sizeof wanted - 1);
    assert_memory_equal(out->str, wanted, out->len);
}

static void test_formats(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_put_format(out, "%s/%u %d%d %zu.", "a", 0u, -12, 7, (size_t)G_MAXUINT64);
    assert_string_equal(out->str, "a/0 -127 18446744073709551615.");
    g_string_truncate(out, 0);
    for (int i = 0; i < 1000; i++)
        pdf_put_format(out, "%u ", 1u);
    assert_int_equal(count(out->str, "1 "), 1000);
}

static void test_boxes_stand_on_their_feet(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_put_box(out, pdf_box_of((struct rect){10, 20, 30.125, 40}, 100), 2);
    assert_string_equal(out->str, "[10 40 40.12 80]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_dictionary_is_text),
        TEST(test_entries_keep_their_order),
        TEST(test_arrays_grow),
        TEST(test_streams),
        TEST(test_pages),
        TEST(test_links_and_outline),
        TEST(test_identifier_is_of_the_content),
        TEST(test_many_objects_are_packed),
        TEST(test_nothing_is_done_to_no_object),
        TEST(test_no_object_is_no_value),
        TEST(test_first_failure_is_kept),
        TEST(test_failures_of_the_library_are_kept),
        TEST(test_longest_text),
        TEST(test_numbers),
        TEST(test_names_and_texts),
        TEST(test_formats),
        TEST(test_boxes_stand_on_their_feet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
