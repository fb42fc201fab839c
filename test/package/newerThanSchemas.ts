import type { XmlElement } from '../../solution/packer/xml';
import { childElements, withChildren } from '../../solution/packer/xml';

/**
 * Microsoft's newest published schemas are of version 9.0.0.2090; every export of Dataverse 9.2 holds things that came
 * later. These, and only these, are taken out before a file is held against the schemas.
 */
export const newerElements: Readonly<Record<string, readonly string[]>> = {
  // Measured over some 20 public 9.2 exports (the reference that lies beside the schemas).
  attribute: [
    'AutoNumberFormat',
    // In every column of microsoft/powercat-automation-kit, Entities/autocoe_Department/Entity.xml.
    'IsSearchable',
    'IsFilterable',
    'IsRetrievable',
    'IsLocalizable',
  ],
  // In every app of microsoft/powercat-business-approvals-kit (AppModules, AppModuleSiteMaps).
  AppModule: ['OptimizedFor', 'statecode', 'statuscode', 'NavigationType'],
  AppModuleSiteMap: ['EnableCollapsibleGroups', 'ShowHome', 'ShowPinned', 'ShowRecents'],
  entity: ['IsRetrieveAuditEnabled', 'IsRetrieveMultipleAuditEnabled', 'IsSolutionAware'],
  EntityRelationship: ['CascadeArchive'],
  Role: ['IsAutoAssigned', 'Description'],
};

/** The same for attributes. */
export const newerAttributes: Readonly<Record<string, readonly string[]>> = {
  form: ['headerdensity'],
  option: ['IsHidden'],
};

/** The element without what the schemas are too old for. */
export function asOfSchemas(part: XmlElement): XmlElement {
  const elements = newerElements[part.name] ?? [];
  const attributes = newerAttributes[part.name] ?? [];
  const children = childElements(part).length === 0 ? part.children : childElements(part);
  return withChildren(
    { ...part, attributes: new Map([...part.attributes].filter(([name]) => !attributes.includes(name))) },
    children
      .filter((child) => typeof child === 'string' || !elements.includes(child.name))
      .map((child) => (typeof child === 'string' ? child : asOfSchemas(child))),
  );
}
