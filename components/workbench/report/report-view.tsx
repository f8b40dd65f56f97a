'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { Report, SourceLocation } from '@/grading/report';
import { Link } from '@/i18n/navigation';
import { CheckItem, useLocalized } from './check-item';
import { CodeText } from './code-text';
import { ConsoleOutput } from './console-output';
import { formatNumber, formatTime } from './format-number';
import { LocationLink } from './thrown-error';

/** A whole report: verdict, device, what stopped the run, every check, what was printed. */
export function ReportView({
  report,
  elapsedMs,
  afterSolution = false,
  onLocation,
  discuss,
}: {
  report: Report;
  /** From the key press to the report on screen; null where nobody waited. */
  elapsedMs: number | null;
  afterSolution?: boolean;
  onLocation(location: SourceLocation): void;
  discuss?: ComponentProps<typeof CheckItem>['discuss'];
}) {
  const firstFailed = report.checks.find(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')?.id;
  return (
    <article data-authority={report.authority} data-passed={report.passed}>
      <Verdict report={report} elapsedMs={elapsedMs} afterSolution={afterSolution} />
      <Problem report={report} onLocation={onLocation} />
      <ol>
        {report.checks.map((check) => (
          <CheckItem
            key={check.id}
            check={check}
            startOpen={check.id === firstFailed}
            onLocation={onLocation}
            discuss={discuss}
          />
        ))}
      </ol>
      <ConsoleOutput output={report.console} />
    </article>
  );
}

function Verdict({
  report,
  elapsedMs,
  afterSolution,
}: {
  report: Report;
  elapsedMs: number | null;
  afterSolution: boolean;
}) {
  const t = useTranslations('report');
  const text = useLocalized();
  const { device, passed, score, maxScore, authority, checks } = report;
  const tone = passed
    ? 'border-pass bg-pass-soft'
    : report.problem
      ? 'border-warn bg-warn-soft'
      : 'border-fail bg-fail-soft';
  const key = passed ? 'passed' : report.problem ? 'stopped' : 'notPassed';
  return (
    <header className={`border-b border-l-4 border-b-line px-4 py-3 ${tone}`}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-base font-bold">{t(`verdict.${authority}.${key}`)}</h3>
        <span className="font-mono text-sm">
          {t('score', { score: formatNumber(score), max: formatNumber(maxScore) })}
        </span>
        <span className="text-sm text-muted">
          {t('checksPassed', {
            passed: checks.filter(({ outcome }) => outcome === 'passed').length,
            total: checks.length,
          })}
        </span>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
        <span data-backend={device.backend}>
          {authority === 'verified'
            ? t('deviceServer', { backend: t(`backend.${device.backend}`) })
            : device.adapter
              ? t('deviceNamed', { backend: t(`backend.${device.backend}`), adapter: device.adapter })
              : t('device', { backend: t(`backend.${device.backend}`) })}
        </span>
        {elapsedMs !== null && <span>{t('elapsed', { time: formatTime(elapsedMs) })}</span>}
        {afterSolution && <span className="font-semibold text-warn">{t('afterSolution')}</span>}
      </p>
      {device.fallback && <p className="mt-1 text-xs text-muted">{text(device.fallback)}</p>}
    </header>
  );
}

function Problem({ report, onLocation }: { report: Report; onLocation(location: SourceLocation): void }) {
  const t = useTranslations('report');
  const text = useLocalized();
  if (!report.problem) return null;
  const { message, location, code, exercise } = report.problem;
  return (
    <div role="alert" className="border-b border-line px-4 py-3 text-sm" data-problem={code}>
      <p className="font-medium whitespace-pre-line">
        <CodeText text={text(message)} />
      </p>
      {location && <LocationLink location={location} onLocation={onLocation} />}
      {exercise && (
        <p className="mt-1">
          <Link href={`/exercises/${exercise}`} className="text-accent underline">
            {t('toExercise')}
          </Link>
        </p>
      )}
    </div>
  );
}
