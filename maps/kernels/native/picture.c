/* The finished rows: the colour of every run, over a base or alone, then what is drawn over them. */

#include <wasm_simd128.h>
#include "stroke.h"
#include "blend.h"

/* Blocks that lie over the picture, counted from row 0, or strokes. */
typedef struct {
    const i32 *index;
    const u32 *pixels;
    i32 many;
    const u8 *covers; /* where there are no pixels: of each 16, in one colour */
    u32 colour;
    const Stroke *strokes;
    i32 lines;
} Layer;

/* Stripes at 45 degrees: `wide` of every `apart` pixels along corner + y + lean * x. */
typedef struct { u32 colour; i32 apart, wide, corner, lean; } Hatch;

typedef struct {
    Strokes at;           /* the rows, and what strokes need */
    const i32 *start, *unit;
    i32 runs;             /* none: the pixels are there already */
    const u32 *lut;       /* by unit + 1, premultiplied */
    const u8 *hatched;    /* the same: which hatch, from 1 on; 0 for none; no array for none at all */
    const Hatch *hatches;
    u32 flat;             /* opaque, where there is no base */
    const u32 *base;      /* of the same rows */
    const Layer *layers;
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
    i32 row = job->at.low, width = job->at.width, begin = row * width, stride = job->at.blocks * BLOCK;
    for (i32 k = 0; k < job->runs; k++) {
        i32 unit = job->unit[k], last = k + 1 < job->runs ? job->start[k + 1] : job->at.high * width;
        while (job->start[k] >= begin + width) {
            begin += width;
            row++;
        }
        i32 column = job->start[k] - begin, at = (row - job->at.low) * stride + column;
        const u32 *base = job->base ? job->base + at : 0;
        i32 length = last - job->start[k], kind = job->hatched ? job->hatched[unit + 1] : 0;
        if (kind) {
            const Hatch *hatch = &job->hatches[kind - 1];
            i32 along = hatch->corner + row + hatch->lean * column;
            stripes(hatch, job->lut[unit + 1], job->flat, job->at.out + at, base, length, along);
        } else
            run(job->lut[unit + 1], job->flat, job->at.out + at, base, length);
    }
}

void EXPORT(picture)(const Picture *job) {
    runs(job);
    for (i32 k = 0; k < job->many; k++) {
        const Layer *layer = &job->layers[k];
        for (i32 n = 0; n < layer->many; n++) {
            u32 *at = job->at.out + (layer->index[n] - job->at.low * job->at.blocks) * BLOCK;
            v128_t *out = (v128_t *)at;
            if (layer->covers) {
                ink_block(at, all(layer->colour), wasm_v128_load(layer->covers + n * BLOCK));
                continue;
            }
            const v128_t *above = (const v128_t *)(layer->pixels + n * BLOCK);
            for (i32 q = 0; q < 4; q++) out[q] = over(above[q], out[q]);
        }
        lay_strokes(&job->at, layer->strokes, layer->lines);
    }
}
