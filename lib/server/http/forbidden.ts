import "server-only";
import type { Requirement } from "@/lib/server/access/prove";

/** What a person reads who may see something and not do this with it. */
export const forbiddenMessages: Record<Requirement, string> = {
  nobody: "",
  user: "",
  view: "",
  reply: "This model is archived, so nobody can reply. Unarchive it, or ask the person who shared it with you.",
  comment:
    "You can view this model but not comment on it. If it is archived, unarchive it; else ask the person who shared it with you.",
  edit: "You can view this model but not change it. If it is archived, unarchive it; else ask the person who shared it with you.",
  share: "Only the model's owner can share it.",
  manage: "Only the model's owner can archive or delete it.",
  restore: "Only the model's owner can restore it.",
  "organisation:view": "",
  "organisation:manage": "Only an owner or an admin of the organisation can do this.",
  "organisation:own": "Only an owner of the organisation can do this.",
  "link:view": "",
  "link:download": "This link allows reading and nothing else.",
  "link:copy": "This link allows reading and nothing else.",
};
