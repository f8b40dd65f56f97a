/** Imports run one way (docs/decisions/0001): grading → contracts → exercises → server → app, and → components → app. */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: '^(app|components|content|contracts|exercises|grading|i18n|messages|prisma|scripts|server|tests)/',
    pathNot: `^(${[folder, ...allowed].join('|')})/`,
  },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('grading', []),
    only('contracts', ['grading']),
    only('exercises', ['grading', 'contracts']),
    only('server', ['grading', 'contracts', 'exercises', 'content', 'i18n', 'messages']),
    only('components', ['grading', 'contracts', 'i18n', 'messages']),
    only('content', ['components', 'grading', 'contracts']),
    only('app', ['components', 'content', 'contracts', 'exercises', 'grading', 'i18n', 'messages', 'server']),
    {
      name: 'app-never-runs-a-reference',
      severity: 'error',
      from: { path: '^(app|components|content)/' },
      to: { path: '^exercises/.*(reference|checks|answers|mistakes)' },
    },
    {
      name: 'browser-and-sandbox-are-leaves',
      severity: 'error',
      comment: 'grading/browser needs the DOM, grading/sandbox needs Node: the rest of grading/ imports neither.',
      from: { path: '^grading/', pathNot: '^grading/(browser|sandbox)/' },
      to: { path: '^grading/(browser|sandbox)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.generated|\\.next|public)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
