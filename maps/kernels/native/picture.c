/* The finished rows: the colour of every run, over a base or alone, then what is drawn over them. */

#include <wasm_simd128.h>
#include "kernels.h"
#include "blend.h"

typedef struct {
    const i32 *index; /* blocks, ascending, counted from row 0 */
    const u32 *pixels;
    i32 many;
} Overlay;

/* Stripes at 45 degrees: `wide` of every `apart` pixels along corner + y + lean * x. */
typedef struct { u32 colour; i32 apart, wide, corner, lean; } Hatch;

typedef struct {
    const i32 *start, *unit;
    i32 runs, width, blocks, low, high;
    const u32 *lut;       /* by unit + 1, premultiplied */
    const u8 *hatched;    /* the same: which hatch, from 1 on; 0 for none; no array for none at all */
    const Hatch *hatches;
    u32 flat;             /* opaque, where there is no base */
    const u32 *base;      /* of the same rows */
    u32 *out;
    const Overlay *overlays;
    i32 many;
} Picture;

static v128_t all(u32 colour) { return wasm_i32x4_splat((i32)colour); }

static void run(u32 fill, u32 flat, u32 *out, const u32 *base, i32 length) {
    v128_t colour = base ? all(fill) : over(all(fill), all(flat));
    i32 k = 0;
    if (!base) {
        for (; k + 4 <= length; k += 4) wasm_v128_store(out + k, colour);
        for (; k < length; k++) wasm_v128_store32_lane(out + k, colour, 0);
        return;
    }
    for (; k + 4 <= length; k += 4) wasm_v128_store(out + k, over(colour, wasm_v128_load(base + k)));
    for (; k < length; k++)
        wasm_v128_store32_lane(out + k, over(colour, wasm_v128_load32_zero(base + k)), 0);
}

static void stripes(const Hatch *hatch, u32 fill, u32 flat, u32 *out, const u32 *base, i32 length, i32 at) {
    at %= hatch->apart;
    if (at < 0) at += hatch->apart;
    for (i32 k = 0; k < length; k++) {
        v128_t colour = all(at < hatch->wide ? hatch->colour : fill);
        wasm_v128_store32_lane(out + k, over(colour, base ? wasm_v128_load32_zero(base + k) : all(flat)), 0);
        at += hatch->lean;
        if (at == hatch->apart) at = 0;
        if (at < 0) at = hatch->apart - 1;
    }
}

static void runs(const Picture *job) {
    i32 row = job->low, begin = row * job->width, stride = job->blocks * BLOCK;
    for (i32 k = 0; k < job->runs; k++) {
        i32 unit = job->unit[k], last = k + 1 < job->runs ? job->start[k + 1] : job->high * job->width;
        while (job->start[k] >= begin + job->width) {
            begin += job->width;
            row++;
        }
        i32 column = job->start[k] - begin, at = (row - job->low) * stride + column;
        const u32 *base = job->base ? job->base + at : 0;
        i32 length = last - job->start[k], kind = job->hatched ? job->hatched[unit + 1] : 0;
        if (kind) {
            const Hatch *hatch = &job->hatches[kind - 1];
            i32 along = hatch->corner + row + hatch->lean * column;
            stripes(hatch, job->lut[unit + 1], job->flat, job->out + at, base, length, along);
        } else
            run(job->lut[unit + 1], job->flat, job->out + at, base, length);
    }
}

void EXPORT(picture)(const Picture *job) {
    runs(job);
    for (i32 k = 0; k < job->many; k++) {
        const Overlay *overlay = &job->overlays[k];
        for (i32 n = 0; n < overlay->many; n++) {
            v128_t *out = (v128_t *)(job->out + (overlay->index[n] - job->low * job->blocks) * BLOCK);
            const v128_t *above = (const v128_t *)(overlay->pixels + n * BLOCK);
            for (i32 q = 0; q < 4; q++) out[q] = over(above[q], out[q]);
        }
    }
}
