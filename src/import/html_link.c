/*
 * Links of a page, and what its head says of it. Awkward: pages name their own site by half
 * addresses, which lead nowhere from paper; they are made whole where the page says where it
 * stands.
 */
#include "import/fact_messages.h"
#include "import/html_around.h"

#include "content/address.h"
#include "content/telephone.h"

#include <string.h>

#define WHY_HALF   "a link within the site: its whole address is not known"
#define WHY_SCHEME "where a link leads that no article can have"
#define WHY_UNSEEN "a link without words"
#define WHY_WINDOW "the title of the browser's window"

static char *words_of(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    char *words = g_utf8_make_valid((const char *)content, -1);
    xmlFree(content);
    return g_strstrip(words);
}

/* Of a number to write to, the words alone would say that it is to be called. */
static bool calls_or_mails(const char *address)
{
    enum address_kind kind = address_kind(address);
    return kind == ADDRESS_TELEPHONE || kind == ADDRESS_MAIL;
}

/* True when the words say the number or mail address themselves. */
static bool says_it(const xmlNode *node, const char *address)
{
    g_autofree char *words = words_of(node), *to = address_to(address);
    return address_kind(address) == ADDRESS_MAIL ? g_ascii_strcasecmp(words, to) == 0
                                                 : telephone_same(words, to);
}

/* "fax:", "callto:", "viber://chat?number=…" and the like, which lead to a number. */
static bool is_number(const char *href)
{
    const char *to = strchr(href, ':');
    g_autofree char *sent = fact_number_of_link(href);
    return to && address_is_remote(href) && (sent || telephone_is(to + 1));
}

/* A link that nobody can see leads to a number: it is as good as words. */
static bool take_unseen(struct walk *w, const xmlNode *node, const char *address)
{
    enum address_kind kind = address_kind(address);
    bool dialled = kind == ADDRESS_TELEPHONE || kind == ADDRESS_TEXT;
    g_autofree char *to = dialled ? address_to(address) : fact_number_of_link(address);
    if (!to || html_view(node)->letters > 0)
        return false;
    const char *service = dialled ? NULL : fact_service_of_link(address);
    g_autofree char *text = service ? g_strdup_printf("%s: %s", service, to) : g_strdup(to);
    html_drop(w, node, text, WHY_UNSEEN)->aside = w->aside;
    return true;
}

/* A whole address, owned by the caller; NULL: it leads nowhere, which is noted where it is said. */
static char *whole_address(struct walk *w, const xmlNode *node, const char *href)
{
    if (!*href || *href == '#')
        return NULL;
    if (address_kind(href) != ADDRESS_UNSAFE)
        return address_encode(href);
    if (w->base && !strstr(href, "script:") && !g_str_has_prefix(href, "data:")) {
        g_autofree char *whole =
            g_uri_resolve_relative(w->base, href, G_URI_FLAGS_PARSE_RELAXED, NULL);
        if (whole && address_kind(whole) == ADDRESS_WEB)
            return address_encode(whole);
    }
    if (!w->why && !address_is_remote(href))
        html_note(w, href, WHY_HALF);
    else if (is_number(href))
        html_drop(w, node, href, WHY_SCHEME);
    return NULL;
}

static int hex_digit(const char *text)
{
    return g_ascii_xdigit_value(text[0]) < 0 || g_ascii_xdigit_value(text[1]) < 0
               ? -1
               : g_ascii_xdigit_value(text[0]) * 16 + g_ascii_xdigit_value(text[1]);
}

/* True for words of the page's own in a link to an address that is hidden: what Cloudflare puts in
 * the address's place is marked, or stands in brackets. */
static bool has_own_words(const xmlNode *node)
{
    g_autofree char *words = words_of(node);
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (n->type == XML_ELEMENT_NODE && xmlHasProp((xmlNode *)n, BAD_CAST "data-cfemail"))
            return false;
    return html_is(node, "a") && *words && *words != '[';
}

/* Cloudflare hides mail addresses from machines: the first byte is the key of the others. */
static char *reveal_mail(const xmlNode *node)
{
    static const char place[] = "/cdn-cgi/l/email-protection#";
    g_autofree char *data = html_value(node, "data-cfemail"), *href = html_value(node, "href");
    const char *found = href ? strstr(href, place) : NULL;
    const char *hidden = data ? data : found ? found + strlen(place) : "";
    int key = *hidden ? hex_digit(hidden) : -1;
    GString *mail = g_string_new(NULL);
    for (const char *p = hidden + (key >= 0 ? 2 : 0); key >= 0 && *p && hex_digit(p) >= 0; p += 2)
        g_string_append_c(mail, (char)(hex_digit(p) ^ key));
    bool ok = address_is_mail(mail->str);
    return g_string_free(mail, !ok);
}

char *html_hidden_mail(const xmlNode *node)
{
    char *mail = reveal_mail(node);
    return mail && has_own_words(node) ? (g_free(mail), NULL) : mail;
}

/* Where the link leads, a hidden mail too; owned by the caller; NULL: nowhere. */
static char *find_address(struct walk *w, const xmlNode *node)
{
    g_autofree char *href = html_value(node, "href"), *mail = reveal_mail(node);
    g_autofree char *uri = mail ? address_from_mail(mail) : NULL;
    return href ? whole_address(w, node, uri ? uri : g_strstrip(href)) : NULL;
}

void html_enter_link(struct walk *w, const xmlNode *node)
{
    g_autofree char *logo = w->aside && !w->look.link ? html_logo_words(node) : NULL;
    if (logo)
        html_take_logo(w, node, logo, logo);
    if (w->look.link || !html_is(node, "a"))
        return;
    g_autofree char *address = find_address(w, node);
    if (!address || take_unseen(w, node, address) ||
        (calls_or_mails(address) && says_it(node, address)))
        return;
    g_autoptr(GString) url = g_string_new(address);
    g_string_replace(url, "(", "%28", 0);
    g_string_replace(url, ")", "%29", 0);
    w->look.link = node;
    w->look.look.url = g_string_chunk_insert_const(w->source->strings, url->str);
}

static void add_name(struct walk *w, const xmlNode *node, const char *name)
{
    struct input_line *line = source_add(w->source, LINE_TEXT, (int)xmlGetLineNo(node), name);
    if (line->kind != LINE_BLANK)
        source_found(w->source, FOUND_NAME, g_strdup(line->text), line);
}

/* Which element says where a page stands, and in which attribute. */
static const char *base_attribute(const xmlNode *node)
{
    if (html_is(node, "base") || (html_is(node, "link") && html_value_is(node, "rel", "canonical")))
        return "href";
    bool meta = html_is(node, "meta") && html_value_is(node, "property", "og:url");
    return meta ? "content" : NULL;
}

const char *html_find_base(struct source *source, const xmlNode *root)
{
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        const char *attribute = base_attribute(n);
        g_autofree char *value = attribute ? html_value(n, attribute) : NULL;
        if (value && address_kind(value) == ADDRESS_WEB)
            return g_string_chunk_insert_const(source->strings, value);
    }
    return NULL;
}

bool html_read_head(struct walk *w, const xmlNode *node)
{
    if (html_is(node, "title") && !w->source->window) {
        g_autofree char *title = words_of(node);
        w->source->window = html_drop(w, node, title, WHY_WINDOW);
        return false;
    }
    if (html_is(node, "meta") && html_value_is(node, "property", "og:site_name")) {
        g_autofree char *name = html_value(node, "content");
        if (name)
            add_name(w, node, name);
    }
    return true;
}
