/*
 * Drawn in units of their own, which the style scales; colours are the style's, by class. Numbers
 * have one digit behind the point: a tenth of a unit is below a pixel, and pages stay small.
 */
#include "export/html_motif.h"

#include "content/art_shapes.h"

/* The fields that motifs are drawn for, in their units. */
struct field {
    const char *class;
    double width, height;
    const char *id; /* of a drawing that entries share, ahead of the number of its art */
};

static const struct field tall = {"motif tall", 216, 216, NULL},
                          wide = {"motif wide", 464, 68, NULL},
                          high = {"motif tall", 76, 264, "high"},
                          square = {"motif tall", 216, 216, "square"};

static const char *const inks[ART_INK_COUNT] = {
    [ART_GROUND] = "ground", [ART_PALE] = "pale", [ART_MIDDLE] = "middle",
    [ART_DARK] = "dark",     [ART_FULL] = "full", [ART_PAPER] = "paper"};

static void add_number(GString *out, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_c(out, ' ');
    g_string_append(out, g_ascii_formatd(digits, sizeof digits, "%.1f", value));
}

static char *outline_of(const struct path *path)
{
    static const struct {
        char letter;
        int points;
    } verbs[PATH_VERB_COUNT] = {[PATH_MOVE] = {'M', 1},
                                [PATH_LINE] = {'L', 1},
                                [PATH_CURVE] = {'C', 3},
                                [PATH_CLOSE] = {'Z', 0}};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *segment = &path->segments[i];
        g_string_append_c(out, verbs[segment->verb].letter);
        for (int k = 0; k < verbs[segment->verb].points; k++) {
            add_number(out, segment->p[k].x);
            add_number(out, segment->p[k].y);
        }
    }
    return g_string_free(out, FALSE);
}

static void add_shapes(struct xml *page, enum art art, const struct field *field)
{
    g_autoptr(GPtrArray) shapes = art_shapes(art, field->width, field->height);
    for (guint i = 0; i < shapes->len; i++) {
        const struct art_shape *shape = shapes->pdata[i];
        g_autofree char *outline = outline_of(shape->path);
        xml_open(page, "path");
        xml_attribute(page, "class", inks[shape->ink]);
        xml_attribute(page, "d", outline);
        xml_close(page, "path");
    }
}

static void open_drawing(struct xml *page, const struct field *field)
{
    g_autofree char *box = g_strdup_printf("0 0 %d %d", (int)field->width, (int)field->height);
    xml_open(page, "svg");
    xml_attribute(page, "class", field->class);
    xml_attribute(page, "viewBox", box);
    xml_attribute(page, "preserveAspectRatio", "xMidYMid slice");
    xml_attribute(page, "aria-hidden", "true");
}

static void close_drawing(struct xml *page)
{
    xml_close(page, "svg");
    xml_break(page);
}

static void add_drawing(struct xml *page, enum art art, const struct field *field)
{
    open_drawing(page, field);
    add_shapes(page, art, field);
    close_drawing(page);
}

static char *id_of(enum art art, const struct field *field)
{
    return g_strdup_printf("%s-%d", field->id, (int)art);
}

/* To be used by drawings of the page. */
static void define(struct xml *page, enum art art, const struct field *field)
{
    g_autofree char *id = id_of(art, field);
    xml_open(page, "g");
    xml_attribute(page, "id", id);
    add_shapes(page, art, field);
    xml_close(page, "g");
}

static void use(struct xml *page, enum art art, const struct field *field)
{
    g_autofree char *id = id_of(art, field);
    g_autofree char *href = g_strconcat("#", id, NULL);
    open_drawing(page, field);
    xml_open(page, "use");
    xml_attribute(page, "href", href);
    xml_close(page, "use");
    close_drawing(page);
}

void html_add_motif(struct xml *page, enum art art)
{
    if (art == ART_NONE)
        return;
    add_drawing(page, art, &tall);
    add_drawing(page, art, &wide);
}

/* All motifs in the field, unseen. */
static void define_all(struct xml *page, const struct field *field)
{
    xml_open(page, "svg");
    xml_attribute(page, "class", "drawings");
    xml_attribute(page, "aria-hidden", "true");
    xml_open(page, "defs");
    for (int art = 0; art < ART_NONE; art++)
        define(page, (enum art)art, field);
    xml_close(page, "defs");
    close_drawing(page);
}

void html_add_motif_squares(struct xml *page)
{
    define_all(page, &square);
}

void html_add_motif_square(struct xml *page, enum art art)
{
    if (art != ART_NONE)
        use(page, art, &square);
}

void html_add_motif_strips(struct xml *page)
{
    define_all(page, &high);
}

void html_add_motif_strip(struct xml *page, enum art art)
{
    if (art != ART_NONE)
        use(page, art, &high);
}
