import { api } from '@/components/session/api';
import type { InvitationLinks, RenewInvitations } from '@/contracts/cohort-people';

/** New links for invitations that wait; with `send` they go out by mail. */
export function renewInvitations(cohort: string, body: RenewInvitations): Promise<InvitationLinks> {
  return api(`/api/cohorts/${cohort}/invitations`, {
    method: 'POST',
    body,
    schema: async () => (await import('@/contracts/cohort-people')).InvitationLinksSchema,
  });
}
