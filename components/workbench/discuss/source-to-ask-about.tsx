'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '@/components/session/use-me';
import { Link } from '@/i18n/navigation';
import { SourceBlock } from '../source-block';

const FIELD = 'w-16 rounded-sm border border-edge bg-raised px-2 py-1';

/** A submission's source, and the way to ask about lines of it: those that are selected, or that one names. */
export function SourceToAskAbout({ submission, source }: { submission: string; source: string }) {
  const t = useTranslations('report.discuss');
  const { me } = useMe();
  const block = useRef<HTMLDivElement>(null);
  const last = source.trimEnd().split('\n').length;
  const [lines, setLines] = useState({ from: 1, to: last });

  useEffect(() => {
    const follow = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !block.current?.contains(selection.anchorNode)) return;
      const ends = [selection.anchorNode, selection.focusNode].map(lineOf);
      if (ends.every((line) => line > 0)) setLines({ from: Math.min(...ends), to: Math.max(...ends) });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);

  const clamp = (text: string) => Math.min(last, Math.max(1, Math.round(Number(text)) || 1));
  const [from, to] = [Math.min(lines.from, lines.to), Math.max(lines.from, lines.to)];
  return (
    <div ref={block}>
      <SourceBlock source={source} />
      {me?.viewer?.kind === 'member' && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <label className="flex items-center gap-1.5">
            {t('from')}
            <input
              type="number"
              min={1}
              max={last}
              value={lines.from}
              onChange={({ target }) => setLines({ ...lines, from: clamp(target.value) })}
              className={FIELD}
            />
          </label>
          <label className="flex items-center gap-1.5">
            {t('to')}
            <input
              type="number"
              min={1}
              max={last}
              value={lines.to}
              onChange={({ target }) => setLines({ ...lines, to: clamp(target.value) })}
              className={FIELD}
            />
          </label>
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

function lineOf(node: Node | null): number {
  const element = node instanceof Element ? node : node?.parentElement;
  return Number(element?.closest<HTMLElement>('[data-line]')?.dataset.line ?? 0);
}
