'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { diffLines } from './diff-lines';

const looks = {
  same: { sign: ' ', row: '' },
  removed: { sign: '−', row: 'bg-fail-soft' },
  added: { sign: '+', row: 'bg-pass-soft' },
};

/** Two texts against each other as plain text, which every screen and screen reader can show. */
export function TextDiff({
  before,
  after,
  beforeName,
  afterName,
}: {
  before: string;
  after: string;
  beforeName: string;
  afterName: string;
}) {
  const t = useTranslations('workbench');
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-xs text-muted">
        {t('diffCaption', { before: beforeName, after: afterName })}
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border border-line py-2 font-mono text-xs leading-relaxed"
      >
        {lines.map(({ kind, text, before: from, after: to }) => (
          <span key={`${from}:${to}`} className={`block px-3 ${looks[kind].row}`}>
            <span className="select-none">{`${looks[kind].sign} `}</span>
            {text || ' '}
            {kind !== 'same' && <span className="sr-only"> ({t(`diffLine.${kind}`)})</span>}
          </span>
        ))}
      </pre>
    </figure>
  );
}
