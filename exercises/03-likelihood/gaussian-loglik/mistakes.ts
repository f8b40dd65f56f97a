import type { Mistake } from '@/grading/gradable';

const NORMALIZER = {
  en: 'The normalizer is −log σ, once: not half of it, and not twice.',
  ko: '정규화 항은 −log σ 하나입니다. 절반도 두 배도 아닙니다.',
};

export const mistakes: Mistake[] = [
  {
    name: 'no-constant',
    fails: 'values',
    diagnosis: {
      en: 'Drops −½ log 2π: without it, this is not the density of anything.',
      ko: '−½ log 2π가 빠졌습니다. 이 항이 없으면 확률밀도의 로그가 아닙니다.',
    },
  },
  {
    name: 'sigma-for-variance',
    fails: 'values',
    diagnosis: {
      en: 'Divides by 2σ instead of 2σ².',
      ko: '2σ²이 아니라 2σ로 나눴습니다.',
    },
  },
  { name: 'half-log-sigma', fails: 'values', diagnosis: NORMALIZER },
  { name: 'twice-log-sigma', fails: 'values', diagnosis: NORMALIZER },
  {
    name: 'log-sigma-as-sigma',
    fails: 'values',
    diagnosis: {
      en: 'Treats log σ as σ: the standard deviation is exp(logSigma).',
      ko: 'log σ를 σ로 사용했습니다. 표준편차는 exp(logSigma)입니다.',
    },
  },
  {
    name: 'constant-once',
    fails: 'values',
    diagnosis: {
      en: 'Adds −½ log 2π once: it belongs to each observation.',
      ko: '−½ log 2π를 한 번만 더했습니다. 관측값마다 더해야 합니다.',
    },
  },
  {
    name: 'sign',
    fails: 'values',
    diagnosis: {
      en: 'Returns the negative log-likelihood: leave the sign as it is.',
      ko: '음의 로그가능도를 반환했습니다. 부호를 뒤집지 마십시오.',
    },
  },
];
