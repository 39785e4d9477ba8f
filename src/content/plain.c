/*
 * Values are moved to the front of where they stand, so that none needs memory of its own. Awkward:
 * the NUL behind a value must not be written over what has not been read; the blank behind the
 * colon makes room for it.
 */
#include "content/plain.h"

#include <glib.h>
#include <string.h>

#define HEX_DIGITS 4 /* of "\u00a0" */

/* Moves what stands before one of `ends`. */
static void move(struct plain *p, char **to, const char *ends)
{
    size_t length = strcspn(p->at, ends);
    memmove(*to, p->at, length);
    *to += length;
    p->at += length;
}

/* "\uXXXX" or "\\". */
static void read_escape(struct plain *p, char **to)
{
    size_t length = p->at[1] == 'u' ? HEX_DIGITS : 0;
    char digits[HEX_DIGITS + 1] = {0};
    memcpy(digits, p->at + 2, length);
    *to += g_unichar_to_utf8(length ? (gunichar)strtoul(digits, NULL, 16) : '\\', *to);
    p->at += 2 + length;
}

static void read_quoted(struct plain *p, char **to)
{
    p->at++;
    for (move(p, to, "\"\\"); *p->at != '"'; move(p, to, "\"\\")) {
        g_assert(*p->at);
        read_escape(p, to);
    }
    p->at++;
}

static void read_value(struct plain *p, char **to, const char *ends)
{
    if (*p->at == '"')
        read_quoted(p, to);
    else
        move(p, to, ends);
    *(*to)++ = '\0';
    p->count++;
}

static void read_list(struct plain *p, char **to)
{
    for (p->at++; *p->at != ']'; p->at += strspn(p->at, ", ")) {
        g_assert(*p->at && *p->at != '\n');
        read_value(p, to, ",]");
    }
    p->at++;
}

static void skip_line(struct plain *p)
{
    p->at = strchr(p->at, '\n');
    g_assert(p->at);
    p->at++;
}

bool plain_next(struct plain *p)
{
    while (*p->at == '\n' || *p->at == '#')
        skip_line(p);
    if (!*p->at)
        return false;
    p->inner = *p->at == ' ';
    p->key = p->at + strspn(p->at, " \"");
    char *colon = strchr(p->key, ':'), *to = colon + 1;
    g_assert(colon);
    colon[colon[-1] == '"' ? -1 : 0] = '\0';
    p->values = to;
    p->count = 0;
    p->at = to + strspn(to, " ");
    if (*p->at == '[')
        read_list(p, &to);
    else if (*p->at != '\n')
        read_value(p, &to, "\n");
    skip_line(p);
    return true;
}
