import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/mean-iou',
  title: { ko: '혼동 행렬과 평균 IoU', en: 'Confusion matrix and mean IoU' },
  summary: {
    ko: '픽셀마다 예측한 클래스를 혼동 행렬에 모아 클래스별 IoU, 그 평균, 정확도를 구합니다.',
    en: 'Collect per-pixel predictions in a confusion matrix, and read class IoUs, their mean and the accuracy from it.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['07-vision-tasks/iou'],
  concepts: ['confusion-matrix', 'semantic-segmentation', 'intersection-over-union'],
  entries: ['meanIou'],
});
