/*
 * Only an article's own language counts: "guide-to" is no translation into Tongan.
 */
#include "content/translation.h"

#include <glib.h>
#include <string.h>

static gboolean ends_in_lang(const char *name, size_t length, const char *lang)
{
    size_t code = strcspn(lang, "-");
    return length > code + 1 && name[length - code - 1] == '-' &&
           g_ascii_strncasecmp(name + length - code, lang, code) == 0;
}

size_t translation_source(const char *name, const char *lang)
{
    size_t length = strcspn(name, ".");
    return ends_in_lang(name, length, lang) ? length - strcspn(lang, "-") - 1 : length;
}
