/*
 * Both keys are needed: a file without words would be seen and not heard.
 */
#include "content/logo.h"
#include "base/paths.h"

#include "content/yaml.h"

#include <stddef.h>

static const struct yaml_key logo_keys[] = {
    {"file", YAML_WANT_TEXT, offsetof(struct logo, file)},
    {"alt", YAML_WANT_TEXT, offsetof(struct logo, alt)},
};

static bool is_given(const struct logo *logo, struct pos pos, struct diag *diag)
{
    if (!logo->file.value)
        diag_report(diag, RULE_IMAGE_FILE, pos,
                    "'logo' names no 'file': write the name of a PNG or SVG beside style.yaml");
    else if (!logo->alt.value)
        diag_report(diag, RULE_IMAGE_ALT, logo->file.pos,
                    "the logo '%s' has no words for those who cannot see it: write 'alt:' below "
                    "its 'file:'",
                    logo->file.value);
    return logo->file.value && logo->alt.value;
}

bool logo_read(const struct yaml *yaml, const char *path, struct logo *out, struct diag *diag)
{
    bool ok = yaml_read(yaml, path, logo_keys, G_N_ELEMENTS(logo_keys), out, diag);
    out->image = NULL;
    if (!yaml || !ok)
        return ok;
    g_autofree char *file = paths_text(yaml->pos.file);
    g_autofree char *directory = g_path_get_dirname(file);
    if (is_given(out, yaml->key_pos, diag))
        out->image = image_load_logo(directory, out->file.value, out->file.pos, diag);
    return out->image != NULL;
}

void logo_clear(struct logo *logo)
{
    fact_clear(&logo->file);
    fact_clear(&logo->alt);
    g_clear_pointer(&logo->image, image_free);
}
