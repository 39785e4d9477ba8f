/*
 * Addresses, by GLib's parser. Awkward: people write blanks, umlauts and lone percent signs into
 * them, and browsers take all that, so the parser is asked to be as patient.
 */
#include "content/address.h"

#include "base/pattern.h"
#include "base/words.h"

#include <glib.h>
#include <string.h>

/* NULL: `address` is not absolute, or no address at all. */
static GUri *parse(const char *address)
{
    return g_uri_parse(address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
}

enum address_kind address_kind(const char *address)
{
    static const struct {
        const char *scheme;
        enum address_kind kind;
    } schemes[] = {{"https", ADDRESS_WEB},
                   {"http", ADDRESS_WEB},
                   {"mailto", ADDRESS_MAIL},
                   {"tel", ADDRESS_TELEPHONE},
                   {"sms", ADDRESS_TEXT}};
    g_autoptr(GUri) uri = parse(address);
    for (size_t i = 0; uri && i < G_N_ELEMENTS(schemes); i++) {
        if (!g_str_equal(g_uri_get_scheme(uri), schemes[i].scheme))
            continue;
        const char *host = g_uri_get_host(uri);
        const char *rest = strchr(address, ':') + 1;
        bool leads = schemes[i].kind == ADDRESS_WEB ? host && *host : *rest && *rest != '/';
        return leads ? schemes[i].kind : ADDRESS_UNSAFE;
    }
    return ADDRESS_UNSAFE;
}

bool address_is_remote(const char *address)
{
    return g_uri_peek_scheme(address) || g_str_has_prefix(address, "//");
}

bool address_is_web(const char *text)
{
    return address_kind(text) == ADDRESS_WEB && !strpbrk(text, " \t<>\"");
}

bool address_is_folder(const char *text)
{
    g_autoptr(GUri) uri = address_is_web(text) ? parse(text) : NULL;
    return uri && !g_uri_get_query(uri) && !g_uri_get_fragment(uri) && !g_uri_get_userinfo(uri);
}

bool address_is_mail(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && strchr(at, '.') && !strchr(at + 1, '@') && !strpbrk(text, " \t<>,;");
}

char *address_from_mail(const char *mail)
{
    return g_strconcat("mailto:", mail, NULL);
}

char *address_to(const char *address)
{
    const char *colon = strchr(address, ':');
    const char *to = colon ? colon + 1 : address;
    return g_strndup(to, strcspn(to, "?"));
}

char *address_encode(const char *address)
{
    return g_uri_escape_string(address, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", FALSE);
}

static bool is_printable(const char *text)
{
    bool printable = g_utf8_validate(text, -1, NULL);
    for (; printable && *text; text = g_utf8_next_char(text))
        printable = g_unichar_isgraph(g_utf8_get_char(text));
    return printable;
}

char *address_for_paper(const char *address)
{
    if (address_kind(address) != ADDRESS_WEB)
        return address_to(address);
    g_autofree char *plain = g_uri_unescape_string(address, "/ ?#%");
    const char *text = plain && is_printable(plain) ? plain : address;
    text = strstr(text, ADDRESS_SCHEME_END) + strlen(ADDRESS_SCHEME_END);
    if (g_ascii_strncasecmp(text, "www.", strlen("www.")) == 0)
        text += strlen("www.");
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '/')
        length--;
    return g_strndup(text, length);
}

size_t address_unsaid(const char *address)
{
    static const char *const unsaid[] = {"https" ADDRESS_SCHEME_END, "http" ADDRESS_SCHEME_END,
                                         "www."};
    const char *at = address;
    for (size_t i = 0; i < G_N_ELEMENTS(unsaid); i++)
        if (g_ascii_strncasecmp(at, unsaid[i], strlen(unsaid[i])) == 0)
            at += strlen(unsaid[i]);
    return (size_t)(at - address);
}

/* The letters and digits alone: how a number or an address is grouped makes no difference. */
static char *bare(const char *text)
{
    GString *out = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_isalnum(g_utf8_get_char(text)))
            g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(text)));
    return g_string_free(out, FALSE);
}

bool address_in_words(const char *address, const char *words)
{
    g_autofree char *paper = address_for_paper(address);
    g_autofree char *wanted = bare(paper), *found = bare(words);
    return strstr(found, wanted) != NULL;
}

/* The host without "www.", owned by the caller; NULL: none. */
static char *host_of(const char *address)
{
    g_autoptr(GUri) uri = parse(address);
    const char *host = uri ? g_uri_get_host(uri) : NULL;
    if (!host || !*host)
        return NULL;
    bool www = g_ascii_strncasecmp(host, "www.", strlen("www.")) == 0;
    return g_ascii_strdown(www ? host + strlen("www.") : host, -1);
}

bool address_same_host(const char *one, const char *other)
{
    g_autofree char *a = host_of(one), *b = host_of(other);
    return a && b && g_str_equal(a, b);
}

bool address_find(const char *text, size_t from, struct range *out)
{
    static struct pattern pattern =
        PATTERN("(?:(?<![\\w@])"
                "(?i:https?)" ADDRESS_SCHEME_END "[^\\s<>]+" /* https://clinic.example */
                "|(?<![^\\s<>()])"
                "[^\\s@<>()]++@[^\\s@<>()]+\\.\\p{L}{2,}" /* name@clinic.example */
                ")(?!\\w)");
    return words_have_address_sign(text + from, strlen(text + from)) &&
           pattern_find(&pattern, text, from, out);
}

bool address_is_bare(const char *word)
{
    static struct pattern name = PATTERN("^\\W*(?:[\\w-]{2,}\\.)+\\p{L}{2,}(?!\\w)");
    const char *stop = strchr(word, '.');
    struct range found;
    return strchr(word, '@') || (stop && stop[1] && pattern_find(&name, word, 0, &found));
}

#define WORD_ENDS " \t\n<>()"

bool address_in_host(const char *text, size_t at)
{
    size_t start = at;
    while (start > 0 && !strchr(WORD_ENDS, text[start - 1]))
        start--;
    g_autofree char *word = g_strndup(text + start, strcspn(text + start, WORD_ENDS));
    const char *scheme = strstr(word, ADDRESS_SCHEME_END);
    const char *host = scheme ? scheme + strlen(ADDRESS_SCHEME_END) : word;
    struct range found;
    return at - start < (size_t)(host - word) + strcspn(host, "/") &&
           (address_is_bare(word) || address_find(word, 0, &found));
}
