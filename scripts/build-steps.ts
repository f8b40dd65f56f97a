const SERVER = ['--conditions=react-server', '--import', 'tsx'];
const PLAIN = ['--import', 'tsx'];

/** Versions of everything installed: a new compiler makes new output. */
const LOCK = 'package-lock.json';

/** One thing that is built. It is built again when a byte of its inputs changed or an output is missing. */
export interface BuildStep {
  name: string;
  /** Said while it runs. */
  label: string;
  /** Arguments to Node, one list per command. */
  commands: string[][];
  inputs: string[];
  /** Files that must be there afterwards. */
  outputs: string[];
}

const GENERATE: BuildStep = {
  name: 'client',
  label: 'database client',
  commands: [['node_modules/prisma/build/index.js', 'generate']],
  inputs: ['prisma/schema.prisma', 'prisma.config.ts', LOCK],
  outputs: ['.generated/prisma/client.ts'],
};

const RUNNER: BuildStep = {
  name: 'runner',
  label: 'runner of learner code',
  commands: [[...PLAIN, 'scripts/build-runner.ts']],
  inputs: ['grading', 'contracts', 'scripts/build-runner.ts', 'scripts/build-runner', LOCK],
  outputs: ['public/runner'],
};

const EXERCISES: BuildStep = {
  name: 'exercises',
  label: 'expected tensors of the exercises',
  commands: [[...SERVER, 'scripts/build-exercises.ts']],
  inputs: [
    ...['exercises', 'grading', 'contracts', 'scripts/build-exercises.ts', LOCK],
    ...['docs/studies/training.json', 'scripts/study/reference-curves.ts', 'scripts/study/results.ts'],
  ],
  outputs: ['.generated/exercises.json', 'public/exercises'],
};

const FONTS: BuildStep = {
  name: 'fonts',
  label: 'fonts, cut to the course',
  commands: [[...PLAIN, 'scripts/build-fonts.ts']],
  inputs: [
    ...['messages', 'content', 'exercises', 'grading', LOCK],
    ...['build-fonts', 'font-css', 'font-glyphs', 'math-faces', 'math-glyphs'].map((name) => `scripts/${name}.ts`),
  ],
  outputs: ['.generated/fonts.json', 'public/fonts'],
};

const EDITOR: BuildStep = {
  name: 'editor',
  label: 'editor',
  commands: [[...PLAIN, 'scripts/build-monaco.ts']],
  inputs: [
    ...['components/workbench/monaco', 'contracts/layers.ts', 'exercises', LOCK],
    ...['build-monaco', 'layer-types', 'tensor-types'].map((name) => `scripts/${name}.ts`),
  ],
  outputs: ['.generated/monaco.json', 'public/monaco'],
};

const SITE: BuildStep = {
  name: 'site',
  label: 'pages',
  commands: [
    ['node_modules/next/dist/bin/next', 'build'],
    [...PLAIN, 'scripts/plain-page-data.ts'],
    [...PLAIN, 'scripts/build-csp.ts'],
    [...SERVER, 'scripts/build-brotli.ts'],
  ],
  inputs: [
    ...[
      'app',
      'components',
      'content',
      'contracts',
      'exercises',
      'grading',
      'i18n',
      'messages',
      'public',
      'server',
      'styles',
    ],
    ...['.generated/exercises.json', '.generated/fonts.json', '.generated/monaco.json', 'prisma/schema.prisma'],
    ...[
      'instrumentation-client.ts',
      'mdx-components.tsx',
      'next.config.js',
      'postcss.config.js',
      'proxy.ts',
      'scripts/build-brotli.ts',
      'scripts/build-csp.ts',
      'scripts/plain-page-data.ts',
      'tsconfig.json',
      LOCK,
    ],
  ],
  outputs: ['.next/BUILD_ID', '.next/csp.json', '.generated/brotli'],
};

/** What `npm run dev` needs; Next compiles the rest as it is asked for. */
export const FOR_DEVELOPMENT: BuildStep[] = [GENERATE, RUNNER, EXERCISES, FONTS, EDITOR];

export const FOR_PRODUCTION: BuildStep[] = [...FOR_DEVELOPMENT, SITE];
