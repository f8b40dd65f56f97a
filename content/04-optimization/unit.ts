import type { Unit } from '@/content/unit';

export const unit: Unit = {
  id: '04-optimization',
  title: { en: 'Optimization and regularization', ko: '최적화와 규제' },
  summary: {
    en: 'A low training error is easy; a low error on new data is the aim. Honest validation, bias and variance, ensembles, every optimizer from momentum to AdamW, and the means against overfitting.',
    ko: '훈련 오차를 낮추기는 쉽습니다. 목표는 새로운 데이터에서의 낮은 오차입니다. 정직한 검증, 편향과 분산, 앙상블, 모멘텀부터 AdamW까지의 최적화기, 과적합을 막는 방법을 다룹니다.',
  },
  lessons: ['01-generalization', '02-bias-variance-and-ensembles', '03-optimizers', '04-regularization'],
  exercises: [
    '04-optimization/kfold-split',
    '04-optimization/bagging',
    '04-optimization/sgd-momentum-nesterov',
    '04-optimization/adagrad',
    '04-optimization/rmsprop',
    '04-optimization/adadelta',
    '04-optimization/adam',
    '04-optimization/l2-penalty',
    '04-optimization/adamw',
    '04-optimization/early-stopping',
    '04-optimization/dropout',
    '04-optimization/label-smoothing',
    '04-optimization/mixup-cutmix',
    '04-optimization/batchnorm-forward',
    '04-optimization/batchnorm-backward',
  ],
};
