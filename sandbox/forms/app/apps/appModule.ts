import { objectsIn, request, rowsOf, textIn, type Json } from '../dataverse/request';

/** A model-driven app that the signed-in user may open. */
export interface AppModule {
  readonly id: string;
  readonly uniqueName: string;
  readonly name: string;
  /** `sitemap.sitemapxml`; empty where the app has none. */
  readonly siteMapXml: string;
}

function isOpenTo(app: Json, roleIds: readonly string[]): boolean {
  return objectsIn(app['appmoduleroles_association']).some((role) =>
    roleIds.includes(textIn(role['roleid'])),
  );
}

/**
 * The apps that a user may open, with their site maps: those that one of the user's roles is given (Microsoft Learn, "Manage
 * access to apps by using security roles"). An app's site map has the app's own unique name.
 * @throws DataverseError
 */
export async function readApps(roleIds: readonly string[]): Promise<readonly AppModule[]> {
  const [apps, siteMaps] = await Promise.all([
    request(
      'appmodules?$select=name,uniquename&$expand=appmoduleroles_association($select=roleid)&$orderby=name asc',
    ),
    request('sitemaps?$select=sitemapnameunique,sitemapxml'),
  ]);
  return rowsOf(apps)
    .filter((app) => isOpenTo(app, roleIds))
    .map((app) => {
      const uniqueName = textIn(app['uniquename']);
      const siteMap = rowsOf(siteMaps).find(({ sitemapnameunique }) => sitemapnameunique === uniqueName);
      return {
        id: textIn(app['appmoduleid']),
        uniqueName,
        name: textIn(app['name']),
        siteMapXml: textIn(siteMap?.['sitemapxml']),
      };
    });
}
