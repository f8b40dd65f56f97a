'use client';

import { useState } from 'react';
import { Button, Select } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { type CsvProblem, fromCsv, type OwnPoint, toCsv } from './own-points';

type Texts = FigureTexts<'decision-boundary'>;

function csvMessage(texts: Texts, found: CsvProblem): string {
  if (found.problem === 'few') return texts.csvFew;
  if (found.problem === 'many') return fill(texts.csvMany, { count: found.count });
  const text = { columns: texts.csvColumns, number: texts.csvNumber, classes: texts.csvClasses }[found.problem];
  return fill(text, { line: found.line });
}

function CsvField({
  texts,
  points,
  onLoad,
}: {
  texts: Texts;
  points: OwnPoint[];
  onLoad: (points: OwnPoint[]) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const [message, setMessage] = useState<{ isProblem: boolean; text: string } | null>(null);
  const load = () => {
    const found = fromCsv(text ?? toCsv(points));
    if ('problem' in found) return setMessage({ isProblem: true, text: csvMessage(texts, found) });
    onLoad(found.points);
    setText(null);
    const loaded = fill(texts.csvLoaded, { count: found.points.length });
    setMessage({ isProblem: false, text: found.isScaled ? `${loaded} ${texts.csvScaled}` : loaded });
  };
  return (
    <details className="boundary-csv">
      <summary>{texts.csv}</summary>
      <label>
        <span className="figure-note">{texts.csvHelp}</span>
        <textarea
          value={text ?? (points.length > 0 ? toCsv(points) : '')}
          placeholder={'x,y,class\n0.4,-0.7,0\n-0.2,0.5,1'}
          rows={5}
          spellCheck={false}
          aria-invalid={message?.isProblem ?? false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button onPress={load}>{texts.csvLoad}</Button>
      <p className="figure-note" role="status" data-problem={message?.isProblem}>
        {message?.text}
      </p>
    </details>
  );
}

/** What goes with a plane that takes the reader's own points: the class of the next one, undo, clear, and CSV. */
export function OwnPointsEditor(props: {
  texts: Texts;
  points: OwnPoint[];
  label: 0 | 1;
  onLabel: (label: 0 | 1) => void;
  onChange: (points: OwnPoint[]) => void;
  onUndo?: () => void;
}) {
  const { texts, points, label, onLabel, onChange, onUndo } = props;
  return (
    <div className="boundary-own">
      <p className="figure-note">{texts.ownHelp}</p>
      <div className="figure-buttons">
        <Select<'0' | '1'>
          label={texts.nextPoint}
          value={label === 1 ? '1' : '0'}
          options={[
            { value: '1', label: texts.class1 },
            { value: '0', label: texts.class0 },
          ]}
          onChange={(value) => onLabel(value === '1' ? 1 : 0)}
        />
        <Button onPress={onUndo}>{texts.undo}</Button>
        <Button onPress={points.length > 0 ? () => onChange([]) : undefined}>{texts.clear}</Button>
      </div>
      <CsvField texts={texts} points={points} onLoad={onChange} />
    </div>
  );
}
