/*
 * Each attachment belongs to the whole document, which says in what way (ISO 19005-4 6.9 and
 * ISO 14289-2 8.14 want that, and a description). Readers find it by name in a tree that is sorted
 * by bytes.
 */
#include "paint/pdf/attach.h"

#include "base/clock.h"
#include "paint/painter.h"
#include "paint/pdf/value.h"

static struct pdf_ref write_bytes(struct pdf *pdf, const struct attachment *attachment)
{
    struct pdf_ref stream = pdf_stream_new(pdf, g_bytes_ref(attachment->bytes), PDF_FILTER_DEFLATE);
    struct pdf_ref facts = pdf_dict_new(pdf);
    g_autoptr(GDateTime) date = clock_told();
    g_autofree char *day = date ? g_date_time_format(date, "/ModDate(D:%Y%m%d%H%M%SZ)") : NULL;
    pdf_put_format(pdf_dict_body(pdf, facts), "/Size %zu%s", g_bytes_get_size(attachment->bytes),
                   day ? day : "");
    pdf_set_name(pdf, stream, "Type", "EmbeddedFile");
    pdf_set_name(pdf, stream, "Subtype", attachment->type);
    pdf_set_ref(pdf, stream, "Params", facts);
    return stream;
}

/* What is known of the file. */
static struct pdf_ref write_file(struct pdf *pdf, const struct attachment *attachment)
{
    struct pdf_ref stream = write_bytes(pdf, attachment), file = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, file);
    pdf_put(out, "/Type/Filespec/F");
    pdf_put_text(pdf, out, attachment->name);
    pdf_put(out, "/UF");
    pdf_put_text(pdf, out, attachment->name);
    pdf_put(out, "/Desc");
    pdf_put_text(pdf, out, attachment->description);
    pdf_put_format(out, "/AFRelationship/%s/EF<</F %u 0 R/UF %u 0 R>>",
                   attachment->source ? "Source" : "Alternative", stream.number, stream.number);
    return file;
}

void pdf_attach(struct pdf *pdf, const GPtrArray *attachments)
{
    struct pdf_ref names = pdf_dict_new(pdf);
    g_autoptr(GString) tree = g_string_new("/EmbeddedFiles<</Names[");
    for (guint i = 0; i < attachments->len; i++) {
        const struct attachment *attachment = attachments->pdata[i];
        struct pdf_ref file = write_file(pdf, attachment);
        pdf_put_text(pdf, tree, attachment->name);
        pdf_put_format(tree, "%u 0 R", file.number);
        pdf_add_ref(pdf, pdf_catalog(pdf), "AF", file);
    }
    g_string_append(tree, "]>>");
    g_string_append_len(pdf_dict_body(pdf, names), tree->str, (gssize)tree->len);
    pdf_set_ref(pdf, pdf_catalog(pdf), "Names", names);
}
