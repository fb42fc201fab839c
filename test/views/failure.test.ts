import { BusinessCentralError, businessCentralErrorCodes } from '../../businessCentral/errors';
import { SalesError, salesErrorCodes } from '../../sales/sales';
import { wordsOf } from '../../ui/failure';
import { textsOf } from '../../ui/texts';
import { strings } from './fakeContext';

const texts = textsOf((key) => strings[key] ?? key);

const failures = [
  ...businessCentralErrorCodes
    .filter((code) => code !== 'aborted')
    .map((code) => new BusinessCentralError(code)),
  ...salesErrorCodes.map((code) => new SalesError(code)),
];

it.each(failures)('has words of its own for $code', (failure) => {
  const { sentence, remedy } = wordsOf(failure, texts);
  expect(sentence).toBe(strings[`error_${failure.code}`]);
  expect(remedy).toBe(strings[`remedy_${failure.code}`]);
});

it('says of a fault of ours that the form goes on', () => {
  expect(wordsOf(new TypeError('x is undefined'), texts)).toEqual({
    sentence: 'Something went wrong while this was being shown.',
    remedy: 'The rest of the form keeps working. Try again; if it keeps happening, tell your administrator.',
    technical: 'x is undefined',
  });
});

it('gives administrators what finds the cause, and nothing where there is nothing', () => {
  const failure = new BusinessCentralError('businessCentralFailed', {
    service: 'ItemCard',
    status: 500,
    serverCode: 'Application_DialogException',
    serverMessage: 'The item is being counted.',
    correlationId: 'b7c1',
  });
  expect(wordsOf(failure, texts).technical).toBe(
    'ItemCard · HTTP 500 · Application_DialogException · The item is being counted. · CorrelationId b7c1',
  );
  expect(wordsOf(new BusinessCentralError('timeout'), texts).technical).toBeNull();
  expect(wordsOf(new SalesError('connectionIncomplete', 'bcs_company'), texts).technical).toBe('bcs_company');
});
