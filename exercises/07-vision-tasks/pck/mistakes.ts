import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'strict',
    fails: 'at-the-edge',
    diagnosis: {
      en: 'A distance equal to the tolerance is correct: compare with ≤, not with <.',
      ko: '허용 거리와 똑같은 거리도 맞은 것입니다. <가 아니라 ≤로 비교하십시오.',
    },
  },
  {
    name: 'invisible-wrong',
    fails: 'values',
    diagnosis: {
      en: 'Joints that cannot be seen are counted as wrong: leave them out of the denominator, too.',
      ko: '보이지 않는 관절을 틀린 것으로 셌습니다. 분모에서도 빼야 합니다.',
    },
  },
  {
    name: 'visibility-ignored',
    fails: 'values',
    diagnosis: {
      en: 'visible is ignored: joints that cannot be seen are judged like the others.',
      ko: 'visible을 보지 않아, 보이지 않는 관절까지 평가했습니다.',
    },
  },
  {
    name: 'macro-mean',
    fails: 'values',
    diagnosis: {
      en: 'Averages perJoint, so that a joint that is rarely seen counts as much as the others: divide all correct by all visible.',
      ko: 'perJoint를 평균하여, 드물게 보이는 관절도 똑같은 무게가 되었습니다. 맞은 것 전체를 보이는 것 전체로 나누십시오.',
    },
  },
  {
    name: 'ref-ignored',
    fails: 'values',
    diagnosis: {
      en: 'Compares the distance with alpha alone: the tolerance is alpha times the reference length.',
      ko: '거리를 alpha와 바로 비교했습니다. 허용 거리는 alpha에 기준 길이를 곱한 값입니다.',
    },
  },
  {
    name: 'manhattan',
    fails: 'values',
    diagnosis: {
      en: 'Adds |Δx| and |Δy|: take the Euclidean distance √(Δx² + Δy²).',
      ko: '|Δx|와 |Δy|를 더했습니다. 유클리드 거리 √(Δx² + Δy²)를 쓰십시오.',
    },
  },
  {
    name: 'global-ref',
    fails: 'values',
    diagnosis: {
      en: 'One reference length for all persons, their mean: use the own length of each.',
      ko: '모두에게 기준 길이의 평균 하나를 썼습니다. 사람마다 자기 길이를 쓰십시오.',
    },
  },
  {
    name: 'unseen-as-zero',
    fails: 'values',
    diagnosis: {
      en: 'A joint that is visible in nobody gets 0, as if it had always been missed: it has no score, NaN.',
      ko: '아무에게서도 보이지 않는 관절을 0으로 하여 늘 놓친 것처럼 되었습니다. 점수가 없으므로 NaN입니다.',
    },
  },
];
