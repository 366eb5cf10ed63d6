/* Antialiased pieces: the greatest cover of each pixel of a strip. */

#include <wasm_simd128.h>
#include "stroke.h"

static v128_t splat(float value) { return wasm_f32x4_splat(value); }
static v128_t absolute(v128_t value) { return wasm_v128_and(value, wasm_i32x4_splat(0x7FFFFFFF)); }

typedef struct { v128_t part, period, middle, half; } Dash;

static Dash dash_of(const Stroke *s) {
    float period = s->on + s->off;
    return (Dash){ splat(1 / period), splat(period), splat(period / 2), splat(s->on / 2 + 0.5f) };
}

/* How far four pixels lie within a dash, by their way along the piece, which begins at `shift`. */
static inline v128_t dashed(const Dash *d, v128_t along, v128_t shift) {
    v128_t q = wasm_f32x4_add(along, shift);
    v128_t turns = wasm_f32x4_floor(wasm_f32x4_mul(q, d->part));
    q = wasm_f32x4_sub(wasm_f32x4_sub(q, wasm_f32x4_mul(turns, d->period)), d->middle);
    return wasm_f32x4_sub(d->half, absolute(q));
}

/* 0 to 1 as 0 to 255, what lies beyond as these, in the lowest four bytes. */
static v128_t in_bytes(v128_t cover) {
    v128_t rounded = wasm_f32x4_add(wasm_f32x4_mul(cover, splat(255)), splat(8388608));
    v128_t whole = wasm_i32x4_sub(rounded, wasm_i32x4_splat(0x4B000000));
    v128_t pairs = wasm_u16x8_narrow_i32x4(whole, whole);
    return wasm_u8x16_narrow_i16x8(pairs, pairs);
}

/* What a piece is to four pixels of a row, but for where they lie. */
typedef struct { v128_t x0, y0, ux, uy, length, reach, shift; } Look;

/* A row as a piece sees it: how far along and aside of it the left edge of the picture lies. */
typedef struct { v128_t along, aside; } Row;

static Row row_of(const Look *look, const float *middle) {
    v128_t y = wasm_f32x4_sub(wasm_v128_load32_splat(middle), look->y0);
    return (Row){ wasm_f32x4_mul(y, look->uy), wasm_f32x4_mul(y, look->ux) };
}

static inline v128_t cover(const Look *look, const float *middles, Row row, const Dash *dash) {
    v128_t x = wasm_f32x4_sub(wasm_v128_load(middles), look->x0);
    v128_t along = wasm_f32x4_add(wasm_f32x4_mul(x, look->ux), row.along);
    v128_t aside = wasm_f32x4_sub(wasm_f32x4_mul(x, look->uy), row.aside);
    v128_t beyond = wasm_f32x4_pmax(wasm_f32x4_sub(splat(0), along), wasm_f32x4_sub(along, look->length));
    v128_t found = wasm_f32x4_sub(look->reach, wasm_f32x4_pmax(absolute(aside), beyond));
    return in_bytes(dash ? wasm_f32x4_pmin(found, dashed(dash, along, look->shift)) : found);
}

/* Four bytes onto the mask from pixel `at` on, which is noted. */
static inline i32 *raise(u8 *mask, i32 at, v128_t bytes, i32 *found) {
    wasm_v128_store32_lane(mask + at, wasm_u8x16_max(wasm_v128_load32_zero(mask + at), bytes), 0);
    *found = at;
    return found + 1;
}

static inline i32 between(i32 value, i32 least, i32 most) {
    value = value > least ? value : least;
    return value < most ? value : most;
}

/* The rows of a piece from `low` up to `high`; `dash` is null for a whole line. */
static inline __attribute__((always_inline)) i32 *
lay_rows(const Canvas *canvas, const Stroke *s, const Piece *p, i32 low, i32 high, i32 *found, const Dash *dash) {
    i32 stride = canvas->blocks * BLOCK, last = stride - 4;
    i32 top = p->top > low ? p->top : low, bottom = p->bottom < high ? p->bottom : high - 1;
    i32 row_at = (top - low) * stride;
    u8 *mask = canvas->mask;
    const float *middles = canvas->middles;
    float far = s->half + 0.5f;
    Look look = { splat(p->x0), splat(p->y0), splat(p->ux), splat(p->uy), splat(p->length), splat(far),
                  splat(p->phase + s->off / 2) };
    if (p->narrow) {
        i32 at = p->at + (top - p->top) * p->step;
        for (i32 r = top; r <= bottom; r++, at += p->step, row_at += stride) {
            i32 c = between(at / PARTS, 0, last);
            found = raise(mask, row_at + c, cover(&look, middles + c, row_of(&look, middles + r), dash), found);
        }
        return found;
    }
    i32 steep = size(p->uy) > 1e-3f;
    float slope = steep ? p->ux / p->uy : 0, wide = steep ? far / size(p->uy) : canvas->width;
    float about = far * (size(p->ux) + size(p->uy)), x1 = p->x0 + p->ux * p->length;
    float left = less(p->x0, x1) - about, right = more(p->x0, x1) + about;
    i32 from = between((i32)(left + 0.5f), 0, last), to = between((i32)(right + 0.5f), 0, canvas->width);
    for (i32 r = top; r <= bottom; r++, row_at += stride) {
        Row row = row_of(&look, middles + r);
        if (right - left > 8) {
            float middle = p->x0 + (middles[r] - p->y0) * slope;
            from = rounded(more(more(middle - wide, left), 0));
            to = rounded(less(less(middle + wide, right), canvas->width));
        }
        for (i32 k = from; k < to; k += 4) {
            i32 c = k < last ? k : last;
            found = raise(mask, row_at + c, cover(&look, middles + c, row, dash), found);
        }
    }
    return found;
}

i32 lay(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 strip) {
    i32 low = strip * STRIP, high = low + STRIP, full = 0, *found = canvas->found;
    const i32 *most = found + fours(canvas);
    Dash dash = dash_of(stroke);
    for (i32 k = heads[strip], next; k >= 0; k = next) {
        const Piece *p = &canvas->pieces[k];
        next = canvas->next[k];
        if (stroke->on > 0) found = lay_rows(canvas, stroke, p, low, high, found, &dash);
        else found = lay_rows(canvas, stroke, p, low, high, found, 0);
        if (found > most) {
            found = canvas->found;
            full = 1;
        }
        if (p->bottom < high) continue;
        canvas->next[k] = heads[strip + 1];
        heads[strip + 1] = k;
    }
    if (!full) return found - canvas->found;
    for (i32 k = 0; k < fours(canvas); k++) canvas->found[k] = 4 * k;
    return fours(canvas);
}

typedef struct {
    Canvas canvas;
    const Stroke *stroke;
    i32 *index;  /* out: fours of pixels in ascending order */
    u32 *covers; /* out: a byte a pixel */
} Covers;

/* The cover of one stroke by itself: how many fours of pixels it touches, or below zero how many
   pieces there must be room for. */
KERNEL(covers, Covers) {
    const Canvas *canvas = &job->canvas;
    i32 size = fours(canvas), many = 0, pieces = gather(canvas, job->stroke, canvas->heads, 0);
    u32 *mask = (u32 *)canvas->mask;
    if (pieces > canvas->capacity) return -pieces;
    for (i32 strip = 0; strip < strips(canvas); strip++) {
        if (!lay(canvas, job->stroke, canvas->heads, strip)) continue;
        for (i32 k = 0; k < size; k++) {
            if (!mask[k]) continue;
            job->index[many] = strip * size + k;
            job->covers[many++] = mask[k];
            mask[k] = 0;
        }
    }
    return many;
}
