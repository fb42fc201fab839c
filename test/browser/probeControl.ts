import type { Page } from 'playwright-core';
import type { Dataverse } from '../../sandbox/dataverse/dataverse';
import { recordId } from '../../sandbox/identity';
import { recordPath, type HostUnderTest } from './hostUnderTest';

/** Packaged name of the probe. */
export const probeName = 'test_Test.Probe';

const manifest = `<?xml version="1.0" encoding="utf-8"?>
<manifest><control namespace="Test" constructor="Probe" version="1.0.0" control-type="virtual" api-version="1.3.19">
  <property name="anchor" of-type="SingleLine.Text" usage="bound" required="true" />
  <property name="company" of-type="Lookup.Simple" usage="bound" />
  <property name="terms" of-type="OptionSet" usage="bound" />
  <property name="limit" of-type="Currency" usage="bound" />
  <property name="delivery" of-type="DateAndTime.DateOnly" usage="bound" />
  <property name="greeting" of-type="SingleLine.Text" usage="input" />
  <property name="unbound" of-type="Decimal" usage="bound" />
  <resources>
    <code path="bundle.js" order="1" />
    <platform-library name="React" version="16.14.0" />
    <resx path="strings/Probe.1033.resx" version="1.0.0" />
    <resx path="strings/Probe.1040.resx" version="1.0.0" />
  </resources>
</control></manifest>`;

/** Keeps what it is given in \`window.probe\`, gives out what is put there, and draws its anchor. */
const bundle = `(function () {
  const calls = [];
  window.probe = { calls, outputs: {}, context: null, notify: null, React: Reactv16, throwNext: false };
  class Probe {
    init(context, notify, state) {
      calls.push('init');
      window.probe.notify = notify;
      window.probe.state = state;
      window.probe.context = context;
      context.mode.trackContainerResize(true);
    }
    updateView(context) {
      calls.push('updateView ' + context.updatedProperties.join(','));
      window.probe.context = context;
      if (window.probe.throwNext) {
        window.probe.throwNext = false;
        throw new Error('the probe broke');
      }
      return Reactv16.createElement('p', { id: 'probe' }, 'Probe of ' + context.parameters.anchor.raw);
    }
    getOutputs() {
      return window.probe.outputs;
    }
    destroy() {
      calls.push('destroy');
    }
  }
  window.ComponentFramework.registerControl('Test.Probe', Probe);
})();`;

function resx(texts: Readonly<Record<string, string>>): string {
  const data = Object.entries(texts).map(
    ([name, value]) => `<data name="${name}"><value>${value}</value></data>`,
  );
  return `<root>${data.join('')}</root>`;
}

const files: Readonly<Record<string, string>> = {
  'ControlManifest.xml': manifest,
  'bundle.js': bundle,
  'strings/Probe.1033.resx': resx({ hello: 'Hello', onlyEnglish: 'In English' }),
  'strings/Probe.1040.resx': resx({ hello: 'Ciao' }),
};

const parameters = `<parameters>
  <anchor>name</anchor><company>customerid</company><terms>paymenttermscode</terms><limit>freightamount</limit>
  <delivery>requestdeliveryby</delivery><greeting static="true" type="SingleLine.Text">good day</greeting>
</parameters>`;

const cell = (column: string, id: string, label: string) =>
  `<row><cell id="{${id}}"><labels><label description="${label}" languagecode="1033" /></labels>` +
  `<control id="${column}" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="${column}" /></cell></row>`;

const formXml = `<form><tabs><tab id="{t1}" name="probe"><labels><label description="Probe" languagecode="1033" /></labels>
<columns><column width="100%"><sections><section id="{s1}" columns="1"><labels /><rows>
${cell('name', 'c1', 'Quote Name')}${cell('freightamount', 'c2', 'Freight')}
<row><cell id="{c3}" showlabel="false"><labels><label description="The probe" languagecode="1033" /></labels>
<control id="probe" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="name" uniqueid="{u1}" /></cell></row>
</rows></section></sections></column></columns></tab></tabs>
<controlDescriptions><controlDescription forControl="{u1}">
${[0, 1, 2].map((factor) => `<customControl formFactor="${factor}" name="${probeName}">${parameters}</customControl>`).join('')}
</controlDescription></controlDescriptions></form>`;

/** The quote form that holds the probe. */
export const probeFormId = recordId('systemform', 'probe');

/** Puts a control and a form into the organization that show what the host gives to controls. */
export function installProbe({ organization }: Dataverse): void {
  const { customizations } = organization;
  const encoder = new TextEncoder();
  organization.customizations = {
    ...customizations,
    controls: new Map(customizations.controls).set(probeName, {
      name: probeName,
      version: '1.0.0',
      manifestXml: manifest,
      properties: [],
      dataSets: [],
      files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
    }),
    forms: new Map(customizations.forms).set(probeFormId, {
      id: probeFormId,
      table: 'quote',
      names: { 1033: 'Quote with Probe' },
      descriptions: {},
      type: 2,
      active: true,
      presentation: 1,
      isDefault: false,
      formXml,
    }),
  };
}

/** What the probe keeps of its host, in the page's `window.probe`. */
export interface Probe {
  readonly calls: string[];
  outputs: Record<string, unknown>;
  readonly context: ComponentFramework.Context<Record<string, ComponentFramework.PropertyTypes.Property>> & {
    readonly mode: { readonly contextInfo: Record<string, string> };
  };
  readonly notify: () => void;
  readonly React: { readonly version: string };
  throwNext: boolean;
}

/** The quote that the probe is opened on: "Office refit" for Trey Research. */
export const probedQuoteId = recordId('quote', 'QUO-01002');

/** Opens the quote on the form with the probe. @param more parameters of the address */
export async function openProbe(host: HostUnderTest, more = ''): Promise<Page> {
  const { page } = await host.open(recordPath('quote', probedQuoteId, `&formid=${probeFormId}${more}`));
  await page.waitForSelector('#probe');
  return page;
}
