/* Lines of one look, the straight pieces they are made of, and where these are drawn. */

#ifndef YUTU_STROKE_H
#define YUTU_STROKE_H

#include "kernels.h"

typedef struct {
    Mesh mesh;
    const u8 *rank;
    i32 wanted;          /* only lines of this rank; all of them where it is negative */
    u32 colour;          /* premultiplied ARGB */
    float half, on, off; /* half the width; a dash and the gap after it, both 0 for none */
    Box seen;
    Affine to_px;
} Stroke;

#define PARTS 4096 /* of a pixel */

/* A straight part of a line near the picture, and the rows that it may touch. Where four pixels hold
   all that it covers of any row it is narrow: `at` is the first of them in the first row, and `step`
   how far that moves from row to row, in parts. */
typedef struct {
    float x0, y0, ux, uy, length, phase;
    i32 top, bottom, at, step;
    i32 narrow;
} Piece;

/* Rows of a picture are drawn strip by strip, so that what is worked on stays near the processor. */
typedef struct {
    i32 width, height, blocks; /* `blocks` of 16 pixels make a row */
    const float *middles;      /* 0.5, 1.5, ... for every row and column */
    u8 *mask;                  /* a byte a pixel of one strip; zero before and after */
    i32 *found;                /* two for every four pixels of a strip */
    Piece *pieces;
    i32 *next;                 /* after each piece the next to be drawn in the same strip, or -1 */
    i32 capacity;
    i32 *heads;                /* for every stroke and strip: the first piece */
} Canvas;

static inline i32 strips(const Canvas *canvas) { return (canvas->height + STRIP - 1) / STRIP; }
static inline i32 fours(const Canvas *canvas) { return STRIP * canvas->blocks * BLOCK / 4; }

/* The pieces of a stroke, behind the `many` that there are: how many there are then, which may be
   more than there is room for. */
i32 gather(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 many);

/* The greatest cover of each pixel of a strip: how many places in `found`, where four pixels begin
   that are covered; some lie over one another. */
i32 lay(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 strip);

static inline float less(float one, float other) { return one < other ? one : other; }
static inline float more(float one, float other) { return one > other ? one : other; }
static inline float size(float value) { return value < 0 ? -value : value; }

/* Rounded by the processor itself, for values below 2^22; below zero it is anything below zero. */
static inline i32 rounded(float value) {
    union { float as_float; i32 as_whole; } both = { value + 8388608.0f };
    return both.as_whole - 0x4B000000;
}

#endif
