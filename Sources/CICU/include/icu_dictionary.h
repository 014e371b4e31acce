/// Words in a trie: those of ICU's own dictionary for Thai, or a program's.
///
/// A letter of a word is a byte above 0: for Thai its distance from U+0E00, as ICU's dictionary has it.
#ifndef ITAPARSE_ICU_DICTIONARY_H
#define ITAPARSE_ICU_DICTIONARY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct icu_dictionary icu_dictionary;

/// Opens a dictionary of ICU's break iterators, such as `thaidict`; null on failure.
icu_dictionary *icu_dictionary_open(const char *name, int32_t *status);

/// Makes a dictionary of words, each ended by a byte of 0; null on failure.
icu_dictionary *icu_dictionary_make(const uint8_t *words, int32_t length, int32_t *status);

void icu_dictionary_close(icu_dictionary *dictionary);

/// The words that `letters` begins with: bit n is set where the first n + 1 letters are a word.
uint64_t icu_dictionary_prefixes(const icu_dictionary *dictionary, const uint8_t *letters, int32_t length);

#ifdef __cplusplus
}
#endif

#endif
