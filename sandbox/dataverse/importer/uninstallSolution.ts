import type { ComponentKey, Customizations } from '../customizations';
import { dependenciesOn } from './dependencies';
import type { Dependency } from './dependencies';
import { isStandard, withoutComponents } from './removal';
import type { Removal } from './removal';

/** The solution stays as it is; nothing has changed. */
export class UninstallRefused extends Error {
  public override readonly name = 'UninstallRefused';

  /** @param dependencies what is not of the solution, and needs something of it; empty: there is no such solution */
  public constructor(
    message: string,
    public readonly dependencies: readonly Dependency[],
  ) {
    super(message);
  }
}

/**
 * Uninstalls a solution, as deleting it does: a managed one goes with the components that no other solution has; of an
 * unmanaged one only the container goes, and its components stay (Microsoft Learn, "Solution concepts", "Solution lifecycle").
 * @param installed what the organization has; it is not changed
 * @throws UninstallRefused where there is no such solution, or something else needs a component of it
 */
export function uninstallSolution(uniqueName: string, installed: Customizations): Removal {
  const solution = installed.solutions.get(uniqueName);
  if (!solution) {
    throw new UninstallRefused(`There is no solution ${uniqueName}.`, []);
  }
  const removed = solution.managed ? componentsOfNobodyElse(uniqueName, solution.components, installed) : [];
  const removal = removedUnlessNeeded(removed, installed);
  const others = new Map([...installed.solutions].filter(([name]) => name !== uniqueName));
  return { ...removal, customizations: { ...removal.customizations, solutions: others } };
}

/**
 * What an upgrade does beyond an update: what the version before brought and the new one does not is taken away (Microsoft
 * Learn, "Upgrade or update a solution").
 * @param before what the organization had before the new version was imported
 * @param imported what it has since; it is not changed
 * @param brought what the new version holds
 * @throws UninstallRefused where something else needs a component that would go
 */
export function withoutObsoleteComponents(
  uniqueName: string,
  before: Customizations,
  imported: Customizations,
  brought: readonly ComponentKey[],
): Removal {
  const obsolete = (before.solutions.get(uniqueName)?.components ?? []).filter(
    (component) => !brought.some((one) => isSame(one, component)),
  );
  const removal = removedUnlessNeeded(componentsOfNobodyElse(uniqueName, obsolete, imported), imported);
  const solutions = new Map(
    [...removal.customizations.solutions].map(([name, solution]) => [
      name,
      name === uniqueName ? { ...solution, components: brought } : solution,
    ]),
  );
  return { ...removal, customizations: { ...removal.customizations, solutions } };
}

/** Those that go with a solution: neither another solution's too, nor there before anything was imported. */
function componentsOfNobodyElse(
  uniqueName: string,
  components: readonly ComponentKey[],
  { solutions }: Customizations,
): readonly ComponentKey[] {
  const elsewhere = [...solutions.values()]
    .filter((solution) => solution.uniqueName !== uniqueName)
    .flatMap((solution) => solution.components);
  return components.filter(
    (component) => !isStandard(component) && !elsewhere.some((other) => isSame(other, component)),
  );
}

function isSame(one: ComponentKey, other: ComponentKey): boolean {
  return one.type === other.type && one.key === other.key;
}

/** @throws UninstallRefused where something that stays needs one of the components */
function removedUnlessNeeded(removed: readonly ComponentKey[], installed: Customizations): Removal {
  const dependencies = dependenciesOn(removed, installed);
  if (dependencies.length > 0) {
    // The platform's own words, as pastebin.com/Vdx5Qria records them.
    throw new UninstallRefused(
      `Solution dependencies exist, cannot uninstall.DependencyCount : ${dependencies.length}\n` +
        dependencies.map(({ dependent, required }) => `- ${dependent} requires ${required}`).join('\n'),
      dependencies,
    );
  }
  return withoutComponents(removed, installed);
}
