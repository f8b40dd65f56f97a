'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { PageLink } from '@/components/site/page-link';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { CohortSetup as Setup } from '@/contracts/cohort-settings';
import { StaffPage } from '../staff-page';
import { ArchiveCohort } from './archive-cohort';
import { CopyCohort } from './copy-cohort';
import { Grading } from './grading-form';
import { PlanForm } from './plan-form';
import { SettingsForm } from './settings-form';

const schema = async () => (await import('@/contracts/cohort-settings')).CohortSetupSchema;

/** What a cohort is set to: its code, its settings, and its plan. */
export function CohortSetup({ id, exercises }: { id: string; exercises: readonly { id: string; title: string }[] }) {
  const setup = useFetched(`/api/cohorts/${id}/settings`, (path) => api(path, { schema }));
  return <StaffPage fetched={setup}>{(loaded) => <Loaded {...{ loaded, exercises }} />}</StaffPage>;
}

function Loaded({ loaded, exercises }: { loaded: Setup; exercises: readonly { id: string; title: string }[] }) {
  const t = useTranslations('instructor.setup');
  const [setup, setSetup] = useState(loaded);
  const [savedPlans, setSavedPlans] = useState(0);
  const { id, settings, joinCode, isManager, plan } = setup;

  /** Keeps what the server answers and says so. */
  async function send(part: 'settings' | 'plan', method: 'PUT' | 'POST', body?: unknown) {
    setSetup(await api(`/api/cohorts/${id}/${part}`, { method, body, schema }));
    if (part === 'plan') setSavedPlans((count) => count + 1);
    showToast(t('saved'));
  }

  return (
    <>
      <h1 className="text-2xl font-bold">{settings.name}</h1>
      {!isManager && (
        <div className="mt-6">
          <Notice>{t('readOnly')}</Notice>
        </div>
      )}
      <section aria-labelledby="invite" className="mt-10">
        <h2 id="invite" className="text-xl font-semibold">
          {t('invite')}
        </h2>
        <p className="mt-2 max-w-measure text-muted">{t('inviteText')}</p>
        <p className="mt-2 font-mono text-xl font-semibold tracking-widest" data-join-code={joinCode}>
          {joinCode.slice(0, 4)}-{joinCode.slice(4)}
        </p>
        <PageLink href={`/join/${joinCode}`} className="mt-2 inline-block text-accent">
          {t('inviteLink')}
        </PageLink>
      </section>
      <section aria-labelledby="settings" className="mt-10">
        <h2 id="settings" className="text-xl font-semibold">
          {t('settings')}
        </h2>
        <SettingsForm
          initial={settings}
          isDisabled={!isManager}
          submit={t('save')}
          onSave={(body) => send('settings', 'PUT', body)}
        />
      </section>
      <section aria-labelledby="plan" className="mt-10">
        <h2 id="plan" className="text-xl font-semibold">
          {t('plan')}
        </h2>
        <p className="mt-2 max-w-measure text-muted">{t('planText', { zone: settings.timeZone })}</p>
        <PlanForm
          key={savedPlans}
          {...{ plan, exercises }}
          isDisabled={!isManager}
          onSave={(body) => send('plan', 'PUT', body)}
          onLayOut={() => send('plan', 'POST')}
        />
      </section>
      <section aria-labelledby="grading" className="mt-10">
        <h2 id="grading" className="text-xl font-semibold">
          {t('grading.title')}
        </h2>
        <Grading key={savedPlans} cohort={id} exercises={exercises} />
      </section>
      {isManager && <CopyCohort id={id} />}
      {isManager && <ArchiveCohort id={id} />}
    </>
  );
}
