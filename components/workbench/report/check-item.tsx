'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Locale, Localized } from '@/grading/localized';
import type { CheckResult, SourceLocation } from '@/grading/report';
import { CodeText } from './code-text';
import { Counterexample } from './counterexample';
import { formatNumber, formatTime } from './format-number';
import { OutcomeMark } from './outcome-mark';
import { TensorDiff } from './tensor-diff';
import { ThrownError } from './thrown-error';

/** One check of a report. Failed ones are open, passed ones are a line that can be opened. */
export function CheckItem({
  check,
  startOpen,
  onLocation,
  discuss,
}: {
  check: CheckResult;
  startOpen: boolean;
  onLocation(location: SourceLocation): void;
  /** What stands under a failing check: the way to talk about it. */
  discuss?: ((check: CheckResult) => ReactNode) | undefined;
}) {
  const t = useTranslations('report');
  const text = useLocalized();
  const [open, setOpen] = useState(startOpen);
  return (
    <li className="border-b border-line last:border-b-0">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} data-check={check.id}>
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface [&::-webkit-details-marker]:hidden">
          <span aria-hidden className={`text-muted transition-transform ${open ? 'rotate-90' : ''}`}>
            ›
          </span>
          <span className="w-24">
            <OutcomeMark outcome={check.outcome} />
          </span>
          <span className="min-w-0 flex-1 basis-48 text-sm font-medium">
            {text(check.title)}
            {check.visibility === 'hidden' && (
              <span className="ms-2 rounded-sm border border-edge px-1 text-xs font-normal text-muted">
                {t('hidden')}
              </span>
            )}
          </span>
          <span className="font-mono text-xs text-muted">
            {t('points', { points: formatNumber(check.points), max: formatNumber(check.maxPoints) })}
          </span>
          <span className="w-16 text-end font-mono text-xs text-muted">{formatTime(check.ms)}</span>
        </summary>
        {open && <Details check={check} onLocation={onLocation} discuss={discuss} />}
      </details>
    </li>
  );
}

function Details({
  check,
  onLocation,
  discuss,
}: Pick<Parameters<typeof CheckItem>[0], 'check' | 'onLocation' | 'discuss'>) {
  const t = useTranslations('report');
  const text = useLocalized();
  return (
    <div className="space-y-3 px-4 pt-1 pb-4 text-sm">
      {check.diagnosis && (
        <p className="rounded-md border-l-3 border-accent bg-accent-soft px-4 py-2.5">
          <span className="block text-xs font-semibold text-accent">{t('diagnosis')}</span>
          <span className="font-medium">
            <CodeText text={text(check.diagnosis.text)} />
          </span>
        </p>
      )}
      <p className="whitespace-pre-line">
        <CodeText text={text(check.message)} />
      </p>
      {check.secondOpinion && <p className="text-muted">{t(`secondOpinion.${check.secondOpinion.verdict}`)}</p>}
      {check.counterexample && <Counterexample inputs={check.counterexample} />}
      {check.thrown && <ThrownError thrown={check.thrown} onLocation={onLocation} />}
      {check.tensors?.map((comparison, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of a report never changes
        <TensorDiff key={at} comparison={comparison} isCurve={check.kind === 'training'} />
      ))}
      {check.visibility === 'hidden' && check.outcome !== 'passed' && (
        <p className="text-xs text-muted">{t('hiddenNote')}</p>
      )}
      {check.outcome !== 'passed' && check.outcome !== 'skipped' && discuss?.(check)}
    </div>
  );
}

/** Picks the reader's language of a text that graders wrote in both. */
export function useLocalized(): (text: Localized) => string {
  const locale = useLocale() as Locale;
  return (text) => text[locale];
}
