import 'server-only';
import { pino } from 'pino';

/** Structured lines on standard output. Secrets and sources are never logged. */
export const logger = pino({ level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info') });
