/** What stands for a person whose account is gone. */
export const formerMember = "Former member";
