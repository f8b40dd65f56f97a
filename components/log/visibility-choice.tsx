'use client';

import { useTranslations } from 'next-intl';
import { type LogVisibility, LogVisibilitySchema } from '@/contracts/log';

/** Who may read an entry. */
export function VisibilityChoice({
  value,
  disabled,
  onChange,
}: {
  value: LogVisibility;
  disabled: boolean;
  onChange(value: LogVisibility): void;
}) {
  const t = useTranslations('log.visibility');
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      <span className="font-semibold">{t('label')}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as LogVisibility)}
        className="min-h-10 max-w-full rounded-md border border-edge bg-raised px-2 text-sm"
      >
        {LogVisibilitySchema.options.map((option) => (
          <option key={option} value={option}>
            {t(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
