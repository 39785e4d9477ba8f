/*
 * Loaded before the C library (LD_PRELOAD), it lets one file call of a program fail, or the program
 * die there. Calls are counted that concern what lies below a directory; those of other files pass.
 *
 *   FAULT_BELOW  the directory, as the program names it
 *   FAULT_AT     which call fails, from 1; 0: none
 *   FAULT_ERROR  an errno as a number; 0: the program is killed
 *   FAULT_LOG    a file: gets the name of the call that failed, or at the end how many there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FD_LIMIT 1024

static atomic_int count;
static atomic_bool below[FD_LIMIT]; /* descriptors of what lies below the directory */

static long number_of(const char *name)
{
    const char *value = getenv(name);
    return value ? strtol(value, NULL, 10) : 0;
}

/* By bare system calls, which nobody counts. */
static void tell(const char *text)
{
    const char *path = getenv("FAULT_LOG");
    long fd = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (fd < 0)
        return;
    syscall(SYS_write, fd, text, strlen(text));
    syscall(SYS_close, fd);
}

__attribute__((destructor)) static void tell_count(void)
{
    char text[16];
    snprintf(text, sizeof text, "%d", count);
    if (number_of("FAULT_AT") == 0)
        tell(text);
}

static bool lies_below(const char *path)
{
    const char *directory = getenv("FAULT_BELOW");
    return directory && strncmp(path, directory, strlen(directory)) == 0;
}

static bool is_held(int fd)
{
    return fd >= 0 && fd < FD_LIMIT && below[fd];
}

/* True, with errno set, when this is the call that fails; does not return when it kills. */
static bool strikes(bool concerned, const char *name)
{
    if (!concerned || ++count != number_of("FAULT_AT"))
        return false;
    tell(name);
    if (number_of("FAULT_ERROR") == 0)
        raise(SIGKILL);
    errno = (int)number_of("FAULT_ERROR");
    return true;
}

/* What the C library does under this name. */
#define REAL(name) ((__typeof__(&name))(void *)dlsym(RTLD_NEXT, #name))

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    bool concerned = lies_below(path);
    if (strikes(concerned, "open"))
        return -1;
    int fd = REAL(open)(path, flags, mode);
    if (fd >= 0 && fd < FD_LIMIT)
        below[fd] = concerned;
    return fd;
}

int close(int fd)
{
    bool struck = strikes(is_held(fd), "close");
    int error = errno;
    if (fd >= 0 && fd < FD_LIMIT)
        below[fd] = false;
    int result = REAL(close)(fd);
    if (!struck)
        return result;
    errno = error;
    return -1;
}

/* A disk that is full takes a part first. */
ssize_t write(int fd, const void *data, size_t size)
{
    if (!strikes(is_held(fd), "write"))
        return REAL(write)(fd, data, size);
    int error = errno;
    syscall(SYS_write, fd, data, size / 2);
    errno = error;
    return -1;
}

ssize_t read(int fd, void *data, size_t size)
{
    return strikes(is_held(fd), "read") ? -1 : REAL(read)(fd, data, size);
}

int fsync(int fd)
{
    return strikes(is_held(fd), "fsync") ? -1 : REAL(fsync)(fd);
}

int syncfs(int fd)
{
    return strikes(is_held(fd), "syncfs") ? -1 : REAL(syncfs)(fd);
}

int mkdir(const char *path, mode_t mode)
{
    return strikes(lies_below(path), "mkdir") ? -1 : REAL(mkdir)(path, mode);
}

int rmdir(const char *path)
{
    return strikes(lies_below(path), "rmdir") ? -1 : REAL(rmdir)(path);
}

int unlink(const char *path)
{
    return strikes(lies_below(path), "unlink") ? -1 : REAL(unlink)(path);
}

int link(const char *from, const char *to)
{
    return strikes(lies_below(to), "link") ? -1 : REAL(link)(from, to);
}

int rename(const char *from, const char *to)
{
    return strikes(lies_below(to), "rename") ? -1 : REAL(rename)(from, to);
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
    return strikes(lies_below(to), "renameat2") ? -1
                                                : REAL(renameat2)(from_fd, from, to_fd, to, flags);
}

int lstat(const char *path, struct stat *out)
{
    return strikes(lies_below(path), "lstat") ? -1 : REAL(lstat)(path, out);
}
