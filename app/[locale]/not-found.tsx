import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

export default function NotFoundPage() {
  const t = useTranslations('site.missing');
  return (
    <div className="mx-auto flex w-full max-w-measure flex-col items-start gap-5 px-4 py-24 sm:px-6">
      <p className="text-sm text-muted">404</p>
      <h1 className="text-2xl">{t('title')}</h1>
      <p>{t('text')}</p>
      <TextLink href="/">{t('home')}</TextLink>
    </div>
  );
}
