import NextAuth from "next-auth";
import { openedElsewhere } from "@/lib/opened-elsewhere";
import { routes } from "@/lib/routes";
import { asCallersFault, refuseAuthRequest } from "@/lib/server/auth/auth-requests";
import { authOptions } from "@/lib/server/auth/options";
import { type Refuse, route } from "@/lib/server/http/route";
import { env } from "@/lib/server/runtime/env";

/** As next-auth's code in the browser reads it: the fault stands in the address that it would go on to. */
const refuses: Refuse = (status, message, headers) => {
  const error = status === 403 ? openedElsewhere(env().APP_URL) : "unavailable";
  const url = `${env().APP_URL}${routes.signIn}?error=${encodeURIComponent(error)}`;
  return Response.json({ url, message }, { status, headers: { "cache-control": "private, no-store", ...headers } });
};

// Its settings are read when the first request comes: a build imports this file and has no environment.
const answer = route({ name: "/api/auth/[...nextauth]", requires: "nobody", refuses }, async (request, { params }) => {
  const refusal = await refuseAuthRequest(request, params.nextauth);
  return refusal ?? asCallersFault(await NextAuth(authOptions())(request, { params }));
});

export const GET = answer;
export const POST = answer;
