/*
 * Awkward: a name may hold hyphens and dots of its own ("x-ray", "2.5-mg"), and words may look like
 * languages ("sign-in"). So what stands behind a hyphen counts only for who knows the language, or
 * goes on to look into the file.
 */
#include "content/named.h"

#include "base/lang.h"

#include <stdbool.h>
#include <string.h>

const char *named_dot(const char *name)
{
    const char *dot = strrchr(name, '.'), *end = name + strlen(name);
    g_autofree char *lang = dot && dot > name ? lang_canonical(dot + 1) : NULL;
    return lang ? dot : end;
}

static bool ends_in(const char *name, size_t length, const char *code, size_t letters)
{
    return length > letters + 1 && name[length - letters - 1] == '-' &&
           g_ascii_strncasecmp(name + length - letters, code, letters) == 0;
}

size_t named_before(const char *name, const char *lang)
{
    const char *dot = strrchr(name, '.');
    size_t length = strlen(name), whole = strlen(lang), code = strcspn(lang, "-");
    if (dot && dot > name && lang_same(dot + 1, lang))
        return (size_t)(dot - name);
    if (ends_in(name, length, lang, whole))
        return length - whole - 1;
    return ends_in(name, length, lang, code) ? length - code - 1 : length;
}

/* How many of the bytes stand before a hyphen and a code of two or three letters; all: they end in
 * none. */
static size_t before_code(const char *name, size_t length)
{
    const char *dash = g_strrstr_len(name, (gssize)length, "-");
    size_t letters = dash ? strspn(dash + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
    bool code = (letters == 2 || letters == 3) && dash + 1 + letters == name + length;
    return code && dash > name ? (size_t)(dash - name) : length;
}

/* A language, and a region behind it. */
size_t named_before_any(const char *name)
{
    return before_code(name, before_code(name, strcspn(name, ".")));
}

char *named_lang(const char *name, size_t bare)
{
    bool parted = strlen(name) > bare && (name[bare] == '.' || name[bare] == '-');
    return parted ? lang_canonical(name + bare + 1) : NULL;
}
