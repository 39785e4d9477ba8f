/*
 * Words in HTML: their look, their line ends, and the facts among them that read by themselves.
 */
#include "export/html_words.h"

#include "base/direction.h"
#include "base/pattern.h"
#include "base/signs.h"
#include "base/words.h"
#include "content/address.h"
#include "content/amounts.h"
#include "content/isolate.h"

#include <string.h>

/* The longest words that the smallest window has room for in one line, whatever the size of
 * letters. [bytes] */
enum { LONGEST_KEPT = 24 };

/* What is marked: facts stay in one piece, addresses are parted where paper parts them. */
enum { MARK_KEPT = 1, MARK_ADDRESS };

static void mark_bytes(size_t start, size_t end, void *marks)
{
    if (end - start <= LONGEST_KEPT)
        memset((char *)marks + start, MARK_KEPT, end - start);
}

/* "08:30-12:00", "10–14": browsers part figures behind a hyphen, where the paper's lines do not. */
static struct pattern joined_figures =
    PATTERN("\\p{Nd}[\\p{Nd}:.,/]*(?:[-\u2010-\u2015]\\p{Nd}[\\p{Nd}:.,/]*)+");

static void mark_joined_figures(const char *line, char *marks)
{
    struct range found;
    for (size_t at = 0; pattern_find(&joined_figures, line, at, &found); at = found.end)
        mark_bytes(found.start, found.end, marks);
}

static void mark_addresses(const char *line, char *marks)
{
    struct range found;
    for (size_t at = 0; address_find(line, at, &found); at = found.end)
        memset(marks + found.start, MARK_ADDRESS, found.end - found.start);
}

/* How many bytes from the first on are marked as it is. */
static size_t alike(const char *marks, size_t length)
{
    size_t n = 1;
    while (n < length && marks[n] == marks[0])
        n++;
    return n;
}

/* True where browsers may part it: behind a blank, a hyphen, a slash, between letters of Han. Our
 * letters, figures, what stands between figures and lines to write on are kept together by all. */
static bool may_part(const char *words)
{
    while (g_ascii_isalnum(*words) || (*words && strchr(".,:%_", *words)))
        words++;
    return *words != '\0';
}

static void add_kept(struct html *html, const char *words)
{
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "class", "nb");
    xml_text(html->xml, words);
    xml_close(html->xml, "span");
}

/* What is too long for one line: joined figures in it still stay in one piece. */
static void add_long(struct html *html, const char *words)
{
    size_t at = 0;
    struct range found;
    for (; pattern_find(&joined_figures, words, at, &found); at = found.end) {
        g_autofree char *before = g_strndup(words + at, found.start - at);
        g_autofree char *figures = g_strndup(words + found.start, found.end - found.start);
        xml_text(html->xml, before);
        if (strlen(figures) <= LONGEST_KEPT)
            add_kept(html, figures);
        else
            xml_text(html->xml, figures);
    }
    xml_text(html->xml, words + at);
}

/* Behind the signs that part it, as on paper; browsers know the hyphen alone. */
static void add_address(struct html *html, const char *address)
{
    const char *signs = "@./-";
    for (size_t n; *address; address += n) {
        n = strcspn(address, signs);
        n += strspn(address + n, signs);
        g_autofree char *part = g_strndup(address, n);
        xml_text(html->xml, part);
        if (address[n])
            xml_element(html->xml, "wbr", "");
    }
}

/* A line's text. What is marked stays in one piece where it is short: facts may overlap, and become
 * longer than any of them. */
static void add_line(struct html *html, const char *line)
{
    const struct labels *labels = html->document->labels;
    size_t length = strlen(line);
    g_autofree char *marks = g_malloc0(length + 1);
    if (html->setting->handout || html->setting->whole_facts) {
        facts_find(line, labels_list(labels, LABELS_ABBREVIATIONS), mark_bytes, marks);
        amounts_find(line, labels, mark_bytes, marks);
        mark_joined_figures(line, marks);
        mark_addresses(line, marks);
    }
    for (size_t at = 0, n; at < length; at += n) {
        n = alike(marks + at, length - at);
        g_autofree char *words = g_strndup(line + at, n);
        if (marks[at] == MARK_ADDRESS)
            add_address(html, words);
        else if (marks[at] && n > LONGEST_KEPT)
            add_long(html, words);
        else if (marks[at] && may_part(words))
            add_kept(html, words);
        else
            xml_text(html->xml, words);
    }
}

/* Line ends that the author wants; the blank before each is for those who have none. */
static void add_text(struct html *html, const char *text, bool as_written)
{
    g_auto(GStrv) lines = g_strsplit(text, LINE_SEPARATOR_TEXT, -1);
    for (char **line = lines; *line; line++) {
        if (line[1])
            g_strchomp(*line);
        if (as_written)
            xml_text(html->xml, words_drop_soft_hyphens(*line));
        else
            add_line(html, words_drop_soft_hyphens(*line));
        if (line[1] && as_written)
            xml_text(html->xml, "\n");
        else if (line[1])
            xml_element(html->xml, "br", "");
    }
}

/* Of a cell: a bracket behind a short value stands below it, in small letters, so that values stand
 * in one line; as paper has it (layout/profile.c). */
static void add_cell_text(struct html *html, const char *text)
{
    enum { VALUE_MOST = 24, BRACKET_MOST = 40 }; /* [letters] */
    gsize bracket = words_final_bracket(text, VALUE_MOST, BRACKET_MOST);
    g_autofree char *value = g_strndup(text, bracket);
    add_text(html, value, false);
    if (bracket > 0)
        xml_open(html->xml, "small");
    add_text(html, text + bracket, false);
    if (bracket > 0)
        xml_close(html->xml, "small");
}

/* A fact that reads by itself, whatever the words about it do. */
static void add_isolated(struct html *html, const char *text, bool as_written)
{
    xml_open(html->xml, "bdi");
    xml_attribute(html->xml, "dir", direction_of(text) == DIRECTION_RTL ? "rtl" : "ltr");
    add_text(html, text, as_written);
    xml_close(html->xml, "bdi");
}

/* Words, the facts in them isolated. */
static void add_text_with_facts(struct html *html, const struct step *step)
{
    const struct span *span = step->span;
    const char *lang = element_lang(span->element), *text = span->text;
    bool as_written = step->block->kind == BLOCK_CODE;
    g_autoptr(GArray) facts = isolate_find(text, lang ? lang : html->document->lang);
    size_t at = 0;
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        g_autofree char *before = g_strndup(text + at, fact.start - at);
        g_autofree char *words = g_strndup(text + fact.start, fact.end - fact.start);
        add_text(html, before, as_written);
        add_isolated(html, words, as_written);
        at = fact.end;
    }
    add_text(html, text + at, as_written);
}

/* Where all letters read from left to right, facts do so, too. */
static void add_span_text(struct html *html, const struct step *step)
{
    const struct span *span = step->span;
    bool as_written = step->block->kind == BLOCK_CODE;
    const struct level *level = html_innermost(html);
    if (!level->rtl && !direction_has_rtl(span->text) && level->cell && html->setting->handout)
        add_cell_text(html, span->text);
    else if (!level->rtl && !direction_has_rtl(span->text))
        add_text(html, span->text, as_written);
    else if (span->isolated)
        add_isolated(html, span->text, as_written);
    else
        add_text_with_facts(html, step);
}

void html_add_words(struct html *html, const struct step *step)
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
            xml_open(html->xml, looks[i]);
    add_span_text(html, step);
    for (size_t i = G_N_ELEMENTS(looks); i > 0; i--)
        if (looks[i - 1])
            xml_close(html->xml, looks[i - 1]);
}
