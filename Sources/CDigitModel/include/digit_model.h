/// The weights of the net that reads digits, and its one hot loop.
///
/// `model.c` is written by Training/digits/quantise.py. Layers, in order, each row of weights being one output's:
///
///     c1   16 rows of   9: 3 × 3 over 28 × 28 levels with an edge of zeros, then the greatest of 2 × 2
///     c2   32 rows of 144: 3 × 3 × 16 over 14 × 14 with an edge of zeros, then the greatest of 2 × 2
///     c3   64 rows of 288: 3 × 3 × 32 over 7 × 7 without an edge, which leaves 5 × 5
///     d1   64 rows of 1600: row, column, channel
///     d2   21 rows of  64: ๐ to ๙, 0 to 9, and all that is no digit
///
/// An output is a sum and its bias, times its multiplier, 2^24 to one: levels 0 to 255, and of d2 logits, 1024 to one.
#ifndef ITAPARSE_DIGIT_MODEL_H
#define ITAPARSE_DIGIT_MODEL_H

#include <stdint.h>

/// Functions, not arrays: Swift would take an array for a tuple of as many values.
const int8_t *digit_model_weights(void);
int32_t digit_model_weights_count(void);
const int32_t *digit_model_biases(void);
int32_t digit_model_biases_count(void);
const int32_t *digit_model_multipliers(void);
int32_t digit_model_multipliers_count(void);

/// The probability of a digit from which on a reading is sure.
double digit_model_sure(void);

/// Writes to `sums` the product of `values` with each of `rows` rows of `count` weights: multiples of 4 and of 8.
///
/// In C, since this is nearly all of the time, and tests run without the Swift optimiser.
void digit_model_products(
    const int16_t *values, const int16_t *weights, int32_t count, int32_t rows, int32_t *sums);

#endif
