import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { LearnerPage } from '@/contracts/cohort-learner';

/** Opens the course as the learner sees it, until one leaves that view. */
export function ViewAs({ cohort, learner }: Pick<LearnerPage, 'cohort' | 'learner'>) {
  const t = useTranslations('instructor.learner.viewAs');
  const locale = useLocale();
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);

  async function start() {
    setIsBusy(true);
    try {
      await api(`/api/cohorts/${cohort.id}/learners/${encodeURIComponent(learner.id)}/view`, {
        method: 'POST',
        schema: async () => (await import('@/contracts/view-as')).ViewStartedSchema,
      });
      // Anew: nothing of what is known of the reader holds there.
      location.assign(`/${locale}`);
    } catch (error) {
      showToast(errorText(error));
      setIsBusy(false);
    }
  }

  return (
    <p className="mt-4 flex flex-wrap items-center gap-3">
      <Button size="small" disabled={isBusy} onClick={start}>
        {t('do')}
      </Button>
      <span className="text-xs text-muted">{t('text')}</span>
    </p>
  );
}
