/* Words that are wider than their line: where they are parted, and that they come back whole. */
#include "text_sketch.h"

#include "layout/hyphenation.h"

#include <hb.h>
#include <math.h>

static enum line_end end_at(const GPtrArray *strips, guint index)
{
    const struct strip *strip = strips->pdata[index];
    return g_array_index(strip->lines, struct line, 0).end;
}

/* The lines with what ends them: "-" for a hyphen, "|" for nothing, "_" for a blank. */
static char *lines_of(const GPtrArray *strips)
{
    static const char *const ends[LINE_END_COUNT] = {"", "_", "|", "-"};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *words = line_words(strips, i);
        assert_null(strstr(words, "\u00AD"));
        assert_null(strstr(words, "\u200B"));
        g_string_append_printf(out, "%s%s", g_strchomp(words), ends[end_at(strips, i)]);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *front, *body;
    double width;
    const char *wanted;
} cases[] = {
    /* The author's soft hyphens come first, and others of them leave no trace. */
    {"lang: de\n", "Rind&shy;fleisch&shy;etikettierung", 140, "Rindfleisch-etikettierung"},
    {"lang: en\n", "a soft&shy;hyphen that is not needed", 400, "a softhyphen that is not needed"},
    /* Then, where a piece is still too wide, the language's patterns. */
    {"lang: de\n", "Rind&shy;fleischetikettierung", 90, "Rind-fleischeti-kettierung"},
    {"lang: de\n", "Rind&shy;fleischetikettierungs&shy;gesetz", 90,
     "Rind-fleischeti-kettierungs-gesetz"},
    {"lang: en\n", "incomprehensibilities", 90, "incompre-hensibilities"},
    {"lang: de\n", "Magnetresonanztomographie", 120, "Magnetreso-nanztomographie"},
    {"lang: en\n", "<span lang=\"de\">Magnetresonanztomographie</span>", 120,
     "Magnetreso-nanztomographie"},
    /* Addresses behind their signs, without a hyphen. */
    {"lang: en\n", "https://clinic.example/patients/after_surgery?page=1", 150,
     "https://clinic.|example/patients/|after_surgery?|page=1"},
    {"lang: en\n", "frontdesk.office@hillsideclinic.example", 120,
     "frontdesk.|office@|hillsideclinic.|example"},
    /* Those of mail behind a hyphen only where nothing else makes room. */
    {"lang: en\n", "front-desk@hillside-clinic.example", 160,
     "front-desk@|hillside-clinic.example"},
    {"lang: en\n", "front-desk@hillside-clinic.example", 75,
     "front-|desk@|hillside-|clinic.|example"},
    /* Those, too, whose scheme nobody types, and what is left of one. */
    {"lang: en\n", "riverside-health.example", 80, "riverside-|health.|example"},
    {"lang: en\n", "(riverside-health.example/patients)", 110,
     "(riverside-|health.|example/|patients)"},
    {"lang: en\n", "th.example", 45, "th.exa|mple"},
    {"lang: en\n", "incomprehensibilities.", 90, "incompre-hensibilities."},
    /* A language without patterns between letters. */
    {"lang: fi\n", "sairaanhoitajaopiskelija", 100, "sairaanhoitaj-aopiskelija"},
};

static void wide_words_are_parted_where_a_reader_expects_it(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct desk desk;
        lay(&desk, *state, cases[i].front, cases[i].body);
        desk.setter.parting = PARTING_ANYWHERE;
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, cases[i].width);
        g_autofree char *found = lines_of(strips);
        assert_string_equal(found, cases[i].wanted);
        assert_false(desk.setter.failed);
        desk_clear(&desk);
    }
}

/* However wide the column: where the author's pieces fit, nothing else parts the word. */
static void only_the_author_parts_a_word_whose_pieces_fit(void **state)
{
    static const char *const pieces[] = {"Kraft", "fahr", "zeug", "haft", "pflicht"};
    struct desk desk;
    lay(&desk, *state, "lang: de\n", "Kraft&shy;fahr&shy;zeug&shy;haft&shy;pflicht");
    for (double width = width_of(&desk, "pflicht") + 1; width < 200; width += 7) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        g_autofree char *found = lines_of(strips);
        const char *at = found;
        for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
            assert_true(g_str_has_prefix(at, pieces[i]));
            at += strlen(pieces[i]);
            at += *at == '-';
        }
        assert_string_equal(at, "");
    }
    desk_clear(&desk);
}

static void what_was_parted_comes_back_whole(void **state)
{
    static const char *const texts[] = {"incomprehensibilities, and otolaryngologists",
                                        "Gastro-oesophageal https://clinic.example/a/b/c?d=e",
                                        "ព្រះរាជាណាចក្រកម្ពុជាដែលមានប្រជាជនច្រើន", "स्वास्थ्यकर्मियों",
                                        "электроэнцефалография"};
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        struct desk desk;
        lay(&desk, *state, "", texts[t]);
        for (double width = 40; width < 260; width += 13) {
            g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
            GString *words = g_string_new(NULL);
            for (guint i = 0; i < strips->len; i++) {
                g_autofree char *line = line_words(strips, i);
                g_string_append(words, g_strchomp(line));
                g_string_append(words, end_at(strips, i) == LINE_END_BLANK ? " " : "");
                assert_true(text_line_end(strips->pdata[i]) <= width + 10);
            }
            assert_string_equal(words->str, texts[t]);
            g_string_free(words, TRUE);
        }
        assert_false(desk.setter.failed);
        desk_clear(&desk);
    }
}

/* Below a sign that stacks the next letter, that letter would be lost. */
static void stacked_letters_stay_together(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: km\n", "ព្រះរាជាណាចក្រកម្ពុជាស្ត្រី");
    for (double width = 25; width < 200; width += 3) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        for (guint i = 0; i < strips->len; i++) {
            g_autofree char *line = line_words(strips, i);
            assert_false(g_str_has_suffix(line, "\u17D2"));
            assert_int_not_equal(end_at(strips, i), LINE_END_HYPHEN);
        }
    }
    assert_false(desk.setter.failed);
    desk_clear(&desk);
}

static void a_hyphen_is_seen_and_is_no_word(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: en\n", "incomprehensibilities");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 90);
    const struct run *run = &item_at(strips, 0, 0)->as.run;
    const struct glyph *hyphen = &run->glyphs[run->n_glyphs - 1];
    hb_font_t *font = hb_font_create(run->face->hb);
    hb_codepoint_t glyph;
    assert_true(hb_font_get_nominal_glyph(font, 0x2010, &glyph));
    hb_font_destroy(font);
    assert_int_equal(hyphen->id, glyph);
    assert_string_equal(run->text + hyphen->cluster, "\u00AD");
    assert_true(run->glyphs[run->n_glyphs - 2].cluster < hyphen->cluster);
    desk_clear(&desk);
}

/* Letters that are spaced are so evenly, and no line is wider for marks that nobody sees. */
static void marks_take_no_room(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: en\n", "incomprehensibilities");
    desk.setter.tracking = 0.1;
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 150);
    g_autofree char *first = line_words(strips, 0);
    const struct run *run = &item_at(strips, 0, 0)->as.run;
    double hyphen = run->glyphs[run->n_glyphs - 1].advance;
    assert_true(fabs(run->width - hyphen - width_of(&desk, first)) < 0.1 * desk.setter.body);
    assert_int_equal(run->n_glyphs, strlen(first) + 1);
    desk_clear(&desk);
}

static void facts_beside_a_wide_word_stay_whole(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: en\n", "incomprehensibilities (555) 010-0199");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 110);
    g_autofree char *found = lines_of(strips);
    assert_non_null(strstr(found, "(555) 010-0199"));
    assert_non_null(strstr(found, "-"));
    desk_clear(&desk);
}

/* A bar in running text is a place to part what is too wide, and nothing else for it. */
static void bars_part_what_is_too_wide_alone(void **state)
{
    static const struct {
        const char *body;
        double width;
        const char *wanted;
    } bars[] = {
        {"Take (250mg/5ml) or 5 mg/10 ml now", 100, "Take_(250mg/5ml)_or 5 mg/10 ml_now"},
        {"Tell the doctor/nurse", 100, "Tell the_doctor/nurse"},
        {"Tell us (555) 010-0199 physiotherapist/occupational", 120,
         "Tell us_(555) 010-0199_physiotherapist/|occupational"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bars); i++) {
        struct desk desk;
        lay(&desk, *state, "lang: en\n", bars[i].body);
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, bars[i].width);
        g_autofree char *found = lines_of(strips);
        assert_string_equal(found, bars[i].wanted);
        desk_clear(&desk);
    }
}

/* On screens; paper has no more room to offer. */
static void numbers_are_not_parted(void **state)
{
    struct desk desk;
    lay(&desk, *state, "lang: en\n", "100,000,000,000,000.25");
    desk.setter.parting = PARTING_WORDS;
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 60);
    assert_int_equal(strips->len, 1);
    assert_true(desk.setter.failed);
    assert_said(desk.diag, "100,000,000,000,000.25' is wider");
    desk_clear(&desk);
}

static void parted_words_are_told_once(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "lang: en\n", "so many incomprehensibilities and otolaryngologists\n");
    g_autoptr(GPtrArray) first = set(&desk, TEXT_BODY, 90);
    g_autoptr(GPtrArray) second = set(&desk, TEXT_BODY, 90);
    assert_not_said(s->diag, "[word-parted]");
    desk_clear(&desk);
    assert_said(s->diag,
                "a.md:6:9: note: standard: 'incomprehensibilities' is wider than its line");
    assert_said(s->diag, "as others were [word-parted]");
}

static void trials_tell_of_no_parted_words(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "lang: en\n", "incomprehensibilities");
    struct trial trial = trial_begin(&desk.setter);
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 90);
    assert_false(trial_end(&desk.setter, &trial));
    desk_clear(&desk);
    assert_not_said(s->diag, "[word-parted]");
}

static void note_point(size_t offset, void *data)
{
    g_array_append_val(data, offset);
}

static unsigned count_points(const char *word, const char *lang)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(size_t));
    hyphenation_find(word, strlen(word), lang, note_point, points);
    for (guint i = 0; i < points->len; i++) {
        size_t at = g_array_index(points, size_t, i);
        assert_true(at > 0 && at < strlen(word));
        assert_true(((unsigned char)word[at] & 0xC0) != 0x80);
    }
    return points->len;
}

static void patterns_of_every_language_are_there(void **state)
{
    static const char *const words[][2] = {{"en", "otolaryngology"},
                                           {"en-GB", "otolaryngology"},
                                           {"es-MX", "electroencefalografía"},
                                           {"fr", "Électroencéphale"},
                                           {"pt", "Otorrinolaringologia"},
                                           {"pt-PT", "electricidade"},
                                           {"pl", "Źdźbłowatość"},
                                           {"de", "Überwachungsaufgaben"},
                                           {"it", "elettroencefalogramma"},
                                           {"ru", "Электроэнцефалография"},
                                           {"hi", "स्वास्थ्यकर्मियों"},
                                           {"gu", "આરોગ્યસંભાળ"},
                                           {"pa", "ਸਿਹਤਸੰਭਾਲ"},
                                           {"bn", "স্বাস্থ্যসেবা"}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_int_not_equal(count_points(words[i][1], words[i][0]), 0);
    assert_int_equal(count_points("sairaanhoitaja", "fi"), 0);
    assert_int_equal(count_points("日本語", "en"), 0);
}

/* Pango takes time by the square of its places. */
static void a_word_that_nobody_reads_has_few_places(void **state)
{
    enum { LETTERS = 900, STEP = 5 };
    struct desk desk;
    g_autofree char *word = g_strnfill(LETTERS, 'm');
    lay(&desk, *state, "lang: fi\n", word);
    desk.setter.parting = PARTING_ANYWHERE;
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    size_t letters = 0;
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *words = line_words(strips, i);
        letters += strlen(words);
        assert_int_equal(letters % STEP, 0);
    }
    assert_int_equal(letters, LETTERS);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(wide_words_are_parted_where_a_reader_expects_it),
        scratch_test(only_the_author_parts_a_word_whose_pieces_fit),
        scratch_test(what_was_parted_comes_back_whole),
        scratch_test(a_word_that_nobody_reads_has_few_places),
        scratch_test(stacked_letters_stay_together),
        scratch_test(a_hyphen_is_seen_and_is_no_word),
        scratch_test(marks_take_no_room),
        scratch_test(facts_beside_a_wide_word_stay_whole),
        scratch_test(bars_part_what_is_too_wide_alone),
        scratch_test(numbers_are_not_parted),
        scratch_test(parted_words_are_told_once),
        scratch_test(trials_tell_of_no_parted_words),
        cmocka_unit_test(patterns_of_every_language_are_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
