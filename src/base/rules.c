/*
 * The rule table: every finding that the program can report, with its weight, who has to act, why
 * the rule exists and how to put things right. The rules that judge words have a file of their own
 * (rules_check.c). Designated initialisers tie each row to its constant; the assertion below
 * ties the length, and a unit test looks for rows left empty between.
 */
#include "base/rules_check.h"

#include "base/nearest.h"

#include <assert.h>
#include <string.h>

#define PROMISE_FACTS "promise: nothing is invented; a gap is reported and left out"
#define PROMISE_WORDS "promise: no word of the article is lost"
#define PROMISE_INPUT "promise: bad input gets a message, never a crash, never silence"
#define PROMISE_WHOLE "promise: a published file is whole"

static const struct rule_info rules[] = {
    [RULE_FILE_READ] = {"file-read", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                        "a file that is needed can be opened and read", PROMISE_INPUT,
                        "Without it nothing true can be made.",
                        "put the file in its place and let the program read it"},
    [RULE_FILE_WRITE] =
        {"file-write", SEVERITY_ERROR, FAULT_ENVIRONMENT, "a product can be written to its place",
         PROMISE_WHOLE,
         "A product that is half written would be shown or printed as if it were whole.",
         "make room and give the program leave to write there"},
    [RULE_FILE_SIZE] = {"file-size", SEVERITY_ERROR, FAULT_CONTENT,
                        "a file is no larger than any real article, picture or setting",
                        PROMISE_INPUT,
                        "A film or a disk image put there by mistake would fill the memory.",
                        "put the file that was meant there"},
    [RULE_ENCODING] = {"encoding", SEVERITY_ERROR, FAULT_CONTENT,
                       "text is valid UTF-8 without control characters", "RFC 3629",
                       "Broken bytes become other letters, in names and doses too.",
                       "save the file as UTF-8"},
    [RULE_NO_ARTICLES] = {"no-articles", SEVERITY_ERROR, FAULT_CONTENT,
                          "the content directory holds the article that is asked for",
                          PROMISE_INPUT,
                          "A build without an article would pass in silence and print nothing.",
                          "add a file NAME.md, or name one that is there"},
    [RULE_NAME_CLASH] = {"name-clash", SEVERITY_ERROR, FAULT_CONTENT,
                         "every product has a file of its own", PROMISE_WHOLE,
                         "One product would silently take the place of the other.",
                         "rename one of the articles"},
    [RULE_FOLDER_NAME] = {"folder-name", SEVERITY_WARNING, FAULT_CONTENT,
                          "a name that ends in '.md' is a file's, and articles lie in real folders",
                          PROMISE_INPUT,
                          "Who made a folder where an article was meant looks for it in vain, as "
                          "who put articles behind a link does for them.",
                          "name the folder without '.md'; move the articles into content/"},
    [RULE_FILE_NAME] = {"file-name", SEVERITY_WARNING, FAULT_CONTENT,
                        "what is to be read has the name that it is read by", PROMISE_WHOLE,
                        "Editors add an ending or write it in other letters, and an article, the "
                        "settings or an urgent message would be left out without a word.",
                        "call the file as the message says"},
    [RULE_FILE_EXISTS] = {"file-exists", SEVERITY_ERROR, FAULT_CONTENT,
                          "a draft does not take the place of a file that is there", PROMISE_WHOLE,
                          "Somebody's work would be gone.",
                          "choose another place or name, or say --force"},
    [RULE_IMPORT_PANDOC] = {"import-pandoc", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                            "a word processor's document can be converted by pandoc", PROMISE_INPUT,
                            "Half of a document may be mistaken for the whole of it.",
                            "install the package 'pandoc', or save the document as HTML"},

    [RULE_YAML_SYNTAX] =
        {"yaml-syntax", SEVERITY_ERROR, FAULT_CONTENT,
         "settings are plain YAML of the shape that the key asks for",
         "YAML 1.1, without anchors, aliases and tags",
         "A setting that is read differently than it was meant puts wrong facts on paper.",
         "write 'key: value', one to a line"},
    [RULE_YAML_KEY] = {"yaml-key", SEVERITY_ERROR, FAULT_CONTENT,
                       "every key is known and stands once", PROMISE_INPUT,
                       "A mistyped key would leave its fact out without a word.",
                       "use the key that the message names"},
    [RULE_VALUE] = {"value", SEVERITY_ERROR, FAULT_CONTENT, "a value is one that its key allows",
                    PROMISE_INPUT,
                    "A value that cannot be used would be printed wrong or left out.",
                    "write the value as the message shows"},
    [RULE_CONTRAST] =
        {"contrast", SEVERITY_ERROR, FAULT_CONTENT,
         "text stands out 7:1 from what it is printed on, marks 3:1", "WCAG 2.2, 1.4.6 and 1.4.11",
         "People with low vision lose letters that are paler than 7:1 against the paper.",
         "choose a darker colour"},
    [RULE_ACCENT_SHIFTED] =
        {"accent-shifted", SEVERITY_WARNING, FAULT_CONTENT,
         "the accent can be read in all of its uses, white on it and it on its tints",
         "WCAG 2.2, 1.4.6", "A pale accent would leave headings and bands unreadable for many.",
         "write the colour that the message names into style.yaml"},

    [RULE_CONTACT_MISSING] = {"contact-missing", SEVERITY_WARNING, FAULT_CONTENT,
                              "the clinic's contact facts are given", PROMISE_FACTS,
                              "A reader who wants help has nowhere to turn.",
                              "fill in the fact in clinic.yaml"},
    [RULE_HOURS_MISSING] = {"hours-missing", SEVERITY_WARNING, FAULT_CONTENT,
                            "opening hours are given with their times", PROMISE_FACTS,
                            "People come to a closed door, or do not come at all.",
                            "write days and times, as in 'Mo-Fr 09:00-17:00'"},
    [RULE_HOURS_UNREAD] = {"hours-unread", SEVERITY_WARNING, FAULT_CONTENT,
                           "opening hours can be told in every language", PROMISE_FACTS,
                           "A line that only its author understands stays in his language.",
                           "write days and times, as in 'Mo-Fr 09:00-17:00', 'Sat 9am-noon', "
                           "'PH off', 'Dec 24-26 closed' or '24/7'"},
    [RULE_HOURS_DOUBT] = {"hours-doubt", SEVERITY_WARNING, FAULT_CONTENT,
                          "opening hours end after they begin", PROMISE_FACTS,
                          "People come to a closed door.",
                          "write the end by the clock of 24 hours, as in '12:00-20:00'; one in the "
                          "next morning counts on, as in '22:00-26:00'"},
    [RULE_FRONT_MATTER_MISSING] =
        {"front-matter-missing", SEVERITY_WARNING, FAULT_CONTENT,
         "an article says who made it, when it was reviewed and from "
         "which sources",
         PROMISE_FACTS,
         "Readers judge whether to trust a text by who made it, when, and from what.",
         "add the key to the article's front matter"},
    [RULE_LABELS_MISSING] =
        {"labels-missing", SEVERITY_WARNING, FAULT_CONTENT,
         "the program's own words are given in the article's language", "WCAG 2.2, 3.1.2",
         "A handout that changes language half way is read aloud wrongly and trusted less.",
         "add the labels that the message names to the language's file in labels/"},
    [RULE_LABELS_INCOMPLETE] = {"labels-incomplete", SEVERITY_ERROR, FAULT_CONTENT,
                                "a label has all of its places", PROMISE_INPUT,
                                "A label without its number or name is half a sentence.",
                                "put the place that the message names into the label"},
    [RULE_LABELS_RETIRED] =
        {"labels-retired", SEVERITY_NOTE, FAULT_CONTENT, "every label of a labels file is printed",
         PROMISE_INPUT,
         "A label of an earlier version is printed nowhere; what it said may have a new name.",
         "take the line out"},
    [RULE_LABELS_COPY] =
        {"labels-copy", SEVERITY_WARNING, FAULT_CONTENT, "a labels file is in its own language",
         "WCAG 2.2, 3.1.2",
         "English words would stand in the handout where the program knows the right ones.",
         "translate the labels, or take out those that the clinic does not change"},
    [RULE_LABELS_UNREVIEWED] =
        {"labels-unreviewed", SEVERITY_WARNING, FAULT_CONTENT,
         "a qualified translator has read the labels that a machine translated",
         "45 CFR 92.201(c)(3)",
         "A wrong word beside a number or a date misleads exactly those who cannot ask.",
         "have them read, then name the reader under 'translation' in the language's labels file"},
    [RULE_SAMPLE] = {"sample", SEVERITY_WARNING, FAULT_CONTENT,
                     "the content is the clinic's own and no starter's", PROMISE_FACTS,
                     "A patient would take made-up words for the clinic's.",
                     "replace the placeholders, then remove 'sample' from clinic.yaml"},
    [RULE_REVIEW_DUE] = {"review-due", SEVERITY_ERROR, FAULT_CONTENT,
                         "an article's review date has not passed",
                         "NHS content standard: review dates",
                         "Medical advice ages; a handout past its review date may tell readers "
                         "something no longer true.",
                         "have the article checked and set a new date"},

    [RULE_TITLE_MISSING] = {"title-missing", SEVERITY_ERROR, FAULT_CONTENT,
                            "an article has a title", "PDF/UA-1 (ISO 14289-1) 7.1",
                            "The title is what screen readers say first and what bookmarks show.",
                            "write 'title:' in the front matter, or a line that starts with '# '"},
    [RULE_HEADING_LEVEL] =
        {"heading-level", SEVERITY_WARNING, FAULT_CONTENT,
         "headings have words, and their levels descend one at a time below the title",
         "PDF/UA-1 (ISO 14289-1) 7.4.2",
         "People who listen move from heading to heading; a skipped level sounds like a lost "
         "section.",
         "write the level that the message names"},
    [RULE_RAW_HTML] = {"raw-html", SEVERITY_ERROR, FAULT_CONTENT,
                       "HTML in an article is of a kind that paper and screens can carry out",
                       PROMISE_WORDS,
                       "What a form, a film or a broken tag says would be lost unseen.",
                       "say the same in Markdown"},
    [RULE_IMAGE_ALT] = {"image-alt", SEVERITY_ERROR, FAULT_CONTENT,
                        "a picture has words that stand for it",
                        "WCAG 2.2, 1.1.1; PDF/UA-1 (ISO 14289-1) 7.3",
                        "Readers who cannot see the picture get nothing at all.",
                        "write what the picture says between the brackets"},
    [RULE_IMAGE_FILE] = {"image-file", SEVERITY_ERROR, FAULT_CONTENT,
                         "a picture is a whole PNG or JPEG file inside the content directory",
                         PROMISE_INPUT, "A picture that cannot be read would leave a hole.",
                         "put a whole PNG or JPEG file into the content directory"},
    [RULE_IMAGE_NAME] = {"image-name", SEVERITY_NOTE, FAULT_CONTENT,
                         "a picture is named as its file is, letter for letter", PROMISE_INPUT,
                         "Another computer may not find the file.",
                         "write its name with '/' and its own capital letters"},
    [RULE_LINK_TARGET] =
        {"link-target", SEVERITY_WARNING, FAULT_CONTENT,
         "a link leads somewhere from paper too, and has words", "WCAG 2.2, 2.4.4",
         "On paper nobody can click, and a screen reader says only the link's words.",
         "write the whole address, and words that say where it leads"},
    [RULE_LINK_INSIDE] =
        {"link-inside", SEVERITY_ERROR, FAULT_CONTENT,
         "a link within an article leads to one of its headings", PROMISE_WORDS,
         "Whoever follows it would be left where they are.",
         "write '#' and the heading's words in small letters, with hyphens between "
         "them"},
    [RULE_MARKDOWN_NESTING] = {"markdown-nesting", SEVERITY_ERROR, FAULT_CONTENT,
                               "lists, quotes and emphasis are nested no deeper than a reader can "
                               "follow",
                               PROMISE_INPUT,
                               "Nobody can follow a list in a list in a list, on paper or by ear.",
                               "take some of the levels out"},
    [RULE_TABLE_CELLS] = {"table-cells", SEVERITY_ERROR, FAULT_CONTENT,
                          "a table row has no more cells than the table's header", PROMISE_WORDS,
                          "The table's grammar drops such cells, and their words with them.",
                          "widen the header, or write '\\|' for a bar within a cell"},
    [RULE_NOTE] = {"note", SEVERITY_ERROR, FAULT_CONTENT,
                   "every note is referred to, and every reference leads to a note", PROMISE_WORDS,
                   "A note that is not printed is lost; a sign that leads nowhere is a riddle.",
                   "write '[^1]' in the text and '[^1]: the note' on a line of its own"},
    [RULE_SIGN] = {"sign", SEVERITY_ERROR, FAULT_CONTENT,
                   "no sign that may mean something is taken for markup", PROMISE_WORDS,
                   "A dose or a limit without its sign is another dose, another limit.",
                   "write a backslash before the sign that is to be printed"},
    [RULE_EMPTY_ARTICLE] = {"empty-article", SEVERITY_ERROR, FAULT_CONTENT, "an article has text",
                            PROMISE_INPUT, "An empty handout looks like a printing error.",
                            "write the article's text below its title"},
    [RULE_ANNOUNCEMENT] =
        {"announcement", SEVERITY_NOTE, FAULT_CONTENT,
         "an article of a few words without a heading is an announcement", PROMISE_INPUT,
         "A sentence for today makes no brochure, and stands in the way of what is long.",
         "write 'kind: announcement' or 'kind: article' in its front matter"},
    [RULE_URGENT_END] = {"urgent-end", SEVERITY_ERROR, FAULT_CONTENT,
                         "the urgent message says when it ends", PROMISE_INPUT,
                         "A warning that is forgotten on the wall hides the show, and is believed "
                         "no more when the next one comes.",
                         "write 'until: 2026-03-31 17:00' in the front matter of urgent.md"},
    [RULE_URGENT] = {"urgent", SEVERITY_NOTE, FAULT_CONTENT,
                     "the urgent message is the whole show until it ends", PROMISE_INPUT,
                     "Who looks for an article on the display has to know why it is not there.",
                     "delete urgent.md to end it now, or set a new time"},
    [RULE_URGENT_UNWATCHED] =
        {"urgent-unwatched", SEVERITY_WARNING, FAULT_CONTENT,
         "the urgent message ends by itself on every display", PROMISE_INPUT,
         "A player that shows pictures from a list goes on with a message that is over.",
         "let 'handout watch' run until then, or run 'handout render' again at that time"},

    [RULE_FONT_CONFIG] = {"font-config", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                          "the font set can be loaded and has the family asked for", PROMISE_INPUT,
                          "Another typeface would change every size that was chosen with care.",
                          "install the font package that the message names"},
    [RULE_GLYPH_MISSING] =
        {"glyph-missing", SEVERITY_ERROR, FAULT_CONTENT,
         "a font of the set has every character of the text", PROMISE_WORDS,
         "A missing letter prints as a box, which may change a name or a dose.",
         "install the font package that the message names, or use another character"},
    [RULE_MARK_ALONE] =
        {"mark-alone", SEVERITY_ERROR, FAULT_CONTENT,
         "every vowel sign or mark has a letter to stand on", PROMISE_WORDS,
         "A dotted circle that nobody wrote would be printed in its place: the word is spelt "
         "wrong.",
         "write the marks behind their letter, in the order in which they are spoken"},
    [RULE_WORD_PARTED] =
        {"word-parted", SEVERITY_NOTE, FAULT_CONTENT, "every word fits its line",
         "ACB large print guidelines (2025): hyphenated words are avoided",
         "Slow readers lose words that go on in the next line.",
         "use a shorter word, or write soft hyphens (&shy;) where it may be parted"},
    [RULE_SCREEN_DISTANCE] =
        {"screen-distance", SEVERITY_WARNING, FAULT_CONTENT,
         "the letters of every screen can be read from the farthest chair",
         "EN 301 549 5.1.4, ADA 703.5.5; lobby-standards 4.2",
         "Who sits far from the display gets less of the show than others do.",
         "use shorter words there, set 'screen_title', or hang a larger display nearer"},
    [RULE_OVERFLOW] = {"overflow", SEVERITY_ERROR, FAULT_CONTENT,
                       "text fits its box at the smallest size allowed", PROMISE_WORDS,
                       "Text that is cut off or shrunk is text that its reader does not get.",
                       "shorten the text or choose another format"},
    [RULE_LEFT_OUT] = {"left-out", SEVERITY_NOTE, FAULT_CONTENT,
                       "an article is made into what nobody named where it can be", PROMISE_WORDS,
                       "A guide does not fit a brochure, and does not have to.",
                       "leave it, or name the product under 'products:' in the front matter to "
                       "have its obstacles as errors"},
    [RULE_UNWRITABLE] = {"unwritable", SEVERITY_ERROR, FAULT_CONTENT,
                         "an article can be written as what is asked for by name", PROMISE_WORDS,
                         "A sign that braille lacks would be left out, or read as another.",
                         "say in words what the message names, or do not ask for that product"},
    [RULE_TABLE_WIDTH] = {"table-width", SEVERITY_WARNING, FAULT_CONTENT,
                          "a table has at most three columns, each wide enough to read",
                          "PEMAT-P item 19", "Cells of a few letters break words apart.",
                          "use fewer columns, or write a list"},
    [RULE_SERVICES_LEFT_OUT] = {"services-left-out", SEVERITY_NOTE, FAULT_CONTENT,
                                "a product has all contact facts", PROMISE_WORDS,
                                "A reader does not learn what else the clinic offers.",
                                "shorten the contact facts in clinic.yaml"},
    [RULE_SLIP_LEFT_OUT] = {"slip-left-out", SEVERITY_NOTE, FAULT_CONTENT,
                            "a handout ends with a contact slip",
                            "the contact slip is also a product of its own",
                            "A reader who wants to be called back has nothing to hand in.",
                            "print the contact slips, or ask for fewer things in 'contact_slip'"},
    [RULE_SLIP_LETTERS] = {"slip-letters", SEVERITY_NOTE, FAULT_CONTENT,
                           "form fields show what is typed into them",
                           "ISO 19005-2 6.2.11.4 (fonts are embedded)",
                           "A name that is typed in other letters is kept in the field, but its "
                           "boxes may stay empty to the eye.",
                           "have these slips filled in by hand"},
    [RULE_REACH] = {"reach", SEVERITY_WARNING, FAULT_CONTENT,
                    "what visitors touch is 0.38 to 1.22 m above the floor",
                    "ADA 308.2.1 (forward reach); EN 301 549 8.3",
                    "Who sits in a wheelchair cannot hold the show, or choose a topic.",
                    "hang the display so that 'mounting_m' is within reach, or give it a keypad "
                    "(lobby/install.pdf) and silence this in checks.yaml"},
    [RULE_LOOP_LONG] = {"loop-long", SEVERITY_WARNING, FAULT_CONTENT,
                        "one round of the lobby show takes at most ten minutes",
                        "lobby-standards 4.4",
                        "People wait about ten minutes and should see a message twice.",
                        "shorten the articles, or give some of them 'days' and 'hours'"},
    [RULE_SPEECH_MISSING] =
        {"speech-missing", SEVERITY_WARNING, FAULT_ENVIRONMENT,
         "every article of the show can be listened to, unless 'speech: no'",
         "EN 301 549 5.1.3.1 (closed functionality: speech output)",
         "Who does not see the display, or does not read, gets nothing from it.",
         "install the Debian package espeak-ng"},
    [RULE_SPEECH_VOICE] = {"speech-voice", SEVERITY_NOTE, FAULT_CONTENT,
                           "every language of the show has a voice",
                           "EN 301 549 5.1.3.13 (speech in the language of the content)",
                           "Pages in a language without a voice have no button to listen.",
                           "have somebody read these articles to those who ask for it"},
    [RULE_PANELS_EMPTY] = {"panels-empty", SEVERITY_NOTE, FAULT_CONTENT,
                           "a brochure has enough text for its six panels",
                           "print-standards 4 (a folded sheet has a reason for each fold)",
                           "White panels look like a part that is missing, and cost a sheet.",
                           "print the format 'standard' or 'booklet', and leave the brochure "
                           "out with 'not: [brochure]'"},
    [RULE_CONTACT_SPLIT] =
        {"contact-split", SEVERITY_NOTE, FAULT_CONTENT, "the contact block stands on one page",
         "print-standards T13",
         "A reader who tears off or copies the page loses half of the ways to reach the clinic.",
         "copy both pages; where facts can be shorter, they may have room on one"},

    [RULE_MEMORY] = {"memory", SEVERITY_WARNING, FAULT_ENVIRONMENT,
                     "what builds remember is as it was written", PROMISE_WHOLE,
                     "An article with an error could not be shown as it was when it was last good.",
                     "nothing, it is written anew; if that is said often, look at the disk"},
    [RULE_PDF] = {"pdf", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                  "the PDF library carries out every call", PROMISE_WHOLE,
                  "A file with a part missing could open as an empty page.",
                  "look at the disk and the memory, then try again"},
    [RULE_PNG] = {"png", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                  "the PNG library carries out every call", PROMISE_WHOLE,
                  "A display would go on showing a broken picture.",
                  "look at the disk and the memory, then try again"},
};
static_assert(G_N_ELEMENTS(rules) == RULE_CHECK_FIRST, "every rule before the checks has a row");

const struct rule_info *rule_get(enum rule rule)
{
    g_assert((unsigned)rule < RULE_COUNT);
    return rule < RULE_CHECK_FIRST ? &rules[rule] : &rules_check[rule - RULE_CHECK_FIRST];
}

bool rule_find(const char *id, enum rule *out)
{
    for (int i = 0; i < RULE_COUNT; i++) {
        *out = (enum rule)i;
        if (strcmp(rule_get(*out)->id, id) == 0)
            return true;
    }
    return false;
}

const char *rule_nearest(const char *id)
{
    const char *ids[RULE_COUNT + 1] = {NULL};
    for (int i = 0; i < RULE_COUNT; i++)
        ids[i] = rule_get((enum rule)i)->id;
    return nearest_word(id, ids);
}

bool rule_is_judgement(enum rule rule)
{
    return rule >= RULE_CHECK_FIRST || rule == RULE_REVIEW_DUE ||
           rule_get(rule)->severity != SEVERITY_ERROR;
}
