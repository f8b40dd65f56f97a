import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'no-scaling',
    fails: 'values',
    diagnosis: {
      en: 'Not inverted: without the factor 1/(1 − rate) the expectation shrinks.',
      ko: '역드롭아웃이 아닙니다. 1/(1 − rate)배 하지 않으면 기댓값이 줄어듭니다.',
    },
  },
  {
    name: 'divided-by-rate',
    fails: 'values',
    diagnosis: {
      en: 'Divided by the rate: divide by the probability of keeping, 1 − rate.',
      ko: 'rate로 나눴습니다. 남을 확률 1 − rate로 나누십시오.',
    },
  },
  {
    name: 'reversed',
    fails: 'values',
    diagnosis: {
      en: 'Keeps with probability rate: an element stays where u ≥ rate.',
      ko: '확률 rate로 남겼습니다. u ≥ rate인 원소가 남습니다.',
    },
  },
  {
    name: 'test-scaling',
    fails: 'identity',
    diagnosis: {
      en: 'Scales in evaluation as well: the factor of training has done that already.',
      ko: '평가에서도 곱했습니다. 훈련에서 이미 곱했으므로 평가는 그대로 통과합니다.',
    },
  },
  {
    name: 'one-mask-per-column',
    fails: 'values',
    diagnosis: {
      en: 'One mask for all rows: every example draws its own.',
      ko: '모든 행이 마스크 하나를 나눠 씁니다. 예시마다 따로 뽑아야 합니다.',
    },
  },
  {
    name: 'column-by-column',
    fails: 'values',
    diagnosis: {
      en: 'Draws column by column: the order is row by row.',
      ko: '열 순서로 뽑았습니다. 행 순서로 뽑아야 합니다.',
    },
  },
  {
    name: 'mask-not-reused',
    fails: 'backward-values',
    diagnosis: {
      en: 'The mask is not reused: what was dropped on the way forward gets no gradient.',
      ko: '마스크를 다시 쓰지 않았습니다. 순전파에서 꺼진 원소에는 기울기가 가지 않습니다.',
    },
  },
  {
    name: 'backward-unscaled',
    fails: 'backward-values',
    diagnosis: {
      en: 'The factor 1/(1 − rate) is missing in the backward pass: multiply by the mask itself.',
      ko: '역전파에서 1/(1 − rate)이 빠졌습니다. 마스크를 그대로 곱하십시오.',
    },
  },
];
