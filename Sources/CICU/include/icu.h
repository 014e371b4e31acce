/// A C face on ICU that names no ICU type, so that Swift modules may import it beside Foundation,
/// whose own copy of ICU declares the same types differently.
///
/// Every function that can fail writes an ICU error code (0 or less is success) to `status`.
#ifndef ITAPARSE_ICU_H
#define ITAPARSE_ICU_H

#include <stdint.h>

typedef struct icu_breaker icu_breaker;

/// What a breaker finds the ends of.
enum icu_break_kind { ICU_BREAK_WORDS = 1, ICU_BREAK_LINES = 2 };

/// Opens a break iterator with the rules and the dictionary of `locale`; null on failure.
icu_breaker *icu_breaker_open(int32_t kind, const char *locale, int32_t *status);
void icu_breaker_close(icu_breaker *breaker);

/// Points the breaker at `length` UTF-16 units, which must stay in place during the walk.
void icu_breaker_set_text(icu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *status);

/// Writes up to `capacity` of the next boundaries; returns how many. Fewer than `capacity`: the text is done.
int32_t icu_breaker_next(icu_breaker *breaker, int32_t *boundaries, int32_t capacity);

/// 1 if `offset` is a boundary of the text set last, else 0.
int32_t icu_breaker_is_boundary(icu_breaker *breaker, int32_t offset);

/// Decodes `length` bytes of the named charset into UTF-8; returns the length of the result.
///
/// Call with `capacity` 0 to learn the length. A byte with no meaning in the charset becomes U+FFFD.
int32_t icu_decode(const char *charset, const char *bytes, int32_t length, char *utf8, int32_t capacity, int32_t *status);

/// Composes `length` bytes of UTF-8 (NFC); returns the length of the result.
int32_t icu_compose(const uint8_t *bytes, int32_t length, uint8_t *utf8, int32_t capacity, int32_t *status);

/// The name of an error code, for messages.
const char *icu_error_name(int32_t status);

#endif
