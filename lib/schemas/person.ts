import { emailPattern, longestEmail, normalEmail } from "@/lib/email-address.mjs";
import { nameText, text } from "./text";

export const emailSchema = text("Email", "Email is missing.")
  .transform(normalEmail)
  .pipe(
    text("Email")
      .max(longestEmail, "Email is longer than an address can be.")
      .regex(emailPattern, "Email must be an address such as name@example.org."),
  );

export const personNameSchema = nameText("Name", 100, { notText: "Name is missing." });

/** Any password as it was typed; what makes one good is asked where one is chosen. */
export const typedPasswordSchema = text("Password", "Password is missing.")
  .min(1, "Password must not be empty.")
  .max(1_024, "Password must have at most 256 characters.");

export const tokenSchema = text("The link’s key").regex(
  /^[\w-]{43}$/,
  "This link is incomplete. Copy it again from where you got it.",
);
