import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '02-mlp',
  title: { en: 'Multi-layer perceptron', ko: '다층 퍼셉트론' },
  summary: {
    en: 'From one line to a network that bends: dense layers, activations, backpropagation and softmax. You write each part yourself and check every gradient.',
    ko: '직선 하나에서 휘어지는 경계를 그리는 신경망까지: 완전연결층, 활성화 함수, 역전파, 소프트맥스를 다룹니다. 모든 부분을 직접 구현하고 기울기를 하나하나 검사합니다.',
  },
  lessons: ['01-from-lines-to-layers', '02-activations', '03-backpropagation', '04-softmax-and-training'],
  exercises: [
    '02-mlp/dense-forward',
    '02-mlp/dense-backward',
    '02-mlp/relu-backward',
    '02-mlp/softmax',
    '02-mlp/softmax-ce-backward',
    '02-mlp/mlp-forward',
    '02-mlp/train-xor',
  ],
};
