import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '00-orientation',
  title: { en: 'What deep learning is', ko: '딥러닝 개관' },
  summary: {
    en: 'A map before the journey: what deep learning is and is not, the tensors that everything is made of, and how your code is run, checked and diagnosed here.',
    ko: '길을 떠나기 전에 보는 지도입니다. 딥러닝이 무엇이고 무엇이 아닌지, 모든 것의 재료인 텐서, 그리고 여기에서 코드를 실행하고 검사하고 진단하는 방법을 다룹니다.',
  },
  lessons: ['01-what-deep-learning-is', '02-tensors', '03-how-grading-works'],
  exercises: ['00-orientation/standardize'],
};
