/* Signs that voices pass over, and the words that are heard for them. */
#include "base/paths.h"
#include "scratch.h"

#include "player/speech_marks.h"
#include "player/speech_signs.h"
#include "player/spoken_sign.h"

static char *heard_of(const char *text, const char *lang, const struct labels *labels)
{
    g_autoptr(GArray) signs = speech_find_signs(text, lang, labels);
    GString *heard = g_string_new(NULL);
    size_t at = 0;
    for (guint i = 0; i < signs->len; i++) {
        const struct spoken_sign *sign = &g_array_index(signs, struct spoken_sign, i);
        g_string_append_len(heard, text + at, (gssize)(sign->at.start - at));
        at = sign->at.end;
        bool blank = spoken_sign_is_parted(text + at);
        if (sign->words)
            g_string_append_printf(heard, " %s%s", sign->words, blank ? " " : "");
        for (size_t n = sign->at.start; !sign->words && n < sign->at.end; n++)
            g_string_append_printf(heard, " %c", text[n]);
    }
    g_string_append(heard, text + at);
    return g_string_free(heard, FALSE);
}

/* Compares what is heard, without blanks beyond one. */
static void assert_heard(const char *lang, const char *text, const char *wanted)
{
    struct diag *diag = diag_new(false);
    struct labels *labels =
        labels_load(LABELS_OWN, lang, (struct pos){paths_number("a.md"), 1, 1}, diag);
    g_autofree char *heard = heard_of(text, lang, labels);
    g_auto(GStrv) words = g_strsplit_set(heard, " ", -1);
    g_autoptr(GString) all = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(all, "%s%s", all->len ? " " : "", *word);
    assert_string_equal(all->str, wanted);
    labels_free(labels);
    diag_free(diag);
}

static void the_dash_of_a_range_is_a_word(void **state)
{
    (void)state;
    assert_heard("en", "Take 5–10 mg.", "Take 5 to 10 milligrams.");
    assert_heard("en", "5 – 10 mg or 5-10 mg", "5 to 10 milligrams or 5 to 10 milligrams");
    assert_heard("en", "5 mg – 10 mg, 38 °C–39 °C",
                 "5 milligrams to 10 milligrams, 38 degrees Celsius to 39 degrees Celsius");
    assert_heard("en", "½–1 tablet, 1½–2 tablets", "half to 1 tablet, 1 and a half to 2 tablets");
    assert_heard("en", "8:30 am–12 pm, 120/80–130/85",
                 "8:30 am to 12 pm, 120 over 80 to 130 over 85");
    assert_heard("en", "3–5 May 2020–2024", "3 to 5 May 2020 to 2024");
    assert_heard("en", "$5–$10", "5 dollars to 10 dollars");
    assert_heard("es", "5–10 mg", "5 a 10 miligramos");
    assert_heard("de", "5–10 mg", "5 bis 10 Milligramm");
    assert_heard("zh-Hans", "每天5–10毫克", "每天5 至 10毫克");
    assert_heard("ar", "٥–١٠ ملغ", "٥ إلى ١٠ مليغرام");
}

static void a_fraction_is_in_the_words_of_its_language(void **state)
{
    (void)state;
    assert_heard("en", "25 mg (½ tablet)", "25 milligrams ( half tablet)");
    assert_heard("en", "(¼ tablet) (⅔ cup)", "( a quarter tablet) ( two thirds cup)");
    assert_heard("en", "1½ or 2 ¼ tablets", "1 and a half or 2 and a quarter tablets");
    assert_heard("es", "½ tableta, 1½ tabletas", "media tableta, 1 y media tabletas");
    assert_heard("ar", "(½ قرص)", "( نصف قرص)");
    assert_heard("de", "2½ Tabletten", "2 einhalb Tabletten");
    assert_heard("zh-Hans", "每次½片", "每次 半 片");
}

static void whatever_is_typed_for_a_minus_is_heard(void **state)
{
    (void)state;
    assert_heard("en", "Keep it at –5 °C (-5 °C) or −5 °C.",
                 "Keep it at minus 5 degrees Celsius ( minus 5 degrees Celsius) or minus 5 degrees "
                 "Celsius.");
    assert_heard("en", "-2 to -1.5", "minus 2 to minus 1.5");
    assert_heard("en", "below < -20 °C", "below less than minus 20 degrees Celsius");
    assert_heard("en", "5 mg –10 mg, 3 –5", "5 milligrams to 10 milligrams, 3 to 5");
    assert_heard("es", "a –5 °C", "a menos 5 grados Celsius");
}

static void other_dashes_stay(void **state)
{
    (void)state;
    static const char *const others[] = {
        "503-234-5678",
        "1-800-222-1222",
        "COVID-19",
        "COVID-19-20",
        "a well-known one",
        "1–0–1 a day",
        "Ward 12-3",
        "code 05-10",
        "Take 2 now – 3 are too many",
        "Take 2 — 3 are too many",
        "T4-10",
        "7 - 3",
        "one – two",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_heard("en", others[i], others[i]);
}

static void signs_of_comparison_are_words(void **state)
{
    (void)state;
    assert_heard("en", "if > 38 °C or <3", "if more than 38 degrees Celsius or less than 3");
    assert_heard("es", "≥ 3 días, ≤ 5 mg", "al menos 3 días, como máximo 5 miligramos");
    assert_heard("ko", "> 38 °C 이면", "섭씨 38 도 초과 이면");
    assert_heard("ko", "<3일", "3 미만 일");
    assert_heard("hi", "< 3 दिन", "3 से कम दिन");
    assert_heard("en", "a < b", "a < b");
}

static void units_are_heard_by_their_names(void **state)
{
    (void)state;
    assert_heard("en", "1 mg, 5mg, 2.5 mL, 50 µg",
                 "1 milligram, 5 milligrams, 2.5 milliliters, 50 micrograms");
    assert_heard("en", "a 5-mg dose, 2 mg/ml, 1,500 kg",
                 "a 5 milligram dose, 2 milligrams per milliliter, 1,500 kilograms");
    assert_heard("en", "120 mmHg, 98.6 °F, 5 %",
                 "120 millimeters of mercury, 98.6 degrees Fahrenheit, 5 percent");
    assert_heard("en-GB", "5 ml", "5 millilitres");
    assert_heard("de", "2 Std. oder 30 Min.", "2 Stunden oder 30 Minuten");
    assert_heard("fr", "1,5 kg à 8 h 30 ou 8h30, 2 kg",
                 "1,5 kilogramme à 8 heures 30 ou 8 heures 30, 2 kilogrammes");
    assert_heard("ru", "1 мг, 22 мг, 11 мг, 5 мг, 0,5 мг",
                 "1 миллиграмм, 22 миллиграмма, 11 миллиграмм, 5 миллиграмм, 0,5 миллиграмма");
    assert_heard("pl", "1 l, 3 l, 12 l, 1,5 l", "1 litr, 3 litry, 12 litrów, 1,5 litra");
    assert_heard("ar", "٥ غم، 12 غم، 100 غم", "٥ غرامات، 12 غرامًا، 100 غرام");
    assert_heard("ko", "38 °C, 5mg을", "섭씨 38 도, 5 밀리그램 을");
    assert_heard("zh-Hans", "每次5mg，40%", "每次5 毫克， 百分之 40");
}

static void letters_that_are_no_units_stay(void **state)
{
    (void)state;
    static const char *const others[] = {"5G",        "vitamin B12 g", "5 lit", "3 d’",
                                         "in 2026 g", "T4 h",          "5mg2"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_heard("en", others[i], others[i]);
    assert_heard("ru", "в 2026 г.", "в 2026 г.");
    assert_heard("cs", "5 mg", "5 mg");
}

static void figures_are_heard_as_what_they_are(void **state)
{
    (void)state;
    assert_heard("en", "Text HOME to 741741 now.", "Text HOME to 7 4 1 7 4 1 now.");
    assert_heard("en", "Portland 97201-1234, 10000 steps",
                 "Portland 9 7 2 0 1 - 1 2 3 4, 10000 steps");
    assert_heard("en", "120/80 mmHg", "120 over 80 millimeters of mercury");
    assert_heard("en", "1/2 tablet or 1 1/2 tablets", "half tablet or 1 and a half tablets");
    assert_heard("de", "Blutdruck 120/80", "Blutdruck 120 zu 80");
    assert_heard("en", "by 2026-12-03 or 25/12/2026", "by December 3, 2026 or December 25, 2026");
    assert_heard("en", "on 3/4/2026", "on 3, 4, 2026");
    assert_heard("de", "am 3.4.2026", "am 3. April 2026");
    assert_heard("zh-Hans", "2.25毫克", "2 点 2 5毫克");
    assert_heard("ko", "2.5 mg", "2 점 5 밀리그램");
    assert_heard("fr", "10\u202F000 pas", "10000 pas");
    assert_heard("en", "Write to a@example.org.", "Write to a@example.org");
    assert_heard("en", "~50 people", "about 50 people");
}

static void no_sign_about_figures_to_dial_is_heard(void **state)
{
    (void)state;
    struct diag *diag = diag_new(false);
    struct labels *labels =
        labels_load(LABELS_OWN, "en", (struct pos){paths_number("a.md"), 1, 1}, diag);
    g_autoptr(GString) ssml = g_string_new(NULL);
    speech_mark(ssml, "Call 988. Text 741741.", "en", labels);
    assert_string_equal(ssml->str, "Call <say-as interpret-as=\"characters\">988</say-as>, Text "
                                   "<say-as interpret-as=\"characters\">741</say-as>, "
                                   "<say-as interpret-as=\"characters\">741</say-as>,");
    labels_free(labels);
    diag_free(diag);
}

static void figures_that_may_be_more_than_one_thing_stay(void **state)
{
    (void)state;
    static const char *const others[] = {
        "24/7 help",    "page 1/2", "7/10",      "32/13/2026", "at 8:30",        "1,000,000 of us",
        "12000 people", "AB12345",  "at 9 a.m.", "e.g.",       "version 1.2.3.4"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_heard("en", others[i], others[i]);
    assert_heard("cs", "25. 12. 2026 nebo 2026-12-03", "25. 12. 2026 nebo 2026-12-03");
}

static void strokes_and_others_are_words(void **state)
{
    (void)state;
    assert_heard("en", "5 mg/kg and/or 1/2", "5 milligrams per kilogram and/or 1/2");
    assert_heard("de", "2 × 5 mg → 10 mg/Tag", "2 mal 5 Milligramm dann 10 Milligramm pro Tag");
    assert_heard("zh-Hans", "38 °C $5", "38 摄氏度 5 美元");
    assert_heard("es", "¾ de hora", "tres cuartos de hora");
}

/* Whichever side of the number the sign stands on. */
static void money_is_heard_behind_its_number(void **state)
{
    (void)state;
    assert_heard("en", "It costs $9,000, £20 or 5 €, 1 € each.",
                 "It costs 9,000 dollars, 20 pounds or 5 euros, 1 euro each.");
    assert_heard("en", "$1 and $1.5 million", "1 dollar and 1.5 million dollars");
    assert_heard("de", "9.000 $, 20 £, 1,5 €, $5", "9.000 Dollar, 20 Pfund, 1,5 Euro, 5 Dollar");
    assert_heard("es", "$1,5 millones", "1,5 millones de dólares");
    assert_heard("fr", "5 €, £1, $2 millions", "5 euros, 1 livre, 2 millions de dollars");
    assert_heard("pl", "2 $, 5 $, $1,5", "2 dolary, 5 dolarów, 1,5 dolara");
    assert_heard("ru", "5 €, $21, $2 миллиона", "5 евро, 21 доллар, 2 миллиона долларов");
    assert_heard("ko", "5 €, $9,000", "5 유로, 9,000 달러");
    assert_heard("ht", "$5", "5 dola");
    assert_heard("cs", "$5", "$5");
}

/* Behind which a unit stands; what parts thousands does not part decimals. */
static void decimals_in_another_way_are_heard_as_such(void **state)
{
    (void)state;
    assert_heard("en", "2,5 mg, 0,125 mg, 1,000 mg, 2,5 or 3",
                 "2.5 milligrams, 0.125 milligrams, 1,000 milligrams, 2,5 or 3");
    assert_heard("pt", "2.5 mg, 1.000 mg", "2,5 miligramas, 1.000 miligramas");
    assert_heard("pl", "2.5 mg", "2,5 miligrama");
    assert_heard("ar", "2,5 mg", "2.5 مليغرام");
    assert_heard("zh-Hans", "2,5 mg", "2 点 5 毫克");
    assert_heard("en", "$2,50", "2.50 dollars");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dash_of_a_range_is_a_word),
        cmocka_unit_test(a_fraction_is_in_the_words_of_its_language),
        cmocka_unit_test(whatever_is_typed_for_a_minus_is_heard),
        cmocka_unit_test(other_dashes_stay),
        cmocka_unit_test(signs_of_comparison_are_words),
        cmocka_unit_test(units_are_heard_by_their_names),
        cmocka_unit_test(letters_that_are_no_units_stay),
        cmocka_unit_test(figures_are_heard_as_what_they_are),
        cmocka_unit_test(no_sign_about_figures_to_dial_is_heard),
        cmocka_unit_test(figures_that_may_be_more_than_one_thing_stay),
        cmocka_unit_test(strokes_and_others_are_words),
        cmocka_unit_test(money_is_heard_behind_its_number),
        cmocka_unit_test(decimals_in_another_way_are_heard_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
