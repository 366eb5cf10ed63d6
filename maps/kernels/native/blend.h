/* Premultiplied ARGB, four pixels at a time. */

#ifndef YUTU_BLEND_H
#define YUTU_BLEND_H

#include <wasm_simd128.h>
#include "kernels.h"

static inline v128_t all(u32 colour) { return wasm_i32x4_splat((i32)colour); }

/* x / 255, rounded, for products of two bytes. */
static inline v128_t by_255(v128_t x) {
    x = wasm_i16x8_add(x, wasm_i16x8_splat(128));
    return wasm_u16x8_shr(wasm_i16x8_add(x, wasm_u16x8_shr(x, 8)), 8);
}

/* Channel by channel a * b / 255. */
static inline v128_t times(v128_t a, v128_t b) {
    v128_t low = wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(a), wasm_u16x8_extend_low_u8x16(b));
    v128_t high = wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(a), wasm_u16x8_extend_high_u8x16(b));
    return wasm_u8x16_narrow_i16x8(by_255(low), by_255(high));
}

static inline v128_t over(v128_t above, v128_t below) {
    v128_t alpha = wasm_i8x16_shuffle(above, above, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    return wasm_u8x16_add_sat(above, times(below, wasm_v128_not(alpha)));
}

/* Four pixels in a colour, by the cover of each in a byte. */
static inline void ink(u32 *out, v128_t colour, v128_t covers) {
    v128_t parts = wasm_i8x16_shuffle(covers, covers, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    wasm_v128_store(out, over(times(colour, parts), wasm_v128_load(out)));
}

#endif
