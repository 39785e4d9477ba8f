/*
 * The Markdown parser as we want it: cmark-gfm with its extensions. Awkward: cmark registers
 * extensions, and marks their special characters while it parses, in tables that all parsers of the
 * process share, so parsers take turns.
 */
#include "content/article_parts.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string.h>

static cmark_node *parse(const char *text, cmark_mem *memory)
{
    static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    /* A single '~' is how people write "about": only two strike text out. */
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, memory);
    for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text, strlen(text));
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

struct cmark_node *markdown_parse(const char *text)
{
    static GMutex turn;
    cmark_mem *memory = markdown_memory_open();
    g_mutex_lock(&turn);
    cmark_node *document = parse(text, memory);
    g_mutex_unlock(&turn);
    markdown_place_tables(document, text);
    cmark_consolidate_text_nodes(document);
    markdown_mend_mails(document, text);
    return document;
}

void markdown_free(struct cmark_node *document)
{
    (void)document; /* its nodes own nothing that is not there */
    markdown_memory_close();
}

char *markdown_words(struct cmark_node *from)
{
    g_autoptr(GString) words = g_string_new(NULL);
    cmark_iter *iter = cmark_iter_new(from);
    for (cmark_event_type ev; (ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (ev != CMARK_EVENT_ENTER)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            g_string_append(words, cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            g_string_append_c(words, ' ');
    }
    cmark_iter_free(iter);
    return g_strdup(g_strstrip(words->str));
}

void markdown_mark_lines(struct cmark_node *document, struct body *body)
{
    for (guint i = 0; i < body->lines->len; i++)
        g_array_index(body->lines, struct body_line, i).code = false;
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type ev; (ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK)
            continue;
        int last = MIN(cmark_node_get_end_line(node), (int)body->lines->len);
        for (int number = MAX(cmark_node_get_start_line(node), 1); number <= last; number++) {
            struct body_line *line = &g_array_index(body->lines, struct body_line, number - 1);
            *(type == CMARK_NODE_CODE_BLOCK ? &line->code : &line->html) = true;
        }
    }
    cmark_iter_free(iter);
}
