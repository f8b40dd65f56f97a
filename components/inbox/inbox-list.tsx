'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { onSessionEvent } from '@/components/session/events';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import { type Inbox, InboxCountSchema, InboxSchema, type NotificationGroup } from '@/contracts/notifications';
import { InboxGroup } from './inbox-group';

const SHOWS = ['unread', 'all'] as const;

export function InboxList({ exercises }: { exercises: Record<string, string> }) {
  const t = useTranslations('inbox');
  return <MembersGate text={t('signIn')}>{() => <Groups exercises={exercises} />}</MembersGate>;
}

const ask = (show: string, before: string | null) =>
  api(`/api/notifications?${new URLSearchParams({ show, ...(before === null ? {} : { before }) })}`, {
    schema: InboxSchema,
  });

/** The reader's lines, by thread; what comes while it is open appears. */
function Groups({ exercises }: { exercises: Record<string, string> }) {
  const t = useTranslations('inbox');
  const errorText = useErrorText();
  const [show, setShow] = useState<(typeof SHOWS)[number]>('unread');
  const { data, error, reload } = useFetched(show, (which) => ask(which, null));
  const [older, setOlder] = useState<{ of: Inbox | null; groups: NotificationGroup[]; next: string | null }>({
    of: null,
    groups: [],
    next: null,
  });
  const more = older.of === data ? older : { groups: [], next: data?.next ?? null };

  useEffect(
    () =>
      onSessionEvent(({ type }) => {
        if (type === 'inbox' || type === 'read') reload();
      }),
    [reload],
  );

  async function mark(read: 'all' | string[]) {
    try {
      await api('/api/notifications', { method: 'PUT', body: { read }, schema: InboxCountSchema });
      reload();
    } catch (problem) {
      showToast(errorText(problem));
    }
  }

  async function loadOlder(before: string) {
    try {
      const page = await ask(show, before);
      setOlder({ of: data, groups: [...more.groups, ...page.groups], next: page.next });
    } catch (problem) {
      showToast(errorText(problem));
    }
  }

  const groups = [...(data?.groups ?? []), ...more.groups];
  return (
    <>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <fieldset className="flex rounded-md border border-edge p-0.5">
          <legend className="sr-only">{t('show.label')}</legend>
          {SHOWS.map((which) => (
            <label
              key={which}
              className="cursor-pointer rounded-sm px-3 py-1.5 text-sm has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2"
            >
              <input
                type="radio"
                name="show"
                checked={show === which}
                onChange={() => setShow(which)}
                className="sr-only"
              />
              {t(`show.${which}`)}
              {which === 'unread' && data !== null && data.unread > 0 && (
                <span className="ml-1.5 tabular-nums">{data.unread}</span>
              )}
            </label>
          ))}
        </fieldset>
        <Button disabled={!data?.unread} onClick={() => mark('all')}>
          {t('markAll')}
        </Button>
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm sm:ml-auto">
          <TextLink href="/find">{t('links.find')}</TextLink>
          <TextLink href="/inbox/settings">{t('settings.link')}</TextLink>
        </span>
      </div>
      {error !== null && (
        <div className="mt-6">
          <Notice tone="fail" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
      <div className="min-h-80" aria-busy={data === null && error === null}>
        {data !== null && groups.length === 0 && <p className="mt-8 text-muted">{t(`empty.${show}`)}</p>}
        <ul className="mt-6 border-t border-line">
          {groups.map((group) => (
            // The same thread may come again on a page of older lines.
            <InboxGroup key={`${group.key} ${group.lines[0]?.id}`} group={group} exercises={exercises} onMark={mark} />
          ))}
        </ul>
        {more.next !== null && (
          <Button className="mt-6" onClick={() => more.next !== null && loadOlder(more.next)}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}
