import type { ExerciseId } from '@/grading/exercise-id';
import type { Localized } from '@/grading/localized';
import { CAPSTONES } from './capstones';

/** A joint task that ends one or two units (SYLLABUS 5.2). */
export interface Capstone {
  /** `C00` to `C07`. */
  id: string;
  title: Localized;
  /** Questions to talk about first. */
  prompts: readonly Localized[];
  task: Localized;
  /** When it is done. */
  accept: Localized;
}

/** One session day of the course (SYLLABUS 5.1). */
export interface PlanDay {
  week: number;
  /** 1 to 5 within the week. */
  day: number;
  /** Whose quick checks are asked; the last one is the day's own. */
  units: readonly string[];
  exercises: readonly ExerciseId[];
  prompt: Localized;
  capstones: readonly Capstone[];
}

const day = (
  week: number,
  at: number,
  units: readonly string[],
  exercises: readonly ExerciseId[],
  prompt: Localized,
  capstones: readonly (keyof typeof CAPSTONES)[] = [],
): PlanDay => ({ week, day: at, units, exercises, prompt, capstones: capstones.map((id) => CAPSTONES[id]) });

/** Five weeks of five session days. */
export const PLAN: readonly PlanDay[] = [
  day(1, 1, ['00-orientation'], ['00-orientation/standardize'], {
    en: 'Introduce yourselves; choose a team name; each says one thing they expect to find hard.',
    ko: '서로 소개하고 팀 이름을 정합니다. 어려울 것 같은 점을 한 사람에 하나씩 말해 봅니다.',
  }),
  day(1, 2, ['01-linear-regression'], ['01-linear-regression/numeric-derivative', '01-linear-regression/linear-mse'], {
    en: 'Explain the derivative without symbols. Why does a smaller h become worse?',
    ko: '기호를 쓰지 않고 도함수를 설명해 봅니다. h를 더 줄이면 왜 오히려 나빠질까요?',
  }),
  day(1, 3, ['01-linear-regression'], ['01-linear-regression/linear-grads', '01-linear-regression/fit-line'], {
    en: 'Which line of the notes on updating w and b would you rewrite? (Which w does b use? What does η multiply? How often is it divided by N?)',
    ko: 'w와 b의 갱신을 다룬 노트에서 어느 줄을 고쳐 쓰겠습니까? (b의 갱신에는 어느 w를 쓰나요? η는 무엇에 곱하나요? N으로는 몇 번 나누나요?)',
  }),
  day(1, 4, ['02-mlp'], ['02-mlp/dense-forward', '02-mlp/dense-backward', '02-mlp/relu-backward'], {
    en: 'Draw all shapes of a 2-layer net; the questioner tries to break them.',
    ko: '2층 신경망의 모든 텐서 모양을 그립니다. 질문자는 틀린 곳을 찾아 봅니다.',
  }),
  day(
    1,
    5,
    ['00-orientation', '01-linear-regression'],
    [],
    { en: 'Retrospective: what helped whom this week?', ko: '회고: 이번 주에 무엇이 누구에게 도움이 되었나요?' },
    ['C00', 'C01'],
  ),
  day(2, 1, ['02-mlp'], ['02-mlp/softmax', '02-mlp/softmax-ce-backward'], {
    en: 'Why p − y? Derive it together on one board.',
    ko: '왜 p − y일까요? 칠판 하나에 함께 유도해 봅니다.',
  }),
  day(2, 2, ['02-mlp'], ['02-mlp/mlp-forward', '02-mlp/train-xor'], {
    en: 'Whose XOR failed, and how did the diagnosis help?',
    ko: '누구의 XOR이 실패했고, 진단이 어떻게 도움이 되었나요?',
  }),
  day(
    2,
    3,
    ['02-mlp', '03-likelihood'],
    ['03-likelihood/log-sum-exp'],
    { en: 'Where can overflow still happen?', ko: '오버플로가 아직 일어날 수 있는 곳은 어디일까요?' },
    ['C02'],
  ),
  day(
    2,
    4,
    ['03-likelihood'],
    ['03-likelihood/bernoulli-loglik', '03-likelihood/categorical-loglik', '03-likelihood/gaussian-loglik'],
    {
      en: 'Probability or likelihood? Each brings one sentence to classify.',
      ko: '확률일까요, 가능도일까요? 한 사람이 한 문장씩 가져와 함께 가려 봅니다.',
    },
  ),
  day(
    2,
    5,
    ['03-likelihood'],
    ['03-likelihood/gaussian-mle', '03-likelihood/kl-divergence', '03-likelihood/nll-cross-entropy'],
    {
      en: 'Is a density above 1 acceptable? Convince the questioner.',
      ko: '확률밀도가 1보다 커도 될까요? 질문자를 설득해 봅니다.',
    },
    ['C03'],
  ),
  day(3, 1, ['04-optimization'], ['04-optimization/kfold-split', '04-optimization/bagging'], {
    en: 'Find a leakage in a teammate’s past project (or on the k-fold board of the lesson).',
    ko: '팀원의 지난 프로젝트에서 데이터 누출을 찾아 봅니다. (레슨의 k-겹 판에서 찾아도 됩니다.)',
  }),
  day(
    3,
    2,
    ['04-optimization'],
    ['04-optimization/sgd-momentum-nesterov', '04-optimization/adagrad', '04-optimization/rmsprop'],
    {
      en: 'Predict the optimizer race of the lesson before running it; score the bets.',
      ko: '레슨의 최적화기 경주를 돌리기 전에 결과를 예측하고, 내기의 점수를 매겨 봅니다.',
    },
  ),
  day(
    3,
    3,
    ['04-optimization'],
    ['04-optimization/adadelta', '04-optimization/adam', '04-optimization/l2-penalty', '04-optimization/adamw'],
    { en: 'Adam and AdamW: when do they coincide?', ko: 'Adam과 AdamW는 언제 같아질까요?' },
  ),
  day(
    3,
    4,
    ['04-optimization'],
    [
      '04-optimization/early-stopping',
      '04-optimization/dropout',
      '04-optimization/label-smoothing',
      '04-optimization/mixup-cutmix',
    ],
    {
      en: 'Which augmentation would be wrong for digits, for X-rays, for photos of text?',
      ko: '숫자 이미지, 엑스선 사진, 글자를 찍은 사진에는 각각 어떤 데이터 증강을 쓰면 안 될까요?',
    },
  ),
  day(
    3,
    5,
    ['04-optimization'],
    ['04-optimization/batchnorm-forward', '04-optimization/batchnorm-backward'],
    {
      en: 'Explain the three terms of batch normalization’s dx.',
      ko: '배치 정규화의 dx를 이루는 세 항을 설명해 봅니다.',
    },
    ['C04'],
  ),
  day(
    4,
    1,
    ['05-convolution'],
    ['05-convolution/conv-arithmetic', '05-convolution/receptive-field', '05-convolution/conv2d-naive'],
    {
      en: 'Do the 300,000 mistake slowly (5·5·3·4 + 5·5·4·10): how did it arise?',
      ko: '300,000이라는 오답을 천천히 따라가 봅니다(5·5·3·4 + 5·5·4·10). 어떻게 나온 값일까요?',
    },
  ),
  day(
    4,
    2,
    ['05-convolution'],
    ['05-convolution/conv2d-general', '05-convolution/conv1x1', '05-convolution/im2col-conv'],
    {
      en: 'The same convolution three ways: which would you ship, and why?',
      ko: '같은 합성곱을 세 가지 방법으로 구현했습니다. 제품에는 어느 것을 쓰겠습니까? 이유는 무엇인가요?',
    },
  ),
  day(
    4,
    3,
    ['05-convolution'],
    ['05-convolution/pool2d', '05-convolution/conv2d-backward', '05-convolution/maxpool-backward'],
    {
      en: 'What happens to the gradient at ties, at borders, in rows that no window uses?',
      ko: '최댓값이 여럿인 곳, 가장자리, 어느 창에도 들지 않는 행에서 기울기는 어떻게 될까요?',
    },
  ),
  day(
    4,
    4,
    ['05-convolution'],
    ['05-convolution/depthwise-separable', '05-convolution/transposed-conv'],
    {
      en: 'Does a transposed convolution undo a convolution?',
      ko: '전치 합성곱은 합성곱을 되돌릴까요?',
    },
    ['C05'],
  ),
  day(
    4,
    5,
    ['06-cnn-architectures'],
    ['06-cnn-architectures/lrn-overlap', '06-cnn-architectures/vgg-block', '06-cnn-architectures/inception-block'],
    {
      en: 'Tell the story of 2012 to 2014, in 5 minutes each.',
      ko: '2012년부터 2014년까지의 이야기를 한 사람이 5분씩 들려줍니다.',
    },
  ),
  day(
    5,
    1,
    ['06-cnn-architectures'],
    [
      '06-cnn-architectures/residual-block',
      '06-cnn-architectures/bottleneck-block',
      '06-cnn-architectures/dense-block',
    ],
    { en: 'Add or concatenate? Costs and benefits.', ko: '더할까요, 이어붙일까요? 비용과 이점을 견주어 봅니다.' },
  ),
  day(
    5,
    2,
    ['06-cnn-architectures'],
    [
      '06-cnn-architectures/gap-head',
      '06-cnn-architectures/param-count',
      '06-cnn-architectures/tiny-cnn',
      '06-cnn-architectures/small-alexnet',
      '06-cnn-architectures/small-vgg',
      '06-cnn-architectures/small-resnet',
      '06-cnn-architectures/small-densenet',
    ],
    {
      en: 'Compare the curves of your tiny CNNs; agree on one change and predict its effect.',
      ko: '각자의 작은 CNN 학습 곡선을 비교합니다. 바꿀 것 하나를 함께 정하고 그 효과를 예측해 봅니다.',
    },
  ),
  day(
    5,
    3,
    ['06-cnn-architectures', '07-vision-tasks'],
    ['07-vision-tasks/iou', '07-vision-tasks/nms'],
    {
      en: 'Which published number could you not reproduce, and why?',
      ko: '논문의 어느 수치를 재현하지 못했나요? 이유는 무엇인가요?',
    },
    ['C06'],
  ),
  day(
    5,
    4,
    ['07-vision-tasks'],
    [
      '07-vision-tasks/mean-iou',
      '07-vision-tasks/pixel-cross-entropy',
      '07-vision-tasks/bilinear-upsample',
      '07-vision-tasks/pck',
    ],
    {
      en: 'Choose metrics for three tasks; argue against accuracy.',
      ko: '세 가지 과제의 평가 지표를 골라 봅니다. 정확도를 쓰지 말아야 할 이유도 대 봅니다.',
    },
  ),
  day(
    5,
    5,
    ['07-vision-tasks'],
    [],
    {
      en: 'Final retrospective: what would you tell yourself of day 1? Write thanks to each teammate.',
      ko: '마지막 회고: 첫날의 나에게 무슨 말을 해 주고 싶나요? 팀원 한 사람 한 사람에게 고마움을 적습니다.',
    },
    ['C07'],
  ),
];

/** The plan of the cohort's n-th session day (1: the first); null once the five weeks are over. */
export function planOf(number: number): PlanDay | null {
  return PLAN[number - 1] ?? null;
}
