import { constant } from "../formula/formula";
import type { Node } from "../formula/node";

/** What is left out of a sum, or never there; of any unit. */
export const nothing: Node = { kind: "number", value: 0 };

export const monthsPerYear = constant("months in a year", 12, "month/year");
export const daysPerYear = constant("days in a year", 365, "day/year");
export const secondsPerHour = constant("seconds in an hour", 3600, "s/h");
export const hoursInAWeek = 168;
export const hoursOfAPost = constant("hours in a week of a post", hoursInAWeek, "h/week/post");
export const megabitsPerTB = constant("megabits in a terabyte", 8e6, "Mbit/TB");
export const aThousandUsers = constant("users in a thousand", 1000, "user/thousand");
export const wattsPerKW = constant("watts in a kilowatt", 1000, "W/kW");

/** One of a kind, to say what a count is of where the model takes the one for the other. */
export const oneMonth = constant("one month", 1, "month");
export const oneYear = constant("one year", 1, "year");
export const oneSite = constant("one site", 1, "site");
export const oneCopy = constant("one copy", 1, "copy");
/** Sites each carry the whole load. */
export const wholeLoadPerSite = constant("the whole load at each site", 1, "1/site");
/** Each piece of an object lies on a server, or at a peer, of its own. */
export const serverPerPiece = constant("one server a piece", 1, "server/site/piece");
export const peerPerPiece = constant("one peer a piece", 1, "peer/piece");
export const installPerPeer = constant("one install a peer", 1, "install/peer");
export const installPerUser = constant("one install a user", 1, "install/user");
export const peerPerUser = constant("one peer a user", 1, "peer/user");
