/* Checks: each rule has an article or a clinic that breaks it, and one text that breaks none. */
#include "check_sketch.h"

#include "content/hours.h"

/* A text with one part replaced. */
static char *with(const char *text, const char *from, const char *to)
{
    g_autoptr(GString) changed = g_string_new(text);
    assert_int_equal(g_string_replace(changed, from, to, 1), 1);
    return g_strdup(changed->str);
}

static void a_good_article_has_no_findings(void **state)
{
    struct scratch *s = *state;
    examine(s, GOOD_FRONT, GOOD_BODY, GOOD_CLINIC, "");
    assert_silent(s->diag);
}

/* 21 words. */
#define LONG_SENTENCE                                                                              \
    "You can go to the shop and the park and the pool and the beach and come back home at four.\n"

#define FIFTY "a bed beside a window that looks out onto the sea, "

static char *repeat(const char *text, unsigned times)
{
    GString *all = g_string_new(NULL);
    while (times--)
        g_string_append(all, text);
    return g_string_free(all, FALSE);
}

/* A body that breaks a rule when it follows the good one. */
static const struct {
    enum rule rule;
    const char *added;
    int line, col; /* of the finding, 0: not looked at; the added text starts in line 30 */
} bodies[] = {
    {RULE_PLACEHOLDER, "TODO: write this.", 30, 1},
    {RULE_PLACEHOLDER, "Call 212 555-0123 now.", 30, 10},
    {RULE_PLACEHOLDER, "See [our page](https://example.com/a).", 30, 5},
    {RULE_PLACEHOLDER, "Lorem ipsum dolor.", 30, 1},
    {RULE_FACT_UNKNOWN, "Call +1 503 234 5678.", 30, 6},
    {RULE_FACT_UNKNOWN, "Call (503) 234-5678.", 30, 6},
    {RULE_FACT_UNKNOWN, "Write to other@harbour-sleep.org.", 30, 0},
    {RULE_FACT_UNKNOWN, "See [the page of others](https://elsewhere.org).", 30, 5},
    {RULE_FACT_UNKNOWN, "We open at 8 am on Monday.", 30, 12},
    {RULE_HOTLINE_RETIRED, "Call 988 and press 3.", 30, 14},
    {RULE_HOTLINE_RETIRED, "Call the National Suicide Prevention Lifeline.", 30, 10},
    {RULE_HOTLINE_RETIRED, "Call 1-800-273-8255.", 30, 6},
    {RULE_HOTLINE_RETIRED, "Call (800) 273 8255.", 30, 6},
    {RULE_HEADING_VAGUE, "## Introduction\n\nYou sleep.", 30, 4},
    {RULE_LINK_VAGUE, "[Click here](https://harbour-sleep.org/a).", 30, 1},
    {RULE_ALT_QUALITY, "See ![bed.png](bed.png).", 30, 5},
    {RULE_ALT_QUALITY, "See ![Image of a bed](bed.png).", 30, 5},
    {RULE_ALT_QUALITY, "See ![photo](bed.png).", 30, 5},
    {RULE_ALT_QUALITY, "See ![" FIFTY FIFTY FIFTY "x](bed.png).", 30, 5},
    {RULE_CAPITALS, "You MUST NEVER stop.", 30, 5},
    {RULE_CAPITALS, "## WARNING\n\nYou sleep.", 30, 4},
    {RULE_LIST_SHAPE, "- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n", 30, 1},
    {RULE_LIST_SHAPE, "- a\n  - b\n    - c\n", 32, 5},
    {RULE_TABLE_SHAPE, "| a | b | c | d |\n|-|-|-|-|\n| 1 | 2 | 3 | 4 |\n", 30, 1},
    {RULE_TABLE_SHAPE, "| One two three four five |\n|-|\n| x |\n", 30, 0},
    {RULE_TABLE_SHAPE, "|a|\n|-|\n|1|\n|2|\n|3|\n|4|\n|5|\n|6|\n|7|\n|8|\n|9|\n", 40, 1},
    {RULE_JARGON, "The efficacy is good.", 30, 5},
    {RULE_ABBREVIATION, "You get TMS here.", 30, 9},
    {RULE_THIRD_PERSON, "Now patients should rest.", 30, 5},
    {RULE_SUMS, "You multiply it by two.", 30, 5},
    {RULE_NUMBERS, "About 40 % of you sleep badly.", 30, 7},
    {RULE_NUMBERS, "You sleep 7.5 hours.", 30, 11},
    {RULE_NUMBERS, "You see 2 nurses, 3 rooms and 14 beds.", 30, 1},
    {RULE_STEPS, "You rest. First turn off the light. Then lie down.", 30, 11},
    {RULE_STEPS, "Do it in these steps.", 30, 10},
    {RULE_SENTENCE_LONG, LONG_SENTENCE, 30, 1},
    {RULE_PARAGRAPH_LONG, "You eat. You rest. You walk. You sleep.", 30, 1},
    {RULE_PASSIVE_RATE, "It is wanted. It was asked. You are often helped.", 30, 1},
};

static void each_body_breaks_its_rule_in_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
        void *fresh = NULL;
        scratch_setup(&fresh);
        struct scratch *s = fresh;
        g_autofree char *body = g_strconcat(GOOD_BODY, "\n", bodies[i].added, "\n", NULL);
        examine(s, GOOD_FRONT, body, GOOD_CLINIC, "");
        g_autofree char *report = printed(s->diag);
        if (count_rule(s->diag, bodies[i].rule) != 1)
            fail_msg("'%s' gives:\n%s", bodies[i].added, report);
        g_autoptr(GPtrArray) findings = diag_findings(s->diag);
        const struct finding *f = findings->pdata[0];
        for (guint j = 0; j < findings->len && f->rule != bodies[i].rule; j++)
            f = findings->pdata[j];
        if (bodies[i].line && f->pos.line != bodies[i].line)
            fail_msg("'%s' is found in line %d", bodies[i].added, f->pos.line);
        if (bodies[i].col && f->pos.col != bodies[i].col)
            fail_msg("'%s' is found in column %d", bodies[i].added, f->pos.col);
        scratch_teardown(&fresh);
    }
}

/* Texts that look like a fault and are none. */
static const struct {
    enum rule rule;
    const char *added;
} harmless[] = {
    {RULE_PLACEHOLDER, "You were todo-free in 1555 0123456."},
    {RULE_FACT_UNKNOWN, "Call us on 212-736-5000, as in 2020-2024 and 2026-03-01."},
    {RULE_FACT_UNKNOWN, "Take it at 8 am. Write to desk@harbour-sleep.org."},
    {RULE_FACT_UNKNOWN, "See [our page](https://www.harbour-sleep.org/a). We open at 9 am."},
    {RULE_HOTLINE_RETIRED, "Call 988, once 1-800-273-8255. On your phone, press 4."},
    {RULE_ALT_QUALITY, "See ![A bed by a window](bed.png)."},
    {RULE_CAPITALS, "You get an X-ray from NASA here."},
    {RULE_LIST_SHAPE, "- a\n  - b\n- c\n"},
    {RULE_TABLE_SHAPE, "| a | b | c |\n|-|-|-|\n| 1 | 2 | 3 |\n"},
    {RULE_ABBREVIATION, "You get magnetic therapy (TMS). TMS helps. So does the USA."},
    {RULE_SENTENCE_LONG, "You see Dr. Lee at 9 a.m. and go home. You rest e.g. in bed."},
    {RULE_PARAGRAPH_LONG, "You eat. You rest. You walk."},
    {RULE_NUMBERS, "About 40 % of you, 2 in 5, sleep badly. You took 2.5 mg and 3 of us in 2019."},
    {RULE_NUMBERS, "On May 12, 2026 at 9:30 am call +1 212 736 5000, 24/7, about 2 cups or B12."},
    {RULE_STEPS, "First turn off the light. You lie down."},
    {RULE_FOREIGN, "The dose** and the time** are below. Take 2 ** 3 ** 4.\n"},
    {RULE_FOREIGN, "Write \\*\\*Note\\*\\* in **bold** letters: `**a** b`.\n"},
    {RULE_STEPS, "First turn off the light. Then lie down.\n\n1. Turn off the light.\n"},
};

static void what_only_looks_wrong_is_left_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(harmless); i++) {
        void *fresh = NULL;
        scratch_setup(&fresh);
        struct scratch *s = fresh;
        g_autofree char *body = g_strconcat(GOOD_BODY, "\n", harmless[i].added, "\n", NULL);
        examine(s, GOOD_FRONT, body, GOOD_CLINIC, "");
        g_autofree char *report = printed(s->diag);
        if (count_rule(s->diag, harmless[i].rule) != 0)
            fail_msg("'%s' gives:\n%s", harmless[i].added, report);
        scratch_teardown(&fresh);
    }
}

/* One part of the good front matter or clinic replaced. */
static const struct {
    enum rule rule;
    bool clinic;
    const char *from, *to;
} settings[] = {
    {RULE_TITLE_LENGTH, false, "Sleep better",
     "All that anybody could ever want to know on how to sleep better at night"},
    {RULE_REVIEW_INTERVAL, false, "2028-03-02", "2029-03-03"},
    {RULE_REVIEW_DUE, false, "2028-03-02", "2026-10-31"},
    {RULE_VALUE, false, "2026-03-02", "2026-12-31"},
    {RULE_PROVENANCE, false, "funding: none\n", ""},
    {RULE_PURPOSE, false, "Help you sleep", "Manage finances"},
    {RULE_PLACEHOLDER, false, "producer: P", "producer: TBD"},
    {RULE_FOREIGN, false, "Sleep better", "Sleep <em>better</em>"},
    {RULE_FOREIGN, false, "Sleep better", "~~Sleep~~ Rest better"},
    {RULE_FOREIGN, false, "producer: P", "producer: \"**P**\""},
    {RULE_FOREIGN, false, "Tell us", "\"[Tell us](https://harbour-sleep.org/)\""},
    {RULE_PLACEHOLDER, true, "12 Quay Street", "123 Main St"},
    {RULE_TELEPHONE_FORM, true, "+1 212 736 5000", "212 736 5000"},
    {RULE_TELEPHONE_FORM, true, "+1 212 736 5000", "+1 112 736 5000"},
    {RULE_POSTAL_FORM, true, "12 Quay Street\n",
     "12 Quay Street\n  postal_code: '9747'\n  address_country: US\n"},
    {RULE_POSTAL_FORM, true, "12 Quay Street\n",
     "12 Quay Street\n  address_region: Orgeon\n  address_country: US\n"},
    {RULE_VERIFIED_ON, true, "verified_on: 2026-10-01\ncrisis", "verified_on: 2025-10-31\ncrisis"},
    {RULE_VERIFIED_ON, true, "verified_on: 2026-10-01\ncrisis", "crisis"},
    {RULE_VERIFIED_ON, true, "    verified_on: 2026-10-01\n", ""},
    {RULE_HOURS_OVERLAP, true, "Sa,Su off", "Fr-Su 16:00-18:00"},
    {RULE_HOURS_GAP, true, "Sa,Su off", "Sa off"},
};

static void each_setting_breaks_its_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++) {
        void *fresh = NULL;
        scratch_setup(&fresh);
        struct scratch *s = fresh;
        const char *whole = settings[i].clinic ? GOOD_CLINIC : GOOD_FRONT;
        g_autofree char *changed = with(whole, settings[i].from, settings[i].to);
        examine(s, settings[i].clinic ? GOOD_FRONT : changed, GOOD_BODY,
                settings[i].clinic ? changed : GOOD_CLINIC, "");
        g_autofree char *report = printed(s->diag);
        if (count_rule(s->diag, settings[i].rule) != 1)
            fail_msg("'%s' gives:\n%s", settings[i].to, report);
        scratch_teardown(&fresh);
    }
}

static struct hours read_hours(const char *line)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    assert_true(hours_read(line, rules));
    assert_int_equal(rules->len, 1);
    return g_array_index(rules, struct hours, 0);
}

static void hours_contradict_each_other_or_do_not(void **state)
{
    static const struct {
        const char *one, *other;
        bool overlap;
    } cases[] = {
        {"Mo-Fr 09:00-12:00", "Fr 11:00-13:00", true},
        {"Mo-Fr 09:00-12:00", "Mo-Fr 12:00-13:00", false},
        {"Mo-Fr 13:00-17:00", "Mo 09:00-12:00", false},
        {"Mo-Fr 09:00-12:00", "Sa 09:00-12:00", false},
        {"Mo-Fr 09:00-12:00", "Fr off", true},
        {"Mo-Fr", "Th 09:00-10:00", true},
        {"24/7", "Su off", true},
        {"Mo-Fr 09:00-12:00", "PH off", false},
        {"Mo-Fr 09:00-12:00", "Dec 24 off", false},
        {"Mo-Fr 09:00-12:00", "We[1] off", false},
        {"Mo-Fr 09:00-12:00", "Fr by appointment", false},
        {"Mo-Fr 17:00+", "Fr 18:00-20:00", true},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct hours one = read_hours(cases[i].one), other = read_hours(cases[i].other);
        if (hours_overlap(&one, &other) != cases[i].overlap ||
            hours_overlap(&other, &one) != cases[i].overlap)
            fail_msg("'%s' and '%s'", cases[i].one, cases[i].other);
    }
    struct hours long_end = read_hours("Fr-Mo 09:00-12:00"), always = read_hours("24/7"),
                 holidays = read_hours("PH off");
    assert_int_equal(hours_weekdays(&long_end), 0x71);
    assert_int_equal(hours_weekdays(&always), 0x7f);
    assert_int_equal(hours_weekdays(&holidays), 0);
}

static void a_clinic_without_any_route_is_reported(void **state)
{
    struct scratch *s = *state;
    examine(s, GOOD_FRONT, "You sleep. Tell us.", "name: N\n", "");
    assert_int_equal(count_rule(s->diag, RULE_CONTACT_ROUTE), 1);
}

static void mental_health_asks_for_a_crisis_line(void **state)
{
    struct scratch *s = *state;
    g_autofree char *without = with(GOOD_CLINIC,
                                    "crisis_lines:\n  - name: Night line\n    telephone: '988'\n"
                                    "    verified_on: 2026-10-01\n",
                                    "");
    examine(s, GOOD_FRONT, GOOD_BODY, without, "");
    assert_silent(s->diag);
    examine(s, GOOD_FRONT, GOOD_BODY "\nPanic attack.\n\nSuicidal.\n\nDepression.\n", without, "");
    assert_int_equal(count_rule(s->diag, RULE_CRISIS_LINE), 1);
    g_autoptr(GPtrArray) findings = diag_findings(s->diag); /* the first phrase of the list's */
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *found = findings->pdata[i];
        assert_true(found->rule != RULE_CRISIS_LINE || strstr(found->message, "'suicidal'"));
    }
}

static void a_long_text_is_measured(void **state)
{
    struct scratch *s = *state;
    g_autofree char *hard =
        repeat("The multiplicity of considerations necessitates **institutional deliberation "
               "regarding therapeutic possibilities** and individual circumstances.\n\n",
               30);
    examine(s, GOOD_FRONT, hard, GOOD_CLINIC, "");
    static const enum rule rules[] = {
        RULE_READING_GRADE,  RULE_READING_SMOG, RULE_READING_EASE, RULE_LONG_WORDS, RULE_YOU_RATE,
        RULE_SECTION_LENGTH, RULE_VISUAL_CUES,  RULE_BOLD_RATE,    RULE_NEXT_STEPS, RULE_TOOL,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (count_rule(s->diag, rules[i]) != 1)
            fail_msg("%u findings of '%s'", count_rule(s->diag, rules[i]), rule_get(rules[i])->id);
}

static void an_easy_text_of_the_same_length_is_not_blamed(void **state)
{
    struct scratch *s = *state;
    g_autofree char *easy = repeat("You can sleep well. Keep your room dark.\n\n", 20);
    examine(s, GOOD_FRONT "questions: [How long shall I sleep?]\n", easy, GOOD_CLINIC, "");
    assert_silent(s->diag);
    g_autofree char *checklist = g_strconcat(easy, "- [ ] Turn off the light.\n", NULL);
    examine(s, GOOD_FRONT, checklist, GOOD_CLINIC, "");
    assert_silent(s->diag);
}

static void at_most_ten_sentences_are_named(void **state)
{
    struct scratch *s = *state;
    g_autofree char *body = repeat(LONG_SENTENCE "\n", 40);
    examine(s, GOOD_FRONT, body, GOOD_CLINIC, "");
    assert_int_equal(count_rule(s->diag, RULE_SENTENCE_LONG), 10);
    assert_int_equal(count_rule(s->diag, RULE_SENTENCE_MEAN), 1);
}

static void seven_sections_are_too_many(void **state)
{
    struct scratch *s = *state;
    g_autofree char *body = repeat("## What helps you\n\nGo to bed early.\n\n", 7);
    examine(s, GOOD_FRONT, body, GOOD_CLINIC, "");
    assert_int_equal(count_rule(s->diag, RULE_SECTION_COUNT), 1);
}

static void spanish_is_measured_by_its_own_scale(void **state)
{
    struct scratch *s = *state;
    g_autofree char *front = with(GOOD_FRONT, "en-US", "es");
    g_autofree char *hard =
        repeat("La multiplicidad de consideraciones institucionales necesita deliberaciones "
               "interdisciplinarias extraordinariamente complicadas.\n\n",
               20);
    examine(s, front, hard, GOOD_CLINIC, "");
    assert_int_equal(count_rule(s->diag, RULE_READING_INFLESZ), 1);
    assert_int_equal(count_rule(s->diag, RULE_READING_GRADE), 0);
    assert_int_equal(count_rule(s->diag, RULE_JARGON), 0);
}

static void messages_end_with_what_to_do(void **state)
{
    struct scratch *s = *state;
    examine(s, "title: TODO\n", "You MUST NEVER see [here](https://elsewhere.org) TMS.\n",
            "name: N\ntelephone: '555 0123'\n", "");
    g_autoptr(GPtrArray) findings = diag_findings(s->diag);
    unsigned checked = 0;
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *f = findings->pdata[i];
        checked += f->rule >= RULE_CHECK_FIRST;
        if (f->rule >= RULE_CHECK_FIRST && !g_str_has_suffix(f->message, rule_get(f->rule)->fix))
            fail_msg("no advice at the end of '%s'", f->message);
    }
    assert_true(checked > 5);
}

static void checks_yaml_weighs_and_silences(void **state)
{
    struct scratch *s = *state;
    examine(s, GOOD_FRONT, GOOD_BODY "\nYou get TMS. The efficacy is good.\n", GOOD_CLINIC,
            "severity:\n  jargon: error\nsilence:\n  abbreviation: all know it\n");
    assert_int_equal(count_rule(s->diag, RULE_ABBREVIATION), 0);
    assert_int_equal(diag_silenced(s->diag), 1);
    assert_int_equal(diag_errors(s->diag), 1);
    assert_said(s->diag, "error: few readers know 'efficacy'");
}

static void a_comment_silences_its_article(void **state)
{
    struct scratch *s = *state;
    examine(s, GOOD_FRONT,
            GOOD_BODY "\nYou get TMS.\n\n<!-- handout silence abbreviation: all know it -->\n",
            GOOD_CLINIC, "");
    assert_silent(s->diag);
    assert_int_equal(diag_silenced(s->diag), 1);
}

static void silence_takes_a_known_rule_and_a_reason(void **state)
{
    static const char *const faults[][2] = {
        {"silence:\n  jargn: why\n", "there is no rule 'jargn': did you mean 'jargon'?"},
        {"silence:\n  jargon:\n", "nothing says why 'jargon' is silenced"},
        {"silence:\n  glyph-missing: why\n", "keeps a promise"},
        {"severity:\n  jargon: loud\n", "a severity is"},
        {"silent:\n  jargon: why\n", "unknown key 'silent'"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        void *fresh = NULL;
        scratch_setup(&fresh);
        struct scratch *s = fresh;
        examine(s, GOOD_FRONT, GOOD_BODY, GOOD_CLINIC, faults[i][0]);
        assert_said(s->diag, faults[i][1]);
        scratch_teardown(&fresh);
    }
    struct scratch *s = *state;
    examine(s, GOOD_FRONT, GOOD_BODY "\n<!-- handout silence jargon -->\n", GOOD_CLINIC, "");
    assert_said(s->diag, "nothing says why 'jargon' is silenced");
}

static void rules_can_be_weighed_after_the_fact(void **state)
{
    struct scratch *s = *state;
    diag_report(s->diag, RULE_JARGON, (struct pos){0}, "word");
    diag_set_severity(s->diag, RULE_JARGON, SEVERITY_ERROR);
    assert_int_equal(diag_errors(s->diag), 1);
    diag_silence(s->diag, RULE_JARGON, 0);
    assert_int_equal(diag_errors(s->diag), 0);
    diag_report(s->diag, RULE_JARGON, (struct pos){0}, "other word");
    assert_silent(s->diag);
    assert_int_equal(diag_silenced(s->diag), 2);
}

static void render_sees_facts_and_one_line_on_reading(void **state)
{
    struct scratch *s = *state;
    g_autofree char *hard = repeat("The TMS necessitates institutional deliberation.\n\n", 30);
    g_autofree char *text = g_strdup_printf("---\n%s---\n\n%sTODO\n", GOOD_FRONT, hard);
    g_autofree char *path = scratch_write(s, "a.md", text, -1);
    struct article *article = article_load(path, s->diag);
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    check_article(article, NULL, labels, DEPTH_RENDER, s->diag);
    assert_int_equal(count_rule(s->diag, RULE_READING_GRADE), 1);
    assert_int_equal(count_rule(s->diag, RULE_PLACEHOLDER), 1);
    g_autoptr(GPtrArray) findings = diag_findings(s->diag);
    assert_int_equal(findings->len, 2);
    labels_free(labels);
    article_free(article);
}

static int set_today(void **state)
{
    (void)state;
    g_setenv("SOURCE_DATE_EPOCH", TODAY, TRUE);
    return 0;
}

#define CHECK_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHECK_TEST(a_good_article_has_no_findings),
        CHECK_TEST(each_body_breaks_its_rule_in_its_place),
        CHECK_TEST(what_only_looks_wrong_is_left_alone),
        CHECK_TEST(each_setting_breaks_its_rule),
        CHECK_TEST(hours_contradict_each_other_or_do_not),
        CHECK_TEST(a_clinic_without_any_route_is_reported),
        CHECK_TEST(mental_health_asks_for_a_crisis_line),
        CHECK_TEST(a_long_text_is_measured),
        CHECK_TEST(an_easy_text_of_the_same_length_is_not_blamed),
        CHECK_TEST(at_most_ten_sentences_are_named),
        CHECK_TEST(seven_sections_are_too_many),
        CHECK_TEST(spanish_is_measured_by_its_own_scale),
        CHECK_TEST(messages_end_with_what_to_do),
        CHECK_TEST(checks_yaml_weighs_and_silences),
        CHECK_TEST(a_comment_silences_its_article),
        CHECK_TEST(silence_takes_a_known_rule_and_a_reason),
        CHECK_TEST(rules_can_be_weighed_after_the_fact),
        CHECK_TEST(render_sees_facts_and_one_line_on_reading),
    };
    return cmocka_run_group_tests(tests, set_today, NULL);
}
