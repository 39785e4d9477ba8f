/*
 * What the file says about itself (ISO 32000-1 7.7.2, 12.2, 12.4.2, 14.3, 14.11.5): one file that
 * claims PDF/UA-1 and PDF/A-2a. The awkward fact: PDF/A knows only its own list of XMP schemas, so
 * the PDF/UA claim has to bring the description of its own schema along (ISO 19005-2 6.6.2.3.3).
 * No clock is read: dates come from SOURCE_DATE_EPOCH or stay away.
 */
#include "paint/pdf/meta.h"

#include "base/clock.h"
#include "base/xml.h"
#include "paint/pdf/value.h"

#include <lcms2.h>
#include <string.h>

#define PRODUCER      "handout"
#define SRGB_NAME     "sRGB IEC61966-2.1"
#define ICC_DATE      24 /* offset of the creation date in an ICC header (ICC.1:2010 7.2.8) */
#define ICC_DATE_SIZE 12

static const char packet_start[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<dc:format>application/pdf</dc:format>\n";

static const char packet_claims[] =
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char packet_end[] = "</rdf:Description>\n"
                                 "</rdf:RDF>\n"
                                 "</x:xmpmeta>\n"
                                 "<?xpacket end=\"r\"?>";

/* <dc:name><rdf:Container><rdf:li attributes>text</rdf:li>…; nothing for NULL. */
static void put_property(GString *out, const char *name, const char *container,
                         const char *attributes, const char *text)
{
    if (!text)
        return;
    g_string_append_printf(out, "<dc:%s><rdf:%s><rdf:li%s>", name, container, attributes);
    xml_escape(out, text);
    g_string_append_printf(out, "</rdf:li></rdf:%s></dc:%s>\n", container, name);
}

static void write_packet(struct pdf *pdf, const struct layout *layout, GDateTime *date)
{
    g_autoptr(GString) out = g_string_new(packet_start);
    put_property(out, "title", "Alt", " xml:lang=\"x-default\"", layout->title);
    put_property(out, "creator", "Seq", "", layout->author);
    put_property(out, "description", "Alt", " xml:lang=\"x-default\"", layout->subject);
    put_property(out, "language", "Bag", "", layout->lang);
    g_string_append(out, "<pdf:Producer>" PRODUCER "</pdf:Producer>\n");
    if (date) {
        g_autofree char *iso = clock_iso(date);
        g_string_append_printf(out,
                               "<xmp:CreateDate>%s</xmp:CreateDate>\n"
                               "<xmp:ModifyDate>%s</xmp:ModifyDate>\n",
                               iso, iso);
    }
    g_string_append(out, packet_claims);
    g_string_append(out, packet_end);
    /* Not compressed, so that programs which do not know PDF can find it. */
    struct pdf_ref stream = pdf_stream_new(pdf, out->str, out->len, PDF_FILTER_NONE);
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

/* An sRGB profile, the same bytes at any time; owned by the caller. */
static GByteArray *make_profile(struct pdf *pdf)
{
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsUInt32Number size = 0;
    GByteArray *bytes = g_byte_array_new();
    if (cmsSaveProfileToMem(profile, NULL, &size)) {
        g_byte_array_set_size(bytes, size);
        if (!cmsSaveProfileToMem(profile, bytes->data, &size))
            size = 0;
    }
    if (size < ICC_DATE + ICC_DATE_SIZE)
        pdf_fail(pdf, "the colour library made no sRGB profile");
    else
        memset(bytes->data + ICC_DATE, 0, ICC_DATE_SIZE);
    cmsCloseProfile(profile);
    return bytes;
}

static void write_output_intent(struct pdf *pdf)
{
    g_autoptr(GByteArray) profile = make_profile(pdf);
    struct pdf_ref stream = pdf_stream_new(pdf, profile->data, profile->len, PDF_FILTER_DEFLATE);
    pdf_set_number(pdf, stream, "N", 3);
    struct pdf_ref intent = pdf_dict_new(pdf);
    g_string_append_printf(pdf_dict_body(pdf, intent),
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
    g_string_append_printf(pdf_dict_body(pdf, preferences),
                           "/DisplayDocTitle true/PrintScaling/None%s%s", entries[layout->duplex],
                           layout->rtl ? "/Direction/R2L" : "");
    pdf_set_ref(pdf, pdf_catalog(pdf), "ViewerPreferences", preferences);
}

/* A range for each page with a label of its own, and for each row of pages that are just numbered.
 */
static void write_page_labels(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_ref labels = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, labels);
    bool numbered = false;
    g_string_append(out, "/Nums[");
    for (guint i = 0; i < layout->pages->len; i++) {
        const struct page *page = layout->pages->pdata[i];
        if (page->label) {
            g_string_append_printf(out, "%u<</P", i);
            pdf_put_text(pdf, out, page->label);
            g_string_append(out, ">>");
        } else if (!numbered) {
            g_string_append_printf(out, "%u<</S/D/St %u>>", i, i + 1);
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
    g_string_append(pdf_dict_body(pdf, marks), "/Marked true");
    pdf_set_ref(pdf, catalog, "MarkInfo", marks);
    pdf_set_string(pdf, catalog, "Lang", layout->lang);
    write_viewer_preferences(pdf, layout);
    write_page_labels(pdf, layout);
    write_output_intent(pdf);
    GDateTime *date = clock_told();
    write_packet(pdf, layout, date);
    write_info(pdf, layout, date);
    g_clear_pointer(&date, g_date_time_unref);
}
