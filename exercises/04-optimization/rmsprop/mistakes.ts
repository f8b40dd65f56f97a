import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'rho-swapped',
    fails: 'trajectory',
    diagnosis: {
      en: 'ρ and 1 − ρ are swapped: ρ is the share of the old average.',
      ko: 'ρ와 1 − ρ가 바뀌었습니다. ρ는 이전 평균의 몫입니다.',
    },
  },
  {
    name: 'eps-inside',
    fails: 'trajectory',
    diagnosis: {
      en: 'ε is inside the root, as in tfjs: add it to the root instead.',
      ko: 'tfjs에서처럼 ε이 근호 안에 있습니다. 제곱근을 구한 다음 더하십시오.',
    },
  },
  {
    name: 'bias-corrected',
    fails: 'trajectory',
    diagnosis: {
      en: 'The average is corrected for its start at 0: RMSprop has no bias correction, Adam has.',
      ko: '0에서 시작한 평균을 보정했습니다. 편향 보정은 RMSprop이 아니라 Adam에 있습니다.',
    },
  },
  {
    name: 'cumulative-sum',
    fails: 'trajectory',
    diagnosis: {
      en: 'Adds up all the squares and forgets nothing: that is Adagrad.',
      ko: '제곱을 모두 더하고 아무것도 잊지 않습니다. 그것은 Adagrad입니다.',
    },
  },
  {
    name: 'previous-average',
    fails: 'trajectory',
    diagnosis: {
      en: 'Divides by the previous average: update E first, then use it.',
      ko: '이전 평균으로 나눴습니다. E를 먼저 갱신하고 그 값을 쓰십시오.',
    },
  },
];
