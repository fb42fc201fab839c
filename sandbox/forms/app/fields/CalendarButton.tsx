import { Calendar, Callout, DayOfWeek, DirectionalHint } from '@fluentui/react';
import React, { useMemo, useRef, useState } from 'react';
import { useApp } from '../appContext';
import { dayAndMonthNames } from '../format/dayAndMonthNames';
import { Icon } from '../shell/icons';
import { fill } from '../texts/texts';

interface CalendarButtonProps {
  /** Name of the column. */
  readonly label: string;
  readonly value: Date | null;
  readonly choose: (date: Date) => void;
}

/** Opens a calendar over the form. */
export function CalendarButton({ label, value, choose }: CalendarButtonProps): React.JSX.Element {
  const { session } = useApp();
  const { texts, culture } = session;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const strings = useMemo(() => {
    const names = dayAndMonthNames(culture);
    return {
      goToToday: texts.today,
      prevMonthAriaLabel: texts.previousMonth,
      nextMonthAriaLabel: texts.nextMonth,
      prevYearAriaLabel: texts.previousYear,
      nextYearAriaLabel: texts.nextYear,
      days: names.days,
      shortDays: names.shortestDays,
      months: names.months,
      shortMonths: names.shortMonths,
    };
  }, [texts, culture]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={fill(texts.chooseDate, label)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="calendar" />
      </button>
      {isOpen && (
        <Callout
          target={button}
          role="dialog"
          ariaLabel={fill(texts.chooseDate, label)}
          isBeakVisible={false}
          directionalHint={DirectionalHint.bottomRightEdge}
          setInitialFocus
          onDismiss={close}
        >
          <Calendar
            strings={strings}
            firstDayOfWeek={culture.firstDayOfWeek === 0 ? DayOfWeek.Sunday : DayOfWeek.Monday}
            isMonthPickerVisible={false}
            showGoToToday
            {...(value === null ? {} : { value })}
            onSelectDate={(date) => {
              choose(date);
              close();
            }}
          />
        </Callout>
      )}
    </>
  );
}
