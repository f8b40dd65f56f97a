import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '06-cnn-architectures',
  title: { en: 'CNN architectures', ko: 'CNN 구조의 역사' },
  summary: {
    en: 'What did a decade of ImageNet find out? AlexNet, VGG, GoogLeNet, ResNet and DenseNet: the problem that each met, the idea that answered it, and what it costs, counted by yourself.',
    ko: 'ImageNet의 10년은 무엇을 알아냈을까요? AlexNet, VGG, GoogLeNet, ResNet, DenseNet이 저마다 어떤 문제를 만나 어떤 생각으로 답했는지, 그 비용은 얼마인지 직접 세어 봅니다.',
  },
  lessons: ['01-imagenet-and-alexnet', '02-smaller-kernels-and-branches', '03-very-deep-networks'],
  exercises: [
    '06-cnn-architectures/lrn-overlap',
    '06-cnn-architectures/vgg-block',
    '06-cnn-architectures/inception-block',
    '06-cnn-architectures/residual-block',
    '06-cnn-architectures/bottleneck-block',
    '06-cnn-architectures/dense-block',
    '06-cnn-architectures/gap-head',
    '06-cnn-architectures/param-count',
    '06-cnn-architectures/tiny-cnn',
    '06-cnn-architectures/small-alexnet',
    '06-cnn-architectures/small-vgg',
    '06-cnn-architectures/small-resnet',
    '06-cnn-architectures/small-densenet',
  ],
};
