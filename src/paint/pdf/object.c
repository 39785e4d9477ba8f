/*
 * Objects over libharu: its document, cross-reference table and streams do the bookkeeping, while
 * the entries of our own dictionaries are text that libharu's write hook copies out. That keeps
 * large arrays (structure trees, widths) free of libharu's limits and of a heap block per number.
 * The awkward fact: libharu reports only some errors through its handler and leaves the rest in the
 * document or in a NULL result, so `pdf_save` looks at both. It allocates through GLib, which never
 * returns NULL.
 */
#include "paint/pdf/object.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Room for the 16 bytes of each half of the file identifier, as hexadecimal digits. */
#define ID_BYTES  16
#define ID_DIGITS (2 * ID_BYTES)

static void *allocate(HPDF_UINT size)
{
    return g_malloc(size);
}

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    pdf_fail(data, "libharu reports error 0x%04lX, detail %lu", error, detail);
}

void pdf_open(struct pdf *pdf)
{
    pdf->failure = NULL;
    pdf->doc = HPDF_NewEx(on_error, allocate, g_free, 0, pdf);
    pdf->doc->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_ALL);
}

void pdf_close(struct pdf *pdf)
{
    HPDF_Free(pdf->doc);
    g_free(pdf->failure);
}

void pdf_fail(struct pdf *pdf, const char *format, ...)
{
    if (pdf->failure)
        return;
    va_list arguments;
    va_start(arguments, format);
    pdf->failure = g_strdup_vprintf(format, arguments);
    va_end(arguments);
}

/* The trailer's /ID, still zero: it is the hash of the file that holds it. */
static void add_blank_id(struct pdf *pdf)
{
    HPDF_BYTE zeros[ID_BYTES] = {0};
    HPDF_Array id = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Dict_Add(pdf->doc->trailer, "ID", id);
    HPDF_Array_Add(id, HPDF_Binary_New(pdf->doc->mmgr, zeros, sizeof zeros));
    HPDF_Array_Add(id, HPDF_Binary_New(pdf->doc->mmgr, zeros, sizeof zeros));
}

/* Writes the first half of the SHA-256 of `bytes` over both zero strings of the trailer. */
static void fill_id(struct pdf *pdf, char *bytes, size_t size)
{
    g_autofree char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
    char *id = NULL;
    for (size_t i = size; i-- > 0 && !id;)
        if (size - i > 4 && memcmp(bytes + i, "/ID ", 4) == 0)
            id = bytes + i;
    char *first = id ? memchr(id, '<', (size_t)(bytes + size - id)) : NULL;
    char *second = first ? memchr(first + 1, '<', (size_t)(bytes + size - first - 1)) : NULL;
    if (!second) {
        pdf_fail(pdf, "the file has no identifier");
        return;
    }
    memcpy(first + 1, hash, ID_DIGITS);
    memcpy(second + 1, hash, ID_DIGITS);
}

static GBytes *read_saved(struct pdf *pdf)
{
    HPDF_UINT32 size = HPDF_GetStreamSize(pdf->doc);
    g_autofree char *bytes = g_malloc(size);
    HPDF_ResetStream(pdf->doc);
    HPDF_UINT32 got = size;
    HPDF_ReadFromStream(pdf->doc, (HPDF_BYTE *)bytes, &got);
    if (got != size)
        pdf_fail(pdf, "libharu gave back %u of %u bytes", (unsigned)got, (unsigned)size);
    fill_id(pdf, bytes, size);
    return pdf->failure ? NULL : g_bytes_new_take(g_steal_pointer(&bytes), size);
}

GBytes *pdf_save(struct pdf *pdf)
{
    if (pdf->failure)
        return NULL;
    add_blank_id(pdf);
    HPDF_SaveToStream(pdf->doc);
    if (HPDF_GetError(pdf->doc) != HPDF_OK)
        on_error(HPDF_GetError(pdf->doc), HPDF_GetErrorDetail(pdf->doc), pdf);
    return pdf->failure ? NULL : read_saved(pdf);
}

static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream stream)
{
    const GString *body = object->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->str, (HPDF_UINT)body->len);
}

static void free_body(HPDF_Dict object)
{
    g_string_free(object->attr, TRUE);
}

HPDF_Dict pdf_object_new(struct pdf *pdf)
{
    HPDF_Dict object = HPDF_Dict_New(pdf->doc->mmgr);
    object->attr = g_string_new(NULL);
    object->write_fn = write_body;
    object->free_fn = free_body;
    HPDF_Xref_Add(pdf->doc->xref, object);
    return object;
}

GString *pdf_object_body(HPDF_Dict object)
{
    return object->attr;
}

unsigned pdf_object_number(const void *object)
{
    /* The upper byte holds libharu's ownership flags. */
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

HPDF_Dict pdf_stream_new(struct pdf *pdf, const void *data, size_t size, bool compress)
{
    HPDF_Dict stream = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    stream->filter = compress ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    HPDF_Stream_Write(stream->stream, data, (HPDF_UINT)size);
    return stream;
}

/* As UTF-16BE with its byte order mark; *size in bytes. */
static char *encode_text(const char *text, size_t *size)
{
    glong units = 0;
    g_autofree gunichar2 *utf16 = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
    char *bytes = g_malloc(2 + 2 * (size_t)units);
    memcpy(bytes, "\xFE\xFF", 2);
    for (glong i = 0; i < units; i++) {
        guint16 unit = GUINT16_TO_BE(utf16[i]);
        memcpy(bytes + 2 + 2 * i, &unit, 2);
    }
    *size = 2 + 2 * (size_t)units;
    return bytes;
}

static void check_length(struct pdf *pdf, size_t size)
{
    if (size > PDF_STRING_LIMIT)
        pdf_fail(pdf, "a text of %zu bytes is longer than a PDF/A string may be (%d)", size,
                 PDF_STRING_LIMIT);
}

HPDF_Binary pdf_text_new(struct pdf *pdf, const char *text)
{
    size_t size = 0;
    g_autofree char *bytes = encode_text(text, &size);
    check_length(pdf, size);
    return HPDF_Binary_New(pdf->doc->mmgr, (HPDF_BYTE *)bytes,
                           (HPDF_UINT)MIN(size, PDF_STRING_LIMIT));
}

void pdf_put_number(GString *out, double value, unsigned decimals)
{
    static const long scales[] = {1, 10, 100, 1000, 10000};
    g_assert(decimals < G_N_ELEMENTS(scales));
    long scaled = lrint(value * (double)scales[decimals]);
    char digits[32];
    char *p = digits + sizeof digits;
    unsigned long rest = (unsigned long)labs(scaled);
    bool fraction = false;
    for (unsigned i = 0; i < decimals; i++, rest /= 10) {
        if (!fraction && rest % 10 == 0)
            continue;
        fraction = true;
        *--p = (char)('0' + rest % 10);
    }
    if (fraction)
        *--p = '.';
    for (; rest > 0 || p == digits + sizeof digits; rest /= 10)
        *--p = (char)('0' + rest % 10);
    if (scaled < 0)
        *--p = '-';
    g_string_append_len(out, p, digits + sizeof digits - p);
}

void pdf_put_name(GString *out, const char *name)
{
    g_string_append_c(out, '/');
    for (const char *p = name; *p; p++) {
        bool plain = g_ascii_isalnum(*p) || strchr("-_+.,:", *p);
        if (plain)
            g_string_append_c(out, *p);
        else
            g_string_append_printf(out, "#%02X", (guchar)*p);
    }
}

void pdf_put_string(GString *out, const char *bytes)
{
    g_string_append_c(out, '(');
    for (const char *p = bytes; *p; p++) {
        if (strchr("()\\", *p))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, ')');
}

/* True for what PDFDocEncoding and ASCII spell alike. */
static bool is_plain_ascii(const char *text)
{
    for (const char *p = text; *p; p++)
        if (*p < 0x20 || *p > 0x7E)
            return false;
    return true;
}

void pdf_put_text(struct pdf *pdf, GString *out, const char *text)
{
    size_t start = out->len;
    if (is_plain_ascii(text)) {
        pdf_put_string(out, text);
        check_length(pdf, out->len - start);
        return;
    }
    g_string_append(out, "<FEFF");
    pdf_put_utf16(out, text, strlen(text));
    g_string_append_c(out, '>');
    check_length(pdf, (out->len - start) / 2);
}

void pdf_put_hex(GString *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                   digits[unit & 15]};
    g_string_append_len(out, hex, sizeof hex);
}

void pdf_put_utf16(GString *out, const char *text, size_t length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == 0xFEFF)
            continue;
        if (c >= 0x10000) {
            pdf_put_hex(out, 0xD800 + ((c - 0x10000) >> 10));
            pdf_put_hex(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            pdf_put_hex(out, c);
        }
    }
}
