'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { CohortPerson, InvitationLinks, PeoplePage } from '@/contracts/cohort-people';
import { StaffPage } from '../staff-page';
import { AddPeople } from './add-people';
import { HandOver } from './hand-over';
import { ManageInvitation } from './manage-invitation';
import { ManagePerson } from './manage-person';
import { PeopleTable } from './people-table';
import { RemovedPeople } from './removed-people';
import { RenewAll } from './renew-all';
import { usePeopleQuery } from './use-people-query';

/** Who was just removed, for as long as the page says so. */
export interface Removal {
  id: string;
  name: string;
}

/** Everybody enrolled in a cohort and everybody invited; its instructors change that. */
export function CohortPeople({ id }: { id: string }) {
  const { arrangement, search, change } = usePeopleQuery();
  const fetched = useFetched(`/api/cohorts/${id}/people${search}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/cohort-people')).PeoplePageSchema }),
  );
  // While another page of the list is on its way the present one stays.
  const latest = useRef<PeoplePage | null>(null);
  latest.current = fetched.data ?? latest.current;
  return (
    <StaffPage fetched={{ ...fetched, data: latest.current }}>
      {(page) => <Loaded {...{ page, arrangement, change }} isLoading={fetched.loading} reload={fetched.reload} />}
    </StaffPage>
  );
}

function Loaded({
  page,
  isLoading,
  reload,
  ...query
}: { page: PeoplePage; isLoading: boolean; reload(): void } & Pick<
  ReturnType<typeof usePeopleQuery>,
  'arrangement' | 'change'
>) {
  const t = useTranslations('instructor.people');
  const [opened, setOpened] = useState<CohortPerson | null>(null);
  const [links, setLinks] = useState<InvitationLinks | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const { cohort, isManager } = page;
  const close = () => setOpened(null);
  const undo = useUndo(cohort.id, () => {
    setRemoval(null);
    reload();
  });

  return (
    <>
      <h1 className="text-2xl font-bold">{cohort.name}</h1>
      <p className="mt-2 text-muted">{t('counts', { enrolled: page.enrolled, invited: page.invited })}</p>
      {isManager ? (
        <AddPeople page={page} onChange={reload} onLinks={setLinks} />
      ) : (
        <div className="mt-6">
          <Notice>{t('readOnly')}</Notice>
        </div>
      )}
      {links !== null && links.links.length > 0 && <HandOver links={links} onDone={() => setLinks(null)} />}
      {removal !== null && (
        <div className="mt-6">
          <Notice tone="warn" live>
            <span className="flex flex-wrap items-center gap-3">
              {t('manage.removed', { name: removal.name })}
              <Button size="small" onClick={() => undo(removal)}>
                {t('manage.undo')}
              </Button>
            </span>
          </Notice>
        </div>
      )}
      <PeopleTable {...{ page, isLoading }} {...query} onManage={isManager ? setOpened : undefined} />
      {isManager && page.invited > 0 && <RenewAll page={page} onLinks={setLinks} onDone={reload} />}
      {page.removed.length > 0 && <RemovedPeople removed={page.removed} onUndo={undo} />}
      {opened?.state === 'enrolled' && (
        <ManagePerson
          key={opened.id}
          {...{ page, person: opened }}
          onClose={close}
          onDone={(text) => {
            close();
            showToast(text);
            reload();
          }}
          onRemoved={(removed) => {
            close();
            setRemoval(removed);
            reload();
          }}
        />
      )}
      {opened?.state === 'invited' && (
        <ManageInvitation
          key={opened.id}
          {...{ page, person: opened }}
          onClose={close}
          onLinks={(made) => {
            close();
            setLinks(made);
            reload();
          }}
          onDone={(text) => {
            close();
            showToast(text);
            reload();
          }}
        />
      )}
    </>
  );
}

/** Brings somebody back, and says where to. */
function useUndo(cohort: string, onDone: () => void): (removal: Removal) => Promise<void> {
  const t = useTranslations('instructor.people.manage');
  const errorText = useErrorText();
  return async ({ id, name }) => {
    try {
      const { team } = await api(`/api/cohorts/${cohort}/removals/${id}`, {
        method: 'POST',
        schema: async () => (await import('@/contracts/cohort-people')).RestoredSchema,
      });
      showToast(team === null ? t('restored', { name }) : t('restoredTeam', { name, team }));
    } catch (error) {
      showToast(error instanceof ApiError && error.code === 'conflict' ? t('inAgain') : errorText(error));
    }
    onDone();
  };
}
