import type { FormContext } from '../clientApi/formContext';
import type { RibbonCommand } from './entityRibbon';

const libraries = new Map<string, Promise<void>>();

function load(library: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/webresources/${library}`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${library} could not be loaded.`));
    document.head.append(script);
  });
}

function functionAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (owner, name) =>
        typeof owner === 'object' && owner !== null && name in owner
          ? (owner as Readonly<Record<string, unknown>>)[name]
          : undefined,
      window,
    );
}

/**
 * Runs a command: its script is loaded with the first click, as the client does.
 * @throws Error where the script cannot be loaded, or has no such function
 */
export async function runCommand(
  { library, functionName }: RibbonCommand,
  formContext: FormContext,
): Promise<void> {
  const loading = libraries.get(library) ?? load(library);
  libraries.set(library, loading);
  await loading;
  const run = functionAt(functionName);
  if (typeof run !== 'function') {
    throw new Error(`${library} has no function ${functionName}.`);
  }
  await (run as (context: FormContext) => unknown)(formContext);
}
