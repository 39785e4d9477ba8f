/*
 * The style sheets of a book, each of which holds for the chapters that name it. Only import/book.c
 * includes this.
 */
#ifndef HANDOUT_IMPORT_BOOK_SHEETS_H
#define HANDOUT_IMPORT_BOOK_SHEETS_H

#include <glib.h>

struct book_sheets;

struct book_sheets *book_new_sheets(void);
void book_free_sheets(struct book_sheets *sheets);

/* `media`: for whom it is; NULL: for all. */
void book_add_sheet(struct book_sheets *sheets, unsigned chapter, const char *text,
                    const char *media);

/* Writes all for a page with so many chapters, whose elements are called "c1", "c2" and so on. */
void book_write_sheets(GString *page, const struct book_sheets *sheets, unsigned chapters);

#endif
