import { findChromium, type Computer } from './chromium';

function computer(changes: Partial<Computer> & { readonly programs?: readonly string[] } = {}) {
  const programs = new Set(changes.programs ?? []);
  const commands: string[] = [];
  const made: Computer = {
    chromePath: undefined,
    commandFolders: ['/usr/bin', '/opt/bin'],
    playwrightsChromium: '/cache/chrome',
    isRoot: false,
    isExecutable: (path) => programs.has(path),
    run: (command, args) => {
      commands.push([command, ...args].join(' '));
      return true;
    },
    ...changes,
  };
  return { made, programs, commands };
}

describe('finding a Chromium', () => {
  it('takes CHROME_PATH before everything else', () => {
    const { made } = computer({ chromePath: '/my/chrome', programs: ['/my/chrome', '/usr/bin/chromium'] });
    expect(findChromium(made)).toBe('/my/chrome');
  });

  it('says so where CHROME_PATH names no program, and does not quietly take another', () => {
    const { made } = computer({ chromePath: '/gone', programs: ['/usr/bin/chromium'] });
    expect(() => findChromium(made)).toThrow('CHROME_PATH is /gone');
  });

  it('prefers the shell, whose pages open sooner', () => {
    const programs = ['/usr/bin/chromium', '/opt/bin/chromium-headless-shell'];
    expect(findChromium(computer({ programs }).made)).toBe('/opt/bin/chromium-headless-shell');
  });

  it('takes the one on the computer, whatever it is called', () => {
    expect(findChromium(computer({ programs: ['/opt/bin/google-chrome'] }).made)).toBe(
      '/opt/bin/google-chrome',
    );
  });

  it('takes what Playwright downloaded before', () => {
    expect(findChromium(computer({ programs: ['/cache/chrome'] }).made)).toBe('/cache/chrome');
  });

  it("installs Debian's package as root", () => {
    const { made, programs, commands } = computer({ isRoot: true, programs: ['/usr/bin/apt-get'] });
    const installs = {
      ...made,
      run: (command: string, args: readonly string[]) => {
        programs.add('/usr/bin/chromium-headless-shell');
        return made.run(command, args);
      },
    };
    expect(findChromium(installs)).toBe('/usr/bin/chromium-headless-shell');
    expect(commands).toEqual([
      '/usr/bin/apt-get update',
      '/usr/bin/apt-get install --yes --no-install-recommends chromium-headless-shell',
    ]);
  });

  it("installs Debian's whole Chromium where its Debian has no shell apart", () => {
    const { made, programs } = computer({ isRoot: true, programs: ['/usr/bin/apt-get'] });
    const installs = {
      ...made,
      run: (_command: string, args: readonly string[]) => {
        const isThere = !args.includes('chromium-headless-shell');
        if (isThere) {
          programs.add('/usr/bin/chromium');
        }
        return isThere;
      },
    };
    expect(findChromium(installs)).toBe('/usr/bin/chromium');
  });

  it('lets Playwright download one for anybody else', () => {
    const { made, programs, commands } = computer({ programs: ['/usr/bin/apt-get'] });
    const installs = {
      ...made,
      run: (command: string, args: readonly string[]) => {
        programs.add('/cache/chrome');
        return made.run(command, args);
      },
    };
    expect(findChromium(installs)).toBe('/cache/chrome');
    expect(commands).toEqual([expect.stringMatching(/playwright-core\/cli\.js install chromium$/)]);
  });

  it('says what to do where nothing helps', () => {
    const { made } = computer({ isRoot: true, programs: ['/usr/bin/apt-get'], run: () => false });
    expect(() => findChromium(made)).toThrow('set CHROME_PATH');
  });
});
