/*
 * Nothing is said that the page does not say.
 */
#include "export/html_facts.h"

#include "base/json.h"
#include "base/signs.h"
#include "document/contact.h"

/* The words of a fact behind its label, in one line, owned by the caller; NULL: it is not given. */
static char *value_of(const struct document *document, enum fact_kind kind)
{
    const struct block *block = contact_fact(document, kind);
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; block && i < block->spans->len; i++) {
        const struct span *span = block->spans->pdata[i];
        if (i > 0 || block->spans->len == 1)
            g_string_append(words, span->text);
    }
    g_string_replace(words, HARD_BREAK_TEXT, ", ", 0);
    g_string_replace(words, LINE_SEPARATOR_TEXT, "", 0); /* behind the label */
    char *value = g_strstrip(g_strdup(words->str));
    if (!block || !*value)
        g_clear_pointer(&value, g_free);
    return value;
}

static void add_fact(JsonBuilder *builder, const char *name, const struct document *document,
                     enum fact_kind kind)
{
    g_autofree char *value = value_of(document, kind);
    json_text(builder, name, value);
}

static void add_clinic(JsonBuilder *builder, const struct document *document)
{
    json_open_object(builder, "publisher");
    json_text(builder, "@type", "MedicalClinic");
    json_text(builder, "name", document->clinic_name);
    json_text(builder, "telephone", contact_telephone(document));
    add_fact(builder, "email", document, FACT_EMAIL);
    add_fact(builder, "url", document, FACT_WEBSITE);
    add_fact(builder, "address", document, FACT_ADDRESS);
    json_close_object(builder);
}

char *html_facts(const struct document *document)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_text(builder, "@context", "https://schema.org");
    json_text(builder, "@type", "MedicalWebPage");
    json_text(builder, "name", document->title);
    json_text(builder, "description", document->subject);
    json_text(builder, "inLanguage", document->lang);
    add_clinic(builder, document);
    json_close_object(builder);
    g_autofree char *json = json_finish(builder);
    GString *safe = g_string_new(json);
    g_string_replace(safe, "<", "\\u003c", 0); /* a title must not end the element */
    return g_string_free(safe, FALSE);
}
