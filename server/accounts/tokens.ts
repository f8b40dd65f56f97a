import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { env } from '../env';

/** Only this is kept of a token, so that reading the database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

export function linkUrl(token: string, locale: string): string {
  return `${env.PUBLIC_URL}/${locale}/sign-in/link/${token}`;
}
