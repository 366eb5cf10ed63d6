/* Lines of one look, and where they are drawn. */

#ifndef YUTU_STROKE_H
#define YUTU_STROKE_H

#include "kernels.h"

typedef struct {
    Mesh mesh;
    const u8 *rank;
    i32 wanted;                /* only lines of this rank; all of them where it is negative */
    u32 colour;                /* premultiplied ARGB */
    float half, on, off;       /* half the width; a dash and the gap after it, both 0 for none */
    Box seen;
    Affine to_px;
} Stroke;

typedef struct {
    i32 width, height, blocks; /* of the picture; `blocks` of 16 pixels make a row */
    i32 low, high;             /* the rows to be drawn */
    u8 *mask;                  /* a byte a pixel; zero before and after */
    u8 *touched;               /* a byte a block, and 16 more; zero before and after */
    u32 *out;                  /* the rows, premultiplied ARGB */
} Strokes;

/* All strokes, one over the other. */
void lay_strokes(const Strokes *job, const Stroke *strokes, i32 many);

#endif
