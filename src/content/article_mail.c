/*
 * Mail addresses that the parser found in running text by itself: where they begin and end. It
 * knows the letters of ASCII alone.
 */
#include "content/address.h"
#include "content/article_parts.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm.h>
#include <string.h>

static bool is_text(cmark_node *node)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

/* A link whose words are the mail address that it leads to. */
static bool is_found(cmark_node *link)
{
    cmark_node *words = cmark_node_first_child(link);
    if (cmark_node_get_type(link) != CMARK_NODE_LINK || !is_text(words))
        return false;
    g_autofree char *written = address_from_mail(cmark_node_get_literal(words));
    return strcmp(cmark_node_get_url(link), written) == 0;
}

static void set_mail(cmark_node *link, const char *mail)
{
    g_autofree char *url = address_from_mail(mail);
    cmark_node_set_literal(cmark_node_first_child(link), mail);
    cmark_node_set_url(link, url);
}

/* The parser takes a hyphen before a name for its first sign, but no mailbox begins with one: it
 * joins the name to a prefix, as in Hebrew's "to-desk@clinic.example", and goes back to that. */
static void part_prefix(cmark_node *link)
{
    cmark_node *before = cmark_node_previous(link);
    const char *name = cmark_node_get_literal(cmark_node_first_child(link));
    size_t hyphens = strspn(name, "-");
    if (!is_text(before) || hyphens == 0)
        return;
    g_autofree char *bare = g_strdup(name + hyphens);
    g_autofree char *prefix =
        g_strdup_printf("%s%.*s", cmark_node_get_literal(before), (int)hyphens, name);
    cmark_node_set_literal(before, prefix);
    set_mail(link, bare);
}

/* Letters of Latin that ASCII lacks; other scripts' may stand at an address without a blank. */
static bool is_unknown(gunichar c)
{
    return c >= 0x80 && g_unichar_isalpha(c) && g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
}

static bool is_of_address(gunichar c)
{
    return is_unknown(c) || (c < 0x80 && (g_ascii_isalnum((char)c) || strchr("._+-", (int)c)));
}

/* The bytes at the end of a text that belong to the address behind it: "j.mü" of "Write to j.mü"
 * before "ller@clinic.example". */
static size_t tail_of(const char *text)
{
    const char *end = text + strlen(text), *start = end, *p = g_utf8_find_prev_char(text, end);
    if (!p || !is_unknown(g_utf8_get_char(p)))
        return 0;
    for (; p && is_of_address(g_utf8_get_char(p)); p = g_utf8_find_prev_char(text, p))
        start = p;
    return (size_t)(end - start);
}

/* The bytes at the start of a text that belong to the address before it: "üller.example" of
 * "üller.example." behind "desk@praxis.m". */
static size_t head_of(const char *text)
{
    const char *p = text, *end = text;
    if (!is_unknown(g_utf8_get_char(p)))
        return 0;
    for (; *p && is_of_address(g_utf8_get_char(p)); p = g_utf8_next_char(p))
        if (!strchr("._+-", *p))
            end = g_utf8_next_char(p);
    return (size_t)(end - text);
}

/* "müller@clinic.example": the parser starts behind the letter that it does not know. */
static void take_beginning(cmark_node *link)
{
    cmark_node *before = cmark_node_previous(link);
    const char *text = is_text(before) ? cmark_node_get_literal(before) : "";
    size_t tail = tail_of(text);
    if (tail == 0)
        return;
    size_t kept = strlen(text) - tail;
    g_autofree char *mail =
        g_strconcat(text + kept, cmark_node_get_literal(cmark_node_first_child(link)), NULL);
    g_autofree char *rest = g_strndup(text, kept);
    cmark_node_set_literal(before, rest);
    set_mail(link, mail);
}

static void take_end(cmark_node *link)
{
    cmark_node *after = cmark_node_next(link);
    const char *text = is_text(after) ? cmark_node_get_literal(after) : "";
    size_t head = head_of(text);
    if (head == 0)
        return;
    g_autofree char *mail = g_strdup_printf(
        "%s%.*s", cmark_node_get_literal(cmark_node_first_child(link)), (int)head, text);
    g_autofree char *rest = g_strdup(text + head);
    cmark_node_set_literal(after, rest);
    set_mail(link, mail);
}

void markdown_mend_mails(struct cmark_node *document, const char *text)
{
    if (!strpbrk(text, "@&")) /* as it stands, or as an entity */
        return;
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type ev; (ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (ev != CMARK_EVENT_ENTER || !is_found(node))
            continue;
        take_beginning(node);
        take_end(node);
        part_prefix(node);
    }
    cmark_iter_free(iter);
}
