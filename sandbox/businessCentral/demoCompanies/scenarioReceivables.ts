import type { Day } from '../../demoData/calendar';
import type { CustomerScenario, ScenarioDocument, ScenarioSalesLine } from '../../demoData/customerScenario';
import { customerScenarios } from '../../demoData/customerScenarios';
import { demoCustomers } from '../../demoData/demoCustomers';
import { blankDate, type SalesLine } from '../company/records';
import { inCurrency } from './currencies';
import type { CustomerPosting } from './customerPosting';
import { withoutVAT } from './valueAddedTax';

/** Numbers after those of CRONUS's own series. */
const firstPostedNo = 104001;
const firstDocumentNo = 109001;

const customerNames = new Map(demoCustomers.map((customer) => [customer.No, customer.Name]));

interface Numbered<Content> {
  readonly scenario: CustomerScenario;
  readonly content: Content;
  readonly number: number;
}

/** Numbers what the scenarios have, one after the other. */
function numbered<Content>(
  first: number,
  contentsOf: (scenario: CustomerScenario) => readonly Content[],
): readonly Numbered<Content>[] {
  return customerScenarios
    .flatMap((scenario) => contentsOf(scenario).map((content) => ({ scenario, content })))
    .map(({ scenario, content }, index) => ({ scenario, content, number: first + index }));
}

function postingOf({ scenario, content, number }: Numbered<ScenarioDocument>): CustomerPosting {
  const { No, Currency_Code, Salesperson_Code } = scenario.customer;
  const money = inCurrency(content.amount, Currency_Code);
  return {
    amount: money.amount,
    amountLCY: money.amountLCY,
    customerNo: No,
    documentType: content.documentType,
    documentNo: String(number),
    description: `${content.documentType} ${number}`,
    postingDate: content.posted,
    dueDate: content.due ?? blankDate,
    currencyCode: Currency_Code,
    salesLCY: content.documentType === 'Payment' ? 0 : withoutVAT(money.amountLCY, No),
    salespersonCode: Salesperson_Code,
    paymentMethodCode: '',
    payments: content.payments.map((payment, index) => ({
      ...inCurrency(payment.amount, Currency_Code),
      documentNo: `P${number}-${index + 1}`,
      date: payment.date,
    })),
    ...(content.reversed === undefined ? {} : { reversed: content.reversed }),
  };
}

/** What the scenarios have posted. */
export function scenarioPostings(today: Day): readonly CustomerPosting[] {
  return numbered(firstPostedNo, (scenario) => scenario.documents(today)).map(postingOf);
}

/** A line for a G/L account, so that it has no part in the availability of any item. */
function salesLineOf({ scenario, content, number }: Numbered<ScenarioSalesLine>, today: Day): SalesLine {
  const customerNo = content.soldTo ?? scenario.customer.No;
  return {
    Document_Type: content.documentType,
    Document_No: String(number),
    Line_No: 10000,
    Sell_to_Customer_No: customerNo,
    Sell_to_Customer_Name: customerNames.get(customerNo) ?? '',
    billToCustomerNo: scenario.customer.No,
    Type: 'G/L Account',
    No: '6610',
    Variant_Code: '',
    Description: 'Furnishing of rooms',
    Location_Code: '',
    Unit_of_Measure_Code: '',
    qtyPerUnitOfMeasure: 1,
    Quantity: 1,
    Outstanding_Quantity: content.outstanding === 0 ? 0 : 1,
    unitPrice: withoutVAT(content.outstanding, scenario.customer.No),
    lineDiscountPercent: 0,
    Shipment_Date: today,
    outstandingAmountLCY: content.outstanding,
    shippedNotInvoicedLCY: content.shippedNotInvoiced,
    returnReceivedNotInvoicedLCY: content.returnReceivedNotInvoiced,
    prepaymentInvoicedLCY: content.prepaymentInvoiced,
    prepaymentVATInvoicedLCY: content.prepaymentVATInvoiced,
    shipmentNo: content.fromShipment ? `S${number}` : '',
  };
}

/** Lines of sales documents of the scenarios that are not posted, each on a document of its own. */
export function scenarioCustomerLines(today: Day): readonly SalesLine[] {
  return numbered(firstDocumentNo, (scenario) => scenario.salesLines).map((line) => salesLineOf(line, today));
}
