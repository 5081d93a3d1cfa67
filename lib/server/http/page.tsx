import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { routes } from "@/lib/routes";
import type { SessionUser } from "@/lib/server/access/person";
import { isRefused, type Proven, prove, type Requirement } from "@/lib/server/access/prove";
import { namedIn, type ParamsOf } from "@/lib/server/http/address";
import { asDoor } from "@/lib/server/http/doors";
import { drawAnew, keepPage } from "@/lib/server/runtime/page-reads";
import { type RequestOrigin, requestOrigin } from "@/lib/server/runtime/request";
import { documentTitle } from "@/lib/text/document-title";

/** Why a page shows something else. Where it has nothing for a reason, there is no such page. */
type Instead = "forbidden" | "locked" | "busy";

/** @template Loaded what the page is about, as it was loaded for its title and itself both */
interface PageDoor<Name extends string, Q extends Requirement, Loaded> {
  /** The address, with its parameters in brackets as the folders have them. */
  name: Name;
  requires: Q;
  /** Loads what the page is about; there is no such page where that is null. */
  load?: (given: Given<Name, Q>) => Promise<Loaded | null>;
  /** What the browser calls the page, which must not tell more than the page does; null for the site's name alone. */
  title: string | null | ((given: Given<Name, Q> & { loaded: Loaded }) => string);
  /** Its title where it shows something else; without it, a title that is no function, or the site's name alone. */
  titleInstead?: string;
  /**
   * Whether it follows from its request and from what it reads, so that it may be given again while that is the same. Not where it is made of the time,
   * of chance or of what this server has in memory; whatever uses Prisma or counts uses is drawn anew by itself.
   */
  isKept?: true;
  /** Asked before anything is looked up; where it answers no, the page is "busy". */
  admits?: (origin: RequestOrigin) => Promise<boolean>;
  instead?: Partial<Record<Instead, (params: ParamsOf<Name>) => ReactNode>>;
}

interface PageInput<Name extends string> {
  params: Promise<ParamsOf<Name>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

type Given<Name extends string, Q extends Requirement> = Proven<Q> & {
  params: ParamsOf<Name>;
  searchParams: Awaited<PageInput<Name>["searchParams"]>;
};

/**
 * The one way to declare a page; closed by default as actions and routes are. What it requires is named by its address, as a route's. Who is
 * signed out is sent to sign in and comes back; what is not there and what is someone else's both answer 404.
 */
export function page<const Name extends string, const Q extends Requirement, Loaded = undefined>(
  door: PageDoor<Name, Q, Loaded>,
  render: (given: Given<Name, Q> & { loaded: Loaded }) => ReactNode | Promise<ReactNode>,
): (input: PageInput<Name>) => Promise<ReactNode> {
  const { name, requires, title } = door;
  return asDoor({ kind: "page", name, requires, confirms: "never", token: null }, async (input) => {
    const opened = await open(door, input);
    if (typeof opened === "string") {
      const instead = door.instead?.[opened]?.(await input.params) ?? notFound();
      return titled(door.titleInstead ?? (typeof title === "function" ? null : title), instead);
    }
    if (door.isKept) keepPage();
    else drawAnew();
    // Without `load`, `Loaded` is undefined.
    const loaded = (door.load ? ((await door.load(opened)) ?? notFound()) : undefined) as Loaded;
    const given = { ...opened, loaded };
    return titled(typeof title === "function" ? title(given) : title, await render(given));
  });
}

/**
 * A page with its title in it. Next.js streams the titles that it makes of metadata after their pages, so that a tab lost its name for a
 * moment after each link.
 */
const titled = (title: string | null, content: ReactNode) => (
  <>
    <title>{documentTitle(title)}</title>
    {content}
  </>
);

/** For the frame around pages, which proves nothing to them: who is signed in; anyone else is sent to sign in and comes back. */
export async function requireUser(): Promise<SessionUser> {
  const proof = await proveOnce("user", undefined);
  return isRefused(proof) ? toSignIn() : proof.user;
}

/** Once a request, for the page and the frame around it both. */
const proveOnce = cache(prove);

async function open<Name extends string, Q extends Requirement, Loaded>(
  { requires, admits, instead }: PageDoor<Name, Q, Loaded>,
  input: PageInput<Name>,
): Promise<Given<Name, Q> | Instead> {
  if (admits && !(await admits(await requestOrigin()))) return "busy";
  const [params, searchParams] = await Promise.all([input.params, input.searchParams]);
  const proof = await proveOnce(requires, namedIn(requires, params));
  if (!isRefused(proof)) return { ...proof, params, searchParams };
  const { refused } = proof;
  if (refused === "signedOut") return toSignIn();
  return refused !== "notFound" && instead?.[refused] ? refused : notFound();
}

async function toSignIn(): Promise<never> {
  const path = (await headers()).get("x-path");
  redirect(path ? `${routes.signIn}?callbackUrl=${encodeURIComponent(path)}` : routes.signIn);
}
