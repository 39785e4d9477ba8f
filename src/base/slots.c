#include "base/slots.h"

#include "base/pages.h"

/* Slots that there are at first. */
#define FEW 8

void slots_clear(struct slots *slots)
{
    pages_free(slots->numbers, slots->room * sizeof *slots->numbers);
    *slots = (struct slots){0};
}

/* Where a thing of that hash is looked for first: hashes of names that are counted through lie side
 * by side. */
static guint begin_at(guint hash)
{
    return (guint)(hash * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) >> 32);
}

guint slots_find(const struct slots *slots, guint hash, const void *key,
                 const struct slots_owner *owner)
{
    for (guint at = begin_at(hash); slots->room > 0; at++) {
        guint32 number = slots->numbers[at & (slots->room - 1)];
        if (number == 0)
            break;
        if (owner->is(owner->user, number - 1, key))
            return number - 1;
    }
    return SLOTS_NONE;
}

static void put(struct slots *slots, guint32 number, guint hash)
{
    guint at = begin_at(hash);
    while (slots->numbers[at & (slots->room - 1)] != 0)
        at++;
    slots->numbers[at & (slots->room - 1)] = number;
    slots->count++;
}

void slots_reserve(struct slots *slots, guint count)
{
    guint room = FEW;
    while (room / 4 * 3 < count)
        room *= 2;
    slots->numbers = pages_grow(NULL, 0, room * sizeof *slots->numbers);
    slots->room = room;
}

/* Twice as many slots, in which all are looked up anew. */
static void grow(struct slots *slots, const struct slots_owner *owner)
{
    struct slots more = {.room = MAX(slots->room * 2, FEW)};
    more.numbers = pages_grow(NULL, 0, more.room * sizeof *more.numbers);
    for (guint i = 0; i < slots->room; i++)
        if (slots->numbers[i] != 0)
            put(&more, slots->numbers[i], owner->hash(owner->user, slots->numbers[i] - 1));
    slots_clear(slots);
    *slots = more;
}

/* Of four slots one is empty at least. */
void slots_add(struct slots *slots, guint number, const struct slots_owner *owner)
{
    if (slots->count >= slots->room / 4 * 3)
        grow(slots, owner);
    put(slots, number + 1, owner->hash(owner->user, number));
}
