import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/mixup-cutmix',
  title: { ko: '믹스업과 컷믹스', en: 'mixup and CutMix' },
  summary: {
    ko: '두 이미지를 섞거나 상자를 붙여 새 예시를 만들고, 레이블도 같은 비율로 섞습니다.',
    en: 'Make new examples by blending two images or pasting a box, and mix the labels to match.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['04-optimization/label-smoothing'],
  concepts: ['data-augmentation', 'regularization', 'broadcasting'],
  entries: ['mixup', 'cutmix'],
});
