import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '07-vision-tasks',
  title: { en: 'Vision tasks', ko: '비전 과제' },
  summary: {
    en: 'What is in the image, where, which pixels, in which pose? The tasks of computer vision side by side: what goes out, what it is trained with, and how a good result is told from one that only looks good.',
    ko: '이미지에 무엇이, 어디에, 어느 픽셀에, 어떤 자세로 있을까요? 컴퓨터 비전의 과제를 나란히 놓고 무엇을 출력하고 어떤 손실로 학습하는지, 좋은 결과와 좋아 보이기만 하는 결과를 어떻게 가리는지 다룹니다.',
  },
  lessons: ['01-boxes-and-detection', '02-pixels-and-keypoints'],
  exercises: [
    '07-vision-tasks/iou',
    '07-vision-tasks/nms',
    '07-vision-tasks/mean-iou',
    '07-vision-tasks/pixel-cross-entropy',
    '07-vision-tasks/bilinear-upsample',
    '07-vision-tasks/pck',
  ],
};
