import 'server-only';
import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { env } from '../env';

/** A key of its own, drawn from AUTH_SECRET: what it opens is good for nothing else, and the other way round. */
function sealingKey(): Uint8Array {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing: `npm start` makes one.');
  return new Uint8Array(hkdfSync('sha256', env.AUTH_SECRET, '', 'peergrad: private keys for LTI', 32));
}

/** Encrypts a secret for the database. */
export function seal(secret: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(sealingKey());
}

/** What {@link seal} was given; null when it was sealed under another AUTH_SECRET. */
export async function unseal(sealed: string): Promise<string | null> {
  try {
    return new TextDecoder().decode((await compactDecrypt(sealed, sealingKey())).plaintext);
  } catch {
    return null;
  }
}
