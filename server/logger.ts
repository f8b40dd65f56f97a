import 'server-only';
import { pino } from 'pino';
import { env } from './env';

/** One JSON object a line on stdout. Sources, passwords and tokens are never logged; addresses only where a limit acts. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', 'token', 'source', '*.password', '*.token', '*.source'],
});
