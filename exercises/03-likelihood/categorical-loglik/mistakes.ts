import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'mean',
    fails: 'values',
    diagnosis: {
      en: 'Averages over the examples: a log-likelihood is their sum.',
      ko: '예시에 대해 평균했습니다. 로그가능도는 합입니다.',
    },
  },
  {
    name: 'sign',
    fails: 'values',
    diagnosis: {
      en: 'Returns the negative log-likelihood: leave the sign as it is.',
      ko: '음의 로그가능도를 반환했습니다. 부호를 뒤집지 마십시오.',
    },
  },
  {
    name: 'gathers-rows',
    fails: 'values',
    diagnosis: {
      en: "tf.gather on axis 0 selects whole rows, not the label's column of each row.",
      ko: 'tf.gather를 0번 축에 사용하면 각 행에서 레이블의 열을 고르는 것이 아니라 행 전체를 고릅니다.',
    },
  },
  {
    name: 'one-based',
    fails: 'values',
    diagnosis: {
      en: 'Counts the classes from 1: labels start at 0.',
      ko: '클래스를 1부터 셌습니다. 레이블은 0부터 시작합니다.',
    },
  },
  {
    name: 'unnormalized',
    fails: 'values',
    diagnosis: {
      en: 'Adds up the logits themselves, unnormalised: the log-sum-exp of each row has to be subtracted.',
      ko: '정규화하지 않은 로짓을 그대로 더했습니다. 행마다 로그합지수를 빼야 합니다.',
    },
  },
  {
    name: 'all-columns',
    fails: 'values',
    diagnosis: {
      en: 'Sums the log-probabilities of all classes: only that of the label counts.',
      ko: '모든 클래스의 로그확률을 더했습니다. 레이블의 로그확률만 더해야 합니다.',
    },
  },
  {
    name: 'log-of-softmax',
    fails: 'large-logits',
    diagnosis: {
      en: 'log(0): a probability has underflowed. Subtract the log-sum-exp instead of dividing.',
      ko: 'log(0)입니다. 확률이 0으로 언더플로했으므로 나누지 말고 로그합지수를 빼십시오.',
    },
  },
];
