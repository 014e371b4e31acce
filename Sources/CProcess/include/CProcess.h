// What Swift cannot say about processes: fork, limits between it and exec, and calls that Glibc's module leaves out.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// What a program may use.
typedef struct {
    /// Processor time in seconds.
    uint64_t processor_seconds;
    /// Address space in bytes.
    uint64_t memory_bytes;
    /// The size of any file that it writes.
    uint64_t file_bytes;
} cprocess_limits;

/// Starts the program at `path` as the leader of a process group of its own.
///
/// `input`, `output` and `errors` become its first three files; it inherits no other. `folder` is where it starts, or
/// null. Returns its process id, or a negative errno where it could not be started.
pid_t cprocess_start(
    const char *path, char *const arguments[], char *const environment[], int input, int output, int errors,
    const char *folder, cprocess_limits limits);

/// Makes a pipe that started programs do not inherit; returns 0 or a negative errno.
int cprocess_pipe(int ends[2]);

/// A file in memory that started programs do not inherit; returns its descriptor or a negative errno.
int cprocess_memory_file(const char *name);

/// Removes a folder and all that is in it; links are removed and never followed.
void cprocess_remove_tree(const char *path);

/// Has the allocator keep some freed memory, that of a text of some megabytes, for the next that asks.
void cprocess_keep_freed_memory(void);

#endif
