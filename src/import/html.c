/*
 * Walks a web page's tree, as libxml2 mends it, and writes down lines: one for each run of text
 * between blocks, with what the page says about it (heading, item of a list, quotation, part of a
 * menu or a form). Awkward: any page may be nested without limit, so the walk keeps no stack.
 */
#include "base/lang.h"
#include "base/pattern.h"
#include "import/html_parts.h"
#include "import/schema.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define WHY_COMMENT "a comment in the page"
#define WHY_ORDER   "the page shows these the other way round: check their order"
#define WHY_TOLD                                                                                   \
    "the page tells this to those who cannot see it alone: check whether the line says it"
#define WHY_LABEL "a label that may open a part of the page: check which words it is of"
#define WHY_FACE                                                                                   \
    "letters in a font of signs: they are the signs now that it shows, as ≤ for £, check each"
#define WHY_ROWS                                                                                   \
    "boxes in rows, which may be a table: each is a line now, check what belongs together"

/* An empty line of two breaks ends the paragraph. */
static void read_break(struct walk *w)
{
    bool any = !ink_is_blank(w->ink);
    if (w->heading)
        ink_add(w->ink, " ", (struct ink_look){0});
    else if (any) {
        html_flush(w);
        w->breaks = true;
    } else if (w->breaks && !w->term)
        html_flush_block(w);
}

static void enter_context(struct walk *w, const xmlNode *node, const struct html_part *part)
{
    html_flush_block(w);
    w->context = node;
    w->why = part ? part->why : NULL;
    w->aside = part && part->aside;
}

/* NULL: it may be the article. */
static const struct html_part *find_part(const struct walk *w, const xmlNode *node)
{
    if (w->layout ? html_is_cell_menu(node) : html_is_bar(node))
        return &html_menu;
    return w->layout && html_is_last_row(node) ? &html_foot : html_part_of(node, w->letters);
}

/* What nobody sees as words is listed as its element; a drawing with the words that are in it, each
 * of which has a place of its own. */
static void drop_hidden(struct walk *w, const xmlNode *node, const char *why)
{
    GString *words = g_string_new(NULL);
    for (const xmlNode *n = html_is(node, "svg") ? html_after(node, node, true) : NULL; n;
         n = html_after(n, node, true))
        if (n->type == XML_TEXT_NODE && n->content && !xmlIsBlankNode(n))
            g_string_append_printf(words, " %s", (const char *)n->content);
    g_autofree char *named = g_string_free(words, FALSE);
    g_autofree char *tag = g_strdup_printf("<%s>", (const char *)node->name);
    html_drop(w, node, *named ? named : tag, why);
}

/* Words within a line for those who hear the page, as "No:" before what others see crossed out;
 * those of links say where they lead. */
static bool is_told(const struct walk *w, const xmlNode *node, const struct html_part *part)
{
    bool by_class = part != &html_unseen && strcmp(part->why, html_unseen.why) == 0;
    return by_class && html_view(node)->in_text && html_view(node)->letters > 0 && !w->look.link;
}

/* What is hidden, or stands in a line of the article, is listed as a whole; false then. */
static bool enter_part(struct walk *w, const xmlNode *node)
{
    bool heading = (w->heading && html_is(node, "button")) || html_is_hidden_heading(node);
    const struct html_part *part = heading ? NULL : find_part(w, node);
    if (!part)
        return true;
    if (is_told(w, node, part) && !w->context && html_says_sign(node, part)) {
        html_note(w, "", HTML_HEARD);
        return true;
    }
    if (part->hidden) {
        drop_hidden(w, node, part->why);
        return false;
    }
    if (w->context)
        return true;
    if (!html_is_block(node) || w->heading) {
        xmlChar *words = xmlNodeGetContent(node);
        html_drop(w, node, (const char *)words, part->why)->aside = part->aside;
        if (is_told(w, node, part))
            html_note(w, (const char *)words, WHY_TOLD);
        xmlFree(words);
        return false;
    }
    enter_context(w, node, part);
    return true;
}

static void read_picture(struct walk *w, const xmlNode *node)
{
    html_read_picture(w, w->ink, node);
}

static void read_box(struct walk *w, const xmlNode *node)
{
    html_read_box(w, w->ink, node);
}

/* Elements that are read as a whole. */
static const struct {
    const char *name;
    void (*read)(struct walk *w, const xmlNode *node);
} wholes[] = {
    {"img", read_picture},     {"iframe", html_read_film}, {"video", html_read_film},
    {"embed", html_read_film}, {"audio", html_read_film},  {"pre", html_read_lines},
    {"input", read_box},       {"area", html_read_area},
};

static bool read_as_whole(struct walk *w, const xmlNode *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(wholes); i++)
        if (html_is(node, wholes[i].name)) {
            wholes[i].read(w, node);
            return !html_is(node, "embed"); /* its end is missing: the text goes on in it */
        }
    if (!html_is(node, "table"))
        return false;
    bool outer = !w->layout;
    if (html_read_table(w, node))
        return true;
    if (outer)
        w->layout = node;
    return false;
}

/* True when nothing more of it is wanted. */
static bool read_whole(struct walk *w, const xmlNode *node)
{
    bool whole = read_as_whole(w, node);
    if (whole && node == w->context)
        enter_context(w, NULL, NULL);
    return whole;
}

/* Beside a box or button whose state may open a part of the page. */
static bool is_label(const xmlNode *node)
{
    static const char *const tabs[] = {"kt-tab-title", NULL};
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    bool field = html_is(before, "input") && (html_value_is(before, "type", "radio") ||
                                              html_value_is(before, "type", "checkbox"));
    return (html_is(node, "label") && html_value_has(node, "for", "") && field) ||
           html_has_class(node, tabs);
}

static void note_looks(struct walk *w, const xmlNode *node)
{
    html_note_strike(w, node);
    if (html_colour_means(node))
        html_note(w, "", WHY_COLOUR);
    if (html_is_kept_unseen(node)) {
        g_autofree char *words = html_is_block(node) ? g_strdup("") : html_words(node);
        html_note(w, words, HTML_CLOSED);
    }
    if (html_shows_signs(node))
        html_note(w, "", WHY_FACE);
    if (is_label(node) && !html_view(node)->is_tabs)
        html_note(w, "", WHY_LABEL);
    if (html_is_turned(node) || html_is_out_of_order(node))
        html_note(w, "", WHY_ORDER);
}

static bool read_hidden_mail(struct walk *w, const xmlNode *node)
{
    g_autofree char *mail = node->properties ? html_hidden_mail(node) : NULL;
    if (!mail)
        return false;
    w->number = w->number ? w->number : (int)xmlGetLineNo(node);
    ink_add(w->ink, mail, html_look_now(&w->look, w->heading != NULL));
    return true;
}

static bool is_formula(const xmlNode *node)
{
    static const char *const classes[] = {"math", "katex", "mathjax", "mathjax_preview", NULL};
    return html_is(node, "math") || (html_is(node, "span") && html_has_class(node, classes));
}

/* The parser ends <s> where a paragraph begins in it, and nothing is left of what was struck. */
static bool is_lost_strike(const xmlNode *node)
{
    return (html_is(node, "s") || html_is(node, "strike")) && !node->children;
}

static void add_sign(struct walk *w, const char *sign)
{
    if (sign)
        ink_add(w->ink, sign, html_look_now(&w->look, w->heading != NULL));
}

/* False: nothing below the element is wanted. */
static bool enter_element(struct walk *w, const xmlNode *node)
{
    if (html_is(node, "br"))
        read_break(w);
    if (html_read_note_link(w, w->ink, node))
        return false;
    html_enter_thing(node);
    html_read_schema(w, node);
    html_note_sign(w, w->ink, node);
    html_read_kept_film(w, node);
    html_read_icon(w, node);
    if (read_hidden_mail(w, node) || html_read_counter(w, node) ||
        (w->word_depth > 0 && html_is_word_marker(node)))
        return false;
    if (!html_read_head(w, node) || !enter_part(w, node) || read_whole(w, node))
        return false;
    if (html_is_block(node) || html_is_hidden_heading(node))
        html_enter_block(w, node);
    else
        ink_seam(w->ink);
    html_read_task(w, node);
    html_look_enter(&w->look, node);
    html_enter_link(w, node);
    add_sign(w, html_sign_before(node));
    html_part_words(w, node);
    if (!w->why && is_formula(node))
        html_note(w, "", "a formula: check it");
    if (!w->why && is_lost_strike(node))
        html_note(w, "", "what is struck from here on is text now: strike it, or take it out");
    if (!w->why && html_start_rows(node))
        html_note(w, "", WHY_ROWS);
    if (!w->why && node->properties && html_view(node)->letters > 0)
        note_looks(w, node);
    if (!w->why && node->properties)
        html_note_unseen(w, node);
    html_view(node)->entered = true;
    html_view(node)->first = w->source->lines->len;
    return true;
}

/* One line is no box of several. */
static void note_box(struct walk *w, const xmlNode *node)
{
    struct extent box = {html_view(node)->first, w->source->lines->len};
    if (box.to > box.from + 1)
        g_array_append_val(w->source->boxes, box);
}

static void leave_element(struct walk *w, const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || !html_view(node)->entered)
        return;
    if (html_is_block(node) || html_is_hidden_heading(node)) {
        html_leave_block(w, node);
        note_box(w, node);
    } else
        ink_seam(w->ink);
    add_sign(w, html_sign_behind(node));
    html_look_leave(&w->look, node);
    if (node == w->layout)
        w->layout = NULL;
    if (node == w->context)
        enter_context(w, NULL, NULL);
}

static void add_text(struct walk *w, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (!text)
        return;
    if (w->number == 0 && text[strspn(text, " \t\r\n")])
        w->number = (int)xmlGetLineNo(node);
    if (text[strspn(text, " \t\r\n")]) {
        w->of_person |= html_view(node->parent)->of_person;
        w->is_entry |= w->why && html_leads_on(node->parent);
        ink_add(w->ink, w->task ? w->task : "", (struct ink_look){0});
        w->task = NULL;
    }
    html_note_text(w, node);
    ink_add(w->ink, text, html_look_now(&w->look, w->heading != NULL));
}

/* Enters the node; true when its children are to be walked. */
static bool enter(struct walk *w, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text(w, node);
    else if (node->type == XML_COMMENT_NODE && node->content)
        html_drop(w, node, (const char *)node->content, WHY_COMMENT);
    return node->type == XML_ELEMENT_NODE && enter_element(w, node) && node->children;
}

static void walk_tree(struct walk *w, const xmlNode *root)
{
    const xmlNode *n = root;
    while (n) {
        if (enter(w, n)) {
            n = n->children;
            continue;
        }
        leave_element(w, n);
        while (n != root && !n->next) {
            n = n->parent;
            leave_element(w, n);
        }
        n = n == root ? NULL : n->next;
    }
    html_flush(w);
}

static void note_free(gpointer data)
{
    struct change *note = data;
    g_free(note->text);
    g_free(note);
}

/* Comments may stand before the root. */
static void walk_page(struct source *source, xmlDoc *page, xmlNode *root)
{
    const char *base = root ? html_find_base(source, root) : NULL;
    bool own_looks = root && html_apply_sheets(source, root);
    if (root) {
        html_name_tables(root);
        html_pair_headings(root);
        html_part_boxes(root);
        html_settle_faces(root);
    }
    GPtrArray *views = root ? html_measure(root, base) : g_ptr_array_new();
    struct walk walk = {.source = source,
                        .look.source = source,
                        .ink = ink_new(),
                        .own_looks = own_looks,
                        .base = base,
                        .kind = LINE_TEXT,
                        .letters = root ? html_view(root)->letters : 0,
                        .notes = g_ptr_array_new_with_free_func(note_free),
                        .said = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref)};
    if (root) {
        html_find_notes(source, root);
        html_find_openers(root);
    }
    for (const xmlNode *n = page->children; n; n = n->next)
        if (n->type != XML_ELEMENT_NODE || n == root)
            walk_tree(&walk, n);
    source->read = source->lines->len;
    schema_take(source, walk.said);
    source->structured = walk.has_heading;
    source->marked = true;
    g_ptr_array_unref(walk.said);
    ink_free(walk.ink);
    g_ptr_array_unref(walk.notes);
    g_ptr_array_unref(views);
}

/* A language tag as front matter takes it, or NULL. */
static char *read_lang(const xmlNode *root)
{
    char *said = root ? html_lang(root) : NULL;
    for (const xmlNode *n = root ? root->children : NULL; n && !said; n = n->next)
        said = html_is(n, "body") ? html_lang(n) : NULL;
    g_autofree char *lang = said;
    return lang ? lang_canonical(lang) : NULL;
}

/* The parser gives up a page that is nested deeper than any real one, and with it what follows. */
static bool was_given_up(void)
{
    const xmlError *last = xmlGetLastError();
    return last && last->level == XML_ERR_FATAL && last->code == XML_ERR_INTERNAL_ERROR;
}

/* What libxml2 has to say goes nowhere, but for bytes that it could not convert. */
static void note_bytes(void *broken, xmlErrorPtr error)
{
    *(bool *)broken |= error->domain == XML_FROM_I18N || error->code == XML_I18N_CONV_FAILED ||
                       error->code == XML_IO_ENCODER;
}

static xmlDoc *parse(const char *html, size_t size, const char *encoding, bool *broken)
{
    xmlResetLastError();
    xmlSetStructuredErrorFunc(broken, note_bytes);
    xmlDoc *page = htmlReadMemory(html, (int)size, NULL, encoding,
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    xmlSetStructuredErrorFunc(NULL, NULL);
    return page;
}

/* Pages that do not say their encoding are UTF-8 when they can be; NULL leaves it to them. */
static xmlDoc *read_bytes(const char *bytes, size_t size)
{
    g_autofree char *shown = html_hide_conditions(bytes, size);
    g_autofree char *html = html_part_lists(shown, size, &size);
    bool broken = false, utf8 = g_utf8_validate(html, (gssize)size, NULL);
    xmlDoc *page = parse(html, size, utf8 ? "UTF-8" : NULL, &broken);
    if (!broken)
        return page;
    g_autofree char *text = html_convert(html, size, page ? (const char *)page->encoding : NULL);
    xmlFreeDoc(page);
    return parse(text, strlen(text), "UTF-8", &broken);
}

xmlDoc *html_parse(const char *html, size_t size, bool *whole)
{
    xmlDoc *page = read_bytes(html, size);
    *whole = !was_given_up();
    return page;
}

bool import_read_html(struct source *source, const char *html, size_t size)
{
    bool whole = true;
    xmlDoc *page = html_parse(html, size, &whole);
    xmlNode *root = page ? xmlDocGetRootElement(page) : NULL;
    html_settle_signs(root);
    html_settle_lists(root);
    html_settle_names(root);
    source->lang = read_lang(root);
    if (page && whole)
        walk_page(source, page, root);
    xmlFreeDoc(page);
    return whole;
}
