/*
 * Reads what is to be weighed differently or kept back, and hands it to the diag. Awkward: the keys
 * are rules, of which the table of rules knows all, so they are looked up there and not in a table
 * of known keys.
 */
#include "content/checks_config.h"

#include "base/file.h"
#include "content/yaml.h"

#include <string.h>

#define COMMENT_OPENING "<!-- handout silence "

/* Finds a rule that may be changed; reports any other name. */
static bool find_rule(const char *id, struct pos pos, enum rule *out, struct diag *diag)
{
    const char *near = rule_nearest(id);
    if (!rule_find(id, out)) {
        g_autofree char *advice =
            near ? g_strdup_printf("did you mean '%s'?", near)
                 : g_strdup("see 'handout check --explain all' for their names");
        diag_report(diag, RULE_VALUE, pos, "there is no rule '%s': %s", id, advice);
        return false;
    }
    if (rule_is_judgement(*out))
        return true;
    diag_report(diag, RULE_VALUE, pos,
                "the rule '%s' keeps a promise and cannot be changed: take this line out", id);
    return false;
}

static bool find_severity(const struct yaml *value, enum severity *out, struct diag *diag)
{
    for (int i = 0; i < SEVERITY_COUNT; i++) {
        *out = (enum severity)i;
        if (value->kind == YAML_SCALAR && strcmp(value->text, severity_name(*out)) == 0)
            return true;
    }
    diag_report(diag, RULE_VALUE, value->pos,
                "a severity is 'note', 'warning' or 'error': write one of them");
    return false;
}

static bool apply_severity(const struct yaml *entry, struct diag *diag)
{
    enum rule rule;
    enum severity severity;
    if (!find_rule(entry->key, entry->key_pos, &rule, diag) ||
        !find_severity(entry, &severity, diag))
        return false;
    diag_set_severity(diag, rule, severity);
    return true;
}

static bool apply_silence(const struct yaml *entry, struct diag *diag)
{
    enum rule rule;
    if (!find_rule(entry->key, entry->key_pos, &rule, diag))
        return false;
    if (entry->kind != YAML_SCALAR || !*entry->text) {
        diag_report(diag, RULE_VALUE, entry->key_pos,
                    "nothing says why '%s' is silenced: write the reason behind it", entry->key);
        return false;
    }
    diag_silence(diag, rule, 0);
    return true;
}

static bool apply_all(const struct yaml *mapping,
                      bool (*apply)(const struct yaml *entry, struct diag *diag), struct diag *diag)
{
    bool ok = true;
    const GPtrArray *children = mapping ? mapping->children : NULL;
    for (guint i = 0; children && i < children->len; i++)
        ok &= apply(children->pdata[i], diag);
    return ok;
}

bool checks_config_load(const char *path, struct diag *diag)
{
    struct {
        const struct yaml *severity, *silence;
    } settings;
    static const struct yaml_key keys[] = {{"severity", YAML_WANT_MAPPING, 0},
                                           {"silence", YAML_WANT_MAPPING, sizeof(void *)}};
    if (file_is_absent(path))
        return true;
    g_autofree char *text = file_read_text(path, diag);
    struct yaml *yaml = text ? yaml_parse(text, path, 1, diag) : NULL;
    if (!yaml)
        return false;
    bool ok = yaml_read(yaml, path, keys, G_N_ELEMENTS(keys), &settings, diag);
    ok &= apply_all(settings.severity, apply_severity, diag);
    ok &= apply_all(settings.silence, apply_silence, diag);
    yaml_tree_free(yaml);
    return ok;
}

bool checks_comment_apply(const char *html, struct pos pos, struct diag *diag)
{
    if (!g_str_has_prefix(html, COMMENT_OPENING))
        return false;
    const char *id = html + strlen(COMMENT_OPENING);
    g_autofree char *name = g_strndup(id, strcspn(id, ": \n"));
    const char *reason = id + strlen(name);
    reason += strspn(reason, ": \n");
    enum rule rule;
    if (!find_rule(name, pos, &rule, diag))
        return true;
    if (!*reason || g_str_has_prefix(reason, "-->"))
        diag_report(diag, RULE_VALUE, pos,
                    "nothing says why '%s' is silenced: write the reason behind it", name);
    else
        diag_silence(diag, rule, pos.file);
    return true;
}
