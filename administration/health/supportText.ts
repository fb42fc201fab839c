import { wordsOf } from '../../ui/failure';
import { stringsOf } from '../strings';
import type { AdministrationTexts } from '../strings';
import { textsOf } from '../../ui/texts';
import type { Finding, Health } from './checks';
import { problemWords } from './problemWords';

/** Support reads English, whatever the language of whoever asks it. */
const supportLanguage = 1033;

/**
 * What may be sent to support: when, which way, and what each check found. It holds no secret, since nothing here ever has
 * the key; and no names of persons, which support does not need.
 */
export function supportText({ findings, connection, checkedAt }: Health): string {
  const strings: Readonly<Record<string, string>> = stringsOf(supportLanguage);
  const texts: AdministrationTexts = textsOf((key) => strings[key] ?? key);
  const head = [
    `Business Central for Sales, ${new Date(checkedAt).toISOString()}`,
    ...(connection === null
      ? ['Connection: none']
      : [
          `Way: ${connection.gatewayUrl === '' ? 'direct' : 'gateway'}`,
          `Gateway address: ${connection.gatewayUrl || 'none'}`,
          `OData address: ${connection.odataUrl || 'none'}`,
          `Web client address: ${connection.webClientUrl || 'none'}`,
          `Company: ${connection.company || 'none'}`,
          `Products matched by: ${connection.matchBy}`,
          `Services: ${connection.services || 'as in the contract'}`,
        ]),
  ];
  return [...head, ...findings.map((finding) => lineOf(finding, texts))].join('\n');
}

function lineOf(finding: Finding, texts: AdministrationTexts): string {
  const name = texts.say(`health_${finding.check}`);
  switch (finding.state) {
    case 'ok':
    case 'notReached':
      return `${name}: ${texts.say(`part_${finding.state}`)}`;
    case 'problem': {
      const { sentence, technical } = problemWords(finding.problem, texts, String);
      return `${name}: ${sentence}${technical === '' ? '' : ` (${technical})`}`;
    }
    case 'failed': {
      const { sentence, technical } = wordsOf(finding.failure, texts);
      return `${name}: ${sentence}${technical === null ? '' : ` (${technical})`}`;
    }
  }
}
