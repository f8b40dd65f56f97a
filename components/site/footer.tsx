import { useTranslations } from 'next-intl';
import { PageLink } from './page-link';

export function Footer() {
  const t = useTranslations('site');
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-baseline justify-between gap-x-6 gap-y-2 px-4 py-8 text-xs text-muted sm:px-6">
        <p>{t('footer')}</p>
        <PageLink prefetch={false} href="/glossary" className="inline-flex min-h-6 items-center underline">
          {t('glossary')}
        </PageLink>
      </div>
    </footer>
  );
}
