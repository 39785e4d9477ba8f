/*
 * Reads the header of a JPEG file through libjpeg, which is there for the decoder's sake. Awkward:
 * libjpeg gives up by a call that must not return, and says on its own what it wonders about; and a
 * file of three channels may say in three ways how they are meant, of which PDF readers know one
 * (the Adobe marker, ISO 32000-1 table 13), so its samples are plain only where both agree.
 */
#include "content/image_jpeg.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h wants it */

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

/* A header that the file's end cuts short would be made up for. All else is for the decoder. */
static void hear(j_common_ptr info, int level)
{
    (void)level;
    if (info->err->msg_code == JWRN_JPEG_EOF)
        give_up(info);
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
