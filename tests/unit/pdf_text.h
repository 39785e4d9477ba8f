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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static inline const char *find(const char *bytes, size_t size, const char *text)
{
    return memmem(bytes, size, text, strlen(text));
}

/* Appends an unpacked stream; streams that are not compressed as they are. Bytes that text cannot
 * hold become '?'. */
static inline void unpack_stream(GString *out, const char *data, size_t size)
{
    g_autoptr(GZlibDecompressor) inflate = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    size_t room = 1 << 20, read = 0, written = 0, start = out->len;
    g_autofree char *buffer = g_malloc(room);
    GConverterResult result = g_converter_convert(G_CONVERTER(inflate), data, size, buffer, room,
                                                  G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    if (result == G_CONVERTER_FINISHED)
        g_string_append_len(out, buffer, (gssize)written);
    else
        g_string_append_len(out, data, (gssize)size);
    for (gsize i = start; i < out->len; i++)
        if (out->str[i] == '\0')
            out->str[i] = '?';
}

/* Appends the objects of an object stream as if each stood in the file by itself. `head`: its
 * dictionary. */
static inline void spell_objects(GString *out, const char *head, const char *data, size_t size)
{
    g_autoptr(GString) unpacked = g_string_new(NULL);
    unsigned n = 0;
    size_t first = 0;
    assert_int_equal(sscanf(head, "/Type/ObjStm/N %u/First %zu", &n, &first), 2);
    unpack_stream(unpacked, data, size);
    char *at = unpacked->str;
    for (unsigned i = 0; i < n; i++) {
        unsigned long number = strtoul(at, &at, 10), start = strtoul(at, &at, 10), end = 0;
        char *next = at;
        strtoul(next, &next, 10);
        end = i + 1 < n ? strtoul(next, &next, 10) : unpacked->len - first;
        g_string_append_printf(out, "\n%lu 0 obj\n%.*sendobj\n", number, (int)(end - start),
                               unpacked->str + first + start);
    }
}

/* The file with its streams unpacked, as text. */
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
        const char *head = g_strrstr_len(out->str, (gssize)out->len, " 0 obj\n<<");
        const char *entries = head ? head + strlen(" 0 obj\n<<") : "";
        if (g_str_has_prefix(entries, "/Type/ObjStm"))
            spell_objects(out, entries, stream, (size_t)(at - stream));
        else
            unpack_stream(out, stream, (size_t)(at - stream));
    }
    g_string_append_len(out, at, end - at);
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
