'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { PeerSession, SessionItem, SessionItemKind } from '@/contracts/peer-session';
import { ItemText } from './item-text';
import { Panel } from './panel';
import type { Act } from './session-room';

const KINDS: readonly SessionItemKind[] = ['DECISION', 'FOLLOW_UP', 'QUESTION', 'THANKS'];
const FIELD = 'min-h-10 min-w-0 rounded-md border border-edge bg-raised px-3 text-sm';

/** Decisions, follow-ups, questions, thanks: of today, and what is open from before. */
export function ItemsPanel(props: { session: PeerSession; viewer: string; canAct: boolean; act: Act }) {
  const { session, viewer, canAct, act } = props;
  const t = useTranslations('team.session.items');
  const list = (items: readonly SessionItem[]) => (
    <ul className="mt-2 space-y-2">
      {items.map((item) => (
        <Item key={item.id} item={item} isToday={item.day === session.day} {...{ viewer, canAct, act }} />
      ))}
    </ul>
  );
  return (
    <Panel title={t('title')}>
      {session.carried.length > 0 && (
        <div className="mt-3 rounded-md bg-surface p-3">
          <h3 className="text-sm font-semibold">{t('carried')}</h3>
          {list(session.carried)}
        </div>
      )}
      {session.items.length === 0 && <p className="mt-3 text-sm text-muted">{t('none')}</p>}
      {list(session.items)}
      {canAct && <AddItem session={session} act={act} />}
    </Panel>
  );
}

function Item(props: { item: SessionItem; isToday: boolean; viewer: string; canAct: boolean; act: Act }) {
  const { item, isToday, viewer, canAct, act } = props;
  const t = useTranslations('team');
  const path = `/items/${item.id}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm" data-item={item.text}>
      <ItemText item={item} from={isToday ? undefined : item.day} />
      {canAct && (
        <span className="ms-auto flex gap-1">
          {item.kind !== 'THANKS' && (
            <Button size="small" tone="plain" onClick={() => act(path, 'PUT', { done: item.doneAt === null })}>
              {t(item.doneAt === null ? 'session.items.done' : 'session.items.reopen')}
            </Button>
          )}
          {isToday && item.author?.id === viewer && (
            <Button size="small" tone="plain" onClick={() => act(path, 'DELETE')}>
              {t('session.items.remove')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function AddItem({ session, act }: { session: PeerSession; act: Act }) {
  const t = useTranslations('team');
  const [isBusy, setIsBusy] = useState(false);
  // Made with the first try: a retry after a lost answer writes it down once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<SessionItemKind>('DECISION');

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const assignee = String(fields.get('assignee') ?? '');
    setIsBusy(true);
    const body = { id, kind, text: String(fields.get('text')), assignee: assignee === '' ? null : assignee };
    if (await act('/items', 'POST', body)) {
      const text = form.elements.namedItem('text');
      if (text instanceof HTMLInputElement) text.value = '';
      setId(crypto.randomUUID());
    }
    setIsBusy(false);
  }

  return (
    <form onSubmit={add} className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
      <select
        aria-label={t('session.items.kind')}
        className={FIELD}
        value={kind}
        onChange={({ target }) => setKind(target.value as SessionItemKind)}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`summary.kind.${one}`)}
          </option>
        ))}
      </select>
      <input
        name="text"
        aria-label={t('session.items.text')}
        placeholder={t('session.items.text')}
        required
        maxLength={500}
        autoComplete="off"
        className={`${FIELD} flex-1 basis-60`}
      />
      {kind === 'FOLLOW_UP' && (
        <select name="assignee" aria-label={t('session.items.for')} className={FIELD}>
          <option value="">{t('session.items.nobody')}</option>
          {session.people
            .filter(({ isMember }) => isMember)
            .map(({ id: user, name }) => (
              <option key={user} value={user}>
                {name}
              </option>
            ))}
        </select>
      )}
      <Button type="submit" disabled={isBusy}>
        {t('session.items.add')}
      </Button>
    </form>
  );
}
