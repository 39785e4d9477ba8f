"""Reads a finished screen: the chunks of its file, and its pixels as brightness and colours."""

import collections
import functools
import struct
import zlib

import numpy
from PIL import Image


def chunks(path):
    """Pairs of type and data, in order of the file; every checksum is verified."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + body) == checksum
        found.append((kind.decode(), body))
        at += 12 + length
    return found


def texts(path):
    """The iTXt chunks: keyword -> (language, text)."""
    found = {}
    for kind, body in chunks(path):
        if kind != "iTXt":
            continue
        keyword, rest = body.split(b"\0", 1)
        compressed, rest = rest[0], rest[2:]
        language, _, text = rest.split(b"\0", 2)
        text = zlib.decompress(text) if compressed else text
        found[keyword.decode()] = (language.decode(), text.decode())
    return found


def description(path):
    return texts(path)["Description"][1]


def pixels(path):
    """Red, green and blue of every pixel, 0 to 255: differences have to be taken of a wider type."""
    with Image.open(path) as image:
        return numpy.asarray(image.convert("RGB"))


def luminance(colors):
    """WCAG 2.2 relative luminance of sRGB colours, 0..255, along the last axis."""
    share = numpy.asarray(colors, dtype=numpy.float64) / 255
    linear = numpy.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ numpy.array([0.2126, 0.7152, 0.0722])


def contrast(a, b):
    dark, light = sorted((float(luminance(a)), float(luminance(b))))
    return (light + 0.05) / (dark + 0.05)


@functools.cache
def colors(path):
    """Colours by number of pixels, most frequent first."""
    with Image.open(path) as image:
        counts = collections.Counter()
        palette = image.getpalette() if image.mode == "P" else None
        for count, color in image.getcolors(1 << 24):
            counts[tuple(palette[3 * color : 3 * color + 3]) if palette else color] += count
    return sorted(counts.items(), key=lambda item: (item[1], item[0]), reverse=True)


def coverage(path, ground, ink):
    """How much of each pixel is ink, 0 to 1, along the line from ground to ink."""
    axis = numpy.subtract(ink, ground).astype(numpy.float32)
    share = (pixels(path).astype(numpy.float32) - ground) @ axis / (axis @ axis)
    return numpy.clip(share, 0, 1)


def bands(covered):
    """Runs of rows that hold ink: pairs of first and last-plus-one row."""
    rows = (covered > 0.02).any(axis=1).astype(int)
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], rows, [0]))))
    return list(zip(edges[::2], edges[1::2]))
