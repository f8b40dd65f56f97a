import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { SignUpForm } from '@/components/account/sign-up-form';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'account.signUp' });
  return { title: t('title') };
}

export default async function SignUpPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('account.signUp');
  return (
    <AccountPage title={t('title')}>
      <SignUpForm />
    </AccountPage>
  );
}
