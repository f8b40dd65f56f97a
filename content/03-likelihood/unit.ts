import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '03-likelihood',
  title: { en: 'Likelihood', ko: '가능도' },
  summary: {
    en: 'Where loss functions come from. One principle, maximum likelihood, gives cross-entropy for classes and squared error for numbers; its logarithm makes both computable.',
    ko: '손실 함수가 어디에서 오는지 봅니다. 최대가능도라는 원리 하나에서 분류의 교차 엔트로피와 회귀의 제곱오차가 나오고, 로그가 그것을 계산할 수 있게 합니다.',
  },
  lessons: ['01-probability-and-likelihood', '02-maximum-likelihood', '03-cross-entropy-and-kl'],
  exercises: [
    '03-likelihood/log-sum-exp',
    '03-likelihood/bernoulli-loglik',
    '03-likelihood/categorical-loglik',
    '03-likelihood/gaussian-loglik',
    '03-likelihood/gaussian-mle',
    '03-likelihood/kl-divergence',
    '03-likelihood/nll-cross-entropy',
  ],
};
