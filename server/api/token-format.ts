import 'server-only';
import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^36 is more than 2^214. */
const RANDOM_LENGTH = 36;
/** 62^6 is more than 2^32. */
const CHECK_LENGTH = 6;

/**
 * `peergrad_`, 36 random characters, and the CRC-32 of those in base 62: whoever scans code for secrets knows one without
 * asking us, and a mistyped one costs no query. docs/decisions/1161
 */
export function makeApiToken(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => DIGITS[randomInt(DIGITS.length)]).join('');
  return `peergrad_${random}${checksum(random)}`;
}

/** Whether it can be a token of ours. */
export function isApiToken(text: string): boolean {
  const [, random = '', check] = /^peergrad_([0-9A-Za-z]{36})([0-9A-Za-z]{6})$/.exec(text) ?? [];
  return check === checksum(random);
}

function checksum(random: string): string {
  let rest = crc32(random);
  let digits = '';
  for (let at = 0; at < CHECK_LENGTH; at += 1) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
