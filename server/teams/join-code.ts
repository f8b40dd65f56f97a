import 'server-only';
import { randomInt } from 'node:crypto';

/** No 0, O, 1, I or L: codes are told by word of mouth. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Eight letters and digits, 31^8 spellings. */
export function newJoinCode(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
