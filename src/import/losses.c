/*
 * What a document holds that pandoc is known to lose, or to decide: it is said of the draft.
 */
#include "base/pattern.h"
#include "import/parts.h"
#include "import/zip.h"

#include <string.h>

#define WHY_TABS                                                                                   \
    "words lined up with tabs are parted by blanks alone now: make lists or tables of them"

#define WHY_FIELDS "what fields say that are filled in, as dates and sums, is missing: put it back"
#define WHY_BOXES  "the words of text boxes are missing: put them back"
#define WHY_COUNTS "where numbered lists begin and go on is not known: check their numbers"
#define WHY_HEADS  "the heads of the pages are missing: put back what they say"
#define WHY_FEET   "the feet of the pages are missing: put back what they say"
#define WHY_REPEATED                                                                               \
    "cells that are alike, side by side, stand once, so that others have moved: check each table"
#define WHY_FIGURES                                                                                \
    "numbers of the document are missing here: read all of it over against the document"
#define WHY_PICTURES_GONE "pictures are missing that the document does not hold: put them back"
#define WHY_HIDDEN        "hidden words may be text now, or be gone: look for them"
#define WHY_JOINED        "joined cells are parted: check which of them is whose"

enum where { IN_BYTES, IN_HTML, IN_WORD, IN_ODF, IN_PAGES };

/* What pandoc is known to lose, or decides, of a kind of document where it holds certain bytes: in
 * itself, in what was made of it, or in its main part. */
static const struct {
    const char *ending, *bytes;
    enum where where;
    const char *doubt;
} losses[] = {
    {".docx", "<w:ins ", IN_WORD, "tracked changes: what was put in is text now, read all of it"},
    {".docx", "<w:del ", IN_WORD, "tracked changes: what was taken out is gone, read all of it"},
    {".docx", "<w:txbxContent", IN_WORD, WHY_BOXES},
    {".docx", "<w:commentReference", IN_WORD, "comments are missing: read them in the document"},
    {".docx", "<w:vanish", IN_WORD, "hidden words are text now: find them and take them out"},
    {".docx", "<w:highlight", IN_WORD, "marked words: if that means something, say it in words"},
    {".docx", "<w:color w:val=\"FF", IN_WORD,
     "words in a colour: if it means something, say that in words"},
    {".docx", "<w:tab/>", IN_WORD, WHY_TABS},
    {".odt", "<text:tab/", IN_ODF, WHY_TABS},
    {".rtf", "\\tab ", IN_BYTES, WHY_TABS},
    {".docx", "<w:dstrike", IN_WORD,
     "words struck out twice are text now: find them and strike them"},
    {".docx", "<w:position ", IN_WORD,
     "words raised or lowered by hand stand on the line now: 10⁸ may read 108"},
    {".docx", "<w:sym ", IN_WORD,
     "signs of symbol fonts, ticks and arrows, are missing: put them back"},
    {".docx", "<w:fldSimple ", IN_WORD,
     "what fields say that Word fills in, as dates, is missing: put it back"},
    {".docx", "<wps:wsp", IN_WORD, "drawings: only pictures come along, look for others"},
    {".docx", "word/header", IN_BYTES, WHY_HEADS},
    {".docx", "word/footer", IN_BYTES, WHY_FEET},
    {".odt", "<table", IN_HTML,
     "the tables of an .odt file: rows that name their columns are missing, put them back"},
    {".odt", "<text:tracked-changes", IN_ODF, "tracked changes were accepted: read all of it"},
    {".odt", "<draw:text-box", IN_ODF, WHY_BOXES},
    {".odt", "<text:date", IN_ODF, WHY_FIELDS},
    {".odt", "<text:time", IN_ODF, WHY_FIELDS},
    {".odt", "<text:variable-", IN_ODF, WHY_FIELDS},
    {".odt", "<text:expression", IN_ODF, WHY_FIELDS},
    {".odt", "<text:user-field", IN_ODF, WHY_FIELDS},
    {".odt", "<text:placeholder", IN_ODF, WHY_FIELDS},
    {".odt", "<text:conditional-text", IN_ODF, WHY_FIELDS},
    {".odt", "<text:hidden-text", IN_ODF, WHY_FIELDS},
    {".odt", "<text:database-", IN_ODF, WHY_FIELDS},
    {".odt", "<text:page-", IN_ODF, WHY_FIELDS},
    {".odt", "<text:ruby", IN_ODF,
     "words with others above them (ruby) are missing: put them back"},
    {".odt", "<text:numbered-paragraph", IN_ODF, "numbered paragraphs are missing: put them back"},
    {".odt", "text:start-value=\"", IN_ODF, WHY_COUNTS},
    {".odt", "text:continue-", IN_ODF, WHY_COUNTS},
    {".odt", "text:display=\"none", IN_ODF, WHY_HIDDEN},
    {".odt", "-spanned=\"", IN_ODF, WHY_JOINED},
    {".odt", "<office:annotation", IN_ODF, "comments are missing: read them in the document"},
    {".epub", "class=\"footnotes", IN_HTML,
     "the footnotes of an .epub file: the numbers that refer to them are missing, put them back"},
    {".epub", "<li value=", IN_PAGES, WHY_COUNTS},
    {".epub", "<ol reversed", IN_PAGES, WHY_COUNTS},
    {".epub", " hidden", IN_PAGES, WHY_HIDDEN},
    {".epub", "display:none", IN_PAGES, WHY_HIDDEN},
    {".epub", "display: none", IN_PAGES, WHY_HIDDEN},
    {".epub", "color:", IN_PAGES, "words in a colour: if it means something, say that in words"},
    {".epub", "<figure", IN_PAGES,
     "pictures with a caption: what is said for those who cannot see them is missing"},
    {".rtf", "\\footnote", IN_BYTES,
     "the footnotes of an .rtf file are missing: put them back, or save it as .docx"},
    {".rtf", "\\deleted", IN_BYTES,
     "tracked changes: what was taken out is struck now, take it out"},
    {".rtf", "\\shptxt", IN_BYTES, WHY_BOXES},
    {".rtf", "{\\header", IN_BYTES, WHY_HEADS},
    {".rtf", "{\\footer", IN_BYTES, WHY_FEET},
    {".rtf", "\\fldinst", IN_BYTES, WHY_FIELDS},
    {".rtf", "\\clmgf", IN_BYTES, WHY_JOINED},
    {".rtf", "\\clvmgf", IN_BYTES, WHY_JOINED},
    {".rtf", "\\listtext", IN_BYTES, "lists have lost their numbers: put them back"},
    {".rtf", "\\v ", IN_BYTES, "hidden words are missing: look for them"},
    {".rtf", " Symbol;", IN_BYTES,
     "signs of symbol fonts may be others now, as £ for ≤: check each"},
    {".rtf", " Wingdings", IN_BYTES,
     "ticks and signs of symbol fonts may be letters now: check each"},
    {".rtf", "\\red255\\green0\\blue0;", IN_BYTES,
     "words may stand in red: if it means something, say that in words"},
    {".rtf", "\\annotation", IN_BYTES, "comments are missing: read them in the document"},
};

static bool holds(GBytes *bytes, const char *sought)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    return data && memmem(data, size, sought, strlen(sought));
}

/* The bytes as text; NULL: there are none, so that it is empty. Owned by the caller. */
static char *text_of(GBytes *bytes)
{
    gsize size = 0;
    const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    return g_strndup(data ? data : "", size);
}

static unsigned count(const char *text, const char *sought)
{
    unsigned n = 0;
    while (text && (text = strstr(text, sought))) {
        text += strlen(sought);
        n++;
    }
    return n;
}

/* Pictures that a document of Word only names, at an address or in another file. */
static bool lacks_pictures(const char *word, const char *page)
{
    return word && count(word, "<pic:pic>") + count(word, "<pic:pic ") > count(page, "<img");
}

/* Of cells or rows that are alike, an .odt file has one with their number. */
static bool repeats_cells(const char *odf)
{
    static struct pattern repeated = PATTERN("<table:(?:covered-)?table-cell[^>]*columns-repeated=|"
                                             "<table:table-row[^>]*rows-repeated=");
    struct range found;
    return odf && pattern_find(&repeated, odf, 0, &found);
}

static void add_doubt(GPtrArray *doubts, const char *doubt)
{
    if (!g_ptr_array_find(doubts, doubt, NULL))
        g_ptr_array_add(doubts, (gpointer)doubt);
}

/* The heads and feet of pages in the part of an .odt file that holds its styles; lent by it; NULL:
 * none. */
static const char *find_masters(const char *styles)
{
    return styles ? strstr(styles, "<office:master-styles") : NULL;
}

/* Whether the kind of loss, by its place in the table, may be in the document. */
static bool may_be_lost(size_t i, GBytes *document, GBytes *html, const char *part)
{
    return losses[i].where == IN_HTML    ? holds(html, losses[i].bytes)
           : losses[i].where == IN_BYTES ? holds(document, losses[i].bytes)
                                         : part && strstr(part, losses[i].bytes);
}

void import_find_losses(const char *path, GBytes *document, GBytes *html, struct losses *found)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    g_autofree char *word = zip_text(document, "word/document.xml");
    g_autofree char *odf = zip_text(document, "content.xml");
    g_autofree char *styles = zip_text(document, "styles.xml");
    g_autofree char *beside = word ? zip_beside(document) : NULL;
    g_autofree char *pages = g_str_has_suffix(lower, ".epub") ? zip_pages(document) : NULL;
    for (size_t i = 0; html && i < G_N_ELEMENTS(losses); i++) {
        const char *part = losses[i].where == IN_WORD  ? word
                           : losses[i].where == IN_ODF ? odf
                                                       : pages;
        if (g_str_has_suffix(lower, losses[i].ending) && may_be_lost(i, document, html, part))
            add_doubt(found->doubts, losses[i].doubt);
    }
    g_autofree char *page = text_of(html);
    if (html && lacks_pictures(word, page))
        add_doubt(found->doubts, WHY_PICTURES_GONE);
    if (html && repeats_cells(odf))
        add_doubt(found->doubts, WHY_REPEATED);
    g_autofree char *rtf = g_str_has_suffix(lower, ".rtf") ? text_of(document) : NULL;
    g_autofree char *words = rtf ? rtf_words(rtf) : NULL;
    struct main_part part = {.word = word, .markup = pages ? pages : odf, .words = words};
    if (html && import_find_missing(part, page, found->missing))
        add_doubt(found->doubts, WHY_FIGURES);
    if (html)
        import_find_beside(beside, odf ? find_masters(styles) : NULL, page, found->beside);
    if (html && rtf)
        rtf_find_places(rtf, found->missing, found->beside);
}
