import { expect, it } from "vitest";
import { type BillPlace, billPlaceNames } from "./choices";
import { placeOfService } from "./service-names";

// Names as AWS Cost Explorer, Azure's cost analysis and Google Cloud's billing reports print them.
const known: Readonly<Record<BillPlace, readonly string[]>> = {
  compute: [
    ...["Amazon Elastic Compute Cloud - Compute", "EC2-Instances", "AWS Lambda", "Amazon Elastic Container Service"],
    ...["Savings Plans for AWS Compute usage", "Virtual Machines", "Azure App Service", "Functions", "Compute Engine"],
    ...["Virtual Machines Licenses", "Container Instances", "Cloud Run", "App Engine", "AWS Fargate", "Servers"],
  ],
  store: [
    ...["Amazon Simple Storage Service", "S3", "EC2 - Other", "EC2-Other", "Amazon Elastic File System", "Storage"],
    ...["Cloud Storage", "Azure NetApp Files", "Filestore", "Amazon Elastic Block Store", "Amazon Glacier"],
  ],
  egress: ["AWS Data Transfer", "Bandwidth", "Networking", "Data transfer out", "Egress"],
  cdn: ["Amazon CloudFront", "Content Delivery Network", "Azure Front Door Service", "Cloud CDN", "Cloudflare"],
  manage: [
    ...["AmazonCloudWatch", "Amazon Relational Database Service", "AWS Key Management Service", "Amazon DynamoDB"],
    ...["Amazon Elastic Load Balancing", "Amazon Virtual Private Cloud", "Amazon Route 53", "AWS CloudTrail"],
    ...["Amazon Elastic Container Service for Kubernetes", "Amazon EC2 Container Registry (ECR)", "Amazon ElastiCache"],
    ...[
      "Azure Monitor",
      "Log Analytics",
      "SQL Database",
      "Azure Cosmos DB",
      "Redis Cache",
      "Load Balancer",
      "Azure DNS",
    ],
    ...[
      "Azure Database for PostgreSQL",
      "Cloud SQL",
      "BigQuery",
      "Cloud Logging",
      "Cloud Pub/Sub",
      "Kubernetes Engine",
    ],
    ...["Amazon Simple Queue Service", "Amazon OpenSearch Service", "Event Hubs", "Key Vault", "AWS WAF", "AWS Config"],
  ],
  support: ["AWS Support (Business)", "AWS Premium Support", "Support", "Microsoft support"],
  backup: ["AWS Backup", "Backup", "Azure Site Recovery", "Backup and DR Service"],
  rest: ["Total", "The whole bill", "Cloud bill", "Everything"],
  outside: [
    "Tax",
    "Credits",
    "Amazon SageMaker",
    "AWS Marketplace",
    "Amazon WorkSpaces",
    "Refund",
    "",
    "Something new",
  ],
};

it.each(Object.entries(known))("%s", (place, names) => {
  const read = names.map((name) => `${name}: ${billPlaceNames[placeOfService(name)]}`);
  expect(read).toEqual(names.map((name) => `${name}: ${billPlaceNames[place as BillPlace]}`));
});
