/*
 * A handout as one page: a band that says whose it is and how to call, the title, the article, and
 * at the foot how to reach the clinic. Its look stands in web/handout.css, its colours come from
 * the clinic's accent.
 */
#include "export/html.h"
#include "export/html_facts.h"
#include "export/html_forms.h"
#include "export/html_language.h"
#include "export/html_motif.h"
#include "export/html_page.h"
#include "export/html_reach.h"
#include "export/html_style.h"
#include "export/html_telephone.h"
#include "export/writer.h"

/* What stands beside the title. */
static bool is_head(const struct block *block)
{
    return block->kind == BLOCK_TEXT &&
           (block->text_kind == TEXT_TITLE || block->text_kind == TEXT_SUMMARY);
}

/* What the band at the top and the foot of the page say. */
static bool is_around(const struct block *block)
{
    return block->part == PART_CONTACT ||
           (block->kind == BLOCK_TEXT && block->text_kind == TEXT_CLINIC);
}

/* The blocks of the head, or all others of the article; the array is the caller's. */
static GPtrArray *choose(const struct document *document, bool head)
{
    g_autoptr(GPtrArray) all = document_blocks(document, PART_ALL);
    GPtrArray *chosen = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++)
        if (is_head(all->pdata[i]) == head && !is_around(all->pdata[i]))
            g_ptr_array_add(chosen, all->pdata[i]);
    return chosen;
}

static void add_band(struct xml *page, const struct document *document)
{
    html_page_open_band(page, document->clinic_name);
    html_add_telephone(page, document, "telephone");
    html_page_close(page, "header");
}

static void add_formats(struct xml *page, const struct writing *writing)
{
    const struct document *document = writing->document;
    xml_open(page, "section");
    xml_attribute(page, "class", "side");
    xml_attribute(page, "aria-labelledby", "formats");
    xml_break(page);
    xml_open(page, "h2");
    xml_attribute(page, "id", "formats");
    xml_text(page, labels_get(document->labels, LABEL_OTHER_FORMATS));
    html_page_close(page, "h2");
    html_add_forms(page, writing->forms, document->title);
    html_page_close(page, "section");
}

static bool has_formats(const struct writing *writing)
{
    return writing->forms && writing->forms->len > 0;
}

/* Ahead of the article: its languages, and where one column is all that there is room for, a link
 * to its forms, which stand behind it. Beside it where there is room. */
static void add_ways(struct xml *page, const struct writing *writing)
{
    const struct document *document = writing->document;
    if (writing->languages && writing->languages->len > 1) {
        html_page_open(page, "div", "side langs");
        html_add_languages(page, writing->languages, document->lang, document->labels);
        html_page_close(page, "div");
    }
    if (!has_formats(writing))
        return;
    xml_open(page, "p");
    xml_attribute(page, "class", "jump");
    xml_open(page, "a");
    xml_attribute(page, "href", "#formats");
    xml_text(page, labels_get(document->labels, LABEL_OTHER_FORMATS));
    xml_close(page, "a");
    html_page_close(page, "p");
}

static void add_main(struct xml *page, const struct html_page *about, const struct writing *writing,
                     const struct html_setting *setting)
{
    g_autoptr(GPtrArray) head = choose(writing->document, true);
    g_autoptr(GPtrArray) rest = choose(writing->document, false);
    html_page_open_main(page, about);
    html_page_open(page, "div", "storey");
    html_page_open(page, "div", "head");
    html_write_blocks(page, writing->document, head, setting);
    html_page_close(page, "div");
    html_add_motif(page, writing->style->plain ? ART_NONE : writing->document->art);
    html_page_close(page, "div");
    add_ways(page, writing);
    html_page_open(page, "article", NULL);
    html_write_article(page, writing->document, rest, setting);
    html_page_close(page, "article");
    if (has_formats(writing))
        add_formats(page, writing);
    html_page_close(page, "main");
}

static char *write_handout(const struct writing *writing)
{
    const struct document *document = writing->document;
    const struct html_setting setting = {
        .handout = true, .find_picture = writing->find_picture, .user = writing->user};
    g_autofree char *style = html_style(writing->style);
    g_autofree char *facts = html_facts(document);
    const struct html_page about = {.title = document->title,
                                    .lang = document->lang,
                                    .rtl = document->rtl,
                                    .sample = document->sample,
                                    .style = style,
                                    .facts = facts,
                                    .skip = labels_get(document->labels, LABEL_SKIP_LINK),
                                    .sealed = true};
    struct xml *page = html_page_new(&about);
    html_page_open(page, "div", "page");
    add_band(page, document);
    add_main(page, &about, writing, &setting);
    html_add_contact(page, document, &setting);
    html_page_close(page, "div");
    return html_page_finish(page);
}

const struct writer writer_html = {
    .name = "html",
    .suffix = "html",
    .write = write_handout,
};
