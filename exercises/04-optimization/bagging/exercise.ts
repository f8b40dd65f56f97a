import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/bagging',
  title: { ko: '부트스트랩과 배깅', en: 'Bootstrap and bagging' },
  summary: {
    ko: '부트스트랩 표본을 뽑고, 표본마다 모델을 맞춰 예측을 평균합니다.',
    en: 'Draw bootstrap samples, fit a model to each, and average what they predict.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['04-optimization/kfold-split', '03-likelihood/gaussian-mle'],
  concepts: ['bootstrapping', 'bagging', 'variance'],
  entries: ['bootstrap', 'bagging'],
});
