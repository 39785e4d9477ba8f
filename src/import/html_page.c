/*
 * Decides by structure what of a page is not its article: by element, role, the classes and ids of
 * site builders (WordPress, Divi, Elementor, Squarespace, Wix, Webflow, Bootstrap), and by how much
 * of it is links. Words decide nothing, but that a bar above the
 * page's head has a number. Awkward: themes name their bodies after what they hold
 * ("sidebar"), so nothing that holds the article, or most of the page, is taken for a part beside
 * it.
 */
#include "import/html_around.h"

#include "base/pattern.h"
#include "content/telephone.h"

#include <string.h>

/* Classes and ids mean little in what holds most of a page that is longer. [bytes of words] */
#define SHORT_PAGE 400
/* A form with so many words is a page within one (ASP.NET). [bytes of words] */
#define LONG_FORM 1500
/* So many bars may stand above its head. */
#define BARS_MOST 3

#define MENU                                                                                       \
    {                                                                                              \
        "part of a menu", true, false                                                              \
    }
#define HEAD                                                                                       \
    {                                                                                              \
        "part of the page's head", true, false                                                     \
    }
#define FOOT                                                                                       \
    {                                                                                              \
        "part of the page's foot", true, false                                                     \
    }
#define SIDEBAR                                                                                    \
    {                                                                                              \
        "a sidebar", true, false                                                                   \
    }
#define FORM                                                                                       \
    {                                                                                              \
        "part of a form", false, false                                                             \
    }
#define COOKIES                                                                                    \
    {                                                                                              \
        "a cookie notice", false, false                                                            \
    }
#define SHARE                                                                                      \
    {                                                                                              \
        "buttons for sharing", false, false                                                        \
    }
#define RELATED                                                                                    \
    {                                                                                              \
        "other pages of the site", false, false                                                    \
    }
#define COMMENT                                                                                    \
    {                                                                                              \
        "what readers wrote", false, false                                                         \
    }
#define REMARK                                                                                     \
    {                                                                                              \
        "a comment of who wrote the document: read it there", false, false                         \
    }
#define ABOUT                                                                                      \
    {                                                                                              \
        "about the page, not of its text", true, false                                             \
    }
#define ABOVE                                                                                      \
    {                                                                                              \
        "a message above the page", false, false                                                   \
    }
#define UNSEEN                                                                                     \
    {                                                                                              \
        "hidden in the page", false, false                                                         \
    }
#define ICON                                                                                       \
    {                                                                                              \
        "a sign of a font of signs: if it means something, say it in words", false, false          \
    }
#define TWICE                                                                                      \
    {                                                                                              \
        "said once more for another display", false, false                                         \
    }

static const struct {
    const char *name;
    struct html_part part;
    bool around; /* only outside of the article */
} elements[] = {
    {"script", {"a program", false, true}, false},
    {"style", {"a style sheet", false, true}, false},
    {"template", {"hidden in the page", false, true}, false},
    {"svg",
     {"a drawing: save it as PNG beside the article and add it by hand", false, true},
     false},
    {"canvas", {"what is shown where a drawing cannot be", false, false}, false},
    {"noscript", {"a message to browsers without JavaScript", false, false}, false},
    {"nav", MENU, false},
    {"header", HEAD, true},
    {"footer", FOOT, true},
    {"aside", SIDEBAR, true},
    {"form", FORM, false},
    {"select", FORM, false},
    {"textarea", FORM, false},
    {"button", {"a button", false, false}, false},
    {"object", {"a program within the page", false, false}, false},
    {"dialog", ABOVE, false},
    {"annotation", TWICE, false}, /* of a formula, for programs */
};

static const struct {
    const char *role;
    struct html_part part;
} roles[] = {
    {"navigation", MENU},   {"menu", MENU},        {"menubar", MENU},
    {"banner", HEAD},       {"contentinfo", FOOT}, {"complementary", SIDEBAR},
    {"search", FORM},       {"form", FORM},        {"dialog", ABOVE},
    {"alertdialog", ABOVE},
};

static const struct {
    struct html_part part;
    const char *const names[24]; /* classes */
} classes[] = {
    {MENU,
     {"menu",
      "nav-menu",
      "main-navigation",
      "navbar",
      "site-navigation",
      "breadcrumb",
      "breadcrumbs",
      "elementor-nav-menu",
      "elementor-nav-menu--main",
      "et-menu",
      "et_mobile_menu",
      "w-nav",
      "header-nav",
      "mobile-menu",
      "skip-link",
      "pagination",
      "page-links",
      "post-navigation",
      "nav-links",
      "wp-block-navigation",
      "toc",
      "ez-toc-container",
      NULL}},
    {MENU,
     {"mw-editsection", "mw-jump-link", "rank-math-toc", "table-of-contents", "elementor-toc__body",
      "lwptoc", "blog-item-pagination", "item-pagination", NULL}},
    {MENU,
     {"wsite-menu-default", "usa-in-page-nav", "gem-c-contents-list", "on-this-page",
      "govuk-breadcrumbs", "wp-block-post-navigation-link", "wp-block-categories",
      "wp-block-archives", "wp-block-tag-cloud", "wp-block-query-pagination",
      "w-pagination-wrapper", "floating-cart", "node__links", "elementor-post-navigation", NULL}},
    {HEAD,
     {"usa-banner", "govuk-phase-banner", "site-header", "wsite-header",
      "elementor-location-header", "et-l--header", "masthead", NULL}},
    {FOOT,
     {"site-footer", "wsite-footer", "elementor-location-footer", "et-l--footer", "footer",
      "page-footer", "footer-area", NULL}},
    {SIDEBAR, {"sidebar", "widget-area", "widget", "elementor-widget-sidebar", NULL}},
    {SHARE,
     {"sharedaddy",
      "sd-sharing",
      "addtoany_share_save_container",
      "addtoany_content",
      "a2a_kit",
      "heateor_sss_sharing_container",
      "social-share",
      "share-buttons",
      "share",
      "social-links",
      "social-icons",
      "wp-block-social-links",
      "elementor-share-buttons--skin-gradient",
      "elementor-widget-share-buttons",
      "elementor-widget-social-icons",
      "et_social_icons",
      "et_pb_social_media_follow",
      "sqs-svg-icon--list",
      "ssba",
      "essb_links",
      "post-share",
      "entry-share",
      "wixui-social-bar",
      NULL}},
    {RELATED,
     {"related", "related-posts", "relatedposts", "related_posts", "jp-relatedposts", "yarpp",
      "yarpp-related", "crp_related", "post-related", "wp-block-latest-posts", "recent-posts",
      "widget_recent_entries", "sqs-block-summary-v2", "elementor-widget-posts", NULL}},
    {COMMENT,
     {"wp-block-comments", "wp-block-latest-comments", "comments-area", "comment-respond",
      "comment-list", "comments", NULL}},
    {REMARK, {"msocomanchor", "msocomtxt", "msocomoff", NULL}},
    {ABOUT,
     {"wp-block-post-terms", "wp-block-post-date", "wp-block-post-author", "usa-feedback",
      "gem-c-feedback", "entry-meta", "post-meta", "entry-footer", "posted-on", "byline",
      "cat-links", "tags-links", "post-tags", "et_pb_title_meta_container",
      "elementor-widget-post-info", "blog-item-meta-wrapper", "article-info", "node__meta", NULL}},
    {ABOVE,
     {"toast", "elementor-popup-modal", "pum", "popmake", "sqs-announcement-bar",
      "announcement-bar", "modal", "offcanvas", NULL}},
    {FORM,
     {"mc4wp-form", "wpcf7", "wpforms-container", "gform_wrapper", "w-form", "nf-form-cont",
      "form-block", NULL}},
    {UNSEEN,
     {"screen-reader-text", "sr-only", "visually-hidden", "w-dyn-empty", "w-dyn-hide", NULL}},
    {ICON,
     {"et-pb-icon", "et_pb_icon", "material-icons", "material-icons-outlined",
      "material-symbols-outlined", "material-symbols-rounded", NULL}},
    {TWICE,
     {"elementor-tab-mobile-title", "katex-html", "swiper-slide-duplicate", "slick-cloned", NULL}},
};

static const struct {
    const char *id; /* in lower case */
    struct html_part part;
} ids[] = {
    {"banners", ABOVE}, /* Google Docs */
    {"masthead", HEAD},
    {"publish-banner", HEAD},
    {"header", HEAD},
    {"main-header", HEAD},
    {"top-header", HEAD},
    {"site_header", HEAD},
    {"colophon", FOOT},
    {"footer", FOOT},
    {"footer-wrap", FOOT},
    {"main-footer", FOOT},
    {"site_footer", FOOT},
    {"secondary", SIDEBAR},
    {"sidebar", SIDEBAR},
    {"comments", COMMENT},
    {"respond", COMMENT},
    {"disqus_thread", COMMENT},
    {"wpadminbar", MENU},
    {"scroll_to_top", MENU},
    {"scroll_to_bottom", MENU},
    {"toc", MENU},
    {"toc_container", MENU},
    {"ez-toc-container", MENU},
    {"onetrust-consent-sdk", COOKIES},
    {"cybotcookiebotdialog", COOKIES},
    {"moove_gdpr_cookie_info_bar", COOKIES},
    {"cmplz-cookiebanner-container", COOKIES},
};

const struct html_part html_menu = MENU, html_foot = FOOT, html_unseen = UNSEEN;
static const struct html_part cookies = COOKIES, twice = TWICE, related = RELATED, head_part = HEAD,
                              comment = COMMENT, remark = REMARK;

/* A form around most of a page, as ASP.NET's, holds no form alone: the page's titles are within. */
static bool is_page_form(const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    unsigned titles = html_view(xmlDocGetRootElement(node->doc))->titles;
    return html_is(node, "form") && (view->holds_text || view->letters > LONG_FORM ||
                                     (titles > 0 && view->titles == titles));
}

/* A drawing that nothing ends goes on to the end of the page for our parser, and for no browser:
 * these elements end it (HTML, 13.2.6.5). */
static bool is_open_drawing(const xmlNode *node)
{
    static const char *const ends[] = {
        "b",      "big",  "blockquote", "br",    "center", "code", "dd", "div",   "dl",   "dt",
        "em",     "h1",   "h2",         "h3",    "h4",     "h5",   "h6", "hr",    "i",    "img",
        "li",     "menu", "ol",         "p",     "pre",    "ruby", "s",  "small", "span", "strong",
        "strike", "sub",  "sup",        "table", "tt",     "u",    "ul", "var",   NULL};
    for (const xmlNode *n = html_is(node, "svg") ? html_after(node, node, true) : NULL; n;
         n = html_after(n, node, true))
        if (html_is_one_of(n, ends))
            return true;
    return false;
}

/* Who said what is quoted. */
static bool is_of_quotation(const xmlNode *node)
{
    return html_is(node, "footer") && html_is(node->parent, "blockquote");
}

static const struct html_part *by_element(const xmlNode *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++) {
        if (!html_is(node, elements[i].name))
            continue;
        const struct html_view *view = html_view(node);
        static const char *const answers[] = {"w-dropdown-list", NULL};
        bool kept = (elements[i].around && (view->in_text || view->holds_text)) ||
                    (view->linked * 10 < view->letters * 9 && html_has_class(node, answers));
        return kept || is_of_quotation(node) || is_page_form(node) || is_open_drawing(node)
                   ? NULL
                   : &elements[i].part;
    }
    return NULL;
}

static const struct html_part *by_role(const xmlNode *node)
{
    g_autofree char *role = html_value(node, "role");
    for (size_t i = 0; role && i < G_N_ELEMENTS(roles); i++)
        if (g_ascii_strcasecmp(role, roles[i].role) == 0)
            return &roles[i].part;
    return NULL;
}

static bool is_cookie_notice(const xmlNode *node)
{
    static const char *const attributes[] = {"id", "class", "data-aid"};
    static const char *const kinds[] = {"notice", "banner", "consent", "bar",
                                        "law",    "popup",  "modal"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        if (!html_value_has(node, attributes[i], "cookie"))
            continue;
        if (!html_view(node)->in_text)
            return true;
        for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++)
            if (html_value_has(node, attributes[i], kinds[k]))
                return true;
    }
    return false;
}

static const struct html_part *by_name(const xmlNode *node)
{
    static const char *const words[] = {"word", NULL};
    if (html_is(node->parent, "aside") && html_value_is(node->parent, "role", "note") &&
        html_has_class(node, words))
        return &twice; /* what our own pages say of a note's kind */
    if (html_value_has(node, "style", "mso-element:comment"))
        return &remark;
    g_autofree char *id = html_value(node, "id");
    for (size_t i = 0; id && i < G_N_ELEMENTS(ids); i++)
        if (g_ascii_strcasecmp(id, ids[i].id) == 0)
            return &ids[i].part;
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (html_has_class(node, classes[i].names))
            return &classes[i].part;
    return is_cookie_notice(node) ? &cookies : html_called_part(node);
}

/* Something in the page opens it. */
static bool has_opener(const xmlNode *node)
{
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    if (before && (html_is_hidden_heading(before) || html_is_expander(before)))
        return true; /* an answer below its question */
    return html_view(node)->opener || html_value_is(node, "role", "tabpanel") ||
           html_value_is(node, "role", "region");
}

/* Called an answer, within what is called its question or with it: a program opens that. */
static bool is_called_answer(const xmlNode *node)
{
    static struct pattern answer = PATTERN(
        "(?i)(?:^|[^a-z])(?:answer|(?:faq|accordion|collapsible|toggle|spoiler)[-_]+(?:\\w+[-_]+)*"
        "(?:body|content|panel|text|inner))(?![a-z])");
    g_autofree char *value = html_view(node)->in_text ? html_value(node, "class") : NULL;
    struct range found;
    return value && pattern_find(&answer, value, 0, &found);
}

static bool is_unseen(const xmlNode *node)
{
    if (has_opener(node) || is_called_answer(node))
        return false;
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    bool answer = before && html_heading_level(before) > 1 && html_view(node)->links == 0;
    return (!html_view(node)->in_text && html_is_hidden(node) && !answer) ||
           xmlHasProp((xmlNode *)node, (const xmlChar *)"hidden");
}

/* Many pages open what stands below a heading, and say so in their programs alone. */
bool html_is_closed_text(const xmlNode *node)
{
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    bool answer = before && html_heading_level(before) > 1;
    bool closed = html_is_hidden(node) || xmlHasProp((xmlNode *)node, BAD_CAST "hidden");
    return html_view(node)->in_text && closed && !answer && !has_opener(node);
}

/* What lists other pages of the site, or what readers say, may mark each as an article. */
static const struct html_part *by_list(const xmlNode *node)
{
    const struct html_part *named = html_is_list_of_links(node) ? &related : by_name(node);
    bool list =
        named && (g_str_equal(named->why, related.why) || g_str_equal(named->why, comment.why));
    return list ? named : NULL;
}

/* Tables of the article have feet and menus of their own. */
static bool is_part_of_table(const xmlNode *node)
{
    static const char *const parts[] = {"tr", "td", "th", "tbody", "thead", "tfoot", NULL};
    return html_view(node)->in_text && html_is_one_of(node, parts);
}

/* True for a few words with a number to call right above the page's head or menu: a bar of it. */
static bool is_above_head(const xmlNode *node)
{
    static const char *const heads[] = {"header", "nav", NULL};
    const struct html_view *view = html_view(node);
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);
    if (view->in_text || view->holds_text || view->holds_heading || view->letters > SHORT_PAGE)
        return false;
    for (int i = 0; next && i < BARS_MOST && !html_is_one_of(next, heads); i++)
        next = xmlNextElementSibling((xmlNode *)next);
    bool head = next && html_is_one_of(next, heads) && html_view(next)->links > 0;
    g_autofree char *words = head ? html_words(node) : NULL;
    struct range found;
    return words && telephone_find(words, 0, &found);
}

const struct html_part *html_part_of(const xmlNode *node, unsigned letters)
{
    const struct html_view *view = html_view(node);
    const struct html_part *part = html_is_tipped(node) ? NULL : by_element(node);
    bool body = html_is(node, "body") || html_is(node, "html");
    if (view->is_tabs)
        return &twice;
    if (part || body)
        return part;
    if (html_is_contents(node))
        return &html_menu;
    bool above = is_above_head(node);
    if (!node->properties && !html_is_menu(node))
        return above ? &head_part : NULL;
    if (is_unseen(node))
        return &html_unseen;
    if (html_is_tab_list(node) || html_is_twin(node))
        return &twice;
    bool most = view->letters > SHORT_PAGE && view->letters > letters / 2;
    if (view->holds_main || most)
        return NULL;
    if (view->holds_text)
        return by_list(node);
    part = by_role(node);
    if (!part && !is_part_of_table(node))
        part = by_name(node);
    if (!part && html_is_list_of_links(node))
        part = &related;
    if (!part && html_is_back_sign(node))
        part = &twice;
    if (!part && (html_is_menu(node) || html_is_skip_link(node)))
        part = &html_menu;
    return part || !above ? part : &head_part;
}
