/* What the map's kernels share: names of types, the desk, rows and lines. Freestanding C for WebAssembly.

   Every kernel works on arrays that its caller laid into memory and keeps nothing. The numpy
   kernels beside this folder say what is right: runs are equal to the bit, colours nearly so. */

#ifndef YUTU_KERNELS_H
#define YUTU_KERNELS_H

typedef int i32;
typedef unsigned int u32;
typedef unsigned char u8;
typedef unsigned short u16;

/* A kernel takes its job from the desk and leaves its answer there: arguments would cost its caller
   four times as much as the call. */
typedef struct { const void *job; i32 answer; } Desk;
extern Desk desk;

#define KERNEL(name, Job) \
    static i32 do_##name(const Job *job); \
    __attribute__((export_name(#name))) void name(void) { desk.answer = do_##name(desk.job); } \
    static i32 do_##name(const Job *job)
#define BLOCK 16 /* pixels of one row that overlays are kept by */
#define GROUP 64 /* lines that share a box */
#define STRIP 32 /* rows that are drawn at a time */

typedef struct { float x, y; } Point;

/* Metres -> pixels: x' = a x + b y + c, y' = d x + e y + f. */
typedef struct { double a, b, c, d, e, f; } Affine;

/* West, south, east, north in metres. */
typedef struct { float west, south, east, north; } Box;

/* Lines of one level in one detail: line k runs from xy[first[k]] up to xy[first[k + 1]]. */
typedef struct {
    const Point *xy;
    const i32 *first, *left, *right;
    const Box *box, *group; /* of every line, and about every 64 of them */
    i32 lines;
} Mesh;

static inline double to_x(const Affine *t, Point p) { return t->a * p.x + t->b * p.y + t->c; }
static inline double to_y(const Affine *t, Point p) { return t->d * p.x + t->e * p.y + t->f; }

static inline int touches(const Box *one, const Box *other) {
    return (one->west <= other->east) & (one->east >= other->west) & (one->south <= other->north)
        & (one->north >= other->south);
}

/* The next line from `k` on that touches the extent, or how many lines there are. */
static inline i32 next_line(const Mesh *mesh, i32 k, const Box *extent) {
    while (k < mesh->lines) {
        if (k % GROUP == 0 && !touches(&mesh->group[k / GROUP], extent)) k += GROUP;
        else if (!touches(&mesh->box[k], extent)) k++;
        else return k;
    }
    return mesh->lines;
}

/* Rounded by the processor itself, for values that are whole or between 0 and 2^22. */
static inline i32 whole(double value) {
    union { double as_double; long long as_whole; } both = { value + 4503599627370496.0 };
    return (i32)both.as_whole;
}

#endif
