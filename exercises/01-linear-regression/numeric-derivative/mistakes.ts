import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'forward-difference',
    fails: 'values',
    diagnosis: {
      en: 'This is the forward difference, with an error of first order in h: take one point on each side of x.',
      ko: '전진 차분입니다. 오차가 h에 비례하므로 x의 양쪽에서 한 점씩 잡아야 합니다.',
    },
  },
  {
    name: 'divided-by-h',
    fails: 'values',
    diagnosis: {
      en: 'The two points are 2h apart: divide by 2h.',
      ko: '두 점 사이의 거리는 2h이므로 2h로 나누어야 합니다.',
    },
  },
  {
    name: 'at-zero',
    fails: 'values',
    diagnosis: {
      en: 'This is the slope at 0, not at x: it is h that goes to 0, while x stays.',
      ko: 'x가 아니라 0에서의 기울기입니다. 0으로 가는 것은 h이고 x는 그대로 둡니다.',
    },
  },
  {
    name: 'reversed',
    fails: 'values',
    diagnosis: {
      en: 'f(x − h) minus f(x + h): the order is reversed, and with it the sign.',
      ko: 'f(x − h)에서 f(x + h)를 뺐습니다. 순서가 바뀌어 부호가 반대입니다.',
    },
  },
  {
    name: 'fixed-h',
    fails: 'values',
    diagnosis: {
      en: 'The step is hard-coded: use the h that is passed in.',
      ko: 'h를 상수로 고정했습니다. 인수로 받은 h를 사용해야 합니다.',
    },
  },
];
