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

/* A straight part of a line near the picture, and the pixels that it may touch. */
typedef struct {
    float x0, y0, ux, uy, length, phase;
    float left, right;         /* its ends, and the reach about them */
    float slope, wide;         /* how it runs from row to row, and how far it reaches along one */
    i32 top, bottom;           /* rows */
    i32 next;                  /* the next one to be drawn in the same strip, or -1 */
} Piece;

/* Rows of a picture are drawn strip by strip, so that what is worked on stays near the processor. */
typedef struct {
    i32 width, height, blocks; /* `blocks` of 16 pixels make a row */
    u8 *mask;                  /* a byte a pixel of one strip, and 8 more; zero before and after */
    i32 *found;                /* for every four pixels of a strip, and two more */
    Piece *pieces;
    i32 capacity;
    i32 *heads;                /* for every stroke and strip: the first piece */
} Canvas;

static inline i32 strips(const Canvas *canvas) { return (canvas->height + STRIP - 1) / STRIP; }

/* The pieces of a stroke, behind the `many` that there are: how many there are then, which may be
   more than there is room for. */
i32 gather(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 many);

/* The greatest cover of each pixel of a strip: how many fours of pixels in `found`. */
i32 lay(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 strip);

#endif
