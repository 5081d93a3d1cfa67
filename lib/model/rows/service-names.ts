import type { BillPlace } from "./choices";

/**
 * Words by which services are known on bills: AWS Cost Explorer's services, Azure's meter categories, Google Cloud's services, and what
 * people call them. The first that is found in a name counts, so what is told by more words stands before what is told by fewer.
 */
const words: readonly (readonly [BillPlace, RegExp])[] = [
  ["outside", /\b(tax|vat|marketplace|refund|credits?|rounding|domain)\b|registrar/],
  ["outside", /\b(workspaces|workmail|quicksight|connect|office|power bi|dynamics|workspace|maps)\b/],
  ["support", /\bsupport\b/],
  ["backup", /\bbackup\b|site recovery|disaster recovery/],
  ["cdn", /cloudfront|\bcdn\b|content delivery|front door|media cdn|fastly|cloudflare|akamai|global accelerator/],
  ["egress", /data ?transfer|\bbandwidth\b|\begress\b|internet (egress|traffic)|^networking$|outbound|traffic/],
  ["manage", /kubernetes|\beks\b|\baks\b|\bgke\b|container registry|artifact registry|\becr\b/],
  ["manage", /watch|monitor|\blogs?\b|logging|log analytics|application insights|trail|trace|x-ray|observability/],
  ["manage", /database|\brds\b|\bsql\b|dynamo|cosmos|aurora|documentdb|neptune|mongo|spanner|bigtable|firestore/],
  ["manage", /cache|redis|memorystore|search|redshift|bigquery|synapse|athena|glue|\bemr\b|databricks|data factory/],
  [
    "manage",
    /queue|notification|email|\bsqs\b|\bsns\b|\bses\b|kinesis|kafka|\bmsk\b|pub\/sub|event|service bus|step functions/,
  ],
  [
    "manage",
    /load balanc|api gateway|application gateway|nat gateway|\bvpc\b|private cloud|virtual network|\bvpn\b|\bdns\b/,
  ],
  ["manage", /route 53|firewall|\bwaf\b|guardduty|defender|sentinel|inspector|security|shield|macie|config\b/],
  ["manage", /key management|key vault|\bkms\b|secrets? manager|certificate|cognito|directory|systems manager/],
  ["manage", /code(build|pipeline|commit|artifact|deploy)|cloud build|devops/],
  ["store", /storage|\bs3\b|glacier|elastic block store|\bebs\b|file system|\befs\b|\bfsx\b|filestore|netapp|disks?\b/],
  // What Cost Explorer calls "EC2 - Other" is mostly volumes and their snapshots.
  ["store", /ec2 ?- ?other|volume|snapshot/],
  ["compute", /compute|\bec2\b|virtual machines?|\bvms?\b|instances?\b|lambda|functions|fargate|lightsail|droplet/],
  [
    "compute",
    /container|cloud run|app engine|app service|batch|cloud services|beanstalk|app runner|savings plan|servers?\b/,
  ],
  ["rest", /^(the )?(whole|total|complete|all|everything|cloud)( (cloud )?(bill|services?|costs?))?$/],
];

/** Where a service belongs by its name; undefined where nothing is known of it. */
export function knownPlace(name: string): BillPlace | undefined {
  const plain = name
    .toLowerCase()
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.find(([, known]) => known.test(plain))?.[0];
}

/** The same; not in the model where nothing is known of it. */
export const placeOfService = (name: string): BillPlace => knownPlace(name) ?? "outside";
