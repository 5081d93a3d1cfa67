/** The addresses of pages, in one place. */
export const routes = {
  home: "/",
  signUp: "/sign-up",
  signIn: "/sign-in",
  reset: (token: string) => `/reset/${token}`,
  method: "/method",
  models: "/models",
  newModel: "/models/new",
  model: (id: string) => `/models/${id}`,
  share: (id: string) => `/models/${id}/share`,
  modelExport: (id: string, file: "projection.csv" | "years.csv") => `/models/${id}/export/${file}`,
  invitation: (token: string) => `/invitations/${token}`,
};
