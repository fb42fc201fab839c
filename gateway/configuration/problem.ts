/** What is wrong with one setting; the text never repeats the value, which may be a secret. */
export class SettingProblem extends Error {
  public override readonly name = 'SettingProblem';
}

/** The configuration cannot be used; the message names every setting that has to be mended. */
export class ConfigurationError extends Error {
  public override readonly name = 'ConfigurationError';

  public constructor(public readonly problems: readonly string[]) {
    super(`The gateway cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}
