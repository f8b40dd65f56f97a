import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { InvitationLinks, PeoplePage } from '@/contracts/cohort-people';
import type { Locale } from '@/grading/localized';
import { renewInvitations } from './renew';

/** New links for all who have not come yet, once it is asked whether that is meant: it ends those that are out. */
export function RenewAll({
  page: { cohort, mail },
  onLinks,
  onDone,
}: {
  page: PeoplePage;
  onLinks(links: InvitationLinks): void;
  onDone(): void;
}) {
  const t = useTranslations('instructor.people');
  const locale = useLocale() as Locale;
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);

  async function renew(send: boolean) {
    setIsAsking(false);
    try {
      onLinks(await renewInvitations(cohort.id, { invitations: 'all', send, locale }));
    } catch (error) {
      showToast(errorText(error));
    }
    onDone();
  }

  return (
    <p className="mt-4">
      <Button size="small" onClick={() => setIsAsking(true)}>
        {t('invitation.all')}
      </Button>
      <Dialog role="alertdialog" title={t('invitation.all')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('invitation.allText')}</p>
            <div className="mt-5 flex flex-wrap justify-end gap-3">
              <Button onClick={close}>{t('manage.cancel')}</Button>
              {mail && <Button onClick={() => void renew(true)}>{t('invitation.allSend')}</Button>}
              <Button tone="primary" onClick={() => void renew(false)}>
                {t('invitation.asks')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </p>
  );
}
