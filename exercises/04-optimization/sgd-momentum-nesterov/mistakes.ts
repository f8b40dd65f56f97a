import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'averaged',
    fails: 'trajectory-heavy',
    diagnosis: {
      en: 'The velocity is an average with 1 − μ: here it is a sum, and longer by the factor 1/(1 − μ).',
      ko: '1 − μ를 곱해 평균을 냈습니다. 여기서는 합이므로 속도가 1/(1 − μ)배 더 큽니다.',
    },
  },
  {
    name: 'rate-twice',
    fails: 'trajectory-heavy',
    diagnosis: {
      en: 'The learning rate is applied twice: in the velocity and in the step.',
      ko: '학습률을 속도와 걸음에서 두 번 곱했습니다.',
    },
  },
  {
    name: 'velocity-lost',
    fails: 'trajectory-heavy',
    diagnosis: {
      en: 'The new velocity is not returned: the momentum is lost after each step.',
      ko: '새 속도를 반환하지 않아 걸음마다 모멘텀이 사라집니다.',
    },
  },
  {
    name: 'nesterov-without-gradient',
    fails: 'trajectory-nesterov',
    diagnosis: {
      en: 'Nesterov’s step lacks the gradient: μ·v alone is momentum with a smaller rate.',
      ko: '네스테로프의 걸음에 기울기가 빠졌습니다. μ·v만으로는 학습률이 작아진 모멘텀입니다.',
    },
  },
  {
    name: 'uphill',
    fails: 'trajectory-plain',
    diagnosis: { en: 'Goes uphill: the step is subtracted.', ko: '오르막으로 갑니다. 걸음은 빼야 합니다.' },
  },
];
