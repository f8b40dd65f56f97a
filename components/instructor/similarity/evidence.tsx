'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { SimilarityEvidence, SimilarPair } from '@/contracts/similarity';
import { learnerPath } from '../paths';
import { StaffPage } from '../staff-page';
import { MarkedSource } from './marked-source';
import { similarityPath } from './paths';
import { usePairTexts } from './use-pair-texts';

/** Two texts side by side, one under the other where there is no room. */
export function Evidence({
  cohort,
  titles,
  submission,
  other,
}: {
  cohort: string;
  titles: Record<string, string>;
  submission: string;
  other: string;
}) {
  const t = useTranslations('instructor.similarity');
  const query = new URLSearchParams({ submission, with: other });
  const fetched = useFetched(`/api/cohorts/${cohort}/similarity/pair?${query}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/similarity')).SimilarityPairSchema }),
  );
  return (
    <StaffPage fetched={fetched}>
      {(evidence) => (
        <>
          <p className="mt-6 text-sm">
            <TextLink href={similarityPath(cohort, evidence.exercise)}>{t('back')}</TextLink>
          </p>
          <h2 className="mt-2 text-xl font-bold">{titles[evidence.exercise] ?? evidence.exercise}</h2>
          <SideBySide cohort={cohort} evidence={evidence} />
        </>
      )}
    </StaffPage>
  );
}

function SideBySide({ cohort, evidence }: { cohort: string; evidence: SimilarityEvidence }) {
  const t = useTranslations('instructor.similarity');
  const texts = usePairTexts();
  const { pair, pairs, matches, sources } = evidence;
  const [current, setCurrent] = useState<number | null>(null);
  const blocks = { a: useRef<HTMLElement>(null), b: useRef<HTMLElement>(null) };
  const { a: first, b: second } = blocks;

  useEffect(() => {
    if (current === null) return;
    for (const { current: block } of [first, second]) {
      const number = block?.querySelector(`[data-number="${current}"]`);
      if (!block || !number) continue;
      const above = number.getBoundingClientRect().top - block.getBoundingClientRect().top;
      block.scrollTo({ top: block.scrollTop + above - block.clientHeight / 4, left: 0 });
    }
  }, [current, first, second]);

  const step = (by: 1 | -1) => {
    if (matches.length === 0) return;
    const from = current ?? (by === 1 ? -1 : 0);
    setCurrent((from + by + matches.length) % matches.length);
  };
  // Only while something in here has the focus: WCAG 2.1.4.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'n' && event.key !== 'p') return;
    event.preventDefault();
    step(event.key === 'n' ? 1 : -1);
  };
  const chosen = current === null ? undefined : matches[current];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that do what the two buttons in it do
    <div data-evidence onKeyDown={onKeyDown}>
      <p className="mt-2 max-w-measure text-sm">
        {t('alike', { share: texts.percent(pair.likeness) })} {texts.place(pair, pairs)}{' '}
        {pair.sameTeam && t('sameTeamMeans')}
      </p>
      <p className="mt-1 max-w-measure text-sm text-muted">{t('meaning')}</p>
      <div className="sticky top-0 z-10 mt-4 flex flex-wrap items-center gap-2 bg-paper py-2">
        <Button size="small" disabled={matches.length === 0} onClick={() => step(-1)} aria-keyshortcuts="p">
          {t('previous')}
        </Button>
        <Button size="small" disabled={matches.length === 0} onClick={() => step(1)} aria-keyshortcuts="n">
          {t('next')}
        </Button>
        <p role="status" className="text-sm tabular-nums">
          {chosen === undefined
            ? t('matches', { count: matches.length })
            : t('match', {
                ...{ number: (current ?? 0) + 1, count: matches.length, tokens: chosen.tokens },
                ...{ a: lines(chosen.a.lines), b: lines(chosen.b.lines) },
              })}
        </p>
      </div>
      <div className="mt-2 grid grid-cols-1 gap-4 lg:grid-cols-2">
        {(['a', 'b'] as const).map((side) => (
          <section key={side} className="min-w-0">
            <SideHead cohort={cohort} side={pair[side]} />
            <MarkedSource
              label={texts.name(pair[side])}
              source={sources[side]}
              regions={matches.map((match) => match[side])}
              {...{ current, block: blocks[side], onChoose: setCurrent }}
              numberLabel={(number) => t('goTo', { number })}
            />
          </section>
        ))}
      </div>
    </div>
  );
}

const lines = ([from, to]: readonly [number, number]) => (from === to ? String(from) : `${from}–${to}`);

function SideHead({ cohort, side }: { cohort: string; side: SimilarPair['a'] | SimilarPair['b'] }) {
  const t = useTranslations('instructor.similarity');
  const texts = usePairTexts();
  return (
    <div className="mb-2 text-sm">
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        {'learner' in side ? (
          <TextLink href={learnerPath(cohort, side.learner.id, side.submission)}>{texts.name(side)}</TextLink>
        ) : (
          texts.name(side)
        )}
      </h3>
      <p className="text-xs text-muted">
        {texts.share(side)}
        {'learner' in side && side.team !== null && ` · ${t('team', { name: side.team })}`}
        {'learner' in side && side.afterSolution && ` · ${t('afterSolution')}`}
      </p>
    </div>
  );
}
