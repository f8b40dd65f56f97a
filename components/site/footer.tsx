import { useTranslations } from 'next-intl';

export function Footer() {
  const t = useTranslations('site');
  return (
    <footer className="mt-auto border-t border-line">
      <p className="mx-auto max-w-page px-4 py-8 text-xs text-muted sm:px-6">{t('footer')}</p>
    </footer>
  );
}
