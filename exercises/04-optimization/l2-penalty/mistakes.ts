import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'no-half',
    fails: 'values',
    diagnosis: {
      en: 'The factor ½ is missing: the gradient of this penalty would be 2λW.',
      ko: '½이 빠졌습니다. 이 벌점의 기울기는 2λW가 됩니다.',
    },
  },
  {
    name: 'mean-of-squares',
    fails: 'values',
    diagnosis: {
      en: 'Averages the squares: the penalty then depends on how many weights there are. Sum them.',
      ko: '제곱을 평균했습니다. 그러면 벌점이 가중치의 개수에 따라 달라집니다. 모두 더하십시오.',
    },
  },
  {
    name: 'norm',
    fails: 'values',
    diagnosis: {
      en: 'The penalty takes ‖W‖, not ‖W‖²: there is no square root.',
      ko: '벌점에 ‖W‖²이 아니라 ‖W‖를 썼습니다. 제곱근은 없습니다.',
    },
  },
  {
    name: 'absolute',
    fails: 'values',
    diagnosis: {
      en: 'This is the L1 penalty λΣ|w|: square the weights, and take half.',
      ko: 'L1 벌점 λΣ|w|입니다. 가중치를 제곱하고 절반을 취하십시오.',
    },
  },
  {
    name: 'no-data-term',
    fails: 'autodiff',
    diagnosis: {
      en: 'The gradient of the data is missing: this is λW alone.',
      ko: '데이터의 기울기가 빠졌습니다. λW뿐입니다.',
    },
  },
  {
    name: 'twice-lambda',
    fails: 'autodiff',
    diagnosis: {
      en: 'Adds 2λW: the ½ of the penalty cancels the 2 of the square.',
      ko: '2λW를 더했습니다. 벌점의 ½이 제곱을 미분한 2를 지웁니다.',
    },
  },
];
