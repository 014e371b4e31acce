#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot see: SQLite copies what is bound with it.
static inline int itaparse_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}
