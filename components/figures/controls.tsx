import type { ReactNode } from 'react';

/**
 * Controls of the figures. Plain native inputs without state of their own, so that the same markup is drawn on the server
 * (without handlers, hence disabled) and by the live figure.
 */

/**
 * A range input with its label and its value in words. The value is no `<output>`: a label names its first labelable
 * descendant, and the slider would have no name.
 */
export function Slider(props: {
  label: ReactNode;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as shown and read aloud. */
  text: string;
  onChange?: (value: number) => void;
}) {
  const { onChange } = props;
  return (
    <label className="figure-slider">
      <span className="figure-slider-label">
        {props.label} <span aria-hidden="true">{props.text}</span>
      </span>
      <input
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        aria-valuetext={props.text}
        disabled={!onChange}
        onChange={onChange && ((event) => onChange(Number(event.target.value)))}
      />
    </label>
  );
}

/** A choice of one among a few, as a select box with its label. */
export function Select<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange?: (value: T) => void;
}) {
  const { onChange, options } = props;
  const choose = (value: string) => {
    const option = options.find((one) => one.value === value);
    if (option) onChange?.(option.value);
  };
  return (
    <label className="figure-select">
      <span>{props.label}</span>
      <select value={props.value} disabled={!onChange} onChange={onChange && ((event) => choose(event.target.value))}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A push button; `pressed` makes it a toggle, `primary` the one to press first. */
export function Button(props: {
  children: ReactNode;
  onPress?: () => void;
  pressed?: boolean;
  primary?: boolean;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      className="figure-button"
      data-primary={props.primary}
      aria-pressed={props.pressed}
      disabled={props.disabled || !props.onPress}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
