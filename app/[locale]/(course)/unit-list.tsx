import { useLocale, useTranslations } from 'next-intl';
import type { Unit } from '@/content/unit';
import type { Locale } from '@/i18n/routing';

/** The units at a glance, each a way down the page, which is long on a telephone. */
export function UnitList({ units }: { units: readonly Unit[] }) {
  const t = useTranslations('site.path');
  const locale = useLocale() as Locale;
  return (
    <nav aria-label={t('units')} className="mb-14 sm:mb-16">
      <ol className="grid gap-x-12 sm:grid-cols-2 lg:grid-cols-3">
        {units.map(({ id, title }) => (
          <li key={id} className="border-b border-line">
            <a href={`#unit-${id}`} className="flex min-h-11 items-center gap-3 text-sm hover:text-accent">
              <span className="w-4 text-muted tabular-nums">{Number.parseInt(id, 10)}</span>
              {title[locale]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
