import type { FigureTexts } from '../texts';
import type { Task } from './head';
import { BONES, JOINTS, SCENE, Scene, type SceneClass } from './scene';

const NAMED: readonly SceneClass[] = ['background', 'person', 'ball', 'tree'];

/** The label of the one image for a task, drawn on 96 × 64. */
export function LabelPicture({ texts, task }: { texts: FigureTexts<'task-wheel'>; task: Task }) {
  switch (task) {
    case 'classification':
      return <ClassBars texts={texts} on={['person']} />;
    case 'multilabel':
      return <ClassBars texts={texts} on={['person', 'ball', 'tree']} />;
    case 'segmentation':
      return <Scene look="mask" />;
    case 'detection':
      return (
        <>
          <Scene look="faint" />
          {SCENE.map(({ name, box: [x, y, width, height] }) => (
            <g key={`${x} ${y}`} className="wheel-box" data-class={name}>
              <rect x={x} y={y} width={width} height={height} />
              <text x={x} y={y - 1.2}>
                {texts.classes[name]}
              </text>
            </g>
          ))}
        </>
      );
    case 'pose':
      return (
        <>
          <Scene look="faint" />
          {BONES.map(([from, to]) => {
            const [[x1, y1], [x2, y2]] = [JOINTS[from] ?? [0, 0], JOINTS[to] ?? [0, 0]];
            return <line key={`${from} ${to}`} className="wheel-bone" x1={x1} y1={y1} x2={x2} y2={y2} />;
          })}
          {JOINTS.map(([x, y]) => (
            <circle key={`${x} ${y}`} className="wheel-joint" cx={x} cy={y} r={1.3} />
          ))}
        </>
      );
    case 'vqa':
      return (
        <g className="wheel-words">
          <text x={6} y={24}>
            {texts.question}
          </text>
          <text x={6} y={42} className="wheel-answer">
            {texts.answer}
          </text>
        </g>
      );
  }
}

/** One row per class with 0 or 1: one-hot where one class is right, several ones where several are. */
function ClassBars({ texts, on }: { texts: FigureTexts<'task-wheel'>; on: readonly SceneClass[] }) {
  return (
    <g className="wheel-words">
      {NAMED.map((name, i) => {
        const y = 8 + 13 * i;
        return (
          <g key={name}>
            <text x={6} y={y + 6.5}>
              {texts.classes[name]}
            </text>
            <rect className="wheel-bar" x={40} y={y} width={40} height={9} />
            {on.includes(name) && <rect className="wheel-bar" data-on="true" x={40} y={y} width={40} height={9} />}
            <text x={84} y={y + 6.5}>
              {on.includes(name) ? 1 : 0}
            </text>
          </g>
        );
      })}
    </g>
  );
}
