/*
 * Diagnostics: everything that the program has to say about its input and its surroundings.
 *
 * Stages report findings as they meet them, in any order; `diag_print` sorts them by place. Whoever
 * knows the position reports, once; callers only pass `false` on. Rules live in one table
 * (rules.c): adding one means one enum constant here and one row there.
 *
 * A `struct diag` may be shared by threads. It owns copies of everything reported to it.
 */
#ifndef HANDOUT_BASE_DIAG_H
#define HANDOUT_BASE_DIAG_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* A place in a file, which may be copied and kept for ever. */
struct pos {
    guint64 file; /* whose path has this number (base/paths.h), as the command line gives it or
                     found below that; 0: no file */
    int line;     /* 1-based; 0: the file as a whole */
    int col;      /* 1-based, in code points; 0: the line as a whole */
};

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };

/* Who has to act: decides the exit status of an error (1 or 3). */
enum fault { FAULT_CONTENT, FAULT_ENVIRONMENT, FAULT_COUNT };

enum rule {
    /* Reading files */
    RULE_FILE_READ,     /* a file that is needed cannot be opened or read */
    RULE_FILE_WRITE,    /* a product cannot be written (disk full, permission) */
    RULE_FILE_SIZE,     /* a file is larger than any real article, picture or setting */
    RULE_ENCODING,      /* a text file is not valid UTF-8, or holds control characters */
    RULE_NO_ARTICLES,   /* content/ holds no article, or not the one asked for */
    RULE_NAME_CLASH,    /* two products would be the same file */
    RULE_FOLDER_NAME,   /* a folder is named like an article */
    RULE_FILE_NAME,     /* a file is named nearly as what is read */
    RULE_FILE_EXISTS,   /* a draft would take the place of a file that is there */
    RULE_IMPORT_PANDOC, /* a word processor's document cannot be converted */
    /* YAML: clinic, style, labels, front matter */
    RULE_YAML_SYNTAX,    /* not YAML, or not the shape (mapping, list, scalar) asked for */
    RULE_YAML_KEY,       /* unknown or repeated key */
    RULE_VALUE,          /* a value that its key does not allow */
    RULE_CONTRAST,       /* a colour pair under 7:1 for text or 3:1 for marks */
    RULE_ACCENT_SHIFTED, /* an accent too pale for its uses, which is darkened */
    /* Facts that the clinic or the article does not give */
    RULE_CONTACT_MISSING,
    RULE_HOURS_MISSING,
    RULE_HOURS_UNREAD, /* a line of hours that is printed as it is written */
    RULE_HOURS_DOUBT,  /* hours that end before they begin */
    RULE_FRONT_MATTER_MISSING,
    RULE_LABELS_MISSING,    /* words of the program that the language lacks: English stands in */
    RULE_LABELS_INCOMPLETE, /* a label leaves out one of its places */
    RULE_LABELS_RETIRED,    /* a label of an earlier version */
    RULE_LABELS_COPY,       /* a labels file of another language in English */
    RULE_LABELS_UNREVIEWED, /* labels that nobody qualified has read */
    RULE_SAMPLE,            /* the content is a starter with placeholders */
    RULE_REVIEW_DUE,        /* the article's review date has passed */
    /* The article */
    RULE_TITLE_MISSING,
    RULE_HEADING_LEVEL,
    RULE_RAW_HTML,
    RULE_IMAGE_ALT,
    RULE_IMAGE_FILE,
    RULE_IMAGE_NAME, /* found by a name that is nearly its own */
    RULE_LINK_TARGET,
    RULE_LINK_INSIDE, /* a link to a heading that is not there */
    RULE_MARKDOWN_NESTING,
    RULE_TABLE_CELLS, /* a table row has more cells than its header: GFM drops them */
    RULE_NOTE,        /* a note that nothing refers to, or a reference to no note */
    RULE_SIGN,        /* a sign that may mean something is taken for markup and lost */
    RULE_EMPTY_ARTICLE,
    RULE_ANNOUNCEMENT,     /* an article is short enough to be taken for an announcement */
    RULE_URGENT_END,       /* the urgent message does not say when it ends */
    RULE_URGENT,           /* the urgent message is the whole show, or has ended */
    RULE_URGENT_UNWATCHED, /* it ends by itself on some displays alone */
    /* Layout */
    RULE_FONT_CONFIG,     /* the font set cannot be loaded, or lacks the family asked for */
    RULE_GLYPH_MISSING,   /* no font has a character of the text */
    RULE_MARK_ALONE,      /* a vowel sign or mark has no letter to stand on */
    RULE_WORD_PARTED,     /* a word is wider than its line */
    RULE_SCREEN_DISTANCE, /* a screen's letters are smaller than its readers' distance asks for */
    RULE_OVERFLOW,        /* text does not fit its box at the smallest size allowed */
    RULE_LEFT_OUT,        /* the same, of a product that nobody named: it is left out */
    RULE_UNWRITABLE,      /* a product that is asked for cannot be written of the article */
    RULE_TABLE_WIDTH,
    RULE_SERVICES_LEFT_OUT, /* the services gave way to the other contact facts */
    RULE_SLIP_LEFT_OUT,     /* the contact slip is longer than a page */
    RULE_SLIP_LETTERS,      /* its form fields lack the letters of their language */
    RULE_REACH,             /* visitors do not reach the bar of the display */
    RULE_LOOP_LONG,         /* one round of the lobby show takes longer than people wait */
    RULE_CONTACT_SPLIT,     /* the contact block is longer than a page */
    RULE_SPEECH_MISSING,    /* what was to be read aloud is not */
    RULE_SPEECH_VOICE,      /* espeak-ng has no voice for a language of the show */
    RULE_PANELS_EMPTY,      /* a brochure has too little text for its panels */
    RULE_MEMORY,            /* what builds remember is not as it was written */
    /* Painting */
    RULE_PDF, /* the PDF library refused a call */
    RULE_PNG, /* the PNG library refused a call */

    /* What a careful editor would catch (rows in rules_check.c). Facts */
    RULE_CHECK_FIRST,
    RULE_PLACEHOLDER = RULE_CHECK_FIRST, /* words that stand where a fact should be */
    RULE_UNFILLED,                       /* a template's field that nobody has filled in */
    RULE_FOREIGN,                        /* syntax of another Markdown or a template */
    RULE_FACT_UNKNOWN,                   /* a fact of the article that clinic.yaml does not give */
    RULE_TELEPHONE_FORM,
    RULE_POSTAL_FORM, /* a postal code or state that its country does not have */
    RULE_CONTACT_ROUTE,
    RULE_VERIFIED_ON,
    RULE_HOURS_OVERLAP,
    RULE_HOURS_GAP,
    RULE_HOTLINE_RETIRED,
    RULE_CRISIS_LINE,
    /* Translations */
    RULE_TRANSLATION_UNREAD,   /* a machine's words that nobody has read over */
    RULE_TRANSLATION_CRITICAL, /* the same, where a mistake can do harm */
    RULE_TRANSLATION_FILE,     /* what translators give back cannot be read */
    RULE_TRANSLATION_SOURCE,   /* the article that is translated is not there */
    RULE_TRANSLATION_ALONE,    /* nothing says which article was translated */
    RULE_TRANSLATION_STALE,    /* its source has changed since */
    RULE_TRANSLATION_MISSING,
    RULE_TRANSLATION_EXTRA,
    RULE_TRANSLATION_SHAPE,
    RULE_TRANSLATION_NUMBER,
    RULE_TRANSLATION_DOSE,
    RULE_TRANSLATION_TELEPHONE,
    RULE_TRANSLATION_LINK,
    RULE_TRANSLATION_NEGATION,
    /* Where the text comes from and what it is for */
    RULE_REVIEW_INTERVAL,
    RULE_PROVENANCE,
    RULE_PURPOSE,
    /* What the reader is to do */
    RULE_NEXT_STEPS,
    RULE_STEPS,
    RULE_TOOL,
    /* Shape */
    RULE_TITLE_LENGTH,
    RULE_HEADING_VAGUE,
    RULE_SECTION_LENGTH,
    RULE_SECTION_COUNT,
    RULE_LINK_VAGUE,
    RULE_ALT_QUALITY,
    RULE_CAPITALS,
    RULE_LIST_SHAPE,
    RULE_TABLE_SHAPE,
    RULE_VISUAL_CUES,
    RULE_BOLD_RATE,
    /* Words */
    RULE_JARGON,
    RULE_ABBREVIATION,
    RULE_YOU_RATE,
    RULE_THIRD_PERSON,
    RULE_PASSIVE_RATE,
    RULE_SUMS,
    RULE_NUMBERS,
    /* Readability */
    RULE_READING_GRADE,
    RULE_READING_SMOG,
    RULE_READING_EASE,
    RULE_READING_INFLESZ,
    RULE_LONG_WORDS,
    RULE_SENTENCE_MEAN,
    RULE_SENTENCE_LONG,
    RULE_PARAGRAPH_LONG,
    /* Finished pages */
    RULE_LAYOUT_SIZE,
    RULE_LAYOUT_CONTRAST,
    RULE_LAYOUT_MEASURE,
    RULE_LAYOUT_LINES,
    RULE_LAYOUT_FACT,
    RULE_LAYOUT_SPACE,
    RULE_COUNT
};

/* One row of the rule table. */
struct rule_info {
    const char *id; /* kebab-case, as printed in [brackets] */
    enum severity severity;
    enum fault fault;
    const char *summary; /* what the rule looks for, one sentence */
    const char *source;  /* where it comes from: a standard and clause, or this program's promise */
    const char *why;     /* what happens to a reader otherwise, one sentence */
    const char *fix;     /* what to do, an imperative clause without a full stop */
};

/* Never NULL for a constant below RULE_COUNT. The row is static. */
const struct rule_info *rule_get(enum rule rule);

/* The rule with that id; false when there is none. */
bool rule_find(const char *id, enum rule *out);

/* The id nearest to a mistyped one, or NULL. */
const char *rule_nearest(const char *id);

/* True for rules whose weight is a matter of judgement: these alone can be changed or silenced. The
 * others keep the program's promises. */
bool rule_is_judgement(enum rule rule);

struct diag;
struct finding;

/* `strict`: warnings are reported, counted and act as errors. */
struct diag *diag_new(bool strict);
bool diag_is_strict(const struct diag *diag);
void diag_free(struct diag *diag);

/*
 * Adds one finding. The message is lower case, quotes its subject in 'single quotes', says what to
 * do, has no full stop and no line break. The same finding (rule, place, text) reported again is
 * kept once, so a document that is laid out several times does not repeat itself. Nor is one fault
 * told by two rules where one of them sees its cause.
 */
void diag_report(struct diag *diag, enum rule rule, struct pos pos, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* One with the weights of another, and nothing found or kept back. */
struct diag *diag_new_like(const struct diag *other);

/* Reports once more what was found before, as it was worded then. */
void diag_repeat(struct diag *diag, const struct finding *found);

/* Reports what `from` has found. */
void diag_absorb(struct diag *diag, const struct diag *from);

/* `rule` weighs `severity` from now on; what it has reported already is weighed again. */
void diag_set_severity(struct diag *diag, enum rule rule, enum severity severity);

/* Keeps back the findings of `rule`, earlier ones too, in the file `path` (base/paths.h; 0: in
 * all). */
void diag_silence(struct diag *diag, enum rule rule, guint64 path);

/* How many findings were kept back. */
unsigned diag_silenced(const struct diag *diag);

unsigned diag_count(const struct diag *diag, enum severity severity);

/* Findings of severity error since `diag_new`; lets a stage see whether its own part failed. */
unsigned diag_errors(const struct diag *diag);

/* Findings of one rule. */
unsigned diag_count_rule(const struct diag *diag, enum rule rule);

/* Findings of severity error in one file, whatever other threads report meanwhile. */
unsigned diag_errors_in(const struct diag *diag, const char *path);

/* The same without warnings that are errors by strictness alone: what people must be told at once
 * does not wait for them. */
unsigned diag_faults_in(const struct diag *diag, const char *path);

/* Errors in one file that no setting has made of something less, but for those of the `n` rules. */
unsigned diag_faults_beside(const struct diag *diag, const char *path, const enum rule *rules,
                            size_t n);

/* `path:line:col: severity: message [rule-id]`, one finding a line, sorted by path, line and
 * column. */
void diag_print(const struct diag *diag, FILE *out);

/* The same for a busy reader: what is said of several products is one line, and of what is said
 * again and again in one file all but the first few are counted. Errors are all there, but for
 * many files of a folder that cannot be written. */
void diag_print_short(const struct diag *diag, FILE *out);

/* "3 errors"; one is told without the s. */
void diag_print_count(unsigned count, const char *what, FILE *out);

/* One finding, as `diag_findings` gives it. */
struct finding {
    enum rule rule;
    enum severity severity; /* after `strict` and changes of weight */
    struct pos pos;
    char *message;
};

/* One that stays when the diag goes; the caller's, who frees it with finding_free. */
struct finding *finding_copy(const struct finding *finding);
void finding_free(void *finding);

/* The findings in the order of `diag_print`: of const struct finding *, whose words stay the
 * diag's. The caller frees the array, and they go with it. */
GPtrArray *diag_findings(const struct diag *diag);

/* One line of valid UTF-8 without control characters: quoted content must not be able to forge
 * lines of the report or drive a terminal. Owned by the caller. */
char *diag_printable(const char *text);

/* "note", "warning", "error". */
const char *severity_name(enum severity severity);

/* The findings as a JSON array of objects (path, line, col, severity, rule, message), same order.
 * Owned by the caller. */
char *diag_to_json(const struct diag *diag);

/* STATUS_OK, STATUS_CONTENT, or STATUS_ENVIRONMENT, which wins (base/status.h). */
int diag_exit_status(const struct diag *diag);

#endif
