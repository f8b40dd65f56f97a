import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { Invite } from '@/components/team/invite';
import type { InvitationLinks, PeoplePage } from '@/contracts/cohort-people';
import { InviteOne } from './invite-one';
import { RosterImport } from './roster-import';

/** The ways into a cohort: its code, an invitation, a roster. */
export function AddPeople({
  page,
  onChange,
  onLinks,
}: {
  page: PeoplePage;
  onChange(): void;
  onLinks(links: InvitationLinks): void;
}) {
  const t = useTranslations('instructor.people.add');
  const { cohort } = page;
  return (
    <section aria-labelledby="add" className="mt-8">
      <h2 id="add" className="text-xl font-semibold">
        {t('title')}
      </h2>
      <div className="mt-4 grid items-start gap-6 md:grid-cols-2">
        <section aria-labelledby="by-code" className="min-w-0 rounded-md border border-line p-5">
          <h3 id="by-code" className="mb-1 font-bold">
            {t('code')}
          </h3>
          {cohort.joinCode !== null && (
            <Invite
              code={cohort.joinCode}
              text={t('codeText')}
              renew={() =>
                api(`/api/cohorts/${cohort.id}/code`, {
                  method: 'POST',
                  schema: async () => (await import('@/contracts/cohort-people')).JoinCodeAnswerSchema,
                })
              }
              onRenewed={onChange}
            />
          )}
        </section>
        <InviteOne {...{ page, onChange, onLinks }} />
      </div>
      <RosterImport cohort={cohort.id} {...{ onChange, onLinks }} />
    </section>
  );
}
