/*
 * The program's own regular expressions (PCRE, as GLib compiles them), each a static variable that
 * is compiled when it is first used and kept. May be used by several threads.
 */
#ifndef HANDOUT_BASE_PATTERN_H
#define HANDOUT_BASE_PATTERN_H

#include "base/range.h"

#include <glib.h>

struct pattern {
    const char *text;
    const char *held; /* what stands in each match; NULL: nobody knows */
    GOnce compiled;   /* its result: the GRegex */
};

/* In a class of signs: what a number or its unit is part of where it touches it, as
 * range_code_ends() tells it. */
#define PATTERN_CODE "\\p{L&}\\p{N}_"

/* At the front of a pattern, or of each of its ways to begin: the signs of ASCII that it can begin
 * with. PCRE runs fast over what cannot begin it, but does not see what that is where `\p{…}` and
 * `\d` stand there. */
#define PATTERN_AHEAD(signs) "(?=[" signs "\\x{80}-\\x{10FFFF}])"

/* An initializer. */
#define PATTERN(pattern_text)                                                                      \
    {                                                                                              \
        .text = (pattern_text), .compiled = G_ONCE_INIT                                            \
    }

/* The same of a pattern whose every match holds `held_text`: where the text does not, the pattern
 * is not even compiled. */
#define PATTERN_HOLDING(held_text, pattern_text)                                                   \
    {                                                                                              \
        .text = (pattern_text), .held = (held_text), .compiled = G_ONCE_INIT                       \
    }

/* The compiled pattern, lent: for whoever asks for its groups. */
const GRegex *pattern_regex(struct pattern *pattern);

/* A pattern that is known only when the program runs, such as one made of a language's words:
 * compiled once for each text, and kept; lent. */
const GRegex *pattern_of_text(const char *text);

/* Finds the first match that starts at byte `from` or later; what stands before `from` is still
 * seen by what looks back. False: there is none. */
bool pattern_find(struct pattern *pattern, const char *text, size_t from, struct range *out);

/* The same with the match and its first groups, `n` in all; a group that is not in it is empty. */
bool pattern_find_groups(struct pattern *pattern, const char *text, size_t from, struct range *out,
                         unsigned n);

/* A search that goes on through a text: what was found ahead stays known, so that who asks at many
 * places, as whether a match starts there, looks through the text once. Begins as
 * `{.pattern = …, .text = …}`. */
struct pattern_ahead {
    struct pattern *pattern;
    const char *text;
    struct range found;
    enum { PATTERN_AHEAD_NEW, PATTERN_AHEAD_FOUND, PATTERN_AHEAD_OVER } state;
};

/* As pattern_find(), from a byte that is not before that of the last call. */
bool pattern_find_ahead(struct pattern_ahead *ahead, size_t from, struct range *out);

/* The text with `by` for each match, in time that grows as the text does: GLib's own looks through
 * all of the rest for each. Owned by the caller. */
char *pattern_replace(struct pattern *pattern, const char *text, const char *by);

#endif
