import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { CheckedService, PublishedObject } from '../../businessCentral/administration/types';
import type { ServiceName } from '../../businessCentral/connection';
import { SmallButton } from '../../ui/buttons';
import { wordsOf } from '../../ui/failure';
import { Notice } from '../../ui/Notice';
import { DataTable } from '../parts/DataTable';
import { TextEntry } from '../parts/entries';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';

export interface ServiceTableProps {
  readonly services: readonly CheckedService[];
  readonly onRename: (service: ServiceName, name: string) => void;
}

/** What Business Central takes as the name of a web service, and what a path can hold as it is. */
const publishableName = /^\w{1,240}$/;

/** Every service: whether it is there, what to publish, what needs it, and under which name it is asked for. */
export function ServiceTable({ services, onRename }: ServiceTableProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <DataTable
      caption={texts.say('services_table')}
      rows={services}
      rowKey={({ service }) => service}
      empty=""
      columns={[
        {
          key: 'service',
          title: texts.say('services_name'),
          isRowHeader: true,
          cell: ({ service, name }) => (name === service ? service : `${service} (${name})`),
        },
        {
          key: 'state',
          title: texts.say('services_state'),
          cell: (checked) => <ServiceState checked={checked} />,
        },
        {
          key: 'object',
          title: texts.say('services_object'),
          cell: ({ object }) => objectName(object, texts),
        },
        {
          key: 'features',
          title: texts.say('services_features'),
          cell: ({ features }) => features.map((feature) => texts.say(`feature_${feature}`)).join(', '),
        },
        {
          key: 'rename',
          title: texts.say('services_otherName'),
          cell: (checked) => <Rename checked={checked} onRename={onRename} />,
        },
      ]}
    />
  );
}

function objectName({ type, id, lastVersion }: PublishedObject, texts: AdministrationTexts): string {
  const kind = texts.say(`object_${type}`);
  if (id === null) {
    return texts.say('services_ofCompanion', { object: kind });
  }
  const object = `${kind} ${id}`;
  return lastVersion === null
    ? object
    : texts.say('services_untilVersion', { object, version: String(lastVersion) });
}

function ServiceState({ checked }: { readonly checked: CheckedService }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const word = texts.say(`service_${checked.state}`);
  switch (checked.state) {
    case 'found':
      return <Notice icon="check" tone="good" word={word} />;
    case 'missing':
      return <Notice icon="cross" tone="bad" word={word} next={texts.say('serviceNext_missing')} />;
    case 'notPermitted':
      return <Notice icon="forbidden" tone="bad" word={word} next={texts.say('serviceNext_notPermitted')} />;
    case 'notForRole':
      return (
        <Notice icon="forbidden" tone="warning" word={word} next={texts.say('serviceNext_notForRole')} />
      );
    case 'lacksFields':
      return <Notice icon="half" tone="warning" word={word} text={checked.fields.join(', ')} />;
    case 'unknown':
      return (
        <Notice icon="question" tone="warning" word={word} next={wordsOf(checked.error, texts).sentence} />
      );
  }
}

interface RenameProps {
  readonly checked: CheckedService;
  readonly onRename: (service: ServiceName, name: string) => void;
}

function Rename({ checked, onRename }: RenameProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [typed, setTyped] = useState<string | null>(null);
  const { service, name, otherNames } = checked;
  if (typed === null) {
    return (
      <SmallButton
        text={texts.say('services_rename')}
        label={`${texts.say('services_rename')}: ${service}`}
        icon="pencil"
        onClick={() => setTyped(otherNames[0] ?? name)}
      />
    );
  }
  const isGood = publishableName.test(typed.trim());
  return (
    <div>
      <TextEntry
        label={texts.say('services_publishedAs', { service })}
        value={typed}
        isWrong={!isGood}
        onChange={setTyped}
        offers={otherNames.map((other) => ({ value: other, name: other }))}
        remark={isGood ? null : texts.say('services_badName')}
      />
      <div className={classes.buttons}>
        <SmallButton
          text={texts.say('services_useName')}
          icon="check"
          disabled={!isGood}
          onClick={() => {
            setTyped(null);
            onRename(service, typed.trim());
          }}
        />
        <SmallButton text={texts.say('cancel')} icon="close" onClick={() => setTyped(null)} />
      </div>
    </div>
  );
}
