import type { FormEvent, ReactNode } from 'react';
import type { Keeping } from './use-kept-answer';

/** Texts of the quick checks, from `lesson.check` of messages/. */
export type CheckLabels = {
  title: string;
  check: string;
  retry: string;
  right: string;
  wrong: string;
  pickOne: string;
  pickSome: string;
  typeNumber: string;
  notNumber: string;
  numberLabel: string;
  notKept: string;
};

export type Verdict = 'none' | 'right' | 'wrong';

/** One thing to say after an answer; `active` decides which is shown. */
export type Feedback = { key: string; text: ReactNode; active: boolean };

/**
 * What all quick checks look like: question, answer area, one button, and a reserved place for the verdict, as high as
 * the longest feedback, so that nothing below moves when it appears. Without `onSubmit` it is the served form, which
 * cannot be sent yet.
 */
export function CheckForm(props: {
  id: string;
  labels: CheckLabels;
  question: ReactNode;
  children: ReactNode;
  verdict?: Verdict;
  keeping?: Keeping;
  /** Several explanations may stand at once, one below the other. */
  multiple?: boolean;
  /** Asks for what is missing, instead of a verdict. */
  prompt?: string | null;
  feedback: Feedback[];
  onSubmit?: (event: FormEvent) => void;
}) {
  const { labels, verdict = 'none', feedback } = props;
  return (
    <form
      className="quick-check"
      data-verdict={verdict}
      data-multiple={props.multiple}
      id={props.id}
      onSubmit={props.onSubmit}
      noValidate
    >
      <fieldset>
        <legend>
          <span className="quick-check-kicker">{labels.title}</span>
          <span className="quick-check-question">{props.question}</span>
        </legend>
        {props.children}
      </fieldset>
      <div className="quick-check-foot">
        <button type="submit" className="quick-check-button" disabled={!props.onSubmit}>
          {verdict === 'none' ? labels.check : labels.retry}
        </button>
        <div role="status" className="quick-check-verdict">
          {verdict === 'right' && <strong data-tone="right">✓ {labels.right}</strong>}
          {verdict === 'wrong' && <strong data-tone="wrong">✗ {labels.wrong}</strong>}
          {verdict === 'none' && props.prompt}
          {props.keeping === 'failed' && <span className="quick-check-unkept">{labels.notKept}</span>}
        </div>
      </div>
      <div className="quick-check-feedback" aria-live="polite">
        {feedback.map(({ key, text, active }) => (
          <div key={key} data-active={active}>
            {text}
          </div>
        ))}
      </div>
    </form>
  );
}
