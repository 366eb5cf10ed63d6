/* Antialiased lines: the greatest cover of each pixel, then one colour for all of it. */

#include <wasm_simd128.h>
#include "stroke.h"
#include "blend.h"

typedef struct { float x0, y0, x1, y1, length, ux, uy, phase; } Piece;

static v128_t splat(float value) { return wasm_f32x4_splat(value); }
static float less(float one, float other) { return one < other ? one : other; }
static float more(float one, float other) { return one > other ? one : other; }
static float size(float value) { return value < 0 ? -value : value; }

/* How far four pixels lie within a dash, by their way along the piece. */
static v128_t dashed(const Stroke *s, const Piece *p, v128_t along) {
    float period = s->on + s->off;
    v128_t q = wasm_f32x4_add(along, splat(p->phase + s->off / 2));
    v128_t turns = wasm_f32x4_floor(wasm_f32x4_mul(q, splat(1 / period)));
    q = wasm_f32x4_sub(wasm_f32x4_sub(q, wasm_f32x4_mul(turns, splat(period))), splat(period / 2));
    return wasm_f32x4_sub(splat(s->on / 2 + 0.5f), wasm_f32x4_abs(q));
}

/* 0 to 1 as 0 to 255, in the lowest byte of each lane. */
static v128_t in_bytes(v128_t cover) {
    v128_t within = wasm_f32x4_pmax(splat(0), wasm_f32x4_pmin(splat(1), cover));
    v128_t rounded = wasm_f32x4_add(wasm_f32x4_mul(within, splat(255)), splat(8388608));
    v128_t bytes = wasm_v128_and(rounded, wasm_i32x4_splat(255));
    v128_t pairs = wasm_u16x8_narrow_i32x4(bytes, bytes);
    return wasm_u8x16_narrow_i16x8(pairs, pairs);
}

/* Pixels `from` up to `to` of a row whose middle lies `y` below the piece's beginning. */
static void lay_row(const Strokes *job, const Stroke *s, const Piece *p, i32 row, i32 from, i32 to, float y) {
    i32 last = job->blocks * BLOCK - 4; /* four pixels from there on are the last of the row */
    u8 *mask = job->mask + row * job->blocks * BLOCK;
    v128_t middles = wasm_f32x4_make(0.5f, 1.5f, 2.5f, 3.5f), along_y = splat(y * p->uy), aside_y = splat(y * p->ux);
    for (i32 k = from; k <= to; k += 4) {
        i32 c = k < last ? k : last;
        v128_t x = wasm_f32x4_sub(wasm_f32x4_add(splat(c), middles), splat(p->x0));
        v128_t along = wasm_f32x4_add(wasm_f32x4_mul(x, splat(p->ux)), along_y);
        v128_t aside = wasm_f32x4_sub(wasm_f32x4_mul(x, splat(p->uy)), aside_y);
        v128_t beyond = wasm_f32x4_pmax(wasm_f32x4_neg(along), wasm_f32x4_sub(along, splat(p->length)));
        v128_t distance = wasm_f32x4_pmax(wasm_f32x4_abs(aside), beyond);
        v128_t cover = wasm_f32x4_sub(splat(s->half + 0.5f), distance);
        if (s->on > 0) cover = wasm_f32x4_pmin(cover, dashed(s, p, along));
        v128_t bytes = wasm_u8x16_max(in_bytes(cover), wasm_v128_load32_zero(mask + c));
        wasm_v128_store32_lane(mask + c, bytes, 0);
    }
    u8 *touched = job->touched + row * job->blocks;
    i32 first = (from < last ? from : last) / BLOCK, final = (to < last ? to + 3 : last + 3) / BLOCK;
    for (i32 block = first; block <= final; block++) touched[block] = 1;
}

/* The first whole number not under a value less half, where that is over `least`, and so on. */
static i32 begin_at(float value, float least) { return (i32)(more(value, least) + 0.5f); }
static i32 end_at(float value, float most) { return (i32)(less(value, most) + 0.5f) - 1; }

static void lay(const Strokes *job, const Stroke *s, const Piece *p) {
    float reach = s->half + 0.5f, about = reach * (size(p->ux) + size(p->uy)); /* its ends are square */
    float left = more(less(p->x0, p->x1) - about, 0), right = less(more(p->x0, p->x1) + about, job->width);
    i32 top = begin_at(less(p->y0, p->y1) - about, job->low);
    i32 bottom = end_at(more(p->y0, p->y1) + about, job->high);
    float steep = size(p->uy) > 1e-3f, slope = steep ? p->ux / p->uy : 0;
    float wide = steep ? reach / size(p->uy) : job->width;
    for (i32 r = top; r <= bottom; r++) {
        float y = r + 0.5f - p->y0, middle = p->x0 + y * slope;
        i32 from = begin_at(middle - wide, left), to = end_at(middle + wide, right);
        if (from <= to) lay_row(job, s, p, r - job->low, from, to, y);
    }
}

static float in_period(const Stroke *s, double way) {
    double period = s->on + s->off, fine = __builtin_floor(way * 1024 + 0.5) / 1024;
    return s->on > 0 ? fine - period * __builtin_floor(fine / period) : 0;
}

/* The part of a segment that lies near the picture, so that floats are fine enough. */
static void clip(const Strokes *job, const Stroke *s, double x0, double y0, double x1, double y1, double gone) {
    double reach = s->half + 1, dx = x1 - x0, dy = y1 - y0, from = 0, to = 1;
    double sides[4][2] = { { -dx, x0 + reach }, { dx, job->width + reach - x0 },
                           { -dy, y0 + reach }, { dy, job->height + reach - y0 } };
    for (i32 k = 0; k < 4; k++) {
        double way = sides[k][0], room = sides[k][1];
        if (way == 0 && room < 0) return;
        if (way < 0 && room / way > from) from = room / way;
        if (way > 0 && room / way < to) to = room / way;
    }
    if (from > to) return;
    double length = __builtin_sqrt(dx * dx + dy * dy);
    int real = length > 1e-6;
    Piece p = { x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy, (to - from) * length,
                real ? dx / length : 1, real ? dy / length : 0, in_period(s, gone + from * length) };
    lay(job, s, &p);
}

/* A segment that lies near the picture as it is. */
static void keep(const Strokes *job, const Stroke *s, double x0, double y0, double x1, double y1, double gone) {
    Piece p = { x0, y0, x1, y1, 0, 1, 0, in_period(s, gone) };
    float dx = p.x1 - p.x0, dy = p.y1 - p.y0;
    p.length = __builtin_sqrtf(dx * dx + dy * dy);
    if (p.length > 1e-6f) {
        p.ux = dx / p.length;
        p.uy = dy / p.length;
    }
    lay(job, s, &p);
}

static void walk(const Strokes *job, const Stroke *s, i32 line) {
    const Mesh *mesh = &s->mesh;
    double reach = s->half + 1, low = job->low - reach, high = job->high + reach;
    double right = job->width + reach, bottom = job->height + reach, x0 = 0, y0 = 0, gone = 0;
    int kept = 0;
    for (i32 p = mesh->first[line]; p < mesh->first[line + 1]; p++) {
        double x1 = to_x(&s->to_px, mesh->xy[p]), y1 = to_y(&s->to_px, mesh->xy[p]);
        int near = x1 > -reach && x1 < right && y1 > -reach && y1 < bottom;
        if (p > mesh->first[line]) {
            int past = (x0 < -reach && x1 < -reach) || (x0 > right && x1 > right)
                || (y0 < low && y1 < low) || (y0 > high && y1 > high);
            if (!past && near && kept) keep(job, s, x0, y0, x1, y1, gone);
            else if (!past) clip(job, s, x0, y0, x1, y1, gone);
            if (s->on > 0) gone += __builtin_sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        }
        x0 = x1;
        y0 = y1;
        kept = near;
    }
}

/* What was covered, in its colour over what is there, row after row; the mask is clean again. */
static void ink(const Strokes *job, u32 argb) {
    v128_t colour = wasm_i32x4_splat((i32)argb), none = wasm_i32x4_splat(0);
    i32 blocks = (job->high - job->low) * job->blocks;
    for (i32 k = 0; k < blocks; k += BLOCK) {
        v128_t *touched = (v128_t *)(job->touched + k);
        if (!wasm_v128_any_true(*touched)) continue;
        for (i32 b = k; b < k + BLOCK; b++) {
            if (!job->touched[b]) continue;
            v128_t *mask = (v128_t *)(job->mask + b * BLOCK);
            ink_block(job->out + b * BLOCK, colour, *mask);
            *mask = none;
        }
        *touched = none;
    }
}

static void walk_all(const Strokes *job, const Stroke *s) {
    const Mesh *mesh = &s->mesh;
    for (i32 n = next_line(mesh, 0, &s->seen); n < mesh->lines; n = next_line(mesh, n + 1, &s->seen))
        if (s->wanted < 0 || s->rank[n] == s->wanted) walk(job, s, n);
}

void lay_strokes(const Strokes *job, const Stroke *strokes, i32 many) {
    for (i32 k = 0; k < many; k++) {
        walk_all(job, &strokes[k]);
        ink(job, strokes[k].colour);
    }
}

typedef struct {
    Strokes at;
    const Stroke *stroke;
    i32 *index;       /* out: blocks in ascending order, counted from row 0 */
    v128_t *covers;   /* out: 16 bytes of each */
} Cover;

/* The cover of one stroke by itself: how many blocks it touches. */
i32 EXPORT(cover)(const Cover *job) {
    const Strokes *at = &job->at;
    i32 found = 0, blocks = (at->high - at->low) * at->blocks;
    walk_all(at, job->stroke);
    for (i32 b = 0; b < blocks; b++) {
        if (!at->touched[b]) continue;
        v128_t *mask = (v128_t *)(at->mask + b * BLOCK);
        job->index[found] = at->low * at->blocks + b;
        job->covers[found++] = *mask;
        *mask = wasm_i32x4_splat(0);
        at->touched[b] = 0;
    }
    return found;
}
