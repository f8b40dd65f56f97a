import 'server-only';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose';
import * as z from 'zod';
import { db } from '../db';
import { seal, unseal } from './seal';

const DAY_MS = 24 * 3_600_000;
/** A key signs for so long. */
const USED_MS = 90 * DAY_MS;
/** A key is published so long before it signs, and after it has ceased to: platforms keep what they have fetched. */
const PUBLISHED_MS = 2 * DAY_MS;

const ALGORITHM = 'RS256';

/** One at a time over all processes makes keys. */
const LOCK = 'peergrad lti keys';

interface Key {
  id: string;
  publicJwk: unknown;
  sealed: string;
  createdAt: Date;
}

/** Members of a public RSA key: a private one never passes. */
const PublicJwkSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });

/** The key that signs now. */
export async function signingKey(now = new Date()): Promise<{ kid: string; key: CryptoKey; alg: string }> {
  const keys = await keepKeys(now);
  const known = keys.filter(({ createdAt }) => now.getTime() - createdAt.getTime() >= PUBLISHED_MS);
  // Before the first rotation there is none that is old enough: platforms fetch a key that they do not know.
  const chosen = known[0] ?? keys.at(-1);
  const pem = chosen && (await unseal(chosen.sealed));
  if (!pem) throw new Error('The key that was just kept cannot be opened.');
  return { kid: chosen.id, key: await importPKCS8(pem, ALGORITHM), alg: ALGORITHM };
}

/** The public keys, as platforms fetch them. */
export async function publicKeys(now = new Date()): Promise<{ keys: JWK[] }> {
  const keys = await keepKeys(now);
  return {
    keys: keys.map(({ id, publicJwk }) => ({
      ...PublicJwkSchema.parse(publicJwk),
      ...{ kid: id, alg: ALGORITHM, use: 'sig' },
    })),
  };
}

/** The keys that are published, newest first; makes the next one when it is time, and forgets what nobody asks for any more. */
async function keepKeys(now: Date): Promise<Key[]> {
  const keys = await findKeys();
  if (keys[0] !== undefined && isFresh(keys[0], now) && (await unseal(keys[0].sealed)) !== null) return keys;
  const made = await generate();
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`;
    const [newest] = await tx.ltiKey.findMany({ orderBy: { createdAt: 'desc' }, take: 1 });
    if (newest !== undefined && newest.id !== keys[0]?.id) return;
    await tx.ltiKey.create({ data: { ...made, createdAt: now } });
    await tx.ltiKey.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - 2 * USED_MS - PUBLISHED_MS) } },
    });
    // Sealed under an AUTH_SECRET that is no more.
    for (const { id, sealed } of keys) if ((await unseal(sealed)) === null) await tx.ltiKey.delete({ where: { id } });
  });
  return findKeys();
}

function findKeys(): Promise<Key[]> {
  return db.ltiKey.findMany({ orderBy: { createdAt: 'desc' } });
}

function isFresh({ createdAt }: Key, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < USED_MS;
}

async function generate(): Promise<{ id: string; publicJwk: { kty: 'RSA'; n: string; e: string }; sealed: string }> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = PublicJwkSchema.parse(await exportJWK(publicKey));
  return { id: await calculateJwkThumbprint(publicJwk), publicJwk, sealed: await seal(await exportPKCS8(privateKey)) };
}
