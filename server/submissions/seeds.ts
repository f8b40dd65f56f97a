/** Secret seeds are unsigned 32-bit numbers: what the engine's generator takes. */
export const SEEDS = 2 ** 32;
