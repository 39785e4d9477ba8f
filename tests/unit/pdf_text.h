/*
 * A finished PDF as text: what the tests of the painter look things up in.
 */
#ifndef HANDOUT_TESTS_PDF_TEXT_H
#define HANDOUT_TESTS_PDF_TEXT_H

#include <gio/gio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static inline const char *find(const char *bytes, size_t size, const char *text)
{
    return memmem(bytes, size, text, strlen(text));
}

/* Appends an unpacked stream; streams that are not compressed as they are. */
static inline void unpack_stream(GString *out, const char *data, size_t size)
{
    g_autoptr(GZlibDecompressor) inflate = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    size_t room = 1 << 20, read = 0, written = 0;
    g_autofree char *buffer = g_malloc(room);
    GConverterResult result = g_converter_convert(G_CONVERTER(inflate), data, size, buffer, room,
                                                  G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    if (result == G_CONVERTER_FINISHED)
        g_string_append_len(out, buffer, (gssize)written);
    else
        g_string_append_len(out, data, (gssize)size);
}

/* The file with its streams unpacked, as text: bytes that text cannot hold become '?'. */
static inline char *unpack(GBytes *bytes)
{
    size_t size = 0;
    const char *at = g_bytes_get_data(bytes, &size), *end = at + size;
    GString *out = g_string_new(NULL);
    for (const char *stream; (stream = find(at, (size_t)(end - at), "\nstream\r\n"));) {
        stream += strlen("\nstream\r\n");
        g_string_append_len(out, at, stream - at);
        at = find(stream, (size_t)(end - stream), "\nendstream");
        assert_non_null(at);
        unpack_stream(out, stream, (size_t)(at - stream));
    }
    g_string_append_len(out, at, end - at);
    for (gsize i = 0; i < out->len; i++)
        if (out->str[i] == '\0')
            out->str[i] = '?';
    return g_string_free(out, FALSE);
}

static inline unsigned count(const char *text, const char *part)
{
    unsigned n = 0;
    for (const char *p = text; (p = strstr(p, part)); p += strlen(part))
        n++;
    return n;
}

static inline void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in the file", part);
}

#endif
