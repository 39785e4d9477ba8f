/*
 * Language tags (BCP 47): how they are spelt (RFC 5646) and which fits which (RFC 4647). Nothing
 * else in the program compares them.
 */
#ifndef HANDOUT_BASE_LANG_H
#define HANDOUT_BASE_LANG_H

#include <glib.h>
#include <stdbool.h>

/* What a text is taken for that does not say. */
#define LANG_DEFAULT "en-US"

/* Its range: what most articles are written in first. */
#define LANG_USUAL "en"

/* The tag in its usual spelling, as in zh-Hant-TW (RFC 5646, 2.1.1); NULL when it does not look
 * like a tag that starts with a language of two or three letters. Owned by the caller. */
char *lang_canonical(const char *tag);

/* True when `tag` is of the language range (RFC 4647, 3.3.1: basic filtering): the same, or more
 * exact. "en" matches en-US, "en-GB" does not; letters count in either case. */
bool lang_matches(const char *range, const char *tag);

/* True when both tags name one language, wherever and however it is written. */
bool lang_same(const char *one, const char *other);

/* True when both are one tag; letters count in either case (RFC 5646, 2.1.1). */
bool lang_equal(const char *one, const char *other);

/* The country that the tag names, as in es-MX, by its two letters; NULL: none. Owned by the caller.
 */
char *lang_country(const char *tag);

/* True when words in the language `tag` are usually written in the script, as its subtags or CLDR
 * have it. Kana of either kind are HIRAGANA; what is no tag is taken for Latin. */
bool lang_has_script(const char *tag, GUnicodeScript script);

/* True when words in the language are usually written from right to left. */
bool lang_is_rtl(const char *tag);

/*
 * The tags that what is said in `tag` may be looked up by, nearest first (RFC 4647, 3.4): "es-MX",
 * "es". A language is not looked up in a script that its readers may not read ("zh-TW", "zh-Hant",
 * but not "zh"), and is by its other name too ("tl", "fil"). Underscores are taken for hyphens, as
 * CLDR writes them. Of char *, owned by the caller; empty for what is no tag.
 */
GPtrArray *lang_lookup(const char *tag);

#endif
