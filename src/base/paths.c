/*
 * Articles that lie in one folder have names of their own and all else in common: a number has the
 * frame in its upper half, and the name that stands in it in the lower one.
 */
#include "base/paths.h"

#include "base/intern.h"
#include "base/rows.h"
#include "base/slots.h"

#include <string.h>

/* What stands about a name; both as base/intern.h numbers them. */
struct frame {
    guint before; /* with the last slash */
    guint behind; /* from the last dot on */
};

/* `mutex` guards both. */
static GMutex mutex;
static struct rows frames = {.size = sizeof(struct frame)};
static struct slots known;

static guint hash_frame(const struct frame *frame)
{
    return frame->before ^ frame->behind * 0x9E3779B1u;
}

static guint hash_of(const void *user, guint number)
{
    (void)user;
    return hash_frame(rows_at(&frames, number));
}

static bool is_frame(const void *user, guint number, const void *key)
{
    (void)user;
    const struct frame *one = rows_at(&frames, number), *other = key;
    return one->before == other->before && one->behind == other->behind;
}

static guint number_frame(const struct frame *frame)
{
    static const struct slots_owner owner = {hash_of, is_frame, NULL};
    g_mutex_lock(&mutex);
    guint number = slots_find(&known, hash_frame(frame), frame, &owner);
    if (number == SLOTS_NONE) {
        number = rows_add(&frames, frame);
        slots_add(&known, number, &owner);
    }
    g_mutex_unlock(&mutex);
    return number;
}

guint64 paths_number(const char *path)
{
    if (!path)
        return 0;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    const char *behind = dot ? dot : name + strlen(name);
    const struct frame frame = {intern_part(path, (gsize)(name - path)), intern_number(behind)};
    return (guint64)(number_frame(&frame) + 1) << 32 | intern_part(name, (gsize)(behind - name));
}

/* What the path of that number is made of. */
static void part(guint64 number, const char *parts[3])
{
    g_mutex_lock(&mutex);
    const struct frame frame = *(const struct frame *)rows_at(&frames, (guint)(number >> 32) - 1);
    g_mutex_unlock(&mutex);
    parts[0] = intern_text(frame.before);
    parts[1] = intern_text((guint)(number & G_MAXUINT32));
    parts[2] = intern_text(frame.behind);
}

char *paths_text(guint64 number)
{
    const char *parts[3];
    if (number == 0)
        return NULL;
    part(number, parts);
    return g_strconcat(parts[0], parts[1], parts[2], NULL);
}

/* Goes to the next byte of what is not passed yet; it is 0 at the end. */
static int take(const char *parts[3])
{
    int at = 0;
    while (at < 2 && *parts[at] == '\0')
        at++;
    return *parts[at] ? (unsigned char)*parts[at]++ : 0;
}

int paths_compare(guint64 one, guint64 other)
{
    const char *ones[3], *others[3];
    if (one == other || one == 0 || other == 0)
        return (one > other) - (one < other);
    part(one, ones);
    part(other, others);
    for (;;) {
        int a = take(ones), b = take(others);
        if (a != b || a == 0)
            return a - b;
    }
}
