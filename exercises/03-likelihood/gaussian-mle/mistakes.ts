import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'unbiased',
    fails: 'values',
    diagnosis: {
      en: 'This is the unbiased estimate, with n − 1; maximum likelihood divides by n.',
      ko: 'n − 1로 나눈 불편추정값입니다. 최대가능도추정은 n으로 나눕니다.',
    },
  },
  {
    name: 'cancellation',
    fails: 'values',
    diagnosis: {
      en: 'Cancellation: E[x²] − μ² loses the variance of numbers far from 0, and may be negative. Subtract the mean first.',
      ko: '자릿수를 잃었습니다. E[x²] − μ²은 0에서 먼 숫자의 분산을 잃고 음수가 되기도 합니다. 평균을 먼저 빼십시오.',
    },
  },
  {
    name: 'deviation',
    fails: 'values',
    diagnosis: {
      en: 'This is the standard deviation: the variance is its square.',
      ko: '표준편차입니다. 분산은 그 제곱입니다.',
    },
  },
  {
    name: 'sum',
    fails: 'values',
    diagnosis: {
      en: 'The squared deviations are summed, not divided by n.',
      ko: '제곱한 편차를 더하기만 하고 n으로 나누지 않았습니다.',
    },
  },
  {
    name: 'median',
    fails: 'values',
    diagnosis: {
      en: 'This is the median: the Gaussian likelihood is largest at the mean.',
      ko: '중앙값입니다. 가우시안 가능도는 평균에서 가장 큽니다.',
    },
  },
];
