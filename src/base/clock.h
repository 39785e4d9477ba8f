/*
 * Times, and which it is for a build. A reproducible build is told by SOURCE_DATE_EPOCH (seconds
 * since 1970 in UTC, reproducible-builds.org) and then takes that time for now; nothing else reads
 * it.
 */
#ifndef HANDOUT_BASE_CLOCK_H
#define HANDOUT_BASE_CLOCK_H

#include <glib.h>

/* The time that the build is told, in UTC; NULL when it is told none, or no time from 1970 to 9999.
 * Owned by the caller. Only this one may stand in a product. */
GDateTime *clock_told(void);

/* The same, else the real time, in UTC; owned by the caller. */
GDateTime *clock_now(void);

/* "09:30" of minutes since midnight; owned by the caller. */
char *clock_time(int minutes);

/* "2026-03-31T09:30:00Z" (ISO 8601) of `time` in UTC; owned by the caller. */
char *clock_iso(GDateTime *time);

/* "2026-03-31 09:30" of seconds since 1970, by the clock on the wall here; owned by the caller. */
char *clock_minute(gint64 seconds);

#endif
