import NextAuth from "next-auth";
import { asCallersFault, refuseAuthRequest } from "@/lib/server/auth/auth-requests";
import { authOptions } from "@/lib/server/auth/options";
import { route } from "@/lib/server/route";

// Its settings are read when the first request comes: a build imports this file and has no environment.
const answer = route<"nobody", { nextauth: string[] }>({ requires: "nobody" }, async (request, { params }) => {
  const refusal = await refuseAuthRequest(request, params.nextauth);
  return refusal ?? asCallersFault(await NextAuth(authOptions())(request, { params }));
});

export const GET = answer;
export const POST = answer;
