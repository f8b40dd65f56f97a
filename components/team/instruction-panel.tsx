'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { UserText } from '@/components/discussion/user-text';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { DISCUSSION_MS, type Instruction, type PeerSession } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import { Panel } from './panel';
import type { Act } from './session-room';
import { showTime, useNow } from './use-now';

/** Peer instruction: a question answered alone, talked about, answered again. */
export function InstructionPanel(props: { session: PeerSession; offset: number; canAct: boolean; act: Act }) {
  const { session, offset, canAct, act } = props;
  const t = useTranslations('team.session.instruction');
  const isOn = session.instruction.some(({ phase }) => phase !== 'closed');
  return (
    <Panel title={t('title')}>
      <p className="mt-1 max-w-measure text-sm text-muted">{t('text')}</p>
      <div className="mt-3 space-y-6">
        {session.instruction.map((one) => (
          <Question key={one.id} one={one} offset={offset} canAct={canAct} act={act} />
        ))}
      </div>
      {canAct && !isOn && <Ask session={session} act={act} />}
    </Panel>
  );
}

function Ask({ session, act }: { session: PeerSession; act: Act }) {
  const t = useTranslations('team.session.instruction');
  const locale = useLocale() as Locale;
  const { data } = useFetched(`/api/peer-sessions/${session.id}/checks`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/peer-session')).ChecksAnswerSchema }),
  );
  const asked = new Set(session.instruction.map(({ check }) => check.id));
  const left = data?.checks.filter(({ id }) => !asked.has(id)) ?? [];
  const [chosen, setChosen] = useState('');
  const check = left.find(({ id }) => id === chosen) ?? left[0];
  if (data === null) return <div className="min-h-10" />;
  if (check === undefined) return <p className="mt-3 text-sm text-muted">{t('none')}</p>;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2 border-t border-line pt-4">
      <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
        <span className="text-xs font-semibold">{t('choose')}</span>
        <select
          className="min-h-10 min-w-0 rounded-md border border-edge bg-raised px-3 text-sm"
          value={check.id}
          onChange={({ target }) => setChosen(target.value)}
        >
          {left.map(({ id, question }) => (
            <option key={id} value={id}>
              {question[locale].replace(/[`*]/g, '')}
            </option>
          ))}
        </select>
      </label>
      <Button onClick={() => act('/instruction', 'POST', { action: 'ask', check: check.id })}>{t('ask')}</Button>
    </div>
  );
}

function Question(props: { one: Instruction; offset: number; canAct: boolean; act: Act }) {
  const { one, offset, canAct, act } = props;
  const t = useTranslations('team.session.instruction');
  const locale = useLocale() as Locale;
  const now = useNow(offset, one.phase === 'discussion');
  const next = () => act('/instruction', 'POST', { action: 'next', id: one.id, phase: one.phase });
  const isAnswering = one.phase === 'first' || one.phase === 'second';
  return (
    <article data-phase={one.phase} className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-4 text-sm">
        <strong>{t(`phase.${one.phase}`)}</strong>
        {isAnswering && (
          <span className="text-muted">{t('answered', { count: one.answered, present: one.present })}</span>
        )}
        {one.phase === 'discussion' && (
          <span className="text-muted tabular-nums">
            {t('left', { time: showTime(Math.max(0, one.since + DISCUSSION_MS - now)) })}
          </span>
        )}
      </div>
      <div className="mt-2 font-semibold">
        <UserText text={one.check.question[locale]} />
      </div>
      {isAnswering && canAct ? <Answer key={one.phase} one={one} act={act} /> : <Choices one={one} />}
      {one.solution && <Gain solution={one.solution} />}
      {(one.first === 'few' || one.second === 'few') && <p className="mt-3 text-sm text-muted">{t('few')}</p>}
      {canAct && one.phase !== 'closed' && (
        <p className="mt-4">
          <Button size="small" tone={one.phase === 'discussion' ? 'primary' : 'plain'} onClick={next}>
            {t(END[one.phase])}
          </Button>
        </p>
      )}
    </article>
  );
}

const END = { first: 'endFirst', discussion: 'endDiscussion', second: 'endSecond' } as const;
const letter = (at: number) => String.fromCharCode(65 + at);

function Answer({ one, act }: { one: Instruction; act: Act }) {
  const t = useTranslations('team.session.instruction');
  const locale = useLocale() as Locale;
  const name = useId();
  const round = one.phase === 'second' ? 'second' : 'first';
  const mine = one.mine[round];
  const [isMissing, setIsMissing] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = new FormData(event.currentTarget).getAll('choice').map(String);
    setIsMissing(answer.length === 0);
    if (answer.length > 0) await act('/instruction', 'PUT', { id: one.id, round, answer });
  }

  return (
    <form onSubmit={send} className="mt-3" aria-labelledby={name}>
      <span id={name} className="sr-only">
        {t(`phase.${round}`)}
      </span>
      <div className="space-y-2">
        {one.check.choices.map(({ id, label }, at) => (
          <label
            key={id}
            className="flex min-h-10 items-baseline gap-3 rounded-md border border-edge bg-raised px-3 py-2"
          >
            <input
              type={one.check.multiple ? 'checkbox' : 'radio'}
              name="choice"
              value={id}
              defaultChecked={mine?.includes(id) ?? false}
            />
            <span className="font-semibold">{letter(at)}</span>
            <div className="min-w-0">
              <UserText text={label[locale]} />
            </div>
          </label>
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary">
          {t(mine === null ? 'send' : 'change')}
        </Button>
        <span role="status" className="text-sm text-muted">
          {isMissing ? t('pickOne') : mine !== null && t('yours')}
        </span>
      </p>
    </form>
  );
}

/** The choices with how often each was taken, first and second; no names. */
function Choices({ one }: { one: Instruction }) {
  const t = useTranslations('team.session.instruction');
  const locale = useLocale() as Locale;
  return (
    <ul className="mt-3 space-y-3">
      {one.check.choices.map(({ id, label }, at) => {
        const isRight = one.solution?.right.includes(id) ?? false;
        const because = one.solution?.because[id]?.[locale];
        return (
          <li key={id} data-right={isRight || undefined}>
            <div className="flex items-baseline gap-3">
              <span className="font-semibold">{letter(at)}</span>
              <div className="min-w-0">
                <UserText text={label[locale]} />
              </div>
              {isRight && <span className="ms-auto shrink-0 text-sm font-semibold text-pass">✓ {t('right')}</span>}
            </div>
            {(['first', 'second'] as const).map((round) => (
              <Bar key={round} spread={one[round]} choice={id} label={t(round === 'first' ? 'before' : 'after')} />
            ))}
            {because !== undefined && (
              <div className="mt-1 text-sm text-muted">
                <UserText text={because} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Bar({ spread, choice, label }: { spread: Instruction['first']; choice: string; label: string }) {
  if (spread === null || spread === 'few') return null;
  const count = spread.of[choice] ?? 0;
  return (
    <div className="mt-1 flex items-center gap-2 text-xs text-muted tabular-nums" data-spread={label}>
      <span className="w-14 shrink-0">{label}</span>
      <span className="h-3 flex-1 overflow-hidden rounded-sm bg-line" aria-hidden>
        <span className="block h-full bg-accent" style={{ width: `${(100 * count) / Math.max(1, spread.answers)}%` }} />
      </span>
      <span className="w-10 shrink-0 text-right">
        {count} / {spread.answers}
      </span>
    </div>
  );
}

function Gain({ solution }: { solution: NonNullable<Instruction['solution']> }) {
  const t = useTranslations('team.session.instruction');
  const { gain } = solution;
  if (gain === null) return null;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return (
    <p className="mt-4 rounded-md bg-raised px-3 py-2 text-sm" data-gain>
      {t('gain', { first: percent(gain.first), second: percent(gain.second) })}{' '}
      {gain.normalised !== null && gain.normalised > 0 && t('normalised', { percent: percent(gain.normalised) })}
    </p>
  );
}
