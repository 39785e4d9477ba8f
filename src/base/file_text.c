/*
 * Files as text: UTF-8 with '\n' at the ends of its lines and without what no text holds; else
 * where the first fault is, and whose usual trace it is.
 */
#include "base/file.h"
#include "base/paths.h"

#include "base/wide.h"

#include <string.h>

char *file_peek_text(const char *path)
{
    g_autoptr(GBytes) bytes = file_peek(path);
    gsize size = 0;
    const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    return bytes ? g_strndup(data ? data : "", size) : NULL;
}

/* A copy with '\n' for every line end and without a byte order mark. */
static GString *normal_lines(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    GString *text = g_string_sized_new(size);
    const char *at = size > 0 ? data : "", *end = at + size;
    at += size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (const char *cr; (cr = memchr(at, '\r', (size_t)(end - at))); at = cr + 1) {
        g_string_append_len(text, at, cr - at);
        if (cr + 1 == end || cr[1] != '\n')
            g_string_append_c(text, '\n');
    }
    return g_string_append_len(text, at, end - at);
}

/* Of UTF-8. C1 controls (U+0080 to U+009F) are the usual trace of Windows-1252 text that was taken
 * for Latin-1. */
static bool is_control(const char *at)
{
    guchar byte = (guchar)*at;
    return (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F ||
           (byte == 0xC2 && (guchar)at[1] < 0xA0);
}

/* The first byte that a text file may not hold, or NULL. */
static const char *first_bad_byte(const GString *text)
{
    const char *end;
    bool valid = g_utf8_validate(text->str, (gssize)text->len, &end);
    for (const char *p = text->str; p < end; p++)
        if (is_control(p))
            return p;
    return valid ? NULL : end;
}

static struct pos place_in(const char *path, const char *text, const char *at)
{
    struct pos pos = {.file = paths_number(path), .line = 1, .col = 1};
    for (const char *p = text; p < at; p = g_utf8_next_char(p)) {
        pos.col++;
        if (*p == '\n') {
            pos.line++;
            pos.col = 1;
        }
    }
    return pos;
}

static void report_encoding(const char *path, const GString *text, const char *bad,
                            struct diag *diag)
{
    struct pos pos = place_in(path, text->str, bad);
    gunichar c = g_utf8_get_char_validated(bad, text->str + text->len - bad);
    if (text->len >= 2 &&
        (memcmp(text->str, "\xFF\xFE", 2) == 0 || memcmp(text->str, "\xFE\xFF", 2) == 0))
        diag_report(diag, RULE_ENCODING, pos, "the file is UTF-16: save it as UTF-8");
    else if (*bad == '\0' || c < 0x110000)
        diag_report(diag, RULE_ENCODING, pos,
                    "the control character U+%04X is not text: take it out", *bad ? c : 0);
    else
        diag_report(diag, RULE_ENCODING, pos,
                    "the byte 0x%02X is not UTF-8: save the file as UTF-8 (text of "
                    "Windows in Western Europe: iconv -f WINDOWS-1252 -t UTF-8)",
                    (unsigned char)*bad);
}

/* Takes the text; the result is the caller's; NULL: it is none, which is reported. */
static char *settle_text(GString *text, const char *path, struct diag *diag)
{
    const char *bad = first_bad_byte(text);
    if (bad)
        report_encoding(path, text, bad, diag);
    return g_string_free(text, bad != NULL);
}

char *file_read_text(const char *path, struct diag *diag)
{
    struct pos from = {.file = paths_number(path)};
    g_autoptr(GBytes) bytes = file_read(path, FILE_TEXT_LIMIT, from, diag);
    return bytes ? settle_text(normal_lines(bytes), path, diag) : NULL;
}

/* What another program meant by a control character; a C1 control is the trace of Windows-1252 text
 * that was taken for Latin-1. */
static void append_meant(GString *out, gunichar c)
{
    char byte = (char)c;
    g_autofree char *sign = c > 0x7F && c <= 0x9F
                                ? g_convert(&byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL)
                                : NULL;
    g_string_append(out, sign ? sign : c == '\v' || c == '\f' ? "\n" : " ");
}

/* Characters that no text has (Unicode 15, 23.7) become blanks, too. */
static GString *mend_controls(const GString *text, bool *mended)
{
    GString *out = g_string_sized_new(text->len);
    for (const char *p = text->str; p < text->str + text->len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        bool control = nothing || (g_unichar_iscntrl(c) && c && c != '\n' && c != '\t');
        *mended |= control;
        if (control)
            append_meant(out, c);
        else
            g_string_append_len(out, p, g_utf8_next_char(p) - p);
    }
    return out;
}

char *file_read_foreign_text(const char *path, bool *mended, struct diag *diag)
{
    struct pos from = {.file = paths_number(path)};
    g_autoptr(GBytes) read = file_read(path, FILE_TEXT_LIMIT, from, diag);
    g_autoptr(GBytes) bytes = read ? wide_in_utf8(read) : NULL;
    if (!bytes)
        return NULL;
    GString *text = normal_lines(bytes);
    if (!g_utf8_validate(text->str, (gssize)text->len, NULL)) /* nor may it hold NUL */
        return settle_text(text, path, diag);
    GString *clean = mend_controls(text, mended);
    g_string_free(text, TRUE);
    return settle_text(clean, path, diag);
}
