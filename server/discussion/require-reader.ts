import 'server-only';
import * as z from 'zod';
import { AppError } from '../errors';
import { requireMember } from '../viewer';
import { findReader, type Reader } from './reader';

/**
 * Who asks, as a reader of threads.
 * @throws {AppError} `not-signed-in` for guests too
 */
export async function requireReader(headers: Headers): Promise<Reader> {
  const { id } = await requireMember(headers);
  return findReader(id);
}

/**
 * The id of a route's address.
 * @throws {AppError} `not-found` for what cannot be one
 */
export async function idOf(params: Promise<{ id: string }>): Promise<string> {
  const { success, data } = z.uuid().safeParse((await params).id);
  if (!success) throw new AppError('not-found');
  return data;
}
