/*
 * How words look and what that means: elements that mark words, styles that do the same, links and
 * languages. Awkward: marks may stand within each other in any order and number, so they are
 * counted.
 */
#include "import/html_css.h"

#include "base/lang.h"
#include "base/pattern.h"
#include "content/address.h"

#include <string.h>

#define WHY_UNSTRUCK "an element strikes this, and the page's looks do not: check whether it holds"

static const struct {
    const char *name;
    enum mark mark;
} elements[] = {
    {"b", MARK_STRONG},    {"strong", MARK_STRONG}, {"kbd", MARK_STRONG},   {"mark", MARK_STRONG},
    {"u", MARK_STRONG},    {"em", MARK_EMPHASIS},   {"i", MARK_EMPHASIS},   {"del", MARK_STRIKE},
    {"s", MARK_STRIKE},    {"strike", MARK_STRIKE}, {"ins", MARK_INSERTED}, {"sup", MARK_RAISED},
    {"sub", MARK_LOWERED}, {"q", MARK_QUOTED},      {"code", MARK_CODE},    {"samp", MARK_CODE},
    {"tt", MARK_CODE},     {"dt", MARK_STRONG},
};

/* What a style says, its blanks taken out. */
static const struct {
    const char *style;
    enum mark mark;
} styles[] = {
    {"font-weight:bold", MARK_STRONG}, {"font-weight:600", MARK_STRONG},
    {"font-weight:700", MARK_STRONG},  {"font-weight:800", MARK_STRONG},
    {"font-weight:900", MARK_STRONG},  {"font-style:italic", MARK_EMPHASIS},
};

static const struct {
    const char *const names[4];
    enum mark mark;
} classes[] = {
    {{"text-decoration-line-through", "line-through", "strikethrough", NULL}, MARK_STRIKE},
    {{"fw-bold", "font-weight-bold", "font-bold", NULL}, MARK_STRONG},
    {{"sup", "superscript", "align-super", NULL}, MARK_RAISED},
    {{"sub", "subscript", "align-sub", NULL}, MARK_LOWERED},
};

/* Links are underlined as such. `style`: without blanks. */
static bool is_underlined(const xmlNode *node, const char *style)
{
    bool link = html_is(node, "a") || html_is(node->parent, "a");
    return !link && (strstr(style, "text-decoration:underline") ||
                     strstr(style, "text-decoration-line:underline"));
}

/* What MathML sets above or below its neighbour: the second child, and the third of a pair. */
static unsigned marks_of_formula(const xmlNode *node)
{
    static const char *const scripts[] = {"msup", "msub", "msubsup", NULL};
    const xmlNode *parent = node->parent;
    xmlNode *before =
        html_is_one_of(parent, scripts) ? xmlPreviousElementSibling((xmlNode *)node) : NULL;
    if (!before)
        return 0;
    bool third = xmlPreviousElementSibling(before) != NULL;
    return 1U << (third || html_is(parent, "msup") ? MARK_RAISED : MARK_LOWERED);
}

/* What the last word on it in a style, without blanks, says of lines through words; owned by the
 * caller; NULL: none is said. */
static char *decoration_of(const char *style)
{
    static struct pattern form = PATTERN("(?<![^;])text-decoration(?:-line)?:");
    struct range found = {0, 0};
    const char *value = NULL;
    while (strstr(style + found.end, "text-d") && pattern_find(&form, style, found.end, &found))
        value = style + found.end;
    return value ? g_strndup(value, strcspn(value, ";")) : NULL;
}

bool html_is_strike(const xmlNode *node)
{
    static const char *const names[] = {"del", "s", "strike", NULL};
    return html_is_one_of(node, names);
}

/* Elements that strike may have looks that do not, and others that do. */
static void settle_strike(unsigned *marks, const char *style)
{
    g_autofree char *decoration = decoration_of(style);
    if (!decoration)
        return;
    *marks &= ~(1U << MARK_STRIKE);
    *marks |= (unsigned)(strstr(decoration, "line-through") != NULL) << MARK_STRIKE;
}

void html_note_strike(struct walk *w, const xmlNode *node)
{
    g_autofree char *style = html_is_strike(node) ? html_value(node, "style") : NULL;
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    g_autofree char *decoration = plain ? decoration_of(plain) : NULL;
    if (decoration && !strstr(decoration, "line-through"))
        html_note(w, "", WHY_UNSTRUCK);
}

char *html_meant_styles(const char *style)
{
    GString *meant = g_string_new(NULL);
    g_autofree char *decoration = decoration_of(style);
    if (decoration)
        g_string_append(meant, strstr(decoration, "line-through") ? ";text-decoration:line-through"
                                                                  : ";text-decoration:none");
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
        if (strstr(style, styles[i].style))
            g_string_append_printf(meant, ";%s", styles[i].style);
    html_add_place(meant, style);
    return g_string_free(meant, meant->len == 0);
}

/* As bits. */
static unsigned marks_of(const xmlNode *node)
{
    unsigned marks = marks_of_formula(node);
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
        if (html_is(node, elements[i].name))
            marks |= 1U << elements[i].mark;
    if (!node->properties)
        return marks;
    unsigned of_element = marks;
    g_autofree char *style = html_value(node, "style");
    g_autofree char *joined = html_plain_style(style ? style : "");
    for (size_t i = 0; *joined && i < G_N_ELEMENTS(styles); i++)
        if (strstr(joined, styles[i].style))
            marks |= 1U << styles[i].mark;
    enum mark place = html_mark_of_place(node, joined);
    marks |= place == MARK_COUNT ? 0 : 1U << place;
    if (is_underlined(node, joined))
        marks |= 1U << MARK_STRONG; /* as <u> is */
    settle_strike(&marks, joined);
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (html_has_class(node, classes[i].names))
            marks |= 1U << classes[i].mark;
    if (html_is_block(node)) /* all else is looks there */
        marks &= of_element | 1U << MARK_STRIKE;
    return marks;
}

static bool is_box(const xmlNode *node)
{
    static struct pattern boxes =
        PATTERN("(?<![^;])(?:display:inline-|float:(?!none)|position:(?:absolute|fixed))");
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    struct range found;
    return plain && pattern_find(&boxes, plain, 0, &found);
}

/* A line through words goes on into what is in them, but for boxes that stand in their line as one
 * sign, or out of it. Elements that strike mean all of it. */
static bool is_struck(const xmlNode *node)
{
    bool goes = true;
    for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        if ((goes || html_is_strike(n)) && (marks_of(n) & 1U << MARK_STRIKE))
            return true;
        goes = goes && !is_box(n);
    }
    return false;
}

static void count_marks(struct html_look *look, const xmlNode *node, int by)
{
    unsigned marks = marks_of(node);
    for (int mark = 0; mark < MARK_COUNT; mark++)
        if (marks & (1U << mark))
            look->depth[mark] += (unsigned)by;
}

/* The language of the words in the element, owned by the caller; NULL: the page's. */
static char *lang_of(const struct html_look *look, const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
        g_autofree char *lang = html_lang(node);
        char *canonical = lang ? lang_canonical(lang) : NULL;
        const char *own = look->source->lang ? look->source->lang : LANG_DEFAULT;
        bool unknown = canonical && g_str_has_prefix(canonical, "und");
        if (canonical && !unknown && !lang_same(canonical, own))
            return canonical;
        g_free(canonical);
        if (canonical)
            return NULL;
    }
    return NULL;
}

/* The direction that words within a line have, static; NULL: their own. Blocks have theirs by
 * their words. */
static const char *direction_of(const xmlNode *node)
{
    static const char *const directions[] = {"ltr", "rtl"};
    for (; node && node->type == XML_ELEMENT_NODE && !html_is_block(node); node = node->parent)
        for (size_t i = 0; i < G_N_ELEMENTS(directions); i++)
            if (html_value_is(node, "dir", directions[i]))
                return directions[i];
    return NULL;
}

/* What the words in the element have of their own, as in the braces of Markdown; lent. */
static const char *span_of(const struct html_look *look, const xmlNode *node)
{
    g_autofree char *lang = lang_of(look, node);
    const char *direction = direction_of(node);
    g_autofree char *span = g_strdup_printf("%s%s%s%s%s", lang ? "lang=" : "", lang ? lang : "",
                                            lang && direction ? " " : "", direction ? "dir=" : "",
                                            direction ? direction : "");
    return *span ? g_string_chunk_insert_const(look->source->strings, span) : NULL;
}

static bool says_span(const xmlNode *node)
{
    return node->properties && (xmlHasProp((xmlNode *)node, (const xmlChar *)"lang") ||
                                xmlHasProp((xmlNode *)node, (const xmlChar *)"xml:lang") ||
                                xmlHasProp((xmlNode *)node, (const xmlChar *)"dir"));
}

void html_look_enter(struct html_look *look, const xmlNode *node)
{
    look->at = node;
    count_marks(look, node, 1);
    if (!look->abbreviation && (html_is(node, "abbr") || html_is(node, "acronym"))) {
        g_autofree char *words = html_value(node, "title");
        if (words)
            g_strdelimit(words, "\r\n\t", ' '); /* a line of a draft might begin there */
        look->abbreviation = words && *words ? node : NULL;
        look->look.expansion =
            look->abbreviation ? g_string_chunk_insert_const(look->source->strings, words) : NULL;
    }
    if (says_span(node))
        look->look.span = span_of(look, node);
}

void html_look_leave(struct html_look *look, const xmlNode *node)
{
    look->at = node->parent;
    count_marks(look, node, -1);
    if (node == look->abbreviation) {
        look->abbreviation = NULL;
        look->look.expansion = NULL;
    }
    if (node == look->link) {
        look->link = NULL;
        look->look.url = NULL;
    }
    if (says_span(node))
        look->look.span = span_of(look, node->parent);
}

static void set(struct ink_look *look, enum mark mark, bool on)
{
    look->marks = (look->marks & ~(1U << mark)) | ((unsigned)on << mark);
}

struct ink_look html_look_now(const struct html_look *look, bool in_heading)
{
    struct ink_look now = look->look;
    for (int mark = 0; mark < MARK_COUNT; mark++)
        set(&now, (enum mark)mark, look->depth[mark] > 0);
    if (look->depth[MARK_STRIKE] > 0)
        set(&now, MARK_STRIKE, is_struck(look->at));
    set(&now, MARK_LINK, now.url != NULL);
    set(&now, MARK_ABBREVIATION, now.expansion != NULL);
    set(&now, MARK_SPAN, now.span != NULL);
    if (in_heading) {
        set(&now, MARK_STRONG, false);
        set(&now, MARK_EMPHASIS, false);
    }
    return now;
}
