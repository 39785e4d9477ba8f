/*
 * What a program prints: it must not be lost in silence.
 */
#ifndef HANDOUT_BASE_OUTPUT_H
#define HANDOUT_BASE_OUTPUT_H

#include <stdbool.h>

/* Before the program ends. False, with a message: not all that was printed has arrived. */
bool output_flush(void);

#endif
