import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { CohortList } from '@/contracts/cohort';

/** Cohorts that were put away, for who can bring them back. */
export function ArchivedCohorts({ archived, onRestored }: Pick<CohortList, 'archived'> & { onRestored(): void }) {
  const t = useTranslations('instructor.cohorts');
  const errorText = useErrorText();

  async function restore(id: string) {
    try {
      await api(`/api/cohorts/${id}/archive`, {
        method: 'POST',
        body: { archived: false },
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      onRestored();
    } catch (cause) {
      showToast(errorText(cause));
    }
  }

  return (
    <section aria-labelledby="archived" className="mt-12">
      <h2 id="archived" className="text-xl font-semibold">
        {t('archived')}
      </h2>
      <ul className="mt-3 border-t border-line">
        {archived.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
            {name}
            <Button size="small" onClick={() => restore(id)} aria-label={t('restore', { name })}>
              {t('restoreDo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
