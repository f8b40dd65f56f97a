import type { Me } from '@/contracts/learning';
import type { Schema } from './api';

const parts = ['exercises', 'lessons', 'quickChecks'] as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMe(value: unknown): value is Me {
  if (!isRecord(value)) return false;
  const { viewer } = value;
  const known =
    viewer === null || (isRecord(viewer) && typeof viewer.id === 'string' && typeof viewer.name === 'string');
  return known && parts.every((part) => isRecord(value[part]) && Object.values(value[part]).every(isRecord));
}

/**
 * What must hold of `/api/me` for a page not to break on it. Every page asks for it, and the whole `MeSchema` would cost
 * each 32 KB of script; the server's end does parse with the schema.
 */
export const meShape: Schema<Me> = {
  safeParse: (value) => (isMe(value) ? { success: true, data: value } : { success: false }),
};
