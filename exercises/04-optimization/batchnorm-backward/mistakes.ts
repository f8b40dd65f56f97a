import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'constant-statistics',
    fails: 'values',
    diagnosis: {
      en: 'Treats mean and variance as constants: both depend on x, so dx gets two more terms.',
      ko: '평균과 분산을 상수로 다뤘습니다. 둘 다 x에 달려 있으므로 dx에 항이 두 개 더 있어야 합니다.',
    },
  },
  {
    name: 'no-mean-path',
    fails: 'values',
    diagnosis: {
      en: 'Ignores the mean path: a change of x moves μ, which takes the mean of dy away.',
      ko: '평균을 지나는 길을 빠뜨렸습니다. x가 변하면 μ도 변하므로 dy의 평균을 빼야 합니다.',
    },
  },
  {
    name: 'no-variance-path',
    fails: 'values',
    diagnosis: {
      en: 'Ignores the variance path: a change of x moves v, which takes away what of dy runs along x̂.',
      ko: '분산을 지나는 길을 빠뜨렸습니다. x가 변하면 v도 변하므로 dy에서 x̂ 방향의 성분을 빼야 합니다.',
    },
  },
  {
    name: 'unbiased',
    fails: 'values',
    diagnosis: {
      en: 'Unbiased variance in the backward: the forward divides by N, not by N − 1.',
      ko: '역전파에서 비편향 분산을 썼습니다. 순전파는 N − 1이 아니라 N으로 나눕니다.',
    },
  },
  {
    name: 'no-gamma',
    fails: 'values',
    diagnosis: {
      en: 'γ is missing in dx: the upstream gradient of x̂ is γ·dy.',
      ko: 'dx에 γ가 빠졌습니다. x̂의 상류 기울기는 γ·dy입니다.',
    },
  },
  {
    name: 'raw-x',
    fails: 'values',
    diagnosis: {
      en: 'dγ uses x: γ multiplies x̂ in the forward, so use x̂, not x.',
      ko: 'dγ에 x를 썼습니다. 순전파에서 γ에 곱하는 것은 x̂이므로 x가 아니라 x̂을 써야 합니다.',
    },
  },
];
