import type { Judgement } from '../judge-expectation';
import type { Diagnosis } from '../report';

/** What can be said of an expectation that failed without a pair of tensors to look at. */
export const SYMPTOMS = {
  leak: {
    id: 'pattern:leak',
    confidence: 0.95,
    text: {
      en: 'Intermediate tensors leak: wrap the body in tf.tidy(() => …).',
      ko: '중간 텐서가 해제되지 않고 남습니다. 함수 본문을 tf.tidy(() => …)로 감싸십시오.',
    },
  },
  disconnected: {
    id: 'pattern:disconnected',
    confidence: 0.95,
    text: {
      en: 'The gradient is cut: this input is not used, or its values were read out and made into a new tensor.',
      ko: '기울기가 끊겨 있습니다. 이 입력을 쓰지 않았거나, 값을 꺼내 새 텐서로 만들었을 가능성이 큽니다.',
    },
  },
  'not-finite': {
    id: 'pattern:not-finite',
    confidence: 0.8,
    text: {
      en: 'NaN or Infinity where a finite number is due: look for an exponential that overflows, a division by 0, or log 0.',
      ko: '유한한 값이어야 할 곳에 NaN이나 Infinity가 있습니다. 지수 함수의 오버플로, 0으로 나누기, log 0이 있는지 확인하십시오.',
    },
  },
} satisfies Record<NonNullable<Judgement['symptom']>, Diagnosis>;

export function readSymptom({ symptom }: Judgement): Diagnosis | undefined {
  return symptom && SYMPTOMS[symptom];
}
