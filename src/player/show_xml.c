/*
 * The show as SMIL and as Media RSS. Awkward: one SMIL player reads the refresh time only from a
 * meta element spelt exactly "Refresh" and takes anything up to 60 for a minute
 * (lobby-standards 1.1).
 */
#include "player/show_files.h"

#include "base/xml.h"

#define REFRESH_SECONDS 300

static void add_size(struct xml *xml, int width, int height)
{
    xml_attribute_int(xml, "width", width);
    xml_attribute_int(xml, "height", height);
}

static void add_meta(struct xml *xml, const char *kind, const char *name, const char *content)
{
    xml_open(xml, "meta");
    xml_attribute(xml, kind, name);
    xml_attribute(xml, "content", content);
    xml_close(xml, "meta");
}

static void add_head(struct xml *xml, const struct cycle *cycle)
{
    const struct screen_setup *screen = &cycle->setup.style->screen;
    xml_open(xml, "head");
    add_meta(xml, "http-equiv", "Refresh", G_STRINGIFY(REFRESH_SECONDS));
    add_meta(xml, "name", "title", cycle->setup.clinic->name.value);
    xml_open(xml, "layout");
    xml_open(xml, "root-layout");
    add_size(xml, screen->width_px, screen->height_px);
    xml_close(xml, "root-layout");
    xml_open(xml, "region");
    xml_attribute(xml, "xml:id", "panel");
    xml_attribute_int(xml, "left", 0);
    xml_attribute_int(xml, "top", 0);
    add_size(xml, screen->width_px, screen->height_px);
    xml_close(xml, "region");
    xml_close(xml, "layout");
    xml_close(xml, "head");
}

static void add_prefetch(struct xml *xml, const struct slide *slide)
{
    xml_open(xml, "prefetch");
    xml_attribute(xml, "src", slide->src);
    xml_close(xml, "prefetch");
}

static void add_image(struct xml *xml, const struct slide *slide)
{
    g_autofree char *seconds = g_strdup_printf("%us", slide->dwell_s);
    xml_open(xml, "img");
    xml_attribute(xml, "src", slide->src);
    xml_attribute(xml, "region", "panel");
    xml_attribute(xml, "dur", seconds);
    xml_attribute(xml, "fit", "meet");
    xml_attribute(xml, "xml:lang", slide->source.layout->lang);
    xml_attribute(xml, "alt", slide->alt);
    xml_attribute(xml, "title", slide->title);
    xml_close(xml, "img");
}

char *show_smil(const struct cycle *cycle)
{
    struct xml *xml = xml_new(XML_SYNTAX_XML);
    xml_head(xml);
    xml_open(xml, "smil");
    xml_attribute(xml, "xmlns", "http://www.w3.org/ns/SMIL");
    xml_attribute(xml, "version", "3.0");
    xml_attribute(xml, "baseProfile", "Language");
    add_head(xml, cycle);
    xml_open(xml, "body");
    xml_open(xml, "par");
    for (guint i = 0; i < cycle->slides->len; i++)
        add_prefetch(xml, cycle->slides->pdata[i]);
    xml_close(xml, "par");
    xml_open(xml, "seq");
    xml_attribute(xml, "repeatCount", "indefinite");
    for (guint i = 0; i < cycle->slides->len; i++)
        add_image(xml, cycle->slides->pdata[i]);
    xml_close(xml, "seq");
    xml_close(xml, "body");
    xml_close(xml, "smil");
    return xml_finish(xml);
}

static void add_content(struct xml *xml, const struct cycle *cycle, const struct slide *slide)
{
    g_autofree char *address = cycle_address(cycle, slide->src);
    xml_open(xml, "media:content");
    xml_attribute(xml, "url", address);
    xml_attribute_int(xml, "fileSize", (gint64)g_bytes_get_size(slide->source.png));
    xml_attribute(xml, "type", "image/png");
    xml_attribute(xml, "medium", "image");
    xml_attribute_int(xml, "duration", slide->dwell_s);
    add_size(xml, slide->width_px, slide->height_px);
    xml_attribute(xml, "lang", slide->source.layout->lang);
    xml_element(xml, "media:title", slide->title);
    xml_element(xml, "media:description", slide->alt);
    xml_close(xml, "media:content");
}

static void add_item(struct xml *xml, const struct cycle *cycle, const struct slide *slide)
{
    xml_open(xml, "item");
    xml_element(xml, "title", slide->title);
    xml_element(xml, "description", slide->alt);
    xml_open(xml, "guid");
    xml_attribute(xml, "isPermaLink", "false");
    xml_text(xml, slide->src);
    xml_close(xml, "guid");
    add_content(xml, cycle, slide);
    xml_close(xml, "item");
}

char *show_mrss(const struct cycle *cycle)
{
    const struct clinic *clinic = cycle->setup.clinic;
    g_autofree char *what = labels_format(cycle_labels(cycle), LABEL_TRANSCRIPT_TITLE, "name",
                                          clinic->name.value, NULL);
    g_autofree char *page = cycle_address(cycle, "transcript.html");
    g_autofree char *minutes = g_strdup_printf("%d", REFRESH_SECONDS / 60);
    struct xml *xml = xml_new(XML_SYNTAX_XML);
    xml_head(xml);
    xml_open(xml, "rss");
    xml_attribute(xml, "version", "2.0");
    xml_attribute(xml, "xmlns:media", "http://search.yahoo.com/mrss/");
    xml_open(xml, "channel");
    xml_element(xml, "title", clinic->name.value);
    xml_element(xml, "link", clinic->url.value ? clinic->url.value : page);
    xml_element(xml, "description", what);
    xml_element(xml, "language", cycle_lang(cycle));
    xml_element(xml, "ttl", minutes);
    for (guint i = 0; i < cycle->slides->len; i++)
        add_item(xml, cycle, cycle->slides->pdata[i]);
    xml_close(xml, "channel");
    xml_close(xml, "rss");
    return xml_finish(xml);
}
