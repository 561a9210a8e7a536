/* A disk that fails when it is told to: put before the C library with LD_PRELOAD, it counts whatever a process does to
 * the files below one folder, and at the operation of a given number kills the process or refuses. It can also write
 * down every operation with its bytes, for a power cut to be played afterwards. Nothing happens until disk_arm. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum action { COUNT, KILL_BEFORE, KILL_AFTER, TORN, REFUSE_ONCE, REFUSE_FROM };
enum kind { OPEN = 'o', CREATE = 'c', WRITE = 'w', TRUNCATE = 't', SYNC = 's', UNLINK = 'u', RENAME = 'r', LINK = 'l',
            MKDIR = 'd', CHMOD = 'm', READ = '<', MARK = '!' };

#define MOST_FILES 4096
#define SECTOR 512

static char prefix[4096];
static size_t prefix_length;
static long last, taken;
static int action, error, log_at = -1, reads_count;
static char *paths[MOST_FILES];

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t really_write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(fd, data, size);
}
static ssize_t really_pwrite(int fd, const void *data, size_t size, off_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return real(fd, data, size, at);
}

/* The folder itself counts too: its names are put on the disk by syncing it. */
static int is_below(const char *path) {
    if (!prefix_length || !path || strncmp(path, prefix, prefix_length - 1)) return 0;
    return path[prefix_length - 1] == '/' || path[prefix_length - 1] == 0;
}
static const char *path_of(int fd) {
    return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL;
}
static void remember(int fd, const char *path) {
    if (fd < 0 || fd >= MOST_FILES) return;
    free(paths[fd]);
    paths[fd] = is_below(path) ? strdup(path) : NULL;
}

struct record { uint8_t kind, spare; uint16_t length, length2; uint16_t fd; uint32_t mode; int64_t at; uint64_t size; }
    __attribute__((packed));

static void note(int kind, const char *path, const char *path2, int fd, uint32_t mode, int64_t at, const void *data,
                 uint64_t size) {
    if (log_at < 0) return;
    struct record record = {kind, 0, path ? strlen(path) : 0, path2 ? strlen(path2) : 0, fd, mode, at, size};
    really_write(log_at, &record, sizeof record);
    if (path) really_write(log_at, path, record.length);
    if (path2) really_write(log_at, path2, record.length2);
    if (data) really_write(log_at, data, size);
}

/* What a full disk refuses: whatever needs room. Removing and cutting short do not. */
static int needs_room(int kind) {
    return kind == WRITE || kind == CREATE || kind == MKDIR || kind == LINK || kind == RENAME || kind == SYNC;
}
static int is_refused(int kind) {
    if ((error == ENOSPC || error == EDQUOT) && !needs_room(kind)) return 0;
    if (error == EROFS && kind == SYNC) return 0;
    return 1;
}

/* Count an operation: 1 when it must be refused, errno being set; the process may not live to see the answer. */
static int step(int kind) {
    taken++;
    if (action == KILL_BEFORE && taken == last) kill(getpid(), SIGKILL);
    if ((action == REFUSE_ONCE && taken == last) || (action == REFUSE_FROM && taken >= last))
        if (is_refused(kind)) { errno = error; return 1; }
    return 0;
}
static void after(void) {
    if ((action == KILL_AFTER || action == TORN) && taken == last) kill(getpid(), SIGKILL);
}
static int is_torn(void) { return action == TORN && taken == last; }

void disk_arm(const char *folder, long nth, int what, int number, int log, int reads) {
    memset(prefix, 0, sizeof prefix);
    strncpy(prefix, folder, sizeof prefix - 1);
    prefix_length = strlen(prefix);
    last = nth; taken = 0; action = what; error = number; log_at = log; reads_count = reads;
}
long disk_taken(void) { return taken; }
void disk_disarm(void) { prefix_length = 0; }
void disk_mark(long number) { note(MARK, NULL, NULL, 0, 0, number, NULL, 0); }

static int opened(int (*real)(int, const char *, int, ...), int folder, const char *path, int flags, mode_t mode) {
    if (!is_below(path)) {
        int fd = real(folder, path, flags, mode);
        remember(fd, path);
        return fd;
    }
    struct stat status;
    int creates = (flags & O_CREAT) && lstat(path, &status) != 0;
    int is_to_write = (flags & O_ACCMODE) != O_RDONLY;
    if (creates && step(CREATE)) return -1;
    if (!creates && is_to_write && error == EROFS && (action == REFUSE_FROM && taken + 1 >= last)) {
        errno = EROFS;
        return -1;
    }
    int fd = real(folder, path, flags, mode);
    remember(fd, path);
    if (fd >= 0) {
        fstat(fd, &status);
        note(creates ? CREATE : OPEN, path, NULL, fd, status.st_mode, 0, NULL, 0);
        if ((flags & O_TRUNC) && !creates) note(TRUNCATE, path, NULL, fd, 0, 0, NULL, 0);
    }
    if (creates) after();
    return fd;
}
static int really_openat(int folder, const char *path, int flags, ...) {
    REAL(int, "openat64", int, const char *, int, ...);
    va_list more; va_start(more, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return real(folder, path, flags, mode);
}
#define OPENS(name) int name(const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0; va_end(more); \
    return opened(really_openat, AT_FDCWD, path, flags, mode); }
OPENS(open)
OPENS(open64)
#define OPENSAT(name) int name(int folder, const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0; va_end(more); \
    return opened(really_openat, folder, path, flags, mode); }
OPENSAT(openat)
OPENSAT(openat64)

static ssize_t placed(int fd, const void *data, size_t size, off_t at) {
    if (step(WRITE)) return -1;
    if (is_torn() && size > 1) size = size > SECTOR ? size / 2 / SECTOR * SECTOR : size / 2;
    if (size == 0) size = 1;
    ssize_t done = really_pwrite(fd, data, size, at);
    if (done > 0) note(WRITE, paths[fd], NULL, fd, 0, at, data, done);
    after();
    return done;
}
#define PWRITES(name) ssize_t name(int fd, const void *data, size_t size, off_t at) { \
    return path_of(fd) && is_below(path_of(fd)) ? placed(fd, data, size, at) : really_pwrite(fd, data, size, at); }
PWRITES(pwrite)
PWRITES(pwrite64)

ssize_t write(int fd, const void *data, size_t size) {
    if (!path_of(fd) || !is_below(path_of(fd)) || !size) return really_write(fd, data, size);
    struct stat status;
    int is_appending = fcntl(fd, F_GETFL) & O_APPEND;
    fstat(fd, &status);
    off_t at = is_appending ? status.st_size : lseek(fd, 0, SEEK_CUR);
    if (step(WRITE)) return -1;
    if (is_torn() && size > 1) size /= 2;
    ssize_t done = really_write(fd, data, size);
    if (done > 0) note(WRITE, paths[fd], NULL, fd, 0, at, data, done);
    after();
    return done;
}

/* Copying within the kernel, taken apart into a read and a write that can fail. */
ssize_t sendfile64(int to, int from, off_t *at, size_t size) {
    REAL(ssize_t, "sendfile64", int, int, off_t *, size_t);
    if (!path_of(to) || !is_below(path_of(to))) return real(to, from, at, size);
    char buffer[65536];
    ssize_t got = at ? pread(from, buffer, size < sizeof buffer ? size : sizeof buffer, *at)
                     : read(from, buffer, size < sizeof buffer ? size : sizeof buffer);
    if (got <= 0) return got;
    ssize_t done = write(to, buffer, got);
    if (done > 0 && at) *at += done;
    return done;
}
ssize_t sendfile(int to, int from, off_t *at, size_t size) { return sendfile64(to, from, at, size); }

#define TRUNCATES(name) int name(int fd, off_t size) { \
    REAL(int, "ftruncate64", int, off_t); \
    if (!path_of(fd) || !is_below(path_of(fd))) return real(fd, size); \
    if (step(TRUNCATE)) return -1; \
    int done = real(fd, size); \
    note(TRUNCATE, paths[fd], NULL, fd, 0, size, NULL, 0); \
    after(); \
    return done; }
TRUNCATES(ftruncate)
TRUNCATES(ftruncate64)

/* A process that is killed does not lose what the system has taken: no disk need be waited for. */
#define SYNCS(name) int name(int fd) { \
    REAL(int, #name, int); \
    if (!path_of(fd) || !is_below(path_of(fd))) return real(fd); \
    if (step(SYNC)) return -1; \
    note(SYNC, paths[fd], NULL, fd, 0, 0, NULL, 0); \
    after(); \
    return 0; }
SYNCS(fsync)
SYNCS(fdatasync)

#define ON_NAME(name, kind, signature, arguments, path, path2, mode, ...) int name signature { \
    REAL(int, #name, __VA_ARGS__); \
    if (!is_below(path)) return real arguments; \
    if (step(kind)) return -1; \
    int done = real arguments; \
    if (done == 0) note(kind, path, path2, 0, mode, 0, NULL, 0); \
    after(); \
    return done; }
ON_NAME(unlink, UNLINK, (const char *a), (a), a, NULL, 0, const char *)
ON_NAME(unlinkat, UNLINK, (int d, const char *a, int f), (d, a, f), a, NULL, 0, int, const char *, int)
ON_NAME(rename, RENAME, (const char *a, const char *b), (a, b), b, a, 0, const char *, const char *)
ON_NAME(renameat, RENAME, (int d, const char *a, int e, const char *b), (d, a, e, b), b, a, 0, int, const char *, int,
        const char *)
ON_NAME(link, LINK, (const char *a, const char *b), (a, b), b, a, 0, const char *, const char *)
ON_NAME(linkat, LINK, (int d, const char *a, int e, const char *b, int f), (d, a, e, b, f), b, a, 0, int, const char *,
        int, const char *, int)
ON_NAME(mkdir, MKDIR, (const char *a, mode_t m), (a, m), a, NULL, m, const char *, mode_t)
ON_NAME(mkdirat, MKDIR, (int d, const char *a, mode_t m), (d, a, m), a, NULL, m, int, const char *, mode_t)
ON_NAME(chmod, CHMOD, (const char *a, mode_t m), (a, m), a, NULL, m, const char *, mode_t)
int fchmod(int fd, mode_t mode) {
    REAL(int, "fchmod", int, mode_t);
    if (!path_of(fd) || !is_below(path_of(fd))) return real(fd, mode);
    if (step(CHMOD)) return -1;
    int done = real(fd, mode);
    note(CHMOD, paths[fd], NULL, fd, mode, 0, NULL, 0);
    after();
    return done;
}

#define PREADS(name) ssize_t name(int fd, void *data, size_t size, off_t at) { \
    REAL(ssize_t, "pread64", int, void *, size_t, off_t); \
    if (reads_count && path_of(fd) && is_below(path_of(fd)) && step(READ)) return -1; \
    return real(fd, data, size, at); }
PREADS(pread)
PREADS(pread64)
ssize_t read(int fd, void *data, size_t size) {
    REAL(ssize_t, "read", int, void *, size_t);
    if (reads_count && path_of(fd) && is_below(path_of(fd)) && step(READ)) return -1;
    return real(fd, data, size);
}
int close(int fd) {
    REAL(int, "close", int);
    if (fd >= 0 && fd < MOST_FILES && paths[fd]) { free(paths[fd]); paths[fd] = NULL; }
    return real(fd);
}
