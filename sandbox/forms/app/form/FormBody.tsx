import React from 'react';
import { useApp } from '../appContext';
import type { FormModel, FormSection, FormTab } from '../formXml/formModel';
import type { RecordSession } from '../record/recordSession';
import { CellView } from './CellView';
import { labelIn } from './labelOfCell';

interface PartProps {
  readonly record: RecordSession;
  readonly isReadOnly: boolean;
  /** Columns that were empty at the last attempt to save. */
  readonly missing: ReadonlySet<string>;
}

function SectionView({ section, ...part }: PartProps & { readonly section: FormSection }): React.JSX.Element {
  const { session } = useApp();
  const title = section.showLabel ? labelIn(section.labels, session.language) : '';
  const titleId = `section-${section.id.replace(/[{}]/g, '')}`;
  return (
    <div className="form-section" role="group" aria-labelledby={title === '' ? undefined : titleId}>
      {title !== '' && <h2 id={titleId}>{title}</h2>}
      <div className={`cells columns-${section.columnCount}`}>
        {section.cells.map((cell) => (
          <CellView key={cell.id} cell={cell} {...part} />
        ))}
      </div>
    </div>
  );
}

/** Two columns of one third and two thirds are `width="33%"` and `width="67%"`: the shares of the room. */
function shareOf(width: string): number {
  return Number.parseFloat(width) || 1;
}

function TabPanel({
  tab,
  tabId,
  ...part
}: PartProps & { readonly tab: FormTab; readonly tabId: string }): React.JSX.Element {
  return (
    <div role="tabpanel" id={`${tabId}-panel`} aria-labelledby={tabId} className="tab-panel">
      {tab.columns.map((column, position) => (
        <div key={position} className="tab-column" style={{ flexGrow: shareOf(column.width) }}>
          {column.sections.map((section) => (
            <SectionView key={section.id} section={section} {...part} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface FormBodyProps extends PartProps {
  readonly form: FormModel;
  /** Position of the tab that is open. */
  readonly shown: number;
  readonly show: (position: number) => void;
}

/** The tabs of a form; arrow keys move between them. */
export function FormBody({ form, shown, show, ...part }: FormBodyProps): React.JSX.Element | null {
  const { session } = useApp();
  const tab = form.tabs[shown];
  const tabIdAt = (position: number) => `tab-${position}`;

  const moveBy = (step: number) => {
    const next = (shown + step + form.tabs.length) % form.tabs.length;
    show(next);
    document.getElementById(tabIdAt(next))?.focus();
  };

  return (
    <>
      <div role="tablist" className="tab-list" aria-label={session.texts.formTabs}>
        {form.tabs.map((candidate, position) => (
          <button
            key={candidate.id}
            type="button"
            role="tab"
            id={tabIdAt(position)}
            aria-selected={position === shown}
            aria-controls={position === shown ? `${tabIdAt(position)}-panel` : undefined}
            tabIndex={position === shown ? 0 : -1}
            onClick={() => show(position)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight' || key === 'ArrowLeft') {
                moveBy(key === 'ArrowRight' ? 1 : -1);
              }
            }}
          >
            {labelIn(candidate.labels, session.language)}
          </button>
        ))}
      </div>
      {tab !== undefined && <TabPanel key={tab.id} tab={tab} tabId={tabIdAt(shown)} {...part} />}
    </>
  );
}
