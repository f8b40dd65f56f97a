"""The rng of the exercises, written again in Python, for scripts whose truth draws numbers."""


def mulberry32(seed):
    """A generator of uniform numbers in [0, 1): 32-bit state, products modulo 2³²."""
    state = seed
    while True:
        state = (state + 0x6D2B79F5) % 2**32
        t = (state ^ (state >> 15)) * (state | 1) % 2**32
        t ^= (t + (t ^ (t >> 7)) * (t | 61)) % 2**32
        yield (t ^ (t >> 14)) / 2**32
