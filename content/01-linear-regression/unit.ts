import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '01-linear-regression',
  title: { en: 'Linear regression', ko: '선형회귀' },
  summary: {
    en: 'The smallest model that learns: a line, its loss, and the way downhill. Derivatives from their definition, gradients by hand, and a learning rate that you can predict.',
    ko: '배울 수 있는 가장 작은 모델, 직선과 손실, 그리고 내려가는 길을 다룹니다. 정의에서 시작해 미분하고, 기울기를 손으로 구하고, 알맞은 학습률을 미리 계산합니다.',
  },
  lessons: ['01-a-line-and-its-loss', '02-derivatives-and-gradients', '03-gradient-descent'],
  exercises: [
    '01-linear-regression/numeric-derivative',
    '01-linear-regression/linear-mse',
    '01-linear-regression/linear-grads',
    '01-linear-regression/fit-line',
  ],
};
