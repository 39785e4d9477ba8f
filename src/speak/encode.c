/*
 * The coder, the rate and the file are libopusenc's work. Awkward: it draws the number of the
 * stream by lot, so that one has to be given.
 */
#include "speak/encode.h"

#include <opusenc.h>
#include <stdio.h>

/* [bit/s] Enough for speech of one voice (RFC 7587, 3.1.1: 16 to 20 kbit/s for wideband). */
#define BIT_RATE   20000
#define SERIAL     1
#define COMPLEXITY 5

static gboolean encode(OggOpusEnc *coder, const float *samples, gsize count)
{
    ope_encoder_ctl(coder, OPE_SET_SERIALNO(SERIAL));
    ope_encoder_ctl(coder, OPUS_SET_BITRATE(BIT_RATE));
    ope_encoder_ctl(coder, OPUS_SET_COMPLEXITY(COMPLEXITY));
    ope_encoder_ctl(coder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    gboolean ok = ope_encoder_write_float(coder, samples, (int)count) == OPE_OK;
    return ope_encoder_drain(coder) == OPE_OK && ok;
}

gboolean encode_write(const char *path, const float *samples, gsize count, unsigned rate)
{
    int error = OPE_OK;
    OggOpusComments *comments = ope_comments_create();
    OggOpusEnc *coder = ope_encoder_create_file(path, comments, (opus_int32)rate, 1, 0, &error);
    gboolean ok = coder && encode(coder, samples, count);
    if (coder)
        ope_encoder_destroy(coder);
    ope_comments_destroy(comments);
    if (!ok)
        fprintf(stderr, "handout-speak: '%s' cannot be written\n", path);
    return ok;
}
