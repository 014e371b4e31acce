#include "icu_dictionary.h"

#include <cstring>
#include <memory>
#include <string>
#include <unicode/bytestrie.h>
#include <unicode/bytestriebuilder.h>
#include <unicode/udata.h>

// The head of a dictionary in ICU's data: eight numbers, of which these are used here. The format is described beside
// DictionaryData in ICU's source (dictionarydata.h) and has been the same since ICU 50.
enum { TRIE_OFFSET = 0, TRIE_TYPE = 4, TRANSFORM = 5 };
static const int32_t BYTES_TRIE = 0, TRIE_TYPE_MASK = 7;
static const int32_t THAI_LETTERS = 0x1000000 | 0x0E00;

struct icu_dictionary {
    UDataMemory *data = nullptr;
    std::string owned;
    const char *trie = nullptr;
    ~icu_dictionary() {
        if (data != nullptr) udata_close(data);
    }
};

icu_dictionary *icu_dictionary_open(const char *name, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    auto dictionary = std::make_unique<icu_dictionary>();
    dictionary->data = udata_open(U_ICUDATA_NAME "-brkitr", "dict", name, &code);
    *status = code;
    if (U_FAILURE(code)) return nullptr;
    const auto *head = static_cast<const int32_t *>(udata_getMemory(dictionary->data));
    if ((head[TRIE_TYPE] & TRIE_TYPE_MASK) != BYTES_TRIE || head[TRANSFORM] != THAI_LETTERS) {
        *status = U_UNSUPPORTED_ERROR;
        return nullptr;
    }
    dictionary->trie = reinterpret_cast<const char *>(head) + head[TRIE_OFFSET];
    return dictionary.release();
}

icu_dictionary *icu_dictionary_make(const uint8_t *words, int32_t length, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    icu::BytesTrieBuilder builder(code);
    const char *word = reinterpret_cast<const char *>(words);
    const char *end = word + length;
    while (word < end && U_SUCCESS(code)) {
        auto size = static_cast<int32_t>(std::strlen(word));
        builder.add(icu::StringPiece(word, size), 0, code);
        word += size + 1;
    }
    icu::StringPiece built = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, code);
    *status = code;
    if (U_FAILURE(code)) return nullptr;
    auto dictionary = std::make_unique<icu_dictionary>();
    dictionary->owned.assign(built.data(), static_cast<size_t>(built.size()));
    dictionary->trie = dictionary->owned.data();
    return dictionary.release();
}

void icu_dictionary_close(icu_dictionary *dictionary) { delete dictionary; }

uint64_t icu_dictionary_prefixes(const icu_dictionary *dictionary, const uint8_t *letters, int32_t length) {
    icu::BytesTrie trie(dictionary->trie);
    uint64_t ends = 0;
    for (int32_t index = 0; index < length && index < 64; index++) {
        UStringTrieResult result = index == 0 ? trie.first(letters[0]) : trie.next(letters[index]);
        if (!USTRINGTRIE_MATCHES(result)) break;
        if (USTRINGTRIE_HAS_VALUE(result)) ends |= uint64_t(1) << index;
        if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
    return ends;
}
