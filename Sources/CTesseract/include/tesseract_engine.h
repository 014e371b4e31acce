// Tesseract's C API, loaded when it is first needed: it brings some seventy libraries, and a program that never
// sees a scan must neither wait for them nor ask for them to be installed.
#ifndef TESSERACT_ENGINE_H
#define TESSERACT_ENGINE_H

#include <stddef.h>
#include <stdint.h>

/// One character or cluster that was recognised.
typedef struct {
    /// In pixels; right and bottom lie outside.
    int32_t left, top, right, bottom;
    /// The same of the word that it belongs to.
    int32_t word_left, word_top, word_right, word_bottom;
    /// 0 to 100.
    float confidence;
    uint8_t begins_word, begins_line, begins_block;
    /// UTF-8, cut where it is longer.
    char text[24];
} tesseract_symbol;

typedef struct tesseract_engine tesseract_engine;

enum { tesseract_ok = 0, tesseract_no_library = 1, tesseract_no_model = 2, tesseract_failed = 3 };

/// Makes an engine for `languages` ("tha+eng"); `outcome` says why there is none. May be called from any thread.
tesseract_engine *tesseract_engine_new(const char *languages, int *outcome);

/// Frees an engine; NULL is fine.
void tesseract_engine_free(tesseract_engine *engine);

/// Recognises a grey picture, `stride` bytes a row, in page segmentation mode `mode`, for at most `milliseconds`.
/// Returns an outcome; `symbols` has to be freed by `tesseract_symbols_free`.
int tesseract_engine_read(tesseract_engine *engine, const uint8_t *pixels, int width, int height, int stride, int dpi,
                          int mode, int milliseconds, tesseract_symbol **symbols, size_t *count);

void tesseract_symbols_free(tesseract_symbol *symbols);

#endif
