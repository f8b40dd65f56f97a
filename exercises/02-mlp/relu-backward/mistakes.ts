import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'one-at-zero',
    fails: 'at-zero',
    diagnosis: {
      en: 'The derivative at 0 must be 0 here: compare with >, not ≥.',
      ko: '여기서 0에서의 미분은 0입니다. ≥가 아니라 >로 비교하십시오.',
    },
  },
  {
    name: 'mask-of-dy',
    fails: 'backward-values',
    diagnosis: {
      en: 'The mask is made of dy: it is x that decides where the gradient passes.',
      ko: '마스크를 dy로 만들었습니다. 기울기가 지나갈지는 x가 정합니다.',
    },
  },
  {
    name: 'mask-only',
    fails: 'backward-values',
    diagnosis: {
      en: 'Returns the mask alone: multiply it by dy.',
      ko: '마스크만 반환했습니다. dy를 곱해야 합니다.',
    },
  },
  {
    name: 'absolute',
    fails: 'values',
    diagnosis: { en: 'This is |x|, not max(x, 0).', ko: 'max(x, 0)이 아니라 |x|입니다.' },
  },
  {
    name: 'leaky',
    fails: 'values',
    diagnosis: {
      en: 'This is the leaky ReLU: below 0 the result is 0.',
      ko: '누출(leaky) ReLU입니다. 0보다 작으면 결과는 0입니다.',
    },
  },
];
