import { useTranslations } from 'next-intl';
import type { Outcome } from '@/grading/report';

const marks: Record<Outcome, { shape: string; tone: string }> = {
  passed: { shape: 'M3 8.5 6.5 12 13 4.5', tone: 'text-pass' },
  failed: { shape: 'M4 4l8 8M12 4l-8 8', tone: 'text-fail' },
  errored: { shape: 'M8 3v6.5M8 12.5v.5', tone: 'text-fail' },
  'timed-out': { shape: 'M8 4v4l3 2M8 1.8a6.2 6.2 0 1 0 .01 0', tone: 'text-warn' },
  skipped: { shape: 'M4 8h8', tone: 'text-muted' },
};

/** How a check came out: a sign of its own shape and its name, never colour alone. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('report');
  const { shape, tone } = marks[outcome];
  return (
    <span className={`inline-flex shrink-0 items-center gap-1.5 text-xs font-semibold ${tone}`}>
      <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d={shape} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {t(`outcome.${outcome}`)}
    </span>
  );
}
