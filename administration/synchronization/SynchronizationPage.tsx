import * as React from 'react';
import { useState } from 'react';
import { Pivot, PivotItem, mergeStyleSets } from '@fluentui/react';
import { Notice } from '../../ui/Notice';
import { useUniqueId } from '../../ui/useUniqueId';
import { PageFrame } from '../parts/PageFrame';
import { useAdministrationLanguage } from '../strings';
import { ErrorList } from './errors/ErrorList';
import type { RecordLinks } from './errors/SkippedTable';
import { JobList } from './jobs/JobList';
import { MappingList } from './mappings/MappingList';
import { PrerequisiteList } from './prerequisites/PrerequisiteList';
import type { SynchronizationQuestions } from './questions';
import { FullSynchReview } from './review/FullSynchReview';
import { SalesOrders } from './salesOrders/SalesOrders';

/** The parts of the page; text keys `synch_tab_<tab>`. */
export const synchronizationTabs = [
  'review',
  'prerequisites',
  'errors',
  'jobs',
  'mappings',
  'salesOrders',
] as const;

export type SynchronizationTab = (typeof synchronizationTabs)[number];

export interface SynchronizationPageProps {
  readonly questions: SynchronizationQuestions;
  readonly links: RecordLinks;
  /** Shows the page where salespeople are coupled. */
  readonly onSalespeople: () => void;
  /** The part that is shown first; what is not among them shows the review. */
  readonly firstTab?: string;
}

/** What goes over between Sales and Business Central: started, followed, explained and put right. */
export function SynchronizationPage(props: SynchronizationPageProps): React.ReactElement {
  const { questions, links, onSalespeople, firstTab } = props;
  const { texts } = useAdministrationLanguage();
  const [tab, setTab] = useState<SynchronizationTab>(
    synchronizationTabs.find((each) => each === firstTab) ?? 'review',
  );
  const [hasOpenedReview, setOpenedReview] = useState(tab === 'review');
  const [runWords, setRunWords] = useState('');
  const id = useUniqueId();
  const show = (next: SynchronizationTab) => {
    setTab(next);
    setOpenedReview((before) => before || next === 'review');
  };
  return (
    <PageFrame
      title={texts.say('page_synchronization')}
      intro={texts.say('intro_synchronization')}
      announcement={runWords}
    >
      <Pivot
        aria-label={texts.say('page_synchronization')}
        selectedKey={tab}
        styles={wrapping}
        headersOnly
        getTabId={(key) => `${id}-${key}`}
        onLinkClick={(item) => {
          const chosen = synchronizationTabs.find((each) => each === item?.props.itemKey);
          if (chosen !== undefined) {
            show(chosen);
          }
        }}
      >
        {synchronizationTabs.map((each) => (
          <PivotItem key={each} itemKey={each} headerText={texts.say(`synch_tab_${each}`)} />
        ))}
      </Pivot>
      {/* The review lives on behind the other parts: mappings that wait there are still to be started. */}
      {hasOpenedReview && (
        <div
          role="tabpanel"
          aria-labelledby={`${id}-review`}
          className={classes.part}
          hidden={tab !== 'review'}
        >
          <FullSynchReview
            questions={questions}
            onCoupleFirst={() => show('prerequisites')}
            onRun={setRunWords}
          />
        </div>
      )}
      {tab !== 'review' && (
        <div role="tabpanel" aria-labelledby={`${id}-${tab}`} className={classes.part}>
          {runWords !== '' && <Notice icon="half" tone="neutral" word={runWords} />}
          {tab === 'prerequisites' && (
            <PrerequisiteList questions={questions} onSalespeople={onSalespeople} />
          )}
          {tab === 'errors' && <ErrorList questions={questions} links={links} />}
          {tab === 'jobs' && <JobList questions={questions} />}
          {tab === 'mappings' && <MappingList questions={questions} />}
          {tab === 'salesOrders' && (
            <SalesOrders questions={questions} onCouple={() => show('prerequisites')} />
          )}
        </div>
      )}
    </PageFrame>
  );
}

/** Fluent's menu of what has no room takes its icon from a font on Microsoft's servers; tabs in several rows need none. */
const wrapping = { root: { display: 'flex', flexWrap: 'wrap' } } as const;

const classes = mergeStyleSets({ part: { marginTop: 16 } });
