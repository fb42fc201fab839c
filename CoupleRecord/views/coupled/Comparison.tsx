import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { compareFields } from '../../../businessCentral/coupling/compareFields';
import type { FieldComparison } from '../../../businessCentral/coupling/compareFields';
import { mappedRecords } from '../../../businessCentral/coupling/mappedFields';
import type { CouplingRow } from '../../../businessCentral/coupling/types';
import type { SalesRecord } from '../../../sales/couplableRecords';
import { wordsOf } from '../../../ui/failure';
import type { Format } from '../../../ui/format';
import { Icon } from '../../../ui/icons';
import type { IconName } from '../../../ui/icons';
import { HeardOnly, LiveRegion } from '../../../ui/LiveRegion';
import { Notice, toneColour } from '../../../ui/Notice';
import { SkeletonLine } from '../../../ui/Skeleton';
import { useReading } from '../../../ui/useReading';
import type { CouplingSession } from '../../couplingSession';
import { couplingStyles } from '../Coupling.styles';
import { useCouplingLanguage } from '../texts';

export interface ComparisonProps {
  readonly session: CouplingSession;
  readonly coupling: CouplingRow;
  readonly record: SalesRecord;
  /** When the coupling was read; the fields are read again with it. */
  readonly readAt: number;
}

/** The way a value goes, between the columns that it goes from and to. */
const arrows: Readonly<Record<FieldComparison['wins'], IconName>> = {
  businessCentral: 'toRight',
  sales: 'toLeft',
  either: 'bothWays',
};

/** The mapped fields of both records side by side. */
export function Comparison({ session, coupling, record, readAt }: ComparisonProps): React.ReactElement {
  const { texts, format } = useCouplingLanguage();
  const theme = useTheme();
  const classes = couplingStyles(theme);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const { value, failure } = useReading({
    subject: coupling.systemId,
    key: `${coupling.systemId} ${readAt}`,
    ask: (options) => session.fieldsOf(coupling, options),
  });
  if (value === null) {
    const words = failure === null ? null : wordsOf(failure, texts);
    return (
      <div className={classes.compared} aria-busy={words === null}>
        <LiveRegion message={words === null ? texts.say('comparing') : `${words.sentence} ${words.remedy}`} />
        {words === null ? (
          [80, 65, 75].map((width) => <SkeletonLine key={width} width={`${width}%`} />)
        ) : (
          <Notice icon="warning" tone="bad" word={words.sentence} next={words.remedy} />
        )}
      </div>
    );
  }
  const fields = compareFields(value, record.fields);
  const differences = fields.filter(({ isEqual }) => isEqual === false);
  const summary = texts.count('differences', differences.length);
  const left = mappedRecords[coupling.pair.kind]?.left ?? [];
  const shown = onlyDifferences ? differences : fields;
  if (fields.length === 0) {
    return <p className={classes.quiet}>{texts.say('nothingToCompare')}</p>;
  }
  const written = (content: string | number | null, { field, decimals }: FieldComparison) =>
    content === null || content === '' ? (
      <span className={classes.why}>{texts.say('empty')}</span>
    ) : (
      fieldText(content, field, decimals, format)
    );
  return (
    <div className={classes.compared}>
      <LiveRegion message={summary} />
      <div className={classes.buttons}>
        <span className={classes.name}>{summary}</span>
        {differences.length > 0 && (
          <label className={classes.choice}>
            <input
              type="checkbox"
              checked={onlyDifferences}
              onChange={(event) => setOnlyDifferences(event.target.checked)}
            />
            {texts.say('onlyDifferences')}
          </label>
        )}
      </div>
      <table className={classes.table} aria-label={texts.say('compare')}>
        <thead>
          <tr>
            <th scope="col">{texts.say('column_field')}</th>
            <th scope="col">{texts.say('column_businessCentral')}</th>
            <th scope="col" className={classes.direction}>
              <HeardOnly>{texts.say('column_direction')}</HeardOnly>
            </th>
            <th scope="col">{texts.say('column_sales')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((compared) => (
            <tr key={compared.field}>
              <th scope="row">
                {texts.say(`field_${compared.field}`)}
                {compared.isEqual === null && (
                  <span className={classes.why}>{texts.say('notComparable')}</span>
                )}
                {compared.isEqual === false && (
                  <span className={classes.why} style={{ color: toneColour(theme, 'warning') }}>
                    <Icon name="notEqual" size={16} />
                    {texts.say('differs')}
                  </span>
                )}
              </th>
              <td>
                {compared.field === 'currency' && compared.businessCentral === null
                  ? texts.say('localCurrency')
                  : written(compared.businessCentral, compared)}
              </td>
              <td>
                <span
                  role="img"
                  aria-label={texts.say(`wins_${compared.wins}`)}
                  title={texts.say(`wins_${compared.wins}`)}
                  className={classes.quietIcon}
                >
                  <Icon name={arrows[compared.wins]} size={16} />
                </span>
              </td>
              <td>{written(compared.sales, compared)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length > 0 && (
        <p className={classes.technical}>
          {texts.say('notCompared', {
            fields: left.map((field) => texts.say(`field_${field}`)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

/** A value as the user writes such values; days come as `yyyy-MM-dd`. */
function fieldText(
  content: string | number,
  field: FieldComparison['field'],
  decimals: number | null,
  format: Format,
): string {
  if (typeof content === 'number') {
    return decimals === 2 ? format.price(content) : format.quantity(content);
  }
  return field.endsWith('Date') && /^\d{4}-\d\d-\d\d$/.test(content) ? format.day(content) : content;
}
