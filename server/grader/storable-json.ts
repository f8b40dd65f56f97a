import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';

/**
 * A value as PostgreSQL's JSON can hold it. Learner code decides what a message or a console line says, and NUL and
 * lone surrogates, which JSON allows, PostgreSQL refuses.
 */
export function toStorableJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\uFFFD') : part,
  );
}
