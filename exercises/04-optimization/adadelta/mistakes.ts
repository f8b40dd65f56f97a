import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'new-average',
    fails: 'trajectory',
    diagnosis: {
      en: 'Multiplies by the root of the new X: the step is made with the X before this step.',
      ko: '새 X의 제곱근을 곱했습니다. 걸음은 이번 걸음 전의 X로 정합니다.',
    },
  },
  {
    name: 'accumulates-gradient',
    fails: 'trajectory',
    diagnosis: {
      en: 'X averages g²: it has to average the squares of the steps, Δ².',
      ko: 'X가 g²을 평균합니다. 걸음의 제곱 Δ²을 평균해야 합니다.',
    },
  },
  {
    name: 'eps-outside',
    fails: 'trajectory',
    diagnosis: {
      en: 'ε is outside the roots. X starts at 0, so the first step would be almost 0: add ε before taking the root.',
      ko: 'ε이 근호 밖에 있습니다. X가 0에서 시작하므로 첫 걸음이 거의 0이 됩니다. 제곱근을 구하기 전에 더하십시오.',
    },
  },
  {
    name: 'rho-swapped',
    fails: 'trajectory',
    diagnosis: {
      en: 'ρ and 1 − ρ are swapped: ρ is the share of the old average.',
      ko: 'ρ와 1 − ρ가 바뀌었습니다. ρ는 이전 평균의 몫입니다.',
    },
  },
  {
    name: 'no-root',
    fails: 'trajectory',
    diagnosis: {
      en: 'Takes X and E themselves: their square roots have the units of a step and of a gradient.',
      ko: 'X와 E를 그대로 썼습니다. 걸음이나 기울기와 단위가 같은 것은 그 제곱근입니다.',
    },
  },
  {
    name: 'learning-rate',
    fails: 'no-rate',
    diagnosis: {
      en: 'Multiplies by a learning rate: Adadelta has none.',
      ko: '학습률을 곱했습니다. Adadelta에는 학습률이 없습니다.',
    },
  },
];
