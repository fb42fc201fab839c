import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong with the controls of a form, as rule and element. */
export async function violations(page: Page): Promise<string[]> {
  return violationsIn(page.mainFrame(), '.code-component');
}

/** What axe finds wrong with a part of a document, as rule and element. @param part CSS selector */
export async function violationsIn(frame: Frame, part = 'body'): Promise<string[]> {
  await frame.evaluate(axeSource);
  const found = await frame.evaluate(async (root) => {
    const { axe } = window as unknown as { axe: { run(root: string): Promise<{ violations: Violation[] }> } };
    return (await axe.run(root)).violations;
  }, part);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
