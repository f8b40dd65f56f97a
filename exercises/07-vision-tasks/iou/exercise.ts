import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/iou',
  title: { ko: '교집합 대 합집합 비율(IoU)', en: 'Intersection over union' },
  summary: {
    ko: '두 경계 상자가 얼마나 겹치는지 0에서 1까지의 수 하나로 나타냅니다.',
    en: 'Say in one number between 0 and 1 how well two bounding boxes overlap.',
  },
  difficulty: 1,
  minutes: 10,
  prerequisites: [],
  concepts: ['intersection-over-union', 'bounding-box', 'object-detection'],
  entries: ['iou'],
});
