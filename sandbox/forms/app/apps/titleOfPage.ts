import type { AppModule } from './appModule';
import { readSiteMap } from './siteMap';

/**
 * The title of a web resource in an app's site map.
 * @returns null where the site map does not name it
 */
export function titleOfPage(app: AppModule, webResource: string, language: number): string | null {
  const subAreas = readSiteMap(app.siteMapXml, language).flatMap(({ groups }) =>
    groups.flatMap((group) => group.subAreas),
  );
  const found = subAreas.find(({ page }) => page.kind === 'webResource' && page.name === webResource);
  return found?.title ?? null;
}
