/*
 * What a page adds to the article's own words where these ask for it: the number beside what says
 * when to call, and room to type below questions. Internal to html*.c.
 */
#ifndef HANDOUT_EXPORT_HTML_ASIDES_H
#define HANDOUT_EXPORT_HTML_ASIDES_H

#include "export/html_parts.h"

/* Before the heading of a list that says when to call is opened; once an element has been closed:
 * true when this ended the first of those lists. */
void html_open_call(struct html *html, const struct block *heading);
bool html_close_call(struct html *html, const struct element *element);

/* Before a list of questions is opened; before the words of one are closed; before the list is. */
void html_open_questions(struct html *html, const struct block *list);
void html_add_answer(struct html *html);
void html_close_questions(struct html *html, const struct element *element);

#endif
