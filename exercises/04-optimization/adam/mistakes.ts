import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'no-correction',
    fails: 'trajectory',
    diagnosis: {
      en: 'No bias correction: with the defaults the first step is 3.16 times the rate.',
      ko: '편향 보정이 없습니다. 기본값이면 첫 걸음이 학습률의 3.16배가 됩니다.',
    },
  },
  {
    name: 'counter-per-tensor',
    fails: 'trajectory',
    diagnosis: {
      en: 't grows by one for each tensor: one step counts once, however long the list is.',
      ko: '텐서마다 t를 늘렸습니다. 목록이 길어도 한 걸음은 한 번만 셉니다.',
    },
  },
  {
    name: 'late-counter',
    fails: 'trajectory',
    diagnosis: {
      en: 'Corrects with the old t, and the first step divides by zero: count before use.',
      ko: '이전 t로 보정하여 첫 걸음에서 0으로 나눕니다. 쓰기 전에 먼저 세십시오.',
    },
  },
  {
    name: 'eps-inside',
    fails: 'trajectory',
    diagnosis: {
      en: 'ε is inside the root: add it to the root instead.',
      ko: 'ε이 근호 안에 있습니다. 제곱근을 구한 다음 더하십시오.',
    },
  },
  {
    name: 'betas-swapped',
    fails: 'trajectory',
    diagnosis: {
      en: 'β₁ and β₂ are swapped: β₁ is for the gradients, β₂ for their squares.',
      ko: 'β₁과 β₂가 바뀌었습니다. β₁은 기울기, β₂는 기울기의 제곱에 씁니다.',
    },
  },
  {
    name: 'root-first',
    fails: 'trajectory',
    diagnosis: {
      en: 'Takes the root of v before the correction: divide v by 1 − β₂ᵗ first.',
      ko: '보정하기 전에 v의 제곱근을 구했습니다. 먼저 v를 1 − β₂ᵗ으로 나누십시오.',
    },
  },
];
