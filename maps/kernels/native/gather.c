/* Lines as straight pieces near the picture, in lists by the strip in which they begin. */

#include "stroke.h"

static float less(float one, float other) { return one < other ? one : other; }
static float more(float one, float other) { return one > other ? one : other; }
static float size(float value) { return value < 0 ? -value : value; }

typedef struct {
    const Canvas *canvas;
    const Stroke *stroke;
    i32 *heads;
    i32 many;
} Gathered;

static float in_period(const Stroke *s, double way) {
    if (s->on <= 0) return 0;
    double period = s->on + s->off, fine = __builtin_floor(way * 1024 + 0.5) / 1024;
    return fine - period * __builtin_floor(fine / period);
}

/* Which pixels a piece may touch; none where it has no middle of a row. */
static void put(Gathered *all, Piece p, float x1, float y1) {
    const Canvas *canvas = all->canvas;
    float reach = all->stroke->half + 0.5f, about = reach * (size(p.ux) + size(p.uy)); /* its ends are square */
    p.left = more(less(p.x0, x1) - about, 0);
    p.right = less(more(p.x0, x1) + about, canvas->width);
    p.top = (i32)(more(less(p.y0, y1) - about, 0) + 0.5f);
    p.bottom = (i32)(less(more(p.y0, y1) + about, canvas->height) + 0.5f) - 1;
    if (p.top > p.bottom || p.left > p.right) return;
    i32 steep = size(p.uy) > 1e-3f;
    p.slope = steep ? p.ux / p.uy : 0;
    p.wide = steep ? reach / size(p.uy) : canvas->width;
    if (all->many < canvas->capacity) {
        i32 *head = &all->heads[p.top / STRIP];
        p.next = *head;
        *head = all->many;
        canvas->pieces[all->many] = p;
    }
    all->many++;
}

/* The part of a segment that lies near the picture, so that floats are fine enough. */
static void clip(Gathered *all, double x0, double y0, double x1, double y1, double gone) {
    const Canvas *canvas = all->canvas;
    double reach = all->stroke->half + 1, dx = x1 - x0, dy = y1 - y0, from = 0, to = 1;
    double sides[4][2] = { { -dx, x0 + reach }, { dx, canvas->width + reach - x0 },
                           { -dy, y0 + reach }, { dy, canvas->height + reach - y0 } };
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
    put(all, p, x0 + to * dx, y0 + to * dy);
}

/* A segment that lies near the picture as it is. */
static void keep(Gathered *all, float x0, float y0, float x1, float y1, double gone) {
    float dx = x1 - x0, dy = y1 - y0, length = __builtin_sqrtf(dx * dx + dy * dy);
    int real = length > 1e-6f;
    Piece p = { .x0 = x0, .y0 = y0, .length = length, .ux = real ? dx / length : 1,
                .uy = real ? dy / length : 0, .phase = in_period(all->stroke, gone) };
    put(all, p, x1, y1);
}

static void walk(Gathered *all, i32 line) {
    const Stroke *s = all->stroke;
    const Mesh *mesh = &s->mesh;
    double reach = s->half + 1, right = all->canvas->width + reach, bottom = all->canvas->height + reach;
    double x0 = 0, y0 = 0, gone = 0;
    int kept = 0;
    for (i32 p = mesh->first[line]; p < mesh->first[line + 1]; p++) {
        double x1 = to_x(&s->to_px, mesh->xy[p]), y1 = to_y(&s->to_px, mesh->xy[p]);
        int near = (x1 > -reach) & (x1 < right) & (y1 > -reach) & (y1 < bottom);
        if (p > mesh->first[line]) {
            int past = ((x0 < -reach) & (x1 < -reach)) | ((x0 > right) & (x1 > right))
                | ((y0 < -reach) & (y1 < -reach)) | ((y0 > bottom) & (y1 > bottom));
            if (near & kept) keep(all, x0, y0, x1, y1, gone);
            else if (!past) clip(all, x0, y0, x1, y1, gone);
            if (s->on > 0) gone += __builtin_sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        }
        x0 = x1;
        y0 = y1;
        kept = near;
    }
}

i32 gather(const Canvas *canvas, const Stroke *stroke, i32 *heads, i32 many) {
    const Mesh *mesh = &stroke->mesh;
    Gathered all = { canvas, stroke, heads, many };
    for (i32 strip = 0; strip < strips(canvas); strip++) heads[strip] = -1;
    for (i32 n = next_line(mesh, 0, &stroke->seen); n < mesh->lines; n = next_line(mesh, n + 1, &stroke->seen))
        if (stroke->wanted < 0 || stroke->rank[n] == stroke->wanted) walk(&all, n);
    return all.many;
}
