import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useRouter } from '@/i18n/navigation';

/** Puts a cohort away, once it is asked whether that is meant. */
export function ArchiveCohort({ id }: { id: string }) {
  const t = useTranslations('instructor.setup');
  const errorText = useErrorText();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);

  async function archive() {
    setIsAsking(false);
    try {
      await api(`/api/cohorts/${id}/archive`, {
        method: 'POST',
        body: { archived: true },
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      router.push('/cohorts');
    } catch (cause) {
      showToast(errorText(cause));
    }
  }

  return (
    <section aria-labelledby="archive" className="mt-10">
      <h2 id="archive" className="text-xl font-semibold">
        {t('archive')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">{t('archiveText')}</p>
      <Button className="mt-3" onClick={() => setIsAsking(true)}>
        {t('archiveDo')}
      </Button>
      <Dialog role="alertdialog" title={t('archiveDo')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('archiveText')}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone="primary" onClick={archive}>
                {t('archiveDo')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </section>
  );
}
