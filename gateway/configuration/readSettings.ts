import { isRecord } from '../isRecord';
import { ConfigurationError, SettingProblem } from './problem';
import { settings, type Setting, type SettingValues } from './settings';
import { json } from './values';

/** Where settings come from. */
export interface SettingSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Text of a file. @throws where there is none */
  readonly readFile: (path: string) => string;
}

/** The environment variable that names the JSON file. */
const configurationFile = 'GATEWAY_CONFIGURATION';

const everySetting: readonly Setting<unknown>[] = Object.values(settings);

function textOfFile(path: string, { readFile }: SettingSources): string {
  try {
    return readFile(path);
  } catch {
    throw new SettingProblem(`names a file that cannot be read: ${path}`);
  }
}

function fileContent(sources: SettingSources): unknown {
  const path = sources.environment[configurationFile];
  return path === undefined || path === '' ? {} : json(textOfFile(path, sources));
}

function valueAt(content: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), content);
}

/** Paths that the file holds and no setting has: a misspelt setting must not be taken for its default. */
function unknownPaths(content: unknown, prefix = ''): readonly string[] {
  if (!isRecord(content)) {
    return prefix === '' ? ['the file must hold a JSON object'] : [prefix];
  }
  return Object.entries(content).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    if (everySetting.some((setting) => setting.path === path)) {
      return [];
    }
    return everySetting.some((setting) => setting.path.startsWith(`${path}.`))
      ? unknownPaths(value, `${path}.`)
      : [path];
  });
}

/** A secret may stand in a file of its own: `NAME_FILE` in the environment, `{"file": path}` in the JSON file. */
function rawValue(setting: Setting<unknown>, content: unknown, sources: SettingSources): unknown {
  const { environment } = sources;
  const given = environment[setting.environment];
  const inFile = valueAt(content, setting.path);
  if (given !== undefined && given !== '') {
    return given;
  }
  if (!setting.secret) {
    return inFile;
  }
  const secretFile = environment[`${setting.environment}_FILE`];
  if (secretFile !== undefined && secretFile !== '') {
    return textOfFile(secretFile, sources).trim();
  }
  return isRecord(inFile) && typeof inFile['file'] === 'string'
    ? textOfFile(inFile['file'], sources).trim()
    : inFile;
}

function valueOf(setting: Setting<unknown>, content: unknown, sources: SettingSources): unknown {
  const raw = rawValue(setting, content, sources);
  if (raw !== undefined && raw !== null) {
    return setting.read(raw);
  }
  if (setting.fallback === undefined) {
    throw new SettingProblem('is missing');
  }
  return setting.fallback.value;
}

/**
 * Reads all settings from the environment and the JSON file that `GATEWAY_CONFIGURATION` names.
 * @throws ConfigurationError with every problem at once
 */
export function readSettings(sources: SettingSources): SettingValues {
  const problems: string[] = [];
  const note = (where: string, failure: unknown): void => {
    if (!(failure instanceof SettingProblem)) {
      throw failure;
    }
    problems.push(`${where} ${failure.message}`);
  };

  let content: unknown = {};
  try {
    content = fileContent(sources);
    problems.push(
      ...unknownPaths(content).map((path) => `${configurationFile}: there is no setting ${path}`),
    );
  } catch (failure) {
    note(configurationFile, failure);
  }
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting<unknown>>(settings)) {
    try {
      values[name] = valueOf(setting, content, sources);
    } catch (failure) {
      note(`${setting.path} (${setting.environment})`, failure);
    }
  }
  if (problems.length > 0) {
    throw new ConfigurationError(problems);
  }
  return values as SettingValues;
}
