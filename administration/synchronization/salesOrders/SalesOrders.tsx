import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useReading } from '../../../ui/useReading';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import type { SalesOrderIntegration, SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';

export interface SalesOrdersProps {
  readonly questions: SynchronizationQuestions;
  /** Shows where records are coupled. */
  readonly onCouple: () => void;
}

/** So many names are read; the rest is a number. */
const namesShown = 20;

/** Whether orders go over to Business Central, who may handle that, and what is still in their way. */
export function SalesOrders({ questions, onCouple }: SalesOrdersProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const reading = useReading({
    subject: 'salesOrders',
    key: 'salesOrders',
    ask: (options) => questions.salesOrderIntegration(options),
  });
  const stateWord = ({ isOn }: SalesOrderIntegration) =>
    texts.say(isOn === null ? 'synch_orders_unknown' : isOn ? 'synch_orders_on' : 'synch_orders_off');
  return (
    <ReadingPart reading={reading} announcement={stateWord}>
      {(integration) => {
        const { isOn, direction, handledBy, gaps } = integration;
        return (
          <div className={classes.blocks}>
            <Notice
              icon={isOn === null ? 'question' : isOn ? 'check' : 'forbidden'}
              tone={isOn === true ? 'good' : 'warning'}
              word={stateWord(integration)}
              {...(direction === null || isOn !== true
                ? {}
                : { text: texts.say(`synch_direction_${direction}`) })}
              next={
                isOn === true
                  ? ''
                  : texts.say(isOn === null ? 'synch_orders_unknown_next' : 'synch_orders_off_next')
              }
            />
            <section>
              <h2 className={classes.subheading}>{texts.say('synch_orders_who')}</h2>
              {handledBy === null ? (
                <Notice
                  icon="question"
                  tone="neutral"
                  word={texts.say('synch_unknown')}
                  next={texts.say('synch_orders_whoUnknown_next')}
                />
              ) : handledBy.length === 0 ? (
                <Notice
                  icon="warning"
                  tone="warning"
                  word={texts.say('synch_orders_nobody')}
                  next={texts.say('synch_orders_nobody_next')}
                />
              ) : (
                <ul>
                  {handledBy.slice(0, namesShown).map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                  {handledBy.length > namesShown && (
                    <li>{texts.count('synch_orders_others', handledBy.length - namesShown)}</li>
                  )}
                </ul>
              )}
            </section>
            <section>
              <h2 className={classes.subheading}>{texts.say('synch_orders_missing')}</h2>
              {gaps.length === 0 ? (
                <Notice icon="check" tone="good" word={texts.say('synch_orders_nothingMissing')} />
              ) : (
                <>
                  {gaps.map(({ gap, count }) => (
                    <Notice
                      key={gap}
                      icon="unlinked"
                      tone="warning"
                      word={texts.count(`synch_orderGap_${gap}`, count)}
                    />
                  ))}
                  <SmallButton text={texts.say('synch_coupleFirst')} icon="linked" onClick={onCouple} />
                </>
              )}
            </section>
          </div>
        );
      }}
    </ReadingPart>
  );
}
