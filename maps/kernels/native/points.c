/* Points in their thousands: how many in each cell of the picture, and small discs. */

#include "kernels.h"

typedef struct {
    const Point *xy;
    const u8 *shown; /* one a point, 0 leaves it out; 0 for all */
    i32 many;
    i32 cell, columns, rows; /* cells so many pixels wide and high */
    i32 *counts;             /* out: added to */
    Affine to_px;
} Density;

KERNEL(density, Density) {
    double part = 1.0 / job->cell;
    for (i32 k = 0; k < job->many; k++) {
        if (job->shown && !job->shown[k]) continue;
        double x = to_x(&job->to_px, job->xy[k]) * part, y = to_y(&job->to_px, job->xy[k]) * part;
        if (x >= 0 && y >= 0 && x < job->columns && y < job->rows)
            job->counts[(i32)y * job->columns + (i32)x]++;
    }
    return 0;
}

typedef struct {
    const Point *xy;
    const u8 *kind; /* one a point: which colour; 0 leaves it out */
    i32 many;
    const u32 *colours; /* opaque, by kind */
    float radius;
    i32 width, stride, height;
    u32 *out; /* in and out */
    Affine to_px;
} Splat;

/* Discs without soft edges, each over those before it. */
KERNEL(splat, Splat) {
    float r = job->radius;
    for (i32 k = 0; k < job->many; k++) {
        if (!job->kind[k]) continue;
        double x = to_x(&job->to_px, job->xy[k]), y = to_y(&job->to_px, job->xy[k]);
        if (!(x > -r && y > -r && x < job->width + r && y < job->height + r)) continue;
        u32 colour = job->colours[job->kind[k]];
        i32 r0 = (i32)__builtin_ceil(y - r - 0.5), r1 = (i32)__builtin_floor(y + r - 0.5);
        if (r0 < 0) r0 = 0;
        if (r1 >= job->height) r1 = job->height - 1;
        for (i32 row = r0; row <= r1; row++) {
            double dy = row + 0.5 - y, half = __builtin_sqrt(r * r - dy * dy);
            i32 c0 = (i32)__builtin_ceil(x - half - 0.5), c1 = (i32)__builtin_floor(x + half - 0.5);
            if (c0 < 0) c0 = 0;
            if (c1 >= job->width) c1 = job->width - 1;
            for (i32 c = c0; c <= c1; c++) job->out[row * job->stride + c] = colour;
        }
    }
    return 0;
}
