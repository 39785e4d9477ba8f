/*
 * The sum of the bytes of a name, so that neighbours in a list look unlike each other.
 */
#include "content/art.h"

#include "content/named.h"

enum art art_of_name(const char *name, const char *lang)
{
    size_t length = named_before(name, lang);
    unsigned sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += (unsigned char)name[i];
    return (enum art)(sum % ART_NONE);
}
