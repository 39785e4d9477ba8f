/*
 * The show as plain lists. What each player obeyed was tried (lobby-standards 5): mpv takes times
 * from ffconcat alone, VLC from its own option in the M3U, feh from neither. Awkward: the concat
 * format forgets the last duration unless the last file is named twice.
 */
#include "player/show_files.h"

#include "base/signs.h"

/* A title on one line. */
static char *one_line(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, LINE_SEPARATOR_TEXT, -1);
    return g_strdelimit(g_strjoinv(" ", parts), "\r\n", ' ');
}

char *show_m3u8(const struct cycle *cycle)
{
    GString *out = g_string_new("#EXTM3U\n");
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        g_autofree char *title = one_line(slide->title);
        g_string_append_printf(out, "#EXTINF:%u,%s\n#EXTVLCOPT:image-duration=%u\n%s\n",
                               slide->dwell_s, title, slide->dwell_s, slide->src);
    }
    return g_string_free(out, FALSE);
}

char *show_ffconcat(const struct cycle *cycle)
{
    GString *out = g_string_new("ffconcat version 1.0\n");
    const char *last = NULL;
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        last = slide->src;
        g_string_append_printf(out, "file '%s'\nduration %u\n", last, slide->dwell_s);
    }
    g_string_append_printf(out, "file '%s'\n", last);
    return g_string_free(out, FALSE);
}

char *show_txt(const struct cycle *cycle)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < cycle->slides->len; i++)
        g_string_append_printf(out, "%s\n", ((const struct slide *)cycle->slides->pdata[i])->src);
    return g_string_free(out, FALSE);
}
