import type { FigureTexts } from '../texts';
import { lineStyle, marks } from './marks';
import { OPTIMIZERS, type OptimizerName } from './optimizers';
import { moved, type Run, shown } from './runs';
import type { RaceState } from './state';

/** The runners with their numbers; the checkboxes choose who is shown. */
export function Table(props: {
  texts: FigureTexts<'optimizer-race'>;
  state: RaceState;
  runs: Run[];
  toggle?: (name: OptimizerName) => void;
}) {
  const { texts, state, toggle } = props;
  return (
    <table className="race-table">
      <thead>
        <tr>
          <th scope="col">{texts.optimizer}</th>
          <th scope="col">{texts.loss}</th>
          <th scope="col">{texts.first}</th>
          <th scope="col">{texts.latest}</th>
        </tr>
      </thead>
      <tbody>
        {OPTIMIZERS.map((name) => {
          const run = props.runs.find((one) => one.name === name);
          const change = (step: number) => {
            const size = run && moved(run, step);
            return typeof size === 'number' ? shown(size) : '–';
          };
          return (
            <tr key={name}>
              <th scope="row">
                <label>
                  <input
                    type="checkbox"
                    checked={run !== undefined}
                    disabled={!toggle}
                    onChange={toggle && (() => toggle(name))}
                  />
                  <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
                    <path d="M0 4h22" className="race-line" style={lineStyle(name)} />
                  </svg>
                  <span>
                    <span aria-hidden="true">{marks[name].letter}</span> {texts[name]}
                  </span>
                </label>
              </th>
              <td>{run ? (run.diverged ? texts.diverged : shown(run.losses.at(-1) as number)) : '–'}</td>
              <td>{change(1)}</td>
              <td>{change(state.step)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
