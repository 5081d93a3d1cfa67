/** The addresses of pages, in one place. */
export const routes = {
  home: "/",
  signUp: "/sign-up",
  signIn: "/sign-in",
  reset: (token: string) => `/reset/${token}`,
  method: "/method",
  models: "/models",
  newModel: "/models/new",
  newModelFrom: (templateKey: string) => `/models/new?template=${templateKey}`,
  /** Makes a model of the figures that a visitor tried on the first page. */
  keepModel: "/models/new/kept",
  signUpToKeep: "/sign-up?keep=1",
  model: (id: string) => `/models/${id}`,
  share: (id: string) => `/models/${id}/share`,
  modelExport: (id: string, file: "projection.csv" | "years.csv") => `/models/${id}/export/${file}`,
  invitation: (token: string) => `/invitations/${token}`,
};
