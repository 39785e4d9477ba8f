/*
 * What the thread sanitizer must be told of GLib: its locks are futexes, so that it does not see
 * them. Linked into the program of BUILD=tsan alone, these stand before GLib's functions, also for
 * Pango's calls, do the same, and say who waited for whom.
 */
#include <dlfcn.h>
#include <glib-unix.h>
#include <sanitizer/tsan_interface.h>
#include <signal.h>

/* Our names are hidden otherwise. */
#define SEEN __attribute__((visibility("default")))

/* GLib's own. */
static void *next(const char *name, void **known)
{
    void *found = __atomic_load_n(known, __ATOMIC_ACQUIRE);
    if (!found)
        __atomic_store_n(known, found = dlsym(RTLD_NEXT, name), __ATOMIC_RELEASE);
    return found;
}

#define NEXT(name, type) ((type)next(#name, &next_##name))

static void *next_g_mutex_lock, *next_g_mutex_unlock, *next_g_mutex_trylock, *next_g_cond_wait,
    *next_g_once_impl, *next_g_once_init_enter, *next_g_once_init_leave,
    *next_g_atomic_rc_box_release, *next_g_ref_string_release, *next_g_bytes_unref,
    *next_g_array_unref, *next_g_ptr_array_unref;

/* GLib's own thread begins when first one waits for a child: before there are others, that all see
 * it begun. */
__attribute__((constructor)) static void begin(void)
{
    g_source_unref(g_unix_signal_source_new(SIGUSR2));
}

SEEN void g_mutex_lock(GMutex *mutex)
{
    NEXT(g_mutex_lock, void (*)(GMutex *))(mutex);
    __tsan_acquire(mutex);
}

SEEN gboolean g_mutex_trylock(GMutex *mutex)
{
    gboolean locked = NEXT(g_mutex_trylock, gboolean(*)(GMutex *))(mutex);
    if (locked)
        __tsan_acquire(mutex);
    return locked;
}

SEEN void g_mutex_unlock(GMutex *mutex)
{
    __tsan_release(mutex);
    NEXT(g_mutex_unlock, void (*)(GMutex *))(mutex);
}

SEEN void g_cond_wait(GCond *cond, GMutex *mutex)
{
    __tsan_release(mutex);
    NEXT(g_cond_wait, void (*)(GCond *, GMutex *))(cond, mutex);
    __tsan_acquire(mutex);
}

struct making {
    GThreadFunc make;
    gpointer arg;
    void *status; /* of what is made once */
};

/* Before anybody is told that it is done. */
static gpointer make_once(gpointer data)
{
    const struct making *making = data;
    gpointer made = making->make(making->arg);
    __tsan_release(making->status);
    return made;
}

/* Who finds it done looks at the status and no further; others wait here until it is. */
SEEN gpointer g_once_impl(GOnce *once, GThreadFunc make, gpointer arg)
{
    struct making making = {make, arg, (void *)&once->status};
    gpointer made =
        NEXT(g_once_impl, gpointer(*)(GOnce *, GThreadFunc, gpointer))(once, make_once, &making);
    __tsan_acquire(making.status);
    return made;
}

/* Their names are macros', too, which look for the result with an atomic read that the sanitizer
 * sees, and then come here. */
SEEN gboolean(g_once_init_enter)(volatile void *location)
{
    gboolean first = NEXT(g_once_init_enter, gboolean(*)(volatile void *))(location);
    __tsan_acquire((void *)location);
    return first;
}

SEEN void(g_once_init_leave)(volatile void *location, gsize result)
{
    __tsan_release((void *)location);
    NEXT(g_once_init_leave, void (*)(volatile void *, gsize))(location, result);
}

/* Who is the last to let go of what several hold comes after all that the others did with it; GLib
 * counts them with atomic instructions of its own. */
#define LETS_GO(name, type)                                                                        \
    SEEN void name(type *held)                                                                     \
    {                                                                                              \
        __tsan_release(held);                                                                      \
        __tsan_acquire(held);                                                                      \
        NEXT(name, void (*)(type *))(held);                                                        \
    }

LETS_GO(g_atomic_rc_box_release, void)
LETS_GO(g_ref_string_release, char)
LETS_GO(g_bytes_unref, GBytes)
LETS_GO(g_array_unref, GArray)
LETS_GO(g_ptr_array_unref, GPtrArray)
