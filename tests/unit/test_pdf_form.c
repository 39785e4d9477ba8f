/*
 * Form fields in the PDF painter, judged by the bytes of its files. Filling them in is for other
 * programs, in the end-to-end tests.
 */
#include "pdf_fixture.h"

/* Adds a field to a page, in a paragraph of its own; lent until the next one there. */
static struct item *add_field_to(struct fixture *f, guint number, enum field_kind kind,
                                 const char *name, const char *tooltip)
{
    struct sample *s = f->sample;
    struct element *element = sample_element(sample_element(s->root, ROLE_P), ROLE_FORM);
    element->as.form.name = g_strdup(name);
    element->alt = g_strdup(tooltip);
    struct page *page = s->layout->pages->pdata[number];
    page_add(page, (struct item){.kind = ITEM_FIELD,
                                 .element = element,
                                 .order = ++s->order,
                                 .box = {72, 700, kind == FIELD_CHECK ? 10 : 200, 10},
                                 .as.field = {kind, false}});
    return &g_array_index(page->items, struct item, page->items->len - 1);
}

static struct item *add_field(struct fixture *f, enum field_kind kind, const char *name,
                              const char *tooltip)
{
    return add_field_to(f, 0, kind, name, tooltip);
}

/* The number of the object that has `part` in it. */
static unsigned object_with(const char *text, const char *part)
{
    const char *at = strstr(text, part);
    assert_non_null(at);
    while (at > text && !g_str_has_prefix(at, " obj"))
        at--;
    while (at > text && g_ascii_isdigit(at[-1]))
        at--;
    assert_true(g_str_has_prefix(at, "0 obj"));
    for (at--; at > text && g_ascii_isdigit(at[-1]);)
        at--;
    return (unsigned)atoi(at);
}

static void test_text_field(void **state)
{
    add_field(*state, FIELD_TEXT, "slip1-field1", "Name (all of it)");
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/Type/Annot/Subtype/Widget/F 4/P ");
    assert_has(text, "/T(slip1-field1)/TU(Name \\(all of it\\))/Contents(Name \\(all of it\\))"
                     "/Rect[72 82 272 92]/FT/Tx/DA(/Webdings 0 Tf 0 g)/Q 0/AP<</N ");
    assert_int_equal(count(text, "/Tx BMC\nEMC\n"), 1);
    assert_null(strstr(text, "/NeedAppearances"));
}

static void test_check_box(void **state)
{
    add_field(*state, FIELD_CHECK, "slip1-field1", "Telephone");
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/Rect[72 82 82 92]/FT/Btn/V/Off/AS/Off/AP<</N<</Yes ");
    assert_has(text, "q 0 G 1 J 1 j 1.3 w\n2.2 5 m\n4.2 2.7 l\n7.8 7.5 l\nS Q\n");
    assert_null(strstr(text, "/DR<<")); /* nothing to type, so no font for it */
}

static void test_words_from_the_right(void **state)
{
    add_field(*state, FIELD_TEXT, "slip1-field1", "\u05E9\u05DD")->as.field.rtl = true;
    g_autofree char *text = paint_text(*state);
    assert_has(text, "/TU(\xFE\xFF\x05\xE9\x05\xDD)");
    assert_has(text, " Tf 0 g)/Q 2/");
}

/* A program that fills in a field writes over its appearance. */
static void test_text_fields_share_the_font_alone(void **state)
{
    add_field(*state, FIELD_TEXT, "a", "Name");
    add_field(*state, FIELD_TEXT, "b", "Telephone");
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/Tx BMC\nEMC\n"), 2);
    assert_int_equal(count(text, "/DR<</Font<</Webdings "), 1);
}

static void test_boxes_of_one_size_share_their_tick(void **state)
{
    add_field(*state, FIELD_CHECK, "a", "Telephone");
    add_field(*state, FIELD_CHECK, "b", "Email");
    add_field(*state, FIELD_CHECK, "c", "Letter")->box.height = 20;
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "q 0 G 1 J 1 j"), 2);
}

/* Of letters from two faces: each keeps its own outline and width. */
static void test_font(void **state)
{
    add_field(*state, FIELD_TEXT, "a", "Name");
    g_autofree char *text = paint_text(*state);
    unsigned font = 0;
    assert_int_equal(sscanf(strstr(text, "/DR<<"), "/DR<</Font<</Webdings %u 0 R>>>>", &font), 1);
    g_autofree char *start = g_strdup_printf("\n%u 0 obj", font);
    const char *object = strstr(text, start);
    assert_non_null(object);
    assert_has(object, "/Type/Font/Subtype/Type0/BaseFont/");
    assert_has(text, "<0001><0002><0041>\n<0003><0003><05D0>\nendbfrange");
}

/* Adds two fields, the second one painted first; gives the text with the numbers of their objects.
 */
static char *paint_backwards(struct fixture *f, guint second_page, unsigned *first,
                             unsigned *second)
{
    struct item *item = add_field_to(f, 0, FIELD_TEXT, "second", "Telephone");
    unsigned order = item->order;
    item->order = order + 1;
    add_field_to(f, second_page, FIELD_TEXT, "first", "Name")->order = order;
    char *text = paint_text(f);
    *first = object_with(text, "/T(first)");
    *second = object_with(text, "/T(second)");
    return text;
}

static void test_reading_order_on_a_page(void **state)
{
    unsigned first = 0, second = 0;
    g_autofree char *text = paint_backwards(*state, 0, &first, &second);
    const char *annotations = strstr(text, "/Annots [");
    assert_non_null(annotations);
    g_autofree char *list = g_strndup(annotations, strcspn(annotations, "]"));
    g_autofree char *pair = g_strdup_printf(" %u 0 R %u 0 R ", first, second);
    assert_has(list, pair);
}

/* As on the sheets of a booklet. */
static void test_reading_order_over_pages(void **state)
{
    unsigned first = 0, second = 0;
    g_autofree char *text = paint_backwards(*state, 1, &first, &second);
    g_autofree char *fields = g_strdup_printf("/Fields[%u 0 R %u 0 R ]", first, second);
    assert_has(text, fields);
}

static void test_tags(void **state)
{
    add_field(*state, FIELD_TEXT, "a", "Name");
    g_autofree char *text = paint_text(*state);
    unsigned widget = object_with(text, "/T(a)"), tag = object_with(text, "/S/Form/");
    const char *form = strstr(text, "/S/Form/");
    g_autofree char *list = g_strndup(form, strcspn(form, "]"));
    assert_has(list, "/Alt(Name)/K[<</Type/OBJR/Pg ");
    g_autofree char *kid = g_strdup_printf("/Obj %u 0 R>>", widget);
    assert_has(list, kid);
    unsigned key = 0;
    assert_int_equal(
        sscanf(strstr(strstr(text, "/Subtype/Widget"), "/StructParent "), "/StructParent %u", &key),
        1);
    g_autofree char *back = g_strdup_printf("\n%u %u 0 R\n", key, tag);
    assert_has(text, back);
}

static void test_no_fields_no_form(void **state)
{
    g_autofree char *text = paint_text(*state);
    assert_null(strstr(text, "/AcroForm"));
    assert_null(strstr(text, "/Webdings"));
}

static void expect_failure(struct fixture *f, const char *words)
{
    assert_null(paint(f));
    assert_int_equal(diag_errors(f->diag), 1);
    g_autofree char *json = diag_to_json(f->diag);
    assert_has(json, words);
}

static void test_field_without_tooltip(void **state)
{
    add_field(*state, FIELD_TEXT, "a", NULL);
    expect_failure(*state, "a field on page 1 has no Form element with a name and a tooltip");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_text_field),
        TEST(test_check_box),
        TEST(test_words_from_the_right),
        TEST(test_text_fields_share_the_font_alone),
        TEST(test_boxes_of_one_size_share_their_tick),
        TEST(test_font),
        TEST(test_reading_order_on_a_page),
        TEST(test_reading_order_over_pages),
        TEST(test_tags),
        TEST(test_no_fields_no_form),
        TEST(test_field_without_tooltip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
