/*
 * What of HTML is refused, each fault once: a form is refused for its first field, a film for its
 * first tag, and the end of what was left open is told where it began.
 */
#include "base/lang.h"
#include "content/article_html.h"
#include "content/article_parts.h"

#include <string.h>

void html_refusals_clear(struct html_refusals *refusals)
{
    g_clear_pointer(&refusals->kinds, g_hash_table_unref);
}

void html_refusals_begin(struct html_refusals *refusals)
{
    if (refusals->kinds)
        g_hash_table_remove_all(refusals->kinds);
}

/* "<PHONE NUMBER>": capitals, and more than one word. */
static bool is_field(const struct html_token *token)
{
    bool blank = false;
    for (gsize i = 1; i + 1 < token->length; i++) {
        char c = token->start[i];
        blank |= c == ' ';
        if (c != ' ' && !g_ascii_isupper(c) && !g_ascii_isdigit(c))
            return false;
    }
    return blank && token->start[1] != ' ';
}

/* True for the first of its kind. */
static bool is_new(struct html_refusals *refusals, const char *kind)
{
    if (!refusals->kinds)
        refusals->kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return g_hash_table_add(refusals->kinds, g_strdup(kind));
}

/* The style has the property with the value, whatever blanks and case it is written with. */
static bool style_says(const char *style, const char *wanted)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *p = style; *p; p++)
        if (!g_ascii_isspace(*p))
            g_string_append_c(plain, g_ascii_tolower(*p));
    return strstr(plain->str, wanted) != NULL;
}

bool html_takes_back(const struct html_token *tag)
{
    g_autofree char *hidden = html_attribute(tag, "hidden"), *style = html_attribute(tag, "style");
    return hidden ||
           (style && (style_says(style, "line-through") || style_says(style, "display:none") ||
                      style_says(style, "visibility:hidden")));
}

void html_check_language(const struct html_token *tag, const char *own, struct pos pos,
                         struct diag *diag)
{
    g_autofree char *lang = html_attribute(tag, "lang");
    bool carried = html_tag_find(tag->name)->kind == NODE_SPAN; /* <q>, too */
    if (!lang || !*lang || carried || lang_same(lang, own))
        return;
    diag_report(
        diag, RULE_RAW_HTML, pos,
        "the language of '%.*s' is not carried out: write <span lang=\"%s\"> around its words",
        (int)MIN(tag->length, 60), tag->start, lang);
}

static bool is_part_of_table(enum node_kind kind)
{
    return kind == NODE_ROW || kind == NODE_CELL;
}

/* True where the token belongs to what an earlier block or paragraph has left open; its end tag
 * ends that. */
static bool belongs_to_open(struct html_refusals *refusals, const struct html_token *token)
{
    const struct html_tag *tag = html_tag_find(token->name);
    if (tag->fate == HTML_FATE_REFUSE || token->kind == HTML_TEXT)
        return false;
    if (token->kind == HTML_CLOSE && refusals->open[tag->kind] > 0) {
        refusals->open[tag->kind]--;
        return true;
    }
    return (is_part_of_table(tag->kind) && refusals->open[NODE_TABLE] > 0) ||
           (tag->kind == NODE_ITEM && refusals->open[NODE_LIST] > 0);
}

bool html_refuse_nesting(struct html_refusals *refusals, int depth, struct pos pos,
                         struct diag *diag)
{
    bool is_told = depth > NESTING_LIMIT && !is_new(refusals, "nesting");
    return is_told || nesting_refuse(depth, pos, diag);
}

/* Of a field to fill in the same is said as wherever such fields are looked for (foreign.c), so
 * that it is said once. */
void html_refuse(struct html_refusals *refusals, const struct html_token *token, struct pos pos,
                 struct diag *diag)
{
    if (is_field(token)) {
        diag_report(diag, RULE_UNFILLED, pos,
                    "'%.*s' looks like a field to fill in: write what belongs there",
                    (int)MIN(token->length, 60), token->start);
        return;
    }
    const struct html_tag *tag = html_tag_find(token->name);
    bool unknown = token->kind != HTML_TEXT && tag->fate == HTML_FATE_REFUSE;
    if (belongs_to_open(refusals, token) ||
        !is_new(refusals, unknown ? html_refused_kind(token->name) : ""))
        return;
    diag_report(
        diag, RULE_RAW_HTML, pos,
        "the HTML '%.*s' cannot be carried out: say the same in Markdown, write '\\<' for the "
        "sign, or take it out",
        (int)MIN(strcspn(token->start, "\n"), MIN(token->length, 60)), token->start);
}

void html_end_block(struct html_refusals *refusals, const struct node *parent,
                    const struct node *at, struct diag *diag)
{
    if (at == parent)
        return;
    diag_report(diag, RULE_RAW_HTML, at->pos,
                "this HTML is not closed before the next empty line, so it cannot be carried out: "
                "take empty lines out of it, or say the same in Markdown");
    for (; at != parent; at = at->parent)
        refusals->open[at->kind]++;
}

/* An element that becomes no node, so that nobody would miss its end tag: its name may have been
 * meant as a word. Paragraphs often have none. */
static bool leaves_nothing(const char *name)
{
    static const char *const alone[] = {"p", "div", "wbr"};
    for (size_t i = 0; i < G_N_ELEMENTS(alone); i++)
        if (strcmp(alone[i], name) == 0)
            return false;
    const struct html_tag *tag = html_tag_find(name);
    return tag->fate == HTML_FATE_BLOCK || (tag->fate == HTML_FATE_LOOKS && tag->kind == NODE_TEXT);
}

void html_watch_words(struct html_refusals *refusals, const struct html_token *tag, struct pos pos,
                      const struct node *root)
{
    if (!leaves_nothing(tag->name) || html_holds_words(tag))
        return;
    refusals->nameless = tag->kind == HTML_OPEN ? root : NULL;
    refusals->nameless_pos = pos;
}

void html_end_inline(struct html_refusals *refusals, const struct node *root, const struct node *at,
                     struct diag *diag)
{
    static const char unclosed[] =
        "this HTML tag is not closed where its paragraph ends: write its end tag, or '\\<' for "
        "the sign";
    for (; at != root; at = at->parent) {
        diag_report(diag, RULE_RAW_HTML, at->pos, unclosed);
        refusals->open[at->kind]++;
    }
    if (refusals->nameless == root) {
        diag_report(diag, RULE_RAW_HTML, refusals->nameless_pos, unclosed);
        refusals->nameless = NULL;
    }
}
