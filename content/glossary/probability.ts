import type { GlossaryTerm } from './term';

/** Probability, likelihood and estimation. */
export const probabilityTerms: GlossaryTerm[] = [
  {
    id: 'density',
    en: 'probability density',
    ko: '확률밀도',
    also: { en: ['density', 'PDF'] },
    meaning: {
      en: 'A function whose integral over a range is the probability of that range; its value at a point may be larger than 1.',
      ko: '구간에서 적분하면 그 구간의 확률이 되는 함수이며, 한 점에서의 값은 1보다 클 수 있습니다.',
    },
  },
  {
    id: 'joint-probability',
    en: 'joint probability',
    ko: '결합확률',
    meaning: {
      en: 'The probability that several things hold together.',
      ko: '여러 사건이 함께 일어날 확률입니다.',
    },
  },
  {
    id: 'iid',
    en: 'independent and identically distributed',
    ko: '독립 항등 분포',
    also: { en: ['i.i.d.', 'iid'] },
    meaning: {
      en: 'Of examples: each drawn from the same distribution, and none telling anything about the others.',
      ko: '예시들이 모두 같은 분포에서 나오고 서로 독립이라는 뜻입니다.',
    },
  },
  {
    id: 'likelihood',
    en: 'likelihood',
    ko: '가능도',
    also: { ko: ['우도'] },
    meaning: {
      en: 'The probability or density of the observed data as a function of the parameters, with the data held fixed.',
      ko: '데이터를 고정하고 매개변수의 함수로 본, 관측한 데이터의 확률 또는 확률밀도입니다.',
    },
  },
  {
    id: 'log-likelihood',
    en: 'log-likelihood',
    ko: '로그가능도',
    also: { ko: ['로그우도'] },
    meaning: {
      en: 'The logarithm of the likelihood: products over examples become sums, and the maximum stays where it is.',
      ko: '가능도의 로그로, 예시에 대한 곱은 합이 되고 최대가 되는 곳은 그대로입니다.',
    },
  },
  {
    id: 'maximum-likelihood-estimation',
    en: 'maximum likelihood estimation',
    ko: '최대가능도추정',
    also: { en: ['MLE'], ko: ['최대우도추정'] },
    meaning: {
      en: 'Choosing the parameters under which the observed data has the largest likelihood.',
      ko: '관측한 데이터의 가능도를 가장 크게 하는 매개변수를 고르는 방법입니다.',
    },
  },
  {
    id: 'cross-entropy',
    en: 'cross-entropy',
    ko: '교차 엔트로피',
    meaning: {
      en: 'The mean of −log q under p: how surprising data from p is to the model q.',
      ko: '분포 p에서 −log q의 평균으로, p에서 나온 데이터가 모델 q에게 얼마나 뜻밖인지를 나타냅니다.',
    },
  },
  {
    id: 'kl-divergence',
    en: 'Kullback–Leibler divergence',
    ko: '쿨백-라이블러 발산',
    also: { en: ['KL divergence', 'relative entropy'], ko: ['KL 발산', '상대 엔트로피'] },
    meaning: {
      en: 'The mean of log(p/q) under p: never negative, 0 only when both distributions agree, and not symmetric.',
      ko: '분포 p에서 log(p/q)의 평균으로, 음수가 아니고 두 분포가 같을 때만 0이며 대칭이 아닙니다.',
    },
  },
  {
    id: 'variance',
    en: 'variance',
    ko: '분산',
    meaning: {
      en: 'The mean squared distance of a random quantity from its mean.',
      ko: '확률변수와 그 평균의 차이를 제곱하여 평균한 값입니다.',
    },
  },
  {
    id: 'statistical-bias',
    en: 'bias (statistical)',
    ko: '편향(통계)',
    also: { en: ['bias of an estimator'], ko: ['편의'] },
    meaning: {
      en: 'The difference between the mean of an estimator and the true value.',
      ko: '추정량의 평균과 참값의 차이입니다.',
    },
  },
  {
    id: 'unbiased-estimator',
    en: 'unbiased estimator',
    ko: '비편향추정량',
    also: { ko: ['불편추정량'] },
    meaning: {
      en: 'An estimator whose mean over all samples is the true value.',
      ko: '모든 표본에 걸친 평균이 참값과 같은 추정량입니다.',
    },
  },
  {
    id: 'bias-variance-tradeoff',
    en: 'bias–variance tradeoff',
    ko: '편향-분산 절충',
    also: { ko: ['편향-분산 트레이드오프'] },
    meaning: {
      en: 'The expected squared error is bias² + variance + noise, and what lowers one of the first two often raises the other.',
      ko: '제곱오차의 기댓값은 편향² + 분산 + 잡음이고, 앞의 둘은 하나를 줄이면 다른 하나가 커지는 일이 많다는 것입니다.',
    },
  },
];
