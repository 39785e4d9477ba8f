/*
 * Names end in their language as "mri.es" or, by custom, as "mri-es".
 */
#include "content/art.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static bool ends_in_lang(const char *name, size_t length, const char *lang)
{
    size_t code = strcspn(lang, "-");
    return length > code + 1 && name[length - code - 1] == '-' &&
           g_ascii_strncasecmp(name + length - code, lang, code) == 0;
}

enum art art_of_name(const char *name, const char *lang)
{
    size_t length = strcspn(name, ".");
    if (ends_in_lang(name, length, lang))
        length -= strcspn(lang, "-") + 1;
    unsigned sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += (unsigned char)name[i];
    return (enum art)(sum % ART_NONE);
}
