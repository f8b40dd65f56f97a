'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { PeerSession } from '@/contracts/peer-session';
import { type ClockAction, isOn, remainingMs } from '@/contracts/session-clock';
import type { Locale } from '@/grading/localized';
import { itemTitle } from './agenda-panel';
import { Panel } from './panel';
import type { SessionAccess } from './session-store';
import { showTime, useNow } from './use-now';

/** From here on a device's own clock is said to be wrong, seconds. */
const SKEWED = 30;

/** The shared clock: everybody sees the same, and everybody can turn it. */
export function ClockPanel(props: {
  access: SessionAccess;
  session: PeerSession;
  canAct: boolean;
  onTrouble(error: unknown): void;
}) {
  const { access, session, canAct, onTrouble } = props;
  const t = useTranslations('team.session');
  const locale = useLocale() as Locale;
  const [wasLate, setWasLate] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const { clock, agenda } = session;
  const now = useNow(access.offset, clock.state === 'running');
  const minutes = agenda.items.map((item) => item.minutes);
  const left = remainingMs(clock, minutes, now);
  const item = agenda.items[clock.index];
  const whole = (minutes[clock.index] ?? 0) * 60_000 + (clock.extra[clock.index] ?? 0);
  const skew = access.offset === 0 ? 0 : Math.round((Date.now() - performance.now() - access.offset) / 1000);

  async function turn(action: ClockAction) {
    setIsBusy(true);
    setWasLate(false);
    try {
      await api(`/api/peer-sessions/${session.id}/clock`, {
        method: 'POST',
        body: { action, baseRevision: clock.revision },
        schema: async () => (await import('@/contracts/peer-session')).ClockAnswerSchema,
      });
      onTrouble(null);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'conflict') setWasLate(true);
      else onTrouble(error);
    }
    access.reload();
    setIsBusy(false);
  }

  const button = (action: ClockAction, text: string, tone: 'primary' | 'quiet' | 'plain' = 'quiet') => (
    <Button key={action} tone={tone} size="small" onClick={() => turn(action)} disabled={isBusy}>
      {text}
    </Button>
  );
  const isLast = clock.index + 1 === agenda.items.length;
  return (
    <Panel title={t('clock.title')} aside={clock.state === 'running' ? null : t(`clock.${clock.state}`)}>
      <div role="timer" aria-label={t('clock.title')} className="mt-2 flex items-baseline gap-3">
        <span
          className={`text-4xl font-bold tabular-nums ${left < 0 ? 'text-fail' : ''}`}
          data-clock-left={Math.round(left / 1000)}
        >
          {showTime(left)}
        </span>
        <span className="text-sm text-muted">{t(left < 0 ? 'clock.over' : 'clock.left')}</span>
      </div>
      <div className="mt-2">
        <ProgressBar label={t('clock.title')} value={Math.max(0, whole - left)} max={whole} />
      </div>
      {item && <p className="mt-3 text-sm">{t('clock.now', { item: itemTitle(item, agenda, locale, t) })}</p>}
      {canAct && clock.state !== 'ended' && (
        <div className="mt-4 flex flex-wrap gap-2">
          {clock.state === 'idle' && button('start', t('clock.start'), 'primary')}
          {clock.state === 'paused' && button('start', t('clock.resume'), 'primary')}
          {clock.state === 'running' && button('pause', t('clock.pause'))}
          {isOn(clock) && (
            <>
              {button(
                'next',
                t(isLast ? 'clock.finish' : 'clock.next'),
                clock.state === 'running' ? 'primary' : 'quiet',
              )}
              {clock.index > 0 && button('back', t('clock.back'))}
              {button('extend', t('clock.extend'))}
              {!isLast && button('end', t('clock.end'), 'plain')}
            </>
          )}
        </div>
      )}
      <p role="status" className="mt-2 text-xs text-muted empty:hidden">
        {wasLate && t('clock.conflict')}
      </p>
      {Math.abs(skew) > SKEWED && (
        <p className="mt-2 text-xs text-muted">{t('clock.behind', { seconds: Math.abs(skew) })}</p>
      )}
    </Panel>
  );
}
