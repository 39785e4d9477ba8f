/*
 * Only an article's own language counts: "guide-to" is no translation into Tongan.
 */
#include "content/translation.h"

#include "content/date.h"
#include "content/yaml.h"

#include <glib.h>
#include <string.h>

static const struct yaml_key keys[] = {
    {"by", YAML_WANT_TEXT, offsetof(struct translation, by)},
    {"machine", YAML_WANT_TEXT, offsetof(struct translation, machine)},
    {"reviewed_by", YAML_WANT_TEXT, offsetof(struct translation, reviewed_by)},
    {"reviewed_on", YAML_WANT_TEXT, offsetof(struct translation, reviewed_on)},
    /* An article's */
    {"of", YAML_WANT_TEXT, offsetof(struct translation, of)},
    {"source_version", YAML_WANT_TEXT, offsetof(struct translation, source_version)},
};
#define KEYS_OF_ALL 4

/* Files are named, not paths: a translation stands in the folder of its source. */
static bool check_of(const struct fact *of, struct diag *diag)
{
    if (!of->value || (!strchr(of->value, '/') && !g_str_has_suffix(of->value, ".md")))
        return true;
    diag_report(diag, RULE_VALUE, of->pos,
                "'of' is '%s': write the file name of the source without '.md' and without its "
                "folder",
                of->value);
    return false;
}

static bool check_machine(const struct fact *machine, struct diag *diag)
{
    if (!machine->value || g_str_equal(machine->value, "yes") || g_str_equal(machine->value, "no"))
        return true;
    diag_report(diag, RULE_VALUE, machine->pos, "'machine' is '%s': write 'yes' or 'no'",
                machine->value);
    return false;
}

bool translation_read(const struct yaml *mapping, const char *path, bool of_article,
                      struct translation *out, struct diag *diag)
{
    *out = (struct translation){0};
    bool ok =
        yaml_read(mapping, path, keys, of_article ? G_N_ELEMENTS(keys) : KEYS_OF_ALL, out, diag);
    ok &= date_check(&out->reviewed_on, "reviewed_on", diag);
    ok &= check_of(&out->of, diag);
    return check_machine(&out->machine, diag) && ok;
}

void translation_clear(struct translation *translation)
{
    fact_clear(&translation->by);
    fact_clear(&translation->machine);
    fact_clear(&translation->reviewed_by);
    fact_clear(&translation->reviewed_on);
    fact_clear(&translation->of);
    fact_clear(&translation->source_version);
}

bool translation_is_unread(const struct translation *translation)
{
    return g_strcmp0(translation->machine.value, "yes") == 0 && !translation->reviewed_by.value;
}
