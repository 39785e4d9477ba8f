/*
 * What a document holds that pandoc is known to lose, or to decide: it is said of the draft.
 */
#include "base/pattern.h"
#include "import/parts.h"
#include "import/zip.h"

#include <string.h>

#define WHY_TABS                                                                                   \
    "words lined up with tabs are parted by blanks alone now: make lists or tables of them"

#define WHY_FIELDS "what a field says that is filled in, as a date or a sum: check it"
#define WHY_FILL   "a field to fill in: it is a line to write on, or what it says last"
#define WHY_DRAWN  "a line drawn across the page: it is one to write on now, or take it out"
#define WHY_CHOICE "a field to choose from: what it says last, of all its choices"
#define WHY_BOX    "the words of a text box stand below this: check where they belong"
#define WHY_COUNTS "where numbered lists begin and go on is not known: check their numbers"
#define WHY_HEADS  "the heads of the pages are missing: put back what they say"
#define WHY_FEET   "the feet of the pages are missing: put back what they say"
#define WHY_REPEATED                                                                               \
    "cells that are alike, side by side, stand once, so that others have moved: check each table"
#define WHY_NOTES                                                                                  \
    "footnotes in tables of an .rtf file are missing: put them back, or save it as .docx"
#define WHY_FIGURES                                                                                \
    "numbers of the document are missing here: read all of it over against the document"
#define WHY_PICTURES_GONE "pictures are missing that the document does not hold: put them back"
#define WHY_HIDDEN        "hidden words may be text now, or be gone: look for them"
#define WHY_OBJECTS                                                                                \
    "formulas, charts, diagrams and sheets of other programs are missing: put them back"
#define WHY_TOUCHING                                                                               \
    "words that a tab or the end of a line parted may touch now, as 1 and 0 in 10: part them"
#define WHY_STRUCK  "struck words may be text now: find them and strike them"
#define WHY_BOLD    "paragraphs that are bold as a whole may be plain now: look for them"
#define WHY_COUNTED "headings have lost their numbers: check what refers to them"
#define WHY_NUMBERS                                                                                \
    "numbers of lists that are more than a number, as Step 2 and 1.2, may be that alone now: "     \
    "check what refers to them"
#define WHY_QUOTES                                                                                 \
    "indented paragraphs are quotations now: check which are, and which go with what is above "    \
    "them"
#define WHY_SPREAD "joined cells: what they say stands in each place now, check whose it is"
#define WHY_JOINED "joined cells are parted: check which of them is whose"

/* What a colour begins with that has more of one light than of the others: #cc2200. */
#define NOT_GREY "(?!([0-9A-Fa-f]{2})\\g{-1}{2})(?=[0-9A-Fa-f]{6})"

/* Finds of one kind that are looked at: each is a search through the part. */
#define FINDS_MOST 200

enum where { IN_BYTES, IN_RTF, IN_HTML, IN_WORD, IN_ODF, IN_STYLES, WHERE_COUNT };

/* What pandoc is known to lose, or decides, of a kind of document where it holds certain bytes: in
 * itself, in what was made of it, or in one of its parts. */
static const struct {
    const char *ending, *bytes;
    enum where where;
    const char *doubt;
} losses[] = {
    {".docx", "<w:ins ", IN_WORD, "tracked changes: what was put in is text now, read all of it"},
    {".docx", "<w:del ", IN_WORD, "tracked changes: what was taken out is gone, read all of it"},
    {".docx", "<w:moveFrom ", IN_WORD,
     "tracked changes: what was moved stands where it went, read all of it"},
    {".docx", "<w:txbxContent", IN_WORD, WHY_BOX},
    {".docx", "<w:formula/>", IN_WORD, "a formula, in one line now: check it"},
    {".docx", "<w:uncounted/>", IN_WORD, WHY_COUNTED},
    {".docx", "<w:composed/>", IN_WORD, WHY_NUMBERS},
    {".docx", "<w:drawn/>", IN_WORD, WHY_DRAWN},
    {".odt", "<text:drawn/>", IN_ODF, WHY_DRAWN},
    {".odt", "<text:drop-down", IN_ODF, WHY_CHOICE},
    {".docx", "<w:textInput", IN_WORD, WHY_FILL},
    {".docx", "<w:showingPlcHdr", IN_WORD, WHY_FILL},
    {".docx", "<w:ddList", IN_WORD, WHY_CHOICE},
    {".docx", "<w:listItem ", IN_WORD, WHY_CHOICE},
    {".docx", "word/charts/", IN_BYTES, WHY_OBJECTS},
    {".docx", "word/diagrams/", IN_BYTES, WHY_OBJECTS},
    {".docx", "word/embeddings/", IN_BYTES, WHY_OBJECTS},
    {".docx", "<w:commentReference", IN_WORD, "comments are missing: read them in the document"},
    {".docx", "<w:highlight", IN_WORD, "marked words: if that means something, say it in words"},
    {".docx", "<w:tab/>", IN_WORD, WHY_TABS},
    {".docx", "<w:ptab", IN_WORD, WHY_TOUCHING},
    {".docx", "<w:cr/>", IN_WORD, WHY_TOUCHING},
    {".odt", "<text:tab/", IN_ODF, WHY_TABS},
    {".rtf", "\\tab ", IN_RTF, WHY_TABS},
    {".docx", "<w:sym ", IN_WORD,
     "signs of symbol fonts, ticks and arrows, are missing: put them back"},
    {".docx", "<w:fldSimple ", IN_WORD, WHY_FIELDS},
    {".docx", "<wps:wsp", IN_WORD, "drawings: only pictures come along, look for others"},
    {".docx", "word/header", IN_BYTES, WHY_HEADS},
    {".docx", "word/footer", IN_BYTES, WHY_FEET},
    {".docx", "<blockquote", IN_HTML, WHY_QUOTES},
    {".odt", "<blockquote", IN_HTML, WHY_QUOTES},
    {".rtf", "<blockquote", IN_HTML, WHY_QUOTES},
    {".odt", "<text:tracked-changes", IN_ODF, "tracked changes were accepted: read all of it"},
    {".odt", "<draw:text-box", IN_ODF, WHY_BOX},
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
    {".odt", "table:visibility=\"", IN_ODF, WHY_HIDDEN},
    {".odt", "-spanned=\"", IN_ODF, WHY_SPREAD},
    {".odt", "<office:annotation", IN_ODF, "comments are missing: read them in the document"},
    {".rtf", "\\mmath", IN_RTF, WHY_OBJECTS},
    {".rtf", "\\upr", IN_RTF, "words of other scripts may be others now: read them over"},
    {".rtf", "\\deleted", IN_RTF, "tracked changes: what was taken out is struck now, take it out"},
    {".rtf", "\\shptxt", IN_RTF, WHY_BOX},
    {".rtf", "{\\header", IN_BYTES, WHY_HEADS},
    {".rtf", "{\\footer", IN_BYTES, WHY_FEET},
    {".rtf", "\\fldinst", IN_RTF, WHY_FIELDS},
    {".rtf", "\\clmgf", IN_RTF, WHY_JOINED},
    {".rtf", "\\clvmgf", IN_RTF, WHY_JOINED},
    {".rtf", "\\v ", IN_RTF, "hidden words are missing: look for them"},
    {".rtf", "\\red255\\green0\\blue0;", IN_BYTES,
     "words may stand in red: if it means something, say that in words"},
    {".rtf", "\\annotation", IN_RTF, "comments are missing: read them in the document"},
};

/* The same where one set of bytes does not tell, as what is switched off is there as well. Colours
 * are those that no grey is; a byte right behind a \u is for programs that do not read that. */
static struct {
    const char *ending;
    struct pattern form;
    enum where where;
    const char *doubt;
} forms[] = {
    {".docx", PATTERN("<w:vanish(?! w:val=\"(?:0|false|off)\")"), IN_WORD,
     "hidden words are text now: find them and take them out"},
    {".docx", PATTERN("<w:vanish(?! w:val=\"(?:0|false|off)\")"), IN_STYLES,
     "hidden words are text now: find them and take them out"},
    {".docx",
     PATTERN("(?s)<w:style [^>]*w:type=\"paragraph\"(?:(?!</w:style>).)*"
             "<w:d?strike(?! w:val=\"(?:0|false|off)\")"),
     IN_STYLES, WHY_STRUCK},
    {".docx", PATTERN("<w:position w:val=\"(?!0\")"), IN_WORD,
     "words raised or lowered by hand stand on the line now: 10⁸ may read 108"},
    {".docx", PATTERN("<w:color w:val=\"" NOT_GREY "(?!1155CC|1155cc|0563C1)" /* links */), IN_WORD,
     WHY_COLOUR},
    {".docx", PATTERN("<w:shd [^>]*w:fill=\"" NOT_GREY), IN_WORD, WHY_COLOUR},
    {".docx", PATTERN("<w:instrText[^>]*>\\s*(?:EQ|SYMBOL)\\b"), IN_WORD,
     "fractions and signs that fields draw are missing: put them back"},
    {".docx", PATTERN("<w:gridBefore w:val=\"(?!0\")"), IN_WORD,
     "rows of a table that begin further in begin at its edge now: check which head each cell is "
     "under"},
    {".odt",
     PATTERN("(?s)<style:style [^>]*family=\"paragraph\"(?:(?!</style:style>).)*"
             "line-through-style=\"(?!none)"),
     IN_ODF, WHY_STRUCK},
    {".odt", PATTERN("line-through-style=\"(?!none)"), IN_STYLES, WHY_STRUCK},
    {".odt",
     PATTERN("(?s)<style:style [^>]*family=\"paragraph\"(?:(?!</style:style>).)*"
             "fo:font-weight=\"bold"),
     IN_ODF, WHY_BOLD},
    {".odt", PATTERN("fo:(?:background-)?color=\"#" NOT_GREY), IN_ODF, WHY_COLOUR},
    {".odt", PATTERN("<text:outline-level-style [^>]*num-format=\"(?!\")"), IN_STYLES, WHY_COUNTED},
    {".odt", PATTERN("num-prefix=\"[^\"]*\\p{L}{2}|display-levels=\"[2-9]"), IN_ODF, WHY_NUMBERS},
    {".rtf",
     PATTERN("\\\\ansicpg(?!1252|0\\b)(?s:.*?)(?<!\\\\u\\d{3})(?<!\\\\u\\d{4})\\\\'[89a-fA-F]"),
     IN_BYTES,
     "letters of another code page than Western Europe's may be wrong: read every word over, or "
     "save it as .docx"},
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

/* Formulas, charts and sheets of an .odt file: pandoc knows the first alone. */
static bool lacks_objects(const char *odf, const char *page)
{
    return odf && count(odf, "<draw:object") > count(page, "<math");
}

/* Of cells or rows that are alike, an .odt file has one with their number. */
static bool repeats_cells(const char *odf)
{
    static struct pattern repeated = PATTERN("<table:(?:covered-)?table-cell[^>]*columns-repeated=|"
                                             "<table:table-row[^>]*rows-repeated=");
    struct range found;
    return odf && pattern_find(&repeated, odf, 0, &found);
}

static bool is_doubted(const GPtrArray *doubts, const char *why, const char *words)
{
    for (guint i = 0; i < doubts->len; i++) {
        const struct doubt *doubt = doubts->pdata[i];
        if (strcmp(doubt->why, why) == 0 && g_strcmp0(doubt->words, words) == 0)
            return true;
    }
    return false;
}

/* `words`: of its paragraph, or NULL. */
static void add_doubt(GPtrArray *doubts, const char *why, const char *words)
{
    if (!is_doubted(doubts, why, words))
        g_ptr_array_add(doubts, import_new_doubt(why, words, NULL));
}

/* Adds the loss for each place in the part; of the whole, where none is known or not all are. */
static void add_places(GPtrArray *doubts, const char *why, const GPtrArray *places, unsigned finds)
{
    for (guint i = 0; i < places->len; i++)
        add_doubt(doubts, why, places->pdata[i]);
    if (places->len == 0 || places->len >= PLACES_MOST || finds >= FINDS_MOST)
        add_doubt(doubts, why, NULL);
}

/* True for parts that hold the text itself, or what was made of it. */
static bool is_text(enum where where)
{
    return where == IN_WORD || where == IN_ODF || where == IN_HTML;
}

/* The heads and feet of pages in the part of an .odt file that holds its styles; lent by it; NULL:
 * none. */
static const char *find_masters(const char *styles)
{
    return styles ? strstr(styles, "<office:master-styles") : NULL;
}

static bool is_kind(const char *path, const char *ending)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    return g_str_has_suffix(lower, ending);
}

/* Parts of a document, owned; NULL where it has none such. */
struct parts {
    char *text[WHERE_COUNT];
};

static struct parts read_parts(const char *path, GBytes *document, GBytes *html)
{
    struct parts parts = {.text = {[IN_WORD] = zip_text(document, "word/document.xml"),
                                   [IN_ODF] = zip_text(document, "content.xml"),
                                   [IN_HTML] = html ? text_of(html) : NULL}};
    bool word = parts.text[IN_WORD];
    parts.text[IN_STYLES] = zip_text(document, word ? "word/styles.xml" : "styles.xml");
    if (is_kind(path, ".rtf")) {
        g_autofree char *rtf = text_of(document);
        parts.text[IN_BYTES] = g_utf8_make_valid(rtf, -1);
        parts.text[IN_RTF] = g_strdup(parts.text[IN_BYTES]);
    }
    return parts;
}

static void free_parts(struct parts *parts)
{
    for (size_t i = 0; i < WHERE_COUNT; i++)
        g_free(parts->text[i]);
}

/* Whether the kind of loss, by its place in the table, may be in the document. */
static bool may_be_lost(size_t i, GBytes *document, const struct parts *parts)
{
    const char *part = parts->text[losses[i].where];
    return losses[i].where == IN_BYTES ? holds(document, losses[i].bytes)
                                       : part && strstr(part, losses[i].bytes);
}

/* The places of the bytes in the part; returns how often they were found. */
static unsigned find_bytes(const char *part, const char *bytes, GPtrArray *places)
{
    unsigned finds = 0;
    for (const char *at = part; finds < FINDS_MOST && (at = strstr(at, bytes)); at++, finds++) {
        size_t start = (size_t)(at - part);
        import_find_places(part, (struct range){start, start + strlen(bytes)}, places);
    }
    return finds;
}

static void add_bytes(GPtrArray *doubts, const char *part, const char *bytes, const char *why)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
    unsigned finds = find_bytes(part, bytes, places);
    add_places(doubts, why, places, finds);
}

/* The places of the form; returns how often it was found. */
static unsigned find_form(const char *part, struct pattern *form, GPtrArray *places)
{
    struct range found = {0, 0};
    unsigned finds = 0;
    for (; finds < FINDS_MOST && pattern_find(form, part, found.end, &found); finds++) {
        import_find_places(part, found, places);
        found.end = MAX(found.end, found.start + 1);
    }
    return finds;
}

/* The same of what stands in styles: where those are used. False: nowhere. */
static bool find_used(const struct parts *parts, struct pattern *form, GPtrArray *places,
                      unsigned *finds)
{
    const char *styles = parts->text[IN_STYLES];
    const char *text = parts->text[IN_WORD] ? parts->text[IN_WORD] : parts->text[IN_ODF];
    struct range found = {0, 0};
    bool any = false;
    for (unsigned n = 0; n < FINDS_MOST && pattern_find(form, styles, found.end, &found); n++) {
        enum import_uses uses = import_find_uses(styles, found, text, places);
        any |= uses != IMPORT_UNUSED;
        if (uses == IMPORT_USED_ELSEWHERE)
            *finds = FINDS_MOST;
        found.end = MAX(found.end, found.start + 1);
    }
    return any;
}

static void find_doubts(const char *path, GBytes *document, const struct parts *parts,
                        GPtrArray *doubts)
{
    for (size_t i = 0; i < G_N_ELEMENTS(losses); i++) {
        if (!is_kind(path, losses[i].ending) || !may_be_lost(i, document, parts))
            continue;
        if (losses[i].where == IN_RTF) {
            if (!rtf_find_doubts(parts->text[IN_RTF], losses[i].bytes, losses[i].doubt, doubts))
                add_doubt(doubts, losses[i].doubt, NULL);
            continue;
        }
        const char *part = is_text(losses[i].where) ? parts->text[losses[i].where] : "";
        add_bytes(doubts, part, losses[i].bytes, losses[i].doubt);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        const char *part = parts->text[forms[i].where];
        struct range found;
        if (!part || !is_kind(path, forms[i].ending) ||
            !pattern_find(&forms[i].form, part, 0, &found))
            continue;
        g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
        unsigned finds = is_text(forms[i].where) ? find_form(part, &forms[i].form, places) : 0;
        if (forms[i].where == IN_STYLES && !find_used(parts, &forms[i].form, places, &finds))
            continue;
        add_places(doubts, forms[i].doubt, places, finds);
    }
}

/* Footnotes, boxes and what stands beside the text, as far as the page has not got them. */
static void find_rtf_places(const char *rtf, const char *page, struct losses *found)
{
    g_autoptr(GPtrArray) within = g_ptr_array_new_with_free_func(g_free);
    rtf_find_places(rtf, within, found->beside);
    if (import_find_absent(within, page, found->missing))
        rtf_find_doubts(rtf, "\\footnote", WHY_NOTES, found->doubts);
}

void import_find_losses(const char *path, GBytes *document, GBytes *html, struct losses *found)
{
    struct parts parts = read_parts(path, document, html);
    const char *word = parts.text[IN_WORD], *odf = parts.text[IN_ODF];
    g_autofree char *beside = word ? zip_beside(document) : NULL;
    if (html)
        find_doubts(path, document, &parts, found->doubts);
    g_autofree char *pages = is_kind(path, ".epub") ? zip_pages(document) : NULL;
    g_autofree char *page = text_of(html);
    if (html && lacks_pictures(word, page))
        add_doubt(found->doubts, WHY_PICTURES_GONE, NULL);
    if (html && lacks_objects(odf, page))
        add_bytes(found->doubts, odf, "<draw:object", WHY_OBJECTS);
    if (html && repeats_cells(odf))
        add_doubt(found->doubts, WHY_REPEATED, NULL);
    g_autofree char *rtf = is_kind(path, ".rtf") ? text_of(document) : NULL;
    g_autofree char *words = rtf ? rtf_words(rtf) : NULL;
    struct main_part part = {.word = word, .markup = pages ? pages : odf, .words = words};
    if (html && import_find_missing(part, page, found->missing))
        add_doubt(found->doubts, WHY_FIGURES, NULL);
    if (html)
        import_find_beside(beside, odf ? find_masters(parts.text[IN_STYLES]) : NULL, page,
                           found->beside);
    if (html && rtf)
        find_rtf_places(rtf, page, found);
    free_parts(&parts);
}
