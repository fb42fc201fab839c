import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** What finding a browser needs of the computer; tests put another in its place. */
export interface Computer {
  /** `CHROME_PATH`, where it is set. */
  readonly chromePath: string | undefined;
  /** Folders that commands are looked for in. */
  readonly commandFolders: readonly string[];
  /** Where Playwright keeps, or would keep, its own Chromium. */
  readonly playwrightsChromium: string;
  readonly isRoot: boolean;
  readonly isExecutable: (path: string) => boolean;
  /** Runs a command to its end. @returns whether it succeeded */
  readonly run: (command: string, args: readonly string[]) => boolean;
}

/**
 * Names under which Chromium and Chrome come, in the order in which they are preferred. The shell draws no window of its own around
 * a page, so that its pages open in half the time.
 */
const commandNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Where Chromium and Chrome are on computers that do not put them among the commands. */
const knownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  console.error(`No Chromium found. Running: ${command} ${args.join(' ')}`);
  // What the command says belongs to the log, not to the results on standard output.
  return spawnSync(command, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
}

export function thisComputer(): Computer {
  return {
    chromePath: process.env['CHROME_PATH'],
    commandFolders: (process.env['PATH'] ?? '').split(delimiter),
    playwrightsChromium: chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
    isExecutable,
    run,
  };
}

function installed(computer: Computer): string | undefined {
  const commands = commandNames.flatMap((name) =>
    computer.commandFolders.map((folder) => join(folder, name)),
  );
  return [...commands, ...knownPaths, computer.playwrightsChromium].find(computer.isExecutable);
}

/** Debian's package, of the shell where there is one, where one may install it; else Playwright's own download. */
function install(computer: Computer): void {
  const aptGet = computer.commandFolders.map((folder) => join(folder, 'apt-get')).find(computer.isExecutable);
  const isDebian = computer.isRoot && aptGet !== undefined;
  if (
    isDebian &&
    computer.run(aptGet, ['update']) &&
    ['chromium-headless-shell', 'chromium'].some((name) =>
      computer.run(aptGet, ['install', '--yes', '--no-install-recommends', name]),
    )
  ) {
    return;
  }
  const playwright = join(__dirname, '../../node_modules/playwright-core/cli.js');
  computer.run(process.execPath, [playwright, 'install', 'chromium']);
}

/**
 * Finds a Chromium: `CHROME_PATH`, else one on the computer, else one that is installed now.
 * @returns its path
 * @throws Error that says what to do
 */
export function findChromium(computer: Computer = thisComputer()): string {
  if (computer.chromePath !== undefined && computer.chromePath !== '') {
    if (!computer.isExecutable(computer.chromePath)) {
      throw new Error(
        `CHROME_PATH is ${computer.chromePath}, where there is no program that can be started.`,
      );
    }
    return computer.chromePath;
  }
  const there = installed(computer);
  if (there !== undefined) {
    return there;
  }
  install(computer);
  const now = installed(computer);
  if (now === undefined) {
    throw new Error(
      'The browser tests need Chromium, and none could be found or installed. ' +
        'Install Chromium or Google Chrome, or set CHROME_PATH to the path of one, and run the tests again.',
    );
  }
  return now;
}

/** Starts a Chromium without a window, which contacts nothing by itself. @param more arguments of its command line */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const computer = thisComputer();
  return chromium.launch({
    executablePath: findChromium(computer),
    args: [
      // Chromium's sandbox refuses to run as root.
      ...(computer.isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
