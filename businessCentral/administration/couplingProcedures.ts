/** Procedures of the companion's codeunit (docs/companion.md), by which it is known whatever it is published as. */
export const couplingProcedures = [
  'SystemIdOf',
  'Couple',
  'Uncouple',
  'CreateFromSales',
  'Synchronize',
  'StartFullSynch',
  'StartAllFullSynch',
] as const;
