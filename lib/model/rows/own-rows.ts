import type { Architecture } from "../architectures";
import type { CustomLine } from "../custom-lines";
import type { InputKey } from "../inputs";
import type { BillPlace, PerBasis, RegisterKind, StaffBasis } from "./choices";

/** What every row has beside its figures. */
interface Row {
  /** Tells it from the other rows of its table, whatever is changed of it. */
  readonly id?: string;
  /** A reason or a remark. Figures do not rest on it. */
  readonly note?: string;
  /** Where the figures come from. Figures do not rest on it. */
  readonly source?: string;
}

/** One time in ten the figure is lower than `low`, one time in ten higher than `high`. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Machines, network equipment or facility that stand today (infrastructure.md section 20). */
export interface RegisterRow extends Row {
  readonly label: string;
  readonly what: RegisterKind;
  /** How many; 0 says that none of the kind stands. */
  readonly count: number;
  /** Units of its kind that one does the work of. Default 1; in a network row its share of what section 4 asks for. */
  readonly equivalents?: number;
  /** Months in service at month 1. Default currentAgeMonths. */
  readonly ageMonths?: number;
  /** Money each. Default the unit price of its month times equivalents. */
  readonly pricePaid?: number;
  /** Watts each, of servers and storage servers. Default the standard's times equivalents. */
  readonly watts?: number;
}

/** What is bought beside the kinds of the model (section 21). */
export interface EquipmentLine extends Row {
  readonly label: string;
  readonly category: "hardware" | "facility" | "software";
  readonly architectures: readonly Architecture[];
  /** Pieces for one unit of `per`. */
  readonly pieces: number;
  /** Default fixed. */
  readonly per?: PerBasis;
  /** Money each, today. */
  readonly price: number;
  /** Change of the price a year, above -1. Default hardwarePriceChange. */
  readonly priceChange?: number;
  readonly lifeMonths: number;
  /** Default 1. */
  readonly fromMonth?: number;
  /** Default 0. */
  readonly standingPieces?: number;
  /** Default currentAgeMonths. */
  readonly standingAgeMonths?: number;
  /** Watts each. Default 0. */
  readonly watts?: number;
  /** Share of the purchase value a year, after the warranty. Default 0. */
  readonly upkeepRate?: number;
  /** Default 0. */
  readonly warrantyMonths?: number;
  readonly ranges?: { readonly price?: Ends; readonly pieces?: Ends };
}

/** People beside the four roles of the model, or in their place (section 22). */
export interface StaffLine extends Row {
  readonly role: string;
  readonly architectures: readonly Architecture[];
  /** Full-time equivalents for one unit of `per`. */
  readonly fte: number;
  /** Default fixed. */
  readonly per?: StaffBasis;
  /** Whole heads instead of fractions. Default false. */
  readonly whole?: boolean;
  /** Money a year with all that goes on top. */
  readonly pay: number;
  /** Default 1. */
  readonly fromMonth?: number;
  /** Default the horizon. */
  readonly toMonth?: number;
  /** Money for one. Default 0. */
  readonly hiringCost?: number;
  /** Share that leaves a year and is replaced. Default 0. */
  readonly leavesPerYear?: number;
  readonly ranges?: { readonly pay?: Ends; readonly fte?: Ends };
}

/** The inputs of a peer in which kinds of participants may differ. */
export const kindInputs = [
  "uplinkMbps",
  "uplinkShare",
  "peerStorageTB",
  "peerAvailability",
  "peerLifetimeMonths",
  "peerMonthlyCapTB",
  "peerCores",
  "peerCpuShare",
  "peerWatts",
  "peerDeviceCost",
  "peerDeviceLifeMonths",
] as const satisfies readonly InputKey[];
export type KindInput = (typeof kindInputs)[number];

/** Participants who are alike (section 23). A figure that it leaves out is the input's. */
export interface ParticipantKind extends Row, Readonly<Partial<Record<KindInput, number>>> {
  readonly label: string;
  /** Share of the peers at any time; the shares of all kinds sum to 1. */
  readonly share: number;
}

/** A service on a month's bill of a cloud provider. No result rests on it: inputs are brought near to it (decisions/075). */
export interface BillLine extends Row {
  /** The service, as the provider calls it. */
  readonly label: string;
  /** Money of the month; a credit is negative. */
  readonly amount: number;
  /** Default: what the name of the service says. */
  readonly place?: BillPlace;
  /** Of the calendar, "2026-03". Default: month 1 of the model. */
  readonly month?: string;
}

/** What an organisation states beside inputs, in rows (infrastructure.md). All of it is optional. */
export interface OwnRows {
  readonly customLines: readonly CustomLine[];
  readonly register: readonly RegisterRow[];
  readonly equipmentLines: readonly EquipmentLine[];
  readonly staffLines: readonly StaffLine[];
  readonly participantKinds: readonly ParticipantKind[];
  readonly billLines: readonly BillLine[];
}

export const rowTables = [
  "customLines",
  "register",
  "equipmentLines",
  "staffLines",
  "participantKinds",
  "billLines",
] as const;
export type RowTable = (typeof rowTables)[number];

/** The tables on which results rest. A bill is evidence: what it moves is inputs. */
export const figureTables = rowTables.filter((table) => table !== "billLines");

export const noRows: OwnRows = {
  customLines: [],
  register: [],
  equipmentLines: [],
  staffLines: [],
  participantKinds: [],
  billLines: [],
};

/** The rows of what also has other parts, such as a draft. */
export function ownRowsOf(of: OwnRows): OwnRows {
  const { customLines, register, equipmentLines, staffLines, participantKinds, billLines } = of;
  return { customLines, register, equipmentLines, staffLines, participantKinds, billLines };
}
