/*
 * Words in HTML: their look, their line ends, and the facts among them that read by themselves.
 */
#include "export/html_words.h"

#include "base/direction.h"
#include "base/signs.h"
#include "base/words.h"
#include "content/isolate.h"

/* Line ends that the author wants; the blank before each is for those who have none. */
static void add_text(struct xml *xml, const char *text, bool as_written)
{
    g_auto(GStrv) lines = g_strsplit(text, LINE_SEPARATOR_TEXT, -1);
    for (char **line = lines; *line; line++) {
        if (line[1])
            g_strchomp(*line);
        xml_text(xml, words_drop_soft_hyphens(*line));
        if (line[1] && as_written)
            xml_text(xml, "\n");
        else if (line[1])
            xml_element(xml, "br", "");
    }
}

/* A fact that reads by itself, whatever the words about it do. */
static void add_isolated(struct xml *xml, const char *text, bool as_written)
{
    xml_open(xml, "bdi");
    xml_attribute(xml, "dir", direction_of(text) == DIRECTION_RTL ? "rtl" : "ltr");
    add_text(xml, text, as_written);
    xml_close(xml, "bdi");
}

/* Words, the facts in them isolated. */
static void add_text_with_facts(struct xml *xml, const struct step *step, const char *document_lang)
{
    const struct span *span = step->span;
    const char *lang = element_lang(span->element), *text = span->text;
    bool as_written = step->block->kind == BLOCK_CODE;
    g_autoptr(GArray) facts = isolate_find(text, lang ? lang : document_lang);
    size_t at = 0;
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        g_autofree char *before = g_strndup(text + at, fact.start - at);
        g_autofree char *words = g_strndup(text + fact.start, fact.end - fact.start);
        add_text(xml, before, as_written);
        add_isolated(xml, words, as_written);
        at = fact.end;
    }
    add_text(xml, text + at, as_written);
}

/* Where all letters read from left to right, facts do so, too. */
static void add_span_text(struct xml *xml, const struct step *step, const char *lang, bool rtl)
{
    const struct span *span = step->span;
    bool as_written = step->block->kind == BLOCK_CODE;
    if (!rtl && !direction_has_rtl(span->text))
        add_text(xml, span->text, as_written);
    else if (span->isolated)
        add_isolated(xml, span->text, as_written);
    else
        add_text_with_facts(xml, step, lang);
}

void html_add_words(struct xml *xml, const struct step *step, const char *lang, bool rtl)
{
    const struct span *span = step->span;
    if (span->address) /* a link can be followed here */
        return;
    const char *const looks[] = {span->strong ? "strong" : NULL, span->strike ? "del" : NULL,
                                 span->raise > 0   ? "sup"
                                 : span->raise < 0 ? "sub"
                                                   : NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(looks); i++)
        if (looks[i])
            xml_open(xml, looks[i]);
    add_span_text(xml, step, lang, rtl);
    for (size_t i = G_N_ELEMENTS(looks); i > 0; i--)
        if (looks[i - 1])
            xml_close(xml, looks[i - 1]);
}
