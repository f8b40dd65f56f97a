'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { LOG_FIELDS, type LogActivity, type LogFields } from '@/contracts/log';
import type { Locale } from '@/grading/localized';
import { promptsOf } from './prompts';
import { useTitles } from './titles';

/** The five fields, each with what the day's work asks of it. */
export function EntryFields({
  fields,
  activity,
  onEdit,
}: {
  fields: LogFields;
  activity: LogActivity;
  onEdit(fields: LogFields): void;
}) {
  const t = useTranslations('log');
  const locale = useLocale() as Locale;
  const prompts = promptsOf(activity, useTitles(), locale);
  const id = useId();
  return (
    <div className="grid gap-6">
      {LOG_FIELDS.map((field) => (
        <div key={field} className="flex flex-col gap-1.5">
          <label htmlFor={`${id}-${field}`} className="text-sm font-semibold">
            {t(`fields.${field}`)}
          </label>
          <p id={`${id}-${field}-prompt`} className="max-w-measure text-sm text-muted">
            {t(`prompts.${field}.${prompts[field].key}` as 'prompts.learned.plain', prompts[field].values)}
          </p>
          <textarea
            id={`${id}-${field}`}
            aria-describedby={`${id}-${field}-prompt`}
            value={fields[field]}
            onChange={(event) => onEdit({ ...fields, [field]: event.target.value })}
            maxLength={20_000}
            rows={field === 'derived' ? 4 : 2}
            className={`field-sizing-content max-h-[50dvh] w-full rounded-md border border-edge bg-raised px-3 py-2.5 text-base leading-relaxed ${
              field === 'derived' ? 'min-h-28' : 'min-h-18'
            }`}
          />
        </div>
      ))}
    </div>
  );
}
