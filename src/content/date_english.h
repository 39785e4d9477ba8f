/*
 * The names of months and days in English, for what is read or looked for without labels: opening
 * hours, and running text. As macros, because patterns and lists are made of them when the program
 * is compiled: each calls its argument with the name in full and with what else it is written as,
 * OpenStreetMap's letters last.
 */
#ifndef HANDOUT_CONTENT_DATE_ENGLISH_H
#define HANDOUT_CONTENT_DATE_ENGLISH_H

/* clang-format off */
#define DATE_ENGLISH_MONTHS(MONTH)                                                                 \
    MONTH("January", "Jan.", "Jan")                                                                \
    MONTH("February", "Feb.", "Feb")                                                               \
    MONTH("March", "Mar.", "Mar")                                                                  \
    MONTH("April", "Apr.", "Apr")                                                                  \
    MONTH("May", "May")                                                                            \
    MONTH("June", "Jun.", "Jun")                                                                   \
    MONTH("July", "Jul.", "Jul")                                                                   \
    MONTH("August", "Aug.", "Aug")                                                                 \
    MONTH("September", "Sept.", "Sept", "Sep.", "Sep")                                             \
    MONTH("October", "Oct.", "Oct")                                                                \
    MONTH("November", "Nov.", "Nov")                                                               \
    MONTH("December", "Dec.", "Dec")

#define DATE_ENGLISH_DAYS(DAY)                                                                     \
    DAY("monday", "mondays", "mon.", "mon", "mo.", "mo")                                           \
    DAY("tuesday", "tuesdays", "tues.", "tues", "tue.", "tue", "tu.", "tu")                        \
    DAY("wednesday", "wednesdays", "weds", "wed.", "wed", "we.", "we")                             \
    DAY("thursday", "thursdays", "thurs.", "thurs", "thur.", "thur", "thu.", "thu", "th.", "th")   \
    DAY("friday", "fridays", "fri.", "fri", "fr.", "fr")                                           \
    DAY("saturday", "saturdays", "sat.", "sat", "sa.", "sa")                                       \
    DAY("sunday", "sundays", "sun.", "sun", "su.", "su")
/* clang-format on */

#endif
