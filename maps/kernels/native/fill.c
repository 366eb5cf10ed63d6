/* Areas from their borders: where lines cross the middles of pixel rows, in order, as runs. */

#include <wasm_simd128.h>
#include "kernels.h"

/* The units before and after it, in the way of reading. */
typedef struct { double x; i32 before, after; } Crossing;

typedef struct {
    Mesh mesh;
    i32 width, height;
    i32 *selected;        /* room for every line */
    i32 *rows;            /* for every point and two more */
    i32 *ends;            /* for every row and one more */
    Crossing *crossings;
    i32 capacity;
    i32 *start, *unit;    /* for every crossing and every row */
    Affine to_px;
    Box seen, beside;     /* what the picture shows, and all that lies to the left of it */
} Fill;

/* A row is asked a little under its middle: lines that part on the middle have parted there. */
#define UNDER (1.0 / (1 << 20))

/* For every point the first row whose middle lies at it or under it; two at a time, so that there is
   room for one more than there are. */
static void rows_of(const Fill *job, const Point *xy, i32 points, i32 *rows) {
    v128_t d = wasm_f64x2_splat(job->to_px.d), e = wasm_f64x2_splat(job->to_px.e), f = wasm_f64x2_splat(job->to_px.f);
    v128_t none = wasm_f64x2_splat(0), height = wasm_f64x2_splat(job->height);
    for (i32 p = 0; p < points; p += 2) {
        v128_t both = wasm_v128_load(xy + p);
        v128_t x = wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(both, both, 0, 2, 0, 2));
        v128_t y = wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(both, both, 1, 3, 1, 3));
        v128_t down = wasm_f64x2_add(wasm_f64x2_add(wasm_f64x2_mul(d, x), wasm_f64x2_mul(e, y)), f);
        v128_t row = wasm_f64x2_ceil(wasm_f64x2_sub(down, wasm_f64x2_splat(0.5)));
        row = wasm_f64x2_pmin(height, wasm_f64x2_pmax(none, row));
        v128_t bits = wasm_f64x2_add(row, wasm_f64x2_splat(4503599627370496.0));
        wasm_v128_store64_lane(rows + p, wasm_i32x4_shuffle(bits, bits, 0, 2, 0, 2), 0);
    }
}

/* The lines in the extent, the rows after their points, and how many crossings each row has. */
static i32 count(const Fill *job, const Box *extent, i32 *many) {
    const Mesh *mesh = &job->mesh;
    i32 height = job->height, at = 0, total = 0;
    for (i32 r = 0; r <= height; r++) job->ends[r] = 0;
    *many = 0;
    for (i32 k = next_line(mesh, 0, extent); k < mesh->lines; k = next_line(mesh, k + 1, extent)) {
        job->selected[(*many)++] = k;
        i32 points = mesh->first[k + 1] - mesh->first[k];
        rows_of(job, mesh->xy + mesh->first[k], points, job->rows + at);
        for (i32 p = at + 1; p < at + points; p++) {
            i32 before = job->rows[p - 1], row = job->rows[p], up = row < before;
            job->ends[up ? row : before]++;
            job->ends[up ? before : row]--;
        }
        at += points;
    }
    for (i32 r = 0, its = 0; r < height; r++) {
        its += job->ends[r];
        job->ends[r] = total;
        total += its;
    }
    return total;
}

static void cross_rows(const Fill *job, i32 line, Point from, Point to, i32 before, i32 row) {
    i32 left = job->mesh.left[line], right = job->mesh.right[line], down = before < row;
    i32 r0 = down ? before : row, r1 = down ? row : before;
    double x0 = to_x(&job->to_px, from), y0 = to_y(&job->to_px, from);
    double slope = (to_x(&job->to_px, to) - x0) / (to_y(&job->to_px, to) - y0);
    double x = x0 - (y0 - (0.5 + UNDER)) * slope;
    Crossing one = { 0, down ? right : left, down ? left : right };
    for (i32 r = r0; r < r1; r++) {
        one.x = x + r * slope;
        job->crossings[job->ends[r]++] = one;
    }
}

static void collect(const Fill *job, i32 many) {
    const Mesh *mesh = &job->mesh;
    const i32 *rows = job->rows;
    for (i32 k = 0; k < many; k++) {
        i32 line = job->selected[k], first = mesh->first[line], points = mesh->first[line + 1] - first;
        for (i32 p = 1; p < points; p++)
            if (rows[p] != rows[p - 1])
                cross_rows(job, line, mesh->xy[first + p - 1], mesh->xy[first + p], rows[p - 1], rows[p]);
        rows += points;
    }
}

/* Lines come from west to east, so that little has to be moved. */
static void put_in_order(const Fill *job) {
    Crossing *c = job->crossings;
    i32 begin = 0;
    for (i32 r = 0; r < job->height; r++) {
        i32 end = job->ends[r];
        for (i32 k = begin + 1; k < end; k++) {
            if (c[k - 1].x <= c[k].x) continue;
            Crossing one = c[k];
            i32 at = k;
            do {
                c[at] = c[at - 1];
                at--;
            } while (at > begin && c[at - 1].x > one.x);
            c[at] = one;
        }
        begin = end;
    }
}

/* -1, or how many crossings there must be room for. */
static i32 cross(const Fill *job, const Box *extent) {
    i32 many, total = count(job, extent, &many);
    if (total > job->capacity) return total;
    collect(job, many);
    put_in_order(job);
    return -1;
}

#define UNKNOWN -2

/* Without empty runs, and without borders between a unit and itself. */
static i32 emit(const Fill *job, i32 *blank) {
    const Crossing *c = job->crossings;
    i32 k = 0, runs = 0;
    for (i32 r = 0; r < job->height; r++) {
        i32 opened = runs, begin = r * job->width, end = job->ends[r];
        while (k < end && c[k].x < 0) k++;
        i32 known = k < end && c[k].x < job->width;
        *blank |= !known;
        job->start[runs] = begin;
        job->unit[runs++] = known ? c[k].before : UNKNOWN;
        for (; k < end && c[k].x < job->width; k++) {
            i32 column = whole(__builtin_ceil(c[k].x - 0.5));
            if (column >= job->width) continue;
            if (job->start[runs - 1] == begin + column) runs--;
            if (runs > opened && job->unit[runs - 1] == c[k].after) continue;
            job->start[runs] = begin + column;
            job->unit[runs++] = c[k].after;
        }
        k = end;
    }
    return runs;
}

/* Rows that nothing crosses: the unit that the last line to their left leaves behind. */
static void look_left(const Fill *job, i32 runs) {
    i32 k = 0, at = 0;
    for (i32 r = 0; r < job->height; r++) {
        i32 unit = -1, begin = r * job->width;
        for (; k < job->ends[r]; k++)
            if (job->crossings[k].x < 0) unit = job->crossings[k].after;
        while (at < runs && job->start[at] < begin) at++;
        if (job->unit[at] == UNKNOWN) job->unit[at] = unit;
    }
}

/* Runs in ascending order: how many, or below zero how many crossings there must be room for. */
KERNEL(fill, Fill) {
    i32 blank = 0, lacking = cross(job, &job->seen);
    if (lacking >= 0) return -lacking;
    i32 runs = emit(job, &blank);
    if (!blank) return runs;
    lacking = cross(job, &job->beside);
    if (lacking >= 0) return -lacking;
    look_left(job, runs);
    return runs;
}
