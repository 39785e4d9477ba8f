/*
 * Checks of single facts, driven by tables.
 */
#include "content/fact_check.h"

void fact_report_missing(struct pos pos, const char *key, const char *consequence,
                         struct diag *diag)
{
    diag_report(diag, RULE_CONTACT_MISSING, pos, "'%s' is %s, %s", key,
                pos.line ? "empty" : "not given", consequence);
}

static bool run_check(const struct fact_check *check, const struct fact *fact, struct diag *diag)
{
    if (!fact->value && check->consequence)
        fact_report_missing(fact->pos, check->key, check->consequence, diag);
    if (!fact->value || check->valid(fact->value))
        return true;
    diag_report(diag, RULE_VALUE, fact->pos, "'%s' is no '%s': write it as in '%s'", fact->value,
                check->key, check->example);
    return false;
}

bool fact_check(const struct fact_check *checks, size_t n, const void *holder, struct diag *diag)
{
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        ok &= run_check(
            &checks[i],
            (const struct fact *)(const void *)((const char *)holder + checks[i].offset), diag);
    return ok;
}
