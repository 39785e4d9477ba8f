/*
 * Pictures and films. A picture is named by the page and fetched by whoever has the files (the
 * command); here it becomes a mark that waits for its file. A film becomes the link to it.
 */
#include "import/html_around.h"

#include "base/pattern.h"

#include "content/address.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Words of a picture that may be those of a line. [characters] */
#define WORD_MOST 16

#define WHY_LOGO  "the site's logo"
#define WHY_WORDS "a picture within a line: its words for those who cannot see it stand there now"
#define WHY_IN_LINE                                                                                \
    "a picture within this line says this: say it in words there, if it belongs to it"
#define WHY_INSTEAD "what is shown where a film cannot be"
#define WHY_FILM    "a film or a page within the page: only its address is kept"

/* Where the picture is, among the names that pages have for it; owned by the caller, or NULL. */
static char *source_of(const xmlNode *node)
{
    static const char *const attributes[] = {"src", "data-src", "data-lazy-src", "data-original"};
    char *found = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        g_autofree char *value = html_value(node, attributes[i]);
        bool blank = !value || !*value || g_str_has_prefix(value, "data:image/gif") ||
                     g_str_has_prefix(value, "data:image/svg");
        if (!blank && !found)
            found = g_steal_pointer(&value);
    }
    return found;
}

static bool has_text(const xmlNode *node)
{
    g_autofree char *words = node ? html_words(node) : NULL;
    return words && *words;
}

/* Words stand beside it in its line: before it in `ink`, or right behind it. */
static bool stands_in_line(const struct ink *ink, const xmlNode *node)
{
    const xmlNode *next = node->next;
    while (next && !has_text(next) && !html_is(next, "br") && !html_is_block(next))
        next = next->next;
    bool behind = next && !html_is(next, "br") && !html_is_block(next);
    return !ink_is_blank(ink) || behind;
}

/* A few words that the line needs: a figure, a label, one word. */
static bool is_of_line(const char *alt)
{
    if (g_utf8_strlen(alt, -1) > WORD_MOST)
        return false;
    return g_str_has_suffix(alt, ":") || strpbrk(alt, "0123456789") || !strchr(alt, ' ');
}

/* A picture within a line, or a cell, says something there: as words, or in the list. */
static void read_in_line(struct walk *w, struct ink *ink, const xmlNode *node, const char *alt)
{
    bool cell = ink != w->ink;
    if (w->why || !*alt || (!cell && !stands_in_line(ink, node)))
        return;
    if (!is_of_line(alt)) {
        if (strpbrk(alt, "0123456789"))
            html_note(w, alt, WHY_IN_LINE);
        return;
    }
    g_autofree char *apart = g_strdup_printf(" %s ", alt);
    ink_add(ink, apart, html_look_now(&w->look, w->heading != NULL));
    w->number = w->number ? w->number : (int)xmlGetLineNo(node);
    html_note(w, alt, WHY_WORDS);
}

void html_read_picture(struct walk *w, struct ink *ink, const xmlNode *node)
{
    g_autofree char *given = html_value(node, "alt"), *src = source_of(node);
    g_autofree char *alt = g_strstrip(g_strdup(given ? given : ""));
    bool embedded = src && g_str_has_prefix(src, "data:");
    g_autofree char *text = g_strdup_printf("[%s] %s", alt, src && !embedded ? src : "");
    bool logo = html_is_placed_logo(w, node);
    if (!logo)
        read_in_line(w, ink, node, alt);
    if (!*alt || !src || w->why || logo) {
        html_drop(w, node, text, logo ? WHY_LOGO : WHY_SILENT);
        html_take_logo(w, node, text, alt);
        return;
    }
    struct import_picture *picture = g_new0(struct import_picture, 1);
    *picture = (struct import_picture){.src = g_strdup(src), .alt = g_strdup(alt)};
    picture->line = html_drop(w, node, text, WHY_PICTURE);
    g_ptr_array_add(w->source->pictures, picture);
    w->picture = picture;
}

/* "//host/…" needs a scheme only. Owned by the caller. */
static char *whole_address(const struct walk *w, const char *src)
{
    const char *base = w->base ? w->base : "https://localhost/";
    return g_str_has_prefix(src, "//")
               ? g_uri_resolve_relative(base, src, G_URI_FLAGS_PARSE_RELAXED, NULL)
               : g_strdup(src);
}

/* A slash as JSON may have it. */
static struct pattern slash = PATTERN("\\\\/");

/* A film or a page becomes a link to it. */
static void put_link(struct walk *w, const xmlNode *node, const char *address, const char *title)
{
    g_autofree char *encoded = address_encode(address);
    const char *url = g_string_chunk_insert_const(w->source->strings, encoded);
    struct ink_look look = {.marks = 1U << MARK_LINK, .url = url};
    html_flush_block(w);
    ink_add(w->ink, title && *title ? title : url, look);
    w->number = (int)xmlGetLineNo(node);
    html_note(w, "", WHY_FILM);
    html_flush_block(w);
}

/* The words of the page that an attribute has for a frame; owned by the caller. */
static char *inner_words(const xmlNode *node)
{
    g_autofree char *page = html_value(node, "srcdoc");
    xmlDoc *inner = page && *page ? htmlReadMemory(page, (int)strlen(page), NULL, "UTF-8",
                                                   HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                                       HTML_PARSE_NOWARNING | HTML_PARSE_NONET)
                                  : NULL;
    char *words = inner ? html_words(xmlDocGetRootElement(inner)) : NULL;
    xmlFreeDoc(inner);
    return words;
}

void html_read_film(struct walk *w, const xmlNode *node)
{
    g_autofree char *inner = inner_words(node);
    if (inner && *inner)
        html_drop(w, node, inner, "a page within the page");

    g_autofree char *src = source_of(node), *title = html_value(node, "title");
    if (!src)
        for (const xmlNode *n = node->children; n && !src; n = n->next)
            src = html_is(n, "source") ? source_of(n) : NULL;
    g_autofree char *address = src ? whole_address(w, src) : NULL;
    if (!address || address_kind(address) != ADDRESS_WEB || w->why) {
        /* the page's text goes on in what has no end */
        g_autofree char *words = html_is(node, "embed") ? g_strdup("") : html_words(node);
        g_autofree char *text =
            g_strdup_printf("<%s> %s %s", (const char *)node->name, src ? src : "", words);
        html_drop(w, node, text, "a page within the page");
        return;
    }
    g_autofree char *within = html_is(node, "embed") ? g_strdup("") : html_words(node);
    html_drop(w, node, within, WHY_INSTEAD); /* no words: a blank */
    put_link(w, node, address, title);
}

/* Where site builders keep the address of a film that their programs put there. */
static struct {
    const char *attribute;
    struct pattern address;
} kept[] = {
    {"data-html", PATTERN("\\bsrc=[\"']?((?:https?:)?//[^\"' >]+)")},
    {"data-settings",
     PATTERN("\"\\w*(?:youtube|vimeo|dailymotion|hosted|external|video)_url\":\"(https?:[^\"]+)")},
    {"data-video-url", PATTERN("^((?:https?:)?//\\S+)")},
    {"data-video-src", PATTERN("^((?:https?:)?//\\S+)")},
    {"data-oembed-url", PATTERN("^((?:https?:)?//\\S+)")},
};

/* Something below the element shows it already. */
static bool holds_film(const xmlNode *node)
{
    for (const xmlNode *n = html_after(node, node, true); n; n = html_after(n, node, true))
        if (html_is(n, "iframe") || html_is(n, "video"))
            return true;
    return false;
}

void html_read_kept_film(struct walk *w, const xmlNode *node)
{
    for (size_t i = 0; node->properties && !w->why && i < G_N_ELEMENTS(kept); i++) {
        g_autofree char *value = html_value(node, kept[i].attribute);
        g_autoptr(GMatchInfo) match = NULL;
        if (!value || !g_regex_match(pattern_regex(&kept[i].address), value, 0, &match) ||
            holds_film(node))
            continue;
        g_autofree char *src = g_match_info_fetch(match, 1);
        g_autofree char *plain = pattern_replace(&slash, src, "/");
        g_autofree char *address = whole_address(w, plain);
        if (address && address_kind(address) == ADDRESS_WEB)
            put_link(w, node, address, NULL);
        return;
    }
}

/* Where each leads to is told by the picture that it is a part of, and by nothing else. */
void html_read_area(struct walk *w, const xmlNode *node)
{
    g_autofree char *alt = html_value(node, "alt"), *address = html_value(node, "href");
    g_autofree char *text = g_strdup_printf("[%s] %s", alt ? alt : "", address ? address : "");
    html_drop(w, node, text, "a place in a picture that can be pressed");
}
