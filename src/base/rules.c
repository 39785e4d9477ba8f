/*
 * The rule table: every finding that the program can report, with its weight, who has to act, and
 * why the rule exists. Designated initialisers tie each row to its constant; the assertion below
 * ties the length, and a unit test looks for rows left empty between.
 */
#include "base/diag.h"

#include <assert.h>

#define PROMISE_FACTS "promise: nothing is invented; a gap is reported and left out"
#define PROMISE_WORDS "promise: no word of the article is lost"
#define PROMISE_INPUT "promise: bad input gets a message, never a crash, never silence"
#define PROMISE_WHOLE "promise: a published file is whole"

static const struct rule_info rules[] = {
    [RULE_FILE_READ] = {"file-read", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                        "a file that is needed can be opened and read", PROMISE_INPUT},
    [RULE_FILE_WRITE] = {"file-write", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                         "a product can be written to its place", PROMISE_WHOLE},
    [RULE_FILE_SIZE] = {"file-size", SEVERITY_ERROR, FAULT_CONTENT,
                        "a file is no larger than any real article, picture or setting",
                        PROMISE_INPUT},
    [RULE_ENCODING] = {"encoding", SEVERITY_ERROR, FAULT_CONTENT,
                       "text is valid UTF-8 without control characters", "RFC 3629"},
    [RULE_NO_ARTICLES] = {"no-articles", SEVERITY_ERROR, FAULT_CONTENT,
                          "the content directory holds the article that is asked for",
                          PROMISE_INPUT},
    [RULE_NAME_CLASH] = {"name-clash", SEVERITY_ERROR, FAULT_CONTENT,
                         "every product has a file of its own", PROMISE_WHOLE},

    [RULE_YAML_SYNTAX] = {"yaml-syntax", SEVERITY_ERROR, FAULT_CONTENT,
                          "settings are plain YAML of the shape that the key asks for",
                          "YAML 1.1, without anchors, aliases and tags"},
    [RULE_YAML_KEY] = {"yaml-key", SEVERITY_ERROR, FAULT_CONTENT,
                       "every key is known and stands once", PROMISE_INPUT},
    [RULE_VALUE] = {"value", SEVERITY_ERROR, FAULT_CONTENT, "a value is one that its key allows",
                    PROMISE_INPUT},
    [RULE_CONTRAST] = {"contrast", SEVERITY_ERROR, FAULT_CONTENT,
                       "text stands out 7:1 from what it is printed on, marks 3:1",
                       "WCAG 2.2, 1.4.6 and 1.4.11"},

    [RULE_CONTACT_MISSING] = {"contact-missing", SEVERITY_WARNING, FAULT_CONTENT,
                              "the clinic's contact facts are given", PROMISE_FACTS},
    [RULE_HOURS_MISSING] = {"hours-missing", SEVERITY_WARNING, FAULT_CONTENT,
                            "opening hours are given with their times", PROMISE_FACTS},
    [RULE_FRONT_MATTER_MISSING] = {"front-matter-missing", SEVERITY_WARNING, FAULT_CONTENT,
                                   "an article says who made it, when it was reviewed and from "
                                   "which sources",
                                   PROMISE_FACTS},
    [RULE_LABELS_MISSING] = {"labels-missing", SEVERITY_WARNING, FAULT_CONTENT,
                             "the program's own words are given in the article's language",
                             "WCAG 2.2, 3.1.2"},
    [RULE_LABELS_INCOMPLETE] = {"labels-incomplete", SEVERITY_ERROR, FAULT_CONTENT,
                                "a labels file gives every label with all of its places",
                                PROMISE_INPUT},
    [RULE_REVIEW_DUE] = {"review-due", SEVERITY_WARNING, FAULT_CONTENT,
                         "an article's review date has not passed",
                         "NHS content standard: review dates"},

    [RULE_TITLE_MISSING] = {"title-missing", SEVERITY_ERROR, FAULT_CONTENT,
                            "an article has a title", "PDF/UA-1 (ISO 14289-1) 7.1"},
    [RULE_HEADING_LEVEL] =
        {"heading-level", SEVERITY_WARNING, FAULT_CONTENT,
         "headings have words, and their levels descend one at a time below the title",
         "PDF/UA-1 (ISO 14289-1) 7.4.2"},
    [RULE_RAW_HTML] = {"raw-html", SEVERITY_WARNING, FAULT_CONTENT,
                       "an article is Markdown without HTML tags", PROMISE_WORDS},
    [RULE_IMAGE_ALT] = {"image-alt", SEVERITY_ERROR, FAULT_CONTENT,
                        "a picture has words that stand for it",
                        "WCAG 2.2, 1.1.1; PDF/UA-1 (ISO 14289-1) 7.3"},
    [RULE_IMAGE_FILE] = {"image-file", SEVERITY_ERROR, FAULT_CONTENT,
                         "a picture is a whole PNG or JPEG file inside the content directory",
                         PROMISE_INPUT},
    [RULE_LINK_TARGET] = {"link-target", SEVERITY_WARNING, FAULT_CONTENT,
                          "a link leads somewhere from paper too, and has words",
                          "WCAG 2.2, 2.4.4"},
    [RULE_MARKDOWN_NESTING] = {"markdown-nesting", SEVERITY_ERROR, FAULT_CONTENT,
                               "lists, quotes and emphasis are nested no deeper than a reader can "
                               "follow",
                               PROMISE_INPUT},
    [RULE_TABLE_CELLS] = {"table-cells", SEVERITY_ERROR, FAULT_CONTENT,
                          "a table row has no more cells than the table's header", PROMISE_WORDS},
    [RULE_EMPTY_ARTICLE] = {"empty-article", SEVERITY_ERROR, FAULT_CONTENT, "an article has text",
                            PROMISE_INPUT},

    [RULE_FONT_CONFIG] = {"font-config", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                          "the font set can be loaded and has the family asked for", PROMISE_INPUT},
    [RULE_GLYPH_MISSING] = {"glyph-missing", SEVERITY_ERROR, FAULT_CONTENT,
                            "a font of the set has every character of the text", PROMISE_WORDS},
    [RULE_OVERFLOW] = {"overflow", SEVERITY_ERROR, FAULT_CONTENT,
                       "text fits its box at the smallest size allowed", PROMISE_WORDS},
    [RULE_TABLE_WIDTH] = {"table-width", SEVERITY_WARNING, FAULT_CONTENT,
                          "a table has at most three columns, each wide enough to read",
                          "PEMAT-P item 19"},
    [RULE_CONTACT_SPLIT] = {"contact-split", SEVERITY_WARNING, FAULT_CONTENT,
                            "the contact block stands on one page", "print-standards T13"},

    [RULE_PDF] = {"pdf", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                  "the PDF library carries out every call", PROMISE_WHOLE},
    [RULE_PNG] = {"png", SEVERITY_ERROR, FAULT_ENVIRONMENT,
                  "the PNG library carries out every call", PROMISE_WHOLE},
};
static_assert(G_N_ELEMENTS(rules) == RULE_COUNT, "every rule has a row");

const struct rule_info *rule_get(enum rule rule)
{
    g_assert((unsigned)rule < RULE_COUNT);
    return &rules[rule];
}
