/*
 * Word processors' documents, read by pandoc where it is installed: it knows their formats, and
 * what it gives as HTML goes the way of every web page. Awkward: titles and authors are no part of
 * its text unless a template asks for them, and it takes templates from files alone.
 */
#include "import/parts.h"
#include "import/zip.h"

#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How every RTF file begins. */
#define RTF "{\\rtf"

static GBytes *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

#define TEMPLATE                                                                                   \
    "<body>$if(title)$<h1>$title$</h1>$endif$$if(subtitle)$<p>$subtitle$</p>$endif$"               \
    "$for(author)$<p>$author$</p>$endfor$$if(date)$<p>$date$</p>$endif$"                           \
    "$if(abstract)$<div>$abstract$</div>$endif$$body$</body>"

/* The bytes (`size` -1: up to the NUL) as a file named like `pattern`, owned by the caller, who
 * removes it; NULL with `error` set. */
static char *write_copy(const char *pattern, const char *bytes, gssize size, GError **error)
{
    char *path = NULL;
    int fd = g_file_open_tmp(pattern, &path, error);
    if (fd < 0)
        return NULL;
    close(fd);
    if (!g_file_set_contents(path, bytes, size, error)) {
        g_unlink(path);
        g_clear_pointer(&path, g_free);
    }
    return path;
}

/* What pandoc makes of the document, with its pictures inside; NULL with `error` set. Changes that
 * a word processor tracks are accepted. */
static GBytes *run_pandoc(const char *pandoc, const char *path, const char *template,
                          GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    g_autofree char *option = g_strconcat("--template=", template, NULL);
    const char *words[] = {pandoc,
                           "+RTS",
                           "-M512M",
                           "-RTS",
                           "--sandbox",
                           "--quiet",
                           "--self-contained",
                           "--track-changes=accept",
                           "--to=html",
                           "--wrap=none",
                           option,
                           absolute,
                           NULL};
    return helper_run(words, true, error);
}

static GBytes *convert(const char *path, const char *pandoc, GError **error)
{
    g_autofree char *template = write_copy("handout-XXXXXX.html", TEMPLATE, -1, error);
    GBytes *html = template ? run_pandoc(pandoc, path, template, error) : NULL;
    if (template)
        g_unlink(template);
    return html;
}

/* The length of a coded sign with the one right behind it for programs without Unicode ("\u8804?",
 * "\u8211-"), behind its backslash; 0: there is none. */
static size_t coded_length(const char *rtf)
{
    size_t sign = rtf[0] == 'u' && rtf[1] == '-', digits = 0;
    if (*rtf == 'u')
        digits = strspn(rtf + 1 + sign, "0123456789");
    char other = digits > 0 ? rtf[1 + sign + digits] : ' ';
    return other && !strchr("\\{} \r\n", other) ? sign + digits + 2 : 0;
}

/* Words of control that pandoc 2.17 does not know, and what says the same or parts words alike. */
static const struct {
    const char *word, *instead;
} controls[] = {
    {"page", "par"},
    {"sect", "par"},
    {"column", "par"},
    {"dn0", "sub0"},
    {"nosupersub", "super0\\sub0"},
    {"dn", "sub"},
};

/* The bytes of such a word, what says the same to `*instead`, lent; 0: it is none. */
static size_t control_length(const char *rtf, const char **instead)
{
    for (size_t i = 0; i < G_N_ELEMENTS(controls); i++) {
        size_t length = strlen(controls[i].word);
        if (strncmp(rtf, controls[i].word, length) != 0)
            continue;
        bool lowered = strcmp(controls[i].word, "dn") == 0;
        length += lowered ? strspn(rtf + length, "0123456789") : 0;
        *instead = controls[i].instead;
        return g_ascii_isalnum(rtf[length]) || rtf[length] == '-' ? 0 : length;
    }
    return 0;
}

/* Pandoc 2.17 takes the sign behind a coded one away, too: "≤25 mg" became "≤5 mg". An empty group
 * keeps it. Owned by the caller. */
static char *keep_coded(const char *rtf)
{
    GString *kept = g_string_new(NULL);
    for (; *rtf; rtf++) {
        g_string_append_c(kept, *rtf);
        if (*rtf != '\\' || !rtf[1])
            continue;
        const char *instead;
        size_t control = control_length(rtf + 1, &instead);
        if (control > 0) {
            g_string_append(kept, instead);
            rtf += control;
            continue;
        }
        size_t coded = coded_length(rtf + 1), length = MAX(coded, 1);
        g_string_append_len(kept, rtf + 1, (gssize)length);
        g_string_append(kept, coded > 0 ? "{}" : "");
        rtf += length;
    }
    return g_string_free(kept, FALSE);
}

static GBytes *convert_rtf(GBytes *document, const char *pandoc, GError **error)
{
    gsize size;
    const char *data = g_bytes_get_data(document, &size);
    g_autofree char *text = g_strndup(data, size), *kept = keep_coded(text);
    g_autofree char *copy = write_copy("handout-XXXXXX.rtf", kept, -1, error);
    GBytes *html = copy ? convert(copy, pandoc, error) : NULL;
    if (copy)
        g_unlink(copy);
    return html;
}

#define WHY_TABS                                                                                   \
    "words lined up with tabs are parted by blanks alone now: make lists or tables of them"

#define WHY_FIELDS "what fields say that are filled in, as dates and sums, is missing: put it back"
#define WHY_BOXES  "the words of text boxes are missing: put them back"
#define WHY_COUNTS "where numbered lists begin and go on is not known: check their numbers"
#define WHY_HEADS  "the heads of the pages are missing: put back what they say"
#define WHY_FEET   "the feet of the pages are missing: put back what they say"
#define WHY_JOINED "joined cells are parted: check which of them is whose"

enum where { IN_BYTES, IN_HTML, IN_WORD, IN_ODF };

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
    {".odt", "<text:tab", IN_ODF, WHY_TABS},
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
    {".odt", "text:display=\"none", IN_ODF,
     "hidden words may be text now, or be gone: look for them"},
    {".odt", "-spanned=\"", IN_ODF, WHY_JOINED},
    {".odt", "<office:annotation", IN_ODF, "comments are missing: read them in the document"},
    {".epub", "class=\"footnotes", IN_HTML,
     "the footnotes of an .epub file: the numbers that refer to them are missing, put them back"},
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

static void find_losses(const char *path, GBytes *document, GBytes *html, GPtrArray *doubts)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    g_autofree char *word = zip_text(document, "word/document.xml");
    g_autofree char *odf = zip_text(document, "content.xml");
    for (size_t i = 0; html && i < G_N_ELEMENTS(losses); i++) {
        const char *part = losses[i].where == IN_WORD ? word : odf;
        bool found = losses[i].where == IN_HTML    ? holds(html, losses[i].bytes)
                     : losses[i].where == IN_BYTES ? holds(document, losses[i].bytes)
                                                   : part && strstr(part, losses[i].bytes);
        if (found && g_str_has_suffix(lower, losses[i].ending) &&
            !g_ptr_array_find(doubts, losses[i].doubt, NULL))
            g_ptr_array_add(doubts, (gpointer)losses[i].doubt);
    }
}

/* Words alone: pictures may stand in such a file as they are, with zeros. */
static bool is_rtf(GBytes *document)
{
    gsize size;
    const char *data = g_bytes_get_data(document, &size);
    return size > strlen(RTF) && memcmp(data, RTF, strlen(RTF)) == 0 && !memchr(data, 0, size);
}

GBytes *import_convert(const char *path, GPtrArray *doubts, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *pandoc = g_find_program_in_path("pandoc");
    if (!document)
        return NULL;
    if (!pandoc)
        return report(path, "install the package 'pandoc', or save the document as HTML", diag);
    g_autoptr(GError) error = NULL;
    GBytes *html =
        is_rtf(document) ? convert_rtf(document, pandoc, &error) : convert(path, pandoc, &error);
    find_losses(path, document, html, doubts);
    return html ? html : report(path, error->message, diag);
}
