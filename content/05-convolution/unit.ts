import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '05-convolution',
  title: { en: 'Convolution', ko: '합성곱' },
  summary: {
    en: 'How can a network use that images are images? Shared windows, what they compute and cost, how they become one matrix product, their backward pass, and how far an output sees.',
    ko: '이미지가 이미지라는 사실을 신경망이 어떻게 쓸 수 있을까요? 공유하는 창이 무엇을 계산하고 비용이 얼마인지, 그것이 어떻게 행렬곱 하나가 되는지, 역전파는 어떤 모습인지, 출력 하나가 얼마나 멀리 보는지 다룹니다.',
  },
  lessons: ['01-what-a-convolution-does', '02-convolution-as-a-matrix-product', '03-receptive-fields-and-variants'],
  exercises: [
    '05-convolution/conv-arithmetic',
    '05-convolution/receptive-field',
    '05-convolution/conv2d-naive',
    '05-convolution/conv2d-general',
    '05-convolution/conv1x1',
    '05-convolution/im2col-conv',
    '05-convolution/pool2d',
    '05-convolution/conv2d-backward',
    '05-convolution/maxpool-backward',
    '05-convolution/depthwise-separable',
    '05-convolution/transposed-conv',
  ],
};
