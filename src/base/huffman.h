/*
 * Huffman codes as deflate keeps them (RFC 1951, 3.2.2): told by the length of each symbol's code.
 */
#ifndef HANDOUT_BASE_HUFFMAN_H
#define HANDOUT_BASE_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

/* Symbols of the largest alphabet: literals, the end of a block, and lengths. */
#define HUFFMAN_SYMBOLS 286

/* Bits of the longest code. */
#define HUFFMAN_LONGEST 15

struct huffman {
    uint8_t lengths[HUFFMAN_SYMBOLS]; /* [bits]; 0: the symbol has no code */
    uint16_t codes[HUFFMAN_SYMBOLS];  /* the first bit is the lowest one */
};

/*
 * The code of `n` symbols that come up as often as `counts` says, none longer than `longest` bits.
 * At least two symbols have one, as some readers want it, though they may never come up.
 */
void huffman_make(struct huffman *huffman, const uint32_t *counts, size_t n, unsigned longest);

#endif
