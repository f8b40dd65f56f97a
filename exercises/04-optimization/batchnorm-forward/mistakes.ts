import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'layer-norm',
    fails: 'values',
    diagnosis: {
      en: 'Normalizes each example over its features, which is layer norm: reduce over axis 0, the examples.',
      ko: '예시마다 특징에 걸쳐 정규화했습니다. 이것은 층 정규화(layer norm)입니다. 예시 방향인 0번 축으로 통계를 구해야 합니다.',
    },
  },
  {
    name: 'unbiased-y',
    fails: 'values',
    diagnosis: {
      en: 'Normalizes by the unbiased variance: y uses the one divided by N. Only the running variance is unbiased.',
      ko: '비편향 분산으로 정규화했습니다. y에는 N으로 나눈 분산을 씁니다. 비편향인 것은 이동 분산뿐입니다.',
    },
  },
  {
    name: 'eps-outside',
    fails: 'values',
    diagnosis: {
      en: 'ε must be inside the square root: √(v + ε), not √v + ε.',
      ko: 'ε은 제곱근 안에 더해야 합니다. √v + ε이 아니라 √(v + ε)입니다.',
    },
  },
  {
    name: 'batch-in-evaluation',
    fails: 'values',
    diagnosis: {
      en: "Uses the batch's statistics in evaluation, too: with training = false they are the running ones.",
      ko: '평가에서도 배치의 통계를 썼습니다. training = false이면 이동 평균과 이동 분산을 써야 합니다.',
    },
  },
  {
    name: 'running-in-training',
    fails: 'values',
    diagnosis: {
      en: "Normalizes by the running statistics in training, too: with training = true they are the batch's.",
      ko: '훈련에서도 이동 통계로 정규화했습니다. training = true이면 배치의 평균과 분산을 써야 합니다.',
    },
  },
  {
    name: 'biased-running',
    fails: 'values',
    diagnosis: {
      en: 'The running variance is fed the biased variance: it gets v·N/(N − 1).',
      ko: '이동 분산에 N으로 나눈 분산을 넣었습니다. v·N/(N − 1)을 넣어야 합니다.',
    },
  },
  {
    name: 'momentum-reversed',
    fails: 'values',
    diagnosis: {
      en: 'Momentum is reversed: with m = 0.1 it keeps 10 % of the old statistics instead of 90 %.',
      ko: '모멘텀이 거꾸로입니다. m = 0.1이면 이전 통계의 90 %를 남겨야 하는데 10 %만 남겼습니다.',
    },
  },
];
