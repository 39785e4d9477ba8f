/*
 * Braille by liblouis.
 */
#include "export/braille_plugin.h"

#include "base/no_memory.h"

#include <assert.h>
#include <liblouis.h>
#include <stdlib.h>
#include <string.h>

/* No sign and no indicator of any table takes more cells. */
#define CELLS_A_SIGN 16

static_assert(sizeof(widechar) == sizeof(gunichar), "liblouis reads the letters of all scripts");

static void say_nothing(logLevels level, const char *message)
{
    (void)level, (void)message;
}

static void enter_liblouis(void)
{
    no_memory_enter();
    lou_registerLogCallback(say_nothing);
}

static bool is_there(const char *tables)
{
    enter_liblouis();
    bool there = lou_checkTable(tables) != 0;
    no_memory_leave();
    return there;
}

static formtype form_of(enum braille_hand hand)
{
    return hand == HAND_STRONG ? bold : hand == HAND_TYPED ? no_contract : plain_text;
}

/* What liblouis reads and fills, kept for the next call: most are of one word. The arrays have room
 * for `most` letters and, where they are of cells, CELLS_A_SIGN times as many. */
struct desk {
    size_t most;
    widechar *in, *out;
    formtype *forms;       /* of as many as there may be cells, says liblouis */
    int *outputs, *inputs; /* the cell that comes of each letter, which nobody needs; and back */
};

static void make_room(struct desk *desk, size_t n_signs)
{
    if (n_signs <= desk->most)
        return;
    desk->most = MAX(2 * desk->most, n_signs);
    desk->in = g_renew(widechar, desk->in, desk->most);
    desk->outputs = g_renew(int, desk->outputs, desk->most);
    desk->out = g_renew(widechar, desk->out, desk->most * CELLS_A_SIGN);
    desk->forms = g_renew(formtype, desk->forms, desk->most * CELLS_A_SIGN);
    desk->inputs = g_renew(int, desk->inputs, desk->most *CELLS_A_SIGN);
}

static guint translate(const char *tables, const struct braille_sign *signs, size_t n_signs,
                       const gunichar **cells, const gint **from)
{
    static struct desk desk;
    make_room(&desk, n_signs + 1);
    int n_in = (int)n_signs, n_out = (n_in + 1) * CELLS_A_SIGN;
    memset(desk.forms, 0, (size_t)n_out * sizeof *desk.forms);
    for (size_t i = 0; i < n_signs; i++) {
        desk.in[i] = signs[i].letter;
        desk.forms[i] = form_of(signs[i].hand);
    }
    enter_liblouis();
    int done = lou_translate(tables, desk.in, &n_in, desk.out, &n_out, desk.forms, NULL,
                             desk.outputs, desk.inputs, NULL, noUndefined);
    no_memory_leave();
    *cells = desk.out;
    *from = desk.inputs;
    return done ? (guint)n_out : 0;
}

G_MODULE_EXPORT const struct braille_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .is_there = is_there,
    .translate = translate,
};
