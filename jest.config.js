/** @type {(name: string, environment: string, folders: string[]) => import('jest').Config} */
const project = (name, environment, folders) => ({
  displayName: name,
  testEnvironment: environment,
  roots: folders.map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      'ts-jest',
      {
        tsconfig: {
          module: 'commonjs',
          target: 'ES2022',
          jsx: 'react',
          esModuleInterop: true,
          resolveJsonModule: true,
          isolatedModules: true,
        },
        diagnostics: false,
      },
    ],
  },
});

/** One project for each kind of proof (docs/architecture.md, "Tests"). @type {import('jest').Config} */
module.exports = {
  testTimeout: 30000,
  testSequencer: '<rootDir>/test/longestFirst.js',
  projects: [
    project('arithmetic', 'node', ['test/arithmetic']),
    project('views', 'jsdom', ['test/views']),
    project('wire', 'node', ['test/wire']),
    project('gateway', 'node', ['test/gateway']),
    project('sandbox', 'node', ['test/sandbox']),
    project('package', 'node', ['test/package']),
    project('browser', 'node', ['test/browser']),
  ],
};
