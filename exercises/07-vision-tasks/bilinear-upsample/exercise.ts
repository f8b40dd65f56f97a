import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '07-vision-tasks/bilinear-upsample',
  title: { ko: '이중 선형 보간', en: 'Bilinear resize' },
  summary: {
    ko: '특징 맵의 크기를 보간으로 바꾸되, 픽셀 중심의 좌표를 정확히 맞추고 기울기가 흐르게 합니다.',
    en: 'Resize feature maps by interpolation, with pixel centres where they belong and gradients that flow.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['05-convolution/conv1x1'],
  concepts: ['semantic-segmentation', 'feature-map', 'transposed-convolution'],
  entries: ['bilinear'],
  forbidden: ['tf.image.*'],
});
