/*
 * Every word that the program itself prints, in the language of the article. The words stand in
 * content/labels/LANG.yaml, never in C. A label may hold places to fill in, written {name}.
 */
#ifndef HANDOUT_CONTENT_LABELS_H
#define HANDOUT_CONTENT_LABELS_H

#include "base/diag.h"

#include <glib.h>

enum label {
    LABEL_CONTACT_HEADING,  /* heading of the contact block */
    LABEL_FACT_SEPARATOR,   /* between a label and its value, with its spaces */
    LABEL_CALL_US,          /* before a telephone number */
    LABEL_CALL_US_WRITE_IN, /* before the line that staff write the number on */
    LABEL_EMAIL,
    LABEL_WEBSITE,
    LABEL_ADDRESS,
    LABEL_OPENING_HOURS,
    LABEL_SERVICES,
    LABEL_ASK_FRONT_DESK, /* on screens, when there is no telephone number */
    LABEL_PAGE_OF,        /* {page} {pages} */
    LABEL_PART_OF,        /* {part} {parts}: parts of one section on screens */
    LABEL_ABOUT_HEADING,  /* heading of the lines on who made and checked the handout */
    LABEL_VERSION,
    LABEL_REVIEWED,
    LABEL_REVIEW_DUE,
    LABEL_PRODUCER,
    LABEL_APPROVED_BY,
    LABEL_APPROVED_ON,
    LABEL_AUDIENCE,
    LABEL_PURPOSE,
    LABEL_FUNDING,
    LABEL_FEEDBACK,
    LABEL_SOURCES,
    LABEL_VERIFIED_ON,    /* before the day when the contact facts were checked */
    LABEL_CRISIS_HEADING, /* above the lines to turn to at once */
    LABEL_CRISIS_CALL,    /* before a number of such a line */
    LABEL_CRISIS_TEXT,    /* before a number to send a message to */
    LABEL_QR_CAPTION,     /* {url} */
    LABEL_QR_ALT,         /* {url} */
    LABEL_LINK_TELEPHONE, /* {number}: spoken name of a tel: link */
    LABEL_LINK_EMAIL,     /* {address} */
    LABEL_LINK_WEBSITE,   /* {name}: spoken name of the clinic's web link */
    LABEL_LINK_OUT,       /* {text}: spoken name of a web link in the article */
    LABEL_TASK_OPEN,      /* what a reader hears for an empty box */
    LABEL_TASK_DONE,
    LABEL_BLANK,
    LABEL_DELETED,
    LABEL_ADDED,
    LABEL_MONDAY,
    LABEL_TUESDAY,
    LABEL_WEDNESDAY,
    LABEL_THURSDAY,
    LABEL_FRIDAY,
    LABEL_SATURDAY,
    LABEL_SUNDAY,
    LABEL_DAY_RANGE,  /* {first} {last} */
    LABEL_DAY_AND,    /* {first} {last}: joins the last two of a list */
    LABEL_DAY_COMMA,  /* between the others */
    LABEL_HOURS_LINE, /* {days} {times} */
    LABEL_TIME_RANGE, /* {from} {to} */
    LABEL_TIME_AND,   /* {first} {second}: joins the time ranges of one day */
    LABEL_CLOSED,
    LABEL_PUBLIC_HOLIDAYS,
    LABEL_ALWAYS_OPEN,
    LABEL_TIME_AM, /* full hours; {hour} (1 to 12) or {hour24} (0 to 23) */
    LABEL_TIME_PM,
    LABEL_TIME_AM_MINUTES, /* times with minutes; {minute} too */
    LABEL_TIME_PM_MINUTES,
    LABEL_NOON,
    LABEL_MIDNIGHT,
    LABEL_KEY_POINTS, /* heading of the article's key points */
    LABEL_QUESTIONS,  /* heading of the questions to ask */
    LABEL_SLIP_TITLE, /* heading of the contact slip */
    LABEL_SLIP_INTRO, /* what to do with it */
    LABEL_SLIP_NAME,
    LABEL_SLIP_TELEPHONE,
    LABEL_SLIP_EMAIL,
    LABEL_SLIP_PREFERRED, /* how the person wants to be contacted */
    LABEL_PANEL_COVER,    /* names of a brochure's panels, in proofs */
    LABEL_PANEL_INSIDE,   /* {number} */
    LABEL_PANEL_FLAP,
    LABEL_PANEL_BACK,
    LABEL_SHEET_OUTSIDE, /* page labels of a brochure's two sides */
    LABEL_SHEET_INSIDE,
    LABEL_SAMPLE,      /* across every page of a sample */
    LABEL_SCREEN_MORE, /* on the last screen: where to get the whole text */
    /* The browser player: its controls in words, filled in by the player itself */
    LABEL_PLAYER_SHOW, /* {name} */
    LABEL_PLAYER_CAROUSEL,
    LABEL_PLAYER_SLIDE,
    LABEL_PLAYER_SLIDE_OF, /* {slide} {slides} */
    LABEL_PLAYER_CONTROLS,
    LABEL_PLAYER_PAUSE,
    LABEL_PLAYER_PLAY,
    LABEL_PLAYER_PREVIOUS,
    LABEL_PLAYER_NEXT,
    LABEL_PLAYER_TEXT_SIZE,
    LABEL_PLAYER_COLORS,
    LABEL_PLAYER_COLORS_LIGHT,
    LABEL_PLAYER_COLORS_NIGHT,
    LABEL_PLAYER_COLORS_CONTRAST,
    LABEL_PLAYER_LANGUAGE,
    LABEL_PLAYER_READ_ALL,
    LABEL_PLAYER_RESUMES, /* {seconds} */
    LABEL_PLAYER_PICTURE_MISSING,
    /* The page with the words of all slides */
    LABEL_TRANSCRIPT_TITLE, /* {name} */
    LABEL_TRANSCRIPT_BACK,
    LABEL_QR_HANDOUT, /* {url}: beside the code on the last screen */
    LABEL_COUNT,
    LABEL_PLAYER_FIRST = LABEL_PLAYER_SHOW,
    LABEL_PLAYER_LAST = LABEL_PLAYER_PICTURE_MISSING
};

struct labels;

/*
 * The labels for BCP 47 `lang`: LANG.yaml, else its primary language (en-US -> en), else English
 * with RULE_LABELS_MISSING reported as a warning at `from`. NULL, reported, when English is not
 * there either, a label is not given (RULE_LABELS_INCOMPLETE) or the file is broken.
 */
struct labels *labels_load(const char *directory, const char *lang, struct pos from,
                           struct diag *diag);
void labels_free(struct labels *labels);

/* The language that the words are in, which may differ from the article's. */
const char *labels_lang(const struct labels *labels);

/* The key of a label in the file. Static. */
const char *labels_key(enum label label);

/* The words, as written in the file. Never NULL. */
const char *labels_get(const struct labels *labels, enum label label);

/*
 * The words with their places filled in: pairs of name and value, ended by NULL.
 * labels_format(l, LABEL_PAGE_OF, "page", "2", "pages", "6", NULL). Owned by the caller.
 */
char *labels_format(const struct labels *labels, enum label label, ...) G_GNUC_NULL_TERMINATED;

/* Words that end in a full stop without ending a sentence ("Dr."), in the labels' language;
 * NULL-terminated. */
const char *const *labels_abbreviations(const struct labels *labels);

#endif
