/*
 * Fonts of signs show what people mean by them.
 */
#include "scratch.h"

#include "import/faces.h"

static void names_are_known_with_what_stands_about_them(void **state)
{
    (void)state;
    assert_int_equal(face_named("Symbol"), FACE_SYMBOL);
    assert_int_equal(face_named(" 'SymbolMT', serif"), FACE_SYMBOL);
    assert_int_equal(face_named("wingdings;"), FACE_WINGDINGS);
    assert_int_equal(face_named("Wingdings 2"), FACE_WINGDINGS_2);
    assert_int_equal(face_named("Webdings"), FACE_WEBDINGS);
    assert_int_equal(face_named("Segoe UI Symbol"), FACE_OF_LETTERS);
    assert_int_equal(face_named("Symbola"), FACE_OF_LETTERS);
}

/* Each run of the table ends where it should. */
static void signs_have_their_numbers(void **state)
{
    (void)state;
    static const struct {
        enum face face;
        gunichar code;
        const char *sign;
    } known[] = {
        {FACE_SYMBOL, 'm', "μ"},     {FACE_SYMBOL, '5', "5"},      {FACE_SYMBOL, '~', "∼"},
        {FACE_SYMBOL, 0xA3, "≤"},    {FACE_SYMBOL, 0xB3, "≥"},     {FACE_SYMBOL, 0xB1, "±"},
        {FACE_SYMBOL, 0xF0B7, "•"},  {FACE_SYMBOL, 0xE5, "∑"},     {FACE_SYMBOL, 0xF2, "∫"},
        {FACE_SYMBOL, 0xD6, "√"},    {FACE_SYMBOL, 'Z', "Ζ"},      {FACE_WINGDINGS, 0xF0FC, "✓"},
        {FACE_WINGDINGS, 0xFB, "✗"}, {FACE_WINGDINGS, 0xFE, "☑"},  {FACE_WINGDINGS, 0x8A, "⑩"},
        {FACE_WINGDINGS, 0x95, "❿"}, {FACE_WINGDINGS_2, 'P', "✓"}, {FACE_WINGDINGS_2, 'R', "☑"},
        {FACE_WEBDINGS, 'r', "✗"},   {FACE_SYMBOL, ' ', " "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        assert_int_equal(face_sign(known[i].face, known[i].code), g_utf8_get_char(known[i].sign));
}

static void what_is_not_known_is_none(void **state)
{
    (void)state;
    assert_int_equal(face_sign(FACE_SYMBOL, 0xE6), 0);
    assert_int_equal(face_sign(FACE_WINGDINGS, 'N'), 0);
    assert_int_equal(face_sign(FACE_WINGDINGS, 0x4E2D), 0);
    assert_int_equal(face_sign(FACE_OF_LETTERS, 'm'), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_known_with_what_stands_about_them),
        cmocka_unit_test(signs_have_their_numbers),
        cmocka_unit_test(what_is_not_known_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
