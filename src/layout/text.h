/*
 * Text: spans of words become lines of positioned glyphs. The only file that breaks lines and the
 * only one that shapes.
 *
 * Ragged edge, no hyphenation but of words wider than their line, no ligatures of Latin letters,
 * kerning on. Weight is the only emphasis. Every line becomes one strip; a paragraph's strips hold
 * together so that no line of it stands alone on a page (rule T12).
 */
#ifndef HANDOUT_LAYOUT_TEXT_H
#define HANDOUT_LAYOUT_TEXT_H

#include "content/article.h"
#include "layout/setter.h"
#include "layout/strip.h"

#include <glib.h>

/*
 * The spans (struct span *) as lines no wider than `width` points, as strips, owned by the caller.
 * Items of spans without an element are decoration. Reports RULE_GLYPH_MISSING for characters that
 * no font has, RULE_MARK_ALONE for marks without a letter and RULE_OVERFLOW for words wider than
 * the line where words may not be broken; all set setter->failed.
 */
GPtrArray *text_set(struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                    double width, enum alignment alignment);

/* Width of the widest word and of the whole text on one line. [pt] */
struct text_widths {
    double word, line;
};
struct text_widths text_widths(struct setter *setter, const GPtrArray *spans, enum text_kind kind);

/* What no line end parts: a word, or a fact with its unit. [pt] */
struct text_stretch {
    double width;
    double blank; /* of what parts it from the next one */
    bool last;    /* its line ends behind it in any case */
};

/* The stretches of a text in reading order (of struct text_stretch), owned by the caller; as
 * text_set lays them in one line after the other. */
GArray *text_stretches(struct setter *setter, const GPtrArray *spans, enum text_kind kind);

/* Left edge of the ink of a line strip made by `text_set`, from the left edge of its column. [pt]
 */
double text_line_start(const struct strip *line);

/* Right edge of the ink of a line strip made by `text_set`, from the left edge of its column. [pt]
 */
double text_line_end(const struct strip *line);

#endif
