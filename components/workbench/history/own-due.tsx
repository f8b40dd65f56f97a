'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { HelpStateSchema } from '@/contracts/learning';

/** When the exercise is due for the reader, by their own clock; nothing where it never is. */
export function OwnDue({ exercise }: { exercise: string }) {
  const t = useTranslations('workbench.history');
  const format = useFormatter();
  const { me } = useMe();
  const key = me?.viewer?.kind === 'member' ? `/api/help?${new URLSearchParams({ exercise })}` : null;
  const { data } = useFetched(key, (path) => api(path, { schema: HelpStateSchema }));
  if (data?.due === undefined) return null;
  const time = format.dateTime(new Date(data.due), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p className="mb-3 text-sm text-muted" data-due>
      {t('due', { time })}
    </p>
  );
}
