import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type {
  ItemSupply,
  LineAvailability,
  ProductSupply,
  RequestedLine,
} from '../../../businessCentral/availability/types';
import { useNow } from '../../../ui/clock';
import { wordsOf } from '../../../ui/failure';
import { missingPartNames } from '../../../ui/missingPartNames';
import { Notice } from '../../../ui/Notice';
import { SkeletonLine } from '../../../ui/Skeleton';
import { PlainButton } from '../../../ui/buttons';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { AvailabilitySession } from '../../availabilitySession';
import { fallsShort } from '../stateLook';
import { useAvailabilityLanguage } from '../texts';
import { Balance } from './Balance';
import { detailsStyles } from './LineDetails.styles';
import { Locations } from './Locations';
import { Substitutes } from './Substitutes';
import { useItemDetails } from './useItemDetails';

export interface LineDetailsProps {
  readonly session: AvailabilitySession;
  readonly line: RequestedLine | null;
  readonly answer: LineAvailability | null;
  readonly supply: ProductSupply | null;
  /** The document's other lines that ask for an item. */
  readonly othersOf: (itemNo: string) => readonly RequestedLine[];
  /** Why the figures could not be read anew, for its technical side. */
  readonly failure: Error | null;
  readonly openAddress: (address: string) => void;
}

/** What is behind the answer for one line; what an administrator needs, where something is missing. */
export function LineDetails({
  line,
  answer,
  supply,
  failure,
  ...rest
}: LineDetailsProps): React.ReactElement {
  const { texts } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  const technical = failure === null ? null : wordsOf(failure, texts).technical;
  return (
    <div className={classes.root}>
      {technical !== null && (
        <p className={classes.technical}>{texts.say('forAdministrator', { details: technical })}</p>
      )}
      {supply?.status === 'found' && line !== null && answer !== null && (
        <FoundItem {...rest} line={line} answer={answer} item={supply.supply} readAt={supply.readAt} />
      )}
    </div>
  );
}

interface FoundItemProps extends Pick<LineDetailsProps, 'session' | 'othersOf' | 'openAddress'> {
  readonly line: RequestedLine;
  readonly answer: LineAvailability;
  readonly item: ItemSupply;
  readonly readAt: number;
}

function FoundItem({
  session,
  line,
  answer,
  item,
  readAt,
  othersOf,
  openAddress,
}: FoundItemProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  const today = format.dayOf(useNow());
  const isStocked = item.kind === 'inventory' || item.kind === null;
  const wantsSubstitutes = fallsShort(answer) || answer.state === 'blocked';
  const { details, hasSubstitutes, failure } = useItemDetails(session, item, readAt, wantsSubstitutes);
  const address = session.itemAddress(item.itemNo);
  const missing = [...item.missing, ...(details?.missing ?? [])];
  return (
    <>
      <div className={classes.head}>
        <span>
          {texts.say('item', { number: item.itemNo })}
          {item.description !== line.title && ` – ${item.description}`}
        </span>
        {item.unitPrice !== null && (
          <span>
            <span className={classes.quiet}>{texts.say('unitPrice')}</span>{' '}
            {texts.say('perUnit', { price: format.price(item.unitPrice), unit: item.baseUnit })}
          </span>
        )}
        {address !== null && (
          <PlainButton text={texts.say('openItem')} icon="openOutside" onClick={() => openAddress(address)} />
        )}
      </div>
      {isStocked && (
        <div className={classes.parts}>
          <Balance supply={item} today={today} hasOtherLines={othersOf(item.itemNo).length > 0} />
          <div className={classes.column}>
            <Part
              title={texts.say('locations_title')}
              unknown={texts.say('locations_unknown')}
              failure={failure}
              content={details}
              show={({ locations }, titleId) =>
                locations === null ? null : (
                  <Locations locations={locations} unit={item.baseUnit} titleId={titleId} />
                )
              }
            />
            {wantsSubstitutes && (
              <Part
                title={texts.say('substitutes_title')}
                unknown={texts.say('substitutes_unknown')}
                failure={failure}
                content={hasSubstitutes ? details : null}
                show={({ substitutes }) =>
                  substitutes === null ? null : (
                    <Substitutes substitutes={substitutes} line={line} othersOf={othersOf} today={today} />
                  )
                }
              />
            )}
          </div>
        </div>
      )}
      {missing.length > 0 && (
        <p className={classes.technical}>
          {texts.say('forAdministrator', {
            details: texts.say('missing', { parts: missingPartNames(missing) }),
          })}
        </p>
      )}
    </>
  );
}

interface PartProps<Content> {
  readonly title: string;
  /** Said where Business Central did not give this part. */
  readonly unknown: string;
  readonly failure: Error | null;
  /** Null until it is there. */
  readonly content: Content | null;
  readonly show: (content: Content, titleId: string) => React.ReactElement | null;
}

/** A titled part of the details whose room is reserved before it comes. */
function Part<Content>({ title, unknown, failure, content, show }: PartProps<Content>): React.ReactElement {
  const { texts } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  const titleId = useUniqueId();
  const words = failure === null ? null : wordsOf(failure, texts);
  return (
    <div>
      <h3 id={titleId} className={classes.title}>
        {title}
      </h3>
      <div
        className={`${classes.reserved} ${classes.focusable}`}
        role="region"
        aria-labelledby={titleId}
        aria-busy={content === null && failure === null}
        tabIndex={0}
      >
        {content !== null ? (
          (show(content, titleId) ?? unknown)
        ) : words !== null ? (
          <Notice icon="warning" tone="bad" word={words.sentence} next={words.remedy} />
        ) : (
          <>
            <SkeletonLine width="80%" />
            <SkeletonLine width="65%" />
            <SkeletonLine width="75%" />
          </>
        )}
      </div>
    </div>
  );
}
