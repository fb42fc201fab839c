import powerApps from '@microsoft/eslint-plugin-power-apps';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const powerAppsRules = powerApps.configs?.paCheckerHosted?.rules ?? {};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'coverage',
      '**/generated',
      '*.config.mjs',
      '*.config.js',
      'test/longestFirst.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.administration.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // What ships inside Dynamics 365.
    files: [
      'ProductAvailability/**/*.{ts,tsx}',
      'CustomerStatistics/**/*.{ts,tsx}',
      'administration/**/*.{ts,tsx}',
      'commands/**/*.ts',
      'CoupleRecord/**/*.{ts,tsx}',
      'businessCentral/**/*.ts',
      'sales/**/*.ts',
      'ui/**/*.{ts,tsx}',
    ],
    plugins: { '@microsoft/power-apps': powerApps, 'react-hooks': reactHooks },
    rules: {
      ...powerAppsRules,
      '@microsoft/power-apps/avoid-loadtheme': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'Xrm'],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'react-dom',
              message: 'A second renderer of 120 KB; the platform renders (docs/decisions.md).',
            },
          ],
        },
      ],
    },
  },
  {
    // A page is a document of its own; nobody but itself renders it.
    files: ['administration/start.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // A command of a form is given no context; the client's own object is all it has.
    files: ['commands/start.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['commands/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['react', 'react-dom', '@fluentui/*', 'axios'] }],
    },
  },
  {
    // One direction of travel: control → sales and businessCentral → the wire (docs/architecture.md).
    files: ['businessCentral/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['react', 'react-dom', '@fluentui/*', '**/sales/*', '**/ui/*'] },
      ],
    },
  },
  {
    files: ['sales/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['react', 'react-dom', '@fluentui/*', 'axios', '**/ui/*'] },
      ],
    },
  },
  {
    files: ['ui/**/*.{ts,tsx}', '*/views/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['react-dom', 'axios'] }] },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
