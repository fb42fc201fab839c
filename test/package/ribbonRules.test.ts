import type { Refusal } from './solutionFixtures';
import { broken, findings, pathOf, realSources } from './solutionFixtures';

const ribbon = pathOf('Entities/Account/RibbonDiff.xml');
const command = 'bcs.account.Form.OpenInBusinessCentral';

const refusals: readonly Refusal[] = [
  [
    "a command on another table's form",
    () => broken(ribbon, 'Location="Mscrm.Form.account.', 'Location="Mscrm.Form.contact.'),
    ribbon,
    'is no group of commands on a form of account',
  ],
  [
    'a command on a list',
    () => broken(ribbon, 'Location="Mscrm.Form.', 'Location="Mscrm.HomepageGrid.'),
    ribbon,
    'is no group of commands on a form of account',
  ],
  [
    'a button whose command is not defined',
    () => broken(ribbon, `Command="${command}.Command"`, `Command="${command}.Elsewhere"`),
    ribbon,
    `names the command ${command}.Elsewhere, which is not defined`,
  ],
  [
    'a command that no button gives',
    () => broken(ribbon, `Command="${command}.Command"`, 'Command="Mscrm.SavePrimary"'),
    ribbon,
    `defines the command ${command}.Command, which nothing names`,
  ],
  [
    'a rule that is not defined',
    () =>
      broken(ribbon, '<EnableRule Id="bcs.account.Form.IsSaved.', '<EnableRule Id="bcs.account.Form.IsNew.'),
    ribbon,
    'names the rule bcs.account.Form.IsNew.EnableRule, which is not defined',
  ],
  [
    'a label that is not there',
    () => broken(ribbon, `<LocLabel Id="${command}.LabelText">`, `<LocLabel Id="${command}.Label">`),
    ribbon,
    `names the label ${command}.LabelText, which is not defined`,
  ],
  [
    'a label that is not there in one language',
    () => broken(ribbon, '<Title description="Apri in Business Central" languagecode="1040" />', ''),
    ribbon,
    'the label "Open in Business Central" is not there in language 1040',
  ],
  [
    'a script that the solution does not bring',
    () => broken(ribbon, 'bcs_/commands/openInBusinessCentral.js', 'bcs_/commands/open.js'),
    ribbon,
    'names the web resource bcs_/commands/open.js, which the solution does not bring',
  ],
  [
    'an id without the prefix',
    () => broken(ribbon, `CustomAction Id="${command}`, 'CustomAction Id="OpenInBusinessCentral'),
    ribbon,
    'does not begin with bcs.',
  ],
  [
    'an id that is there twice',
    () => broken(ribbon, `Button Id="${command}.Button"`, `Button Id="${command}.CustomAction"`),
    ribbon,
    `the id ${command}.CustomAction is there twice`,
  ],
];

describe('a command is refused', () => {
  test.each(refusals)('%s', (_case, find, part, reason) => {
    expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
  });

  test('not as the solution has it', () => {
    expect(findings(realSources)).toEqual([]);
  });
});
