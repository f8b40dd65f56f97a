import { api, nothing } from '@/components/session/api';
import type { ModerationAction } from '@/contracts/moderation';

export const fetchModeration = (cohort: string) =>
  api(`/api/moderation?cohort=${cohort}`, {
    schema: async () => (await import('@/contracts/moderation')).ModerationSchema,
  });

export const fetchAudit = (cohort: string, { cursor, looks }: { cursor: string | null; looks: boolean }) =>
  api(`/api/moderation/audit?${new URLSearchParams({ cohort, looks: String(looks), ...(cursor && { cursor }) })}`, {
    schema: async () => (await import('@/contracts/moderation')).AuditSchema,
  });

export const moderate = (action: ModerationAction) =>
  api('/api/moderation', { method: 'POST', body: action, schema: nothing });
