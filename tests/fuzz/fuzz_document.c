/*
 * Any bytes as an .rtf file, as an archive, as the text of .odt and .docx files and as a chapter of
 * a book: what pandoc is given instead is text that it can read, and what is said of losses is
 * UTF-8.
 */
#include "fuzz.h"
#include "import/parts.h"
#include "import/zip.h"

#include <libxml/parser.h>
#include <string.h>

#define CONTENT "content.xml"
#define WORD    "word/document.xml"

/* How an archive of one empty part begins: what stands before the part, then its entry. */
enum { PART_BYTES = 30, ENTRY_BYTES = 46, NAME_LENGTH_AT = 28 };

static void check_texts(const GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++)
        g_assert_true(g_utf8_validate(texts->pdata[i], -1, NULL));
}

/* What is said of losses, where nothing came of the document but a number. */
static void check_losses(const char *path, GBytes *document)
{
    g_autoptr(GPtrArray) doubts = g_ptr_array_new_with_free_func(import_free_doubt);
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) beside = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GBytes) html = g_bytes_new_static("<p>5</p>", strlen("<p>5</p>"));
    struct losses losses = {.doubts = doubts, .missing = missing, .beside = beside};
    import_find_losses(path, document, html, &losses);
    for (guint i = 0; i < doubts->len; i++) {
        const struct doubt *doubt = doubts->pdata[i];
        g_assert_true(!doubt->words || g_utf8_validate(doubt->words, -1, NULL));
        g_assert_true(!doubt->behind || g_utf8_validate(doubt->behind, -1, NULL));
    }
    check_texts(missing);
    check_texts(beside);
}

/* All letters are known then, so that a second reading changes none. */
static void check_rtf(const char *text)
{
    g_autofree char *read = rtf_in_unicode(text), *again = rtf_in_unicode(read);
    g_assert_true(g_utf8_validate(read, -1, NULL));
    g_autofree char *words = rtf_words(read), *same = rtf_words(again);
    g_assert_true(g_utf8_validate(words, -1, NULL));
    g_assert_cmpstr(words, ==, same);
    g_autoptr(GBytes) document = g_bytes_new(read, strlen(read));
    check_losses("page.rtf", document);
}

/* Whose text is XML as before. */
static void check_archive(GBytes *archive)
{
    g_autoptr(GBytes) settled = odf_settle(archive);
    g_autofree char *text = settled ? zip_text(settled, CONTENT) : NULL;
    g_assert_true(!settled || text);
    xmlDoc *content = text ? xmlReadMemory(text, (int)strlen(text), NULL, NULL,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR)
                           : NULL;
    g_assert_true(!text || content);
    xmlFreeDoc(content);
    check_losses("page.odt", settled ? settled : archive);
}

/* An archive of parts that hold nothing; owned by the caller. */
static GBytes *archive_of(const char *const *names)
{
    GByteArray *bytes = g_byte_array_new();
    guint8 start[PART_BYTES] = {0}, entry[ENTRY_BYTES] = {'P', 'K', 1, 2};
    g_byte_array_append(bytes, start, sizeof start);
    for (; *names; names++) {
        entry[NAME_LENGTH_AT] = (guint8)strlen(*names);
        g_byte_array_append(bytes, entry, sizeof entry);
        g_byte_array_append(bytes, (const guint8 *)*names, (guint)strlen(*names));
    }
    return g_byte_array_free_to_bytes(bytes);
}

/* An archive with that text as its only part; owned by the caller. */
static GBytes *text_archive(const char *name, const char *text)
{
    const char *const names[] = {name, NULL};
    g_autoptr(GBytes) empty = archive_of(names);
    return zip_with(empty, name, text);
}

/* What pandoc is given instead of such a file is XML as before. */
static void check_word(GBytes *archive)
{
    g_autoptr(GBytes) settled = docx_settle(archive);
    g_autofree char *text = settled ? zip_text(settled, WORD) : NULL;
    xmlDoc *content = text ? xmlReadMemory(text, (int)strlen(text), NULL, NULL,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR)
                           : NULL;
    g_assert_true(!text || content);
    xmlFreeDoc(content);
    if (settled)
        check_losses("page.docx", settled);
}

/* A book with that text as its only chapter; owned by the caller. */
static GBytes *book_of(const char *text)
{
    static const char *const parts[][2] = {
        {"META-INF/container.xml",
         "<container><rootfiles><rootfile full-path='o/b'/></rootfiles></container>"},
        {"o/b", "<package><metadata><title>T</title></metadata><manifest><item id='a' href='a'/>"
                "</manifest><spine><itemref idref='a'/></spine></package>"}};
    static const char *const names[] = {"META-INF/container.xml", "o/b", "o/a", NULL};
    g_autoptr(GBytes) empty = archive_of(names);
    GBytes *book = zip_with(empty, "o/a", text);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(GBytes) before = book;
        book = zip_with(before, parts[i][0], parts[i][1]);
    }
    return book;
}

/* There is a page, which is UTF-8, or a reason why not. */
static void check_book(GBytes *archive)
{
    const char *fault = NULL;
    g_autoptr(GBytes) page = book_read(archive, &fault);
    g_assert_true(!page == !!fault);
    gsize size = 0;
    const char *text = page ? g_bytes_get_data(page, &size) : NULL;
    g_assert_true(!text || g_utf8_validate(text, (gssize)size, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    check_rtf(text);
    g_autoptr(GBytes) bytes = g_bytes_new(data, size), archive = text_archive(CONTENT, text),
                      book = book_of(text), word = text_archive(WORD, text);
    check_archive(bytes);
    g_autofree char *held = zip_text(archive, CONTENT);
    g_assert_cmpstr(held, ==, text);
    check_archive(archive);
    check_losses("page.docx", bytes);
    check_word(bytes);
    check_word(word);
    check_losses("page.epub", bytes);
    check_book(bytes);
    check_book(book);
    return 0;
}
