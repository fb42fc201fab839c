import { strToU8, zipSync } from 'fflate';
import type { Ribbon } from '../customizations';
import { badRequest, DataverseError, errorCodes } from '../dataverseError';
import { xmlOf } from '../importer/xml';
import type { XmlElement } from '../importer/xml';
import { labelIn } from '../metadata/column';
import type { Organization } from '../organization';
import type { Segment } from './resourcePath';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/**
 * Answers `RetrieveEntityRibbon(EntityName='account',RibbonLocationFilter='Form')`: the commands that solutions add to a
 * table's forms, as the base64 text of a zip that holds `RibbonXml.xml` (Microsoft Learn, "Export ribbon definitions"). The
 * platform's own commands are not among them: the form host draws those itself.
 * @param language of the texts
 * @throws DataverseError 400, 404
 */
export function requestToRibbon(
  { customizations, metadata }: Organization,
  language: number,
  request: WebApiRequest,
  { key }: Segment,
): WebApiReply {
  const match =
    /^EntityName='(\w+)',RibbonLocationFilter=(?:Microsoft\.Dynamics\.CRM\.RibbonLocationFilters)?'(Form|All|Default)'$/.exec(
      key ?? '',
    );
  const name = match?.[1];
  if (name === undefined) {
    throw badRequest('Bad Request - Error in query syntax.');
  }
  if (!metadata.find(name)) {
    throw new DataverseError(
      404,
      errorCodes.rowNotFound,
      `Could not find an entity with specified entity name: ${name}.`,
    );
  }
  const xml = xmlOf(ribbonDefinitions(name, customizations.ribbons.get(name), language));
  const zip = zipSync({ 'RibbonXml.xml': strToU8(xml) });
  return {
    status: 200,
    headers: {},
    body: {
      '@odata.context': `${request.root}/$metadata#Microsoft.Dynamics.CRM.RetrieveEntityRibbonResponse`,
      CompressedEntityXml: Buffer.from(zip).toString('base64'),
    },
  };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

function ribbonDefinitions(table: string, ribbon: Ribbon | undefined, language: number): XmlElement {
  const tab = `Mscrm.Form.${table}.MainTab`;
  return element('RibbonDefinitions', {}, [
    element('RibbonDefinition', {}, [
      element('UI', {}, [
        element('Ribbon', {}, [
          element('Tabs', { Id: 'Mscrm.Tabs' }, [
            element('Tab', { Id: tab, Command: `${tab}.Command` }, [
              element('Groups', { Id: `${tab}.Groups` }, ribbon ? groupsOf(tab, ribbon, language) : []),
            ]),
          ]),
        ]),
      ]),
      element('CommandDefinitions', {}, ribbon?.commands ?? []),
      element('RuleDefinitions', {}, [element('EnableRules', {}, ribbon?.rules ?? [])]),
    ]),
  ]);
}

/** A button whose place is no group of the form's tab is in no group, as on the platform, which does not say so. */
function groupsOf(tab: string, { actions, labels }: Ribbon, language: number): readonly XmlElement[] {
  const withPlace = actions.flatMap(({ location, sequence, buttons }) => {
    const group = /^(.+)\.Controls\._children$/.exec(location)?.[1] ?? '';
    return group.startsWith(`${tab}.`) ? [{ group, sequence, buttons }] : [];
  });
  return [...new Set(withPlace.map(({ group }) => group))].map((group) =>
    element('Group', { Id: group }, [
      element(
        'Controls',
        { Id: `${group}.Controls` },
        withPlace
          .filter((action) => action.group === group)
          .sort((a, b) => a.sequence - b.sequence)
          .flatMap(({ buttons }) =>
            buttons.map((attributes) => ({
              name: 'Button',
              attributes: new Map(
                [...attributes].map(([name, value]) => {
                  const label = /^\$LocLabels:(.+)$/.exec(value)?.[1];
                  return [
                    name,
                    label === undefined ? value : labelIn(labels.get(label) ?? {}, language),
                  ] as const;
                }),
              ),
              children: [],
            })),
          ),
      ),
    ]),
  );
}
