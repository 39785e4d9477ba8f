/* The breaker: lines of one length, no small words at their ends, no scraps. */
#include "text_sketch.h"

#include "layout/breaker.h"

static const struct break_costs *costs(void)
{
    return profile_standard.trim->breaks;
}

/* A chunk for each word of `text`: as wide as it has letters; what comes before a '|' ends a line
 * in any case, '^' marks small words, '?' those that begin a phrase, '!' what turns the words
 * before it round, '~' the parts of a fact that goes on. */
static GArray *chunks_of(const char *text)
{
    GArray *chunks = g_array_new(FALSE, FALSE, sizeof(struct chunk));
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i]; i++) {
        const char *word = words[i] + strspn(words[i], "^?!~");
        gsize length = strcspn(word, "|");
        struct chunk chunk = {.width = (double)length,
                              .blank = 1,
                              .letters = (guint)length,
                              .small = words[i][0] == '^',
                              .phrase = words[i][0] == '?',
                              .negation = words[i][0] == '!',
                              .fact = words[i][0] == '~',
                              .number = strspn(word, "0123456789") == length,
                              .pause = length > 0 && word[length - 1] == ',',
                              .sentence = length > 0 && word[length - 1] == '.',
                              .last = word[length] == '|' || !words[i + 1]};
        g_array_append_val(chunks, chunk);
    }
    return chunks;
}

/* The words of each line, parted by '/'. */
static char *broken(const char *text, double measure, bool heading)
{
    g_autoptr(GArray) chunks = chunks_of(text);
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs(), heading);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    GString *lines = g_string_new(NULL);
    for (guint i = 0, line = 0; ends && words[i]; i++) {
        bool ends_line = g_array_index(ends, guint, line) == i + 1;
        g_string_append_printf(lines, "%s%s", words[i], ends_line ? "/" : " ");
        line += ends_line;
    }
    return g_string_free(lines, FALSE);
}

static void assert_broken(const char *text, double measure, const char *lines)
{
    g_autofree char *found = broken(text, measure, false);
    assert_string_equal(found, lines);
}

static void assert_heading_broken(const char *text, double measure, const char *lines)
{
    g_autofree char *found = broken(text, measure, true);
    assert_string_equal(found, lines);
}

static void facts_are_not_parted(void **state)
{
    (void)state;
    assert_broken("aaaa bbbb cccc dddd", 14, "aaaa bbbb/cccc dddd/");
    assert_broken("aaaa ~bbbb cccc dddd", 14, "aaaa/~bbbb cccc dddd/");
}

static void lines_have_one_length(void **state)
{
    (void)state;
    assert_broken("aaaa bbbb cccc dddd", 14, "aaaa bbbb/cccc dddd/");
    assert_broken("aaaaaaaa bbbbbb cccccc dddddd eeeeee", 27,
                  "aaaaaaaa bbbbbb/cccccc dddddd eeeeee/");
}

static void there_are_no_more_lines_than_needed(void **state)
{
    (void)state;
    assert_broken("aaaa bbbb", 9, "aaaa bbbb/");
    assert_broken("aaaa bbbb cccc", 14, "aaaa bbbb cccc/");
}

static void small_words_go_on(void **state)
{
    (void)state;
    assert_broken("aaaaa bbbbb ccccc ddddd eeeee", 23, "aaaaa bbbbb/ccccc ddddd eeeee/");
    assert_broken("aaaaa ^bbbbb ccccc ddddd eeeee", 23, "aaaaa ^bbbbb ccccc/ddddd eeeee/");
}

static void words_of_one_letter_go_on_rather_than_lines_are_even(void **state)
{
    (void)state;
    assert_broken("aaaa bbb ^ii cccc dddd", 16, "aaaa bbb ^ii/cccc dddd/");
    assert_broken("aaaa bbb ^i ccccc dddd", 16, "aaaa bbb/^i ccccc dddd/");
}

static void headings_rather_part_phrases_than_are_even(void **state)
{
    (void)state;
    assert_heading_broken("call us the same day ?if you have", 24,
                          "call us the same day/?if you have/");
    assert_broken("call us the same day ?if you have", 24, "call us the same/day ?if you have/");
}

/* The ladder of sizes would take smaller letters for a first line that stops short. */
static void phrases_leave_no_line_short(void **state)
{
    (void)state;
    assert_heading_broken("aaaa bbbbb ?if ccccc dddddddddd", 24,
                          "aaaa bbbbb ?if/ccccc dddddddddd/");
}

static void phrases_leave_no_word_alone(void **state)
{
    (void)state;
    assert_heading_broken("aaaa ?to bbbb", 9, "aaaa ?to/bbbb/");
}

static void the_first_word_behind_a_comma_goes_on(void **state)
{
    (void)state;
    assert_broken("aaaa aaaa bb cccccc ddd", 21, "aaaa aaaa bb/cccccc ddd/");
    assert_broken("aaaa aaa, bb cccccc ddd", 21, "aaaa aaa,/bb cccccc ddd/");
}

/* Letters that no blanks part. */
static bool signs_are_clean(const char *signs, double measure)
{
    g_autoptr(GArray) chunks = chunks_of(signs);
    for (guint i = 0; i < chunks->len; i++)
        g_array_index(chunks, struct chunk, i).blank = 0;
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs(), false);
    return breaker_mess(chunks, ends, measure, costs(), false) < MESS_SCRAPS;
}

/* "and you / can drive" */
static void small_words_before_it_do_not_part_it_from_the_comma(void **state)
{
    (void)state;
    assert_broken("aaaa aaa, ^c d ffffff ggg", 23, "aaaa aaa,/^c d ffffff ggg/");
    assert_broken("aaaa aaa, c d ffffff ggg", 23, "aaaa aaa, c d/ffffff ggg/");
}

static void two_signs_alone_are_a_scrap(void **state)
{
    (void)state;
    assert_false(signs_are_clean("a b c d", 2));
    assert_true(signs_are_clean("a b c d", 4));
    assert_true(signs_are_clean("a b c d e f", 3));
}

static void numbers_go_on_with_what_they_count(void **state)
{
    (void)state;
    assert_broken("aaaaa bbbbb 12 ddddd eeeee", 20, "aaaaa bbbbb/12 ddddd eeeee/");
}

/* "You do / not need" reads as its opposite; a sentence may begin with such a word. */
static void no_line_begins_with_a_negation(void **state)
{
    (void)state;
    assert_broken("aaaa bbbb cccccc dddd ee", 17, "aaaa bbbb/cccccc dddd ee/");
    assert_broken("aaaa bbbb !cccccc dddd ee", 17, "aaaa bbbb !cccccc/dddd ee/");
    assert_broken("aaaa bbbb. !cccccc dddd ee", 18, "aaaa bbbb./!cccccc dddd ee/");
}

static void sentences_end_lines(void **state)
{
    (void)state;
    assert_broken("aaaaa bbbbb. ccccc ddddd eeeee", 24, "aaaaa bbbbb./ccccc ddddd eeeee/");
}

/* Even where the first line is then shorter than the second. */
static void no_word_is_left_alone(void **state)
{
    (void)state;
    assert_broken("aaaaaaaaaa bbbb cc", 16, "aaaaaaaaaa/bbbb cc/");
}

static void forced_ends_stay(void **state)
{
    (void)state;
    assert_broken("aa| bbbb cccc dddd eeee", 14, "aa|/bbbb cccc/dddd eeee/");
}

static void what_is_too_wide_has_no_lines(void **state)
{
    (void)state;
    assert_broken("aa bbbbbbbb", 5, "");
}

static bool is_clean(const char *text, double measure)
{
    g_autoptr(GArray) chunks = chunks_of(text);
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs(), false);
    return breaker_mess(chunks, ends, measure, costs(), false) < MESS_SCRAPS;
}

static void scraps_are_known(void **state)
{
    (void)state;
    assert_true(is_clean("aaaa", 20));
    assert_true(is_clean("aaaa bbbb cccc dddd", 14));
    assert_false(is_clean("aaaaaaaaaaaa bbb", 14));
    assert_false(is_clean("bbb aaaaaaaaaaaa cccccccccccc", 14));
    assert_true(is_clean("aaaaaaaaaaaa bbbbbbbbbbb", 14));
    assert_true(is_clean("bbbb aaaaaaaaa cccccccc", 12));
    assert_false(is_clean("bbb aaaaaaaaaa cccccccc", 12));
    assert_false(is_clean("aaaaaaaaaaaa bbbb", 12));
}

static enum mess mess_of(const char *text, double measure, bool heading)
{
    g_autoptr(GArray) chunks = chunks_of(text);
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs(), heading);
    return breaker_mess(chunks, ends, measure, costs(), heading);
}

/* A word that leaves more than half of its line is a scrap; in a heading, one that leaves more than
 * two thirds. */
static void headings_may_end_in_a_word(void **state)
{
    (void)state;
    assert_int_equal(mess_of("aaaaaaaaaaaa bbbbbb", 14, true), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaaaaaaa bbbbbb", 14, false), MESS_SCRAPS);
    assert_int_equal(mess_of("aaaaaaaaaaaa bbbb", 14, true), MESS_SCRAPS);
    assert_int_equal(mess_of("aaaaaaaaaaaa bbbbbbbb", 14, true), MESS_NONE);
}

static void lines_that_stop_short_are_known(void **state)
{
    (void)state;
    assert_int_equal(mess_of("aa bb cccccccccccccccc dddddddddddd", 20, false), MESS_SHORT);
    assert_int_equal(mess_of("aa bb, cccccccccccccccc dddddddddddd", 20, false), MESS_NONE);
    assert_int_equal(mess_of("aaaa bbbb cccccccccccccccc dddddddddddd", 20, false), MESS_NONE);
}

/* However wide its letters are; the last line is judged by itself. */
static void short_words_alone_are_known(void **state)
{
    (void)state;
    assert_int_equal(mess_of("bbbb aaaaaaaaa cccccccc", 12, false), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaaaaaaa ^bb ^cc aaaaaaaaaaaa", 12, false), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaaaaaaa bb cccc aaaaaaaaaaaa", 12, false), MESS_NONE);
    assert_int_equal(mess_of("bbbbbb aaaaaaaaa cccccccc", 12, false), MESS_NONE);
    assert_int_equal(mess_of("aaa| bbbbbbbbbb cccccccc", 12, false), MESS_NONE);
}

static void first_words_of_sentences_are_known(void **state)
{
    (void)state;
    assert_int_equal(mess_of("aaaaaaa. bbb cccccccccc ddd", 14, false), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaa bbb cccccccccc ddd", 14, false), MESS_NONE);
    assert_int_equal(mess_of("aaaaaaa. bbb. cccccccccc ddd", 14, false), MESS_NONE);
}

/* But where they are about as wide as lines are, or clauses by themselves. */
static void ends_of_clauses_alone_are_known(void **state)
{
    (void)state;
    assert_int_equal(mess_of("aaaa bbbb ccccccc, dddddddddddddd eee", 18, false), MESS_NONE);
    assert_int_equal(mess_of("aaaaaaaaaaaaa ccccccc, dddddddddddddd eee", 18, false), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaaaaaaa, ccccccc, dddddddddddddd eee", 18, false), MESS_NONE);
    assert_int_equal(mess_of("aaaaaaaaaaaaa cccccccccc, dddddddddddddd eee", 18, false), MESS_NONE);
}

static void parted_negations_are_known(void **state)
{
    (void)state;
    assert_int_equal(mess_of("aaaaaaaa bbb ccccccc ddddd", 13, false), MESS_NONE);
    assert_int_equal(mess_of("aaaaaaaa bbb !ccccccc ddddd", 13, false), MESS_SHORT);
    assert_int_equal(mess_of("aaaaaaaa bbb. !ccccccc ddddd", 14, false), MESS_NONE);
}

static void parts_of_a_word_are_one(void **state)
{
    (void)state;
    g_autoptr(GArray) chunks = chunks_of("aaaaaaaaaaaa bbb ccc");
    g_array_index(chunks, struct chunk, 1).joined = true;
    g_array_index(chunks, struct chunk, 1).blank = 0;
    guint ends[] = {1, 3};
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_vals(lines, ends, 2);
    assert_int_equal(breaker_mess(chunks, lines, 12, costs(), false), MESS_NONE);
    assert_int_equal(breaker_mess(chunks, lines, 13, costs(), false), MESS_SCRAPS);
}

static char *lines_of(const GPtrArray *strips)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *line = line_words(strips, i);
        g_string_append_printf(lines, "%s/", g_strstrip(line));
    }
    return g_string_free(lines, FALSE);
}

/* `text` in a column as wide as `widest`, its body broken in that way. */
static char *set_so(struct scratch *s, const char *front, const char *text, const char *widest,
                    enum breaking breaking)
{
    struct desk desk;
    lay(&desk, s, front, text);
    struct profile profile = profile_standard;
    profile.breaking[TEXT_BODY] = breaking;
    desk.setter.profile = &profile;
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width_of(&desk, widest) + 1);
    char *lines = lines_of(strips);
    desk_clear(&desk);
    return lines;
}

static void assert_set(struct scratch *s, enum breaking breaking, const char *lines)
{
    static const char text[] = "Our bodies respond to the new medications.";
    g_autofree char *found = set_so(s, "", text, "Our bodies respond to the new", breaking);
    assert_string_equal(found, lines);
}

static void each_way_has_its_lines(void **state)
{
    struct scratch *s = *state;
    assert_set(s, BREAKING_FULL, "Our bodies respond to the new/medications./");
    assert_set(s, BREAKING_WHOLE, "Our bodies respond to the new/medications./");
    assert_set(s, BREAKING_BALANCED, "Our bodies respond to/the new medications./");
    assert_set(s, BREAKING_EVEN, "Our bodies respond/to the new medications./");
}

static void a_short_last_word_is_not_left_over(void **state)
{
    struct scratch *s = *state;
    static const char text[] = "Most people go home after an hour or so.";
    static const char widest[] = "Most people go home after an hour or";
    g_autofree char *full = set_so(s, "", text, widest, BREAKING_FULL);
    assert_string_equal(full, "Most people go home after an hour or/so./");
    g_autofree char *whole = set_so(s, "", text, widest, BREAKING_WHOLE);
    assert_string_equal(whole, "Most people go home after an/hour or so./");
}

static void words_are_even_in_every_script(void **state)
{
    struct scratch *s = *state;
    g_autofree char *arabic =
        set_so(s, "lang: ar\n", "أخبرنا إذا كان لديك منظم لضربات القلب أو معدن.",
               "أخبرنا إذا كان لديك منظم لضربات القلب", BREAKING_EVEN);
    assert_string_equal(arabic, "أخبرنا إذا كان لديك منظم/لضربات القلب أو معدن./");
    g_autofree char *chinese = set_so(s, "lang: zh-Hans\n", "请在检查前二十分钟到达并带上证件。",
                                      "请在检查前二十分钟到达并", BREAKING_EVEN);
    assert_string_equal(chinese, "请在检查前二十分钟/到达并带上证件。/");
}

/* Dictionaries know where they end. */
static void words_without_blanks_are_not_parted(void **state)
{
    struct scratch *s = *state;
    g_autofree char *title =
        set_so(s, "lang: zh-Hans\n", "磁共振检查前的准备", "磁共振检查前的", BREAKING_EVEN);
    assert_string_equal(title, "磁共振检查/前的准备/");
    g_autofree char *arabic = set_so(s, "lang: ar\n", "احضر قبل الموعد بـ 20 دقيقة غدا",
                                     "احضر قبل الموعد بـ 20 دقيقة", BREAKING_EVEN);
    assert_null(strstr(arabic, "بـ/"));
}

static void a_line_ends_with_no_first_word_of_a_sentence(void **state)
{
    (void)state;
    assert_broken("aaaaa bbbb ccccc ddddd eeeee", 23, "aaaaa bbbb ccccc/ddddd eeeee/");
    assert_broken("aaaaa bbbb. ccccc ddddd eeee", 23, "aaaaa bbbb./ccccc ddddd eeee/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_have_one_length),
        cmocka_unit_test(facts_are_not_parted),
        cmocka_unit_test(there_are_no_more_lines_than_needed),
        cmocka_unit_test(small_words_go_on),
        cmocka_unit_test(words_of_one_letter_go_on_rather_than_lines_are_even),
        cmocka_unit_test(headings_rather_part_phrases_than_are_even),
        cmocka_unit_test(phrases_leave_no_line_short),
        cmocka_unit_test(phrases_leave_no_word_alone),
        cmocka_unit_test(the_first_word_behind_a_comma_goes_on),
        cmocka_unit_test(small_words_before_it_do_not_part_it_from_the_comma),
        cmocka_unit_test(two_signs_alone_are_a_scrap),
        cmocka_unit_test(numbers_go_on_with_what_they_count),
        cmocka_unit_test(no_line_begins_with_a_negation),
        cmocka_unit_test(sentences_end_lines),
        cmocka_unit_test(parted_negations_are_known),
        cmocka_unit_test(no_word_is_left_alone),
        cmocka_unit_test(forced_ends_stay),
        cmocka_unit_test(what_is_too_wide_has_no_lines),
        cmocka_unit_test(scraps_are_known),
        cmocka_unit_test(headings_may_end_in_a_word),
        cmocka_unit_test(short_words_alone_are_known),
        cmocka_unit_test(first_words_of_sentences_are_known),
        cmocka_unit_test(ends_of_clauses_alone_are_known),
        cmocka_unit_test(lines_that_stop_short_are_known),
        cmocka_unit_test(parts_of_a_word_are_one),
        scratch_test(each_way_has_its_lines),
        scratch_test(a_short_last_word_is_not_left_over),
        scratch_test(words_are_even_in_every_script),
        scratch_test(words_without_blanks_are_not_parted),
        cmocka_unit_test(a_line_ends_with_no_first_word_of_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
