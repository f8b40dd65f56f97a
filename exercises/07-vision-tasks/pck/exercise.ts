import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/pck',
  title: { ko: '맞힌 키포인트의 비율(PCK)', en: 'Percentage of correct keypoints' },
  summary: {
    ko: '사람의 크기에 맞춘 허용 거리 안에 들어온 관절의 비율로 자세 추정을 평가합니다.',
    en: 'Score a pose estimation by the share of joints within a tolerance that grows with the person.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: [],
  concepts: ['keypoint', 'pose-estimation', 'ground-truth'],
  entries: ['pck'],
});
