'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';

const schema = async () => (await import('@/contracts/lti')).LtiContextSchema;

/** Links a course on a learning platform to a cohort of the reader's. */
export function LinkContext({ id }: { id: string }) {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const path = `/api/lti/contexts/${id}`;
  const { data, error, reload } = useFetched(path, (key) => api(key, { schema }));
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);

  async function link(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const cohort = String(new FormData(event.currentTarget).get('cohort'));
    setIsBusy(true);
    setTrouble(null);
    try {
      await api(path, { method: 'PUT', body: { cohort }, schema });
      reload();
    } catch (cause) {
      setTrouble(cause);
    } finally {
      setIsBusy(false);
    }
  }

  if (error !== null) return <Failed>{errorText(error)}</Failed>;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const { title, platform, cohort, cohorts } = data;
  return (
    <>
      <p className="mt-4">{t('contextText', { title, platform })}</p>
      {cohort !== null && (
        <div className="mt-6">
          <Notice tone="pass" live>
            {t('contextLinked', { cohort: cohort.name })}{' '}
            <TextLink href={`/cohorts/${cohort.id}`}>{t('toCohort')}</TextLink>
          </Notice>
        </div>
      )}
      {cohorts.length === 0 ? (
        <p className="mt-6">{t('noCohorts')}</p>
      ) : (
        <form onSubmit={link} className="mt-6 flex flex-wrap items-end gap-3">
          <label className="flex min-w-0 grow flex-col gap-1.5">
            <span className="text-sm font-semibold">{t('cohort')}</span>
            <select
              name="cohort"
              key={cohort?.id}
              defaultValue={cohort?.id}
              className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base"
            >
              {cohorts.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" tone="primary" disabled={isBusy}>
            {t('link')}
          </Button>
        </form>
      )}
      {trouble !== null && <Failed>{errorText(trouble)}</Failed>}
    </>
  );
}

function Failed({ children }: { children: string }) {
  return (
    <div className="mt-6">
      <Notice tone="fail" live>
        {children}
      </Notice>
    </div>
  );
}
