import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AccountMenu } from '@/components/account/account-menu';
import { Footer } from '@/components/site/footer';
import { Header } from '@/components/site/header';
import { ShellTextsProvider } from '@/components/site/shell-texts';
import { Viewing } from '@/components/site/viewing';
import { Toasts } from '@/components/ui/toast';
import { routing } from '@/i18n/routing';
import type en from '@/messages/en.json';
import { headScript } from '../head-script';
import { Fonts } from './fonts';
import '@/styles/globals.css';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'site' });
  return { title: { default: t('title'), template: `%s · ${t('name')}` }, description: t('description') };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('site');
  const messages = (await getMessages()) as typeof en;
  return (
    // The script in the head sets attributes before React takes over.
    <html lang={locale} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
        <Fonts locale={locale} />
      </head>
      <body>
        <a
          href="#content"
          className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-sm font-semibold text-on-accent focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <ShellTextsProvider texts={{ failure: messages.site.failure }}>
          <Viewing locale={locale} texts={messages.site.viewing} />
          <Header
            account={<AccountMenu locale={locale} texts={messages.account.menu} />}
            search={messages.site.search}
          />
          <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
            {children}
          </main>
          <Footer />
          <Toasts />
        </ShellTextsProvider>
      </body>
    </html>
  );
}
