#include "tesseract_engine.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

#define FUNCTIONS(X)                                                                                                   \
    X(TessBaseAPICreate)                                                                                               \
    X(TessBaseAPIDelete)                                                                                               \
    X(TessBaseAPIInit2)                                                                                                \
    X(TessBaseAPISetVariable)                                                                                          \
    X(TessBaseAPISetPageSegMode)                                                                                       \
    X(TessBaseAPISetImage)                                                                                             \
    X(TessBaseAPISetSourceResolution)                                                                                  \
    X(TessBaseAPIRecognize)                                                                                            \
    X(TessBaseAPIGetIterator)                                                                                          \
    X(TessBaseAPIClear)                                                                                                \
    X(TessMonitorCreate)                                                                                               \
    X(TessMonitorDelete)                                                                                               \
    X(TessMonitorSetDeadlineMSecs)                                                                                     \
    X(TessResultIteratorDelete)                                                                                        \
    X(TessResultIteratorNext)                                                                                          \
    X(TessResultIteratorGetUTF8Text)                                                                                   \
    X(TessResultIteratorConfidence)                                                                                    \
    X(TessResultIteratorGetPageIteratorConst)                                                                          \
    X(TessPageIteratorBoundingBox)                                                                                     \
    X(TessPageIteratorIsAtBeginningOf)                                                                                 \
    X(TessDeleteText)

static struct {
#define FIELD(name) __typeof__(&name) name;
    FUNCTIONS(FIELD)
} api;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    // Its threads would fight for the cores with our workers; read when libgomp is loaded, hence before it.
    setenv("OMP_THREAD_LIMIT", "1", 1);
    void *library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return;
#define LOAD(name)                                                                                                     \
    if (!(api.name = (__typeof__(&name))dlsym(library, #name)))                                                        \
        return;
    FUNCTIONS(LOAD)
    is_loaded = 1;
}

struct tesseract_engine {
    TessBaseAPI *base;
};

tesseract_engine *tesseract_engine_new(const char *languages, int *outcome) {
    pthread_once(&once, load);
    *outcome = tesseract_no_library;
    if (!is_loaded)
        return NULL;
    *outcome = tesseract_failed;
    tesseract_engine *engine = malloc(sizeof *engine);
    if (!engine)
        return NULL;
    engine->base = api.TessBaseAPICreate();
    if (!engine->base) {
        free(engine);
        return NULL;
    }
    // Standard error belongs to the program.
    api.TessBaseAPISetVariable(engine->base, "debug_file", "/dev/null");
    if (api.TessBaseAPIInit2(engine->base, NULL, languages, OEM_LSTM_ONLY) != 0) {
        *outcome = tesseract_no_model;
        tesseract_engine_free(engine);
        return NULL;
    }
    *outcome = tesseract_ok;
    return engine;
}

void tesseract_engine_free(tesseract_engine *engine) {
    if (!engine)
        return;
    api.TessBaseAPIDelete(engine->base);
    free(engine);
}

static int append(tesseract_symbol **symbols, size_t *count, size_t *capacity, const tesseract_symbol *symbol) {
    if (*count == *capacity) {
        size_t more = *capacity ? *capacity * 2 : 256;
        tesseract_symbol *grown = realloc(*symbols, more * sizeof **symbols);
        if (!grown)
            return 0;
        *symbols = grown;
        *capacity = more;
    }
    (*symbols)[(*count)++] = *symbol;
    return 1;
}

int tesseract_engine_read(tesseract_engine *engine, const uint8_t *pixels, int width, int height, int stride, int dpi,
                          int mode, int milliseconds, tesseract_symbol **symbols, size_t *count) {
    *symbols = NULL;
    *count = 0;
    api.TessBaseAPISetPageSegMode(engine->base, (TessPageSegMode)mode);
    api.TessBaseAPISetImage(engine->base, pixels, width, height, 1, stride);
    api.TessBaseAPISetSourceResolution(engine->base, dpi);
    ETEXT_DESC *monitor = api.TessMonitorCreate();
    api.TessMonitorSetDeadlineMSecs(monitor, milliseconds);
    int failed = api.TessBaseAPIRecognize(engine->base, monitor);
    api.TessMonitorDelete(monitor);
    if (failed) {
        api.TessBaseAPIClear(engine->base);
        return tesseract_failed;
    }
    // No iterator: a picture without text.
    TessResultIterator *results = api.TessBaseAPIGetIterator(engine->base);
    size_t capacity = 0;
    int outcome = tesseract_ok;
    if (results) {
        const TessPageIterator *place = api.TessResultIteratorGetPageIteratorConst(results);
        do {
            char *text = api.TessResultIteratorGetUTF8Text(results, RIL_SYMBOL);
            if (!text)
                continue;
            tesseract_symbol symbol = {0};
            size_t length = strlen(text);
            if (length >= sizeof symbol.text) {
                length = sizeof symbol.text - 1;
                while (length && (text[length] & 0xC0) == 0x80)
                    length--;
            }
            memcpy(symbol.text, text, length);
            api.TessDeleteText(text);
            if (!length || !api.TessPageIteratorBoundingBox(place, RIL_SYMBOL, &symbol.left, &symbol.top,
                                                            &symbol.right, &symbol.bottom))
                continue;
            api.TessPageIteratorBoundingBox(place, RIL_WORD, &symbol.word_left, &symbol.word_top, &symbol.word_right,
                                            &symbol.word_bottom);
            symbol.confidence = api.TessResultIteratorConfidence(results, RIL_SYMBOL);
            symbol.begins_word = api.TessPageIteratorIsAtBeginningOf(place, RIL_WORD) != 0;
            symbol.begins_line = api.TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0;
            symbol.begins_block = api.TessPageIteratorIsAtBeginningOf(place, RIL_BLOCK) != 0;
            if (!append(symbols, count, &capacity, &symbol)) {
                outcome = tesseract_failed;
                break;
            }
        } while (api.TessResultIteratorNext(results, RIL_SYMBOL));
        api.TessResultIteratorDelete(results);
    }
    api.TessBaseAPIClear(engine->base);
    return outcome;
}

void tesseract_symbols_free(tesseract_symbol *symbols) { free(symbols); }
