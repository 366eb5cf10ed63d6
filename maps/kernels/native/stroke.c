/* Antialiased pieces: the greatest cover of each pixel of a strip. */

#include <wasm_simd128.h>
#include "stroke.h"

static float less(float one, float other) { return one < other ? one : other; }
static float more(float one, float other) { return one > other ? one : other; }
static v128_t splat(float value) { return wasm_f32x4_splat(value); }

/* How far four pixels lie within a dash, by their way along the piece. */
static v128_t dashed(const Stroke *s, const Piece *p, v128_t along) {
    float period = s->on + s->off;
    v128_t q = wasm_f32x4_add(along, splat(p->phase + s->off / 2));
    v128_t turns = wasm_f32x4_floor(wasm_f32x4_mul(q, splat(1 / period)));
    q = wasm_f32x4_sub(wasm_f32x4_sub(q, wasm_f32x4_mul(turns, splat(period))), splat(period / 2));
    return wasm_f32x4_sub(splat(s->on / 2 + 0.5f), wasm_f32x4_abs(q));
}

/* 0 to 1 as 0 to 255, in the lowest four bytes. */
static v128_t in_bytes(v128_t cover) {
    v128_t within = wasm_f32x4_pmax(splat(0), wasm_f32x4_pmin(splat(1), cover));
    v128_t rounded = wasm_f32x4_add(wasm_f32x4_mul(within, splat(255)), splat(8388608));
    v128_t bytes = wasm_v128_and(rounded, wasm_i32x4_splat(255));
    v128_t pairs = wasm_u16x8_narrow_i32x4(bytes, bytes);
    return wasm_u8x16_narrow_i16x8(pairs, pairs);
}

/* Four bytes onto the mask from pixel `at` on; fours that were empty are noted. */
static i32 raise(const Canvas *canvas, i32 at, v128_t bytes, i32 many) {
    i32 four = at / 4;
    v128_t alone = wasm_u64x2_extend_low_u32x4(bytes); 
    u8 *mask = canvas->mask + 4 * four;
    v128_t before = wasm_v128_load64_zero(mask);
    v128_t after = wasm_u8x16_max(before, wasm_i64x2_shl(alone, at % 4 * 8));
    wasm_v128_store64_lane(mask, after, 0);
    v128_t fresh = wasm_v128_andnot(wasm_i32x4_ne(after, wasm_i32x4_splat(0)), wasm_i32x4_ne(before, wasm_i32x4_splat(0)));
    canvas->found[many] = four;
    many -= wasm_i32x4_extract_lane(fresh, 0);
    canvas->found[many] = four + 1;
    many -= wasm_i32x4_extract_lane(fresh, 1);
    return many;
}

/* The rows of a piece from `low` up to `high`. */
static i32 lay_rows(const Canvas *canvas, const Stroke *s, const Piece *p, i32 low, i32 high, i32 many) {
    i32 stride = canvas->blocks * BLOCK, first = p->top > low ? p->top : low, final = p->bottom < high ? p->bottom : high - 1;
    v128_t x0 = splat(p->x0), ux = splat(p->ux), uy = splat(p->uy), length = splat(p->length);
    v128_t reach = splat(s->half + 0.5f), middles = wasm_f32x4_make(0.5f, 1.5f, 2.5f, 3.5f);
    for (i32 r = first; r <= final; r++) {
        float y = r + 0.5f - p->y0, middle = p->x0 + y * p->slope;
        i32 from = (i32)(more(middle - p->wide, p->left) + 0.5f), to = (i32)(less(middle + p->wide, p->right) + 0.5f) - 1;
        v128_t along_y = splat(y * p->uy), aside_y = splat(y * p->ux);
        for (i32 k = from; k <= to; k += 4) {
            i32 c = k < stride - 4 ? k : stride - 4;
            v128_t x = wasm_f32x4_sub(wasm_f32x4_add(splat(c), middles), x0);
            v128_t along = wasm_f32x4_add(wasm_f32x4_mul(x, ux), along_y);
            v128_t aside = wasm_f32x4_sub(wasm_f32x4_mul(x, uy), aside_y);
            v128_t beyond = wasm_f32x4_pmax(wasm_f32x4_neg(along), wasm_f32x4_sub(along, length));
            v128_t distance = wasm_f32x4_pmax(wasm_f32x4_abs(aside), beyond);
            v128_t cover = wasm_f32x4_sub(reach, distance);
            if (s->on > 0) cover = wasm_f32x4_pmin(cover, dashed(s, p, along));
            many = raise(canvas, (r - low) * stride + c, in_bytes(cover), many);
        }
    }
    return many;
}

i32 lay(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 strip) {
    i32 low = strip * STRIP, high = low + STRIP, many = 0;
    for (i32 k = heads[strip], next; k >= 0; k = next) {
        Piece *p = &canvas->pieces[k];
        next = p->next;
        many = lay_rows(canvas, stroke, p, low, high, many);
        if (p->bottom < high) continue;
        p->next = heads[strip + 1];
        heads[strip + 1] = k;
    }
    return many;
}

typedef struct {
    Canvas canvas;
    const Stroke *stroke;
    i32 *index;  /* out: fours of pixels in ascending order */
    u32 *covers; /* out: a byte a pixel */
} Cover;

/* The cover of one stroke by itself: how many fours of pixels it touches, or below zero how many
   pieces there must be room for. */
i32 EXPORT(cover)(const Cover *job) {
    const Canvas *canvas = &job->canvas;
    i32 fours = STRIP * canvas->blocks * 4, many = 0, pieces = gather(canvas, job->stroke, canvas->heads, 0);
    u32 *mask = (u32 *)canvas->mask;
    if (pieces > canvas->capacity) return -pieces;
    for (i32 strip = 0; strip < strips(canvas); strip++) {
        if (!lay(canvas, job->stroke, canvas->heads, strip)) continue;
        for (i32 k = 0; k < fours; k++) {
            if (!mask[k]) continue;
            job->index[many] = strip * fours + k;
            job->covers[many++] = mask[k];
            mask[k] = 0;
        }
    }
    return many;
}
