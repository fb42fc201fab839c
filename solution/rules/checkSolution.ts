import type { BuiltControl } from '../packer/builtControls';
import type { FileTree } from '../packer/fileTree';
import type { SolutionSources } from '../packer/solutionSources';
import { checkApps } from './apps';
import { checkColumnSecurity } from './columnSecurity';
import { checkControls } from './controls';
import { checkDependencies } from './dependencies';
import type { Finding } from './finding';
import { checkForms } from './forms';
import { checkIdentifiers } from './identifiers';
import { checkLabels } from './labels';
import { checkPrefix } from './prefix';
import { checkRibbons } from './ribbons';
import { checkRoles } from './roles';
import { checkRootComponents } from './rootComponents';
import { checkSiteMaps } from './siteMaps';
import { checkSourceLayout } from './sourceLayout';
import { checkVersions } from './versions';
import { checkViews } from './views';
import { checkWebResources } from './webResources';

/**
 * Every rule of this folder over the whole solution.
 * @param webResources content of each web resource, by its name
 * @param packageVersion `version` of package.json
 * @returns everything that is wrong, not only the first; empty: may be packed
 */
export function checkSolution(
  sources: SolutionSources,
  controls: readonly BuiltControl[],
  webResources: FileTree,
  packageVersion: string,
): Finding[] {
  return [
    ...checkSourceLayout(sources),
    ...checkVersions(sources, controls, packageVersion),
    ...checkRootComponents(sources),
    ...checkIdentifiers(sources),
    ...checkPrefix(sources),
    ...checkLabels(sources),
    ...checkControls(sources, controls),
    ...checkForms(sources, controls),
    ...checkViews(sources),
    ...checkRibbons(sources),
    ...checkRoles(sources),
    ...checkColumnSecurity(sources),
    ...checkWebResources(sources, webResources),
    ...checkSiteMaps(sources),
    ...checkApps(sources),
    ...checkDependencies(sources),
  ];
}
