import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/nms',
  title: { ko: '비최대 억제(NMS)', en: 'Non-maximum suppression' },
  summary: {
    ko: '같은 물체를 가리키는 여러 상자 가운데 점수가 가장 높은 것만 남깁니다.',
    en: 'Of many boxes on the same object, keep the one with the highest score.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['07-vision-tasks/iou'],
  concepts: ['non-maximum-suppression', 'intersection-over-union', 'bounding-box', 'object-detection'],
  entries: ['nms'],
});
