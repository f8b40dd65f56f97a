import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Bell } from '@/components/inbox/bell';
import { ReviewLink } from '@/components/review/review-link';
import { SearchButton, type SearchTexts } from '@/components/search/search-button';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { PageLink } from './page-link';
import { ThemeSwitch } from './theme-switch';

/** The bar over every page. `account` is what the reader's account shows there. */
export function Header({ account, search }: { account?: ReactNode; search: SearchTexts }) {
  const t = useTranslations('site');
  const team = useTranslations('team');
  const inbox = useTranslations('inbox');
  const locale = useLocale() as 'ko' | 'en';
  return (
    <header className="border-b border-line">
      <div className="flex min-h-14 w-full flex-wrap items-center gap-x-1 px-4 sm:px-6">
        <PageLink prefetch={false} href="/" className="mr-3 flex min-h-10 items-center" aria-label={t('home')}>
          <Logo name={t('name')} />
        </PageLink>
        <nav aria-label={t('navigation')} className="hidden sm:block">
          <PageLink
            prefetch={false}
            href="/"
            className="inline-flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
          >
            {t('course')}
          </PageLink>
          <PageLink
            prefetch={false}
            href="/glossary"
            className="inline-flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
          >
            {t('glossary')}
          </PageLink>
          <PageLink
            prefetch={false}
            href="/team"
            className="inline-flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
          >
            {team('title')}
          </PageLink>
          <ReviewLink
            locale={locale}
            texts={{ name: t('review.title'), due: t.raw('review.due') }}
            className="inline-flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
          />
        </nav>
        <div className="ml-auto flex items-center">
          <SearchButton locale={locale} texts={search} />
          <LanguageSwitch locale={locale} />
          <ThemeSwitch names={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }} />
          <Bell locale={locale} texts={{ name: inbox('bell'), unread: inbox.raw('bellCount') }} />
          {account}
        </div>
      </div>
    </header>
  );
}
