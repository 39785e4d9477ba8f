/*
 * What style.yaml says of devices: the display, its show and the embosser. style.c alone includes
 * this.
 */
#ifndef HANDOUT_CONTENT_STYLE_SETUPS_H
#define HANDOUT_CONTENT_STYLE_SETUPS_H

#include "content/style.h"
#include "content/yaml.h"

/* Of a clinic that says nothing. */
struct screen_setup screen_setup_default(void);
struct show_setup show_setup_default(void);
struct braille_setup braille_setup_default(void);

/* Take from `yaml`, a mapping in the file at `path` or NULL, what it says over what `out` holds.
 * False when it has errors (reported). */
bool screen_setup_read(const struct yaml *yaml, const char *path, struct screen_setup *out,
                       struct diag *diag);
bool show_setup_read(const struct yaml *yaml, const char *path, struct show_setup *out,
                     struct diag *diag);
bool braille_setup_read(const struct yaml *yaml, const char *path, struct braille_setup *out,
                        struct diag *diag);

/* Frees what the setup owns. */
void show_setup_clear(struct show_setup *show);

#endif
