import * as z from 'zod';
import { DraftSchema } from '@/contracts/learning';
import { ApiError, api } from './api';
import { withAccount } from './first-save';
import { keepText } from './kept-texts';
import { createTextSync, type TextSync } from './text-sync';

const LoadAnswerSchema = z.object({ draft: DraftSchema.nullable() });
const SaveAnswerSchema = z.object({ draft: DraftSchema });

/** Keeps one exercise's draft on the server; what a choice would lose becomes an earlier version. */
export function createDraftSync(exercise: string, starter: string): TextSync {
  return createTextSync({
    starter,
    copyName: () => exercise,
    async load() {
      try {
        const path = `/api/drafts?exercise=${encodeURIComponent(exercise)}`;
        return (await api(path, { schema: LoadAnswerSchema, retries: 0 })).draft;
      } catch (error) {
        // Somebody without an account has none.
        if (error instanceof ApiError && error.code === 'not-signed-in') return null;
        throw error;
      }
    },
    async save(source, baseRevision, force) {
      const body = { exercise, source, baseRevision, ...(force ? { force } : {}) };
      return (await withAccount(() => api('/api/drafts', { method: 'PUT', body, schema: SaveAnswerSchema }))).draft;
    },
    refused: (body) => SaveAnswerSchema.safeParse(body).data?.draft ?? null,
    concerns: (event, { base }) =>
      event.type === 'draft' && event.exercise === exercise && event.revision > (base?.revision ?? 0),
    keep: (text) => keepText(exercise, text, 'conflict'),
  });
}
