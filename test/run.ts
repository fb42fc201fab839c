import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything that CI runs, in the order in which it fails soonest: form, types, rules, the build and the package, and
 * then all tests against what was built.
 */

const root = join(__dirname, '..');
const results = join(root, 'out/test-results.json');

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const bin = (path: string) => join(root, 'node_modules', path);
const tsx = bin('tsx/dist/cli.mjs');
const tsc = bin('typescript/bin/tsc');

/** Steps of one group run side by side. */
const groups: readonly (readonly Step[])[] = [
  [{ name: 'texts and manifest types', script: tsx, args: ['tools/build.ts', '--types-only'] }],
  [
    {
      name: 'format',
      script: bin('prettier/bin/prettier.cjs'),
      args: ['--check', '--log-level', 'warn', '.'],
    },
    { name: 'types of the product', script: tsc, args: ['-p', 'tsconfig.json', '--noEmit'] },
    {
      name: 'types of the administration pages',
      script: tsc,
      args: ['-p', 'tsconfig.administration.json', '--noEmit'],
    },
    { name: 'types of sandbox, solution and tests', script: tsc, args: ['-p', 'tsconfig.node.json'] },
  ],
  [
    { name: 'rules (eslint)', script: bin('eslint/bin/eslint.js'), args: ['--max-warnings', '0', '.'] },
    { name: 'production build', script: tsx, args: ['tools/build.ts'] },
  ],
  [{ name: 'package', script: tsx, args: ['solution/pack.ts'] }],
  [
    {
      name: 'tests',
      script: bin('jest/bin/jest.js'),
      // More workers than cores: browser tests mostly wait.
      args: ['--ci', '--maxWorkers=3', '--json', `--outputFile=${results}`],
    },
  ],
];

function run({ name, script, args }: Step): Promise<boolean> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' },
    });
    child.on('close', (code) => {
      console.log(
        `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
      resolve(code === 0);
    });
  });
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** The closing line in the one form that every reader of CI output understands. */
function closingLine(): string {
  try {
    const summary = JSON.parse(readFileSync(results, 'utf8')) as Results;
    const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
    return `${summary.numPassedTests} passed, ${failed} failed, ${summary.numPendingTests} skipped`;
  } catch {
    return '0 passed, 1 failed';
  }
}

async function main(): Promise<void> {
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(results, { force: true });
  let passed = true;
  for (const group of groups) {
    passed = (await Promise.all(group.map(run))).every(Boolean);
    if (!passed) {
      break;
    }
  }
  console.log(closingLine());
  process.exitCode = passed ? 0 : 1;
}

void main();
