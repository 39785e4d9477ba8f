/*
 * YAML as a small tree with places. The only user of libyaml.
 *
 * Only what settings need: mappings with plain keys, lists, scalars, at most YAML_DEPTH_LIMIT
 * inside each other. Anchors, aliases, tags and several documents in a file are reported
 * (RULE_YAML_SYNTAX), as are repeated keys (RULE_YAML_KEY).
 */
#ifndef HANDOUT_CONTENT_YAML_H
#define HANDOUT_CONTENT_YAML_H

#include "base/diag.h"
#include "content/fact.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Far above what any setting needs; keeps a hostile file from exhausting the stack. */
#define YAML_DEPTH_LIMIT 16

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAPPING, YAML_KIND_COUNT };

struct yaml {
    enum yaml_kind kind;
    struct pos pos;
    char *text;          /* SCALAR: the value on one line, "" when empty or null */
    GPtrArray *children; /* LIST, MAPPING: of struct yaml *, owned */
    char *key;           /* when it stands in a mapping, else NULL */
    struct pos key_pos;
};

/*
 * Parses `text`, whose first line is line `first_line` of `path`. An empty text is an empty
 * mapping. NULL when anything was reported: it is not such YAML, or its top is not a mapping. A
 * text whose first line is not 1 is front matter, in whose sentences a '#' may be meant.
 */
struct yaml *yaml_parse(const char *text, const char *path, int first_line, struct diag *diag);
void yaml_tree_free(struct yaml *yaml);

/* Moves to `mapping` what stands in `others`, a mapping too, by keys that it lacks. */
void yaml_add_missing(struct yaml *mapping, struct yaml *others);

/* What a key may hold. */
enum yaml_want {
    YAML_WANT_TEXT,
    YAML_WANT_WORDS,
    YAML_WANT_TEXTS,
    YAML_WANT_WORD_LIST,
    YAML_WANT_MAPPING,
    YAML_WANT_LIST,
    YAML_WANT_COUNT
};

/*
 * One known key of a mapping: where its value goes. TEXT fills a `struct fact`, without blanks at
 * its ends, WORDS with them; TEXTS (a list, or one scalar) a `struct fact_list`, WORD_LIST the same
 * with blanks at the ends of its entries; MAPPING a `const struct yaml *` (NULL when absent; a
 * mapping or an empty scalar, which has no children), LIST the same for a list whose entries have a
 * shape of their own. `offset` is within the struct given to `yaml_read`. Two rows of one field,
 * one behind the other, are two names for it; what both give is kept.
 */
struct yaml_key {
    const char *name;
    enum yaml_want want;
    size_t offset;
};

/*
 * Fills `target` from `mapping` (NULL or without children: nothing is given) by the table `keys`
 * (`n_keys` rows). Unknown keys are reported with the nearest known one ("did you mean"), values of
 * the wrong shape too. Facts left out get the place `path` with line 0. Every field of the table
 * is initialised, whatever is found. Returns false when anything was reported.
 */
bool yaml_read(const struct yaml *mapping, const char *path, const struct yaml_key *keys,
               size_t n_keys, void *target, struct diag *diag);

#endif
