/*
 * The show as SMIL and as Media RSS. Awkward: one SMIL player reads the refresh time only from a
 * meta element spelt exactly "Refresh" and takes anything up to 60 for a minute
 * (lobby-standards 1.1).
 */
#include "player/show_files.h"

#define REFRESH_SECONDS 300

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static char *escape(const char *text)
{
    return g_markup_escape_text(text, -1);
}

static void append_smil_slide(GString *out, const struct slide *slide)
{
    g_autofree char *alt = escape(slide->alt), *title = escape(slide->title);
    g_string_append_printf(out,
                           "      <img src=\"%s\" region=\"panel\" dur=\"%us\" fit=\"meet\" "
                           "xml:lang=\"%s\" alt=\"%s\" title=\"%s\"/>\n",
                           slide->src, slide->dwell_s, slide->source.layout->lang, alt, title);
}

char *show_smil(const struct cycle *cycle)
{
    const struct screen_setup *screen = &cycle->setup.style->screen;
    g_autofree char *title = escape(cycle->setup.clinic->name.value);
    GString *out = g_string_new(XML_HEAD);
    g_string_append_printf(
        out,
        "<smil xmlns=\"http://www.w3.org/ns/SMIL\" version=\"3.0\" baseProfile=\"Language\">\n"
        "  <head>\n"
        "    <meta http-equiv=\"Refresh\" content=\"%d\"/>\n"
        "    <meta name=\"title\" content=\"%s\"/>\n"
        "    <layout>\n"
        "      <root-layout width=\"%d\" height=\"%d\"/>\n"
        "      <region xml:id=\"panel\" left=\"0\" top=\"0\" width=\"%d\" height=\"%d\"/>\n"
        "    </layout>\n"
        "  </head>\n"
        "  <body>\n"
        "    <par>\n",
        REFRESH_SECONDS, title, screen->width_px, screen->height_px, screen->width_px,
        screen->height_px);
    for (guint i = 0; i < cycle->slides->len; i++)
        g_string_append_printf(out, "      <prefetch src=\"%s\"/>\n",
                               ((const struct slide *)cycle->slides->pdata[i])->src);
    g_string_append(out, "    </par>\n    <seq repeatCount=\"indefinite\">\n");
    for (guint i = 0; i < cycle->slides->len; i++)
        append_smil_slide(out, cycle->slides->pdata[i]);
    g_string_append(out, "    </seq>\n  </body>\n</smil>\n");
    return g_string_free(out, FALSE);
}

static void append_item(GString *out, const struct slide *slide)
{
    g_autofree char *alt = escape(slide->alt), *title = escape(slide->title);
    g_string_append_printf(
        out,
        "    <item>\n"
        "      <title>%s</title>\n"
        "      <description>%s</description>\n"
        "      <guid isPermaLink=\"false\">%s</guid>\n"
        "      <media:content url=\"%s\" fileSize=\"%" G_GSIZE_FORMAT
        "\" type=\"image/png\" medium=\"image\" duration=\"%u\" width=\"%d\" height=\"%d\" "
        "lang=\"%s\">\n"
        "        <media:title>%s</media:title>\n"
        "        <media:description>%s</media:description>\n"
        "      </media:content>\n"
        "    </item>\n",
        title, alt, slide->src, slide->src, g_bytes_get_size(slide->source.png), slide->dwell_s,
        slide->width_px, slide->height_px, slide->source.layout->lang, title, alt);
}

char *show_mrss(const struct cycle *cycle)
{
    const struct clinic *clinic = cycle->setup.clinic;
    g_autofree char *name = escape(clinic->name.value);
    g_autofree char *link = escape(clinic->url.value ? clinic->url.value : "transcript.html");
    g_autofree char *what = labels_format(cycle_labels(cycle), LABEL_TRANSCRIPT_TITLE, "name",
                                          clinic->name.value, NULL);
    g_autofree char *description = escape(what);
    GString *out = g_string_new(XML_HEAD);
    g_string_append_printf(
        out,
        "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n"
        "  <channel>\n"
        "    <title>%s</title>\n    <link>%s</link>\n    <description>%s</description>\n"
        "    <language>%s</language>\n    <ttl>%d</ttl>\n",
        name, link, description, cycle_lang(cycle), REFRESH_SECONDS / 60);
    for (guint i = 0; i < cycle->slides->len; i++)
        append_item(out, cycle->slides->pdata[i]);
    g_string_append(out, "  </channel>\n</rss>\n");
    return g_string_free(out, FALSE);
}
