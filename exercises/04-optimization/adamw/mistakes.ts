import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'penalty-through-adam',
    fails: 'trajectory',
    diagnosis: {
      en: 'The decay is added to the gradient: that is L2 through Adam, not decoupled.',
      ko: '감쇠를 기울기에 더했습니다. 분리된 감쇠가 아니라 Adam을 거친 L2입니다.',
    },
  },
  {
    name: 'without-rate',
    fails: 'trajectory',
    diagnosis: {
      en: 'The decay is not multiplied by the learning rate.',
      ko: '감쇠에 학습률을 곱하지 않았습니다.',
    },
  },
  {
    name: 'after-update',
    fails: 'trajectory',
    diagnosis: {
      en: 'Decays after the update, and so shrinks the step as well: decay the old weights first.',
      ko: '갱신한 뒤에 감쇠하여 걸음까지 줄었습니다. 이전 가중치를 먼저 줄이십시오.',
    },
  },
  {
    name: 'half',
    fails: 'trajectory',
    diagnosis: {
      en: 'Half the decay: the ½ of the penalty is gone once it is differentiated.',
      ko: '감쇠가 절반입니다. 벌점의 ½은 미분하면 사라집니다.',
    },
  },
  {
    name: 'mask-ignored',
    fails: 'mask',
    diagnosis: {
      en: 'decayMask is ignored: parameters with false must not decay.',
      ko: 'decayMask를 쓰지 않았습니다. false인 매개변수는 감쇠하지 않습니다.',
    },
  },
];
