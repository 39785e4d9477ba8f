/*
 * A layout made by hand that uses every part of the PDF painter: all kinds of items and roles, many
 * scripts, both kinds of outlines. The words are shaped by HarfBuzz, so ligatures, marks,
 * reordering and both directions come out as they do in a real layout.
 */
#ifndef HANDOUT_TESTS_PDF_SAMPLE_H
#define HANDOUT_TESTS_PDF_SAMPLE_H

#include "layout/page.h"

#include <hb-ot.h>
#include <string.h>

enum sample_face {
    FACE_LATIN,
    FACE_BOLD,
    FACE_ARABIC,
    FACE_HEBREW,
    FACE_DEVANAGARI,
    FACE_THAI,
    FACE_MATH,
    FACE_CHINESE,
    FACE_COUNT
};

static const struct {
    const char *name, *path;
    bool cff;
} sample_files[FACE_COUNT] = {
    [FACE_LATIN] = {"Andika", "truetype/andika/Andika-Regular.ttf", false},
    [FACE_BOLD] = {"Andika-Bold", "truetype/andika/Andika-Bold.ttf", false},
    [FACE_ARABIC] = {"NotoSansArabic-Regular", "truetype/noto/NotoSansArabic-Regular.ttf", false},
    [FACE_HEBREW] = {"NotoSansHebrew-Regular", "truetype/noto/NotoSansHebrew-Regular.ttf", false},
    [FACE_DEVANAGARI] = {"NotoSansDevanagari-Regular",
                         "truetype/noto/NotoSansDevanagari-Regular.ttf", false},
    [FACE_THAI] = {"NotoSansThai-Regular", "truetype/noto/NotoSansThai-Regular.ttf", false},
    [FACE_MATH] = {"NotoSansMath-Regular", "truetype/noto/NotoSansMath-Regular.ttf", false},
    [FACE_CHINESE] = {"NotoSansCJKsc-Regular", "opentype/noto/NotoSansCJK-Regular.ttc", true},
};

/* Simplified Chinese is the third face of the collection. */
#define SAMPLE_CHINESE_INDEX 2

struct sample {
    struct element *root;
    struct layout *layout;
    struct face faces[FACE_COUNT];
    struct image picture, photograph;
    unsigned order;
    double y; /* [pt] next baseline */
};

#define SAMPLE_MARGIN 72.0
#define SAMPLE_SIZE   14.0
#define SAMPLE_LINE   22.0

static inline void sample_load_face(struct face *face, enum sample_face which)
{
    face->name = g_strdup(sample_files[which].name);
    face->path = g_build_filename("/usr/share/fonts", sample_files[which].path, NULL);
    face->index = which == FACE_CHINESE ? SAMPLE_CHINESE_INDEX : 0;
    face->cff = sample_files[which].cff;
    hb_blob_t *file = hb_blob_create_from_file(face->path);
    face->hb = hb_face_create(file, face->index);
    hb_blob_destroy(file);
    face->units_per_em = hb_face_get_upem(face->hb);
    face->cap_height = 0.7;
    face->ascent = 1.0;
    face->descent = 0.3;
}

static inline struct page *sample_page(struct sample *s)
{
    s->y = SAMPLE_MARGIN;
    return layout_add_page(s->layout, 612, 792);
}

static inline struct element *sample_element(struct element *parent, enum role role)
{
    return element_new(parent, role, (struct pos){0});
}

static inline struct run sample_shape(const struct face *face, double size, const char *text)
{
    struct run run = {.face = face, .size = size, .text = g_ref_string_new(text)};
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    run.rtl = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    hb_font_t *font = hb_font_create(face->hb);
    hb_shape(font, buffer, NULL, 0);
    unsigned n = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &n);
    double scale = size / face->units_per_em;
    run.glyphs = g_atomic_rc_box_alloc0(n * sizeof(struct glyph));
    for (run.n_glyphs = 0; run.n_glyphs < n; run.n_glyphs++) {
        const hb_glyph_position_t *at = &positions[run.n_glyphs];
        run.glyphs[run.n_glyphs] = (struct glyph){.id = infos[run.n_glyphs].codepoint,
                                                  .cluster = infos[run.n_glyphs].cluster,
                                                  .advance = at->x_advance * scale};
        run_moves(&run, n)[run.n_glyphs] =
            (struct glyph_move){.dx = at->x_offset * scale, .dy = -at->y_offset * scale};
        run.width += at->x_advance * scale;
    }
    hb_font_destroy(font);
    hb_buffer_destroy(buffer);
    return run;
}

/* Puts words at `x` on the current line; gives where they end. */
static inline double sample_words(struct sample *s, struct page *page,
                                  const struct element *element, enum sample_face which, double x,
                                  const char *text)
{
    const struct face *face = &s->faces[which];
    struct run run = sample_shape(face, SAMPLE_SIZE, text);
    run.x = x;
    run.baseline = s->y;
    run.color = element && element->role == ROLE_LINK ? (struct color){11, 85, 99}
                                                      : (struct color){0, 0, 0};
    struct item item = {.kind = ITEM_RUN,
                        .element = element,
                        .artifact = ARTIFACT_FOOTER,
                        .order = ++s->order,
                        .box = {x, s->y - face->ascent * SAMPLE_SIZE, run.width,
                                (face->ascent + face->descent) * SAMPLE_SIZE},
                        .as.run = run};
    page_add(page, item);
    return x + run.width;
}

/* A line of its own in a new element. */
static inline struct element *sample_line(struct sample *s, struct page *page,
                                          struct element *parent, enum role role,
                                          enum sample_face which, const char *text)
{
    struct element *element = sample_element(parent, role);
    sample_words(s, page, element, which, SAMPLE_MARGIN, text);
    s->y += SAMPLE_LINE;
    return element;
}

static inline void sample_heading(struct sample *s, struct page *page, enum role role,
                                  const char *text)
{
    struct element *heading = sample_line(s, page, s->root, role, FACE_BOLD, text);
    heading->as.heading.bookmark = g_strdup(text);
}

static inline void sample_fill(struct sample *s, struct page *page, const struct element *element,
                               struct path *path, struct rect box)
{
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .element = element,
                                 .artifact = ARTIFACT_LAYOUT,
                                 .order = ++s->order,
                                 .box = box,
                                 .as.fill = {path, {0x0b, 0x55, 0x63}}});
}

static inline void sample_link(struct sample *s, struct page *page)
{
    struct element *paragraph = sample_element(s->root, ROLE_P);
    double x = sample_words(s, page, paragraph, FACE_LATIN, SAMPLE_MARGIN, "Please call ");
    struct element *link = sample_element(paragraph, ROLE_LINK);
    link->as.link.uri = g_strdup("tel:+15550100");
    link->alt = g_strdup("Call the clinic: 555 0100");
    double end = sample_words(s, page, link, FACE_LATIN, x, "555 0100");
    page_add(page, (struct item){.kind = ITEM_LINK,
                                 .element = link,
                                 .order = ++s->order,
                                 .box = {x, s->y - SAMPLE_SIZE, end - x, SAMPLE_LINE}});
    sample_words(s, page, paragraph, FACE_LATIN, end, " on any (working) day. ");
    s->y += SAMPLE_LINE;
}

static inline void sample_item(struct sample *s, struct page *page, struct element *list,
                               const char *label, const char *text, struct element **body)
{
    struct element *item = sample_element(list, ROLE_LI);
    double x =
        sample_words(s, page, sample_element(item, ROLE_LBL), FACE_LATIN, SAMPLE_MARGIN, label);
    *body = sample_element(item, ROLE_LBODY);
    sample_words(s, page, *body, FACE_LATIN, x, text);
    s->y += SAMPLE_LINE;
}

static inline void sample_lists(struct sample *s, struct page *page)
{
    struct element *list = sample_element(s->root, ROLE_L), *body, *inner;
    list->as.list.numbering = NUMBERING_DISC;
    sample_item(s, page, list, "• ", "Rest before your visit", &body);
    struct element *nested = sample_element(body, ROLE_L);
    nested->as.list.numbering = NUMBERING_DECIMAL;
    sample_item(s, page, nested, "1. ", "on the day before", &inner);
    sample_item(s, page, nested, "2. ", "in the morning", &inner);
    sample_item(s, page, list, "• ", "Eat as usual", &body);
}

/* Two columns and two rows below the header; one cell is empty. */
static inline void sample_table(struct sample *s, struct page *page)
{
    static const char *const words[3][2] = {{"Day", "Hours"}, {"Monday", "9 to 5"}, {"Sunday", ""}};
    struct element *table = sample_element(s->root, ROLE_TABLE), *heads[2];
    struct element *head = sample_element(table, ROLE_THEAD);
    struct element *rows = sample_element(table, ROLE_TBODY);
    for (int row = 0; row < 3; row++) {
        struct element *tr = sample_element(row == 0 ? head : rows, ROLE_TR);
        for (int column = 0; column < 2; column++) {
            struct element *cell = sample_element(tr, row == 0 ? ROLE_TH : ROLE_TD);
            if (row == 0) {
                heads[column] = cell;
                cell->as.cell.scope = SCOPE_COLUMN;
            } else {
                cell->as.cell.headers = g_ptr_array_new();
                g_ptr_array_add(cell->as.cell.headers, heads[column]);
            }
            if (*words[row][column])
                sample_words(s, page, cell, FACE_LATIN, SAMPLE_MARGIN + 120 * column,
                             words[row][column]);
        }
        s->y += SAMPLE_LINE;
    }
}

/* A check pattern such as a QR code has, as one path, with its meaning as alternative text. */
static inline void sample_pattern(struct sample *s, struct page *page)
{
    struct element *figure = sample_element(s->root, ROLE_FIGURE);
    figure->alt = g_strdup("QR code that leads to the clinic's page");
    struct path *path = path_new();
    struct rect box = {SAMPLE_MARGIN, s->y, 60, 60};
    for (int i = 0; i < 100; i += 2)
        path_add_rect(path,
                      (struct rect){box.x + 6 * (i % 10 + i / 10 % 2), box.y + 6 * (i / 10), 6, 6});
    path_add_disc(path, (struct point){box.x + 30, box.y + 30}, 9);
    sample_fill(s, page, figure, path, box);
    s->y += 80;
}

static inline void sample_picture(struct sample *s, struct page *page, const struct image *image,
                                  double x)
{
    struct element *figure = sample_element(s->root, ROLE_FIGURE);
    figure->alt = g_strdup("A coloured square — “test”");
    page_add(page, (struct item){.kind = ITEM_IMAGE,
                                 .element = figure,
                                 .order = ++s->order,
                                 .box = {x, s->y, 40, 40},
                                 .as.image = image});
}

static inline void sample_language(struct sample *s, struct page *page, const char *lang,
                                   enum sample_face which, const char *text)
{
    struct element *paragraph = sample_element(s->root, ROLE_P);
    struct element *span = sample_element(paragraph, ROLE_SPAN);
    span->lang = g_strdup(lang);
    sample_words(s, page, span, which, SAMPLE_MARGIN, text);
    s->y += SAMPLE_LINE;
}

static const struct {
    const char *lang;
    enum sample_face face;
    const char *text;
} sample_languages[] = {
    {"ar", FACE_ARABIC, "مرحبا بكم في العيادة لا بأس"},
    {"ar", FACE_ARABIC, "السَّلَامُ عَلَيْكُم"},
    {"he", FACE_HEBREW, "שלום וברכה א ב"},
    {"he", FACE_HEBREW, "בְּרֵאשִׁית בָּרָא"},
    {"hi", FACE_DEVANAGARI, "हिन्दी में आपका स्वागत है किताब"},
    {"th", FACE_THAI, "สวัสดีครับ กำลังน้ำ"},
    {"zh", FACE_CHINESE, "你好，世界 𠮷野家"},
    {"vi", FACE_LATIN, "Tiê\xCC\x81ng Viê\xCC\xA3t, Tiếng Việt"},
    {"en", FACE_LATIN, "office x\xCC\xA3\xCC\x81 fi ffl e\xE2\x80\x8D\x61"},
    {"en", FACE_MATH, "𝐀𝐁𝑥𝔻 ∑"},
};

static inline void sample_first_page(struct sample *s)
{
    struct page *page = sample_page(s);
    sample_heading(s, page, ROLE_H1, "Your visit (to the clinic)");
    sample_link(s, page);
    sample_heading(s, page, ROLE_H2, "Before – and after");
    sample_lists(s, page);
    sample_table(s, page);
    struct rect rule = {SAMPLE_MARGIN, s->y - 10, 400, 1};
    struct path *path = path_new();
    path_add_rect(path, rule);
    sample_fill(s, page, NULL, path, rule);
    s->y += 10;
    sample_pattern(s, page);
    sample_picture(s, page, &s->picture, SAMPLE_MARGIN);
    sample_picture(s, page, &s->photograph, SAMPLE_MARGIN + 60);
    sample_picture(s, page, &s->picture, SAMPLE_MARGIN + 120);
    s->y = 760;
    sample_words(s, page, NULL, FACE_LATIN, SAMPLE_MARGIN, "Page 1 of 2, Viê\xCC\xA3t");
}

static inline void sample_second_page(struct sample *s)
{
    struct element *across = sample_element(s->root, ROLE_P);
    struct page *page = s->layout->pages->pdata[0];
    s->y = 730;
    sample_words(s, page, across, FACE_LATIN, SAMPLE_MARGIN, "One paragraph begins here ");
    page = sample_page(s);
    sample_words(s, page, across, FACE_LATIN, SAMPLE_MARGIN, "and ends on the next page. ");
    s->y += SAMPLE_LINE;
    struct element *quote = sample_element(s->root, ROLE_BLOCKQUOTE);
    sample_line(s, page, quote, ROLE_P, FACE_LATIN, "AVATAR To. “Quoted words”");
    sample_line(s, page, s->root, ROLE_CODE, FACE_LATIN, "a\xC2\xA0= (b \\ c);");
    for (size_t i = 0; i < G_N_ELEMENTS(sample_languages); i++)
        sample_language(s, page, sample_languages[i].lang, sample_languages[i].face,
                        sample_languages[i].text);
    struct element *spoken = sample_line(s, page, s->root, ROLE_SPAN, FACE_LATIN, "555–0100");
    spoken->actual_text = g_strdup("five five five, oh one hundred");
    sample_element(s->root, ROLE_P); /* without content: left out */
}

/* Sixteen pixels of one colour. */
static inline void sample_pixels(struct image *image)
{
    guchar pixels[16 * 3];
    memset(pixels, 0x80, sizeof pixels);
    *image =
        (struct image){.width_px = 4, .height_px = 4, .rgb = g_bytes_new(pixels, sizeof pixels)};
}

/* Letters of two faces, the first two of which stand beside each other in Unicode. */
static inline struct typing *sample_typing(const struct sample *s)
{
    struct typing *typing = g_atomic_rc_box_new0(struct typing);
    typing->face = &s->faces[FACE_LATIN];
    typing->letters = g_array_new(FALSE, FALSE, sizeof(struct typing_letter));
    struct typing_letter letters[] = {{'A', 0, &s->faces[FACE_LATIN]},
                                      {'B', 0, &s->faces[FACE_LATIN]},
                                      {0x05D0, 0, &s->faces[FACE_HEBREW]}};
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
        hb_font_t *font = hb_font_create(letters[i].face->hb);
        hb_font_get_nominal_glyph(font, letters[i].character, &letters[i].glyph);
        hb_font_destroy(font);
    }
    g_array_append_vals(typing->letters, letters, G_N_ELEMENTS(letters));
    return typing;
}

static inline struct sample *sample_new(void)
{
    struct sample *s = g_new0(struct sample, 1);
    s->root = sample_element(NULL, ROLE_DOCUMENT);
    s->layout = layout_new(s->root);
    s->layout->typing = sample_typing(s);
    s->layout->title = g_strdup("Your visit – a <sample> & more");
    s->layout->lang = g_strdup("en-US");
    s->layout->author = g_strdup("Clinic");
    s->layout->subject = g_strdup("Words");
    s->layout->duplex = DUPLEX_LONG_EDGE;
    for (int i = 0; i < FACE_COUNT; i++)
        sample_load_face(&s->faces[i], (enum sample_face)i);
    sample_pixels(&s->picture);
    sample_pixels(&s->photograph);
    sample_first_page(s);
    sample_second_page(s);
    return s;
}

static inline void sample_free(struct sample *s)
{
    layout_free(s->layout);
    element_free(s->root);
    for (int i = 0; i < FACE_COUNT; i++) {
        hb_face_destroy(s->faces[i].hb);
        g_free(s->faces[i].name);
        g_free(s->faces[i].path);
    }
    g_bytes_unref(s->picture.rgb);
    g_bytes_unref(s->photograph.rgb);
    g_clear_pointer(&s->photograph.jpeg, g_bytes_unref);
    g_free(s);
}

#endif
