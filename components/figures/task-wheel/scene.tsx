/** Classes of the drawn scene, the background first. */
export type SceneClass = 'background' | 'person' | 'ball' | 'tree';

/** What is in the scene, with its box `[x, y, width, height]` on the 96 × 64 drawing. */
export const SCENE: readonly {
  name: Exclude<SceneClass, 'background'>;
  box: readonly [number, number, number, number];
}[] = [
  { name: 'person', box: [39, 14, 20, 42] },
  { name: 'ball', box: [63, 47, 10, 10] },
  { name: 'ball', box: [76, 40, 8, 8] },
  { name: 'tree', box: [6, 8, 22, 46] },
];

/** Joints of the person, in the order in which {@link BONES} counts them. */
export const JOINTS: readonly (readonly [number, number])[] = [
  [49, 19],
  [49, 26],
  [43, 27],
  [41, 35],
  [41, 42],
  [55, 27],
  [57, 33],
  [57, 40],
  [46, 41],
  [45, 48],
  [45, 55],
  [52, 41],
  [53, 48],
  [53, 55],
];

/** Pairs of joints: neck to head, arms, hips, legs. */
export const BONES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [1, 5],
  [5, 6],
  [6, 7],
  [1, 8],
  [8, 9],
  [9, 10],
  [1, 11],
  [11, 12],
  [12, 13],
];

const limb = (from: number, to: number) => {
  const [[x1, y1], [x2, y2]] = [JOINTS[from] ?? [0, 0], JOINTS[to] ?? [0, 0]];
  return `M${x1} ${y1}L${x2} ${y2}`;
};
const LIMBS = BONES.slice(1)
  .map(([from, to]) => limb(from, to))
  .join('');

/**
 * The scene of the task wheel, 96 × 64: a meadow with a tree, a person and two balls. `mask` paints every pixel of a class
 * in one flat colour, as a segmentation does; `faint` steps back behind a label.
 */
export function Scene({ look }: { look: 'photo' | 'mask' | 'faint' }) {
  return (
    <g className="wheel-scene" data-look={look}>
      <rect className="wheel-sky" width={96} height={64} />
      <path className="wheel-meadow" d="M0 46C20 41 40 44 60 42S86 38 96 40V64H0Z" />
      <g className="wheel-tree">
        <path className="wheel-trunk" d="M15.5 26H18.5L20 54H14Z" />
        <circle cx={17} cy={18} r={10} />
        <circle cx={11.5} cy={24} r={5.5} />
        <circle cx={22.5} cy={24} r={5.5} />
      </g>
      <g className="wheel-person">
        <circle cx={49} cy={18.5} r={4.5} />
        <path d={LIMBS} />
        <path className="wheel-torso" d="M43 26H55L53 42H45Z" />
      </g>
      <g className="wheel-ball">
        <circle cx={68} cy={52} r={5} />
        <circle cx={80} cy={44} r={4} />
      </g>
    </g>
  );
}
