/** A calendar day, `yyyy-MM-dd`. */
export type IsoDate = string;
