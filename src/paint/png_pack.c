/*
 * Deflate (RFC 1951) of what png_match.c finds. Method: a repeat is taken unless one that begins a
 * byte later is longer by so much that it pays for that byte. What was taken is kept until a block
 * is full, which is then written in Huffman codes of its own.
 */
#include "paint/png_pack.h"

#include "base/deflate.h"
#include "base/huffman.h"
#include "paint/png_match.h"

#include <stdbool.h>

/* Enough for codes that fit, few enough that they fit all of the block. */
#define BLOCK_TOKENS 8192

/* A repeat of as many bytes is taken at once. */
#define LONG_ENOUGH 64

/* Symbols of the first alphabet: bytes, the end of a block, and lengths from there on. */
#define END_OF_BLOCK 256
#define FIRST_LENGTH 257
#define N_LITERALS   286
#define N_DISTANCES  30

/* The alphabet in which the lengths of both other alphabets' codes are written. */
enum { REPEAT_LAST = 16, ZEROS, MANY_ZEROS, N_LENGTH_CODES };
#define LENGTH_CODE_LONGEST 7

/* Bits of the longest token: two codes of 15, 5 and 13 bits behind them. [bytes] */
#define TOKEN_ROOM 6
/* ... and of a block's head and end. */
#define HEAD_ROOM 1024

struct token {
    uint16_t length;   /* the byte itself where `distance` is 0 */
    uint16_t distance; /* [bytes] */
};

/* A number as deflate writes it: the code of its class and which of the class it is. */
struct class
{
    unsigned code, bits, rest;
};

struct packer {
    GByteArray *out;
    uint8_t *end;     /* of what was written in `out` */
    uint64_t waiting; /* bits that are no whole byte yet, the first one lowest */
    unsigned n_waiting;
    size_t n_tokens;
    struct token tokens[BLOCK_TOKENS];
    uint32_t literals[N_LITERALS], distances[N_DISTANCES]; /* how often each comes up */
};

/* Each power of two has 2^fine classes. */
static struct class class_of(unsigned number, unsigned fine)
{
    if (number < 1u << fine)
        return (struct class){number, 0, 0};
    unsigned bits = (unsigned)g_bit_storage(number) - 1 - fine;
    unsigned code = ((bits + 1) << fine) + (number >> bits) - (1u << fine);
    return (struct class){code, bits, number & ((1u << bits) - 1)};
}

static struct class length_class(unsigned length)
{
    if (length == MATCH_LONGEST)
        return (struct class){N_LITERALS - 1, 0, 0};
    struct class class = class_of(length - MATCH_SHORTEST, 2);
    class.code += FIRST_LENGTH;
    return class;
}

static struct class distance_class(unsigned distance)
{
    return class_of(distance - 1, 1);
}

static void put(struct packer *packer, uint64_t bits, unsigned n)
{
    packer->waiting |= bits << packer->n_waiting;
    packer->n_waiting += n;
    for (; packer->n_waiting >= 8; packer->n_waiting -= 8, packer->waiting >>= 8)
        *packer->end++ = (uint8_t)packer->waiting;
}

static void put_code(struct packer *packer, const struct huffman *huffman, unsigned symbol)
{
    put(packer, huffman->codes[symbol], huffman->lengths[symbol]);
}

static void put_class(struct packer *packer, const struct huffman *huffman, struct class class)
{
    put_code(packer, huffman, class.code);
    put(packer, class.rest, class.bits);
}

/* Lengths of codes as written: one of the alphabet above each, with how often it stands. */
struct lengths {
    uint8_t symbols[N_LITERALS + N_DISTANCES], rests[N_LITERALS + N_DISTANCES];
    size_t n;
    uint32_t counts[N_LENGTH_CODES];
};

static void add_length(struct lengths *lengths, unsigned symbol, size_t rest)
{
    lengths->symbols[lengths->n] = (uint8_t)symbol;
    lengths->rests[lengths->n++] = (uint8_t)rest;
    lengths->counts[symbol]++;
}

/* `n` code lengths alike. */
static void add_lengths(struct lengths *lengths, unsigned length, size_t n)
{
    while (length == 0 && n >= 11) {
        size_t taken = MIN(n, 138);
        add_length(lengths, MANY_ZEROS, taken - 11);
        n -= taken;
    }
    if (length == 0 && n >= 3) {
        add_length(lengths, ZEROS, n - 3);
        n = 0;
    }
    if (n > 0 && length > 0) {
        add_length(lengths, length, 0);
        n--;
    }
    while (length > 0 && n >= 3) {
        size_t taken = MIN(n, 6);
        add_length(lengths, REPEAT_LAST, taken - 3);
        n -= taken;
    }
    for (; n > 0; n--)
        add_length(lengths, length, 0);
}

static void take_lengths(struct lengths *lengths, const uint8_t *of, size_t n)
{
    for (size_t i = 0, run; i < n; i += run) {
        run = 1;
        while (i + run < n && of[i + run] == of[i])
            run++;
        add_lengths(lengths, of[i], run);
    }
}

/* How many symbols are told of: those up to the last one that has a code. */
static size_t used(const struct huffman *huffman, size_t n)
{
    while (!huffman->lengths[n - 1])
        n--;
    return n;
}

static void put_head(struct packer *packer, const struct huffman *literals,
                     const struct huffman *distances, bool last)
{
    static const uint8_t order[N_LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const uint8_t rest_bits[] = {[REPEAT_LAST] = 2, [ZEROS] = 3, [MANY_ZEROS] = 7};
    struct lengths lengths = {.n = 0};
    struct huffman codes;
    size_t n_literals = used(literals, N_LITERALS), n_distances = used(distances, N_DISTANCES);
    size_t n_codes = N_LENGTH_CODES;
    take_lengths(&lengths, literals->lengths, n_literals);
    take_lengths(&lengths, distances->lengths, n_distances);
    huffman_make(&codes, lengths.counts, N_LENGTH_CODES, LENGTH_CODE_LONGEST);
    while (!codes.lengths[order[n_codes - 1]])
        n_codes--;
    put(packer, last, 1);
    put(packer, 2, 2); /* codes of its own */
    put(packer, n_literals - FIRST_LENGTH, 5);
    put(packer, n_distances - 1, 5);
    put(packer, n_codes - 4, 4);
    for (size_t i = 0; i < n_codes; i++)
        put(packer, codes.lengths[order[i]], 3);
    for (size_t i = 0; i < lengths.n; i++) {
        put_code(packer, &codes, lengths.symbols[i]);
        if (lengths.symbols[i] >= REPEAT_LAST)
            put(packer, lengths.rests[i], rest_bits[lengths.symbols[i]]);
    }
}

static void make_room(struct packer *packer, size_t room)
{
    size_t written = packer->out->len;
    g_byte_array_set_size(packer->out, (guint)(written + room));
    packer->end = packer->out->data + written;
}

static void end_room(struct packer *packer)
{
    g_byte_array_set_size(packer->out, (guint)(packer->end - packer->out->data));
}

static void end_block(struct packer *packer, bool last)
{
    struct huffman literals, distances;
    packer->literals[END_OF_BLOCK] = 1;
    huffman_make(&literals, packer->literals, N_LITERALS, HUFFMAN_LONGEST);
    huffman_make(&distances, packer->distances, N_DISTANCES, HUFFMAN_LONGEST);
    make_room(packer, HEAD_ROOM + packer->n_tokens * TOKEN_ROOM);
    put_head(packer, &literals, &distances, last);
    for (size_t i = 0; i < packer->n_tokens; i++) {
        struct token token = packer->tokens[i];
        if (!token.distance) {
            put_code(packer, &literals, token.length);
            continue;
        }
        put_class(packer, &literals, length_class(token.length));
        put_class(packer, &distances, distance_class(token.distance));
    }
    put_code(packer, &literals, END_OF_BLOCK);
    end_room(packer);
    packer->n_tokens = 0;
    memset(packer->literals, 0, sizeof packer->literals);
    memset(packer->distances, 0, sizeof packer->distances);
}

static struct token *next_token(struct packer *packer)
{
    if (packer->n_tokens == BLOCK_TOKENS)
        end_block(packer, false);
    return &packer->tokens[packer->n_tokens++];
}

static void take_byte(struct packer *packer, uint8_t byte)
{
    *next_token(packer) = (struct token){byte, 0};
    packer->literals[byte]++;
}

static void take_match(struct packer *packer, struct match match)
{
    *next_token(packer) = (struct token){(uint16_t)match.length, (uint16_t)match.distance};
    packer->literals[length_class(match.length).code]++;
    packer->distances[distance_class(match.distance).code]++;
}

/* Whether a repeat that begins a byte later pays for that byte. A byte more is worth four bits, a
 * distance twice as far costs one. */
static bool is_better(struct match later, struct match now)
{
    int longer = (int)later.length - (int)now.length;
    int nearer = (int)g_bit_storage(now.distance) - (int)g_bit_storage(later.distance);
    return later.length > 0 && 4 * longer + nearer > 2;
}

static void take_all(struct packer *packer, struct finder *finder, const uint8_t *bytes,
                     size_t size)
{
    struct match now = {0};
    for (size_t place = 0; place < size;) {
        if (!now.length)
            now = finder_find(finder, place, 0);
        if (!now.length) {
            take_byte(packer, bytes[place++]);
            continue;
        }
        struct match later = {0};
        if (now.length < LONG_ENOUGH && place + 1 < size)
            later = finder_find(finder, place + 1, now.length - 1);
        if (is_better(later, now)) {
            take_byte(packer, bytes[place++]);
            now = later;
            continue;
        }
        take_match(packer, now);
        place += now.length;
        now = (struct match){0};
    }
}

GByteArray *png_pack(const uint8_t *bytes, size_t size, size_t row)
{
    static const uint8_t head[] = {0x78, 0x9c}; /* deflate, a window of 32 KB */
    struct packer *packer = g_new0(struct packer, 1);
    struct finder *finder = finder_new(bytes, size, row);
    GByteArray *out = packer->out = g_byte_array_new();
    g_byte_array_append(out, head, sizeof head);
    take_all(packer, finder, bytes, size);
    end_block(packer, true);
    make_room(packer, 1);
    put(packer, 0, (8 - packer->n_waiting) % 8);
    end_room(packer);
    guint32 sum = GUINT32_TO_BE(deflate_check(bytes, size));
    g_byte_array_append(out, (const guint8 *)&sum, sizeof sum);
    finder_free(finder);
    g_free(packer);
    return out;
}
