import { config } from "zod/v4/core";

// Imported first wherever a schema is made: otherwise zod tries `new Function` as it makes one, which the page's
// Content-Security-Policy refuses and reports.
config({ jitless: true });
