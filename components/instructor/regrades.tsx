'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Notice } from '@/components/ui/notice';
import { RegradeForm } from './regrade-form';
import { RegradeItem } from './regrade-item';

/** An exercise to choose, in the reader's language. */
export interface ExerciseChoice {
  id: string;
  title: string;
}

/** All regrades that the reader may decide on, the newest open, and the form for another. */
export function Regrades({ exercises }: { exercises: readonly ExerciseChoice[] }) {
  const t = useTranslations('instructor.regrades');
  const errorText = useErrorText();
  const { me, loading } = useMe();
  const isStaff = me?.viewer?.role === 'instructor';
  const { data, error, reload } = useFetched(isStaff ? '/api/regrades' : null, (path) =>
    api(path, { schema: async () => (await import('@/contracts/regrade')).RegradeListSchema }),
  );
  const [opened, setOpened] = useState<string | null>(null);

  if (loading) return <div className="min-h-dvh" />;
  if (!isStaff) return <p className="mt-8">{t('staffOnly')}</p>;
  if (error !== null) return <Failed>{errorText(error)}</Failed>;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  return (
    <>
      <RegradeForm
        {...{ exercises, cohorts: data.cohorts, everybody: data.everybody }}
        onStarted={(id) => {
          setOpened(id);
          reload();
        }}
      />
      <h2 className="mt-12 text-lg font-bold">{t('list')}</h2>
      {data.regrades.length === 0 && <p className="mt-4 text-muted">{t('none')}</p>}
      <ol className="mt-4 border-t border-line">
        {data.regrades.map((regrade, at) => (
          <RegradeItem
            key={regrade.id}
            regrade={regrade}
            title={titles.get(regrade.exercise) ?? regrade.exercise}
            startOpen={regrade.id === opened || (opened === null && at === 0 && regrade.decision === null)}
            onChange={reload}
          />
        ))}
      </ol>
    </>
  );
}

function Failed({ children }: { children: string }) {
  return (
    <div className="mt-8">
      <Notice tone="fail" live>
        {children}
      </Notice>
    </div>
  );
}
