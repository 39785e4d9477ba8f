/*
 * A book (.epub) as one web page: its chapters in the order of its spine, behind its style sheets,
 * with its pictures inside (EPUB 3.3: 4.2.6 the container, 5 the package). Awkward: each chapter
 * has names of its own, which become names of the page; and nothing is read but parts of the
 * archive itself, whatever a chapter asks for.
 */
#include "base/intern.h"
#include "import/book_sheets.h"
#include "import/html_parts.h"
#include "import/office.h"
#include "import/zip.h"

#include "base/file.h"
#include "base/wide.h"
#include "base/xml.h"
#include "content/address.h"

#include <libxml/HTMLtree.h>
#include <string.h>

/* Of all that is unpacked: parts may be asked for without end. [bytes] */
#define UNPACKED_MOST (2 * (gsize)FILE_IMAGE_LIMIT)

struct book {
    GBytes *archive;      /* lent */
    GHashTable *parts;    /* as zip_parts, owned */
    GHashTable *chapters; /* paths to numbers, from 1; owned */
    struct book_sheets *sheets;
    GString *body;         /* of the page, owned */
    const char *lang;      /* of its first chapter, lent by `chapters`; NULL: not said */
    gsize unpacked, words; /* bytes, so far; of them, those of chapters */
    const char *fault;     /* why it cannot be read, static; NULL: it can */
};

/* Owned by the caller; NULL: there is no such part, or too much has been unpacked. */
static GBytes *read_part(struct book *book, const char *name)
{
    GBytes *part =
        name && book->unpacked < UNPACKED_MOST ? zip_part(book->archive, book->parts, name) : NULL;
    book->unpacked += part ? g_bytes_get_size(part) : 0;
    return part;
}

static char *read_text(struct book *book, const char *name)
{
    g_autoptr(GBytes) part = read_part(book, name);
    gsize size = 0;
    const char *data = part ? g_bytes_get_data(part, &size) : NULL;
    return data ? g_utf8_make_valid(data, (gssize)size) : NULL;
}

/* The path of what `from`, a part, names, without what stands behind "#"; owned by the caller;
 * NULL: it is nothing in the archive. */
static char *path_of(const char *from, const char *address)
{
    g_autofree char *bare = g_strndup(address, strcspn(address, "?#"));
    g_autofree char *name = g_uri_unescape_string(bare, NULL);
    if (!name || address_is_remote(address) || *name == '/')
        return NULL;
    g_autofree char *folder = g_path_get_dirname(from);
    g_autofree char *rooted = g_build_filename("/", folder, name, NULL);
    g_autofree char *path = *name ? g_canonicalize_filename(rooted, "/") : NULL;
    return g_strdup(path ? path + 1 : from);
}

/* False: it is no part of the book, which is said where the page is read. */
static bool read_sheet(struct book *book, const char *chapter, unsigned number, const xmlNode *node)
{
    g_autofree char *href = html_value(node, "href"), *media = html_value(node, "media");
    g_autofree char *path = href ? path_of(chapter, href) : NULL;
    g_autofree char *linked = html_is(node, "link") ? read_text(book, path) : NULL;
    xmlChar *own = html_is(node, "style") ? xmlNodeGetContent(node) : NULL;
    const char *sheet = own ? (const char *)own : linked;
    bool held = sheet != NULL;
    if (held)
        book_add_sheet(book->sheets, number, sheet, media);
    xmlFree(own);
    return held;
}

/* Sheets stand at the head of the page; from the last on, as one may stand within another. */
static void take_sheets(struct book *book, const char *chapter, unsigned number,
                        const GPtrArray *sheets)
{
    g_autofree bool *held = g_new0(bool, sheets->len + 1);
    for (guint i = 0; i < sheets->len; i++)
        held[i] = read_sheet(book, chapter, number, sheets->pdata[i]);
    for (guint i = sheets->len; i > 0; i--) {
        if (!held[i - 1])
            continue;
        xmlUnlinkNode(sheets->pdata[i - 1]);
        xmlFreeNode(sheets->pdata[i - 1]);
    }
}

static bool is_sheet(const xmlNode *node)
{
    return html_is(node, "style") ||
           (html_is(node, "link") && html_value_has(node, "rel", "stylesheet") &&
            !html_value_has(node, "rel", "alternate"));
}

/* A picture stands in its own address from here on, unless the page gets too long. */
static void hold_picture(struct book *book, const char *chapter, xmlNode *image, const char *name)
{
    g_autofree char *src = html_value(image, name);
    g_autofree char *path = src ? path_of(chapter, src) : NULL;
    g_autoptr(GBytes) bytes = read_part(book, path);
    gsize size = 0;
    const guchar *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    if (!data || book->body->len + size > FILE_IMAGE_LIMIT)
        return;
    g_autofree char *letters = g_base64_encode(data, size);
    g_autofree char *held = g_strconcat("data:;base64,", letters, NULL);
    xmlNodeSetName(image, BAD_CAST "img");
    xmlSetProp(image, BAD_CAST "src", BAD_CAST held);
}

/* Names of the attribute become those of the page: there, each chapter has its number before them.
 */
static void rename_names(xmlNode *node, const char *attribute, unsigned chapter)
{
    g_autofree char *names = html_value(node, attribute);
    g_auto(GStrv) each = names ? g_strsplit_set(names, " \t\r\n", -1) : NULL;
    GString *renamed = g_string_new(NULL);
    for (char **name = each; name && *name; name++)
        if (**name)
            g_string_append_printf(renamed, "%sc%u-%s", renamed->len ? " " : "", chapter, *name);
    if (renamed->len > 0)
        xmlSetProp(node, BAD_CAST attribute, BAD_CAST renamed->str);
    g_string_free(renamed, TRUE);
}

/* A link to a place in the book leads to that of the page. */
static void rename_link(struct book *book, const char *chapter, xmlNode *link)
{
    g_autofree char *href = html_value(link, "href");
    g_autofree char *path = href ? path_of(chapter, href) : NULL;
    unsigned number = path ? GPOINTER_TO_UINT(g_hash_table_lookup(book->chapters, path)) : 0;
    const char *hash = href ? strchr(href, '#') : NULL;
    if (number == 0)
        return;
    g_autofree char *own = hash && hash[1] ? g_strdup_printf("#c%u-%s", number, hash + 1)
                                           : g_strdup_printf("#c%u", number);
    xmlSetProp(link, BAD_CAST "href", BAD_CAST own);
}

static bool is_said_to_be(const xmlNode *node, const char *const *kinds)
{
    for (; *kinds; kinds++)
        if (html_value_is(node, "epub:type", *kinds) || html_value_is(node, "role", *kinds))
            return true;
    return false;
}

static bool has_link(const xmlNode *node)
{
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (html_is(n, "a") && html_value_has(n, "href", "#"))
            return true;
    return false;
}

/* What a book says to be a footnote may lead nowhere, as programs show it in its place; here, each
 * leads back to the link that refers to it, by which it is known. */
static void tie_note(xmlNode *node)
{
    static const char *const links[] = {"noteref", "doc-noteref", NULL},
                             *const notes[] = {"footnote",     "endnote",     "rearnote",
                                               "doc-footnote", "doc-endnote", NULL};
    g_autofree char *to = is_said_to_be(node, links) ? html_value(node, "href") : NULL;
    g_autofree char *id = is_said_to_be(node, notes) ? html_value(node, "id") : NULL;
    if (to && *to == '#') {
        g_autofree char *name = g_strconcat("to-", to + 1, NULL);
        xmlSetProp(node, BAD_CAST "name", BAD_CAST name);
    }
    if (id && !has_link(node)) {
        g_autofree char *href = g_strconcat("#to-", id, NULL);
        xmlNode *last = xmlLastElementChild(node), *within = html_is(last, "p") ? last : node;
        xmlSetProp(xmlNewTextChild(within, NULL, BAD_CAST "a", BAD_CAST "↩"), BAD_CAST "href",
                   BAD_CAST href);
        xmlUnsetProp(node, BAD_CAST "hidden");
    }
}

/* In a book, nothing stands around the article as it does in a page of a site. */
static void settle_part(xmlNode *node)
{
    static const char *const parts[] = {"header", "footer", "aside", "main", "article", NULL};
    if (html_is_one_of(node, parts))
        xmlNodeSetName(node, BAD_CAST "div");
}

static void settle_element(struct book *book, const char *chapter, unsigned number, xmlNode *node)
{
    static const char *const names[] = {
        "id", "name", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"};
    for (size_t i = 0; node->properties && i < G_N_ELEMENTS(names); i++)
        rename_names(node, names[i], number);
    if (html_is(node, "a") || html_is(node, "area"))
        rename_link(book, chapter, node);
    if (html_is(node, "img"))
        hold_picture(book, chapter, node, "src");
    if (html_is(node, "image"))
        hold_picture(book, chapter, node, "xlink:href");
    settle_part(node);
}

/* A picture that is all of a drawing, as covers are, is one like others. */
static xmlNode *free_picture(xmlNode *drawing)
{
    xmlNode *image = xmlFirstElementChild(drawing);
    if (!html_is(drawing, "svg") || !html_is(image, "img") || xmlNextElementSibling(image))
        return drawing;
    xmlReplaceNode(drawing, image);
    xmlFreeNode(drawing);
    return image;
}

static void settle_chapter(struct book *book, const char *chapter, unsigned number, xmlNode *root)
{
    g_autoptr(GPtrArray) sheets = g_ptr_array_new();
    for (xmlNode *n = root; n; n = office_after(n, root))
        if (n->type == XML_ELEMENT_NODE && is_sheet(n))
            g_ptr_array_add(sheets, n);
        else if (n->type == XML_ELEMENT_NODE)
            settle_element(book, chapter, number, n);
    take_sheets(book, chapter, number, sheets);
    for (xmlNode *n = root; n; n = office_after(n, root))
        tie_note(n = free_picture(n));
}

/* The attributes that the chapter's body has a meaning by. */
static void open_chapter(struct book *book, unsigned number, const xmlNode *root,
                         const xmlNode *body)
{
    static const char *const kept[] = {"class", "style", "dir"};
    g_string_append_printf(book->body, "<div id=\"c%u\"", number);
    g_autofree char *own = html_lang(body), *lang = own ? g_strdup(own) : html_lang(root);
    for (size_t i = 0; i <= G_N_ELEMENTS(kept); i++) {
        bool last = i == G_N_ELEMENTS(kept);
        g_autofree char *value = last ? g_strdup(lang) : html_value(body, kept[i]);
        if (!value)
            continue;
        g_string_append_printf(book->body, " %s=\"", last ? "lang" : kept[i]);
        xml_escape(book->body, value);
        g_string_append_c(book->body, '"');
    }
    g_string_append(book->body, ">");
    if (lang && !book->lang)
        book->lang = intern(lang);
}

static void write_chapter(struct book *book, unsigned number, xmlDoc *page)
{
    xmlNode *root = xmlDocGetRootElement(page), *body = root ? root->children : NULL;
    while (body && !html_is(body, "body"))
        body = body->next;
    if (!body)
        return;
    xmlBuffer *written = xmlBufferCreate();
    open_chapter(book, number, root, body);
    for (xmlNode *n = body->children; n; n = n->next)
        htmlNodeDump(written, page, n);
    /* libxml2 passes on bytes of references that it cannot read. */
    g_autofree char *valid = g_utf8_make_valid((const char *)xmlBufferContent(written), -1);
    g_string_append(book->body, valid);
    g_string_append(book->body, "</div>\n");
    xmlBufferFree(written);
}

static void read_chapter(struct book *book, const char *path, unsigned number)
{
    g_autoptr(GBytes) part = read_part(book, path), text = part ? wide_in_utf8(part) : NULL;
    gsize size = 0;
    const char *data = text ? g_bytes_get_data(text, &size) : NULL;
    bool whole = true;
    book->words += size;
    if (book->words > FILE_TEXT_LIMIT) {
        book->fault = WHY_TOO_LONG;
        return;
    }
    xmlDoc *page = data ? html_parse(data, size, &whole) : NULL;
    if (!page || !whole)
        book->fault = WHY_DAMAGED;
    else {
        settle_chapter(book, path, number, xmlDocGetRootElement(page));
        write_chapter(book, number, page);
    }
    xmlFreeDoc(page);
}

/* What the book says of itself: its title and authors stand before its chapters, and its date,
 * which is that of the file, is seen by nobody. */
static void write_about(struct book *book, const xmlNode *metadata)
{
    static const struct {
        const char *name, *element, *looks;
    } said[] = {{"title", "h1", ""}, {"creator", "p", ""}, {"date", "p", " hidden"}};
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        for (const xmlNode *n = metadata ? metadata->children : NULL; n; n = n->next) {
            g_autofree char *words = office_is(n, said[i].name) ? html_words(n) : NULL;
            if (!words || !*words)
                continue;
            g_string_append_printf(book->body, "<%s%s>", said[i].element, said[i].looks);
            xml_escape(book->body, words);
            g_string_append_printf(book->body, "</%s>\n", said[i].element);
        }
}

/* The path of the chapter that the manifest has for an entry of the spine, lent by the book; NULL:
 * it has none. */
static const char *find_chapter(struct book *book, const char *package, GHashTable *items,
                                const xmlNode *entry)
{
    g_autofree char *id = office_is(entry, "itemref") ? office_value(entry, "idref") : NULL;
    const xmlNode *item = id ? g_hash_table_lookup(items, id) : NULL;
    g_autofree char *href = office_value(item, "href");
    char *path = href ? path_of(package, href) : NULL;
    if (!path || g_hash_table_contains(book->chapters, path)) {
        g_free(path);
        return NULL;
    }
    g_hash_table_insert(book->chapters, path,
                        GUINT_TO_POINTER(g_hash_table_size(book->chapters) + 1));
    return path;
}

/* All chapters are known before the first is read, as links lead to later ones. */
static void read_spine(struct book *book, const char *package, const xmlNode *root)
{
    g_autoptr(GHashTable) items = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    const xmlNode *manifest = office_child(root, "manifest"), *spine = office_child(root, "spine");
    for (xmlNode *n = manifest ? manifest->children : NULL; n; n = n->next) {
        char *id = office_is(n, "item") ? office_value(n, "id") : NULL;
        if (id)
            g_hash_table_insert(items, id, n);
    }
    for (const xmlNode *n = spine ? spine->children : NULL; n; n = n->next) {
        const char *path = find_chapter(book, package, items, n);
        if (path)
            g_ptr_array_add(paths, (gpointer)path);
    }
    for (guint i = 0; i < paths->len && !book->fault; i++)
        read_chapter(book, paths->pdata[i], i + 1);
    if (paths->len == 0)
        book->fault = WHY_DAMAGED;
}

/* The path of the package, that says what the book is made of; owned by the caller, or NULL. */
static char *find_package(struct book *book)
{
    g_autofree char *text = read_text(book, "META-INF/container.xml");
    xmlDoc *container = text ? office_parse(text) : NULL;
    xmlNode *root = container ? xmlDocGetRootElement(container) : NULL;
    xmlNode *named = office_child(office_child(root, "rootfiles"), "rootfile");
    char *path = office_value(named, "full-path");
    xmlFreeDoc(container);
    return path;
}

/* The page; owned by the caller. */
static GBytes *write_page(const struct book *book)
{
    GString *page = g_string_new("<!DOCTYPE html>\n<html lang=\"");
    xml_escape(page, book->lang ? book->lang : "");
    g_string_append(page, "\"><head>");
    book_write_sheets(page, book->sheets, g_hash_table_size(book->chapters));
    g_string_append(page, "</head><body><main>\n");
    g_string_append_len(page, book->body->str, (gssize)book->body->len);
    g_string_append(page, "</main></body></html>");
    return g_string_free_to_bytes(page);
}

/* True for a book with parts that only the program of who sold it can read; fonts are mangled in
 * open ones, too. */
static bool is_locked(struct book *book)
{
    static const char *const of_fonts[] = {"http://www.idpf.org/2008/embedding",
                                           "http://ns.adobe.com/pdf/enc#RC", NULL};
    g_autofree char *text = read_text(book, "META-INF/encryption.xml");
    xmlDoc *said = text ? office_parse(text) : NULL;
    xmlNode *root = said ? xmlDocGetRootElement(said) : NULL;
    bool locked = false;
    for (xmlNode *n = root; n && !locked; n = office_after(n, root)) {
        g_autofree char *how =
            office_is(n, "EncryptionMethod") ? office_value(n, "Algorithm") : NULL;
        locked = how && office_is(n->parent, "EncryptedData") && !g_strv_contains(of_fonts, how);
    }
    xmlFreeDoc(said);
    return locked;
}

GBytes *book_read(GBytes *archive, const char **fault)
{
    struct book book = {.archive = archive,
                        .parts = zip_parts(archive),
                        .chapters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .sheets = book_new_sheets(),
                        .body = g_string_new(NULL)};
    g_autofree char *path = find_package(&book), *text = read_text(&book, path);
    xmlDoc *package = text ? office_parse(text) : NULL;
    xmlNode *root = package ? xmlDocGetRootElement(package) : NULL;
    write_about(&book, office_child(root, "metadata"));
    if (is_locked(&book))
        book.fault = WHY_LOCKED;
    else
        read_spine(&book, path, root);
    GBytes *page = book.fault ? NULL : write_page(&book);
    *fault = book.fault;
    xmlFreeDoc(package);
    g_hash_table_unref(book.parts);
    g_hash_table_unref(book.chapters);
    book_free_sheets(book.sheets);
    g_string_free(book.body, TRUE);
    return page;
}
