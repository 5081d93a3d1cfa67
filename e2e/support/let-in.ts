import type { Person } from "./fixtures";
import { byPagesOnce } from "./replay";
import { inviteLink } from "./wire";

/**
 * Lets another person into a model by a one-time link: made and followed by the pages once in each worker, and by the same
 * calls later on, which leave the pages of both as they are.
 */
export async function letIn(
  owner: Person,
  modelId: string,
  guest: Person,
  role: "viewer" | "commenter" | "editor",
): Promise<void> {
  let link = "";
  const answer = await byPagesOnce(owner.page, {
    name: "invite to a model",
    holds: guest.email,
    byPages: async () => {
      link = await inviteLink(owner.page, modelId, guest.email, role);
    },
    again: () => [modelId, { email: guest.email, role }],
    path: `/models/${modelId}/share`,
  });
  const token = (answer ?? link).match(/\/invitations\/([\w-]+)/)?.[1];
  if (token === undefined) throw new Error(`no link in ${answer ?? link}`);
  const path = `/invitations/${token}`;
  await byPagesOnce(guest.page, {
    name: "accept an invitation to a model",
    holds: token,
    byPages: async () => {
      await guest.page.goto(path);
      await guest.page.getByRole("button", { name: `Accept as ${guest.name}` }).click();
      await guest.page.waitForURL(new RegExp(`/models/${modelId}$`));
    },
    again: () => [token],
    path,
  });
}
