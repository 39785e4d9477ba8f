/*
 * The key is all that widths depend on but the words. Awkward: whatever cell.c or table.c come to
 * measure by must be told here, too; what is told needlessly has a table measured once more.
 */
#include "layout/table_known.h"

#include <string.h>

/* How a table is set. Leading, white spaces and what is designed of pages change no width. */
struct manner {
    struct profile profile;
    struct trim trim;
    struct table_room room;
    double body, tracking; /* [pt], [em] */
    enum parting parting;
    bool leave_references, gaps;
};

struct known {
    struct manner manner;
    bool narrow, tall;
    double widths[];
};

static struct manner manner_of(const struct setter *setter, struct table_room room)
{
    struct manner manner;
    memset(&manner, 0, sizeof manner); /* its gaps are compared, too */
    memcpy(&manner.profile, setter->profile, sizeof manner.profile);
    memcpy(&manner.trim, setter->profile->trim, sizeof manner.trim);
    manner.profile.leading = 0;
    manner.profile.scale = NULL;
    manner.room = room;
    manner.body = setter->body;
    manner.tracking = setter->tracking;
    manner.parting = setter->parting;
    manner.leave_references = setter->leave_references;
    manner.gaps = setter->gaps != NULL;
    return manner;
}

bool table_known_find(const struct setter *setter, const struct block *table,
                      struct table_room room, struct table_columns *columns)
{
    const struct known *known = setter->tables ? g_hash_table_lookup(setter->tables, table) : NULL;
    const struct manner manner = manner_of(setter, room);
    if (!known || memcmp(&known->manner, &manner, sizeof manner) != 0)
        return false;
    *columns = (struct table_columns){known->narrow, known->tall, known->widths};
    return true;
}

void table_known_remember(struct setter *setter, const struct block *table, struct table_room room,
                          const struct table_columns *columns, guint n)
{
    size_t widths = n * sizeof *columns->widths;
    struct known *known = g_malloc(sizeof *known + widths);
    known->manner = manner_of(setter, room);
    known->narrow = columns->narrow;
    known->tall = columns->tall;
    memcpy(known->widths, columns->widths, widths);
    if (!setter->tables)
        setter->tables = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_hash_table_replace(setter->tables, (gpointer)table, known);
}
