import fc from 'fast-check';
import { documentTotals, lineAmounts } from '../../../sandbox/dataverse/sales/amounts';
import { roundedTo } from '../../../sandbox/dataverse/service/rounding';

const noTerms = { discountPercentage: 0, discountAmount: 0, freightAmount: 0 };

describe('rounding', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.1 + 0.2, 2, 0.3],
    [1234.5678, 3, 1234.568],
    [0, 2, 0],
  ])('%d to %d digits is %d', (value, precision, expected) => {
    expect(roundedTo(value, precision)).toBe(expected);
  });
});

describe('the amounts of a line', () => {
  it('are price times quantity, less the discount, with the tax', () => {
    expect(lineAmounts({ quantity: 3, pricePerUnit: 9.99, manualDiscount: 5, tax: 2.5 })).toEqual({
      baseAmount: 29.97,
      extendedAmount: 27.47,
    });
  });

  it('are nothing without price or quantity', () => {
    expect(
      lineAmounts({ quantity: null, pricePerUnit: 5, manualDiscount: null, tax: null }).extendedAmount,
    ).toBe(0);
    expect(
      lineAmounts({ quantity: 5, pricePerUnit: null, manualDiscount: null, tax: null }).extendedAmount,
    ).toBe(0);
  });
});

describe('the totals of a document', () => {
  it('take the discounts of the document off the lines, and add freight and tax', () => {
    expect(
      documentTotals(
        [
          { extendedAmount: 110, manualDiscount: 5, tax: 10 },
          { extendedAmount: 100, manualDiscount: 0, tax: 0 },
        ],
        { discountPercentage: 10, discountAmount: 20, freightAmount: 15 },
      ),
    ).toEqual({
      lineItemAmount: 200,
      lineItemDiscount: 5,
      discount: 40,
      beforeFreight: 160,
      tax: 10,
      amount: 185,
    });
  });

  it('without terms are the sum of the extended amounts, to the penny, in any order', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 200 }), (amounts) => {
        const lines = amounts.map((amount) => ({ extendedAmount: amount / 100, manualDiscount: 0, tax: 0 }));
        const expected = amounts.reduce((sum, amount) => sum + amount, 0) / 100;
        expect(documentTotals(lines, noTerms).amount).toBeCloseTo(expected, 10);
        expect(documentTotals([...lines].reverse(), noTerms)).toEqual(documentTotals(lines, noTerms));
      }),
    );
  });
});
