/* Addresses: where they lead, how they are written for machines, and where they stand in a text. */
#include "scratch.h"

#include "content/address.h"

static void only_known_schemes_are_safe(void **state)
{
    static const struct {
        const char *address;
        enum address_kind kind;
    } cases[] = {
        {"https://clinic.example", ADDRESS_WEB},
        {"HTTP://Clinic.Example/a b?c=%zz#d", ADDRESS_WEB},
        {"https://münchen.example/ä", ADDRESS_WEB},
        {"mailto:desk@clinic.example?subject=x", ADDRESS_MAIL},
        {"MailTo:desk@clinic.example", ADDRESS_MAIL},
        {"tel:+15032345678", ADDRESS_TELEPHONE},
        {"", ADDRESS_UNSAFE},
        {"https://", ADDRESS_UNSAFE},
        {"https:///a", ADDRESS_UNSAFE},
        {"https:clinic.example", ADDRESS_UNSAFE},
        {"https://clinic.example:80a/", ADDRESS_UNSAFE},
        {"mailto:", ADDRESS_UNSAFE},
        {"tel:", ADDRESS_UNSAFE},
        {"tel://988", ADDRESS_UNSAFE},
        {"//clinic.example/a", ADDRESS_UNSAFE},
        {"clinic.example", ADDRESS_UNSAFE},
        {"next.md#part", ADDRESS_UNSAFE},
        {"javascript:alert(1)", ADDRESS_UNSAFE},
        {" javascript:alert(1)", ADDRESS_UNSAFE},
        {"data:text/html,x", ADDRESS_UNSAFE},
        {"file:///etc/passwd", ADDRESS_UNSAFE},
        {"ftp://clinic.example/a", ADDRESS_UNSAFE},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (address_kind(cases[i].address) != cases[i].kind)
            fail_msg("'%s' is of kind %d", cases[i].address, address_kind(cases[i].address));
}

static void an_address_may_lead_out_of_its_folder(void **state)
{
    (void)state;
    assert_true(address_is_remote("https://clinic.example/a.png"));
    assert_true(address_is_remote("file:///a.png"));
    assert_true(address_is_remote("//clinic.example/a.png"));
    assert_false(address_is_remote("pictures/a b.png"));
    assert_false(address_is_remote("../a.png"));
}

static void a_value_is_an_address_or_it_is_not(void **state)
{
    (void)state;
    assert_true(address_is_web("https://clinic.example/a?b=c"));
    assert_true(address_is_web("HTTPS://clinic.example"));
    assert_false(address_is_web("https://clinic.example a"));
    assert_false(address_is_web("https://clinic.example/<a>"));
    assert_false(address_is_web("www.clinic.example"));
    assert_false(address_is_web("mailto:desk@clinic.example"));
    assert_true(address_is_folder("https://clinic.example:8080/show"));
    assert_false(address_is_folder("https://clinic.example/show?a=1"));
    assert_false(address_is_folder("https://clinic.example/show#b"));
    assert_false(address_is_folder("https://desk:word@clinic.example/"));
    assert_false(address_is_folder("show"));
    assert_true(address_is_mail("desk+1@clinic.example"));
    assert_false(address_is_mail("desk@clinic"));
    assert_false(address_is_mail("@clinic.example"));
    assert_false(address_is_mail("a@b@clinic.example"));
    assert_false(address_is_mail("Desk <desk@clinic.example>"));
    assert_false(address_is_mail("desk"));
}

static void links_are_made_and_taken_apart(void **state)
{
    (void)state;
    g_autofree char *mail = address_from_mail("desk@clinic.example");
    g_autofree char *desk = address_to("mailto:desk@clinic.example?subject=a");
    g_autofree char *number = address_to("tel:+1503");
    assert_string_equal(mail, "mailto:desk@clinic.example");
    assert_string_equal(desk, "desk@clinic.example");
    assert_string_equal(number, "+1503");
}

static void what_uris_cannot_hold_is_escaped_once(void **state)
{
    (void)state;
    g_autofree char *encoded = address_encode("https://a.example/é b\"<>\\^`{|}%20?q=[1]&r=~#s");
    assert_string_equal(encoded, "https://a.example/%C3%A9%20b%22%3C%3E%5C%5E%60%7B%7C%7D%20"
                                 "?q=[1]&r=~#s");
    g_autofree char *again = address_encode(encoded);
    assert_string_equal(again, encoded);
}

static void hosts_are_compared_without_www(void **state)
{
    (void)state;
    assert_true(address_same_host("https://www.Clinic.example/a", "http://clinic.example:80/"));
    assert_false(address_same_host("https://clinic.example", "https://clinic.example.org"));
    assert_false(address_same_host("tel:988", "tel:988"));
}

static void assert_found(const char *text, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    struct range range;
    for (size_t at = 0; address_find(text, at, &range); at = range.end) {
        g_string_append_len(found, text + range.start, (gssize)(range.end - range.start));
        g_string_append_c(found, '|');
    }
    assert_string_equal(found->str, wanted);
}

static void addresses_are_found_in_running_text(void **state)
{
    (void)state;
    assert_found("Write to desk@clinic.example, please.", "desk@clinic.example|");
    assert_found("See https://clinic.example/a-b?c=d (new)", "https://clinic.example/a-b?c=d|");
    assert_found("HTTP://CLINIC.EXAMPLE", "HTTP://CLINIC.EXAMPLE|");
    assert_found("me @ home, a@b, www.clinic.example", "");
}

static void hosts_and_names_of_mail_are_told_from_paths(void **state)
{
    static const struct {
        const char *text;
        bool host; /* where its hyphen is */
    } cases[] = {
        {"see river-health.example", true},        {"(desk@river-health.example)", true},
        {"front-desk@clinic.example", true},       {"https://river-health.example/a", true},
        {"https://clinic.example/a-b", false},     {"clinic.example/a-b", false},
        {"well-being, see clinic.example", false}, {"a one-size-fits-all approach", false},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        size_t at = strcspn(cases[i].text, "-");
        if (address_in_host(cases[i].text, at) != cases[i].host)
            fail_msg("'%s'", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_known_schemes_are_safe),
        cmocka_unit_test(an_address_may_lead_out_of_its_folder),
        cmocka_unit_test(a_value_is_an_address_or_it_is_not),
        cmocka_unit_test(links_are_made_and_taken_apart),
        cmocka_unit_test(what_uris_cannot_hold_is_escaped_once),
        cmocka_unit_test(hosts_and_names_of_mail_are_told_from_paths),
        cmocka_unit_test(hosts_are_compared_without_www),
        cmocka_unit_test(addresses_are_found_in_running_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
