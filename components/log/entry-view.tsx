'use client';

import { useTranslations } from 'next-intl';
import { UserText } from '@/components/discussion/user-text';
import { LOG_FIELDS, type LogFields } from '@/contracts/log';

/** What an entry says: fields that were left empty are left out. */
export function EntryView({ entry }: { entry: LogFields }) {
  const t = useTranslations('log.fields');
  return (
    <dl className="grid gap-3">
      {LOG_FIELDS.filter((field) => entry[field].trim() !== '').map((field) => (
        <div key={field} className="min-w-0">
          <dt className="text-xs font-semibold text-muted">{t(field)}</dt>
          <dd className="mt-0.5 min-w-0">
            <UserText text={entry[field]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
