import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { ForgotForm } from '@/components/account/forgot-form';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'account.forgot' });
  return { title: t('title') };
}

export default async function ForgotPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('account.forgot');
  return (
    <AccountPage title={t('title')}>
      <ForgotForm />
    </AccountPage>
  );
}
