import { emailPattern, longestEmail, normalEmail } from "@/lib/email-address.mjs";
import { z } from "./zod";

// What makes a name fit for one line: no controls, no line breaks, no direction marks that would turn the text around it.
export const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

export const emailSchema = z
  .string("Email is missing.")
  .transform(normalEmail)
  .pipe(
    z
      .string()
      .max(longestEmail, "Email is longer than an address can be.")
      .regex(emailPattern, "Email must be an address such as name@example.org."),
  );

export const personNameSchema = z
  .string("Name is missing.")
  .trim()
  .min(1, "Name must not be empty.")
  .max(100, "Name must have at most 100 characters.")
  .refine((name) => !unprintable.test(name), "Name must not hold line breaks or invisible characters.");

/** Any password as it was typed; what makes one good is asked where one is chosen. */
export const typedPasswordSchema = z
  .string("Password is missing.")
  .min(1, "Password must not be empty.")
  .max(1_024, "Password must have at most 256 characters.");

export const tokenSchema = z
  .string()
  .regex(/^[\w-]{43}$/, "This link is not whole. Copy it again from where you got it.");
