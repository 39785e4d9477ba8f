/*
 * Lines of facts: what the contact block, its points and locations and the lines about the handout
 * are made of. Internal to document/.
 */
#ifndef HANDOUT_DOCUMENT_COMPOSE_FACTS_H
#define HANDOUT_DOCUMENT_COMPOSE_FACTS_H

#include "document/compose.h"

/* Where the next fact goes. All is lent. */
struct facts {
    struct composer *composer;
    GPtrArray *blocks;       /* takes its blocks */
    struct element *section; /* takes its elements */
};

/* A line "label: value"; `value` NULL: the label alone. Returns its block, lent. */
struct block *facts_add_line(const struct facts *facts, enum fact_kind kind, enum label label,
                             const char *value, struct pos pos);

/* The rest adds nothing where the fact is not given. */
void facts_add(const struct facts *facts, enum fact_kind kind, enum label label,
               const struct fact *fact);
/* In the words of the language, and in one piece. */
void facts_add_date(const struct facts *facts, enum fact_kind kind, enum label label,
                    const struct fact *date);
void facts_add_telephone(const struct facts *facts, enum label label, const struct fact *fact);
/* A number to write to; it leads there where it is one and nothing else. */
void facts_add_text_number(const struct facts *facts, enum fact_kind kind, enum label label,
                           const struct fact *fact);
void facts_add_email(const struct facts *facts, const struct fact *fact);

/* An address is no name to listen to: the link is spoken as the website of `whose`. */
void facts_add_website(const struct facts *facts, const struct fact *url, const struct fact *whose);
void facts_add_address(const struct facts *facts, const struct postal *address);
/* Without its label, where a heading says whose it is. */
void facts_add_bare_address(const struct facts *facts, const struct postal *address);

/* On paper a table where there are several rows, else lines. */
void facts_add_hours(const struct facts *facts, const GArray *hours, struct pos pos);

/* The entries in one line. */
void facts_add_list(const struct facts *facts, enum fact_kind kind, enum label label,
                    const struct fact_list *list);

/* A line of its own in the words of `label`, or in those of a fact. */
void facts_add_sentence(const struct facts *facts, enum fact_kind kind, enum label label);
void facts_add_words(const struct facts *facts, enum fact_kind kind, const struct fact *fact,
                     bool strong);

/* Who to turn to at once, as the clinic gives it. */
void facts_add_crisis_lines(const struct facts *facts);

/* A QR code, then its caption in the words of a label that name {url}. */
void facts_add_code(const struct facts *facts, enum label words, const struct fact *url);

/* The same for the article's own page on the web. False: it has none. */
bool facts_add_page_code(const struct facts *facts);

#endif
