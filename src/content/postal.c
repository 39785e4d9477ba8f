/*
 * Postal addresses as clinic.yaml gives them.
 */
#include "content/postal.h"

#include <stddef.h>

static const struct yaml_key keys[] = {
    {"street_address", YAML_WANT_TEXT, offsetof(struct postal, street_address)},
    {"address_locality", YAML_WANT_TEXT, offsetof(struct postal, address_locality)},
    {"address_region", YAML_WANT_TEXT, offsetof(struct postal, address_region)},
    {"postal_code", YAML_WANT_TEXT, offsetof(struct postal, postal_code)},
    {"address_country", YAML_WANT_TEXT, offsetof(struct postal, address_country)},
    {"lines", YAML_WANT_TEXTS, offsetof(struct postal, lines)},
};

static bool has_parts(const struct postal *postal)
{
    return postal->street_address.value || postal->address_locality.value ||
           postal->address_region.value || postal->postal_code.value;
}

bool postal_read(const struct yaml *mapping, const char *path, struct postal *out,
                 struct diag *diag)
{
    bool ok = yaml_read(mapping, path, keys, G_N_ELEMENTS(keys), out, diag);
    if (out->lines.items->len == 0 || !has_parts(out))
        return ok;
    diag_report(diag, RULE_VALUE, out->lines.pos,
                "an address has 'lines' or parts such as 'street_address', not both");
    return false;
}

void postal_clear(struct postal *postal)
{
    fact_clear(&postal->street_address);
    fact_clear(&postal->address_locality);
    fact_clear(&postal->address_region);
    fact_clear(&postal->postal_code);
    fact_clear(&postal->address_country);
    fact_list_clear(&postal->lines);
}

bool postal_is_given(const struct postal *postal)
{
    return has_parts(postal) || postal->address_country.value || postal->lines.items->len > 0;
}
