import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'log-of-sigmoid',
    fails: 'large-logits',
    diagnosis: {
      en: 'log(0) at large |z|: σ has rounded to 0 or 1. Go from the logit to the logarithm by softplus.',
      ko: '|z|가 크면 σ가 0이나 1로 반올림되어 log(0)이 됩니다. 소프트플러스를 이용해 로짓에서 로그로 바로 가십시오.',
    },
  },
  {
    name: 'negated',
    fails: 'values',
    diagnosis: {
      en: 'Returns the negative log-likelihood: leave the sign as it is.',
      ko: '음의 로그가능도를 반환했습니다. 부호를 뒤집지 마십시오.',
    },
  },
  {
    name: 'mean',
    fails: 'values',
    diagnosis: {
      en: 'Averages over the examples: a log-likelihood is their sum.',
      ko: '예시에 대해 평균했습니다. 로그가능도는 합입니다.',
    },
  },
  {
    name: 'only-ones',
    fails: 'values',
    diagnosis: {
      en: 'Ignores the labels that are 0: they contribute log(1 − σ(z)) = −softplus(z).',
      ko: '값이 0인 레이블을 빠뜨렸습니다. 이들은 log(1 − σ(z)) = −softplus(z)를 더합니다.',
    },
  },
  {
    name: 'logits-as-probabilities',
    fails: 'values',
    diagnosis: {
      en: 'Uses z as a probability: it is a logit, and the probability is σ(z).',
      ko: 'z를 확률로 사용했습니다. z는 로짓이고 확률은 σ(z)입니다.',
    },
  },
  {
    name: 'maximum',
    fails: 'gradient',
    diagnosis: {
      en: 'The gradient at z = 0 is off by 1: tf.maximum(z, 0) gives the whole slope to z at the tie, where tf.abs decides for the other side.',
      ko: 'z = 0에서 기울기가 1만큼 틀립니다. 두 값이 같을 때 tf.maximum(z, 0)은 기울기를 통째로 z에 주는데, tf.abs는 반대쪽을 고릅니다.',
    },
  },
];
