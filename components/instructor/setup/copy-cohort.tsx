import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { api } from '@/components/session/api';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { CopyInput } from '@/contracts/cohort-settings';
import { useRouter } from '@/i18n/navigation';

/** Makes the same cohort for another term and goes on to its settings. */
export function CopyCohort({ id }: { id: string }) {
  const t = useTranslations('instructor.setup');
  const router = useRouter();
  const { isBusy, problem, run } = useSending();

  function copy(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const body = { name: String(fields.get('name')), startsOn: String(fields.get('startsOn')) } satisfies CopyInput;
    const copied = async () => {
      const { cohort } = await api(`/api/cohorts/${id}/copy`, {
        method: 'POST',
        body,
        schema: async () => (await import('@/contracts/cohort-settings')).CohortMadeSchema,
      });
      router.push(`/cohorts/${cohort.id}/settings`);
    };
    void run(copied, { leaves: true });
  }

  return (
    <section aria-labelledby="copy" className="mt-10">
      <h2 id="copy" className="text-xl font-semibold">
        {t('copy')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">{t('copyText')}</p>
      <form onSubmit={copy} className="mt-4 grid items-end gap-4 sm:grid-cols-[1fr_12rem_auto]">
        <TextField label={t('copyName')} name="name" required maxLength={40} />
        <TextField label={t('copyStartsOn')} name="startsOn" type="date" required />
        <Button type="submit" disabled={isBusy}>
          {t('copyDo')}
        </Button>
      </form>
      {problem !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {problem}
          </Notice>
        </div>
      )}
    </section>
  );
}
