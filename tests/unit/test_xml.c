/* XML and HTML: how elements nest, what is escaped, and how each syntax ends an element. */
#include "scratch.h"

#include "base/xml.h"

static void assert_finished(struct xml *xml, const char *wanted)
{
    g_autofree char *text = xml_finish(xml);
    assert_string_equal(text, wanted);
}

static void xml_is_indented_but_not_inside_words(void **state)
{
    (void)state;
    struct xml *xml = xml_new(XML_SYNTAX_XML);
    xml_head(xml);
    xml_open(xml, "rss");
    xml_attribute(xml, "version", "2.0");
    xml_element(xml, "title", "A & B");
    xml_open(xml, "p");
    xml_text(xml, "one ");
    xml_element(xml, "b", "two");
    xml_close(xml, "p");
    xml_open(xml, "empty");
    xml_attribute_int(xml, "n", -3);
    xml_attribute(xml, "none", NULL);
    xml_close(xml, "empty");
    xml_close(xml, "rss");
    assert_finished(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<rss version=\"2.0\">\n"
                         "  <title>A &amp; B</title>\n"
                         "  <p>one <b>two</b></p>\n"
                         "  <empty n=\"-3\"/>\n"
                         "</rss>\n");
}

static void bare_xml_has_the_callers_white_space_alone(void **state)
{
    (void)state;
    struct xml *xml = xml_new(XML_SYNTAX_BARE);
    xml_open(xml, "a");
    xml_open(xml, "br");
    xml_close(xml, "br");
    xml_break(xml);
    xml_element(xml, "br", "b");
    xml_close(xml, "a");
    assert_finished(xml, "<a><br/>\n<br>b</br></a>");
}

static void html_has_the_callers_white_space_alone(void **state)
{
    (void)state;
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_head(xml);
    xml_open(xml, "p");
    xml_attribute(xml, "lang", "es");
    xml_text(xml, "uno");
    xml_open(xml, "br");
    xml_close(xml, "br");
    xml_element(xml, "b", "dos");
    xml_close(xml, "p");
    xml_break(xml);
    xml_open(xml, "td");
    xml_close(xml, "td");
    assert_finished(xml, "<!doctype html>\n<p lang=\"es\">uno<br><b>dos</b></p>\n<td></td>");
}

static void values_are_escaped_and_markup_is_not(void **state)
{
    (void)state;
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    xml_open(xml, "img");
    xml_attribute(xml, "alt", "\"5 < 6\" & 'so'");
    xml_close(xml, "img");
    xml_open(xml, "style");
    xml_raw(xml, "a>b{color:red}");
    xml_close(xml, "style");
    assert_finished(xml, "<img alt=\"&quot;5 &lt; 6&quot; &amp; &apos;so&apos;\">"
                         "<style>a>b{color:red}</style>");
}

static void what_xml_cannot_hold_is_left_out(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    xml_escape(out, "a\x01\x1B"
                    "b\tc\nd\xEF\xBF\xBE\xC2\xA0\xF0\x9F\x98\x80");
    assert_string_equal(out->str, "ab\tc\nd\xC2\xA0\xF0\x9F\x98\x80");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xml_is_indented_but_not_inside_words),
        cmocka_unit_test(bare_xml_has_the_callers_white_space_alone),
        cmocka_unit_test(html_has_the_callers_white_space_alone),
        cmocka_unit_test(values_are_escaped_and_markup_is_not),
        cmocka_unit_test(what_xml_cannot_hold_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
