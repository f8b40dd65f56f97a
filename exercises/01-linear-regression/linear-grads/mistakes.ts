import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  // Before what makes dw wrong as well: of db alone the two cannot be told apart.
  {
    name: 'db-sum',
    fails: 'values',
    diagnosis: {
      en: 'db is not averaged: it has the factor 1/N as well.',
      ko: 'db를 평균하지 않았습니다. db에도 1/N이 있습니다.',
    },
  },
  {
    name: 'half',
    fails: 'values',
    diagnosis: {
      en: 'The factor 2 of the square is missing.',
      ko: '제곱을 미분할 때 나오는 2가 빠졌습니다.',
    },
  },
  {
    name: 'not-averaged',
    fails: 'values',
    diagnosis: {
      en: 'Not averaged: the loss has a factor 1/N.',
      ko: '평균을 내지 않았습니다. 손실에는 1/N이 있습니다.',
    },
  },
  {
    name: 'averaged-twice',
    fails: 'values',
    diagnosis: { en: 'Divides by N twice.', ko: 'N으로 두 번 나눴습니다.' },
  },
  {
    name: 'sign',
    fails: 'values',
    diagnosis: {
      en: 'Uses y − ŷ without the minus in front: the sign is reversed.',
      ko: '앞에 음의 부호 없이 y − ŷ를 사용해 부호가 반대입니다.',
    },
  },
  {
    name: 'sums-first',
    fails: 'values',
    diagnosis: {
      en: 'Sums e and x before multiplying: Σ eₙxₙ is not Σe · Σx.',
      ko: 'e와 x를 각각 더한 뒤 곱했습니다. Σ eₙxₙ은 Σe · Σx와 다릅니다.',
    },
  },
];
