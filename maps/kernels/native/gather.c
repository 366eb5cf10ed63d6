/* Lines as straight pieces near the picture, in lists by the strip in which they begin. */

#include <wasm_simd128.h>
#include "stroke.h"

typedef struct {
    const Canvas *canvas;
    const Stroke *stroke;
    i32 *heads;
    i32 many;
    float reach;
    double limit;           /* how far beyond the picture a piece may end */
    v128_t least, most;     /* of x and y together */
    v128_t ad, be, cf;
} Gathered;

static double part(v128_t pair, int second) {
    return second ? wasm_f64x2_extract_lane(pair, 1) : wasm_f64x2_extract_lane(pair, 0);
}

static v128_t to_px(const Gathered *all, const Point *p) {
    v128_t both = wasm_f64x2_promote_low_f32x4(wasm_v128_load64_zero(p));
    v128_t x = wasm_i64x2_shuffle(both, both, 0, 0), y = wasm_i64x2_shuffle(both, both, 1, 1);
    return wasm_f64x2_add(wasm_f64x2_add(wasm_f64x2_mul(all->ad, x), wasm_f64x2_mul(all->be, y)), all->cf);
}

static float in_period(const Stroke *s, double way) {
    if (s->on <= 0) return 0;
    double period = s->on + s->off, fine = __builtin_floor(way * 1024 + 0.5) / 1024;
    return fine - period * __builtin_floor(fine / period);
}

#define SLACK 0.02f /* pixels */

/* Which pixels a piece may touch; none where it has no middle of a row. */
static void put(Gathered *all, Piece p, float y1) {
    const Canvas *canvas = all->canvas;
    float rise = size(p.uy), about = all->reach * (size(p.ux) + rise); /* its ends are square */
    p.top = rounded(more(less(p.y0, y1) - about, 0));
    p.bottom = rounded(less(more(p.y0, y1) + about, canvas->height)) - 1;
    if (p.top > p.bottom) return;
    p.narrow = all->reach <= (2 - SLACK) * rise;
    if (p.narrow) {
        float slope = p.ux / p.uy, first = p.x0 + (p.top + 0.5f - p.y0) * slope;
        p.at = (i32)((first - all->reach / rise - SLACK + 0.5f) * PARTS);
        p.step = (i32)(slope * PARTS);
    }
    if (all->many < canvas->capacity) {
        i32 *head = &all->heads[p.top / STRIP];
        canvas->next[all->many] = *head;
        *head = all->many;
        canvas->pieces[all->many] = p;
    }
    all->many++;
}

/* The part of a segment that lies near the picture, so that floats are fine enough. */
static void clip(Gathered *all, v128_t begin, v128_t end, double gone) {
    double x0 = part(begin, 0), y0 = part(begin, 1), dx = part(end, 0) - x0, dy = part(end, 1) - y0;
    double reach = all->limit, from = 0, to = 1;
    double sides[4][2] = { { -dx, x0 + reach }, { dx, all->canvas->width + reach - x0 },
                           { -dy, y0 + reach }, { dy, all->canvas->height + reach - y0 } };
    for (i32 k = 0; k < 4; k++) {
        double way = sides[k][0], room = sides[k][1];
        if (way == 0 && room < 0) return;
        if (way < 0 && room / way > from) from = room / way;
        if (way > 0 && room / way < to) to = room / way;
    }
    if (from > to) return;
    double length = __builtin_sqrt(dx * dx + dy * dy);
    int real = length > 1e-6;
    Piece p = { .x0 = x0 + from * dx, .y0 = y0 + from * dy, .length = (to - from) * length,
                .ux = real ? dx / length : 1, .uy = real ? dy / length : 0,
                .phase = in_period(all->stroke, gone + from * length) };
    put(all, p, y0 + to * dy);
}

/* A segment that lies near the picture as it is. */
static void keep(Gathered *all, v128_t begin, v128_t end, double gone) {
    v128_t from = wasm_f32x4_demote_f64x2_zero(begin), to = wasm_f32x4_demote_f64x2_zero(end);
    v128_t step = wasm_f32x4_sub(to, from);
    float dx = wasm_f32x4_extract_lane(step, 0), dy = wasm_f32x4_extract_lane(step, 1);
    float length = __builtin_sqrtf(dx * dx + dy * dy);
    int real = length > 1e-6f;
    Piece p = { .x0 = wasm_f32x4_extract_lane(from, 0), .y0 = wasm_f32x4_extract_lane(from, 1),
                .ux = real ? dx / length : 1, .uy = real ? dy / length : 0, .length = length,
                .phase = in_period(all->stroke, gone) };
    put(all, p, wasm_f32x4_extract_lane(to, 1));
}

static int near(const Gathered *all, v128_t at) {
    return wasm_i64x2_all_true(wasm_v128_and(wasm_f64x2_gt(at, all->least), wasm_f64x2_lt(at, all->most)));
}

/* Whether both ends lie beyond the same side. */
static int past(const Gathered *all, v128_t begin, v128_t end) {
    v128_t low = wasm_v128_and(wasm_f64x2_lt(begin, all->least), wasm_f64x2_lt(end, all->least));
    v128_t high = wasm_v128_and(wasm_f64x2_gt(begin, all->most), wasm_f64x2_gt(end, all->most));
    return wasm_v128_any_true(wasm_v128_or(low, high));
}

/* The next point of a line from which it goes on in the extent, or the last; by boxes alone. */
static i32 next_near(const Point *xy, i32 p, i32 last, const Box *extent) {
    v128_t box = wasm_v128_load(extent);
    v128_t west = wasm_i64x2_shuffle(box, box, 0, 0), east = wasm_i64x2_shuffle(box, box, 1, 1);
    for (; p < last; p++) {
        v128_t ends = wasm_v128_load(xy + p), other = wasm_i64x2_shuffle(ends, ends, 1, 0);
        v128_t low = wasm_f32x4_lt(wasm_f32x4_pmax(ends, other), west);
        v128_t high = wasm_f32x4_gt(wasm_f32x4_pmin(ends, other), east);
        if (!wasm_v128_any_true(wasm_v128_or(low, high))) break;
    }
    return p;
}

static void walk(Gathered *all, i32 line) {
    const Stroke *s = all->stroke;
    const Mesh *mesh = &s->mesh;
    i32 last = mesh->first[line + 1] - 1, known = -1, kept = 0, dashed = s->on > 0;
    double gone = 0;
    v128_t begin = all->cf;
    for (i32 p = mesh->first[line]; p < last; p++) {
        if (!dashed) p = next_near(mesh->xy, p, last, &s->seen);
        if (p == last) return;
        if (p != known) {
            begin = to_px(all, mesh->xy + p);
            kept = near(all, begin);
        }
        v128_t end = to_px(all, mesh->xy + p + 1);
        int close = near(all, end);
        if (kept & close) keep(all, begin, end, gone);
        else if (!past(all, begin, end)) clip(all, begin, end, gone);
        if (dashed) {
            double dx = part(end, 0) - part(begin, 0), dy = part(end, 1) - part(begin, 1);
            gone += __builtin_sqrt(dx * dx + dy * dy);
        }
        begin = end;
        kept = close;
        known = p + 1;
    }
}

i32 gather(const Canvas *canvas, const Stroke *s, i32 *heads, i32 many) {
    const Mesh *mesh = &s->mesh;
    const Affine *t = &s->to_px;
    double limit = s->half + 1;
    Gathered all = { canvas, s, heads, many, s->half + 0.5f, limit, wasm_f64x2_splat(-limit),
                     wasm_f64x2_make(canvas->width + limit, canvas->height + limit),
                     wasm_f64x2_make(t->a, t->d), wasm_f64x2_make(t->b, t->e), wasm_f64x2_make(t->c, t->f) };
    for (i32 strip = 0; strip < strips(canvas); strip++) heads[strip] = -1;
    for (i32 n = next_line(mesh, 0, &s->seen); n < mesh->lines; n = next_line(mesh, n + 1, &s->seen))
        if (s->wanted < 0 || s->rank[n] == s->wanted) walk(&all, n);
    return all.many;
}
