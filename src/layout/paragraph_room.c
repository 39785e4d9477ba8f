#include "layout/paragraph_room.h"

#include "layout/paragraph.h"

/* Bytes of a text: the memory of a longer one is not kept. */
#define MOST (16 * 1024)

static void room_free(gpointer data)
{
    struct paragraph_room *room = data;
    g_string_free(room->words, TRUE);
    g_string_free(room->text, TRUE);
    g_array_unref(room->starts);
    g_array_unref(room->soft_hyphens);
    g_array_unref(room->marks);
    g_array_unref(room->whole);
    g_free(room);
}

static struct paragraph_room *room_new(void)
{
    struct paragraph_room *room = g_new(struct paragraph_room, 1);
    room->words = g_string_new(NULL);
    room->text = g_string_new(NULL);
    room->starts = g_array_new(FALSE, FALSE, sizeof(guint));
    room->soft_hyphens = g_array_new(FALSE, FALSE, sizeof(guint));
    room->marks = g_array_new(FALSE, FALSE, sizeof(struct break_mark));
    room->whole = g_array_new(FALSE, FALSE, sizeof(struct range));
    return room;
}

/* The thread's; NULL where there is none yet, and while a paragraph has it. */
static GPrivate spare = G_PRIVATE_INIT(room_free);

struct paragraph_room *paragraph_room_take(void)
{
    struct paragraph_room *room = g_private_get(&spare);
    g_private_set(&spare, NULL);
    return room ? room : room_new();
}

void paragraph_room_give(struct paragraph_room *room)
{
    if (room->text->allocated_len > MOST || g_private_get(&spare)) {
        room_free(room);
        return;
    }
    g_string_truncate(room->words, 0);
    g_string_truncate(room->text, 0);
    g_array_set_size(room->starts, 0);
    g_array_set_size(room->soft_hyphens, 0);
    g_array_set_size(room->marks, 0);
    g_array_set_size(room->whole, 0);
    g_private_set(&spare, room);
}
