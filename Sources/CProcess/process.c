#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void limit(int resource, uint64_t most) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return;
    // What the shell allows us is never widened.
    if (now.rlim_max != RLIM_INFINITY && most > now.rlim_max) most = now.rlim_max;
    now.rlim_cur = most;
    now.rlim_max = most;
    setrlimit(resource, &now);
}

/// What the child does between fork and exec. Other threads of the parent may have held any lock, so only calls that
/// are safe in signal handlers are made.
static void become(
    const char *path, char *const arguments[], char *const environment[], const int files[3], const char *folder,
    cprocess_limits limits, int report) {
    setpgid(0, 0);
    // A program without its parent has nobody who reads it.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (int signal_number = 1; signal_number < 32; signal_number++) signal(signal_number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    // The three may be among 0 to 2 themselves: first out of the way, then into place.
    int moved[3];
    for (int file = 0; file < 3; file++) {
        moved[file] = fcntl(files[file], F_DUPFD_CLOEXEC, 10);
        if (moved[file] < 0) goto failed;
    }
    report = fcntl(report, F_DUPFD_CLOEXEC, 10);
    if (report < 0) _exit(127);
    for (int file = 0; file < 3; file++) {
        if (dup2(moved[file], file) < 0) goto failed;
    }
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    if (folder && chdir(folder) != 0) goto failed;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.processor_seconds);
    limit(RLIMIT_FSIZE, limits.file_bytes);
    limit(RLIMIT_AS, limits.memory_bytes);
    execve(path, arguments, environment);
failed:;
    int error = errno;
    ssize_t written = write(report, &error, sizeof error);
    (void)written;
    _exit(127);
}

pid_t cprocess_start(
    const char *path, char *const arguments[], char *const environment[], int input, int output, int errors,
    const char *folder, cprocess_limits limits) {
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0) return -errno;
    const int files[3] = {input, output, errors};
    pid_t child = fork();
    if (child == 0) become(path, arguments, environment, files, folder, limits, report[1]);
    int error = child < 0 ? errno : 0;
    close(report[1]);
    if (child > 0) {
        // Set on both sides: whoever comes first, the group is there before it is killed.
        setpgid(child, child);
        ssize_t count;
        int code = 0;
        do count = read(report[0], &code, sizeof code);
        while (count < 0 && errno == EINTR);
        if (count == (ssize_t)sizeof code) {
            error = code;
            while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
        }
    }
    close(report[0]);
    return error ? -error : child;
}

int cprocess_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }

int cprocess_memory_file(const char *name) {
    int file = memfd_create(name, MFD_CLOEXEC);
    return file >= 0 ? file : -errno;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    remove(path);
    // What cannot be removed keeps nothing else from it.
    return 0;
}

void cprocess_remove_tree(const char *path) { nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS); }

void cprocess_keep_freed_memory(void) {
    const int most = 64 << 20;
    // Both, for to set one of them ends glibc's own adjusting of the other. What is mapped by itself is given back at once.
    mallopt(M_TRIM_THRESHOLD, most);
    mallopt(M_MMAP_THRESHOLD, most / 2);
}
