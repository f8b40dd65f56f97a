import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';

/** Makes an address at which a platform registers itself. */
export function InvitePlatform() {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const [url, setUrl] = useState<string | null>(null);

  async function invite() {
    try {
      const made = await api('/api/lti/platforms/invitations', {
        method: 'POST',
        schema: async () => (await import('@/contracts/lti')).PlatformInvitationSchema,
      });
      setUrl(made.url);
    } catch (error) {
      showToast(errorText(error));
    }
  }

  return (
    <section aria-labelledby="invite" className="mt-10">
      <h2 id="invite" className="text-xl font-semibold">
        {t('invite')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">{t('inviteText')}</p>
      <Button className="mt-3" onClick={invite}>
        {t('inviteDo')}
      </Button>
      {url !== null && (
        <div role="status" className="mt-4">
          <TextField label={t('inviteUrl')} value={url} readOnly spellCheck={false} className="font-mono" />
        </div>
      )}
    </section>
  );
}
