/*
 * Whether memory is short is asked of the kernel when the program would end anyhow, so that no
 * fault of its own is taken for that. All here is safe in a signal handler (signal-safety(7)).
 */
#include "base/no_memory.h"

#include "base/status.h"

#include <glib.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Memory is short when there is not so much [bytes]: a screen of 3840 × 2160 pixels takes 32 MB, a
 * heap asks for more than it is asked for, and mimalloc for as much at once, twice over. */
#define ENOUGH (128 * 1024 * 1024)

static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGTRAP};
static struct sigaction before[G_N_ELEMENTS(signals)];

/* Room that can be written to: what cannot is no part of a process's data, which may have a limit,
 * too. */
static bool is_short(void)
{
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void *room = mmap(NULL, ENOUGH, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (room == MAP_FAILED)
        return true;
    munmap(room, ENOUGH);
    return false;
}

_Noreturn void no_memory_end(void)
{
    static const char line[] = "handout: error: there is not enough memory; what is not made anew "
                               "stays as it was\n";
    static atomic_flag told = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&told))
        pause(); /* another thread ends the program */
    ssize_t written = write(STDERR_FILENO, line, strlen(line));
    (void)written; /* nobody is left to be told */
    _exit(STATUS_ENVIRONMENT);
}

void no_memory_ask(void)
{
    if (is_short())
        no_memory_end();
}

static _Thread_local bool within; /* a library that may end the program */

static void on_exit_of_all(void)
{
    if (within)
        no_memory_end();
}

void no_memory_enter(void)
{
    static gsize registered;
    if (g_once_init_enter(&registered)) {
        atexit(on_exit_of_all);
        g_once_init_leave(&registered, 1);
    }
    within = true;
}

void no_memory_leave(void)
{
    within = false;
}

static void on_signal(int number)
{
    no_memory_ask();
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
        if (signals[i] == number)
            sigaction(number, &before[i], NULL);
    raise(number);
}

/* GLib would say so in words of its own first. */
static GLogWriterOutput on_log(GLogLevelFlags level, const GLogField *fields, gsize count,
                               gpointer user)
{
    if (level & G_LOG_LEVEL_ERROR)
        no_memory_ask();
    return g_log_writer_default(level, fields, count, user);
}

void no_memory_heap(void)
{
    gpointer first = g_try_malloc(1);
    if (!first)
        no_memory_end();
    g_free(first);
}

/* GLib, asked for words of what failed, fails again, until the stack is full. (A sanitizer has
 * given the thread such a stack already.) */
void no_memory_thread(void)
{
    static _Thread_local char stack[16 * 1024];
    stack_t own;
    no_memory_heap();
    if (sigaltstack(NULL, &own) == 0 && own.ss_flags & SS_DISABLE)
        sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
}

void no_memory_settle(void)
{
    no_memory_thread();
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_ONSTACK};
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
        sigaction(signals[i], &action, &before[i]);
    g_log_set_writer_func(on_log, NULL, NULL);
}
