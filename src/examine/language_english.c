/*
 * English: the lists of its checks, the shapes of its numbers, its passive. Awkward: grammar is
 * guessed from forms ("is" + "-ed"), so checks report rates and no single sentences.
 */
#include "examine/language_english.h"

#include "content/date_english.h"

#define LIST(name, ...) static const char *const name[] = {__VA_ARGS__, NULL}

LIST(known_abbreviations, "us", "usa", "uk", "tv", "am", "pm", "id", "ok", "pdf", "po", "sms",
     "dna", "hiv", "cd", "dvd");

LIST(you, "you", "your", "yours", "yourself", "you're", "you'll", "you've", "you'd");

LIST(about_reader, "patients should", "patients must", "the patient should", "the patient must",
     "patients need to", "individuals should");

LIST(sums, "calculate", "multiply", "add up", "divide", "subtract");

LIST(asking, "ask", "book", "bring", "call", "check", "contact", "fill", "find", "get", "give",
     "go", "keep", "learn", "let", "list", "make", "note", "plan", "read", "reach", "see",
     "schedule", "speak", "start", "stop", "take", "talk", "tell", "text", "try", "use", "visit",
     "write");

LIST(please, "please");

LIST(first, "first", "firstly");

LIST(later, "then", "next", "second", "secondly", "finally", "lastly");

LIST(promise, "these steps", "following steps", "steps below", "step by step");

LIST(vague_headings, "introduction", "overview", "general", "other", "background", "miscellaneous",
     "details", "information", "conclusion", "more", "notes");

LIST(vague_links, "click here", "here", "more", "read more", "link", "learn more", "this link",
     "this page", "website", "page", "see more", "details");

#define AND_DAY(name, ...) , name

LIST(opening, "open", "opening", "hours" DATE_ENGLISH_DAYS(AND_DAY));

LIST(crisis, "mental health", "suicide", "suicidal", "self-harm", "depression", "antidepressant",
     "psychiatric", "antidepressants", "panic attack");

LIST(be, "is", "are", "was", "were", "been", "be", "being");

LIST(participles, "done", "given", "taken", "made", "seen", "found", "shown", "known", "told",
     "caused", "held", "kept", "put", "sent", "set", "left", "paid", "brought", "built", "felt",
     "written", "chosen", "drawn");

#define OR_MONTH(name, ...) "|" name
#define MONTHS              "(?:(?!)" DATE_ENGLISH_MONTHS(OR_MONTH) ")"

/* Whichever comes first; only the named ones are numbers to be understood. */
static struct pattern numbers =
    PATTERN(MONTHS " \\d{1,2}|\\d{1,2} " MONTHS                    /* May 12 */
                   "|\\b(?:19|20)\\d\\d\\b"                        /* 2026 */
                   "|\\d+/\\d+|(?<![\\w-])\\p{L}[\\w-]*\\d[\\w-]*" /* 24/7, B12 */
                   "|(?<share>\\d+ (?:in|out of) (?:every )?\\d+)"
                   "|(?<dose>\\d+(?:[.,]\\d+)? ?(?:mg|mcg|µg|g|kg|ml|mL|L|IU|mmHg|°[CF])\\b)"
                   "|(?<percent>\\d+(?:\\.\\d+)? ?(?:%|percent|per cent))"
                   "|(?<decimal>\\d+\\.\\d+)"
                   "|(?<plain>\\d+(?:,\\d{3})*)");

static bool is_participle(const struct word *word)
{
    bool regular =
        word->length > 4 && g_ascii_strncasecmp(word->start + word->length - 2, "ed", 2) == 0;
    return regular || word_is_any(word, participles);
}

/* A form of "be", then a participle, at most one word between ("is often given"). */
static bool is_passive(const char *text, const struct sentence *sentence)
{
    struct word_walk walk = sentence_words(text, sentence);
    struct word word;
    unsigned since = 9; /* words since a form of "be" */
    while (word_next(&walk, &word)) {
        if (word_is_any(&word, be))
            since = 0;
        else if (++since <= 2 && is_participle(&word))
            return true;
    }
    return false;
}

const struct language_checks language_english = {
    .lang = "en",
    .count_syllables = english_syllables,
    .is_everyday = english_is_everyday,
    .find_jargon = english_find_jargon,
    .is_passive = is_passive,
    .known_abbreviations = known_abbreviations,
    .you = you,
    .about_reader = about_reader,
    .sums = sums,
    .asking = asking,
    .please = please,
    .first = first,
    .later = later,
    .promise = promise,
    .tool_words = 100,
    .numbers = &numbers,
    .vague_headings = vague_headings,
    .vague_links = vague_links,
    .alt_empty = language_alt_empty,
    .alt_openings = language_alt_openings,
    .opening = opening,
    .crisis = crisis,
    .purpose_letters = 5, /* shorter words say little about a purpose */
};
