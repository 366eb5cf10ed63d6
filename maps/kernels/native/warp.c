/* A picture laid into a view by a mesh of places, its four nearest pixels mixed. */

#include <wasm_simd128.h>
#include "kernels.h"

#define STEP 16 /* pixels of the view from node to node */

typedef struct {
    const u32 *pixels;      /* premultiplied, with a clear rim of one before and two after */
    i32 rows, columns;      /* with that rim */
    const float *u, *v;     /* where each node falls, in pixels without the rim */
    i32 nodes;              /* of a row of the mesh */
    i32 width, height;      /* of the view */
    u32 light;              /* how much of it is left, of 256 */
    float *work;            /* four rows of places, each of whole fours */
    u32 *out;               /* rows of `width`, and a few pixels behind the last */
} Warp;

/* The places of a row of nodes, by straight lines between them. */
static void along(float *out, const float *nodes, i32 width) {
    for (i32 j = 0; j < width; j++) {
        float part = (float)(j % STEP) / STEP;
        const float *node = nodes + j / STEP;
        out[j] = node[0] * (1 - part) + node[1] * part;
    }
}

/* Four places between two rows of them, as pixels of the picture with its rim. */
static inline v128_t placed(const float *above, const float *below, float part, float most) {
    v128_t one = wasm_f32x4_mul(wasm_v128_load(above), wasm_f32x4_splat(1 - part));
    v128_t at = wasm_f32x4_add(one, wasm_f32x4_mul(wasm_v128_load(below), wasm_f32x4_splat(part)));
    at = wasm_f32x4_sub(at, wasm_f32x4_splat(0.5f));
    return wasm_f32x4_min(wasm_f32x4_max(at, wasm_f32x4_splat(-1)), wasm_f32x4_splat(most));
}

/* a + (b - a) * share / 256, for eight channels of 16 bits. */
static inline v128_t mixed(v128_t a, v128_t b, v128_t share) {
    v128_t rest = wasm_i16x8_sub(wasm_i16x8_splat(256), share);
    return wasm_u16x8_shr(wasm_i16x8_add(wasm_i16x8_mul(a, rest), wasm_i16x8_mul(b, share)), 8);
}

/* A share of each of four pixels, once a channel: of the first two, of the others. */
static inline v128_t first_two(v128_t share) {
    return wasm_i8x16_shuffle(share, share, 0, 1, 0, 1, 0, 1, 0, 1, 4, 5, 4, 5, 4, 5, 4, 5);
}

static inline v128_t other_two(v128_t share) {
    return wasm_i8x16_shuffle(share, share, 8, 9, 8, 9, 8, 9, 8, 9, 12, 13, 12, 13, 12, 13, 12, 13);
}

/* Of two pairs of neighbours, pixel by pixel: the mix of each pair, as 16 bits a channel. */
static inline v128_t pair(const u32 *one, const u32 *other, v128_t share) {
    v128_t both = wasm_v128_load64_lane(other, wasm_v128_load64_zero(one), 1);
    v128_t near = wasm_i32x4_shuffle(both, both, 0, 2, 0, 2);
    v128_t next = wasm_i32x4_shuffle(both, both, 1, 3, 1, 3);
    return mixed(wasm_u16x8_extend_low_u8x16(near), wasm_u16x8_extend_low_u8x16(next), share);
}

KERNEL(warp, Warp) {
    i32 width = job->width, columns = job->columns, wide = (width + 3) & ~3;
    float *u0 = job->work, *u1 = u0 + wide, *v0 = u1 + wide, *v1 = v0 + wide;
    v128_t light = wasm_i16x8_splat((short)job->light);
    light = wasm_i16x8_replace_lane(wasm_i16x8_replace_lane(light, 3, 256), 7, 256);
    for (i32 i = 0; i < job->height; i++) {
        if (i % STEP == 0) {
            const float *u = job->u + i / STEP * job->nodes, *v = job->v + i / STEP * job->nodes;
            along(u0, u, wide), along(u1, u + job->nodes, wide);
            along(v0, v, wide), along(v1, v + job->nodes, wide);
        }
        float part = (float)(i % STEP) / STEP;
        u32 *out = job->out + (long)i * width;
        for (i32 j = 0; j < wide; j += 4) {
            v128_t u = placed(u0 + j, u1 + j, part, (float)(columns - 3));
            v128_t v = placed(v0 + j, v1 + j, part, (float)(job->rows - 3));
            v128_t left = wasm_f32x4_floor(u), top = wasm_f32x4_floor(v), times = wasm_f32x4_splat(256);
            v128_t right = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_mul(wasm_f32x4_sub(u, left), times));
            v128_t lower = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_mul(wasm_f32x4_sub(v, top), times));
            v128_t row = wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(top), wasm_i32x4_splat(1));
            v128_t at = wasm_i32x4_add(wasm_i32x4_mul(row, wasm_i32x4_splat(columns)),
                                       wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(left), wasm_i32x4_splat(1)));
            const u32 *a = job->pixels + wasm_i32x4_extract_lane(at, 0);
            const u32 *b = job->pixels + wasm_i32x4_extract_lane(at, 1);
            const u32 *c = job->pixels + wasm_i32x4_extract_lane(at, 2);
            const u32 *d = job->pixels + wasm_i32x4_extract_lane(at, 3);
            v128_t share = first_two(right);
            v128_t one = mixed(pair(a, b, share), pair(a + columns, b + columns, share), first_two(lower));
            share = other_two(right);
            v128_t two = mixed(pair(c, d, share), pair(c + columns, d + columns, share), other_two(lower));
            one = wasm_u16x8_shr(wasm_i16x8_mul(one, light), 8);
            two = wasm_u16x8_shr(wasm_i16x8_mul(two, light), 8);
            wasm_v128_store(out + j, wasm_u8x16_narrow_i16x8(one, two));
        }
    }
    return 0;
}
