/* JSON: what is written for each kind of value, and what is read of texts and files. */
#include "scratch.h"

#include "base/json.h"

static void assert_finished(JsonBuilder *builder, const char *wanted)
{
    g_autofree char *text = json_finish(builder);
    g_autoptr(GString) narrow = g_string_new(NULL);
    for (const char *p = text; *p; p++)
        if (*p != '\n' && *p != ' ')
            g_string_append_c(narrow, *p);
    assert_string_equal(narrow->str, wanted);
}

static void values_have_their_kinds(void **state)
{
    (void)state;
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_text(builder, "a", "\"x\"");
    json_text(builder, "left-out", NULL);
    json_text_or_null(builder, "b", NULL);
    json_path(builder, "c", "a\xFF");
    json_int(builder, "d", -7);
    json_true(builder, "e");
    json_number(builder, "f", 1.0 / 3);
    json_exact(builder, "g", 0.05);
    json_color(builder, "h", (struct color){1, 171, 255});
    json_close_object(builder);
    assert_finished(builder, "{\"a\":\"\\\"x\\\"\",\"b\":null,\"c\":\"a\xEF\xBF\xBD\",\"d\":-7,"
                             "\"e\":true,\"f\":0.328125,\"g\":0.050000000000000003,"
                             "\"h\":\"#01abff\"}");
}

static void arrays_and_whole_values_nest(void **state)
{
    (void)state;
    JsonBuilder *builder = json_new();
    json_open_array(builder, NULL);
    json_text(builder, NULL, "a");
    json_open_array(builder, NULL);
    json_close_array(builder);
    json_insert(builder, NULL, "{\"b\": [1]}");
    json_close_array(builder);
    assert_finished(builder, "[\"a\",[],{\"b\":[1]}]");
}

static void leaves_are_read_in_their_order(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) leaves = json_leaves("{\"b\":[1,{\"c\":\"x\"}],\"a\":true,\"n\":null}");
    static const char *const expected[][2] = {{"b.0", "1"}, {"b.1.c", "x"}, {"a", "true"}};
    assert_int_equal(leaves->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        assert_string_equal(leaf->path, expected[i][0]);
        assert_string_equal(leaf->value, expected[i][1]);
    }
}

/* The parser takes texts in other quotes, and comments, too. */
static void brackets_nest_where_the_parser_takes_them_for_such(void **state)
{
    (void)state;
    static const char *const before[] = {"/*\"*/", "['\"',", "['\\',", "[\"\\\"'\",", "/*'*/"};
    g_autofree char *deep = g_strnfill(1000000, '[');
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        g_autofree char *text = g_strconcat(before[i], deep, NULL);
        g_autoptr(GPtrArray) none = json_leaves(text);
        assert_int_equal(none->len, 0);
        memset(text + strlen(before[i]), ' ', strlen(deep));
        g_autofree char *flat = g_strconcat(text, *before[i] == '[' ? "1]" : "[1]", NULL);
        g_autoptr(GPtrArray) all = json_leaves(flat);
        assert_true(all->len > 0);
    }
    g_autofree char *many = g_strnfill(40, '[');
    g_autofree char *quoted = g_strdup_printf("/*%s*/['%s', \"%s\"]", many, many, many);
    g_autoptr(GPtrArray) both = json_leaves(quoted);
    assert_int_equal(both->len, 2);
    g_autoptr(GPtrArray) open = json_leaves("/*"), none = json_leaves("'");
    assert_int_equal(open->len + none->len, 0);
}

static void files_that_are_no_objects_have_no_members(void **state)
{
    const struct scratch *s = *state;
    g_autofree char *brackets = g_strnfill(1000000, '[');
    g_autofree char *deep = g_strconcat("{\"a\":", brackets, NULL);
    const char *const others[] = {"", " \n", "null", "[1]", "{\"a\":", "words", deep};
    g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *path = scratch_write(s, "other.json", others[i], -1);
        assert_null(json_members(path));
        assert_null(json_read(path));
    }
    assert_null(json_members(s->directory));
    g_autofree char *path =
        scratch_write(s, "object.json", "{\"a\":\"x\",\"b\":true,\"c\":[1],\"d\":null}", -1);
    g_autoptr(GHashTable) members = json_members(path);
    assert_int_equal(g_hash_table_size(members), 4);
    assert_string_equal(g_hash_table_lookup(members, "a"), "x");
    assert_string_equal(g_hash_table_lookup(members, "b"), "true");
    assert_string_equal(g_hash_table_lookup(members, "c"), "");
    assert_string_equal(g_hash_table_lookup(members, "d"), "");
}

static void no_text_of_any_depth_fills_the_stack(void **state)
{
    (void)state;
    g_autoptr(GString) wide = g_string_new("[");
    for (int i = 0; i < 1000; i++)
        g_string_append(wide, "{\"a\":[\"]\\\"\"]},");
    g_string_append(wide, "1]");
    g_autoptr(GPtrArray) all = json_leaves(wide->str);
    assert_int_equal(all->len, 1001);
    g_autofree char *deep = g_strnfill(1000000, '[');
    g_autoptr(GPtrArray) none = json_leaves(deep), broken = json_leaves("{\"a\": "),
                         empty = json_leaves("");
    assert_int_equal(none->len + broken->len + empty->len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_have_their_kinds),
        cmocka_unit_test(arrays_and_whole_values_nest),
        cmocka_unit_test(leaves_are_read_in_their_order),
        cmocka_unit_test(brackets_nest_where_the_parser_takes_them_for_such),
        scratch_test(files_that_are_no_objects_have_no_members),
        cmocka_unit_test(no_text_of_any_depth_fills_the_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
