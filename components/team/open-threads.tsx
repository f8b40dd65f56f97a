'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import { useSessionEvents } from './use-session-events';

const SHOWN = 5;

/** What the team has not answered yet. */
export function OpenThreads({ team }: { team: string }) {
  const t = useTranslations('team.threads');
  const { data, reload } = useFetched(`/api/threads?team=${team}&state=open&limit=${SHOWN}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/discussion')).ThreadListSchema }),
  );
  useSessionEvents((event) => {
    if (event.type === 'thread' || event.type === 'resync') reload();
  });
  return (
    <section className="rounded-md border border-line p-5">
      <div className="flex items-baseline gap-4">
        <h3 className="font-bold">{t('title')}</h3>
        <span className="ms-auto text-sm">
          <TextLink href={`/threads?team=${team}`}>{t('all')}</TextLink>
        </span>
      </div>
      <ul className="mt-3 min-h-8 space-y-2 text-sm">
        {data?.threads.map(({ id, title, unread }) => (
          <li key={id} className="flex min-w-0 items-baseline gap-2">
            <TextLink href={`/threads/${id}`} className="min-w-0 truncate">
              {title}
            </TextLink>
            {unread > 0 && (
              <span className="shrink-0 rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
                {unread}
              </span>
            )}
          </li>
        ))}
        {data?.threads.length === 0 && <li className="text-muted">{t('none')}</li>}
      </ul>
    </section>
  );
}
