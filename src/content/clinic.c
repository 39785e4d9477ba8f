/*
 * The clinic's contact facts, read by one table and checked by another. A gap is reported once,
 * here, because here its place is known; the stages after only look for NULL. Awkward: only the
 * address as a whole can be missing: a clinic abroad has no region.
 */
#include "content/clinic.h"

#include "content/address.h"
#include "content/date.h"
#include "content/fact_check.h"
#include "content/group.h"
#include "content/telephone.h"
#include "content/yaml.h"

#include <stddef.h>
#include <string.h>

/* Where the mapping of the address stays while the file is read. */
struct reading {
    struct clinic clinic; /* first, so that the clinic's offsets hold */
    const struct yaml *address;
    const struct yaml *contact_slip;
    const struct yaml *crisis_lines;
    const struct yaml *contact_points;
    const struct yaml *locations;
    struct fact sample;
};

static const struct yaml_key clinic_keys[] = {
    {"name", YAML_WANT_TEXT, offsetof(struct reading, clinic.name)},
    {"telephone", YAML_WANT_TEXT, offsetof(struct reading, clinic.telephone)},
    {"email", YAML_WANT_TEXT, offsetof(struct reading, clinic.email)},
    {"url", YAML_WANT_TEXT, offsetof(struct reading, clinic.url)},
    {"handout_url", YAML_WANT_TEXT, offsetof(struct reading, clinic.handout_url)},
    {"web_url", YAML_WANT_TEXT, offsetof(struct reading, clinic.web_url)},
    {"address", YAML_WANT_MAPPING, offsetof(struct reading, address)},
    {"opening_hours", YAML_WANT_TEXTS, offsetof(struct reading, clinic.opening_hours)},
    {"hours", YAML_WANT_TEXTS, offsetof(struct reading, clinic.opening_hours)},
    {"services", YAML_WANT_TEXTS, offsetof(struct reading, clinic.services)},
    {"contact_slip", YAML_WANT_LIST, offsetof(struct reading, contact_slip)},
    {"crisis_lines", YAML_WANT_LIST, offsetof(struct reading, crisis_lines)},
    {"contact_points", YAML_WANT_LIST, offsetof(struct reading, contact_points)},
    {"locations", YAML_WANT_LIST, offsetof(struct reading, locations)},
    {"verified_on", YAML_WANT_TEXT, offsetof(struct reading, clinic.verified_on)},
    {"sample", YAML_WANT_TEXT, offsetof(struct reading, sample)},
};

static const struct fact_check checks[] = {
    {offsetof(struct clinic, telephone), "telephone", telephone_is, "+1 503 234 5678",
     "so handouts get a line to write on"},
    {offsetof(struct clinic, email), "email", address_is_mail, "frontdesk@example.org",
     "so it is left out"},
    {offsetof(struct clinic, url), "url", address_is_web, "https://www.example.org",
     "so it and its QR code are left out"},
    {offsetof(struct clinic, handout_url), "handout_url", address_is_web,
     "https://www.example.org/handout.pdf", NULL},
    {offsetof(struct clinic, web_url), "web_url", address_is_folder,
     "https://www.example.org/handouts/", NULL},
};

static void read_hours(struct clinic *clinic, struct diag *diag)
{
    const struct fact_list *list = &clinic->opening_hours;
    if (list->items->len == 0)
        diag_report(diag, RULE_HOURS_MISSING, list->pos,
                    "'opening_hours' is %s, so they are left out",
                    list->pos.line ? "empty" : "not given");
    clinic->hours = hours_read_lines(list, diag);
}

static bool check_clinic(struct reading *reading, struct diag *diag)
{
    struct clinic *clinic = &reading->clinic;
    bool ok = clinic->name.value != NULL;
    if (!ok)
        diag_report(diag, RULE_VALUE, clinic->name.pos,
                    "'name' is %s: every product bears the clinic's name",
                    clinic->name.pos.line ? "empty" : "not given");
    ok &= fact_check(checks, G_N_ELEMENTS(checks), clinic, diag);
    if (!postal_is_given(&clinic->address)) {
        struct pos pos = reading->address ? reading->address->key_pos
                                          : (struct pos){.file = clinic->name.pos.file};
        fact_report_missing(pos, "address", "so it is left out", diag);
    }
    if (clinic->services.items->len == 0)
        fact_report_missing(clinic->services.pos, "services", "so they are left out", diag);
    read_hours(clinic, diag);
    ok &= date_check(&clinic->verified_on, "verified_on", diag);
    return ok;
}

static const struct yaml_key slip_keys[] = {
    {"label", YAML_WANT_TEXT, offsetof(struct slip_field, label)},
    {"choices", YAML_WANT_TEXTS, offsetof(struct slip_field, choices)},
};

static void slip_field_free(struct slip_field *field)
{
    fact_clear(&field->label);
    fact_list_clear(&field->choices);
    g_free(field);
}

/* An entry is the field's label alone, or a mapping of label and choices. */
static bool read_slip_field(const struct yaml *entry, const char *path, GPtrArray *fields,
                            struct diag *diag)
{
    struct slip_field *field = g_new0(struct slip_field, 1);
    g_ptr_array_add(fields, field);
    if (entry->kind == YAML_SCALAR) {
        field->label = (struct fact){g_strdup(entry->text), entry->pos};
        fact_list_init(&field->choices, entry->pos);
    } else if (entry->kind == YAML_MAPPING &&
               !yaml_read(entry, path, slip_keys, G_N_ELEMENTS(slip_keys), field, diag)) {
        return false;
    }
    if (field->label.value && *field->label.value)
        return true;
    diag_report(diag, RULE_YAML_SYNTAX, entry->pos,
                "an entry of 'contact_slip' has no label: write '- label: …'");
    return false;
}

static bool read_slip(const struct yaml *list, const char *path, struct clinic *clinic,
                      struct diag *diag)
{
    bool ok = true;
    clinic->slip_fields = g_ptr_array_new_with_free_func((GDestroyNotify)slip_field_free);
    for (guint i = 0; list && list->children && i < list->children->len; i++)
        ok &= read_slip_field(list->children->pdata[i], path, clinic->slip_fields, diag);
    return ok;
}

static bool is_one_of(const char *word, const char *const *words)
{
    return word && g_strv_contains(words, word);
}

static bool read_sample(struct reading *reading, struct diag *diag)
{
    static const char *const yes[] = {"yes", "true", NULL}, *const no[] = {"no", "false", NULL};
    const struct fact *sample = &reading->sample;
    reading->clinic.sample = is_one_of(sample->value, yes);
    if (reading->clinic.sample)
        diag_report(diag, RULE_SAMPLE, sample->pos,
                    "'sample' is '%s', so every page is marked: replace the placeholders, then "
                    "remove this line",
                    sample->value);
    bool ok = !sample->value || reading->clinic.sample || is_one_of(sample->value, no);
    if (!ok)
        diag_report(diag, RULE_VALUE, sample->pos,
                    "'%s' is no 'sample': write 'yes', or leave the line out", sample->value);
    fact_clear(&reading->sample);
    return ok;
}

/* Fills the clinic; false when something stands there that cannot be used. */
static bool read_clinic(const struct yaml *yaml, const char *path, struct reading *reading,
                        struct diag *diag)
{
    bool ok = yaml_read(yaml, path, clinic_keys, G_N_ELEMENTS(clinic_keys), reading, diag);
    ok &= postal_read(reading->address, path, &reading->clinic.address, diag);
    ok &= read_slip(reading->contact_slip, path, &reading->clinic, diag);
    reading->clinic.crisis_lines = crisis_lines_read(reading->crisis_lines, path, &ok, diag);
    reading->clinic.contact_points = contact_points_read(reading->contact_points, path, &ok, diag);
    reading->clinic.locations = locations_read(reading->locations, path, &ok, diag);
    ok &= read_sample(reading, diag);
    ok &= check_clinic(reading, diag);
    return ok;
}

struct clinic *clinic_load(const char *path, struct diag *diag)
{
    struct yaml *yaml = group_settings(path, diag);
    if (!yaml)
        return NULL;
    struct reading reading = {0};
    bool ok = read_clinic(yaml, path, &reading, diag);
    yaml_tree_free(yaml);
    struct clinic *clinic = g_new(struct clinic, 1);
    *clinic = reading.clinic;
    clinic->path = g_strdup(path);
    if (!ok)
        g_clear_pointer(&clinic, clinic_free);
    return clinic;
}

struct clinic *clinic_blank(const char *path)
{
    struct clinic *clinic = g_new0(struct clinic, 1);
    clinic->path = g_strdup(path);
    clinic->name.value = g_strdup("");
    fact_list_init(&clinic->opening_hours, (struct pos){0});
    fact_list_init(&clinic->services, (struct pos){0});
    clinic->hours = g_array_new(FALSE, TRUE, sizeof(struct hours));
    clinic->slip_fields = g_ptr_array_new();
    clinic->crisis_lines = g_ptr_array_new();
    clinic->contact_points = g_ptr_array_new();
    clinic->locations = g_ptr_array_new();
    return clinic;
}

void clinic_free(struct clinic *clinic)
{
    if (!clinic)
        return;
    struct fact *const facts[] = {
        &clinic->name,        &clinic->telephone, &clinic->email,       &clinic->url,
        &clinic->handout_url, &clinic->web_url,   &clinic->verified_on,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        fact_clear(facts[i]);
    postal_clear(&clinic->address);
    fact_list_clear(&clinic->opening_hours);
    g_clear_pointer(&clinic->hours, g_array_unref);
    fact_list_clear(&clinic->services);
    g_clear_pointer(&clinic->slip_fields, g_ptr_array_unref);
    g_clear_pointer(&clinic->crisis_lines, g_ptr_array_unref);
    g_clear_pointer(&clinic->contact_points, g_ptr_array_unref);
    g_clear_pointer(&clinic->locations, g_ptr_array_unref);
    g_free(clinic->path);
    g_free(clinic);
}

char *clinic_page_address(const struct clinic *clinic, const char *page)
{
    const char *folder = clinic->web_url.value;
    if (!folder || !page)
        return NULL;
    return g_strconcat(folder, g_str_has_suffix(folder, "/") ? "" : "/", page, NULL);
}

bool clinic_tells(const struct clinic *clinic)
{
    return clinic->telephone.value || clinic->email.value || clinic->url.value ||
           clinic->web_url.value || postal_is_given(&clinic->address) || clinic->hours->len > 0 ||
           clinic->services.items->len > 0 || clinic->crisis_lines->len > 0 ||
           clinic->contact_points->len > 0 || clinic->locations->len > 0;
}

static void add_given(GPtrArray *facts, const struct fact *fact)
{
    if (fact->value)
        g_ptr_array_add(facts, (gpointer)fact);
}

GPtrArray *clinic_numbers(const struct clinic *clinic)
{
    GPtrArray *facts = g_ptr_array_new();
    add_given(facts, &clinic->telephone);
    for (guint i = 0; i < clinic->contact_points->len; i++) {
        const struct contact_point *point = clinic->contact_points->pdata[i];
        add_given(facts, &point->telephone);
        add_given(facts, &point->text);
        add_given(facts, &point->fax);
        add_given(facts, &point->tty);
    }
    for (guint i = 0; i < clinic->locations->len; i++)
        add_given(facts, &((const struct location *)clinic->locations->pdata[i])->telephone);
    return facts;
}

GPtrArray *clinic_emails(const struct clinic *clinic)
{
    GPtrArray *facts = g_ptr_array_new();
    add_given(facts, &clinic->email);
    for (guint i = 0; i < clinic->contact_points->len; i++)
        add_given(facts, &((const struct contact_point *)clinic->contact_points->pdata[i])->email);
    for (guint i = 0; i < clinic->locations->len; i++)
        add_given(facts, &((const struct location *)clinic->locations->pdata[i])->email);
    return facts;
}

GPtrArray *clinic_hours(const struct clinic *clinic)
{
    GPtrArray *hours = g_ptr_array_new();
    g_ptr_array_add(hours, clinic->hours);
    for (guint i = 0; i < clinic->contact_points->len; i++)
        g_ptr_array_add(hours,
                        ((const struct contact_point *)clinic->contact_points->pdata[i])->hours);
    for (guint i = 0; i < clinic->locations->len; i++)
        g_ptr_array_add(hours, ((const struct location *)clinic->locations->pdata[i])->hours);
    return hours;
}
