import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/dense-block',
  title: { ko: '밀집 블록과 전이층', en: 'Dense block and transition' },
  summary: {
    ko: '모든 층이 앞선 특징 맵을 전부 보도록 이어 붙이고, 전이층에서 채널과 크기를 줄입니다.',
    en: 'Let every layer see all maps before it by concatenation, and shrink channels and size in a transition.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['06-cnn-architectures/bottleneck-block'],
  concepts: ['concatenation', 'growth-rate', 'bottleneck', 'average-pooling', 'parameter'],
  entries: ['denseBlock', 'transition', 'denseParams'],
});
