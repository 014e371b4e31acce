#include "icu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

struct icu_breaker {
    UBreakIterator *iterator;
};

icu_breaker *icu_breaker_open(int32_t kind, const char *locale, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIteratorType type = kind == ICU_BREAK_LINES ? UBRK_LINE : UBRK_WORD;
    icu_breaker *breaker = malloc(sizeof *breaker);
    if (breaker == NULL) {
        *status = U_MEMORY_ALLOCATION_ERROR;
        return NULL;
    }
    breaker->iterator = ubrk_open(type, locale, NULL, 0, &code);
    *status = code;
    if (U_FAILURE(code)) {
        free(breaker);
        return NULL;
    }
    return breaker;
}

void icu_breaker_close(icu_breaker *breaker) {
    if (breaker == NULL) return;
    ubrk_close(breaker->iterator);
    free(breaker);
}

void icu_breaker_set_text(icu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(breaker->iterator, (const UChar *)text, length, &code);
    *status = code;
}

int32_t icu_breaker_next(icu_breaker *breaker, int32_t *boundaries, int32_t capacity) {
    int32_t count = 0;
    while (count < capacity) {
        int32_t end = ubrk_next(breaker->iterator);
        if (end == UBRK_DONE) break;
        boundaries[count++] = end;
    }
    return count;
}

int32_t icu_breaker_is_boundary(icu_breaker *breaker, int32_t offset) {
    return ubrk_isBoundary(breaker->iterator, offset) ? 1 : 0;
}

int32_t icu_decode(const char *charset, const char *bytes, int32_t length, char *utf8, int32_t capacity,
                   int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t written = ucnv_convert("UTF-8", charset, utf8, capacity, bytes, length, &code);
    // Asking for the length with no room is how ICU is meant to be asked: no failure.
    if (code == U_BUFFER_OVERFLOW_ERROR || code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
    *status = code;
    return written;
}

int32_t icu_compose(const uint8_t *bytes, int32_t length, uint8_t *utf8, int32_t capacity, int32_t *status) {
    enum { MOST = 64 };
    UErrorCode code = U_ZERO_ERROR;
    UChar source[MOST], composed[MOST];
    int32_t units = 0, written = 0;
    u_strFromUTF8(source, MOST, &units, (const char *)bytes, length, &code);
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
    units = unorm2_normalize(nfc, source, units, composed, MOST, &code);
    u_strToUTF8((char *)utf8, capacity, &written, composed, units, &code);
    *status = code;
    return written;
}

const char *icu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }
