/*
 * Where links lead and what pictures show, however they are written.
 */
#include "content/article_parts.h"

#include "content/address.h"

#include <string.h>

char *link_url(const char *url, struct pos pos, struct diag *diag)
{
    if (url[0] == '#' && url[1]) /* a heading of the article */
        return g_strdup(url);
    if (address_kind(url) != ADDRESS_UNSAFE)
        return address_encode(url);
    diag_report(diag, RULE_LINK_TARGET, pos,
                "the link to '%s' leads nowhere from paper, so its words stand alone: "
                "write the whole address with https://, mailto:, tel: or sms:",
                url);
    return g_strdup("");
}

void link_check_title(const char *title, const char *words, struct pos pos, struct diag *diag)
{
    if (*title && !strstr(words, title))
        diag_report(diag, RULE_LINK_TARGET, pos,
                    "the words '%s' over this link are seen on web pages alone: write them into "
                    "the text, or take them out",
                    title);
}

void image_fill(struct article *article, struct node *node, const char *url, const char *alt,
                const char *caption, struct diag *diag)
{
    node->text = g_strdup(alt);
    if (caption && *caption)
        node->as.image.caption = g_strstrip(g_strdup(caption));
    if (!*alt)
        diag_report(diag, RULE_IMAGE_ALT, node->pos,
                    "the picture '%s' has no words for those who cannot see it: "
                    "write them between the brackets",
                    url);
    node->as.image.image = images_get(article->images, article->directory, url, node->pos, diag);
}
