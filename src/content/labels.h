/*
 * Every word that the program itself prints, in the language of the article, and what the program
 * has to know of that language: names of days and months, how dates are written, small words.
 *
 * The words stand in YAML, never in C. The program carries a file for each of its languages
 * (src/content/labels/LANG.yaml, see en.yaml there for what each key says); a clinic's own
 * content/labels/LANG.yaml holds only the keys that it changes. Words are looked for, key by key,
 * in the clinic's files of the language, then in the program's, each from the nearest tag to the
 * widest (en-GB, en), then in the English ones. Facts of languages come from CLDR
 * (src/content/labels/from-cldr.py).
 *
 * All text is UTF-8. What is lent stays the labels' own and holds as long as they do.
 */
#ifndef HANDOUT_CONTENT_LABELS_H
#define HANDOUT_CONTENT_LABELS_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

/*
 * One phrase each. Those with {places} in their comment are filled in by `labels_format`, the
 * others are printed as they stand. A row of labels_rows.c ties each to its key.
 */
enum label {
    LABEL_CONTACT_HEADING,  /* heading of the contact block */
    LABEL_PLACES_HEADING,   /* above contact points and locations */
    LABEL_FACT_SEPARATOR,   /* between a label and its value, with its blanks: ": " */
    LABEL_LIST_SEPARATOR,   /* between entries of a list in a line, with its blanks: ", " */
    LABEL_CALL_US,          /* before a telephone number */
    LABEL_CALL_US_WRITE_IN, /* before the line that staff write the number on */
    LABEL_EMAIL,
    LABEL_TEXT, /* before a number for text messages */
    LABEL_FAX,
    LABEL_TTY, /* before a number for text telephones of deaf people */
    LABEL_WEBSITE,
    LABEL_ADDRESS,
    LABEL_VISIT_US, /* heading of the address */
    LABEL_OPENING_HOURS,
    LABEL_AFTER_HOURS, /* who answers when the clinic is closed */
    LABEL_BY_APPOINTMENT,
    LABEL_SERVICES,
    LABEL_ASK_FRONT_DESK, /* on screens, when there is no telephone number */
    LABEL_PAGE_OF,        /* {page} {pages} */
    LABEL_PART_OF,        /* {part} {parts}: parts of one section on screens */
    LABEL_CONTENTS,       /* heading of the list of sections */
    LABEL_ON_PAGE,        /* {page}: where one of them begins */
    LABEL_NOTES,          /* heading of the notes that numbers in the text refer to */
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
    LABEL_ALSO_IN,            /* {languages}: other languages that the handout is there in */
    LABEL_MACHINE_TRANSLATED, /* on a translation that no qualified translator has read */
    LABEL_VERIFIED_ON,        /* when the contact details were last checked */
    LABEL_CRISIS_HEADING,
    LABEL_CRISIS_CALL,
    LABEL_CRISIS_TEXT,
    LABEL_CRISIS_CALL_OR_TEXT, /* above the name of who takes both */
    LABEL_QR_CAPTION,          /* {url} */
    LABEL_QR_WEBSITE,          /* beside a code that opens the website, above its address */
    LABEL_FOOT_CALL,           /* {number}: at the foot of pages */
    LABEL_QR_ALT,              /* {url} */
    /* What a screen reader says for links and for marks */
    LABEL_LINK_TELEPHONE, /* {number} */
    LABEL_LINK_EMAIL,     /* {address} */
    LABEL_LINK_WEBSITE,   /* {name}: whose website it is */
    LABEL_LINK_OUT,       /* {text}: the words of a link to a web page */
    LABEL_NOTE_BACK,      /* from a note back to where the text refers to it */
    LABEL_TASK_OPEN,      /* spoken for an empty check box */
    LABEL_TASK_DONE,
    LABEL_DELETED, /* {text}: spoken for text that is struck out */
    LABEL_ADDED,   /* {text}: spoken for text that was put in */
    LABEL_BLANK,   /* spoken for a line to write on */
    LABEL_NOTHING, /* spoken for a dash alone in a cell of a table */
    /* Days and times of day */
    LABEL_MONDAY,
    LABEL_TUESDAY,
    LABEL_WEDNESDAY,
    LABEL_THURSDAY,
    LABEL_FRIDAY,
    LABEL_SATURDAY,
    LABEL_SUNDAY,
    LABEL_PUBLIC_HOLIDAYS,
    LABEL_SCHOOL_HOLIDAYS,
    LABEL_DAY_FIRST, /* {day}: the first of this weekday in every month; so the next ones */
    LABEL_DAY_SECOND,
    LABEL_DAY_THIRD,
    LABEL_DAY_FOURTH,
    LABEL_DAY_FIFTH,
    LABEL_DAY_LAST,
    LABEL_DAY_RANGE,       /* {first} {last} */
    LABEL_DAY_RANGE_SHORT, /* {first} {last}, by their short names */
    LABEL_HOLIDAYS_SHORT,  /* public ones, where no others are told apart */
    LABEL_DAY_AND,         /* {first} {last} */
    LABEL_DAY_COMMA,       /* between days, with its blanks */
    LABEL_HOURS_LINE,      /* {days} {times} */
    LABEL_TIME_RANGE,      /* {from} {to} */
    LABEL_TIME_OPEN_END,   /* {from}: nobody says until when */
    LABEL_TIME_AND,        /* {first} {second} */
    LABEL_CLOSED,
    LABEL_ALWAYS_OPEN,
    LABEL_ALL_DAY, /* from midnight to midnight */
    /* The places of times are at the language's choice: {hour} counts 1 to 12, {hour24} 0 to 23,
     * {hour24_two} 00 to 23; {minute} has two digits. */
    LABEL_TIME_AM, /* full hours before noon */
    LABEL_TIME_PM,
    LABEL_TIME_AM_MINUTES,
    LABEL_TIME_PM_MINUTES,
    LABEL_NOON,
    LABEL_MIDNIGHT,
    /* Dates of the Gregorian calendar. The places are at the language's choice: {month} is the name
     * beside a day, {month_alone} without one, {month_number} 1 to 12. */
    LABEL_DATE_DAY,
    LABEL_DATE_MONTH_DAY, /* of every year: no {year} */
    LABEL_DATE_MONTH,     /* when no day is known */
    LABEL_DATE_YEAR,      /* when no month is known */
    /* The article's own parts */
    LABEL_KEY_POINTS,   /* heading of the key points */
    LABEL_QUESTIONS,    /* heading of the questions to ask */
    LABEL_MY_QUESTIONS, /* heading of lines to write on */
    LABEL_MY_NOTES,     /* the same, for anything */
    LABEL_NOTE,
    LABEL_TIP,
    LABEL_IMPORTANT,
    LABEL_WARNING,
    LABEL_CAUTION,
    LABEL_GOOD_TO_KNOW, /* heading of a box that says no kind of its own */
    /* The slip that a person fills in */
    LABEL_SLIP_TITLE, /* {clinic} */
    LABEL_SLIP_FIELD, /* what a field of one of several slips asks: {number}, {count}, {field} */
    LABEL_SLIP_INTRO,
    LABEL_SLIP_NAME,
    LABEL_SLIP_TELEPHONE,
    LABEL_SLIP_EMAIL,
    LABEL_SLIP_PREFERRED,
    /* Panels and sheets of a folded brochure, for bookmarks and page labels */
    LABEL_PANEL_COVER,
    LABEL_PANEL_INSIDE, /* {number} */
    LABEL_PANEL_FLAP,
    LABEL_PANEL_BACK,
    LABEL_SHEET_OUTSIDE,
    LABEL_SHEET_INSIDE,
    LABEL_SAMPLE,      /* across every page of a starter */
    LABEL_TAKE_HOME,   /* heading of the next, on screens */
    LABEL_SCREEN_MORE, /* where to get the words of the screens on paper */
    /* Controls of the browser player; written into the show's manifest by key, without "player_" */
    LABEL_PLAYER_SHOW, /* {name} */
    LABEL_PLAYER_CAROUSEL,
    LABEL_PLAYER_SLIDE,
    LABEL_PLAYER_SLIDE_OF, /* {slide} {slides} */
    LABEL_PLAYER_CONTROLS,
    LABEL_PLAYER_PAUSE,
    LABEL_PLAYER_PLAY,
    LABEL_PLAYER_PREVIOUS,
    LABEL_PLAYER_NEXT,
    LABEL_PLAYER_COLORS,
    LABEL_PLAYER_COLORS_LIGHT,
    LABEL_PLAYER_COLORS_NIGHT,
    LABEL_PLAYER_COLORS_CONTRAST,
    LABEL_PLAYER_LANGUAGE,
    LABEL_PLAYER_READ_ALL,
    LABEL_PLAYER_PICTURE_MISSING,
    LABEL_PLAYER_PAGE_MISSING,
    LABEL_PLAYER_LARGER,
    LABEL_PLAYER_TOPICS,
    LABEL_PLAYER_START_AGAIN,
    LABEL_PLAYER_STILL_THERE,
    LABEL_PLAYER_SLIDES_AGAIN, /* {seconds} */
    LABEL_PLAYER_PAGE_AGAIN,   /* {seconds} */
    LABEL_PLAYER_STAY,
    LABEL_PLAYER_LISTEN, /* has the page read aloud; up to LOUDER, while it speaks */
    LABEL_PLAYER_LISTEN_STOP,
    LABEL_PLAYER_LISTEN_PAUSE,
    LABEL_PLAYER_LISTEN_AGAIN,
    LABEL_PLAYER_LISTEN_SLOWER,
    LABEL_PLAYER_LISTEN_FASTER,
    LABEL_PLAYER_LISTEN_SOFTER,
    LABEL_PLAYER_LISTEN_LOUDER,
    LABEL_PLAYER_SPOKEN_ON, /* told to who does not see, with the keys that there are */
    LABEL_PLAYER_SPOKEN_OFF,
    LABEL_PLAYER_SPOKEN_LOST, /* told where a sound is not there */
    /* The page with the words of all slides */
    LABEL_TRANSCRIPT_TITLE, /* {name} */
    LABEL_TRANSCRIPT_BACK,
    LABEL_KIOSK_QUESTION,
    LABEL_KIOSK_TOUCH,
    LABEL_KIOSK_BACK,
    LABEL_KIOSK_NEXT,
    LABEL_KIOSK_PART,  /* of an article, as much as the display shows at once: {part} {parts} */
    LABEL_KIOSK_LOWER, /* brings what is touched down to where everybody reaches it */
    LABEL_QR_HANDOUT,  /* {url}: beside the code on the last screen */
    LABEL_QR_PAGE,     /* beside a code that opens the handout's own page, on paper */

    LABEL_CATALOGUE,       /* title of the list of all handouts on the web */
    LABEL_OTHER_FORMATS,   /* on a web page: heading of the forms that a handout can be had in */
    LABEL_FORMAT_STANDARD, /* what a handout can be had as: to print, */
    LABEL_FORMAT_LARGE,    /* in large print, */
    LABEL_FORMAT_GIANT,    /* in very large print, */
    LABEL_FORMAT_BROCHURE, /* as a folded sheet, */
    LABEL_FORMAT_BOOKLET,
    LABEL_FORMAT_BILINGUAL,
    LABEL_FORMAT_BRAILLE,
    LABEL_FORMAT_TEXT,    /* as plain text */
    LABEL_FORM_PAGES,     /* how long that is: {pages}, in words that go with any number */
    LABEL_BRAILLE_ORIGIN, /* on the first page of braille: that no reader of it has read it */
    /* Pages of the web */
    LABEL_SKIP_LINK,      /* the way past what stands above the words */
    LABEL_LANGUAGES,      /* heading of the languages that a handout is there in */
    LABEL_THIS_PAGE,      /* beside the language of the page itself */
    LABEL_TYPE_HERE,      /* above places to type in: that nothing is sent or kept */
    LABEL_CATALOGUE_LEAD, /* what can be done with the handouts of the list */
    LABEL_FIND_HANDOUT,
    LABEL_SHOW_HANDOUTS_IN,
    LABEL_ALL_LANGUAGES,
    LABEL_HANDOUTS_FOUND, /* {count} */
    LABEL_NOTHING_FOUND,
    LABEL_TOPICS,
    LABEL_MORE_TOPICS, /* of handouts that stand in no folder, where others do */
    LABEL_FORMATS,
    /* The front desk */
    LABEL_DESK,
    LABEL_DESK_SEARCH,
    LABEL_DESK_CHOOSE,
    LABEL_DESK_LANGUAGE,
    LABEL_DESK_WHO,
    LABEL_DESK_STANDARD,
    LABEL_DESK_SLIP,
    LABEL_DESK_PHONE,
    LABEL_DESK_HINT_STANDARD,
    LABEL_DESK_HINT_LARGE,
    LABEL_DESK_HINT_GIANT,
    LABEL_DESK_HINT_BRAILLE,
    LABEL_DESK_HINT_PHONE,
    LABEL_DESK_HINT_BROCHURE,
    LABEL_DESK_HINT_BOOKLET,
    LABEL_DESK_HINT_BILINGUAL,
    LABEL_DESK_HINT_TEXT,
    LABEL_DESK_HINT_SLIP,
    LABEL_DESK_PREVIEW,
    LABEL_DESK_SHEETS, /* {sheets} */
    LABEL_DESK_SEE_PAGES,
    LABEL_DESK_MAKING,
    LABEL_DESK_NOTHING_FOUND,
    LABEL_DESK_NONE,
    LABEL_DESK_PRINT,
    LABEL_DESK_COPIES,
    LABEL_DESK_COPY_LESS,
    LABEL_DESK_COPY_MORE,
    LABEL_DESK_PRINTER,
    LABEL_DESK_PAPER,
    LABEL_DESK_SIDES,
    LABEL_DESK_SIDES_ONE,
    LABEL_DESK_SIDES_BOTH,
    LABEL_DESK_SIDES_BY_HAND,
    LABEL_DESK_SAVE_BRAILLE,
    LABEL_DESK_OPEN_PAGE,
    LABEL_DESK_OPEN_TEXT,
    LABEL_DESK_RECENT,
    LABEL_DESK_AGAIN,
    LABEL_DESK_PROBLEMS,
    LABEL_DESK_PROBLEMS_MORE, /* {count} */
    LABEL_DESK_PAST_REVIEW,
    LABEL_DESK_PAST_REVIEW_ASKED, /* what whoever prints it says */
    LABEL_DESK_SHOW_WHERE,
    LABEL_DESK_WHAT_TO_DO,
    LABEL_DESK_BEHIND, /* {count}: jobs that wait */
    LABEL_DESK_STOP,
    LABEL_DESK_PRINTING,
    LABEL_DESK_PRINTED,
    LABEL_DESK_STOPPED,
    LABEL_DESK_UNCERTAIN,
    LABEL_DESK_REFUSED,
    LABEL_DESK_REFUSED_THERE,
    LABEL_DESK_REFUSED_PAPER,
    LABEL_DESK_REFUSED_SETUP,
    LABEL_DESK_WAITS,
    LABEL_DESK_WAITING,
    /* How the printer is, and what to do about it */
    LABEL_PRINTER_READY,
    LABEL_PRINTER_BUSY,
    LABEL_PRINTER_SILENT,
    LABEL_PRINTER_NONE,
    LABEL_PRINTER_NO_PAPER,
    LABEL_PRINTER_OTHER_PAPER,
    LABEL_PRINTER_JAM,
    LABEL_PRINTER_OPEN,
    LABEL_PRINTER_FULL,
    LABEL_PRINTER_NO_INK,
    LABEL_PRINTER_PAUSED,
    LABEL_PRINTER_STOPPED,
    /* Sheets that somebody turns by hand */
    LABEL_TURN_TITLE,
    LABEL_TURN_LEAD,
    LABEL_TURN_TAKE,
    LABEL_TURN_TAKE_MORE,
    LABEL_TURN_OVER,
    LABEL_TURN_OVER_MORE,
    LABEL_TURN_APART,
    LABEL_TURN_BACK,
    /* The language itself */
    LABEL_LANGUAGE_NAME,   /* in its own words: "Español" */
    LABEL_DIRECTION,       /* "ltr" or "rtl" */
    LABEL_QUOTATION,       /* {text} in quotation marks */
    LABEL_QUOTATION_INNER, /* {text} in those of a quotation within a quotation */
    LABEL_DECIMAL_SIGN,    /* before the decimals of a number in European digits: "." */
    LABEL_COUNT,
    LABEL_PLAYER_FIRST = LABEL_PLAYER_SHOW,
    LABEL_PLAYER_LAST = LABEL_PLAYER_SPOKEN_LOST
};

/*
 * Lists of words. Except for the months, a word stands for itself alone, whatever its capitals, and
 * in languages without blanks between words for itself wherever it stands; a hyphen at one of its
 * ends stands for the rest of a word.
 */
enum label_list {
    LABELS_DAYS_SHORT,      /* "Mo", Monday first; 7 or none */
    LABELS_MONTHS,          /* beside a day, January first; 12 or none */
    LABELS_MONTHS_ALONE,    /* without a day ("октябрь", not "октября"); 12 or none */
    LABELS_ABBREVIATIONS,   /* end in a full stop without ending a sentence: "Dr." */
    LABELS_CALLING_WORDS,   /* begin the heading of a list that says when to call */
    LABELS_TOTAL_WORDS,     /* begin the head of a column with sums */
    LABELS_SMALL_WORDS,     /* should not end a line: "the" */
    LABELS_PHRASE_WORDS,    /* begin a phrase: "if" */
    LABELS_SPELLED_NUMBERS, /* should not end a line, either: "six" */
    LABELS_SPELLED_VALUES,  /* what such words come to: "2=two=twice" */
    LABELS_NUMBER_TIES,     /* between two numbers of one amount, as they stand: "1 in 10" */
    LABELS_NUMBER_PAIRS,    /* the same, where nothing is counted between: "4 or 6 weeks" */
    LABELS_PLACEHOLDER_WORDS,  /* stand in brackets for what was to be filled in */
    LABELS_NEGATIONS,          /* turn the sense round */
    LABELS_TRAILING_NEGATIONS, /* that of what stands before them: should begin no line */
    LABELS_NEAR_NEGATIONS,     /* may be such a word in another language: "at most" */
    LABELS_UNITS, /* of measure and of time: "mg=milligram=milligrams", the sign of the SI first */
    LABELS_NUMBER_FORMS,  /* of which numbers (patterns of all of one) a unit has which form: "1" */
    LABELS_SPOKEN_UNITS,  /* signs of units and of money, a blank and their forms: "mg
                             milligram|milligrams" */
    LABELS_LARGE_NUMBERS, /* behind figures, and what joins them to money: "millones de" */
    LABELS_COUNTED, /* what medicines come in, and times: "tablet=tablets=pill", English first */
    LABELS_SPOKEN_SIGNS, /* what voices pass over, a blank and what is heard: "< less than";
                            {number}: the one behind it, with its unit */
    /* Single words before figures: of a number to call, of another record, of either. */
    LABELS_TELEPHONE_WORDS,
    LABELS_EMERGENCY_WORDS, /* those of short numbers, of several words, too */
    LABELS_RECORD_WORDS,
    LABELS_NUMBER_WORDS,
    LABELS_CREDIT_WORDS, /* begin a line that says who made the page: "site by" */
    LABELS_CLINIC_WORDS, /* of headings above the clinic's own number: "Contact us" */
    /* Of opening hours as people say them, and what the reader of hours takes for it:
     * "weekends=Sa-Su", "{hour} in the morning=am"; "-" and "," between two days or times. */
    LABELS_HOURS_WORDS,
    /* A title with one of these gets the drawing of that name */
    LABELS_ART_STRANDS,
    LABELS_ART_RINGS,
    LABELS_ART_TILES,
    LABELS_ART_LEAVES,
    LABELS_ART_ARCHES,
    LABELS_ART_STONES,
    LABELS_COUNT
};

struct labels;

/* Instead of a folder of the clinic's: the program's own words alone. */
#define LABELS_OWN "/nonexistent"

/* The tags that the program carries a file for, in their order; owned by the caller. */
char **labels_carried(void);

/*
 * The labels for an article in BCP 47 `lang`, from the clinic's files in `directory` (which need
 * not be there; NULL: those of no clinic) and the program's own. `from` is the article. Owned by
 * the caller.
 *
 * Warnings: RULE_LABELS_MISSING, once for the language, when some or all words are English instead
 * (at `from` when the language has no file at all); RULE_LABELS_COPY when the clinic's file says
 * what the English one says; RULE_LABELS_UNREVIEWED when the words are no English and nobody
 * qualified has read them (`translation: machine: no` or a `reviewed_by:` says that somebody has).
 * The last has no line where the clinic has no file: it names the one to write.
 *
 * NULL, reported, when a file of the clinic cannot be read, has an unknown key, leaves a {place}
 * out (RULE_LABELS_INCOMPLETE) or fills in one that its key does not have.
 */
struct labels *labels_load(const char *directory, const char *lang, struct pos from,
                           struct diag *diag);
void labels_free(struct labels *labels);

/* False, reported, when `directory` or a labels file in it is there and cannot be read, of whatever
 * language: then nobody knows which words the clinic wants. */
bool labels_readable(const char *directory, struct diag *diag);

/* Tells them from all others that this program has loaded since it was started; never 0. */
unsigned labels_number(const struct labels *labels);

/* The language that the words are in, which may differ from the article's. Lent. */
const char *labels_lang(const struct labels *labels);

/* The language that one label is in: that of the labels, or "en" where English stands in. Lent. */
const char *labels_lang_of(const struct labels *labels, enum label label);

/* The same of the words for signs (LABELS_SPOKEN_SIGNS). Lent. */
const char *labels_lang_of_signs(const struct labels *labels);

/* Where the clinic's file of the language is, or would be: what is found there spoils every product
 * in the language. Interned. */
const char *labels_path(const struct labels *labels);

/* The key of a label in its file. Static. */
const char *labels_key(enum label label);

/* The words, as they are written in the file. Never NULL. Lent. */
const char *labels_get(const struct labels *labels, enum label label);

/*
 * The words with their places filled in: pairs of name and value, ended by NULL.
 * labels_format(l, LABEL_PAGE_OF, "page", "2", "pages", "6", NULL). Places that the words leave out
 * are passed over. Owned by the caller.
 */
char *labels_format(const struct labels *labels, enum label label, ...) G_GNUC_NULL_TERMINATED;

/* The words of a list, ended by NULL; empty where the language's files do not give them: English
 * words are of no use in another language, but for those that are heard for signs. Lent. */
const char *const *labels_list(const struct labels *labels, enum label_list list);

/* Whether the word is one of the list, whatever their capitals. */
bool labels_list_has(const struct labels *labels, enum label_list list, const char *word);

/* Whether one of the list begins the words, whatever their capitals, and ends where a word does. */
bool labels_begin(const struct labels *labels, enum label_list list, const char *words);

/* Whether one of the list stands anywhere in the text. */
bool labels_have(const struct labels *labels, enum label_list list, const char *text);

#endif
