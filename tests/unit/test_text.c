/* Text: lines that fit, facts in one piece, every character accounted for. */
#include "text_sketch.h"

#include <hb.h>
#include <math.h>

static char *all_words(const GPtrArray *strips)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *line = line_words(strips, i);
        g_string_append(words, line);
    }
    return g_string_free(words, FALSE);
}

static void assert_lines_fit(const GPtrArray *strips, double width)
{
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        g_autofree char *words = line_words(strips, i);
        double blank = g_str_has_suffix(words, " ") ? 10 : 0.1;
        assert_true(text_line_end(strip) <= width + blank);
        assert_true(text_line_start(strip) >= -blank);
    }
}

static void lines_fit_and_lose_nothing(void **state)
{
    struct scratch *s = *state;
    static const char words[] = "Many people feel better after some weeks of care, and some of "
                                "them (555) 010-0199 do not; extraordinarily long-standing ones.";
    struct desk desk;
    lay(&desk, s, "", words);
    for (double width = 20; width < 700; width += 17) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        assert_lines_fit(strips, width);
        g_autofree char *found = all_words(strips);
        assert_string_equal(found, words);
    }
    assert_false(desk.setter.failed);
    desk_clear(&desk);
}

static void facts_stand_on_one_line(void **state)
{
    struct scratch *s = *state;
    static const char fact[] = "+1 (555) 010-0199";
    struct desk desk;
    lay(&desk, s, "", "Please call us at +1 (555) 010-0199 when it is convenient for you.");
    for (double width = 150; width < 500; width += 7) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        unsigned whole = 0;
        for (guint i = 0; i < strips->len; i++) {
            g_autofree char *words = line_words(strips, i);
            whole += strstr(words, fact) != NULL;
        }
        assert_int_equal(whole, 1);
    }
    desk_clear(&desk);
}

static bool has_line_with(const GPtrArray *strips, const char *part)
{
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *words = line_words(strips, i);
        if (strstr(words, part))
            return true;
    }
    return false;
}

/* Where it fits a line of its own; else it is parted after its pauses, and at last anywhere. */
static void facts_in_words_stand_on_one_line(void **state)
{
    struct scratch *s = *state;
    static const char days[] = "Monday to Friday:", hours[] = "Monday to Friday: 9 am to 5 pm";
    struct desk desk;
    lay(&desk, s, "", "**Opening hours:** Monday to Friday: 9 am to 5 pm");
    const GPtrArray *spans = body_spans(&desk);
    ((struct span *)spans->pdata[spans->len - 1])->whole = true;
    for (double width = 40; width < 400; width += 9) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        assert_int_equal(has_line_with(strips, hours), width > width_of(&desk, hours));
        assert_int_equal(has_line_with(strips, days), width > width_of(&desk, days));
        assert_lines_fit(strips, width);
    }
    desk_clear(&desk);
}

static void headings_have_even_lines(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "What you can expect from the first weeks of your treatment with us here");
    for (double width = 200; width < 600; width += 13) {
        g_autoptr(GPtrArray) heading = set(&desk, TEXT_HEADING_2, width);
        double widest = 0, last = 0;
        for (guint i = 0; i < heading->len; i++)
            widest = MAX(widest, last = text_line_end(heading->pdata[i]));
        assert_true(heading->len == 1 || last > widest / 2);
    }
    desk_clear(&desk);
}

static void lines_start_where_the_paragraph_reads_from(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "lang: ar\n", "هذا نص عربي قصير للاختبار فقط");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    assert_true(fabs(text_line_end(strips->pdata[0]) - 300) < 1);
    assert_true(text_line_start(strips->pdata[0]) > 20);
    assert_true(item_at(strips, 0, 0)->as.run.rtl);
    desk_clear(&desk);

    lay(&desk, s, "title: عربي\nlang: ar\n", "English words");
    g_autoptr(GPtrArray) english = set(&desk, TEXT_BODY, 300);
    assert_true(fabs(text_line_end(english->pdata[0]) - 300) < 1);
    assert_false(item_at(english, 0, 0)->as.run.rtl);
    desk_clear(&desk);
}

/* Clusters rise (or fall, from right to left) and stand at characters; the first is at byte 0. */
static void assert_clusters(const struct run *run)
{
    size_t length = strlen(run->text);
    double width = 0;
    uint32_t first = G_MAXUINT32, last = run->rtl ? G_MAXUINT32 : 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        uint32_t cluster = run->glyphs[i].cluster;
        assert_true(run->glyphs[i].id != 0);
        assert_true(cluster < length);
        assert_true(((unsigned char)run->text[cluster] & 0xC0) != 0x80);
        assert_true(run->rtl ? cluster <= last : cluster >= last);
        last = cluster;
        first = MIN(first, cluster);
        width += run->glyphs[i].advance;
    }
    assert_int_equal(first, 0);
    assert_true(fabs(width - run->width) < 1e-6);
}

static void glyphs_cover_the_text(void **state)
{
    struct scratch *s = *state;
    static const char *const texts[] = {
        "Office fluff, naïve cafe\xcc\x81.",
        "Tiếng Việt của chúng tôi.",
        "هذا نص عربي قصير.",
        "שלום לכולם.",
        "हिन्दी में क्षत्रिय।",
        "การรักษาด้วยคลื่น",
        "mixed عربي 123 text",
        "治疗可以帮助许多人。",
    };
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        struct desk desk;
        lay(&desk, s, "", texts[t]);
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 90);
        for (guint i = 0; i < strips->len; i++) {
            const struct strip *strip = strips->pdata[i];
            for (guint n = 0; n < strip->items->len; n++)
                assert_clusters(&item_at(strips, i, n)->as.run);
        }
        g_autofree char *found = all_words(strips);
        assert_string_equal(found, texts[t]);
        desk_clear(&desk);
    }
}

/* What a shaper makes of the run's words alone, with nothing switched off. */
static void assert_shaped_as_by_itself(const struct run *run)
{
    hb_font_t *font = hb_font_create(run->face->hb);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, run->text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    assert_int_equal(run->n_glyphs, count);
    for (unsigned i = 0; i < count; i++)
        assert_int_equal(run->glyphs[i].id, glyphs[i].codepoint);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
}

/* Also where a line ends between words of two spans, so that its blank has no glyph. */
static void words_of_two_spans_stay_apart(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "words that are **strong** and **more of them** here");
    for (double width = 40; width < 300; width += 9) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        g_autofree char *found = all_words(strips);
        assert_string_equal(found, "words that are strong and more of them here");
    }
    desk_clear(&desk);
}

static void letters_keep_the_shapes_of_their_script(void **state)
{
    struct scratch *s = *state;
    static const char *const texts[] = {
        "ចំពោះ",
        "ដោយ",
        "ទៀត",
        "កើត",
        "ស្រី",
        "น้ำใจ",
        "ເຈົ້າ",
        "ကျေးဇူး",
        "कृत्रिम",
        "স্বাস্থ্য",
        "ગુજરાતી",
        "ਪੰਜਾਬੀ",
        "தொழில்",
        "తెలుగు",
        "ಆರೋಗ್ಯ",
        "മലയാളം",
        "සෞඛ්‍ය",
        "བཀྲ་ཤིས",
        "العلاج",
        "שלום",
    };
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        struct desk desk;
        lay(&desk, s, "", texts[t]);
        desk.setter.tracking = 0.07;
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 400);
        assert_false(desk.setter.failed);
        assert_shaped_as_by_itself(&item_at(strips, 0, 0)->as.run);
        desk_clear(&desk);
    }
}

/* Those that learn to read know letters, not ligatures. */
static void latin_letters_stand_by_themselves(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "ចំពោះ office fluff កើត");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 400);
    unsigned latin = 0;
    for (guint i = 0; i < ((const struct strip *)strips->pdata[0])->items->len; i++) {
        const struct run *run = &item_at(strips, 0, i)->as.run;
        if (strstr(run->text, "office") && ++latin)
            assert_int_equal(run->n_glyphs, strlen(run->text));
    }
    assert_int_equal(latin, 1);
    desk_clear(&desk);
}

static void a_mark_without_a_letter_is_reported_in_its_place(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "ok ចោោ\n");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    assert_true(desk.setter.failed);
    assert_said(s->diag, "a.md:5:6: error: ");
    assert_said(s->diag, "U+17C4");
    desk_clear(&desk);
}

static void a_circle_that_the_author_wrote_is_one(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "A ◌ alone and ខ្មែរ◌\n");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    assert_false(desk.setter.failed);
    desk_clear(&desk);
}

static void a_missing_character_is_reported_in_its_place(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "",
        "one\n**b** so\xc2\xad"
        "ft x\xee\x80\x80y\n");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    assert_true(desk.setter.failed);
    assert_said(s->diag, "a.md:6:14: error: ");
    assert_said(s->diag, "(U+E000)");
    desk_clear(&desk);
}

static void a_word_too_wide_for_a_screen_is_named(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "Some words about\nincomprehensibilities.\n");
    desk.setter.parting = PARTING_NONE;
    desk.setter.probing = true;
    g_autoptr(GPtrArray) tried = set(&desk, TEXT_BODY, 60);
    assert_true(desk.setter.failed);
    assert_not_said(s->diag, "[overflow]");

    desk.setter.probing = false;
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 60);
    assert_said(s->diag, "a.md:6:1: error: standard: 'incomprehensibilities.' is wider");
    desk_clear(&desk);
}

static void the_same_word_is_broken_on_paper(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "incomprehensibilities");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 60);
    assert_true(strips->len > 1);
    assert_false(desk.setter.failed);
    assert_lines_fit(strips, 60);
    g_autofree char *words = all_words(strips);
    assert_string_equal(words, "incomprehensibilities");
    desk_clear(&desk);
}

static void links_can_be_clicked_along_their_words(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "See [our **own** page](https://c.example) now.");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 600);
    const struct strip *strip = strips->pdata[0];
    double left = 0, right = 0;
    unsigned areas = 0;
    for (guint i = 0; i < strip->items->len; i++) {
        const struct item *item = item_at(strips, 0, i);
        if (item->kind == ITEM_RUN && element_link(item->element)) {
            left = left > 0 ? left : item->as.run.x;
            right = item->as.run.x + item->as.run.width;
        } else if (item->kind == ITEM_LINK) {
            areas++;
            assert_int_equal(item->element->role, ROLE_LINK);
            assert_true(fabs(item->box.x - left) < 1e-6);
            assert_true(fabs(item->box.x + item->box.width - right) < 1e-6);
            assert_true(item->box.height == strip->height);
        }
    }
    assert_int_equal(areas, 1);
    desk_clear(&desk);
}

static void no_line_of_a_paragraph_stands_alone(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "Many people feel better after some weeks of care, and some do not.");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 120);
    assert_true(strips->len > 4);
    for (guint i = 0; i < strips->len; i++) {
        bool kept = ((const struct strip *)strips->pdata[i])->keep;
        assert_int_equal(kept, i == 0 || i + 2 == strips->len);
    }
    desk_clear(&desk);
}

static void numbers_of_notes_stay_with_their_words(void **state)
{
    static const char body[] =
        "Is it so?[^1] \u5169[^1]\u5468\u5F8C[^1] or \u2014[^1] not (at all)[^1], "
        "perhaps.[^1]\n\n[^1]: N\n";
    struct desk desk;
    lay(&desk, *state, "", body);
    for (double width = 20; width < 300; width += 3) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        for (guint i = 0; i < strips->len; i++) {
            g_autofree char *words = line_words(strips, i);
            assert_false(g_str_has_prefix(words, "\u00B9"));
        }
    }
    desk_clear(&desk);
}

static void hard_breaks_end_lines(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "one\\\ntwo\n");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 600);
    assert_int_equal(strips->len, 2);
    g_autofree char *first = line_words(strips, 0), *second = line_words(strips, 1);
    assert_string_equal(first, "one ");
    assert_string_equal(second, "two");
    desk_clear(&desk);
}

static void widths_are_of_the_widest_word_and_of_all(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "a wonderful day");
    struct text_widths widths = text_widths(&desk.setter, body_spans(&desk), TEXT_BODY);
    g_autoptr(GPtrArray) fits = set(&desk, TEXT_BODY, widths.line + 0.1);
    g_autoptr(GPtrArray) narrow = set(&desk, TEXT_BODY, widths.line - 1);
    g_autoptr(GPtrArray) words = set(&desk, TEXT_BODY, widths.word + 0.1);
    assert_int_equal(fits->len, 1);
    assert_int_equal(narrow->len, 2);
    assert_int_equal(words->len, 3);
    desk_clear(&desk);
}

static void raised_and_lowered_letters_stand_off_the_baseline(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: en\n", "10<sup>9</sup> H<sub>2</sub>\n");
    g_autoptr(GPtrArray) lines = set(&desk, TEXT_BODY, 400);
    const struct run *ten = &item_at(lines, 0, 0)->as.run, *nine = &item_at(lines, 0, 1)->as.run;
    const struct run *two = &item_at(lines, 0, 3)->as.run;
    double third = ten->size / 3;
    assert_true(fabs(ten->baseline - third - nine->baseline) < 0.01);
    assert_true(fabs(ten->baseline + third - two->baseline) < 0.01);
    assert_true(fabs(nine->size / ten->size - 12.0 / 14) < 0.001);
    assert_string_equal(nine->text, "\u2079");
    assert_string_equal(two->text, "\u2082");
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(raised_and_lowered_letters_stand_off_the_baseline),
        scratch_test(lines_fit_and_lose_nothing),
        scratch_test(facts_stand_on_one_line),
        scratch_test(facts_in_words_stand_on_one_line),
        scratch_test(headings_have_even_lines),
        scratch_test(lines_start_where_the_paragraph_reads_from),
        scratch_test(glyphs_cover_the_text),
        scratch_test(words_of_two_spans_stay_apart),
        scratch_test(letters_keep_the_shapes_of_their_script),
        scratch_test(latin_letters_stand_by_themselves),
        scratch_test(a_mark_without_a_letter_is_reported_in_its_place),
        scratch_test(a_circle_that_the_author_wrote_is_one),
        scratch_test(a_missing_character_is_reported_in_its_place),
        scratch_test(a_word_too_wide_for_a_screen_is_named),
        scratch_test(the_same_word_is_broken_on_paper),
        scratch_test(links_can_be_clicked_along_their_words),
        scratch_test(no_line_of_a_paragraph_stands_alone),
        scratch_test(numbers_of_notes_stay_with_their_words),
        scratch_test(hard_breaks_end_lines),
        scratch_test(widths_are_of_the_widest_word_and_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
