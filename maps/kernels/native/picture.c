/* The finished rows: the colour of every run, over a base or alone, then what is drawn over them. */

#include "stroke.h"
#include "blend.h"

/* What lies over the picture: blocks of 16 pixels counted from row 0, covers of four pixels in one
   colour, or strokes. */
typedef struct {
    const i32 *index;
    const u32 *pixels; /* of blocks; none for covers */
    const u32 *covers;
    u32 colour;
    i32 many, done;
    const Stroke *strokes;
    i32 lines;
} Layer;

/* Stripes at 45 degrees: `wide` of every `apart` pixels along corner + y + lean * x. */
typedef struct { u32 colour; i32 apart, wide, corner, lean; } Hatch;

typedef struct {
    Canvas canvas;
    u32 *out;             /* whole rows, premultiplied ARGB, and AHEAD more */
    const i32 *start, *unit;
    i32 runs;             /* none: the pixels are there already */
    const u32 *lut;       /* by unit + 1, premultiplied */
    u32 *mixed;           /* room for the same over the flat base */
    i32 colours;
    const u8 *hatched;    /* the same: which hatch, from 1 on; 0 for none; no array for none at all */
    const Hatch *hatches;
    u32 flat;             /* opaque, where there is no base */
    const u32 *base;
    Layer *layers;
    i32 many;
} Picture;

#define AHEAD 32 /* pixels, as far as most runs go: no branch for each four */

/* A colour from a run's beginning on, and some too far: what comes next lies over it. */
static void flat_run(u32 *out, v128_t colour, i32 length) {
    for (i32 k = 0; k < length; k += AHEAD)
        for (i32 q = 0; q < AHEAD; q += 4) wasm_v128_store(out + k + q, colour);
}

static void run_over(u32 *out, v128_t colour, const u32 *base, i32 length) {
    for (i32 k = 0; k < length; k++)
        wasm_v128_store32_lane(out + k, over(colour, wasm_v128_load32_zero(base + k)), 0);
}

static void stripes(const Picture *job, const Hatch *hatch, u32 fill, i32 at, i32 length, i32 along) {
    along %= hatch->apart;
    if (along < 0) along += hatch->apart;
    for (i32 k = at; k < at + length; k++) {
        v128_t colour = all(along < hatch->wide ? hatch->colour : fill);
        v128_t below = job->base ? wasm_v128_load32_zero(job->base + k) : all(job->flat);
        wasm_v128_store32_lane(job->out + k, over(colour, below), 0);
        along += hatch->lean;
        if (along == hatch->apart) along = 0;
        if (along < 0) along = hatch->apart - 1;
    }
}

/* The runs of some rows, from run `k` on: the first one after them. */
static i32 lay_runs(const Picture *job, i32 k, i32 low, i32 high) {
    i32 width = job->canvas.width, stride = job->canvas.blocks * BLOCK;
    for (i32 row = low; row < high; row++) {
        i32 begin = row * width, end = begin + width, shift = row * (stride - width);
        for (; k < job->runs && job->start[k] < end; k++) {
            i32 last = k + 1 < job->runs ? job->start[k + 1] : end;
            i32 at = job->start[k] + shift, length = last - job->start[k], which = job->unit[k] + 1;
            if (job->hatched && job->hatched[which]) {
                const Hatch *hatch = &job->hatches[job->hatched[which] - 1];
                i32 along = hatch->corner + row + hatch->lean * (job->start[k] - begin);
                stripes(job, hatch, job->lut[which], at, length, along);
            } else if (job->base)
                run_over(job->out + at, all(job->lut[which]), job->base + at, length);
            else
                flat_run(job->out + at, all(job->mixed[which]), length);
        }
    }
    return k;
}

/* What of a layer's index lies before `end`. */
static void lay_known(const Picture *job, Layer *layer, i32 end) {
    v128_t colour = all(layer->colour);
    i32 n = layer->done;
    if (layer->pixels)
        for (; n < layer->many && layer->index[n] < end / BLOCK; n++)
            for (i32 q = 0; q < BLOCK; q += 4) {
                u32 *out = job->out + layer->index[n] * BLOCK + q;
                wasm_v128_store(out, over(wasm_v128_load(layer->pixels + n * BLOCK + q), wasm_v128_load(out)));
            }
    else
        for (; n < layer->many && layer->index[n] < end / 4; n++)
            ink(job->out + 4 * layer->index[n], colour, all(layer->covers[n]));
    layer->done = n;
}

/* The mask is clean again behind the ink: what was noted twice is inked once. */
static void lay_strokes(const Picture *job, const Layer *layer, i32 *heads, i32 strip) {
    const Canvas *canvas = &job->canvas;
    u32 *out = job->out + strip * STRIP * canvas->blocks * BLOCK;
    for (i32 s = 0; s < layer->lines; s++, heads += strips(canvas)) {
        i32 many = lay(canvas, &layer->strokes[s], heads, strip);
        v128_t colour = all(layer->strokes[s].colour), none = all(0);
        for (i32 n = 0; n < many; n++) {
            i32 at = canvas->found[n];
            u8 *mask = canvas->mask + at;
            ink(out + at, colour, wasm_v128_load32_splat(mask));
            wasm_v128_store32_lane(mask, none, 0);
        }
    }
}

static i32 gather_all(const Picture *job) {
    i32 many = 0, *heads = job->canvas.heads;
    for (i32 k = 0; k < job->many; k++)
        for (i32 s = 0; s < job->layers[k].lines; s++, heads += strips(&job->canvas))
            many = gather(&job->canvas, &job->layers[k].strokes[s], heads, many);
    return many;
}

/* 0, or how many pieces there must be room for. */
KERNEL(picture, Picture) {
    const Canvas *canvas = &job->canvas;
    i32 pieces = gather_all(job), run = 0, stride = canvas->blocks * BLOCK;
    if (pieces > canvas->capacity) return pieces;
    for (i32 k = 0; k < job->colours; k += 4)
        wasm_v128_store(job->mixed + k, over(wasm_v128_load(job->lut + k), all(job->flat)));
    for (i32 strip = 0; strip < strips(canvas); strip++) {
        i32 low = strip * STRIP, high = low + STRIP < canvas->height ? low + STRIP : canvas->height;
        i32 *heads = canvas->heads;
        run = lay_runs(job, run, low, high);
        for (i32 k = 0; k < job->many; k++) {
            Layer *layer = &job->layers[k];
            lay_known(job, layer, high * stride);
            lay_strokes(job, layer, heads, strip);
            heads += layer->lines * strips(canvas);
        }
    }
    return 0;
}
