import { api } from '@/components/session/api';
import type { OwnAnnouncements } from '@/contracts/announcement';

/** @param query with its question mark, or nothing */
export function fetchAnnouncements(query: string): Promise<OwnAnnouncements> {
  return api(`/api/announcements${query}`, {
    schema: async () => (await import('@/contracts/announcement')).OwnAnnouncementsSchema,
  });
}

/** Safe to repeat. */
export function markAnnouncementRead(id: string): Promise<unknown> {
  return api(`/api/announcements/${id}/reading`, {
    method: 'PUT',
    schema: async () => (await import('@/contracts/team')).OkSchema,
    retries: 2,
  });
}
