import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'naive',
    fails: 'large-logits',
    diagnosis: {
      en: 'exp overflows above 88.7 and is 0 below −104: subtract the row maximum first, and add it again at the end.',
      ko: 'exp는 88.7을 넘으면 오버플로하고 −104보다 작으면 0이 됩니다. 행의 최댓값을 먼저 빼고 마지막에 다시 더하십시오.',
    },
  },
  {
    name: 'not-added-back',
    fails: 'values',
    diagnosis: {
      en: 'The maximum was subtracted and not added back.',
      ko: '최댓값을 뺀 뒤 다시 더하지 않았습니다.',
    },
  },
  {
    name: 'wrong-axis',
    fails: 'values',
    diagnosis: {
      en: 'Reduces over axis 0, the examples: there is one result per row.',
      ko: '예시 방향인 0번 축으로 합했습니다. 결과는 행마다 하나입니다.',
    },
  },
  {
    name: 'log-mean-exp',
    fails: 'values',
    diagnosis: {
      en: 'This is log-mean-exp: the exponentials are summed, not averaged.',
      ko: '지수의 평균의 로그를 계산했습니다. 지수값은 평균하지 않고 합합니다.',
    },
  },
  {
    name: 'maximum-only',
    fails: 'values',
    diagnosis: {
      en: 'This is the maximum alone: log Σ exp(z − m) is missing.',
      ko: '최댓값만 반환했습니다. log Σ exp(z − m)이 빠졌습니다.',
    },
  },
  {
    name: 'sum-of-logs',
    fails: 'values',
    diagnosis: {
      en: 'This is the sum of the logarithms, Σ z: take the logarithm of the sum.',
      ko: '로그의 합, 곧 Σ z를 계산했습니다. 합의 로그를 계산해야 합니다.',
    },
  },
];
