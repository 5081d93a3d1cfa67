/** A source that formulas, defaults and templates name, with what leads to it. */
export interface Reference {
  readonly key: string;
  /** As texts name it; where several fit, the longest counts. */
  readonly names: readonly string[];
  readonly citation: string;
  /** Where it can be read; left out where it is no longer there, or known by its citation alone. */
  readonly href?: string;
}

export const references: readonly Reference[] = [
  {
    key: "anderson-2004",
    names: ["Anderson, BOINC", "BOINC literature", "BOINC"],
    citation:
      "D. P. Anderson: BOINC: A System for Public-Resource Computing and Storage. 5th IEEE/ACM International Workshop on Grid Computing, 2004.",
    href: "https://doi.org/10.1109/GRID.2004.14",
  },
  {
    key: "anderson-fedak-2006",
    names: ["Anderson and Fedak 2006"],
    citation:
      "D. P. Anderson and G. Fedak: The Computational and Storage Potential of Volunteer Computing. 6th IEEE International Symposium on Cluster Computing and the Grid, 2006.",
    href: "https://doi.org/10.1109/CCGRID.2006.101",
  },
  {
    key: "aws-prices",
    names: ["AWS price list", "AWS tiers"],
    citation: "Amazon Web Services: price list of EC2, on-demand instances and data transfer.",
    href: "https://aws.amazon.com/ec2/pricing/on-demand/",
  },
  {
    key: "aws-tco",
    names: ["AWS TCO calculator"],
    citation: "Amazon Web Services: Total Cost of Ownership Calculator, as of 2016. Amazon has withdrawn it since.",
  },
  {
    key: "azure-migrate",
    names: ["Azure Migrate business case", "Azure Migrate"],
    citation: "Microsoft: Azure Migrate, how a business case is calculated, with its assumptions.",
    href: "https://learn.microsoft.com/azure/migrate/concepts-business-case-calculation",
  },
  {
    key: "backblaze-durability",
    names: ["Backblaze, erasure coding durability", "Backblaze erasure coding durability"],
    citation:
      "Backblaze: erasure-coding-durability, a model of the probability of losing data, with its program. 2018.",
    href: "https://github.com/Backblaze/erasure-coding-durability",
  },
  {
    key: "backblaze-drives",
    names: ["Backblaze drive statistics"],
    citation: "Backblaze: Hard Drive Test Data, failure rates by model, every quarter.",
    href: "https://www.backblaze.com/cloud-storage/resources/hard-drive-test-data",
  },
  {
    key: "barroso-2009",
    names: ["Barroso & Hoelzle", "Barroso and Hölzle"],
    citation:
      "L. A. Barroso and U. Hölzle: The Datacenter as a Computer: An Introduction to the Design of Warehouse-Scale Machines. Morgan & Claypool, 2009.",
    href: "https://doi.org/10.2200/S00193ED1V01Y200905CAC006",
  },
  {
    key: "barroso-2013",
    names: ["Barroso, Clidaras, Hölzle", "Barroso et al. 2nd ed."],
    citation:
      "L. A. Barroso, J. Clidaras and U. Hölzle: The Datacenter as a Computer: An Introduction to the Design of Warehouse-Scale Machines. Second edition. Morgan & Claypool, 2013.",
    href: "https://doi.org/10.2200/S00516ED2V01Y201306CAC024",
  },
  {
    key: "bls",
    names: ["BLS"],
    citation: "U.S. Bureau of Labor Statistics: Employer Costs for Employee Compensation, every quarter.",
    href: "https://www.bls.gov/ecec/",
  },
  {
    key: "cloud-carbon-footprint",
    names: ["Cloud Carbon Footprint"],
    citation: "Cloud Carbon Footprint: Methodology.",
    href: "https://www.cloudcarbonfootprint.org/docs/methodology/",
  },
  {
    key: "eia",
    names: ["EIA"],
    citation:
      "U.S. Energy Information Administration: Electric Power Monthly, average price of electricity to ultimate customers.",
    href: "https://www.eia.gov/electricity/monthly/",
  },
  {
    key: "giroire-2010",
    names: ["Giroire, Monteiro, Pérennes"],
    citation:
      "F. Giroire, J. Monteiro and S. Pérennes: Peer-to-Peer Storage Systems: a Practical Guideline to be Lazy. IEEE GLOBECOM, 2010.",
  },
  {
    key: "hamilton-2010",
    names: ["Hamilton 2010", "Hamilton"],
    citation: "J. Hamilton: Overall Data Center Costs. Perspectives, 18 September 2010.",
    href: "https://perspectives.mvdirona.com/2010/09/overall-data-center-costs/",
  },
  {
    key: "http-archive-2024",
    names: ["HTTP Archive Web Almanac 2024"],
    citation: "HTTP Archive: Web Almanac 2024, chapter Page Weight.",
    href: "https://almanac.httparchive.org/en/2024/page-weight",
  },
  {
    key: "karamshuk-2015",
    names: ["Karamshuk et al., arXiv 1504.03536", "Karamshuk et al."],
    citation:
      "D. Karamshuk, N. Sastry, A. Secker and J. Chandaria: ISP-friendly Peer-assisted On-demand Streaming of Long Duration Content in BBC iPlayer. IEEE INFOCOM, 2015. arXiv 1504.03536.",
    href: "https://arxiv.org/abs/1504.03536",
  },
  {
    key: "netsession-2013",
    names: ["Akamai NetSession", "NetSession"],
    citation:
      "M. Zhao and others: Peer-Assisted Content Distribution in Akamai NetSession. ACM Internet Measurement Conference, 2013.",
    href: "https://doi.org/10.1145/2504730.2504752",
  },
  {
    key: "opencost",
    names: ["OpenCost"],
    citation: "OpenCost: specification and default prices.",
    href: "https://www.opencost.io/docs/",
  },
  {
    key: "rodrigues-liskov-2005",
    names: ["Rodrigues and Liskov, High Availability in DHTs", "Rodrigues and Liskov"],
    citation:
      "R. Rodrigues and B. Liskov: High Availability in DHTs: Erasure Coding vs. Replication. 4th International Workshop on Peer-to-Peer Systems, 2005.",
    href: "https://doi.org/10.1007/11558989_21",
  },
  {
    key: "storj-v3",
    names: ["Storj whitepaper v3.1", "Storj v3.1 whitepaper", "Storj whitepaper"],
    citation: "Storj Labs: Storj: A Decentralized Cloud Storage Network Framework, version 3.",
    href: "https://www.storj.io/storjv3.pdf",
  },
  {
    key: "uptime-tiers",
    names: ["Uptime Institute Tier III"],
    citation:
      "W. P. Turner, J. H. Seader and K. G. Brill: Tier Classifications Define Site Infrastructure Performance. Uptime Institute, 2006.",
  },
  {
    key: "uptime-survey-2025",
    names: ["Uptime Institute survey 2025"],
    citation: "Uptime Institute: Global Data Center Survey 2025.",
    href: "https://uptimeinstitute.com/resources/research-and-reports",
  },
];

/** Where the list of sources on the method page has it. */
export const referenceId = (key: string) => `source-${key}`;
