/**
 * How long tests wait for what comes of itself (ms): far longer than it ever takes, since the wait ends with what it waits
 * for, and a busy machine is no failure. Vitest's own second is too short.
 */
export const PATIENCE = { timeout: 100_000, interval: 50 };
