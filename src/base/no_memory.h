/*
 * The end where there is no memory. GLib ends the program with a trap then, other libraries with
 * what they were not given; who started the program is to have one line and a status instead.
 */
#ifndef HANDOUT_BASE_NO_MEMORY_H
#define HANDOUT_BASE_NO_MEMORY_H

/* From now on that end is a line on stderr and exit status 3; any other end stays as it was. Once,
 * in the first thread. */
void no_memory_settle(void);

/* In each other thread, as it begins. */
void no_memory_thread(void);

/* Before the libraries begin. A heap takes much at once for each thread, and GLib, refused what its
 * locks need, ends the program in words of its own. */
void no_memory_heap(void);

/* For who was refused something: ends the program so if memory is short. */
void no_memory_ask(void);

/* For who was told that it is memory that was refused: ends the program so. Others may have given
 * some back meanwhile. */
_Noreturn void no_memory_end(void);

/* Around the calls of a library that ends the program without memory, with a status of its own and
 * not always enough left for a word: it ends so. By each thread for itself. */
void no_memory_enter(void);
void no_memory_leave(void);

#endif
