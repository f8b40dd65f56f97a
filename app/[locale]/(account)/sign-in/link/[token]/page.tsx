import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { LinkForm } from '@/components/account/link-form';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { findLink } from '@/server/accounts/links';

// The address is a secret: no search engine keeps it, no other site is told of it.
export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' };
export const dynamic = 'force-dynamic';

const TITLE = {
  'sign-in': 'signIn.title',
  'reset-password': 'reset.title',
  'verify-email': 'verify.title',
  'change-email': 'changeEmail.title',
} as const;

type Props = { params: Promise<{ locale: string; token: string }> };

/** Looking changes nothing: mail programs and chats open links to preview them. Only the button uses a link up. */
export default async function LinkPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('account');
  const link = await findLink(token);
  if (link.state === 'open') {
    return (
      <AccountPage title={t(`link.${TITLE[link.purpose]}`, { name: link.name })}>
        <LinkForm token={token} purpose={link.purpose} name={link.name} email={link.email ?? ''} />
      </AccountPage>
    );
  }
  return (
    <AccountPage title={t('link.unusable')}>
      <div className="flex flex-col gap-5">
        <Notice tone="warn">{t(`problems.link-${link.state}`)}</Notice>
        <p>{t('link.again')}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <TextLink href="/sign-in">{t('link.toSignIn')}</TextLink>
          <TextLink href="/sign-in/forgot">{t('link.forgot')}</TextLink>
        </p>
      </div>
    </AccountPage>
  );
}
