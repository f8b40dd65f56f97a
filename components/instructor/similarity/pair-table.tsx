import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { SimilarPair } from '@/contracts/similarity';
import { similarityPath } from './paths';
import { usePairTexts } from './use-pair-texts';

const CELL = 'py-2 pe-4 align-baseline';

/** Pairs by likeness: of two learners, or of a learner and what ships with the exercise. `of`: pairs of two learners in all. */
export function PairTable({
  cohort,
  exercise,
  kind,
  pairs,
  of,
}: {
  cohort: string;
  exercise: string;
  kind: 'learners' | 'shipped';
  pairs: readonly SimilarPair[];
  of: number;
}) {
  const t = useTranslations('instructor.similarity');
  const texts = usePairTexts();
  const heads = [t('likeness'), t('first'), t('second'), t('placeHead'), t('evidence')];
  return (
    <div className="mt-10">
      <h2 className="text-lg font-bold">{t(`kinds.${kind}`)}</h2>
      <p className="max-w-measure text-sm text-muted">{t(`kindsHelp.${kind}`)}</p>
      {pairs.length === 0 ? (
        <p className="mt-3 text-sm">{t('none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="relative mt-3 overflow-x-auto" tabIndex={0} aria-label={t(`kinds.${kind}`)}>
          <table className="w-full min-w-2xl text-left text-sm tabular-nums">
            <caption className="sr-only">{t(`kinds.${kind}`)}</caption>
            <thead className="border-b border-line text-xs text-muted">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="py-1.5 pe-4 font-semibold whitespace-nowrap">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => {
                const other = 'learner' in pair.b ? pair.b.submission : pair.b.shipped;
                const path = similarityPath(cohort, exercise, { submission: pair.a.submission, with: other });
                return (
                  <tr key={path} data-pair className="border-b border-line">
                    <td className={CELL}>{texts.percent(pair.likeness)}</td>
                    <th scope="row" className={`${CELL} font-normal`}>
                      <Side side={pair.a} />
                    </th>
                    <td className={CELL}>
                      <Side side={pair.b} />
                      {pair.sameTeam && <span className="block text-xs font-semibold">{t('sameTeam')}</span>}
                    </td>
                    <td className={CELL}>{texts.place(pair, of)}</td>
                    <td className={CELL}>
                      <TextLink
                        href={path}
                        prefetch={false}
                        aria-label={t('compareLabel', { a: texts.name(pair.a), b: texts.name(pair.b) })}
                      >
                        {t('compare')}
                      </TextLink>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function Side({ side }: { side: SimilarPair['a'] | SimilarPair['b'] }) {
  const t = useTranslations('instructor.similarity');
  const texts = usePairTexts();
  return (
    <>
      <span className="[overflow-wrap:anywhere]">{texts.name(side)}</span>
      <span className="block text-xs text-muted">{texts.share(side)}</span>
      {'learner' in side && side.afterSolution && <span className="block text-xs">{t('afterSolution')}</span>}
    </>
  );
}
