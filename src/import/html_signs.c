/*
 * References of HTML in text that is none: "Women&#039;s Health" in what a page says for machines.
 */
#include "import/parts.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* What stands between the ends of a reference, and how long the longest is. */
#define OF_REFERENCE     "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define REFERENCE_LENGTH 8

/* The sign that a reference of HTML ("&#039;", "&rsquo;") means; 0: it is none. `name`: within it.
 */
static gunichar sign_of(const char *name)
{
    const htmlEntityDesc *named = htmlEntityLookup(BAD_CAST name);
    bool hexadecimal = g_str_has_prefix(name, "#x") || g_str_has_prefix(name, "#X");
    const char *digits = name + (hexadecimal ? 2 : 1);
    char *end = (char *)digits;
    guint64 number = *name == '#' ? g_ascii_strtoull(digits, &end, hexadecimal ? 16 : 10) : 0;
    if (*name == '#' && (end == digits || *end || number > 0x10FFFF))
        return 0;
    gunichar sign = named ? named->value : (gunichar)number;
    return g_unichar_validate(sign) && source_is_printable(sign) ? sign : 0;
}

char *html_read_signs(const char *text)
{
    GString *out = g_string_new(NULL);
    while (*text) {
        size_t length = *text == '&' ? strspn(text + 1, OF_REFERENCE) : 0;
        bool whole = length > 1 && length <= REFERENCE_LENGTH && text[length + 1] == ';';
        g_autofree char *name = whole ? g_strndup(text + 1, length) : NULL;
        gunichar sign = name ? sign_of(name) : 0;
        if (sign)
            g_string_append_unichar(out, sign);
        else
            g_string_append_c(out, *text);
        text += sign ? length + 2 : 1;
    }
    return g_string_free(out, FALSE);
}
