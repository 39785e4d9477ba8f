/*
 * Memory for the objects of PDF files, which is given back all at once: pieces stand side by side
 * as they were taken, and are neither looked for in the heap nor joined there again. Whoever takes
 * one need not know for which file: those that a thread has open share it. Internal to object.c.
 */
#ifndef HANDOUT_PAINT_PDF_MEMORY_H
#define HANDOUT_PAINT_PDF_MEMORY_H

/* A file of this thread is opened, and closed again by the same thread. */
void pdf_memory_open(void);
void pdf_memory_close(void);

/* Room for so many bytes, aligned for whatever C has, while a file is open; what is in it is
 * undefined. Never NULL. */
void *pdf_memory_take(unsigned size);

/* Does nothing: it waits until the last file is closed. */
void pdf_memory_release(void *taken);

#endif
