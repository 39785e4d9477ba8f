/*
 * The two filters of BS.1770-4, annex 1, are given there for 48000 samples a second. For other
 * rates they follow from what they are: a shelf and a high pass, whose corner, gain and quality are
 * those that give the standard's numbers at 48000 (the bilinear transform of both).
 */
#include "speak/loudness.h"

#include <math.h>

/* Annex 1: blocks of 400 ms that overlap by three quarters; what is below -70 LUFS, or 10 LU below
 * the rest, does not count. */
#define BLOCK_S       0.4
#define OVERLAP       4
#define ABSOLUTE_GATE (-70.0)
#define RELATIVE_GATE (-10.0)
#define OFFSET        (-0.691)
#define SILENT        (-1000.0)

/* [LUFS] High enough for a loudspeaker in a room, low enough that the peaks of speech fit. */
#define TARGET (-20.0)

/* Of full scale: 1 dB below it (EBU R 128), for what the coder adds. */
#define HIGHEST_PEAK 0.89

struct filter {
    double b[3], a[2]; /* a[0] of the standard is 1 */
    double past[2];
};

static struct filter shelf(double rate)
{
    const double corner = 1681.974450955533, gain = 3.999843853973347, quality = 0.7071752369554196;
    double k = tan(G_PI * corner / rate), high = pow(10, gain / 20);
    double band = pow(high, 0.4996667741545416), all = 1 + k / quality + k * k;
    return (struct filter){.b = {(high + band * k / quality + k * k) / all,
                                 2 * (k * k - high) / all,
                                 (high - band * k / quality + k * k) / all},
                           .a = {2 * (k * k - 1) / all, (1 - k / quality + k * k) / all}};
}

static struct filter high_pass(double rate)
{
    const double corner = 38.13547087602444, quality = 0.5003270373238773;
    double k = tan(G_PI * corner / rate), all = 1 + k / quality + k * k;
    return (struct filter){.b = {1, -2, 1},
                           .a = {2 * (k * k - 1) / all, (1 - k / quality + k * k) / all}};
}

static double filter_pass(struct filter *filter, double in)
{
    double now = in - filter->a[0] * filter->past[0] - filter->a[1] * filter->past[1];
    double out =
        filter->b[0] * now + filter->b[1] * filter->past[0] + filter->b[2] * filter->past[1];
    filter->past[1] = filter->past[0];
    filter->past[0] = now;
    return out;
}

/* The energy of each quarter of a block (of double); what is left at the end is one, too. */
static GArray *quarters_of(const float *samples, gsize count, unsigned rate)
{
    struct filter first = shelf(rate), second = high_pass(rate);
    gsize step = (gsize)(BLOCK_S / OVERLAP * rate);
    GArray *quarters = g_array_new(FALSE, TRUE, sizeof(double));
    g_array_set_size(quarters, (guint)((count + step - 1) / step));
    for (gsize i = 0; i < count; i++) {
        double heard = filter_pass(&second, filter_pass(&first, samples[i]));
        g_array_index(quarters, double, i / step) += heard * heard / (double)step;
    }
    return quarters;
}

static double loudness_of_energy(double energy)
{
    return energy > 0 ? OFFSET + 10 * log10(energy) : SILENT;
}

/* The mean energy of the blocks that are louder than `gate`. */
static double mean_above(const GArray *quarters, double gate)
{
    double sum = 0;
    unsigned blocks = 0;
    for (guint i = 0; i == 0 || i + OVERLAP <= quarters->len; i++) {
        double energy = 0;
        guint end = MIN(i + OVERLAP, quarters->len);
        for (guint n = i; n < end; n++)
            energy += g_array_index(quarters, double, n) / MAX(end - i, 1);
        if (loudness_of_energy(energy) <= gate)
            continue;
        sum += energy;
        blocks++;
    }
    return blocks ? sum / blocks : 0;
}

/* [LUFS] */
static double loudness_of(const float *samples, gsize count, unsigned rate)
{
    g_autoptr(GArray) quarters = quarters_of(samples, count, rate);
    double heard = loudness_of_energy(mean_above(quarters, ABSOLUTE_GATE));
    return loudness_of_energy(mean_above(quarters, MAX(heard + RELATIVE_GATE, ABSOLUTE_GATE)));
}

void loudness_even(float *samples, gsize count, unsigned rate)
{
    double heard = loudness_of(samples, count, rate), peak = 0;
    if (heard <= ABSOLUTE_GATE)
        return;
    for (gsize i = 0; i < count; i++)
        peak = MAX(peak, fabs(samples[i]));
    double gain = MIN(pow(10, (TARGET - heard) / 20), HIGHEST_PEAK / peak);
    for (gsize i = 0; i < count; i++)
        samples[i] = (float)(samples[i] * gain);
}
