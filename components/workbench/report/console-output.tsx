'use client';

import { useTranslations } from 'next-intl';
import type { Report } from '@/grading/report';

const tones: Record<Report['console']['lines'][number]['level'], string> = {
  log: '',
  info: '',
  debug: 'text-muted',
  warn: 'text-warn',
  error: 'text-fail',
};

/** What the learner's code printed. */
export function ConsoleOutput({ output }: { output: Report['console'] }) {
  const t = useTranslations('report');
  if (output.lines.length === 0 && !output.truncated) return null;
  return (
    <details className="border-t border-line" open>
      <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">
        {t('console', { count: output.lines.length })}
      </summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="mx-4 mb-4 max-h-64 overflow-auto rounded-md bg-surface p-3 font-mono text-xs whitespace-pre-wrap"
      >
        {output.lines.map(({ level, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed lines are their order
          <span key={at} className={`block ${tones[level]}`}>
            {text}
          </span>
        ))}
        {output.truncated && <span className="block font-sans text-muted">{t('consoleTruncated')}</span>}
      </pre>
    </details>
  );
}
