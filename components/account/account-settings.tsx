'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { Link } from '@/i18n/navigation';
import { DeleteSection } from './delete-section';
import { EmailSection } from './email-section';
import { ExportSection } from './export-section';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { SettingsSection } from './settings-section';
import { useAccount } from './use-account';

/** Everything a member can change; a guest is told how to become one, and has their data and their right to go. */
export function AccountSettings() {
  const t = useTranslations('account');
  const errorText = useErrorText();
  const locale = useLocale();
  const { account, error, refresh } = useAccount();
  if (account === null) {
    return <div className="min-h-dvh">{error !== null && <Notice tone="fail">{errorText(error)}</Notice>}</div>;
  }
  const { viewer, hasPassword } = account;
  if (viewer?.kind !== 'member') {
    return (
      <>
        <p className="mb-5 text-muted">{viewer === null ? t('settings.signedOut') : t('settings.guest')}</p>
        <div className="mb-10 flex flex-wrap gap-3">
          <Link href="/sign-up" className={buttonStyle('primary')}>
            {t('menu.signUp')}
          </Link>
          <Link href={`/sign-in?next=/${locale}/account`} className={buttonStyle()}>
            {t('menu.signIn')}
          </Link>
        </div>
        {viewer !== null && (
          <>
            <ExportSection />
            <DeleteSection hasPassword={false} isMember={false} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      <ProfileSection viewer={viewer} />
      <EmailSection account={account} viewer={viewer} refresh={refresh} />
      <PasswordSection hasPassword={hasPassword} refresh={refresh} />
      <SessionsSection />
      <SettingsSection title={t('settings.watch.title')} intro={t('settings.watch.intro')}>
        <Link href="/account/watchlist" className={buttonStyle()}>
          {t('settings.watch.link')}
        </Link>
      </SettingsSection>
      <ExportSection />
      <DeleteSection hasPassword={hasPassword} isMember />
    </>
  );
}
