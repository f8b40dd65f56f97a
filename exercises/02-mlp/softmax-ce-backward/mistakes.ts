import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'summed-gradient',
    fails: 'values',
    diagnosis: {
      en: 'dz is for the summed loss: the mean has a factor 1/N.',
      ko: 'dz가 손실의 합에 대한 기울기입니다. 평균이므로 1/N을 곱해야 합니다.',
    },
  },
  {
    name: 'sign',
    fails: 'values',
    diagnosis: {
      en: 'The sign of the gradient is reversed: it is p − t.',
      ko: '기울기의 부호가 반대입니다. p − t입니다.',
    },
  },
  {
    name: 'log-of-softmax',
    fails: 'large-logits',
    diagnosis: {
      en: 'log(0): a probability has underflowed. Take the logarithm before, by log-sum-exp.',
      ko: 'log(0)입니다. 확률이 0으로 언더플로했으므로 log-sum-exp로 로그를 먼저 계산하십시오.',
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
    name: 'diagonal',
    fails: 'values',
    diagnosis: {
      en: 'p(1 − p) is only the diagonal of the Jacobian of softmax: every logit acts on every probability.',
      ko: 'p(1 − p)는 소프트맥스 야코비 행렬의 대각선일 뿐입니다. 각 로짓은 모든 확률에 영향을 줍니다.',
    },
  },
  {
    name: 'base-two',
    fails: 'values',
    diagnosis: {
      en: 'This loss is in bits (log₂): use the natural logarithm.',
      ko: '손실이 비트(log₂) 단위입니다. 자연로그를 사용하십시오.',
    },
  },
];
