import "server-only";
import { proveMember } from "@/lib/server/access/organisation";
import type { SessionUser } from "@/lib/server/access/person";
import { logger } from "@/lib/server/runtime/logger";
import { modelEvent } from "./event-text";
import { subscribe } from "./model-changes";

/** What one stream follows of the figures of an organisation. */
export interface FigureFollower {
  user: SessionUser;
  organisationId: string;
  send: (text: Uint8Array) => void;
  /** Nothing more comes: the person is no member, their session has ended, or the connection that listens was lost. */
  end: (why: "gone" | "signedOut" | "lost") => void;
}

export interface FollowedFigures {
  /** Proves anew that the person may read on, and ends where they may not. */
  prove: () => Promise<boolean>;
  unfollow: () => void;
}

/**
 * Tells of every change of an organisation's figures, of many in a row once. Membership and session are proven before each.
 *
 * @throws where the database cannot be reached
 */
export async function followFigures({ user, organisationId, send, end }: FigureFollower): Promise<FollowedFigures> {
  let isBusy = false;
  let isWaiting = false;
  async function prove(): Promise<boolean> {
    const proof = await proveMember(user, organisationId);
    if (typeof proof === "string") end(proof);
    return typeof proof === "object";
  }
  async function tell(): Promise<void> {
    isWaiting = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isWaiting) {
        isWaiting = false;
        if (!(await prove())) return;
        send(modelEvent("figures", organisationId, null));
      }
    } catch (error) {
      logger.warn({ err: error }, "a stream of events failed");
      end("lost");
    } finally {
      isBusy = false;
    }
  }
  const unfollow = await subscribe([organisationId], {
    onChange: () => void tell(),
    onEnd: () => end("lost"),
  });
  return { prove, unfollow };
}
