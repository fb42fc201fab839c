import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { LocationStock } from '../../../businessCentral/availability/types';
import { useAvailabilityLanguage } from '../texts';
import { detailsStyles } from './LineDetails.styles';

export interface LocationsProps {
  readonly locations: readonly LocationStock[];
  readonly unit: string;
  readonly titleId: string;
}

/** Stock of an item by location. */
export function Locations({ locations, unit, titleId }: LocationsProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  if (locations.length === 0) {
    return <>{texts.say('locations_none')}</>;
  }
  return (
    <table className={classes.table} aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">{texts.say('column_location')}</th>
          <th scope="col" className={classes.number}>
            {texts.say('column_quantity')}
          </th>
        </tr>
      </thead>
      <tbody>
        {locations.map(({ code, name, quantity }) => (
          <tr key={code}>
            <th scope="row">
              {code === '' ? texts.say('noLocation') : name === '' ? code : `${name} (${code})`}
            </th>
            <td className={classes.number}>{`${format.quantity(quantity)} ${unit}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
