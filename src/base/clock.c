/*
 * The time of a build.
 */
#include "base/clock.h"

/* 9999-12-31T23:59:59Z: the last that four digits of a year can say. [s] */
#define LAST_SECOND G_GINT64_CONSTANT(253402300799)

GDateTime *clock_told(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    gint64 seconds;
    if (!epoch || !g_ascii_string_to_signed(epoch, 10, 0, LAST_SECOND, &seconds, NULL))
        return NULL;
    return g_date_time_new_from_unix_utc(seconds);
}

GDateTime *clock_now(void)
{
    GDateTime *told = clock_told();
    return told ? told : g_date_time_new_now_utc();
}

char *clock_time(int minutes)
{
    return g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
}

char *clock_iso(GDateTime *time)
{
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

char *clock_minute(gint64 seconds)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_local(seconds);
    return g_date_time_format(time, "%Y-%m-%d %H:%M");
}
