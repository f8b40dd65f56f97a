'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useMe } from '@/components/session/use-me';
import { Link } from '@/i18n/navigation';
import { SourceBlock } from '../source-block';
import { inOrder, LineFields, useLines } from './line-fields';

/** A submission's source, and the way to ask about lines of it: those that are selected, or that one names. */
export function SourceToAskAbout({ submission, source }: { submission: string; source: string }) {
  const t = useTranslations('report.discuss');
  const { me } = useMe();
  const block = useRef<HTMLDivElement>(null);
  const last = source.trimEnd().split('\n').length;
  const [lines, setLines] = useLines(block, last);
  const { from, to } = inOrder(lines);
  return (
    <div ref={block}>
      <SourceBlock source={source} />
      {me?.viewer?.kind === 'member' && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <LineFields lines={lines} last={last} onChange={setLines} />
          <Link
            prefetch={false}
            href={`/threads/new?submission=${submission}&from=${from}&to=${to}`}
            className="text-accent underline underline-offset-2"
          >
            {t('lines')}
          </Link>
        </p>
      )}
    </div>
  );
}
