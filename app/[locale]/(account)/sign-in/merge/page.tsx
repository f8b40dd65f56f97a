import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { MergeOffer } from '@/components/account/merge-offer';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'account.merge' });
  return { title: t('title') };
}

export default async function MergePage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('account.merge');
  return (
    <AccountPage title={t('title')}>
      <MergeOffer />
    </AccountPage>
  );
}
