/* The clinic's facts: what is known, what is missing, what cannot be. */
#include "scratch.h"

#include "content/clinic.h"

static struct clinic *load(struct scratch *s, const char *text)
{
    g_autofree char *path = scratch_write(s, "clinic.yaml", text, -1);
    return clinic_load(path, s->diag);
}

static const char full[] = "name: A Clinic\n"
                           "telephone: +1 (555) 010-0199 ext. 4\n"
                           "email: desk@example.org\n"
                           "url: https://example.org/\n"
                           "address:\n"
                           "  address_locality: Springfield\n"
                           "opening_hours:\n"
                           "  - Mo-Fr 09:00-17:00\n"
                           "  - PH off\n"
                           "services: [TMS therapy]\n";

static void a_full_clinic_is_read_in_silence(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, full);
    assert_silent(s->diag);
    assert_string_equal(clinic->name.value, "A Clinic");
    assert_string_equal(clinic->telephone.value, "+1 (555) 010-0199 ext. 4");
    assert_int_equal(clinic->telephone.pos.line, 2);
    assert_int_equal(clinic->telephone.pos.col, 12);
    assert_string_equal(clinic->address.address_locality.value, "Springfield");
    assert_null(clinic->address.street_address.value);
    assert_true(postal_is_given(&clinic->address));
    assert_int_equal(clinic->opening_hours.items->len, 2);
    assert_int_equal(clinic->services.items->len, 1);
    clinic_free(clinic);
}

static void gaps_are_warned_about_where_they_are(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, "name: A\ntelephone:\naddress:\n  street_address:\n"
                                    "opening_hours: [Mo-Fr]\n");
    assert_non_null(clinic);
    assert_null(clinic->telephone.value);
    assert_false(postal_is_given(&clinic->address));
    assert_said(s->diag,
                "clinic.yaml:2:1: warning: 'telephone' is empty, so handouts get a line to "
                "write on [contact-missing]");
    assert_said(s->diag, "clinic.yaml: warning: 'email' is not given, so it is left out");
    assert_said(s->diag, "clinic.yaml: warning: 'url' is not given");
    assert_said(s->diag, "clinic.yaml:3:1: warning: 'address' is empty");
    assert_said(s->diag, "clinic.yaml: warning: 'services' is not given");
    assert_said(s->diag, "clinic.yaml:5:17: warning: 'Mo-Fr' gives no times, so only the days are "
                         "printed [hours-missing]");
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), 6);
    assert_int_equal(diag_errors(s->diag), 0);
    clinic_free(clinic);
}

static void missing_hours_are_warned_about_once(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, "name: A\nopening_hours:\n");
    assert_said(s->diag, "clinic.yaml:2:1: warning: 'opening_hours' is empty, so they are left out "
                         "[hours-missing]");
    clinic_free(clinic);
}

static void a_clinic_without_a_name_is_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(load(s, "telephone: 555 010 0199\n"));
    assert_said(s->diag, "clinic.yaml: error: 'name' is not given");
}

static void impossible_values_are_refused(void **state)
{
    static const struct {
        const char *line, *said;
    } cases[] = {
        {"telephone: 12", ":2:12: error: '12' is no 'telephone'"},
        {"telephone: call 5550100", "is no 'telephone'"},
        {"telephone: '<script>555</script>'", "is no 'telephone'"},
        {"email: desk.example.org", "is no 'email'"},
        {"email: a@b@c", "is no 'email'"},
        {"email: a b@c", "is no 'email'"},
        {"email: '@c'", "is no 'email'"},
        {"email: a@", "is no 'email'"},
        {"url: www.example.org", "is no 'url': write it as in 'https://www.example.org'"},
        {"url: javascript://x", "is no 'url'"},
        {"url: https://", "is no 'url'"},
        {"url: https://a b", "is no 'url'"},
        {"crisis_lines: [{name: N, url: 'javascript:alert(1)'}]", "is no 'url'"},
        {"crisis_lines: [{name: N, telephone: '988', url: www.a.org}]", "is no 'url'"},
        {"contact_points: [{name: N}]", "lacks a way to reach it"},
        {"contact_points: [{telephone: 555 1234}]", "lacks its name"},
        {"contact_points: [Billing]", "has a name and 'telephone:'"},
        {"contact_points: [{name: N, fax: none}]", "'none' is no 'fax'"},
        {"contact_points: [{name: N, emial: a@b.org}]", "did you mean 'email'?"},
        {"locations: [{name: N}]", "lacks a way to reach it"},
        {"locations: [{name: N, telephone: '5', addres: {}}]", "did you mean 'address'?"},
        {"locations: [{name: N, address: {lines: [A], postal_code: '1'}}]", "not both"},
        {"contact_point: []", "did you mean 'contact_points'?"},
        {"fax: 5", "unknown key 'fax'"},
        {"telefone: 5", "unknown key 'telefone': did you mean 'telephone'?"},
        {"address: {city: X}", "unknown key 'city'"},
        {"address: {streetAddress: X}", "did you mean 'street_address'?"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        g_autofree char *text = g_strconcat("name: A\n", cases[i].line, "\n", NULL);
        assert_null(load(s, text));
        assert_said(s->diag, cases[i].said);
        assert_int_equal(diag_exit_status(s->diag), 1);
        scratch_teardown(&inner);
    }
}

static void short_numbers_are_numbers(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, "name: A\ntelephone: 988\n");
    assert_string_equal(clinic->telephone.value, "988");
    clinic_free(clinic);
}

static void unreadable_files_give_no_clinic(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_path(s, "none.yaml");
    assert_null(clinic_load(path, s->diag));
    assert_int_equal(diag_exit_status(s->diag), 3);
    assert_null(load(s, "name: \xFF\n"));
    assert_said(s->diag, "clinic.yaml:1:7: error: the byte 0xFF is not UTF-8");
}

static void windows_line_ends_and_a_mark_are_fine(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, "\xEF\xBB\xBFname: A\r\ntelephone: 555 010 0199\r\n");
    assert_string_equal(clinic->name.value, "A");
    assert_string_equal(clinic->telephone.value, "555 010 0199");
    clinic_free(clinic);
}

static void empty_lists_are_none(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path =
        scratch_write(s, "clinic.yaml", "name: A\ncontact_slip:\ncrisis_lines:\n", -1);
    struct clinic *clinic = clinic_load(path, s->diag);
    assert_non_null(clinic);
    assert_int_equal(clinic->crisis_lines->len, 0);
    clinic_free(clinic);
}

static void samples_are_told(void **state)
{
    struct scratch *s = *state;
    static const struct {
        const char *line;
        bool sample;
    } rows[] = {{"", false}, {"sample: yes\n", true}, {"sample: no\n", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct diag *diag = diag_new(false);
        g_autofree char *text = g_strconcat("name: A\n", rows[i].line, NULL);
        g_autofree char *path = scratch_write(s, "clinic.yaml", text, -1);
        struct clinic *clinic = clinic_load(path, diag);
        assert_non_null(clinic);
        assert_int_equal(clinic->sample, rows[i].sample);
        (rows[i].sample ? assert_said : assert_not_said)(diag, "[sample]");
        clinic_free(clinic);
        diag_free(diag);
    }
    g_autofree char *path = scratch_write(s, "clinic.yaml", "name: A\nsample: maybe\n", -1);
    assert_null(clinic_load(path, s->diag));
    assert_said(s->diag, ":2:9: error: 'maybe' is no 'sample'");
}

static void points_and_locations_keep_their_facts(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic =
        load(s, "name: A\n"
                "contact_points:\n"
                "  - {name: Billing, telephone: +1 503 234 5678, text: HOME to 741741,\n"
                "     opening_hours: [Mon-Fri 9am-5pm, PH off]}\n"
                "locations:\n"
                "  - name: East\n"
                "    address: {lines: [Room 12, 1 High Street]}\n"
                "    email: east@a.org\n");
    assert_non_null(clinic);
    const struct contact_point *point = clinic->contact_points->pdata[0];
    const struct location *east = clinic->locations->pdata[0];
    assert_int_equal(point->hours->len, 2);
    assert_string_equal(east->name.value, "East");
    assert_int_equal(east->address.lines.items->len, 2);
    g_autoptr(GPtrArray) numbers = clinic_numbers(clinic), emails = clinic_emails(clinic);
    assert_int_equal(numbers->len, 2);
    assert_int_equal(emails->len, 1);
    clinic_free(clinic);
}

static void hours_that_nobody_can_read_stop_nothing(void **state)
{
    struct scratch *s = *state;
    struct clinic *clinic = load(s, "name: A\nopening_hours:\n  - Sa nach Bedarf\n");
    assert_non_null(clinic);
    assert_said(s->diag, "clinic.yaml:3:5: warning: 'Sa nach Bedarf' are no hours that can be "
                         "told, so the line is printed as it is written");
    clinic_free(clinic);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(empty_lists_are_none),
        scratch_test(samples_are_told),
        scratch_test(a_full_clinic_is_read_in_silence),
        scratch_test(gaps_are_warned_about_where_they_are),
        scratch_test(missing_hours_are_warned_about_once),
        scratch_test(points_and_locations_keep_their_facts),
        scratch_test(hours_that_nobody_can_read_stop_nothing),
        scratch_test(a_clinic_without_a_name_is_refused),
        cmocka_unit_test(impossible_values_are_refused),
        scratch_test(short_numbers_are_numbers),
        scratch_test(unreadable_files_give_no_clinic),
        scratch_test(windows_line_ends_and_a_mark_are_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
