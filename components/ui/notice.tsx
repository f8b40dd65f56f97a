import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'pass' | 'warn' | 'fail';

const tones: Record<NoticeTone, string> = {
  info: 'border-edge bg-surface',
  pass: 'border-pass bg-pass-soft',
  warn: 'border-warn bg-warn-soft',
  fail: 'border-fail bg-fail-soft',
};

/** A message that stays in the page until its cause is gone. `live` has it read out when it appears. */
export function Notice({
  tone = 'info',
  live = false,
  children,
}: {
  tone?: NoticeTone;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role={live ? (tone === 'fail' ? 'alert' : 'status') : undefined}
      className={`rounded-md border-l-3 px-4 py-3 text-sm ${tones[tone]}`}
    >
      {children}
    </div>
  );
}
