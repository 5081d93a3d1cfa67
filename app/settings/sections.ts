/** The pages of the settings, in the order in which the menu names them. */
export interface SettingsSection {
  path: `/settings/${string}`;
  label: string;
  /** Whose settings these are: the person's own, or those of the organisation that they work in. */
  of: "you" | "organisation";
}

export const settingsSections: SettingsSection[] = [
  { path: "/settings/profile", label: "Profile", of: "you" },
  { path: "/settings/security", label: "Security", of: "you" },
  { path: "/settings/organisation", label: "General", of: "organisation" },
  { path: "/settings/members", label: "Members", of: "organisation" },
  { path: "/settings/figures", label: "Figures", of: "organisation" },
  { path: "/settings/notices", label: "Notifications", of: "you" },
  { path: "/settings/tokens", label: "API tokens", of: "organisation" },
  { path: "/settings/audit", label: "Audit log", of: "organisation" },
  { path: "/settings/data", label: "Export and deletion", of: "organisation" },
];
