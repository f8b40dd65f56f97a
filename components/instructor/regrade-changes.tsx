'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RegradePreview, RegradeResult } from '@/contracts/regrade';

function Table({ caption, heads, children }: { caption: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="pb-2 text-left font-semibold">{caption}</caption>
        <thead className="border-b border-line text-xs text-muted">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pe-4 font-semibold whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const CELL = 'py-1.5 pe-4 align-baseline';

/** Who would have another standing, and which results differ: old → new. */
export function RegradeChanges({ regrade: { standings, changes, changed } }: { regrade: RegradePreview }) {
  const t = useTranslations('instructor.regrades');
  const result = (one: RegradeResult | null) =>
    one === null ? t('ungraded') : `${one.score} / ${one.maxScore}, ${t(one.passed ? 'passed' : 'notPassed')}`;
  if (changed === 0) return null;
  return (
    <>
      {standings.length > 0 && (
        <Table caption={t('standings')} heads={[t('learner'), t('before'), t('after')]}>
          {standings.map(({ learner, before, after }) => (
            <tr key={learner.id} className="border-b border-line">
              <th scope="row" className={`${CELL} font-normal`}>
                {learner.name}
              </th>
              {[before, after].map(({ state, bestScore, maxScore }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: before and after
                <td key={at} className={CELL}>
                  {bestScore} / {maxScore}, {t(`standing.${state}`)}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      <Table caption={t('changes', { count: changed })} heads={[t('learner'), t('number'), t('before'), t('after')]}>
        {changes.map(({ submission, learner, number, before, after }) => (
          <tr key={submission} className="border-b border-line">
            <th scope="row" className={`${CELL} font-normal`}>
              {learner.name}
            </th>
            <td className={CELL}>{number}</td>
            <td className={CELL}>{result(before)}</td>
            <td className={`${CELL} font-semibold ${after.passed ? 'text-pass' : 'text-fail'}`}>{result(after)}</td>
          </tr>
        ))}
      </Table>
      {changes.length < changed && <p className="text-xs text-muted">{t('shown', { count: changes.length })}</p>}
    </>
  );
}
