import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'swapped',
    fails: 'values',
    diagnosis: {
      en: 'This is KL(q‖p), with the arguments reversed: the average is taken over p.',
      ko: '인수가 뒤바뀐 KL(q‖p)입니다. 평균은 p로 내야 합니다.',
    },
  },
  {
    name: 'cross-entropy',
    fails: 'values',
    diagnosis: {
      en: 'This is the cross-entropy H(p, q), not KL: the entropy of p has to be subtracted.',
      ko: 'KL이 아니라 교차 엔트로피 H(p, q)입니다. p의 엔트로피를 빼야 합니다.',
    },
  },
  {
    name: 'base-two',
    fails: 'values',
    diagnosis: {
      en: 'This is in bits (log₂): use the natural logarithm.',
      ko: '비트(log₂) 단위입니다. 자연로그를 사용하십시오.',
    },
  },
  {
    name: 'total',
    fails: 'values',
    diagnosis: {
      en: 'Adds up the whole batch: sum over the classes of each row only.',
      ko: '배치 전체를 더했습니다. 행마다 클래스에 대해서만 더하십시오.',
    },
  },
  {
    name: 'epsilon',
    fails: 'values',
    diagnosis: {
      en: 'An ε inside the logarithms biases the result where q is small: leave it out, and treat p = 0 by itself.',
      ko: '로그 안에 더한 ε 때문에 q가 작은 곳에서 결과가 어긋납니다. ε을 빼고 p = 0인 항을 따로 다루십시오.',
    },
  },
  {
    name: 'late-where',
    fails: 'gradient',
    diagnosis: {
      en: 'The gradient is NaN where p is 0. A tf.where after the logarithm repairs the value only: choose before the logarithm, too.',
      ko: 'p가 0인 곳에서 기울기가 NaN입니다. 로그 다음의 tf.where는 값만 고치므로 로그를 취하기 전에도 고르십시오.',
    },
  },
  {
    name: 'late-where-of-logs',
    fails: 'gradient',
    diagnosis: {
      en: 'The gradient is NaN where p is 0. A tf.where after the logarithm repairs the value only: choose before the logarithm, too.',
      ko: 'p가 0인 곳에서 기울기가 NaN입니다. 로그 다음의 tf.where는 값만 고치므로 로그를 취하기 전에도 고르십시오.',
    },
  },
  {
    name: 'zero-times-log',
    fails: 'zeros-in-p',
    diagnosis: {
      en: '0 · log 0 is NaN: terms with p = 0 count as 0. Replace the argument before the logarithm, by a double where.',
      ko: '0 · log 0은 NaN입니다. p = 0인 항은 0으로 칩니다. 이중 where로 로그의 인수를 먼저 바꾸십시오.',
    },
  },
];
