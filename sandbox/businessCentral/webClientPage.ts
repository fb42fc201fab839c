/** Characters that mean something in HTML. */
export function escapedHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Names of the pages that a deep link of ours may ask for. */
const pageNames: Readonly<Record<string, string>> = {
  7: 'Customer Price Groups',
  21: 'Customer Card',
  26: 'Vendor Card',
  30: 'Item Card',
  31: 'Items',
  42: 'Sales Order',
  76: 'Resource Card',
  132: 'Posted Sales Invoice',
  209: 'Units of Measure',
  495: 'Currency Card',
  5050: 'Contact Card',
  5116: 'Salesperson/Purchaser Card',
  5124: 'Opportunity Card',
  5329: 'CRM Redirect',
  5400: 'Unit Group',
};

/**
 * Stands in for the web client: says which page and record a deep link asks for (Microsoft Learn
 * "devenv-web-client-urls").
 * @param parameters query parameters of the link
 */
export function webClientPage(parameters: URLSearchParams): string {
  const page = parameters.get('page') ?? '';
  const rows = [
    ['Company', parameters.get('company') ?? ''],
    ['Page', `${page} ${pageNames[page] ?? ''}`.trim()],
    ['Filter', parameters.get('filter') ?? ''],
    ['Bookmark', parameters.get('bookmark') ?? ''],
  ].filter(([, value]) => value !== '');
  const title = pageNames[page] ?? 'Business Central';
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapedHtml(title)} - Business Central (sandbox)</title>
<style>body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;margin:3rem;max-width:48rem}th{text-align:left;padding-right:2rem}</style>
</head><body><h1>${escapedHtml(title)}</h1>
<p>The sandbox has no web client. A real Business Central would open this:</p>
<table>${rows.map(([name, value]) => `<tr><th scope="row">${escapedHtml(name ?? '')}</th><td>${escapedHtml(value ?? '')}</td></tr>`).join('')}</table>
</body></html>
`;
}
