#include "digit_model.h"

#include <string.h>

// Vectors of the compiler, not of a machine: clang makes pmaddwd or smlal of them, and sums are whole numbers, hence
// the same whatever it makes.
typedef int16_t values_of_8 __attribute__((vector_size(16)));
typedef int32_t products_of_8 __attribute__((vector_size(32)));
typedef int32_t sums_of_4 __attribute__((vector_size(16)));

static inline values_of_8 load(const int16_t *from) {
    values_of_8 values;
    memcpy(&values, from, sizeof values);
    return values;
}

/// The products of two times 8 values, added in pairs.
static inline sums_of_4 pairs(values_of_8 a, values_of_8 b) {
    products_of_8 all = __builtin_convertvector(a, products_of_8) * __builtin_convertvector(b, products_of_8);
    return __builtin_shufflevector(all, all, 0, 2, 4, 6) + __builtin_shufflevector(all, all, 1, 3, 5, 7);
}

/// Each vector's own sum.
static inline sums_of_4 added(sums_of_4 a, sums_of_4 b, sums_of_4 c, sums_of_4 d) {
    sums_of_4 ab = __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);
    sums_of_4 cd = __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
    return __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
}

void digit_model_products(
    const int16_t *values, const int16_t *weights, int32_t count, int32_t rows, int32_t *sums) {
    for (int32_t row = 0; row < rows; row += 4) {
        const int16_t *first = weights + (int64_t)row * count;
        const int16_t *second = first + count;
        const int16_t *third = second + count;
        const int16_t *fourth = third + count;
        sums_of_4 a = {0}, b = {0}, c = {0}, d = {0};
        for (int32_t i = 0; i < count; i += 8) {
            values_of_8 part = load(values + i);
            a += pairs(part, load(first + i));
            b += pairs(part, load(second + i));
            c += pairs(part, load(third + i));
            d += pairs(part, load(fourth + i));
        }
        sums_of_4 result = added(a, b, c, d);
        memcpy(sums + row, &result, sizeof result);
    }
}
