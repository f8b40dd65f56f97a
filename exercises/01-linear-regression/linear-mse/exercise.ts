import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '01-linear-regression/linear-mse',
  title: { ko: '선형 모델과 MSE', en: 'Linear model and MSE' },
  summary: {
    ko: '선형 모델의 예측과 정답 사이의 평균제곱오차를 계산합니다.',
    en: 'Predict with a linear model and measure how far off it is on average.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['00-orientation/standardize'],
  concepts: ['linear-regression', 'mean-squared-error', 'broadcasting'],
  entries: ['linearMse'],
});
