/*
 * Reads and writes JPEG files through libjpeg, which is there for the decoder's sake. A file
 * without private data is made of the coefficients of the old one, so that no sample changes, and
 * no marker comes along that is not written on purpose. Awkward: libjpeg gives up by a call that
 * must not return, and says on its own what it wonders about; and a file of three channels may say
 * in three ways how they are meant, of which PDF readers know one (the Adobe marker, ISO 32000-1
 * table 13), so its samples are plain only where both agree.
 */
#include "content/image_jpeg.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h wants it */
#include <stdlib.h>

#include <jerror.h>
#include <jpeglib.h>

struct reader {
    struct jpeg_decompress_struct info;
    struct jpeg_error_mgr errors;
    jmp_buf given_up;
};

static void give_up(j_common_ptr info)
{
    struct reader *reader = info->client_data;
    longjmp(reader->given_up, 1);
}

/* A header that the file's end cuts short would be made up for. All else is for the decoder, and
 * counted: a level below zero is a warning. */
static void hear(j_common_ptr info, int level)
{
    if (info->err->msg_code == JWRN_JPEG_EOF)
        give_up(info);
    if (level < 0)
        info->err->num_warnings++;
}

/* No variable of its own: it may be left and entered again by `give_up`. */
static bool read_header(struct reader *reader, const uint8_t *data, size_t size)
{
    if (setjmp(reader->given_up) != 0)
        return false;
    jpeg_create_decompress(&reader->info);
    jpeg_mem_src(&reader->info, data, size);
    return jpeg_read_header(&reader->info, TRUE) == JPEG_HEADER_OK;
}

/* The colour model that a PDF reader sees in three channels. */
static J_COLOR_SPACE model_in_pdf(const struct jpeg_decompress_struct *info)
{
    if (!info->saw_Adobe_marker || info->Adobe_transform == 1)
        return JCS_YCbCr;
    return info->Adobe_transform == 0 ? JCS_RGB : JCS_UNKNOWN;
}

static bool is_plain(const struct jpeg_decompress_struct *info)
{
    bool agreed = info->num_components == 1 ||
                  (info->num_components == 3 && info->jpeg_color_space == model_in_pdf(info));
    /* Baseline, extended or progressive, as libjpeg reads no other; but not by arithmetic coding.
     */
    return agreed && info->data_precision == 8 && !info->arith_code;
}

struct image_jpeg image_read_jpeg(const uint8_t *data, size_t size)
{
    struct reader reader = {.info.client_data = &reader};
    struct image_jpeg jpeg = {0};
    reader.info.err = jpeg_std_error(&reader.errors);
    reader.errors.error_exit = give_up;
    reader.errors.emit_message = hear;
    if (read_header(&reader, data, size))
        jpeg = (struct image_jpeg){.width_px = (int)reader.info.image_width,
                                   .height_px = (int)reader.info.image_height,
                                   .gray = reader.info.num_components == 1,
                                   .plain = is_plain(&reader.info),
                                   .samples = size - reader.info.src->bytes_in_buffer};
    jpeg_destroy_decompress(&reader.info);
    return jpeg;
}

/* The two ends of a copy. */
struct copier {
    struct reader reader;
    struct jpeg_compress_struct out;
    jvirt_barray_ptr *samples;
    unsigned char *file; /* of libjpeg's own making */
    unsigned long size;
};

/* No variable of its own, as above. */
static bool copy_samples(struct copier *copier)
{
    struct jpeg_decompress_struct *in = &copier->reader.info;
    if (setjmp(copier->reader.given_up) != 0)
        return false;
    jpeg_mem_dest(&copier->out, &copier->file, &copier->size);
    copier->samples = jpeg_read_coefficients(in);
    jpeg_copy_critical_parameters(in, &copier->out);
    copier->out.optimize_coding = TRUE;
    if (in->progressive_mode)
        jpeg_simple_progression(&copier->out);
    jpeg_write_coefficients(&copier->out, copier->samples);
    jpeg_finish_compress(&copier->out);
    return in->err->num_warnings == 0;
}

GBytes *image_strip_jpeg(const uint8_t *data, size_t size)
{
    struct copier copier = {.reader.info.client_data = &copier.reader};
    copier.reader.info.err = jpeg_std_error(&copier.reader.errors);
    copier.reader.errors.error_exit = give_up;
    copier.reader.errors.emit_message = hear;
    copier.out.err = &copier.reader.errors;
    copier.out.client_data = &copier.reader;
    jpeg_create_compress(&copier.out);
    GBytes *bytes = NULL;
    if (read_header(&copier.reader, data, size) && copy_samples(&copier))
        bytes = g_bytes_new(copier.file, copier.size);
    jpeg_destroy_compress(&copier.out);
    jpeg_destroy_decompress(&copier.reader.info);
    free(copier.file);
    return bytes;
}

GBytes *image_write_jpeg(const uint8_t *rgb, int width_px, int height_px, int quality)
{
    struct jpeg_compress_struct out = {0};
    struct jpeg_error_mgr errors;
    unsigned char *file = NULL;
    unsigned long size = 0;
    out.err = jpeg_std_error(&errors);
    jpeg_create_compress(&out);
    jpeg_mem_dest(&out, &file, &size);
    out.image_width = (JDIMENSION)width_px;
    out.image_height = (JDIMENSION)height_px;
    out.input_components = 3;
    out.in_color_space = JCS_RGB;
    jpeg_set_defaults(&out);
    jpeg_set_quality(&out, quality, TRUE);
    out.optimize_coding = TRUE;
    jpeg_start_compress(&out, TRUE);
    while (out.next_scanline < out.image_height) {
        const uint8_t *row = rgb + (size_t)out.next_scanline * (size_t)width_px * 3;
        jpeg_write_scanlines(&out, (JSAMPROW[]){(JSAMPROW)row}, 1);
    }
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    GBytes *bytes = g_bytes_new(file, size);
    free(file);
    return bytes;
}
