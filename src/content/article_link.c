/*
 * Where links lead and what pictures show, however they are written.
 */
#include "content/article_parts.h"

#include <string.h>

/* ASCII as a URI asks for it; what is escaped already stays as it is. */
static char *percent_encode(const char *url)
{
    GString *out = g_string_new(NULL);
    for (const unsigned char *p = (const unsigned char *)url; *p; p++) {
        if (*p > ' ' && *p < 0x7f && !strchr("\"<>\\^`{|}", *p))
            g_string_append_c(out, (char)*p);
        else
            g_string_append_printf(out, "%%%02X", *p);
    }
    return g_string_free(out, FALSE);
}

/* True for addresses that lead somewhere from a sheet of paper. */
static bool works_on_paper(const char *url)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        size_t n = strlen(schemes[i]);
        if (g_ascii_strncasecmp(url, schemes[i], n) == 0)
            return url[n] && url[n] != '/';
    }
    return false;
}

char *link_url(const char *url, struct pos pos, struct diag *diag)
{
    if (works_on_paper(url))
        return percent_encode(url);
    diag_report(diag, RULE_LINK_TARGET, pos,
                "the link to '%s' leads nowhere from paper, so its words stand alone: "
                "write the whole address with https://, mailto: or tel:",
                url);
    return g_strdup("");
}

void image_fill(struct article *article, struct node *node, const char *url, const char *alt,
                struct diag *diag)
{
    node->text = g_strdup(alt);
    if (!*alt)
        diag_report(diag, RULE_IMAGE_ALT, node->pos,
                    "the picture '%s' has no words for those who cannot see it: "
                    "write them between the brackets",
                    url);
    node->as.image.image = image_load(article->directory, url, node->pos, diag);
}
