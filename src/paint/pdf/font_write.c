/*
 * Fonts, third step: the objects (ISO 32000-1 9.7 and 9.8). A Type0 font with Identity-H, so that a
 * two-byte code is the identifier; below it a CIDFontType2 (TrueType) or CIDFontType0 (CFF), its
 * descriptor and program, and the ToUnicode map. No CIDSet: ISO 14289-1 7.21.4.2 wants it complete
 * or absent. The awkward fact: a subset's name needs a tag of six letters that differs between
 * subsets; it is taken from a hash of the program, so the same document always gets the same one.
 */
#include "paint/pdf/font_parts.h"
#include "paint/pdf/value.h"

#include <hb-ot.h>
#include <string.h>

/* Entries that one block of a ToUnicode map may hold (Adobe Technical Note 5014). */
#define CMAP_BLOCK 100

/* FontDescriptor flags (ISO 32000-1 table 123). */
enum { FLAG_SYMBOLIC = 1 << 2, FLAG_ITALIC = 1 << 6 };

static const struct pdf_glyph *glyph_at(const GArray *glyphs, guint i)
{
    return &g_array_index(glyphs, struct pdf_glyph, i);
}

/* "ABCDEF+Name" for a subset; owned by the caller. */
static char *subset_name(const struct face *face, const char *digits)
{
    char tag[7] = {0};
    for (int i = 0; i < 6; i++) /* of pairs of digits, for all letters to be as likely */
        tag[i] = (char)('A' + (16 * g_ascii_xdigit_value(digits[2 * i]) +
                               g_ascii_xdigit_value(digits[2 * i + 1])) %
                                  26);
    return g_strconcat(tag, "+", face->name, NULL);
}

/* `value` of the face's design units as thousandths of the em. */
static double thousandths(const struct face *face, double value)
{
    return value * 1000.0 / face->units_per_em;
}

/* The 16 bits at a byte of a table; 0 where it does not reach so far. */
static int table_int16(const struct face *face, hb_tag_t tag, unsigned at)
{
    hb_blob_t *table = hb_face_reference_table(face->hb, tag);
    unsigned size = 0;
    const char *data = hb_blob_get_data(table, &size);
    guint16 raw = 0;
    if (at + sizeof raw <= size)
        memcpy(&raw, data + at, sizeof raw);
    hb_blob_destroy(table);
    return (gint16)GUINT16_FROM_BE(raw);
}

static void put_bbox(GString *out, const struct face *face)
{
    pdf_put(out, "/FontBBox[");
    for (unsigned at = 36; at < 44; at += 2) { /* xMin, yMin, xMax, yMax of table 'head' */
        int side = table_int16(face, HB_TAG('h', 'e', 'a', 'd'), at);
        pdf_put_number(out, thousandths(face, side), 0);
        g_string_append_c(out, at < 42 ? ' ' : ']');
    }
}

/* Degrees against the clock. HarfBuzz would read the names of all glyphs, which stand behind the
 * number in table 'post'. */
static double italic_angle(const struct face *face)
{
    const hb_tag_t post = HB_TAG('p', 'o', 's', 't');
    return table_int16(face, post, 4) + (guint16)table_int16(face, post, 6) / 65536.0;
}

static void put_metric(GString *out, const char *key, double thousandths)
{
    pdf_put(out, key);
    pdf_put_number(out, thousandths, 0);
}

/* The stem width that goes with an OpenType weight: no table holds it, viewers only use it to
 * imitate a font that is not embedded. */
static double stem_width(double weight)
{
    return 10 + 220 * (weight - 50) / 900;
}

static struct pdf_ref write_program(struct pdf *pdf, const struct face *face,
                                    const struct pdf_font_data *data)
{
    struct pdf_ref stream = pdf_stream_new(pdf, g_bytes_ref(data->program), PDF_FILTER_PACKED);
    if (face->cff)
        pdf_set_name(pdf, stream, "Subtype", "CIDFontType0C");
    else
        pdf_set_number(pdf, stream, "Length1", (long)data->size);
    return stream;
}

/* The descriptor of a font called `name`, and the program below it; its codes are no character
 * codes. */
static struct pdf_ref write_descriptor(struct pdf *pdf, const struct face *face,
                                       const struct pdf_font_data *data, const char *name)
{
    double angle = italic_angle(face);
    hb_font_t *style = hb_font_create(face->hb);
    double weight = hb_style_get_value(style, HB_STYLE_TAG_WEIGHT);
    hb_font_destroy(style);
    struct pdf_ref file = write_program(pdf, face, data);
    struct pdf_ref descriptor = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, descriptor);
    pdf_put(out, "/Type/FontDescriptor/FontName");
    pdf_put_name(out, name);
    pdf_put_format(out, "/Flags %d", FLAG_SYMBOLIC | (angle != 0 ? FLAG_ITALIC : 0));
    put_bbox(out, face);
    put_metric(out, "/ItalicAngle ", angle);
    put_metric(out, "/Ascent ", face->ascent * 1000);
    put_metric(out, "/Descent ", -face->descent * 1000);
    put_metric(out, "/CapHeight ", face->cap_height * 1000);
    put_metric(out, "/StemV ", stem_width(weight));
    pdf_put_format(out, "/FontFile%d %u 0 R", face->cff ? 3 : 2, file.number);
    return descriptor;
}

/* Runs of neighbouring codes share one bracket: `12[556 280 611]`. */
GString *pdf_font_widths(const GArray *glyphs)
{
    GString *out = g_string_new("/DW 1000/W[");
    for (guint i = 0; i < glyphs->len; i++) {
        const struct pdf_glyph *glyph = glyph_at(glyphs, i);
        bool follows = i > 0 && glyph_at(glyphs, i - 1)->code + 1 == glyph->code;
        if (follows)
            g_string_append_c(out, ' ');
        else
            pdf_put_format(out, "%s%u[", i > 0 ? "]" : "", glyph->code);
        pdf_put_number(out, glyph->width, 2);
    }
    pdf_put(out, "]]");
    return out;
}

static struct pdf_ref write_descendant(struct pdf *pdf, const struct face *face,
                                       const struct pdf_font_data *data, const char *name)
{
    struct pdf_ref descriptor = write_descriptor(pdf, face, data, name);
    struct pdf_ref descendant = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, descendant);
    pdf_put_format(out, "/Type/Font/Subtype/CIDFontType%d/BaseFont", face->cff ? 0 : 2);
    pdf_put_name(out, name);
    pdf_put(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    pdf_put_format(out, "/FontDescriptor %u 0 R", descriptor.number);
    if (!face->cff)
        pdf_put(out, "/CIDToGIDMap/Identity");
    pdf_put(out, data->widths);
    return descendant;
}

/* Characters of one UTF-16 unit; 0: another text. */
static gunichar unit_of(const struct pdf_glyph *glyph)
{
    gunichar c = g_utf8_get_char(glyph->text);
    bool alone = g_utf8_next_char(glyph->text) == glyph->text + glyph->length;
    return alone && c <= G_MAXUINT16 ? c : 0;
}

/* How many entries from `at` on have codes and characters that rise together: no range goes beyond
 * the last byte of either (Adobe Technical Note 5411, 1.4.2). */
static guint range_from(const GArray *glyphs, guint at)
{
    const struct pdf_glyph *first = glyph_at(glyphs, at);
    gunichar start = unit_of(first);
    unsigned room = MIN(G_MAXUINT8 - (first->code & G_MAXUINT8), G_MAXUINT8 - (start & G_MAXUINT8));
    guint n = 1;
    while (start && n <= room && at + n < glyphs->len &&
           glyph_at(glyphs, at + n)->code == first->code + n &&
           unit_of(glyph_at(glyphs, at + n)) == start + n)
        n++;
    return n;
}

static void put_range(GString *out, const GArray *glyphs, guint at, guint n)
{
    const struct pdf_glyph *first = glyph_at(glyphs, at);
    g_string_append_c(out, '<');
    pdf_put_hex(out, first->code);
    pdf_put(out, "><");
    pdf_put_hex(out, first->code + n - 1);
    pdf_put(out, "><");
    pdf_put_utf16(out, first->text, first->length);
    pdf_put(out, ">\n");
}

static void put_block(GString *out, guint n, const GString *ranges)
{
    if (n > 0)
        pdf_put_format(out, "%u beginbfrange\n%sendbfrange\n", n, ranges->str);
}

static void put_cmap_entries(GString *out, const GArray *glyphs)
{
    g_autoptr(GString) ranges = g_string_new(NULL);
    guint count = 0;
    for (guint at = 0, n; at < glyphs->len; at += n) {
        n = range_from(glyphs, at);
        put_range(ranges, glyphs, at, n);
        if (++count < CMAP_BLOCK)
            continue;
        put_block(out, count, ranges);
        g_string_truncate(ranges, 0);
        count = 0;
    }
    put_block(out, count, ranges);
}

GString *pdf_font_to_unicode(const GArray *glyphs)
{
    GString *out =
        g_string_new("/CIDInit /ProcSet findresource begin\n"
                     "12 dict begin\n"
                     "begincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n"
                     "/CMapType 2 def\n"
                     "1 begincodespacerange\n"
                     "<0000> <FFFF>\n"
                     "endcodespacerange\n");
    put_cmap_entries(out, glyphs);
    pdf_put(out, "endcmap\n"
                 "CMapName currentdict /CMap defineresource pop\n"
                 "end\n"
                 "end\n");
    return out;
}

void pdf_font_write(struct pdf *pdf, struct pdf_ref object, const struct face *face,
                    const struct pdf_font_data *data)
{
    g_autofree char *name = subset_name(face, data->digest);
    struct pdf_ref descendant = write_descendant(pdf, face, data, name);
    struct pdf_ref to_unicode =
        pdf_stream_new(pdf, g_bytes_ref(data->to_unicode), PDF_FILTER_PACKED);
    g_autofree char *base = face->cff ? g_strconcat(name, "-Identity-H", NULL) : g_strdup(name);
    GString *out = pdf_dict_body(pdf, object);
    pdf_put(out, "/Type/Font/Subtype/Type0/BaseFont");
    pdf_put_name(out, base);
    pdf_put_format(out, "/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
                   descendant.number, to_unicode.number);
}
