/*
 * What the file says about itself (ISO 32000-1 7.7.2, 12.2, 12.4.2, 14.3, 14.11.5): one file that
 * claims PDF/UA-1 and PDF/A-2a, in PDF 2.0 PDF/UA-2 and PDF/A-4f, and well-tagged PDF. The awkward
 * fact: PDF/A knows only its own list of XMP schemas, so the other claims have to bring the
 * descriptions of their schemas along (ISO 19005-2 6.6.2.3.3). No clock is read: dates come from
 * SOURCE_DATE_EPOCH or stay away.
 */
#include "paint/pdf/meta.h"

#include "base/clock.h"
#include "base/xml.h"
#include "paint/pdf/file.h"
#include "paint/pdf/value.h"

#include <gio/gio.h>
#include <string.h>

#define PRODUCER     "handout"
#define SRGB_NAME    "sRGB IEC61966-2.1"
#define SRGB_PROFILE "/handout/srgb.icc"
#define UA_SPACE     "http://www.aiim.org/pdfua/ns/id/"
/* No text of a packet has it. */
#define FACTS             "\x01"
#define DECLARATION_SPACE "http://pdfa.org/declarations/"

static void add_line(struct xml *xml, const char *name, const char *text)
{
    xml_element(xml, name, text);
    xml_break(xml);
}

static void end_line(struct xml *xml, const char *name)
{
    xml_close(xml, name);
    xml_break(xml);
}

/* The elements around all that is said; write_packet() closes them. */
static void open_description(struct xml *xml)
{
    static const char *const spaces[][2] = {
        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
        {"xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"},
        {"xmlns:xmp", "http://ns.adobe.com/xap/1.0/"},
        {"xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
        {"xmlns:pdfuaid", UA_SPACE},
        {"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
        {"xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
        {"xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
        {"xmlns:pdfaType", "http://www.aiim.org/pdfa/ns/type#"},
        {"xmlns:pdfaField", "http://www.aiim.org/pdfa/ns/field#"},
        {"xmlns:pdfd", DECLARATION_SPACE},
    };
    xml_open(xml, "x:xmpmeta");
    xml_attribute(xml, "xmlns:x", "adobe:ns:meta/");
    xml_break(xml);
    xml_open(xml, "rdf:RDF");
    xml_attribute(xml, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    xml_break(xml);
    xml_open(xml, "rdf:Description");
    xml_attribute(xml, "rdf:about", "");
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        xml_attribute(xml, spaces[i][0], spaces[i][1]);
    xml_break(xml);
}

/* A property as an array of one; nothing for NULL. */
static void add_property(struct xml *xml, const char *name, const char *container, const char *text)
{
    if (!text)
        return;
    xml_open(xml, name);
    xml_open(xml, container);
    xml_open(xml, "rdf:li");
    xml_attribute(xml, "xml:lang", g_str_equal(container, "rdf:Alt") ? "x-default" : NULL);
    xml_text(xml, text);
    xml_close(xml, "rdf:li");
    xml_close(xml, container);
    end_line(xml, name);
}

static void open_item(struct xml *xml)
{
    xml_open(xml, "rdf:li");
    xml_attribute(xml, "rdf:parseType", "Resource");
    xml_break(xml);
}

static void close_item(struct xml *xml)
{
    xml_close(xml, "rdf:li");
    xml_break(xml);
}

/* A container of one item. */
static void open_entry(struct xml *xml, const char *name, const char *container)
{
    xml_open(xml, name);
    xml_open(xml, container);
    open_item(xml);
}

static void close_entry(struct xml *xml, const char *name, const char *container)
{
    xml_close(xml, "rdf:li");
    xml_close(xml, container);
    end_line(xml, name);
}

static void add_schema(struct xml *xml, const char *name, const char *space, const char *prefix)
{
    add_line(xml, "pdfaSchema:schema", name);
    add_line(xml, "pdfaSchema:namespaceURI", space);
    add_line(xml, "pdfaSchema:prefix", prefix);
}

static void describe_property(struct xml *xml, const char *name, const char *type, const char *use)
{
    open_entry(xml, "pdfaSchema:property", "rdf:Seq");
    add_line(xml, "pdfaProperty:name", name);
    add_line(xml, "pdfaProperty:valueType", type);
    add_line(xml, "pdfaProperty:category", "internal");
    add_line(xml, "pdfaProperty:description", use);
    close_entry(xml, "pdfaSchema:property", "rdf:Seq");
}

/* The structure that the property of declarations is a bag of. */
static void describe_declaration(struct xml *xml)
{
    open_entry(xml, "pdfaSchema:valueType", "rdf:Seq");
    add_line(xml, "pdfaType:type", "declaration");
    add_line(xml, "pdfaType:namespaceURI", DECLARATION_SPACE);
    add_line(xml, "pdfaType:prefix", "pdfd");
    add_line(xml, "pdfaType:description", "A standard or profile that the file conforms to");
    open_entry(xml, "pdfaType:field", "rdf:Seq");
    add_line(xml, "pdfaField:name", "conformsTo");
    add_line(xml, "pdfaField:valueType", "Text");
    add_line(xml, "pdfaField:description", "Address that names the standard or profile");
    close_entry(xml, "pdfaType:field", "rdf:Seq");
    close_entry(xml, "pdfaSchema:valueType", "rdf:Seq");
}

static void describe_schemas(struct xml *xml)
{
    xml_open(xml, "pdfaExtension:schemas");
    xml_open(xml, "rdf:Bag");
    open_item(xml);
    add_schema(xml, "PDF/UA identification schema", UA_SPACE, "pdfuaid");
    describe_property(xml, "part", "Integer", "Part of ISO 14289 that the file conforms to");
    close_item(xml);
    open_item(xml);
    add_schema(xml, "PDF declarations schema", DECLARATION_SPACE, "pdfd");
    describe_property(xml, "declarations", "bag declaration", "What the file declares of itself");
    describe_declaration(xml);
    close_item(xml);
    xml_close(xml, "rdf:Bag");
    end_line(xml, "pdfaExtension:schemas");
}

/* Well-tagged PDF (WTPDF 1.0 6.1.3): for accessibility, and for reuse. */
static void add_declarations(struct xml *xml)
{
    static const char *const names[] = {"accessibility1.0", "reuse1.0"};
    xml_open(xml, "pdfd:declarations");
    xml_open(xml, "rdf:Bag");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *uri = g_strconcat(DECLARATION_SPACE "wtpdf#", names[i], NULL);
        open_item(xml);
        add_line(xml, "pdfd:conformsTo", uri);
        close_item(xml);
    }
    xml_close(xml, "rdf:Bag");
    end_line(xml, "pdfd:declarations");
}

/* PDF/A-4 has files with attachments in a class of their own, and needs no descriptions of schemas
 * (ISO 19005-4 6.7.2, 6.7.3). */
static void add_claims(struct xml *xml, enum pdf_version version)
{
    bool old = version == PDF_1_7;
    add_line(xml, "pdfaid:part", old ? "2" : "4");
    if (!old)
        add_line(xml, "pdfaid:rev", "2020");
    add_line(xml, "pdfaid:conformance", old ? "A" : "F");
    add_line(xml, "pdfuaid:part", old ? "1" : "2");
    if (!old)
        add_line(xml, "pdfuaid:rev", "2024");
    add_declarations(xml);
    if (old)
        describe_schemas(xml);
}

static void add_facts(struct xml *xml, const struct layout *layout, GDateTime *date)
{
    add_line(xml, "dc:format", "application/pdf");
    add_property(xml, "dc:title", "rdf:Alt", layout->title);
    add_property(xml, "dc:creator", "rdf:Seq", layout->author);
    add_property(xml, "dc:description", "rdf:Alt", layout->subject);
    add_property(xml, "dc:language", "rdf:Bag", layout->lang);
    add_property(xml, "dc:relation", "rdf:Bag", layout->web_address);
    add_line(xml, "pdf:Producer", PRODUCER);
    if (!date)
        return;
    g_autofree char *iso = clock_iso(date);
    add_line(xml, "xmp:CreateDate", iso);
    add_line(xml, "xmp:ModifyDate", iso);
}

/* What all files of a version say alike, with FACTS where those of each one go; the caller's. */
static char *make_packet(enum pdf_version version)
{
    struct xml *xml = xml_new(XML_SYNTAX_BARE);
    xml_raw(xml, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    open_description(xml);
    xml_raw(xml, FACTS);
    add_claims(xml, version);
    end_line(xml, "rdf:Description");
    end_line(xml, "rdf:RDF");
    end_line(xml, "x:xmpmeta");
    xml_raw(xml, "<?xpacket end=\"r\"?>");
    return xml_finish(xml);
}

/* Its two parts. */
static gpointer part_packet(gpointer version)
{
    g_autofree char *packet = make_packet((enum pdf_version)GPOINTER_TO_INT(version));
    return g_strsplit(packet, FACTS, 2);
}

static void write_packet(struct pdf *pdf, const struct layout *layout, GDateTime *date)
{
    static GOnce once[PDF_VERSION_COUNT]; /* of all files */
    const enum pdf_version version = pdf_version(pdf);
    char *const *parts = g_once(&once[version], part_packet, GINT_TO_POINTER((int)version));
    struct xml *xml = xml_new(XML_SYNTAX_BARE);
    xml_raw(xml, parts[0]);
    add_facts(xml, layout, date);
    xml_raw(xml, parts[1]);
    char *packet = xml_finish(xml);
    /* Not compressed, so that programs which do not know PDF can find it. */
    struct pdf_ref stream =
        pdf_stream_new(pdf, g_bytes_new_take(packet, strlen(packet)), PDF_FILTER_NONE);
    pdf_set_name(pdf, stream, "Type", "Metadata");
    pdf_set_name(pdf, stream, "Subtype", "XML");
    pdf_set_ref(pdf, pdf_catalog(pdf), "Metadata", stream);
}

static void write_info(struct pdf *pdf, const struct layout *layout, GDateTime *date)
{
    struct pdf_ref info = pdf_info(pdf);
    pdf_set_text(pdf, info, "Producer", PRODUCER);
    pdf_set_text(pdf, info, "Title", layout->title);
    if (layout->author)
        pdf_set_text(pdf, info, "Author", layout->author);
    if (layout->subject)
        pdf_set_text(pdf, info, "Subject", layout->subject);
    if (date) {
        g_autofree char *text = g_date_time_format(date, "D:%Y%m%d%H%M%SZ");
        pdf_set_string(pdf, info, "CreationDate", text);
        pdf_set_string(pdf, info, "ModDate", text);
    }
}

/* The profile that the program carries, deflated once for all files. */
static gpointer pack_profile(gpointer unused)
{
    (void)unused;
    g_autoptr(GBytes) bytes = g_resources_lookup_data(SRGB_PROFILE, 0, NULL);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return pdf_pack(data, size);
}

static void write_output_intent(struct pdf *pdf)
{
    static GOnce once = G_ONCE_INIT; /* of all files */
    GBytes *profile = g_once(&once, pack_profile, NULL);
    struct pdf_ref stream = pdf_stream_new(pdf, g_bytes_ref(profile), PDF_FILTER_PACKED);
    pdf_set_number(pdf, stream, "N", 3);
    struct pdf_ref intent = pdf_dict_new(pdf);
    pdf_put_format(pdf_dict_body(pdf, intent),
                   "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(" SRGB_NAME
                   ")/Info(" SRGB_NAME ")/DestOutputProfile %u 0 R",
                   stream.number);
    pdf_add_ref(pdf, pdf_catalog(pdf), "OutputIntents", intent);
}

/* Direction: how a viewer puts pages side by side (ISO 32000-1 table 150). */
static void write_viewer_preferences(struct pdf *pdf, const struct layout *layout)
{
    static const char *const entries[] = {
        [DUPLEX_NONE] = "/Duplex/Simplex",
        [DUPLEX_LONG_EDGE] = "/Duplex/DuplexFlipLongEdge",
        [DUPLEX_SHORT_EDGE] = "/Duplex/DuplexFlipShortEdge",
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(entries) == DUPLEX_COUNT);
    struct pdf_ref preferences = pdf_dict_new(pdf);
    pdf_put_format(pdf_dict_body(pdf, preferences), "/DisplayDocTitle true/PrintScaling/None%s%s",
                   entries[layout->duplex], layout->rtl ? "/Direction/R2L" : "");
    pdf_set_ref(pdf, pdf_catalog(pdf), "ViewerPreferences", preferences);
}

/* A range for each page with a label of its own, and for each row of pages that are just numbered.
 */
static void write_page_labels(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_ref labels = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, labels);
    bool numbered = false;
    pdf_put(out, "/Nums[");
    for (guint i = 0; i < layout->pages->len; i++) {
        const struct page *page = layout->pages->pdata[i];
        if (page->label) {
            pdf_put_format(out, "%u<</P", i);
            pdf_put_text(pdf, out, page->label);
            pdf_put(out, ">>");
        } else if (!numbered) {
            pdf_put_format(out, "%u<</S/D/St %u>>", i, i + 1);
        }
        numbered = !page->label;
    }
    g_string_append_c(out, ']');
    pdf_set_ref(pdf, pdf_catalog(pdf), "PageLabels", labels);
}

void pdf_meta_write(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_ref catalog = pdf_catalog(pdf);
    struct pdf_ref marks = pdf_dict_new(pdf);
    pdf_put(pdf_dict_body(pdf, marks), "/Marked true");
    pdf_set_ref(pdf, catalog, "MarkInfo", marks);
    pdf_set_string(pdf, catalog, "Lang", layout->lang);
    write_viewer_preferences(pdf, layout);
    write_page_labels(pdf, layout);
    write_output_intent(pdf);
    GDateTime *date = clock_told();
    write_packet(pdf, layout, date);
    if (pdf_version(pdf) == PDF_1_7)
        write_info(pdf, layout, date);
    g_clear_pointer(&date, g_date_time_unref);
}
