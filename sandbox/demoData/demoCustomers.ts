import { cronus } from './cronus';
import { cronusCreditLimits, customerScenarios } from './customerScenarios';
import type { DemoCustomer } from './records';

/** Every customer of CRONUS as Sales knows it: also those that have been deleted in Business Central since. */
export const demoCustomers: readonly DemoCustomer[] = [
  ...cronus.customers.map((customer) => ({
    ...customer,
    Credit_Limit_LCY: cronusCreditLimits[customer.No] ?? customer.Credit_Limit_LCY,
  })),
  ...customerScenarios.map((scenario) => scenario.customer),
];
