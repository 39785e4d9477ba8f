/*
 * The manifest: one JSON object that holds the whole show. The browser player draws its slides from
 * it as real text, with the words, line breaks, sizes and colours of the PNGs; other programs may
 * read it too. manifest.js is the same object for pages opened from a disk, where a browser may
 * load a script but not fetch a file: `window.handoutShow = {…};`. build.js tells its build_id
 * alone, for those who ask often whether there is a new one.
 *
 * Lengths on a slide are pixels of the panel, rounded to 1/64, from its top left corner. A key that
 * has nothing to say is left out, but for those of lists, which are then empty.
 *
 *   schema          1
 *   build_id        12 hex digits; changes when any byte of the show does
 *   created         ISO 8601, only when SOURCE_DATE_EPOCH gives it
 *   lang, dir       of the show: those of its first slide; dir is "ltr" or "rtl"
 *   title           the clinic's name
 *   urgent          true: the show is an urgent message, to be shown at once
 *   until           "2026-03-31T17:00" by the clock on the wall: it ends then; else it has no end
 *   panel           w, h [px]; mm_w, mm_h; letter (share of its width: the least size of what
 *                   is read at arm's length); overscan (share of each edge kept clear); reach
 *                   (share of its height, from its foot, that everybody reaches; none: all, or
 *                   unknown)
 *   viewing         distance_mm, mounting_mm
 *   contact         list of {label, value, href}: what to show when no slide can be
 *   handout         url
 *   palette         light, night, contrast: each the shades of a ground as "#rrggbb": ink, accent
 *                   (of words), ground, on, off, quiet, card, key, band, alert, sheet, bright_1 to
 *                   bright_3 (of marks; key_ink, key_sub, band_ink, band_sub and alert_ink of words
 *                   on key, band and alert: tones.h says where they are). Those of light are of
 *                   the ground "paper"; "tint" and "deep" in it are objects of the same keys
 *   night           from, to ("20:00"): when the night palette shows
 *   fonts           list of {family, weight, src, sha256}: files beside the manifest
 *   labels          by language ("en"): the words of the player's controls, key -> words,
 *                   with {places} for the player to fill in; "dir" among them. A slide whose lang
 *                   has none takes its primary language's, else the first
 *   transcript      name of the page that holds all words
 *   topics          name of the page on which visitors choose an article to read
 *   speech          names of the files of sound by which these pages are read aloud, if they are
 *   loop_s          seconds of one round when every slide shows
 *   slides          list, in order; each with
 *     id            stable across builds: ARTICLE/SLUG/N
 *     order         from 1
 *     src           name of the PNG; sha256, bytes, w, h of it
 *     title         its heading
 *     ground        "paper", "tint" or "deep": what it stands on in the light palette
 *     progress      "2 of 4", where it is one of several of its section
 *     alt           all words on one line, what was broken put together, pictures by their
 *                   descriptions
 *     text          all words, line by line as drawn
 *     lang, dir
 *     dwell_s       how long it shows
 *     words, lines_n
 *     cap_mm, arcmin, d20_m, reads_to_m (only where the letters are too small for the viewing
 *                   distance), min_contrast, binding (which rule set the letter height: "distance",
 *                   "mounting")
 *     valid_from, valid_to   "2026-03-31", both days included
 *     days          list of 1 (Monday) to 7; empty: every day
 *     hours         list of [from, to] as "09:00"; empty: all day
 *     lines         list, in reading order; each one drawn line of one block:
 *       x, y        left edge; baseline
 *       w           width of the line as drawn, without blanks at its end
 *       size        font size (em)
 *       tracking    letter-spacing in em
 *       dir, lang   lang only where it differs from the slide's
 *       block       lines with the same number belong together (one paragraph, one heading)
 *       tag         of the block: h1 … h6, p, li, blockquote, pre, th, td, caption
 *       aside       true for words that are no part of the article ("2 of 4")
 *       goes_on     true when the next line goes on inside a word or an address that was broken:
 *                   no blank stands between the two
 *       ends        true when something new begins behind it in the same block: the author ended
 *                   a line there, or the next row of the hours follows
 *       hyphen      true when a hyphen is drawn there that the words do not have
 *       runs        list of {text, font (index into fonts), color "#rrggbb", role, lang, rise,
 *                   href}: role is the palette's name for that colour (ink, accent), or left out;
 *                   unseen is true for words that are read but not drawn; lang only where it
 *                   differs from the line's. With rise, the run stands so far above the line's
 *                   baseline (below 0: below it), and its text is in Unicode's raised or lowered
 *                   forms, for which plain letters are drawn (those of its form NFKC). href: where
 *                   the words lead
 *     tree          what the blocks stand in, as slide_tree.h says
 *     marks         list of {d (SVG path), color, role, alt, sign}; alt only when the mark says
 *                   something (a QR code), else it is decoration. A role is any shade. Marks
 *                   of the same sign draw one icon, whose meaning words beside it say, too
 *     images        list of {x, y, w, h, src, sha256, alt}
 *   complete        true: the last key
 *
 * New keys may be added; `schema` rises when one changes its meaning.
 */
#ifndef HANDOUT_PLAYER_MANIFEST_H
#define HANDOUT_PLAYER_MANIFEST_H

#include "player/cycle.h"

/* The object as text; owned by the caller. */
char *manifest_to_json(const struct cycle *cycle);

#endif
