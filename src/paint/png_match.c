/*
 * Method: most of a text screen is runs of one colour, and most rows are nearly the row above, so
 * both are tried everywhere. Other repeats, as of a letter that stands twice in a line, are known
 * by their edges: a table has the places of the four bytes that end with or surround a change of
 * colour, and none within a run. That is a fiftieth of all places, and what makes this faster than
 * a packer that knows nothing of pictures. Where a run lies before the next edge, what is looked
 * up is that edge, and what is found has to match from the run on.
 */
#include "paint/png_match.h"

#include <glib.h>
#include <string.h>

/* Bytes that are looked up. */
#define KEY 4

#define HASH_BITS 13

/* How far back deflate reaches; a power of two. [bytes] */
#define WINDOW 32768

/* How many edges alike are tried, nearest first, and what length ends the search. */
#define MOST_TRIED  4
#define LONG_ENOUGH 64

struct finder {
    const uint8_t *bytes;
    size_t size, row;
    size_t known;                    /* edges before it are in the table */
    size_t edge;                     /* the first one beyond; `size`: there is none */
    uint32_t newest[1 << HASH_BITS]; /* place of a key + 1; 0: none */
    uint16_t steps[WINDOW];          /* back to the place before of the same hash; 0: none */
};

static uint64_t load(const uint8_t *bytes)
{
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return GUINT64_FROM_LE(value);
}

static uint32_t load_key(const uint8_t *bytes)
{
    uint32_t value;
    memcpy(&value, bytes, KEY);
    return value;
}

static unsigned hash_of(const uint8_t *bytes)
{
    return (load_key(bytes) * 2654435761u) >> (32 - HASH_BITS); /* Knuth's multiplicative hash */
}

/* How many bytes are alike, of `most`; eight at a time. */
static size_t alike(const uint8_t *a, const uint8_t *b, size_t most)
{
    size_t n = 0;
    for (; n + sizeof(uint64_t) <= most; n += sizeof(uint64_t)) {
        uint64_t differ = load(a + n) ^ load(b + n);
        if (differ)
            return n + (size_t)__builtin_ctzll(differ) / 8;
    }
    while (n < most && a[n] == b[n])
        n++;
    return n;
}

/* The first byte from `place` on, which is not the first of all, that is unlike the one before. */
static size_t next_edge(const struct finder *finder, size_t place)
{
    const uint8_t *from = finder->bytes + place;
    return place + alike(from, from - 1, finder->size - place);
}

struct finder *finder_new(const uint8_t *bytes, size_t size, size_t row)
{
    struct finder *finder = g_new(struct finder, 1);
    finder->bytes = bytes;
    finder->size = size;
    finder->row = row;
    finder->known = 0;
    finder->edge = size > 1 ? next_edge(finder, 1) : size;
    memset(finder->newest, 0, sizeof finder->newest);
    return finder;
}

void finder_free(struct finder *finder)
{
    g_free(finder);
}

static void add_place(struct finder *finder, size_t place)
{
    if (place + KEY > finder->size)
        return;
    uint32_t *newest = &finder->newest[hash_of(finder->bytes + place)];
    size_t step = *newest ? place + 1 - *newest : 0;
    finder->steps[place % WINDOW] = (uint16_t)(step < WINDOW ? step : 0);
    *newest = (uint32_t)place + 1;
}

/* Adds the keys of edges that stand before `place`, and finds the first edge beyond it. */
static void go_to(struct finder *finder, size_t place)
{
    for (;;) {
        size_t first = finder->edge > KEY - 1 ? finder->edge - (KEY - 1) : 0;
        size_t end = MIN(finder->edge, place);
        for (size_t i = MAX(first, finder->known); i < end; i++)
            add_place(finder, i);
        finder->known = MAX(finder->known, end);
        if (finder->edge > place || finder->edge == finder->size)
            return;
        finder->edge = next_edge(finder, finder->edge + 1);
    }
}

/* Where `distance` gives a longer one than `best`, that. */
static void try_distance(const struct finder *finder, size_t place, size_t distance, size_t most,
                         struct match *best)
{
    const uint8_t *here = finder->bytes + place, *there = here - distance;
    size_t last = best->length + 1 - KEY;
    if (best->length >= KEY - 1 && load_key(here + last) != load_key(there + last))
        return;
    size_t length = alike(here, there, most);
    if (length > best->length)
        *best = (struct match){(unsigned)length, (unsigned)distance};
}

/* Edges like the next one. */
static void try_edges(const struct finder *finder, size_t place, size_t most, struct match *best)
{
    size_t key = MAX(place, finder->edge - MIN(finder->edge, KEY - 1));
    if (key + KEY > finder->size)
        return;
    size_t found = finder->newest[hash_of(finder->bytes + key)];
    for (unsigned i = 0; found && i < MOST_TRIED; i++) {
        size_t distance = key + 1 - found;
        if (distance >= WINDOW || distance > place || best->length >= MIN(most, LONG_ENOUGH))
            return;
        try_distance(finder, place, distance, most, best);
        size_t step = finder->steps[(found - 1) % WINDOW];
        found = step ? found - step : 0;
    }
}

struct match finder_find(struct finder *finder, size_t place, unsigned beyond)
{
    struct match best = {beyond, 0};
    size_t most = MIN(finder->size - place, MATCH_LONGEST);
    go_to(finder, place);
    if (most < MATCH_SHORTEST || most <= beyond)
        return (struct match){0};
    best.length = MAX(beyond, MATCH_SHORTEST - 1);
    size_t run =
        place > 0 && finder->edge > place && finder->bytes[place] == finder->bytes[place - 1]
            ? MIN(finder->edge - place, most)
            : 0;
    if (run > best.length)
        best = (struct match){(unsigned)run, 1};
    if (place >= finder->row && finder->row <= WINDOW && best.length < most)
        try_distance(finder, place, finder->row, most, &best);
    if (best.length < MIN(most, LONG_ENOUGH) && finder->edge < finder->size)
        try_edges(finder, place, most, &best);
    return best.distance ? best : (struct match){0};
}
