/*
 * What the finders of contact facts share among themselves, and with the readers of pages.
 */
#ifndef HANDOUT_IMPORT_FACTS_H
#define HANDOUT_IMPORT_FACTS_H

#include "import/source.h"

#include <stdbool.h>

/* The value as clinic.yaml wants it, owned by the caller; NULL when `text` is no such value. */
char *fact_value(const struct source *source, enum found_key key, const char *text);

/* The opening hours in `text` as clinic.yaml wants them, owned by the caller; NULL when there are
 * none. `bare`: without a label before them, so that they must name both days and times. */
char *fact_hours(const struct source *source, const char *text, bool bare);

/* Loads the words that label facts in the language of the page, once. */
void fact_load_labels(struct source *source);

/* True when `text` is a label, whose key goes to `*key`; `*rest` is what stands after its colon, or
 * NULL when it has none. */
bool fact_find_label(const struct source *source, const char *text, enum found_key *key,
                     const char **rest);

/* What is left of a text that names hours, without the words that do: "our " of "Our opening
 * hours", "pharmacy " of "Pharmacy hours"; owned by the caller; NULL: it names none. */
char *fact_hours_whose(const struct source *source, const char *text);

/* True for a text that says that the clinic's hours follow: "When we are open". */
bool fact_names_hours(const struct source *source, const char *text);

/* True for a heading that says no more than that the clinic's own facts follow. */
bool fact_is_head(const struct source *source, const char *heading);

/* True for the head of a table of hours, by what it calls its columns. */
bool fact_heads_hours(const struct source *source, const struct input_line *row);

/* True for a line all words of which are bold. */
bool fact_is_bold(const struct input_line *line);

/* Lines that facts are looked for in. */
bool fact_may_be_in(const struct input_line *line);

/* The text behind the signs that it opens with, as "📞 "; a sign that says what follows goes to
 * `*key`, else that is FOUND_KEY_COUNT. */
const char *fact_behind_signs(const char *text, enum found_key *key);

/* Gives a point the hours, or notes, that the line says of it; `part`: their key, static. Takes
 * `value`, which may be NULL. */
void fact_say_more(struct source *source, struct input_line *line, struct found *of,
                   const char *part, char *value);

/* Takes a line of numbers, each with what it is for; or one link to a number or mail address. */
bool fact_take_numbers(struct source *source, struct input_line *line);
/* The same of a part of the line. */
bool fact_take_each_number(struct source *source, struct input_line *line, const char *text);

void fact_take_row(struct source *source, struct input_line *row);

/* In a page's foot, a line that begins with a word for a telephone and has one number: "Phone 503
 * 234 5678, weekdays 8–4". */
bool fact_take_called(struct source *source, struct input_line *line);
bool fact_take_link(struct source *source, struct input_line *line);

/* The number becomes a fact: the clinic's own if the label says no more than that it is one to call
 * (""), else a point with that for its name; lent. */
struct found *fact_add_number(struct source *source, struct input_line *line, const char *label,
                              const char *number);

/* Takes a number with what it is for, if `text` is no more than that; lent; NULL: it is not. */
struct found *fact_take_number(struct source *source, struct input_line *line, const char *text);

/* Takes a short number that is called one for text telephones or, in a page's foot, for
 * emergencies: "TTY: 711", "Emergency: 911". */
bool fact_take_short(struct source *source, struct input_line *line, const char *text);

/* Takes several numbers in a line of the page's foot, each with when it is answered. */
void fact_take_answered(struct source *source, struct input_line *line);

/* Takes what a line of the page's foot holds between signs that part it. */
void fact_take_parts(struct source *source, struct input_line *line);

/* True for a postal address in one line, from its house number to its code. */
bool fact_is_postal(const struct source *source, const char *text);

/* True for a line with a box at a post office, where nobody can be visited. */
bool fact_is_box(const char *text);

/* What may be a postal address behind other words in the line, and behind a name: "Hill Clinic,
 * 12 Hill Road"; lent. */
const char *fact_postal_part(const char *line);

/* True for a text of several facts with signs between them. */
bool fact_are_several(const struct source *source, const char *text);

/* Finds a postal address in the page's foot, where nothing names one. */
void fact_take_postal(struct source *source);

/* The first line of a postal address that ends with this one, which nobody took; NULL: none does.
 */
struct input_line *fact_find_postal(const struct source *source, struct input_line *line);

/* True for a street with the number of a house: no year. */
bool fact_has_house(const char *street);

/* True for the last line of an address, with its code. */
bool fact_ends_postal(const struct source *source, const char *text);

/* The lines become those of an address. */
void fact_take_lines(struct source *source, const struct input_line *first,
                     const struct input_line *last);

/* Takes tables of hours, and days that are closed beside lines of hours. */
void fact_take_hours(struct source *source);

/* True for a text, or the first cell of a row, that is days. */
bool fact_starts_with_day(const struct source *source, const char *text);

/* True for a cell that says that it is closed then. */
bool fact_is_closed(const struct source *source, const char *cell);

/* Takes the rows from `first` to before `end` if they are hours with a column for each day. */
bool fact_take_columns(struct source *source, unsigned first, unsigned end);

/* The hours of days and of their times in the next lines with words, or of times and of their days,
 * the last of which goes to `*out_last`; owned by the caller; NULL: they are no such lines. */
char *fact_pair_hours(const struct source *source, const struct input_line *first,
                      struct input_line **out_last);

/* Notes such lines, from `first` to `last`; takes `hours`. */
void fact_found_pair(struct source *source, const struct input_line *first,
                     const struct input_line *last, char *hours);

/* Lists what a line says of a fact that clinic.yaml has no place for beside it. */
void fact_list_more(struct source *source, const struct input_line *line, const char *words);

/* Lists the part of a line of facts that is none, if it holds figures but for a number to call, or
 * may say more of hours. */
void fact_list_part(struct source *source, const struct input_line *line, const char *part);

/* Lists numbers that stand in lines of facts and are none, and addresses beside the first; notes
 * hours that could not be read beside those that were, as HOURS of this part without a value. */
void fact_take_rest(struct source *source);
#define FACT_UNREAD "unread"
/* ADDRESS: a line of one that stands apart from the first. */
#define FACT_FURTHER "further"

/* True when something else stands between two lines of an address, or the first ends one. */
bool fact_are_apart(const struct source *source, const struct input_line *line,
                    const struct input_line *next);

/* Takes tables of such places; after fact_load_labels. */
void fact_take_site_rows(struct source *source);

/* Parts the facts of several places of the clinic, each with its name and address. */
void fact_part_sites(struct source *source);

/* Where places with their own numbers cannot be told apart, what was found of them is text again.
 */
void fact_leave_places(struct source *source);

/* Where groups of the page's foot contradict one another, what is not the clinic's own gets its
 * heading for a name or is listed; once its name is known. */
void fact_settle_groups(struct source *source);

/* What a way to a place, or to a part of the clinic, is called beside others; owned by the caller.
 */
char *fact_name_way(const struct source *source, const char *place, const struct found *way);

/* Ways to such places that clinic.yaml has no room for there become points with the places' names.
 */
void fact_name_ways(struct source *source);

/* Takes the clinic's name from what stands around the article, where nothing says it outright. */
void fact_take_name(struct source *source);

#endif
