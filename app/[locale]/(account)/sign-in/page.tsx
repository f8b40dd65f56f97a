import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { SignInForm } from '@/components/account/sign-in-form';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'account.signIn' });
  return { title: t('title') };
}

export default async function SignInPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('account.signIn');
  return (
    <AccountPage title={t('title')}>
      <SignInForm />
    </AccountPage>
  );
}
