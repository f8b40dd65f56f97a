'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useMe } from '@/components/session/use-me';
import type { CohortSettings } from '@/contracts/cohort-settings';
import { useRouter } from '@/i18n/navigation';
import { SettingsForm } from './settings-form';

/** A cohort as most are: five days a week, from today on. */
function usual(): CohortSettings {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    ...{ name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, endsOn: null },
    startsOn: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    ...{ sessionDays: [1, 2, 3, 4, 5], teamSize: 6, solutionsOpen: 'AFTER_PASS', countAfterSolution: false },
  };
}

/** Makes a cohort and goes on to its settings, where its plan and its code are. */
export function NewCohort() {
  const t = useTranslations('instructor');
  const router = useRouter();
  const { me, loading } = useMe();
  if (loading) return <div className="min-h-dvh" aria-busy />;
  if (me?.viewer?.role !== 'instructor') return <p className="mt-8">{t('setup.instructorsOnly')}</p>;

  async function create(body: CohortSettings) {
    const { cohort } = await api('/api/cohorts', {
      method: 'POST',
      body,
      schema: async () => (await import('@/contracts/cohort-settings')).CohortMadeSchema,
    });
    router.push(`/cohorts/${cohort.id}/settings`);
  }

  return (
    <>
      <p className="mt-3 max-w-measure text-muted">{t('setup.newText')}</p>
      <SettingsForm initial={usual()} submit={t('setup.create')} onSave={create} />
    </>
  );
}
