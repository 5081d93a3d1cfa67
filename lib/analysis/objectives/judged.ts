import type { Architecture } from "@/lib/model/architectures";

interface JudgedCriterion {
  readonly name: string;
  /** What 0, 5 and 10 mean. */
  readonly about: string;
  /** What is proposed for each, and why. */
  readonly proposed: Readonly<Record<Architecture, { readonly level: number; readonly reason: string }>>;
}

/** Criteria that no figure of the model says: a level from 0 to 10 is proposed for each, to be changed. */
export const judgedCriteria = {
  resilience: {
    name: "Resilience",
    about: "0: one failure of a supplier or a site ends the service. 5: it is back within a day. 10: it goes on.",
    proposed: {
      onPremises: { level: 4, reason: "Sites and spare servers are few, and all of them are run by one team." },
      cloud: { level: 7, reason: "Zones fail apart from one another; the provider itself is one supplier." },
      hybrid: { level: 6, reason: "Participants carry part of the load, while coordination stays on few servers." },
      peerToPeer: { level: 7, reason: "Many participants fail apart from one another; coordinators are few." },
    },
  },
  control: {
    name: "Control",
    about: "0: others decide where data lies and what runs. 5: contracts say so. 10: the organisation alone decides.",
    proposed: {
      onPremises: { level: 9, reason: "Machines, data and software are the organisation's own." },
      cloud: { level: 5, reason: "Contracts and regions bound what the provider decides." },
      hybrid: { level: 6, reason: "The core is the organisation's own; what participants deliver is not." },
      peerToPeer: { level: 3, reason: "Data lies on machines of people whom nobody employs." },
    },
  },
  exit: {
    name: "Ease of leaving",
    about: "0: leaving takes years. 5: leaving takes months, and a project. 10: leaving takes weeks.",
    proposed: {
      onPremises: { level: 6, reason: "Machines are paid for and can be sold at a loss; software runs elsewhere too." },
      cloud: { level: 4, reason: "Moving data out costs egress, and managed services have no equal elsewhere." },
      hybrid: { level: 5, reason: "Participants can be let go at once; the core has to move as own servers do." },
      peerToPeer: { level: 4, reason: "Every participant's software has to be replaced." },
    },
  },
  timeToDeliver: {
    name: "Time to deliver",
    about: "0: first users in more than two years. 5: within a year. 10: within a month.",
    proposed: {
      onPremises: { level: 4, reason: "Machines are ordered, delivered and installed first." },
      cloud: { level: 9, reason: "Capacity can be rented on the day." },
      hybrid: { level: 4, reason: "Software for participants comes on top of servers." },
      peerToPeer: { level: 2, reason: "Software for participants is written, and participants are won, first." },
    },
  },
  fit: {
    name: "Fit with skills",
    about: "0: nobody here has done it. 5: some have. 10: the team does it every day.",
    proposed: {
      onPremises: { level: 5, reason: "Nothing is known of this team: the middle stands until it says." },
      cloud: { level: 5, reason: "Nothing is known of this team: the middle stands until it says." },
      hybrid: { level: 5, reason: "Nothing is known of this team: the middle stands until it says." },
      peerToPeer: { level: 5, reason: "Nothing is known of this team: the middle stands until it says." },
    },
  },
} as const satisfies Record<string, JudgedCriterion>;

export type JudgedKey = keyof typeof judgedCriteria;
