/*
 * Words that a page has and does not show: white on white, in the colour behind them, without size,
 * or off its edge. Awkward: the ground may be dark by a style sheet that is not there, so white
 * words are unseen only beside others that are not white, where nothing says what is behind them.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* In a style without blanks: what nobody sees, whatever is about it. */
#define FAR  "-(?:\\d{4,}|\\d{3,}r?em|[1-9]\\d\\dv[wh]|[2-9]\\d\\d%)"
#define SIZE "(?:max-)?(?:height|width|inline-size|block-size):[01](?:px)?(?=[;!]|$)"
#define GONE                                                                                       \
    "color:transparent|visibility:(?:hidden|collapse)|font-size:0[a-z%]*(?![.\\d])"                \
    "|opacity:0?(?:\\.0\\d*)?%?(?=[;!]|$)"                                                         \
    "|text-indent:-\\d{3,}[^;]*|(?:left|top|right|margin-left|margin-top):" FAR "[^;]*"            \
    "|clip:rect\\((?:[01](?:px)?,?){4}\\)"                                                         \
    "|clip-path:(?:inset\\((?:50|100)%|circle\\(0|polygon\\(0(?:px)?0)[^;]*"                       \
    "|transform:scale(?:3d|x|y)?\\(0[,)][^;]*|scale:0(?=[;!]|$)"

#define WHITE "(?:white|#fff(?:fff)?|#fefefe|rgba?\\(255,255,255(?:,1)?\\))(?=[;!]|$)"

/* In a style without blanks; owned by the caller; NULL: it says none. */
static char *style_of(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || !node->properties)
        return NULL;
    g_autofree char *style = html_value(node, "style");
    g_autofree char *font = html_is(node, "font") ? html_value(node, "color") : NULL;
    g_autofree char *ground = html_value(node, "bgcolor");
    g_autofree char *all = g_strconcat(style ? style : "", font ? ";color:" : "", font ? font : "",
                                       ground ? ";background:" : "", ground ? ground : "", NULL);
    return *all ? html_plain_style(all) : NULL;
}

static bool says(const xmlNode *node, struct pattern *form)
{
    g_autofree char *style = style_of(node);
    struct range found;
    return style && pattern_find(form, style, 0, &found);
}

/* A box without a size that cuts off what is in it. */
static bool has_no_room(const char *style)
{
    static struct pattern cut = PATTERN("(?<![^;])overflow(?:-[xy])?:(?:hidden|clip)"),
                          size = PATTERN("(?<![^;])" SIZE);
    struct range found;
    return strstr(style, "overflow") && pattern_find(&cut, style, 0, &found) &&
           pattern_find(&size, style, 0, &found);
}

char *html_unseen_styles(const char *style)
{
    static struct pattern unseen = PATTERN("(?<![^;])(?:color:" WHITE "|" GONE ")");
    GString *found = g_string_new(NULL);
    struct range at = {0, 0};
    while (!strstr(style, "background") && pattern_find(&unseen, style, at.end, &at))
        g_string_append_printf(found, ";%.*s", (int)(at.end - at.start), style + at.start);
    if (has_no_room(style))
        g_string_append(found, ";overflow:hidden;height:0");
    return g_string_free(found, found->len == 0);
}

static bool is_white(const xmlNode *node)
{
    static struct pattern white = PATTERN("(?<![^;])color:" WHITE);
    return says(node, &white);
}

static bool has_ground(const xmlNode *node)
{
    static struct pattern ground =
        PATTERN("(?<![^;])background(?:-color|-image)?:(?!none|transparent)");
    return says(node, &ground);
}

/* The words have the colour of their own ground. */
static bool is_on_its_colour(const xmlNode *node)
{
    static struct pattern same =
        PATTERN("(?<![^;])(?:color:([^;]+);(?:.*;)?background(?:-color)?:\\g{1}(?=;|$)"
                "|background(?:-color)?:([^;]+);(?:.*;)?color:\\g{2}(?=;|$))");
    return says(node, &same);
}

static bool has_letters(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE ? html_view(node)->letters > 0
                                          : node->type == XML_TEXT_NODE && !xmlIsBlankNode(node);
}

/* White, with words beside it that are not, and nothing behind all of them. */
static bool is_white_alone(const xmlNode *node)
{
    if (html_heading_level(node) > 0 || !is_white(node))
        return false;
    const xmlNode *branch = node;
    while (!has_ground(branch) && branch->parent && branch->parent->type == XML_ELEMENT_NODE &&
           html_view(branch->parent)->letters == html_view(node)->letters)
        branch = branch->parent;
    for (const xmlNode *n = branch; n && n->type == XML_ELEMENT_NODE; n = n->parent)
        if (has_ground(n))
            return false;
    const xmlNode *around = branch->parent;
    for (const xmlNode *n = around ? around->children : NULL; n; n = n->next)
        if (n != branch && has_letters(n) && !is_white(n) && html_heading_level(n) == 0)
            return true;
    return false;
}

/* Builders show it once a reader comes to it. */
static bool comes_later(const xmlNode *node)
{
    static struct pattern names = PATTERN("(?:^|\\s)(?:wow|aos-init|elementor-invisible|animated?"
                                          "|reveal|fade-?in|et-waypoint|has-animation)(?:\\s|$|-)");
    g_autofree char *class = html_value(node, "class");
    struct range found;
    return xmlHasProp((xmlNode *)node, BAD_CAST "data-aos") ||
           (class && pattern_find(&names, class, 0, &found));
}

static bool is_unseen_text(const xmlNode *node)
{
    static struct pattern gone = PATTERN("(?<![^;])(?:" GONE ")");
    g_autofree char *style = style_of(node);
    bool image = html_is(node, "a") || html_view(node)->links > 0; /* a logo, by its ground */
    return is_on_its_colour(node) || is_white_alone(node) ||
           (!image && !comes_later(node) && (says(node, &gone) || (style && has_no_room(style))));
}

bool html_is_kept_unseen(const xmlNode *node)
{
    bool opened = html_view(node)->opener || html_view(node)->is_panel;
    return html_is_closed_text(node) || (!opened && is_unseen_text(node));
}
