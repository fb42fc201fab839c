import { unzipSync, strFromU8 } from 'fflate';
import { request, textIn } from '../dataverse/request';

/** A command that a solution has added to a table's forms. */
export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Address of its picture; empty: none. */
  readonly image: string;
  /** Name of the web resource that holds its function. */
  readonly library: string;
  /** Dotted path from `window`. */
  readonly functionName: string;
  /** Whether it is there on a new record, and on a saved one. */
  readonly isEnabled: (isNew: boolean) => boolean;
}

const webResource = /^\$webresource:/;

/** What the client calls the one parameter that this page can give. */
const primaryControl = 'PrimaryControl';

function addressOf(image: string): string {
  return webResource.test(image) ? image.replace(webResource, '/webresources/') : '';
}

/** A rule of another kind is not known here, and is an error rather than passed over. */
function ruleOf(rule: Element): (isNew: boolean) => boolean {
  const tests = [...rule.children].map((test) => {
    const state = test.getAttribute('State');
    if (test.tagName !== 'FormStateRule' || (state !== 'Create' && state !== 'Existing')) {
      throw new Error(`The form host does not know the rule ${test.tagName} ${state ?? ''}.`);
    }
    const inverts = test.getAttribute('InvertResult') === 'true';
    return (isNew: boolean) => ((state === 'Create') === isNew) !== inverts;
  });
  return (isNew) => tests.every((test) => test(isNew));
}

function byId(root: Element, selector: string, id: string | null): Element {
  const found = [...root.querySelectorAll(selector)].find((element) => element.getAttribute('Id') === id);
  if (found === undefined) {
    throw new Error(`The ribbon has no ${selector} ${id ?? ''}.`);
  }
  return found;
}

function commandOf(ribbon: Element, button: Element): RibbonCommand {
  const command = byId(ribbon, 'CommandDefinition', button.getAttribute('Command'));
  const action = command.querySelector('Actions > JavaScriptFunction');
  const parameters = [...(action?.children ?? [])].map((parameter) => parameter.getAttribute('Value'));
  if (action === null || parameters.some((parameter) => parameter !== primaryControl)) {
    throw new Error(`The form host cannot run the command ${command.getAttribute('Id') ?? ''}.`);
  }
  const rules = [...command.querySelectorAll('EnableRules > EnableRule')].map((reference) =>
    ruleOf(byId(ribbon, 'RuleDefinitions > EnableRules > EnableRule', reference.getAttribute('Id'))),
  );
  return {
    id: button.getAttribute('Id') ?? '',
    label: button.getAttribute('LabelText') ?? '',
    title: button.getAttribute('ToolTipTitle') ?? '',
    image: addressOf(button.getAttribute('ModernImage') ?? ''),
    library: (action.getAttribute('Library') ?? '').replace(webResource, ''),
    functionName: action.getAttribute('FunctionName') ?? '',
    isEnabled: (isNew) => rules.every((rule) => rule(isNew)),
  };
}

async function read(table: string): Promise<readonly RibbonCommand[]> {
  const answer = await request(`RetrieveEntityRibbon(EntityName='${table}',RibbonLocationFilter='Form')`);
  const packed = Uint8Array.from(atob(textIn(answer['CompressedEntityXml'])), (letter) =>
    letter.charCodeAt(0),
  );
  const xml = unzipSync(packed)['RibbonXml.xml'];
  const ribbon = new DOMParser().parseFromString(
    xml === undefined ? '' : strFromU8(xml),
    'text/xml',
  ).documentElement;
  return [...ribbon.querySelectorAll('Controls > Button')].map((button) => commandOf(ribbon, button));
}

const known = new Map<string, Promise<readonly RibbonCommand[]>>();

/** The commands of a table's forms, read once a page. @throws DataverseError, Error */
export function ribbonOf(table: string): Promise<readonly RibbonCommand[]> {
  const reading = known.get(table) ?? read(table);
  known.set(table, reading);
  return reading;
}
