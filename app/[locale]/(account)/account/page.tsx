import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { AccountSettings } from '@/components/account/account-settings';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'account.settings' });
  return { title: t('title') };
}

export default async function AccountSettingsPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('account.settings');
  return (
    <AccountPage title={t('title')} wide>
      <AccountSettings />
    </AccountPage>
  );
}
