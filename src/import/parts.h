/*
 * What the files of the import share among themselves. Nobody else includes this.
 *
 * All inputs become lines (import/source.h). The steps after mark lines that are not for the
 * article (facts first, then left-overs of the web page), what is left unmarked becomes chunks of
 * text, and those are written as Markdown.
 */
#ifndef HANDOUT_IMPORT_PARTS_H
#define HANDOUT_IMPORT_PARTS_H

#include "base/range.h"
#include "import/import.h"
#include "import/source.h"

#include <stdbool.h>
#include <stddef.h>

/* Why a picture is left out. */
#define WHY_PICTURE "a picture: save it beside the article and add it by hand"
#define WHY_COLOUR  "words in a colour: if it means something, say that in words"
#define WHY_SILENT  "a picture without words for those who cannot see it: add it by hand"

/* Reads plain text, in UTF-8, into lines. */
void import_read_text(struct source *source, const char *text);

/* The first lines of new pages in text whose form feeds end lines, of int, from 1; owned by the
 * caller. */
GArray *text_find_feeds(const char *bytes, gsize size);

/* Leaves out what text has around its pages: their numbers, what they share, a letterhead, all of
 * which may hold facts. `feeds`: NULL for none. */
void text_drop_pages(struct source *source, const GArray *feeds);
#define WHY_RUNNING "a line at the edge of several pages"
#define WHY_PRINTED "what a browser prints at the edges of a page"

/* Leaves out a letterhead, and the signature of a mail, which hold facts. */
void import_drop_letterheads(struct source *source);

/* Reads an HTML page into lines. False: it is nested too deep to be read to its end. */
bool import_read_html(struct source *source, const char *html, size_t size);

/* The text with the signs that references of HTML in it mean; owned by the caller. */
char *html_read_signs(const char *text);

/* Takes the picture from below the input's folder, or out of `src` itself; the name that it gets
 * beside the article, lent; NULL: it is not there, or no article can show it. */
const char *import_take_picture(struct source *source, const char *src, const char *alt);

/* What a page names by an address: out of the address itself, or a file below the page's folder,
 * and nowhere else; owned by the caller, NULL: nothing there can be read. */
GBytes *import_read_beside(const struct source *source, const char *src);

/* Finds the files of the pictures, inside the page or below its folder, and shows those that an
 * article can show. */
void import_find_pictures(struct source *source);

/* Something that a converter may have lost. */
struct doubt {
    const char *why; /* static */
    char *words;     /* of the paragraph that it is in, owned; NULL: anywhere */
    char *behind;    /* owned: those at its end, where `words` are at its start; NULL: not known */
};

struct doubt *import_new_doubt(const char *why, const char *words, const char *behind);

/* What a converter may have lost of a document. */
struct losses {
    GPtrArray *doubts;  /* of struct doubt *, owned */
    GPtrArray *missing; /* of char *, owned: its paragraphs that are lost */
    GPtrArray *beside;  /* of char *, owned: what stands beside its text */
};

/* The document as HTML, made by pandoc; NULL with RULE_IMPORT_PANDOC reported. What it may have
 * lost goes to `losses`. */
GBytes *import_convert(const char *path, struct losses *losses, struct diag *diag);

/* Finds what is missing in `html` (NULL: none), made of the document. */
void import_find_losses(const char *path, GBytes *document, GBytes *html, struct losses *losses);

/* Places of one loss that are listed, and how far around one is looked. [bytes] */
#define PLACES_MOST 20
#define PLACE_BYTES 4000

/* Adds the words of the paragraphs to `places` (of char *, owned) that what stands at `at` in a
 * part of a document is of. */
void import_find_places(const char *part, struct range at, GPtrArray *places);

/* The same in `text` (NULL: not known) of the style that stands at `at` in the part with the
 * document's styles. */
enum import_uses { IMPORT_UNUSED, IMPORT_USED_THERE, IMPORT_USED_ELSEWHERE };
enum import_uses import_find_uses(const char *styles, struct range at, const char *text,
                                  GPtrArray *places);

/* Lists what is doubted, of struct doubt *, at the lines that it is in; why, where that is in none,
 * goes to `nowhere` (of const char *, static), once for each. */
void import_note_places(struct source *source, const GPtrArray *doubts, GPtrArray *nowhere);

/* Frees a struct doubt. */
void import_free_doubt(gpointer doubt);

/* What ends paragraphs in the words of a document. */
#define PARAGRAPH_END "\x1e"

/* The main part of a document that something was made of: of a .docx file, of an .odt file or the
 * pages of a book, or the words of an .rtf file; NULL: it is none such. */
struct main_part {
    const char *word, *markup, *words;
};

/* Adds its paragraphs that are not in the page that was made of it to `missing` (of char *, owned).
 * True: a number is missing as well, and in none of them. */
bool import_find_missing(struct main_part part, const char *page, GPtrArray *missing);

/* Adds those of the places in the document's text, by their words, that the page has not got. True:
 * there are some. */
bool import_find_absent(const GPtrArray *places, const char *page, GPtrArray *missing);

/* The same of parts that stand beside the text, and are in no page. */
void import_find_beside(const char *word, const char *markup, const char *page, GPtrArray *beside);

/* Adds what the .rtf file holds where pandoc does not look to `missing`, if it is part of the text,
 * or else to `beside` (both of char *, owned). */
void rtf_find_places(const char *rtf, GPtrArray *missing, GPtrArray *beside);

/* Why a document cannot be read. */
#define WHY_DAMAGED  "it is damaged: open it in its own program, and save it anew"
#define WHY_LOCKED   "it is locked (DRM): get a copy of it that is not"
#define WHY_TOO_LONG "it needs more memory than any document"

/* The book, an archive, as a web page; owned by the caller; NULL: not all of it can be read, for
 * the reason `*fault` (static). */
GBytes *book_read(GBytes *archive, const char **fault);

/* The .odt file with its title, its signs and its tables as pandoc can read them; owned by the
 * caller; NULL: it has none, or it is not to be read. */
GBytes *odf_settle(GBytes *document);

/* The .docx file with its boxes, fields, formulas, looks and signs as pandoc can read them; owned
 * by the caller; NULL: it is not to be read. */
GBytes *docx_settle(GBytes *document);

/* A line to write on, as people type it. */
#define BLANK_LINE "__________"

/* The .rtf file with its letters as coded signs, whatever alphabets its fonts are of; what cannot
 * be read is U+FFFD. Owned by the caller. */
char *rtf_in_unicode(const char *rtf);

/* Such a file as pandoc reads it, with the markers of its items as words between two signs that no
 * text has; owned by the caller. rtf_number_items: the page that it makes of that, whose items have
 * the numbers which those markers say. */
char *rtf_spell(const char *rtf);
/* With what its text boxes say behind their paragraphs; owned by the caller. */
char *rtf_move_boxes(const char *rtf);
char *rtf_number_items(const char *page);
#define MARKER_START "\uE000"
#define MARKER_END   "\uE001"

/* Such links, without words, begin cells that name columns where pandoc knows of none; in what
 * `rtf_spell` writes, a sign does. */
#define HEAD_ADDRESS "handout:head"
#define HEAD_SIGN    "\uE002"

/* What begins a paragraph of an item of a .docx file that is no item of its own. */
#define ITEM_SIGN "\uE003"

/* Behind a word of control of such a file, its number and its blank; `*number` is 0 where it has
 * none. */
const char *rtf_word_end(const char *word, int *number);

/* The words of the text of such a file, and of a part of it, without those of groups apart; owned
 * by the caller. */
char *rtf_words(const char *rtf);
char *rtf_words_between(const char *from, const char *end);

/* Behind the brace that ends the group which `open` opens. */
const char *rtf_group_end(const char *open);

/* Adds the paragraphs that the bytes stand in to `doubts` (of struct doubt *, owned), for
 * PLACES_MOST at most. False: there are more, or one stands in none. */
bool rtf_find_doubts(const char *rtf, const char *bytes, const char *why, GPtrArray *doubts);

/* What of a PDF's words is to be looked at, each of char *, owned, in the order of the text. */
struct pdf_notes {
    GPtrArray *running; /* heads and feet that its pages share, which are not in the text */
    GPtrArray *printed; /* what a browser printed at their edges, which is not either */
    GPtrArray *odd;     /* words whose figures stand higher or lower than others */
    GPtrArray *beside;  /* where lines begin that stand beside others */
};

/* The words of a PDF, made by poppler, owned by the caller; NULL, reported. */
char *import_read_pdf(const char *path, struct pdf_notes notes, struct diag *diag);

/* Text without words that a line's end parts, owned by the caller; lines stay as many. Words with a
 * hyphen that may be theirs go to `doubtful` (of char *, owned) in the order of the text. */
char *import_join_parted(const char *text, GPtrArray *doubtful);

/* Behind the code that begins at `text` with backticks, or behind those. */
const char *import_behind_code(const char *text);

/* What a helper writes, owned by the caller; NULL with `error` set. `own_memory`: it limits its
 * memory by itself. */
GBytes *helper_run(const char *const *words, bool own_memory, GError **error);

/* Markdown of another dialect as the body of an article, owned by the caller, and its title in
 * `*out_title` (NULL: none found). Its lines go to the source. `files`: pictures may be read from
 * the folder of the input. */
char *import_translate(struct source *source, const char *text, bool files, char **out_title);

/* The body with a backslash before what our editor's eye would take for the syntax of other
 * programs; owned by the caller. No line is added. */
char *import_mean_signs(const char *body);

/* The body without what an article cannot say, which it says in another way, or has as words; owned
 * by the caller. All of it is listed. */
char *import_mend(struct source *source, const char *body);

/* The text without pictures in colour, owned by the caller: no article can print them. Ticks and
 * crosses become signs in black. */
char *import_without_pictures(const char *text);

/* True when more than such ticks and crosses is gone then, which WHY_PICTURES says. */
bool import_has_pictures(const char *text);
#define WHY_PICTURES "a picture in colour among the words is gone: say in words what it means"

/* The title without the signs of markup and templates, which it would show; owned by the caller. */
char *import_plain_title(const char *title);

/* Lists fields that nobody filled in, filler, and pictures in colour; a line of those alone is left
 * out. */
void import_list_gaps(struct source *source);

/* Marks the lines that hold contact facts and adds them to `source->found`. */
void import_find_facts(struct source *source);

/* Takes the language of the text's own words, if it says none and they are clearly of one. */
void import_find_language(struct source *source);

/* Why the language of the text is doubtful, lent; NULL: it is not. What says no language is taken
 * for English, as every article. */
const char *import_doubt_language(const struct source *source);

/* Gives the front matter what one of our own pages says of it; after import_find_facts. */
void import_take_front(struct source *source);

/* Settles which footnotes the article has; once all that drops lines has done so. */
void import_settle_notes(struct source *source);

/* Gives what the page's text says of a further place, and not of the clinic itself, to that. */
void schema_settle_places(struct source *source);

/* Marks what belongs to the web page and not to its text, by its words: for text that does not say
 * what it is. */
void import_drop_leftovers(struct source *source);

enum chunk_kind {
    CHUNK_PARAGRAPH,
    CHUNK_HEADING,
    CHUNK_TABLE,
    CHUNK_PRE,
    CHUNK_RULE,
    CHUNK_KIND_COUNT
};

/* A paragraph, heading or table of the draft. */
struct chunk {
    enum chunk_kind kind;
    int level; /* HEADING: 1 to 6; TABLE: 1 when the first row names the columns */
    unsigned n_lines;
    GString *text;         /* without marks; TABLE: rows parted by line ends */
    GString *marked;       /* as Markdown, which the writer only puts in its place */
    struct holder *holder; /* NULL: the article itself */
    GPtrArray *lines;      /* of struct input_line *, lent: what it is made of */
};

/* The item of a list that a line of plain text begins, made below the chunks so far, whose words go
 * to `*words`; lent; NULL: it is none. `starts_chunk`: a paragraph could begin there. */
struct holder *import_item_of(struct source *source, const GPtrArray *chunks,
                              const struct input_line *line, bool starts_chunk, const char **words);

/* True for the sign of such an item that is one of its words, as a plus among minuses, which is
 * listed. */
bool import_means_sign(struct source *source, const struct input_line *line);

/* The item that a paragraph of plain text goes on with, as it stands below its words; lent; NULL:
 * none. */
struct holder *import_item_above(const GPtrArray *chunks, const struct input_line *line);

/* True for one of several lines of a paragraph that begin as items do, as "a)" or "(ii)": if it is
 * none, its line ends there all the same. */
bool import_starts_like_item(const struct source *source, const struct input_line *line);

/* The lines that nobody marked, as chunks; owned by the caller, its chunks too. */
GPtrArray *import_make_chunks(struct source *source);

/* Judges by looks which paragraphs are headings; lists those that could have been marked so. */
void import_guess_headings(struct source *source, GPtrArray *chunks);

/* The title, owned by the caller, whose chunk leaves `chunks`; NULL: none is found. A page's window
 * or masthead may give it, and is then not dropped. */
char *import_take_title(struct source *source, GPtrArray *chunks);

/* Footnotes that only the title refers to (`title`: as Markdown) become text; titles have none. */
void import_free_notes(struct source *source, GPtrArray *chunks, const char *title);

/* The headings that one stands below, as the input counts them; empty at first. */
struct level_stack {
    int written[5], depth;
};

/* The level of a heading in the article: one below the last before it that was written higher, from
 * 2 on. */
int import_settle_level(struct level_stack *stack, int level);

/* Below a title, headings start at level 2 and skip none; those with nothing below are listed. */
void import_settle_levels(struct source *source, GPtrArray *chunks);

/* The body of the article; owned by the caller. Lines learn their places in it. */
char *import_write_body(const GPtrArray *chunks);

/* A chunk that is a table, as Markdown. */
void import_write_table(GString *out, const struct chunk *chunk);

/* The article made of the unmarked lines, and its title in `*out_title` (NULL: none found), both
 * owned by the caller. NULL: there are no such lines. */
char *import_shape(struct source *source, char **out_title);

/* The article of a title (NULL: none) and a body whose lines know their places in it; owned by the
 * caller. */
char *import_assemble(struct source *source, const char *title, const char *body);

/* Lists in `import` what was dropped and what changed, and gives it the pictures. */
void import_report(struct import *import, struct source *source);

/* The text of clinic.yaml; owned by the caller. */
char *import_write_clinic(const struct source *source);

/* The hours among them that contradict earlier ones, of char *, lent by the facts; owned by the
 * caller. */
GPtrArray *import_odd_hours(const GPtrArray *facts, enum found_key key);

/* Appends the hours that facts of that key give, each once, as items of a list. */
void import_write_hours(GString *out, const GPtrArray *facts, enum found_key key);

/* `text` as a double-quoted YAML scalar, without control characters, which YAML forbids; owned by
 * the caller. */
char *import_quote(const char *text);

/* Appends `text` as Markdown that shows exactly these words, behind what stands in `out`, which is
 * the line so far. `in_cell`: of a table. */
void import_escape(GString *out, const char *text, bool in_cell);

#endif
