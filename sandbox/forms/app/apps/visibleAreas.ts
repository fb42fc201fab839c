import type { Session } from '../session';
import type { AppModule } from './appModule';
import { readSiteMap, type SiteMapArea } from './siteMap';

/** The part of an app's site map that the user's privileges let him see; what is empty without the rest is left out. */
export function visibleAreas(app: AppModule, session: Session): readonly SiteMapArea[] {
  return readSiteMap(app.siteMapXml, session.language)
    .map((area) => ({
      ...area,
      groups: area.groups
        .map((group) => ({
          ...group,
          subAreas: group.subAreas.filter(({ privileges }) =>
            privileges.every(({ table, verbs }) =>
              verbs.every((verb) => session.hasPrivilege(table, verb, 0)),
            ),
          ),
        }))
        .filter(({ subAreas }) => subAreas.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}
