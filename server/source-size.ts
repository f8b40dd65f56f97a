import 'server-only';
import { MAX_SOURCE_BYTES } from '@/contracts/learning';
import { AppError } from './errors';

/** @throws {AppError} `source-too-large` above {@link MAX_SOURCE_BYTES} of UTF-8; the schema counts UTF-16 units only. */
export function assertSourceFits(source: string): void {
  if (Buffer.byteLength(source, 'utf8') > MAX_SOURCE_BYTES) throw new AppError('source-too-large');
}
