import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/kfold-split',
  title: { ko: 'k-겹 교차검증 분할', en: 'k-fold split' },
  summary: {
    ko: '번호를 섞어 k개의 폴드로 나누고, 폴드마다 훈련 번호와 검증 번호를 정합니다.',
    en: 'Shuffle indices, cut them into k folds, and let each fold validate once.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: [],
  concepts: ['cross-validation', 'validation-set', 'generalization'],
  entries: ['kFold'],
});
