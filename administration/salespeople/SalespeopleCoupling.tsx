import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { UserToCouple } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import { Confirmation } from '../parts/Confirmation';
import { Tick } from '../parts/entries';
import { pageStyles } from '../parts/page.styles';
import { SeriesPart } from '../series/SeriesPart';
import { useSeries } from '../series/useSeries';
import { useAdministrationLanguage } from '../strings';
import { ReadingPart } from '../synchronization/ReadingPart';
import type { Pairing, SalespeopleQuestions } from './questions';
import { pairingsOf, pairsOf } from './salespeoplePairs';
import type { KnownSalespeople, SalespersonPair } from './salespeoplePairs';
import { SalespeopleTable } from './SalespeopleTable';
import { coupledWords, SalespeopleWords } from './SalespeopleWords';
import { UsersWithout } from './UsersWithout';
import { useSalespeople } from './useSalespeople';

/** Couples salespeople with users: what is proposed, what somebody chooses, one or all. */
export function SalespeopleCoupling({
  questions,
}: {
  readonly questions: SalespeopleQuestions;
}): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { known, ownedRows } = useSalespeople(questions);
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map());
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [asked, setAsked] = useState<readonly Pairing[] | null>(null);
  const series = useSeries<Pairing>(known.again);
  const isBusy = series.state.stage === 'working';

  const couple = (pairings: readonly Pairing[]) => {
    setAsked(null);
    series.start((options) => questions.couple(pairings, options));
  };
  /** Only what takes a coupling away is asked about. */
  const coupleOrAsk = (pairings: readonly Pairing[]) => {
    if (pairings.some(({ insteadOf }) => insteadOf !== null)) {
      setAsked(pairings);
    } else {
      couple(pairings);
    }
  };
  const choose = ({ salesperson }: SalespersonPair, user: UserToCouple) =>
    setChoices((before) => new Map(before).set(salesperson.code, user.id));

  return (
    <>
      <SeriesPart
        series={series}
        label={texts.say('synch_coupling')}
        keyOf={({ code }) => code}
        nameOf={(pairing) => nameOf(pairing, known.value)}
        onTryAgain={couple}
      />
      <ReadingPart reading={known} announcement={(value) => coupledWords(value, texts)}>
        {(value) => {
          const pairs = pairsOf(value, choices);
          const pairings = pairingsOf(pairs);
          return (
            <div className={classes.blocks}>
              <SalespeopleWords known={value} ownedRows={ownedRows.value} />
              <div className={classes.buttons}>
                <SmallButton
                  text={texts.count('salespeople_coupleAll', pairings.length)}
                  icon="linked"
                  disabled={isBusy || pairings.length === 0}
                  onClick={() => coupleOrAsk(pairings)}
                />
                <Tick label={texts.say('salespeople_onlyOpen')} isOn={onlyOpen} onChange={setOnlyOpen} />
              </div>
              {asked !== null && (
                <Confirmation
                  question={texts.say('salespeople_recouple_question', {
                    pairs: asked
                      .filter(({ insteadOf }) => insteadOf !== null)
                      .map((pairing) => nameOf(pairing, value))
                      .join(', '),
                  })}
                  meaning={texts.say('salespeople_recouple_meaning')}
                  yes={texts.say('salespeople_couple')}
                  onYes={() => couple(asked)}
                  onNo={() => setAsked(null)}
                />
              )}
              <SalespeopleTable
                pairs={onlyOpen ? pairs.filter(({ state }) => state !== 'coupled') : pairs}
                allPairs={pairs}
                users={value.users}
                isBusy={isBusy}
                onChoose={choose}
                onCouple={(pair) => coupleOrAsk(pairingsOf([pair]))}
              />
              <UsersWithout questions={questions} known={value} ownedRows={ownedRows} />
            </div>
          );
        }}
      </ReadingPart>
    </>
  );
}

function nameOf({ code, userId }: Pairing, known: KnownSalespeople | null): string {
  const user = known?.users.find(({ id }) => id === userId);
  return `${code} – ${user?.name ?? userId}`;
}
