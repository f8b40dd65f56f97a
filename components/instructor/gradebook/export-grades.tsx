import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonStyle } from '@/components/ui/button-style';

/** The gradebook as a file. Korean spreadsheets read a CSV as UTF-8 only where its mark says so: there it is on from the start. */
export function ExportGrades({ cohort }: { cohort: string }) {
  const t = useTranslations('instructor.gradebook.export');
  const locale = useLocale();
  const [bom, setBom] = useState(locale === 'ko');
  const linkOf = (query: Record<string, string>) =>
    `/api/cohorts/${cohort}/gradebook/export?${new URLSearchParams({ ...query, locale })}`;
  return (
    <section aria-label={t('label')} className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <a href={linkOf({ format: 'xlsx' })} download className={buttonStyle('quiet', 'small')}>
        {t('xlsx')}
      </a>
      <a href={linkOf({ format: 'csv', bom: String(bom) })} download className={buttonStyle('quiet', 'small')}>
        {t('csv')}
      </a>
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={bom}
          onChange={({ target }) => setBom(target.checked)}
          className="size-5 accent-accent"
        />
        {t('bom')}
      </label>
      <span className="text-xs text-muted">{t('audited')}</span>
    </section>
  );
}
