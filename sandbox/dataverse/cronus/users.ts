import { owningTeam } from '../../demoData/couplingAccounts';
import { recordId } from '../../identity';
import { rootBusinessUnitId } from '../organization';
import type { Row } from '../rows/row';
import { seedRows } from './seedRows';
import type { Seeding } from './seedRows';

/** A user of the demo, and what he or she is there to show. */
export interface DemoUser {
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  /** Windows locale ids of the user interface and of the formats. */
  readonly language: number;
  readonly locale: number;
  readonly standardRoles: readonly string[];
  /** Roles and column security profiles that come with the solution. */
  readonly solutionRoles: readonly string[];
  readonly profiles: readonly string[];
}

const credentials = 'Business Central Credentials';

/** Sara is who one is without signing in. */
export const demoUsers: readonly DemoUser[] = [
  {
    firstName: 'Sara',
    lastName: 'Andersson',
    title: 'Sells, and sees everything',
    language: 1033,
    locale: 1053,
    standardRoles: ['Salesperson'],
    solutionRoles: ['Product Availability User', 'Integration User'],
    profiles: [credentials],
  },
  {
    firstName: 'Paolo',
    lastName: 'Rossi',
    title: 'Sells, without a role for Business Central',
    language: 1040,
    locale: 1040,
    standardRoles: ['Salesperson'],
    solutionRoles: [],
    profiles: [],
  },
  {
    firstName: 'Aino',
    lastName: 'Virtanen',
    title: 'Sells, without the column security profile',
    language: 1035,
    locale: 1035,
    standardRoles: ['Salesperson'],
    solutionRoles: ['Product Availability User'],
    profiles: [],
  },
  {
    firstName: 'Jim',
    lastName: 'Olive',
    title: 'Salesperson JO of CRONUS',
    language: 1033,
    locale: 1033,
    standardRoles: ['Salesperson'],
    solutionRoles: ['Integration User'],
    profiles: [credentials],
  },
  {
    firstName: 'Nils',
    lastName: 'Berg',
    title: 'Sells, without the role for customer statistics',
    language: 1053,
    locale: 1053,
    standardRoles: ['Salesperson'],
    solutionRoles: ['Product Availability User'],
    profiles: [credentials],
  },
  {
    firstName: 'Ada',
    lastName: 'Admin',
    title: 'Administrator',
    language: 1033,
    locale: 1033,
    standardRoles: ['System Administrator'],
    solutionRoles: ['Integration Administrator', 'Integration User', 'Product Availability User'],
    profiles: [credentials],
  },
  {
    firstName: 'Ivo',
    lastName: 'Novak',
    title: 'Sells, and couples records with Business Central',
    language: 1033,
    locale: 1033,
    standardRoles: ['Salesperson'],
    solutionRoles: ['Integration Administrator', 'Integration User', 'Product Availability User'],
    profiles: [credentials],
  },
];

export function userName({ firstName, lastName }: DemoUser): string {
  return `${firstName} ${lastName}`;
}

export function userId(user: DemoUser): string {
  return recordId('systemuser', userName(user));
}

/** The gateway, as a user: an application that nobody signs in as. */
const gatewayName = 'Business Central Gateway';
export const gatewayUserId = recordId('systemuser', gatewayName);
/** What whoever installs the gateway gives it (docs/gateway.md). */
export const gatewayRoles = ['Integration Administrator', 'Integration User'] as const;
/** Client id of the gateway's application registration. */
export const gatewayApplicationId = recordId('application', gatewayName);

/** Business Central, as a user: what it synchronizes is changed by this one. */
const integrationName = 'Business Central Integration';
export const integrationUserId = recordId('systemuser', integrationName);
/** Client id of its application registration. */
export const integrationApplicationId = recordId('application', integrationName);

/** The team that every business unit has, with all its users. */
export const defaultTeamId = recordId('team', 'CRONUS');

/** Formats by locale, as Dataverse's personal options hold them. */
const formats: Readonly<Record<number, Row>> = {
  1033: formatRow('M/d/yyyy', '/', 'h:mm tt', '.', ','),
  1035: formatRow('d.M.yyyy', '.', 'H.mm', ',', '\u00a0'),
  1040: formatRow('d/M/yyyy', '/', 'HH:mm', ',', '.'),
  1053: formatRow('yyyy-MM-dd', '-', 'HH:mm', ',', '\u00a0'),
};

function formatRow(date: string, dateSeparator: string, time: string, decimal: string, group: string): Row {
  return {
    dateformatstring: date,
    dateseparator: dateSeparator,
    timeformatstring: time,
    decimalsymbol: decimal,
    numberseparator: group,
    numbergroupformat: '3',
    currencydecimalprecision: 2,
    paginglimit: 50,
  };
}

/** The users with their settings, and the business unit that they are in. */
export function seedUsers(seeding: Seeding): void {
  seedRows(seeding, 'businessunit', [['CRONUS', { name: 'CRONUS' }]]);
  seedRows(
    seeding,
    'systemuser',
    demoUsers.map((user) => [
      userName(user),
      {
        fullname: userName(user),
        firstname: user.firstName,
        lastname: user.lastName,
        title: user.title,
        domainname: mailOf(user),
        internalemailaddress: mailOf(user),
        isdisabled: false,
        islicensed: true,
        businessunitid: { table: 'businessunit', id: rootBusinessUnitId },
      },
    ]),
  );
  seedRows(
    seeding,
    'systemuser',
    (
      [
        [gatewayName, 'Gateway', gatewayApplicationId],
        [integrationName, 'Integration', integrationApplicationId],
      ] as const
    ).map(([name, lastName, applicationId]) => [
      name,
      {
        fullname: name,
        firstname: 'Business Central',
        lastname: lastName,
        applicationid: applicationId,
        isdisabled: false,
        isintegrationuser: true,
        businessunitid: { table: 'businessunit', id: rootBusinessUnitId },
      },
    ]),
  );
  seedRows(
    seeding,
    'team',
    ['CRONUS', owningTeam].map((name) => [
      name,
      {
        name,
        teamtype: 0,
        isdefault: name === 'CRONUS',
        businessunitid: { table: 'businessunit', id: rootBusinessUnitId },
      },
    ]),
  );
  seeding.rows.putAll(
    'usersettings',
    demoUsers.map((user) => [
      userId(user),
      {
        ...formats[user.locale],
        systemuserid: userId(user),
        uilanguageid: user.language,
        localeid: user.locale,
        timezonename: 'Europe/London',
      },
    ]),
  );
}

function mailOf({ firstName, lastName }: DemoUser): string {
  return `${firstName}.${lastName}@cronus.example`.toLowerCase();
}
