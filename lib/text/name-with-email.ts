/** A person's name, with the address that tells them from a namesake. @param email null where the reader may not see it */
export const nameWithEmail = ({ name, email }: { readonly name: string; readonly email: string | null }) =>
  email === null ? name : `${name} (${email})`;
