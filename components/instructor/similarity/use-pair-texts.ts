import { useFormatter, useTranslations } from 'next-intl';
import type { SimilarPair } from '@/contracts/similarity';

/** The words about a pair: who, how much of each, and where it stands among all pairs. */
export function usePairTexts() {
  const t = useTranslations('instructor.similarity');
  const format = useFormatter();
  const percent = (share: number, digits = 0) =>
    format.number(share, { style: 'percent', maximumFractionDigits: digits });
  return {
    percent,
    name: (side: SimilarPair['a'] | SimilarPair['b']) => {
      if ('learner' in side) return side.learner.name;
      return side.shipped === 'solution' ? t('solution') : t('answer', { name: side.shipped });
    },
    share: ({ matched, tokens }: SimilarPair['a'] | SimilarPair['b']) =>
      t('share', { share: percent(tokens === 0 ? 0 : matched / tokens), matched, tokens }),
    // Down, so that nothing is “more alike than 100 %” that isn't.
    place: ({ above }: SimilarPair, of: number) =>
      of === 0 ? t('noOthers') : t('place', { share: percent(Math.floor((1_000 * above) / of) / 1_000, 1) }),
  };
}
