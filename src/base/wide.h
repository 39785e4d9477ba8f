/*
 * Text of 16 bits a sign, as Notepad and others call "Unicode".
 */
#ifndef HANDOUT_BASE_WIDE_H
#define HANDOUT_BASE_WIDE_H

#include <glib.h>

/* The bytes in UTF-8 if they are surely UTF-16: by the mark at their beginning, or as all zeros in
 * them are halves of one kind, and none would be a sign that no text has. All others as they are. A
 * reference of the caller's. */
GBytes *wide_in_utf8(GBytes *bytes);

#endif
