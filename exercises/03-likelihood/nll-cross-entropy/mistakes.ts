import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'nll-mean',
    fails: 'values',
    diagnosis: {
      en: 'nll is a mean over the examples: a negative log-likelihood is their sum.',
      ko: 'nll을 예시에 대해 평균했습니다. 음의 로그가능도는 합입니다.',
    },
  },
  {
    name: 'entropy-sign',
    fails: 'values',
    diagnosis: {
      en: 'The sign of the entropy is reversed: it is never negative.',
      ko: '엔트로피의 부호가 반대입니다. 엔트로피는 음수가 되지 않습니다.',
    },
  },
  {
    name: 'entropy-of-q',
    fails: 'values',
    diagnosis: {
      en: 'This is the entropy of the prediction q: take that of the targets t.',
      ko: '예측 q의 엔트로피입니다. 정답 t의 엔트로피를 구하십시오.',
    },
  },
  {
    name: 'kl-reversed',
    fails: 'values',
    diagnosis: {
      en: 'This is KL(q‖t), with the arguments reversed: the average is taken over t.',
      ko: '인수가 뒤바뀐 KL(q‖t)입니다. 평균은 t로 내야 합니다.',
    },
  },
  {
    name: 'over-classes',
    fails: 'values',
    diagnosis: {
      en: 'Averages over the classes as well: divide by N only.',
      ko: '클래스까지 평균했습니다. N으로만 나누십시오.',
    },
  },
  {
    name: 'log-of-softmax',
    fails: 'large-logits',
    diagnosis: {
      en: 'log(0): a probability has underflowed. Take log q from the logits, by log-sum-exp.',
      ko: 'log(0)입니다. 확률이 0으로 언더플로했으므로 log q를 로짓에서 로그합지수로 계산하십시오.',
    },
  },
  {
    name: 'zero-times-log',
    fails: 'one-hot',
    diagnosis: {
      en: '0 · log 0 is NaN: targets of 0 count as 0. Replace them before the logarithm.',
      ko: '0 · log 0은 NaN입니다. 값이 0인 정답의 항은 0으로 칩니다. 로그를 취하기 전에 바꾸십시오.',
    },
  },
];
