/** What a token of the API may do; each does what it says and no more. */
export const apiScopes = ["models:read", "models:write", "figures:write"] as const;
export type ApiScope = (typeof apiScopes)[number];

export const apiScopeWords: Record<ApiScope, string> = {
  "models:read": "Read models and the organisation’s figures, evaluate, download CSV",
  "models:write": "Create and change models",
  "figures:write": "Change the organisation’s figures",
};
