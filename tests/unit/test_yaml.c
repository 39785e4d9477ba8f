/* YAML: shapes, places, and everything that settings may not contain. */
#include "base/paths.h"
#include "scratch.h"

#include "content/yaml.h"

static struct yaml *parse(struct scratch *s, const char *text)
{
    return yaml_parse(text, "s.yaml", 1, s->diag);
}

static const struct yaml *child(const struct yaml *yaml, unsigned i)
{
    assert_true(i < yaml->children->len);
    return yaml->children->pdata[i];
}

static void assert_place(struct pos pos, int line, int col)
{
    assert_true(pos.file == paths_number("s.yaml"));
    assert_int_equal(pos.line, line);
    assert_int_equal(pos.col, col);
}

static void values_know_their_places(void **state)
{
    struct scratch *s = *state;
    struct yaml *yaml =
        yaml_parse("a: x\nb:\n  - \xC3\xA9t\xC3\xA9\n  - [1, \xC3\xA9, 3]\n", "s.yaml", 5, s->diag);
    assert_place(child(yaml, 0)->key_pos, 5, 1);
    assert_place(child(yaml, 0)->pos, 5, 4);
    const struct yaml *list = child(yaml, 1);
    assert_string_equal(list->key, "b");
    assert_string_equal(child(list, 0)->text, "\xC3\xA9t\xC3\xA9");
    assert_place(child(list, 0)->pos, 7, 5);
    /* Columns count code points: the accent is one. */
    assert_place(child(child(list, 1), 2)->pos, 8, 12);
    yaml_tree_free(yaml);
    assert_silent(s->diag);
}

static void nothing_is_an_empty_mapping(void **state)
{
    struct scratch *s = *state;
    const char *const texts[] = {"", "\n\n", "# only a comment\n", "---\n", "~\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct yaml *yaml = parse(s, texts[i]);
        assert_int_equal(yaml->kind, YAML_MAPPING);
        assert_int_equal(yaml->children->len, 0);
        yaml_tree_free(yaml);
    }
    assert_silent(s->diag);
}

static void empty_and_null_values_are_empty(void **state)
{
    struct scratch *s = *state;
    struct yaml *yaml = parse(s, "a:\nb: ~\nc: null\nd: \"\"\ne: \"null\"\nf: >\n  two\n  lines\n");
    for (unsigned i = 0; i < 4; i++)
        assert_string_equal(child(yaml, i)->text, "");
    assert_string_equal(child(yaml, 4)->text, "null");
    assert_string_equal(child(yaml, 5)->text, "two lines");
    yaml_tree_free(yaml);
}

static void what_settings_may_not_contain_is_refused(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"- a\n- b\n", "s.yaml:1:1: error: settings are lines of 'key: value' [yaml-syntax]"},
        {"word\n", "s.yaml:1:1: error: settings are lines of 'key: value'"},
        {"a: &x 1\n", "s.yaml:1:4: error: the anchor '&x' is not allowed here"},
        {"a: &x 1\nb: *x\n", "s.yaml:2:4: error: the alias '*x' is not allowed here"},
        {"a: !!int 1\n", "s.yaml:1:4: error: the tag 'tag:yaml.org,2002:int' is not allowed"},
        {"a: 1\n---\nb: 2\n", "s.yaml:2:1: error: a second document starts here"},
        {"a: 1\nb: 2\na: 3\n", "s.yaml:3:1: error: the key 'a' stands here a second time: keep one "
                               "[yaml-key]"},
        {"? [a]\n: 1\n", "s.yaml:1:3: error: a key must be one word before a colon"},
        {"a:\n\tb: 1\n", "s.yaml:2:1: error: a tab cannot indent a line here: use spaces"},
        {"a: [1, 2\n", "error: the settings cannot be read here:"},
        {"a: 'open\n", "error: the settings cannot be read here:"},
        {"a: \"x\\0y\"\n", "s.yaml:1:4: error: the value holds a control character"},
        {"a: \"\\a\"\n", "s.yaml:1:4: error: the value holds a control character"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct diag *diag = diag_new(false);
        assert_null(yaml_parse(cases[i].text, "s.yaml", 1, diag));
        assert_said(diag, cases[i].said);
        diag_free(diag);
    }
}

static void a_sign_that_begins_a_remark_is_told(void **state)
{
    static const struct {
        const char *text, *said; /* NULL: a remark */
    } cases[] = {
        {"a: Room # 5 and more\n",
         "s.yaml:1:8: error: a '#' behind a blank begins a remark, so "
         "'# 5 and more' is left out: put the value in quotes: "
         "\"Room # 5 and more\", or the remark on a line of its own [yaml-syntax]"},
        {"\xC3\xA9: \xC3\xA9t\xC3\xA9 x\nb:\n  - Room #5\n", "in quotes: \"Room #5\""},
        {"a: #1 cause of falls\n", "in quotes: \"#1 cause of falls\""},
        {"a: [Room #5\n]\n", "in quotes: \"Room #5\""},
        {"a: 1920 # pixels across\nb: # city or town\nc: x# 5\n", NULL},
        {"a: \"Room #5\" # 5\nb: 'x' #y\n# 5\n  #6\n", NULL},
        {"a: x ## -----\nb:   \n   #\n", NULL},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct diag *diag = diag_new(false);
        struct yaml *yaml = yaml_parse(cases[i].text, "s.yaml", 1, diag);
        assert_int_equal(yaml != NULL, cases[i].said == NULL);
        if (cases[i].said)
            assert_said(diag, cases[i].said);
        yaml_tree_free(yaml);
        diag_free(diag);
    }
}

static void sentences_of_front_matter_have_few_remarks_behind_them(void **state)
{
    struct scratch *s = *state;
    assert_null(yaml_parse("title: The # of pills\n", "s.md", 2, s->diag));
    assert_said(s->diag, "s.md:2:11: error: a '#' behind a blank begins a remark");
    struct yaml *yaml =
        yaml_parse("title: # none was found\nlang: en # English\nreviewed: 2026-01-05 # by all\n",
                   "s.md", 2, s->diag);
    assert_non_null(yaml);
    yaml_tree_free(yaml);
}

static void a_character_that_yaml_refuses_is_found(void **state)
{
    struct scratch *s = *state;
    assert_null(parse(s, "a: 1\nb: \xC3\xA9\xEF\xBF\xBF\n"));
    assert_said(s->diag, "s.yaml:2:5: error: the settings cannot be read here:");
}

static void deep_nesting_is_refused(void **state)
{
    struct scratch *s = *state;
    g_autofree char *brackets = g_strnfill(20000, '[');
    g_autofree char *text = g_strconcat("a: ", brackets, NULL);
    assert_null(parse(s, text));
    assert_said(s->diag, "values stand more than 16 deep");
}

struct target {
    struct fact name, phone;
    struct fact_list services;
    const struct yaml *address;
};

static const struct yaml_key keys[] = {
    {"name", YAML_WANT_TEXT, offsetof(struct target, name)},
    {"telephone", YAML_WANT_TEXT, offsetof(struct target, phone)},
    {"services", YAML_WANT_TEXTS, offsetof(struct target, services)},
    {"address", YAML_WANT_MAPPING, offsetof(struct target, address)},
};

/* Reads `text` into `out`, whose address stays behind. */
static bool read_target(struct scratch *s, const char *text, struct target *out)
{
    struct yaml *yaml = parse(s, text);
    bool ok = yaml_read(yaml, "s.yaml", keys, G_N_ELEMENTS(keys), out, s->diag);
    out->address = out->address ? (const struct yaml *)1 : NULL;
    yaml_tree_free(yaml);
    return ok;
}

static void target_clear(struct target *target)
{
    fact_clear(&target->name);
    fact_clear(&target->phone);
    fact_list_clear(&target->services);
}

static void blanks_at_the_ends_of_a_text_are_none_of_it(void **state)
{
    struct scratch *s = *state;
    struct target t;
    assert_true(read_target(s, "name: ' A  B '\nservices: [' x', \"y\\n\"]\n", &t));
    assert_string_equal(t.name.value, "A  B");
    assert_string_equal(((struct fact *)t.services.items->pdata[0])->value, "x");
    assert_string_equal(((struct fact *)t.services.items->pdata[1])->value, "y");
    target_clear(&t);
    assert_silent(s->diag);
}

static void known_keys_fill_their_fields(void **state)
{
    struct scratch *s = *state;
    struct target t;
    assert_true(read_target(s, "name: A B\ntelephone:\nservices: [x, y]\naddress: {a: 1}\n", &t));
    assert_string_equal(t.name.value, "A B");
    assert_place(t.name.pos, 1, 7);
    assert_null(t.phone.value);
    assert_place(t.phone.pos, 2, 1);
    assert_int_equal(t.services.items->len, 2);
    assert_string_equal(((struct fact *)t.services.items->pdata[1])->value, "y");
    assert_non_null(t.address);
    target_clear(&t);
}

static void what_is_left_out_has_the_files_place(void **state)
{
    struct scratch *s = *state;
    struct target t;
    assert_true(read_target(s, "services: one\n", &t));
    assert_null(t.name.value);
    assert_place(t.name.pos, 0, 0);
    assert_int_equal(t.services.items->len, 1);
    assert_null(t.address);
    target_clear(&t);
    assert_true(yaml_read(NULL, "s.yaml", keys, G_N_ELEMENTS(keys), &t, s->diag));
    assert_int_equal(t.services.items->len, 0);
    target_clear(&t);
}

static void unknown_keys_are_answered_with_the_nearest(void **state)
{
    struct scratch *s = *state;
    struct target t;
    assert_false(read_target(s, "nmae: A\nphone: 1\nbanana: 3\n", &t));
    assert_said(s->diag, "s.yaml:1:1: error: unknown key 'nmae': did you mean 'name'? [yaml-key]");
    assert_said(s->diag, "s.yaml:2:1: error: unknown key 'phone': did you mean 'telephone'?");
    assert_said(s->diag,
                "s.yaml:3:1: error: unknown key 'banana': the keys of this place are name, "
                "telephone, services, address");
    target_clear(&t);
}

static void a_key_of_any_length_is_answered(void **state)
{
    struct scratch *s = *state;
    g_autofree char *key = g_strnfill(900, 'k');
    g_autofree char *text = g_strconcat(key, ": 1\n", NULL);
    struct target t;
    assert_false(read_target(s, text, &t));
    assert_said(s->diag, "unknown key 'kkkk");
    target_clear(&t);
}

static void wrong_shapes_are_refused(void **state)
{
    struct scratch *s = *state;
    struct target t;
    assert_false(read_target(s, "name: [a]\nservices: {a: 1}\naddress: street\n", &t));
    assert_said(s->diag, "s.yaml:1:7: error: 'name' holds one value, not several [yaml-syntax]");
    assert_said(s->diag, "s.yaml:2:11: error: 'services' is a list");
    assert_said(s->diag, "s.yaml:3:10: error: 'address' holds indented lines");
    target_clear(&t);
    assert_false(read_target(s, "services: [a, '', [b]]\n", &t));
    assert_said(s->diag, "s.yaml:1:15: error: an entry of 'services' is empty");
    assert_said(s->diag, "s.yaml:1:19: error: an entry of 'services' is not plain text");
    target_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(values_know_their_places),
        scratch_test(nothing_is_an_empty_mapping),
        scratch_test(empty_and_null_values_are_empty),
        cmocka_unit_test(what_settings_may_not_contain_is_refused),
        cmocka_unit_test(a_sign_that_begins_a_remark_is_told),
        scratch_test(sentences_of_front_matter_have_few_remarks_behind_them),
        scratch_test(a_character_that_yaml_refuses_is_found),
        scratch_test(deep_nesting_is_refused),
        scratch_test(blanks_at_the_ends_of_a_text_are_none_of_it),
        scratch_test(known_keys_fill_their_fields),
        scratch_test(what_is_left_out_has_the_files_place),
        scratch_test(unknown_keys_are_answered_with_the_nearest),
        scratch_test(a_key_of_any_length_is_answered),
        scratch_test(wrong_shapes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
