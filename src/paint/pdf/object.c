/*
 * The only file that knows libharu. Its document, cross-reference table, pages and streams do the
 * bookkeeping, while the entries of our own dictionaries are text that its write hook copies out.
 * That keeps large arrays (structure trees, widths) free of libharu's limits and of a heap block
 * per number. The awkward fact: libharu reports only some errors through its handler and leaves the
 * rest in the document or in a NULL result, so `pdf_save` looks at both. Its memory is never NULL.
 */
#include "paint/pdf/object.h"

#include "paint/pdf/file.h"
#include "paint/pdf/memory.h"
#include "paint/pdf/put.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdarg.h>
#include <string.h>

/* Longest string of ISO 19005-2 6.1.13. [bytes] */
#define STRING_LIMIT 32767

/* Where libharu keeps an object's number; the upper byte holds its ownership flags. */
#define NUMBER_MASK 0x00FFFFFF

/* libharu has no word for bytes that are packed already; nothing of ours is in hexadecimal. */
#define FILTER_PACKED HPDF_STREAM_FILTER_ASCIIHEX

/* What the text of an entry mostly has room in. [bytes] */
#define USUAL_BODY 120

struct pdf {
    HPDF_Doc doc;
    enum pdf_version version;
    char *failure; /* what went wrong first; NULL: nothing */
};

/* Takes what libharu writes of one object after the other. */
struct writer {
    HPDF_Stream stream;
    GString *value;
};

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    pdf_fail(data, "libharu reports error 0x%04lX, detail %lu", error, detail);
}

struct pdf *pdf_open(enum pdf_version version)
{
    struct pdf *pdf = g_new0(struct pdf, 1);
    pdf_memory_open();
    pdf->version = version;
    pdf->doc = HPDF_NewEx(on_error, pdf_memory_take, pdf_memory_release, 0, pdf);
    pdf->doc->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_ALL);
    return pdf;
}

enum pdf_version pdf_version(const struct pdf *pdf)
{
    return pdf->version;
}

void pdf_close(struct pdf *pdf)
{
    if (!pdf)
        return;
    HPDF_Free(pdf->doc);
    pdf_memory_close();
    g_free(pdf->failure);
    g_free(pdf);
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

const char *pdf_failure(const struct pdf *pdf)
{
    return pdf->failure;
}

void pdf_check_length(struct pdf *pdf, size_t size)
{
    if (size > STRING_LIMIT)
        pdf_fail(pdf, "a text of %zu bytes is longer than a PDF/A string may be (%d)", size,
                 STRING_LIMIT);
}

/* Of an indirect object of libharu; none for NULL. */
static struct pdf_ref ref_of(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return (struct pdf_ref){header ? header->obj_id & NUMBER_MASK : 0};
}

/* The other way; NULL, failing, for none. All our indirect objects are dictionaries. */
static HPDF_Dict find(struct pdf *pdf, struct pdf_ref ref)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(pdf->doc->xref, ref.number);
    if (!entry || !entry->obj)
        pdf_fail(pdf, "the file has no object %u", ref.number);
    return entry ? entry->obj : NULL;
}

struct pdf_ref pdf_catalog(const struct pdf *pdf)
{
    return ref_of(pdf->doc->catalog);
}

struct pdf_ref pdf_info(const struct pdf *pdf)
{
    return ref_of(pdf->doc->info);
}

static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream stream)
{
    const GString *body = object->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->str, (HPDF_UINT)body->len);
}

static void free_body(HPDF_Dict object)
{
    if (object->attr)
        g_string_free(object->attr, TRUE);
    object->attr = NULL;
}

struct pdf_ref pdf_dict_new(struct pdf *pdf)
{
    HPDF_Dict object = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_List all = pdf->doc->xref->entries; /* which grows by a thousand, copied byte by byte */
    all->items_per_block = MAX(all->items_per_block, all->count);
    object->attr = g_string_sized_new(USUAL_BODY);
    object->write_fn = write_body;
    object->free_fn = free_body;
    HPDF_Xref_Add(pdf->doc->xref, object);
    return ref_of(object);
}

GString *pdf_dict_body(struct pdf *pdf, struct pdf_ref dict)
{
    HPDF_Dict object = find(pdf, dict);
    g_assert(object && object->write_fn == write_body);
    return object->attr;
}

static void free_bytes(HPDF_Dict stream)
{
    g_bytes_unref(stream->attr);
}

/* libharu would copy them, one by one: of its own stream there is nothing but the entries. */
static void set_bytes(HPDF_Dict stream, GBytes *bytes)
{
    stream->attr = bytes;
    stream->free_fn = free_bytes;
}

struct pdf_ref pdf_stream_new(struct pdf *pdf, GBytes *bytes, enum pdf_filter filter)
{
    static const HPDF_UINT filters[] = {
        [PDF_FILTER_NONE] = HPDF_STREAM_FILTER_NONE,
        [PDF_FILTER_DEFLATE] = HPDF_STREAM_FILTER_FLATE_DECODE,
        [PDF_FILTER_PACKED] = FILTER_PACKED,
        [PDF_FILTER_JPEG] = HPDF_STREAM_FILTER_DCT_DECODE,
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(filters) == PDF_FILTER_COUNT);
    HPDF_Dict stream = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    stream->filter = filters[filter];
    set_bytes(stream, bytes);
    return ref_of(stream);
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

/* Sets an entry to a value of libharu, which the dictionary owns from then on. */
static void set(struct pdf *pdf, struct pdf_ref dict, const char *key, void *value)
{
    HPDF_Dict object = find(pdf, dict);
    if (object && value)
        HPDF_Dict_Add(object, key, value);
    else if (value)
        HPDF_Obj_Free(pdf->doc->mmgr, value);
}

void pdf_set_name(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *name)
{
    set(pdf, dict, key, HPDF_Name_New(pdf->doc->mmgr, name));
}

void pdf_set_number(struct pdf *pdf, struct pdf_ref dict, const char *key, long number)
{
    set(pdf, dict, key, HPDF_Number_New(pdf->doc->mmgr, (HPDF_INT32)number));
}

void pdf_set_string(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *bytes)
{
    set(pdf, dict, key, HPDF_String_New(pdf->doc->mmgr, bytes, NULL));
}

void pdf_set_text(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *text)
{
    size_t size = strlen(text);
    if (pdf_is_ascii(text) && size <= STRING_LIMIT) {
        pdf_set_string(pdf, dict, key, text);
        return;
    }
    g_autofree char *bytes = encode_text(text, &size);
    pdf_check_length(pdf, size);
    set(pdf, dict, key,
        HPDF_Binary_New(pdf->doc->mmgr, (HPDF_BYTE *)bytes, (HPDF_UINT)MIN(size, STRING_LIMIT)));
}

void pdf_set_ref(struct pdf *pdf, struct pdf_ref dict, const char *key, struct pdf_ref object)
{
    set(pdf, dict, key, find(pdf, object));
}

void pdf_set_empty(struct pdf *pdf, struct pdf_ref dict, const char *key)
{
    set(pdf, dict, key, HPDF_Dict_New(pdf->doc->mmgr));
}

/* Appends a value of libharu, which the array owns from then on. */
static void add(struct pdf *pdf, struct pdf_ref dict, const char *key, void *value)
{
    HPDF_Dict object = find(pdf, dict);
    HPDF_Array array = object ? HPDF_Dict_GetItem(object, key, HPDF_OCLASS_ARRAY) : NULL;
    if (object && !array) {
        array = HPDF_Array_New(pdf->doc->mmgr);
        HPDF_Dict_Add(object, key, array);
    }
    if (array && value)
        HPDF_Array_Add(array, value);
    else if (value)
        HPDF_Obj_Free(pdf->doc->mmgr, value);
}

void pdf_add_real(struct pdf *pdf, struct pdf_ref dict, const char *key, double real)
{
    add(pdf, dict, key, HPDF_Real_New(pdf->doc->mmgr, (HPDF_REAL)real));
}

void pdf_add_ref(struct pdf *pdf, struct pdf_ref dict, const char *key, struct pdf_ref object)
{
    add(pdf, dict, key, find(pdf, object));
}

struct pdf_ref pdf_page_new(struct pdf *pdf, double width, double height)
{
    HPDF_Page page = HPDF_AddPage(pdf->doc);
    if (page) {
        HPDF_Page_SetWidth(page, (HPDF_REAL)width);
        HPDF_Page_SetHeight(page, (HPDF_REAL)height);
    }
    return ref_of(page);
}

struct pdf_ref pdf_page_at(struct pdf *pdf, unsigned index)
{
    return ref_of(HPDF_GetPageByIndex(pdf->doc, index));
}

void pdf_page_write(struct pdf *pdf, struct pdf_ref page, GBytes *operators)
{
    HPDF_Page target = find(pdf, page);
    HPDF_PageAttr attributes = target ? target->attr : NULL;
    if (attributes && !attributes->contents->attr) {
        set_bytes(attributes->contents, operators);
        attributes->contents->filter = FILTER_PACKED;
    } else {
        g_bytes_unref(operators);
    }
}

/* The Font resources of a page, made when they are first asked for. */
static HPDF_Dict get_fonts(struct pdf *pdf, HPDF_Page page)
{
    HPDF_Dict resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
    HPDF_Dict fonts = HPDF_Dict_GetItem(resources, "Font", HPDF_OCLASS_DICT);
    if (fonts)
        return fonts;
    fonts = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_Add(resources, "Font", fonts);
    return fonts;
}

void pdf_page_use_font(struct pdf *pdf, struct pdf_ref page, const char *name, struct pdf_ref font)
{
    HPDF_Page target = find(pdf, page);
    HPDF_Dict object = find(pdf, font);
    HPDF_Dict fonts = target ? get_fonts(pdf, target) : NULL;
    if (fonts && object && !HPDF_Dict_GetItem(fonts, name, HPDF_OCLASS_DICT))
        HPDF_Dict_Add(fonts, name, object);
}

const char *pdf_page_use_picture(struct pdf *pdf, struct pdf_ref page, struct pdf_ref picture)
{
    HPDF_Page target = find(pdf, page);
    HPDF_Image object = find(pdf, picture);
    return target && object ? HPDF_Page_GetXObjectName(target, object) : NULL;
}

struct pdf_ref pdf_page_add_link(struct pdf *pdf, struct pdf_ref page, struct pdf_box box,
                                 const char *uri)
{
    HPDF_Rect area = {.left = (HPDF_REAL)box.left,
                      .bottom = (HPDF_REAL)box.bottom,
                      .right = (HPDF_REAL)box.right,
                      .top = (HPDF_REAL)box.top};
    HPDF_Page target = find(pdf, page);
    HPDF_Annotation link = target ? HPDF_Page_CreateURILinkAnnot(target, area, uri) : NULL;
    if (link)
        HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
    return ref_of(link);
}

struct pdf_ref pdf_outline_add(struct pdf *pdf, struct pdf_ref parent, const char *title)
{
    HPDF_Outline above = parent.number ? find(pdf, parent) : NULL;
    HPDF_Outline entry = HPDF_CreateOutline(pdf->doc, above, "", NULL);
    if (!entry)
        return (struct pdf_ref){0};
    HPDF_Dict_RemoveElement(entry, "Type"); /* libharu calls every entry an outline root */
    pdf_set_text(pdf, ref_of(entry), "Title", title); /* its own encoders know no Unicode */
    return ref_of(entry);
}

static HPDF_STATUS on_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    pdf_put_bytes(stream->attr, (const char *)bytes, size);
    return HPDF_OK;
}

/* What libharu writes of an object, until the next is written. A page ends its own streams before
 * it is written. */
static const GString *write_value(struct writer *writer, void *object)
{
    g_string_truncate(writer->value, 0);
    HPDF_Obj_WriteValue(object, writer->stream, NULL);
    return writer->value;
}

/* Whether all entries are text, as of most dictionaries; then they are copied. */
static bool is_text(HPDF_Dict object)
{
    return object->write_fn == write_body && object->list->count == 0;
}

/* The text is given back: nothing is written twice. */
static const GString *write_text(struct writer *writer, HPDF_Dict object)
{
    const GString *body = object->attr;
    g_string_truncate(writer->value, 0);
    pdf_put(writer->value, "<<\n");
    pdf_put_bytes(writer->value, body->str, body->len);
    pdf_put(writer->value, ">>");
    free_body(object);
    return writer->value;
}

static enum pdf_filter filter_of(HPDF_UINT filter)
{
    if (filter & HPDF_STREAM_FILTER_DCT_DECODE)
        return PDF_FILTER_JPEG;
    if (filter & FILTER_PACKED)
        return PDF_FILTER_PACKED;
    return filter & HPDF_STREAM_FILTER_FLATE_DECODE ? PDF_FILTER_DEFLATE : PDF_FILTER_NONE;
}

/* Its dictionary is written as one without a stream, for the file packs and measures the bytes. */
static void add_stream(struct writer *writer, struct pdf_file *file, HPDF_Dict object)
{
    g_autoptr(GBytes) bytes = object->attr ? g_bytes_ref(object->attr) : g_bytes_new(NULL, 0);
    HPDF_Stream stream = object->stream;
    object->stream = NULL;
    HPDF_Dict_RemoveElement(object, "Length");
    HPDF_Dict_RemoveElement(object, "Filter");
    const GString *value = write_value(writer, object);
    object->stream = stream;
    const char *start = strstr(value->str, "<<"), *end = g_strrstr(value->str, ">>");
    g_assert(start && end);
    g_autoptr(GString) entries = g_string_new_len(start + 2, end - start - 2);
    pdf_file_add_stream(file, ref_of(object), entries, bytes, filter_of(object->filter));
}

static void add_object(struct writer *writer, struct pdf_file *file, void *object)
{
    const HPDF_Obj_Header *header = object;
    if (header->obj_class == HPDF_OCLASS_NUMBER)
        return; /* the length of a stream, which stands in its dictionary now */
    bool dict = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
    if (dict && is_text(object))
        pdf_file_add(file, ref_of(object), write_text(writer, object));
    else if (dict && ((HPDF_Dict)object)->stream)
        add_stream(writer, file, object);
    else
        pdf_file_add(file, ref_of(object), write_value(writer, object));
}

static void add_objects(struct pdf *pdf, struct pdf_file *file)
{
    HPDF_List entries = pdf->doc->xref->entries;
    struct writer writer = {.value = g_string_sized_new(4096)};
    writer.stream = HPDF_CallbackWriter_New(pdf->doc->mmgr, on_write, writer.value);
    for (HPDF_UINT i = 0; i < entries->count; i++) {
        HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, i);
        if (entry->entry_typ != HPDF_FREE_ENTRY)
            add_object(&writer, file, entry->obj);
    }
    HPDF_Stream_Free(writer.stream);
    g_string_free(writer.value, TRUE);
}

GBytes *pdf_save(struct pdf *pdf)
{
    if (pdf->failure)
        return NULL;
    struct pdf_file *file = pdf_file_new(pdf->version, pdf->doc->xref->entries->count);
    add_objects(pdf, file);
    struct pdf_trailer trailer = {.root = pdf_catalog(pdf)};
    if (pdf->version == PDF_1_7) /* ISO 19005-4 6.1.3 forbids it in files of 2.0 */
        trailer.info = pdf_info(pdf);
    GBytes *bytes = pdf_file_end(file, trailer);
    if (HPDF_GetError(pdf->doc) != HPDF_OK)
        on_error(HPDF_GetError(pdf->doc), HPDF_GetErrorDetail(pdf->doc), pdf);
    if (pdf->failure)
        g_clear_pointer(&bytes, g_bytes_unref);
    return bytes;
}
